"""No address that was served is lost, in whatever order runs and merges come.

`.ci/record-addresses` is run on clones of a bare repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from catalogue.model.collection import Catalogue
from catalogue.page import Publication
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context
from tests.catalogue.trees import BASE, loaded, told
from tests.examples import for_a_proof

ROOT = Path(__file__).parents[1]
LIST = "data/addresses.txt"
DRAFT = "title: {}\nverification:\n  level: draft\n"
PROGRAM = "/chuong-trinh/{}/"
SETTINGS = {
    **{
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "MAKE", "CATALOGUE_"))
    },
    **{
        f"GIT_{who}_{what}": "editor@localhost"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "MAKEFLAGS": "run=",  # installs nothing into VENV
    "PAUSE": "0",
    "PYTHONPATH": "hooks",
    "VENV": sys.prefix,
}


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=SETTINGS, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


def git(folder: Path, *arguments: str | Path) -> str:
    """What git prints; a failure of git is one of the test."""
    done = run(["git", *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def addresses_of(catalogue: Catalogue) -> set[str]:
    """The addresses of the pages of all records, and of the files that pages name."""
    downloads = edition_of(Context(catalogue, Publication(""))).context.downloads
    files = {f"/{offer.address}" for offers in downloads.values() for offer in offers}
    return {f"/{catalogue.address(record)}" for record in catalogue} | files


class Run:
    """A run of the forge that publishes: a shallow clone of main as it was when the run began."""

    def __init__(self, repository: Path, clone: Path):
        git(repository, "clone", "--quiet", "--depth", "1", repository.as_uri(), clone)
        git(clone, "checkout", "--quiet", "--detach")
        self.clone = clone
        outcome = loaded(
            {
                path.relative_to(clone / "data").as_posix(): path.read_bytes()
                for path in (clone / "data").rglob("*.*")
            }
        )
        self.problems = told(outcome)
        self.served = addresses_of(outcome.catalogue) if outcome.catalogue else set[str]()

    def record(self) -> subprocess.CompletedProcess[str]:
        return run([self.clone / ".ci/record-addresses"], self.clone)

    def before_push(self, *commands: str) -> None:
        """Have something done once, between this run's look at main and its push."""
        hook = self.clone / ".git/hooks/pre-push"
        hook.write_text(
            "\n".join(["#!/bin/sh -e", 'rm "$0"', "unset $(git rev-parse --local-env-vars)", *commands, ""]),
            encoding="utf-8",
        )
        hook.chmod(0o755)


class Forge:
    """A bare repository, a clone in which editors change it, and the runs that publish it."""

    def __init__(self, folder: Path):
        self.folder, self.repository, self.editor = folder, folder / "main.git", folder / "editor"
        self.runs: list[Run] = []

    def merge(self, *added: str, removed: str = "", moved_to: str = "") -> None:
        """Add programmes to main, and remove one, with or without saying where it went."""
        git(self.editor, "pull", "--quiet", "--ff-only")
        for name in added:
            (self.editor / f"data/programs/{name}.yml").write_text(
                DRAFT.format(f"Lớp {name}"), encoding="utf-8"
            )
        if removed:
            (self.editor / f"data/programs/{removed}.yml").unlink(missing_ok=True)
        if moved_to:
            (self.editor / "data/redirects.yml").write_text(
                f"{PROGRAM.format(removed)}: {PROGRAM.format(moved_to)}\n", encoding="utf-8"
            )
        git(self.editor, "add", "--all")
        git(self.editor, "commit", "--quiet", "--message", f"+ {added} - {removed}")
        git(self.editor, "push", "--quiet")

    def publish(self) -> Run:
        self.runs.append(Run(self.repository, self.folder / f"run-{len(self.runs)}"))
        return self.runs[-1]

    def main(self) -> str:
        return git(self.repository, "rev-parse", "main")

    def listed(self) -> list[str]:
        return git(self.repository, "show", f"main:{LIST}").split("\n")

    def assert_lists_what_was_served(self, *programs: str) -> None:
        """The list has each address that was served, once, and no other; some programmes are among them."""
        served = set[str]().union(*(run.served for run in self.runs))
        assert {PROGRAM.format(name) for name in programs} <= served
        assert Counter(self.listed()) == Counter(served)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with a small catalogue whose addresses are listed."""
    forge = Forge(tmp_path_factory.mktemp("published"))
    git(forge.folder, "init", "--quiet", "--bare", "--initial-branch=main", forge.repository)
    git(forge.folder, "clone", "--quiet", forge.repository, forge.editor)
    shutil.copytree(BASE, forge.editor / "data")
    shutil.copytree(ROOT / ".ci", forge.editor / ".ci")
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, forge.editor)
    (forge.editor / "hooks").symlink_to(ROOT / "hooks")  # a copy would be compiled again in every clone
    git(forge.editor, "add", "--all")
    git(forge.editor, "commit", "--quiet", "--message", "The small catalogue")
    git(forge.editor, "push", "--quiet")
    done = forge.publish().record()
    assert done.returncode == 0, done.stderr
    forge.assert_lists_what_was_served()
    return forge.repository


@pytest.fixture
def forge(published: Path, tmp_path: Path) -> Forge:
    """A forge whose catalogue is published."""
    forge = Forge(tmp_path)
    git(tmp_path, "clone", "--quiet", "--bare", published, forge.repository)
    git(tmp_path, "clone", "--quiet", forge.repository, forge.editor)
    return forge


def test_what_is_new_is_added_to_the_list_once(forge: Forge):
    before = forge.listed()
    forge.merge("lop-b", "lop-a")
    run = forge.publish()
    assert run.record().returncode == 0
    listed = forge.listed()
    assert listed[: len(before)] == before
    assert listed[len(before) :][:2] == [PROGRAM.format("lop-a"), PROGRAM.format("lop-b")]
    forge.assert_lists_what_was_served("lop-a", "lop-b")
    assert git(forge.repository, "diff", "--name-only", "main^", "main") == LIST
    assert (
        git(forge.repository, "log", "-1", "--format=%an <%ae>", "main") == "Sổ địa chỉ <addresses@localhost>"
    )
    recorded = forge.main()
    assert run.record().returncode == 0
    assert forge.publish().record().returncode == 0
    assert forge.main() == recorded


@pytest.mark.parametrize("order", [(1, 0), *for_a_proof(((0, 1),))], ids=["last first", "first first"])
def test_two_merges_within_one_run_are_both_listed_whichever_run_ends_first(
    forge: Forge, order: tuple[int, int]
):
    forge.merge("lop-a")
    one = forge.publish()
    forge.merge("lop-b")
    other = forge.publish()
    for number in order:
        done = (one, other)[number].record()
        assert done.returncode == 0, done.stderr
    forge.assert_lists_what_was_served("lop-a", "lop-b")
    forge.merge(removed="lop-b")
    assert forge.publish().problems == [lost(forge, "lop-b")]


@pytest.mark.proof
def test_of_the_runs_that_wait_the_last_lists_for_all(forge: Forge):
    forge.merge("lop-a")
    running = forge.publish()
    forge.merge("lop-b", "lop-c")  # its run waits, and is cancelled for the next one
    forge.merge("lop-d", removed="lop-c")
    assert running.record().returncode == 0
    assert forge.publish().record().returncode == 0
    forge.assert_lists_what_was_served("lop-a", "lop-b", "lop-d")
    assert PROGRAM.format("lop-c") not in forge.listed()


def test_a_push_that_others_come_before_is_made_again_upon_theirs(forge: Forge):
    forge.merge("lop-a")
    other = forge.publish()
    forge.merge("lop-b")
    one = forge.publish()
    git(forge.editor, "commit", "--quiet", "--allow-empty", "--message", "An editor's change")
    git(forge.repository, "config", "receive.advertisePushOptions", "true")
    as_on_gitlab = f"'{other.clone}/.ci/record-addresses' '{forge.repository.as_uri()}' --push-option=ci.skip"
    one.before_push(f"git -C '{forge.editor}' push --quiet", as_on_gitlab)
    done = one.record()
    assert done.returncode == 0, done.stderr
    forge.assert_lists_what_was_served("lop-a", "lop-b")
    assert git(forge.repository, "log", "-3", "--format=%an", "main").split("\n") == [
        "Sổ địa chỉ",
        "Sổ địa chỉ",
        "editor@localhost",
    ]


def test_a_push_that_is_always_refused_ends_with_an_error_and_can_be_made_later(forge: Forge):
    forge.merge("lop-a")
    run = forge.publish()
    hook, before = forge.repository / "hooks/pre-receive", forge.main()
    hook.write_text("#!/bin/sh\necho 'main is protected'\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    done = run.record()
    assert (done.returncode, forge.main()) == (1, before)
    assert done.stderr.count("remote: main is protected") == 6
    assert done.stderr.splitlines()[-1].startswith("Sau 6 lần thử vẫn chưa ghi được địa chỉ vừa công bố")
    hook.unlink()
    assert run.record().returncode == 0
    forge.assert_lists_what_was_served("lop-a")


@pytest.mark.parametrize("first", ["adding", *for_a_proof("removing")])
def test_what_main_removes_before_it_is_listed_is_listed_and_told_as_lost(forge: Forge, first: str):
    forge.merge("lop-a")
    adding = forge.publish()
    forge.merge("lop-b", removed="lop-a")
    removing = forge.publish()  # the list did not have the address yet, so nothing stopped it
    assert removing.problems == []
    if first == "removing":
        assert removing.record().returncode == 0
    done = adding.record()
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"data/{lost(forge, 'lop-a').replace(' ', ': ')} "
        f"Địa chỉ {PROGRAM.format('lop-a')} đã công bố nhưng không còn trang."
    )
    assert f"\nĐịa chỉ vừa công bố đã có trong {LIST}, nhưng main hiện có các lỗi trên." in done.stderr
    if first == "adding":
        assert removing.record().returncode == 1
    forge.assert_lists_what_was_served("lop-a", "lop-b")
    assert forge.publish().problems == [lost(forge, "lop-a")]  # what would be built now
    forge.merge(removed="lop-a", moved_to="lop-b")
    assert forge.publish().problems == []
    assert adding.record().returncode == 0


def lost(forge: Forge, program: str) -> str:
    """The problem of a programme whose address is listed and has no page."""
    return f"addresses.txt:{forge.listed().index(PROGRAM.format(program)) + 1}:1 lost-address"
