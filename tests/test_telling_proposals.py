"""A proposal is told on a forge by the very steps of its workflow, and fails until a reviewer allows it.

The steps of `.github/workflows/what-changed.yml` and `.gitlab-ci.yml` are run on a small repository.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from catalogue.telling.fitting import LIMIT
from tests.catalogue.trees import BASE
from tests.test_publishing import SETTINGS, git

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TELLS = ".ci/tell-change"
LARGE, ERRORS = "cho-phep-thay-doi-lon", "cho-phep-loi-da-xem"
CHECKED = """\
verification:
  level: official
  document: ke-hoach-200-kh-tu
  locator: Điều 1
  checked: 2024-03-01
  by: so-noi-vu
"""
SHARED = {
    "programs/da-doi-chieu.yml": f"title: Lớp đã đối chiếu\nhours: 40\n{CHECKED}",
    "programs/nhap.yml": "title: Lớp nháp\nsummary: Cũ\nverification: {level: draft}\n",
    "programs/nhieu-lop.yml": "title: Nhiều lớp\nverification: {level: draft}\nclasses:\n"
    + "".join(f"  - id: lop-{turn}\n" for turn in range(500)),
}
ELSEWHERE = {name: value for name, value in SETTINGS.items() if not name.startswith(("CI_", "GITHUB_"))}
"""The surroundings of a step, without those of the forge on which this test may run."""
FORK = "`touch${IFS}harm`;$(touch${IFS}harm)"
"""The name of a branch that a shell would run, were it a part of a script."""


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class OnForge(NamedTuple):
    """What a forge has after a step: the status, what readers see of it, the whole."""

    status: int
    shown: str
    whole: str


ForgeStep = Callable[[Path, str, str], OnForge]
"""A forge's step in a clone: the branch that a proposal is for, and its labels."""


def on_github(clone: Path, base: str, labels: str) -> OnForge:
    """The step as GitHub runs it: what stands in its expressions comes by the environment."""
    [job] = loaded(ROOT / ".github/workflows/what-changed.yml")["jobs"].values()
    [step] = [each for each in job["steps"] if each.get("run") == TELLS]
    known = {"github.base_ref": base, "join(github.event.pull_request.labels.*.name, ',')": labels}
    given = {
        name: re.sub(r"\$\{\{ (.+?) \}\}", lambda found: known[found[1]], value)
        for name, value in step["env"].items()
    }
    summary = clone.parent / "summary.md"
    summary.touch()
    done = ran(clone, step["run"], given | {"GITHUB_STEP_SUMMARY": str(summary)})
    return told(clone, done, summary.read_text(encoding="utf-8"))


def on_gitlab(clone: Path, base: str, labels: str) -> OnForge:
    """The step as GitLab runs it, which names the commit where the branches parted."""
    parted = git(clone, "merge-base", f"origin/{base}", "HEAD")
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": parted, "CI_MERGE_REQUEST_LABELS": labels}
    done = ran(clone, "\n".join(loaded(ROOT / ".gitlab-ci.yml")["change"]["script"]), given)
    return told(clone, done, done.stdout)


def ran(clone: Path, script: str, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=clone,
        env={**ELSEWHERE, **given},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def told(clone: Path, done: subprocess.CompletedProcess[str], shown: str) -> OnForge:
    whole = clone / "thay-doi.md"
    return OnForge(done.returncode, shown, whole.read_text(encoding="utf-8") if whole.exists() else "")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone on a branch for proposals, whose origin has the same main under a hostile name as well."""
    folder = tmp_path_factory.mktemp("proposals")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "main.git")
    git(folder, "clone", "--quiet", "main.git", "clone")
    clone = folder / "clone"
    shutil.copytree(BASE, clone / "data")
    shutil.copytree(ROOT / ".ci", clone / ".ci")
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, clone)
    (clone / "hooks").symlink_to(ROOT / "hooks")
    propose(clone, SHARED)
    git(clone, "push", "--quiet", "origin", "main", f"main:refs/heads/{FORK}")
    git(clone, "fetch", "--quiet")
    return folder


@pytest.fixture
def clone(repository: Path, tmp_path: Path) -> Path:
    shutil.copytree(repository, tmp_path / "forge", symlinks=True)
    return tmp_path / "forge/clone"


def propose(clone: Path, files: Mapping[str, str]) -> None:
    """Commit some files of the data."""
    for path, text in files.items():
        (clone / "data" / path).parent.mkdir(exist_ok=True)
        (clone / "data" / path).write_text(text, encoding="utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "Đề nghị")


each_forge = pytest.mark.parametrize("step", [on_github, on_gitlab])


@each_forge
def test_a_good_change_is_told_and_passes(clone: Path, step: ForgeStep):
    propose(clone, {"programs/nhap.yml": SHARED["programs/nhap.yml"].replace("Cũ", "Mới")})
    status, shown, whole = step(clone, "main", "")
    assert status == 0
    assert "1 bản ghi được sửa; 1 chỗ đổi." in shown
    assert "«Cũ» → «Mới»" in shown
    assert "## Nội dung thay đổi" in whole
    assert "nhãn" not in shown


@each_forge
@pytest.mark.parametrize(
    "text",
    [
        SHARED["programs/da-doi-chieu.yml"].replace("40", "4"),
        SHARED["programs/da-doi-chieu.yml"].replace("title: Lớp", "title: ["),
    ],
    ids=["a number of no new document", "a broken file"],
)
def test_a_harmful_change_fails_with_its_summary_until_that_very_thing_is_allowed(
    clone: Path, step: ForgeStep, text: str
):
    propose(clone, {"programs/da-doi-chieu.yml": text})
    status, shown, whole = step(clone, "main", f"data,{LARGE}")
    assert status != 0
    assert "1 lỗi" in shown or "1 tệp không phân tích được" in shown
    assert f"`{ERRORS}`" in shown
    assert "da-doi-chieu.yml" in whole
    assert step(clone, "main", f"data,{ERRORS}").status == 0


@each_forge
def test_too_large_a_change_fails_until_a_reviewer_allows_it_and_is_whole_in_the_file(
    clone: Path, step: ForgeStep
):
    before, _, _ = SHARED["programs/nhieu-lop.yml"].partition("classes:")
    propose(clone, {"programs/nhieu-lop.yml": before})
    status, shown, whole = step(clone, "main", f"{LARGE}-khong-phai,{ERRORS}")
    assert status != 0
    assert "1 bản ghi được sửa; 1.000 chỗ đổi" in shown
    assert f"`{LARGE}`" in shown
    assert len(shown) < LIMIT + 1_000
    assert whole.count("nhieu-lop/#lop-") == 500
    status, again, _ = step(clone, "main", LARGE)
    assert (status, "1.000 chỗ đổi" in again) == (0, True)


def test_what_others_have_pushed_meanwhile_is_not_told(clone: Path):
    git(clone, "checkout", "--quiet", "-b", "de-nghi")
    propose(clone, {"programs/nhap.yml": SHARED["programs/nhap.yml"].replace("Cũ", "Mới")})
    git(clone, "checkout", "--quiet", "main")
    propose(clone, {"programs/khac.yml": SHARED["programs/nhap.yml"]})
    git(clone, "push", "--quiet", "origin", "main")
    git(clone, "merge", "--quiet", "--no-edit", "de-nghi")  # what GitHub checks out: the merge of both
    assert "1 bản ghi được sửa; 1 chỗ đổi." in on_github(clone, "main", "").shown


def test_a_base_that_is_not_there_is_never_no_change_and_nobody_allows_it(clone: Path):
    status, shown, _ = on_github(clone, "khong-co", f"{LARGE},{ERRORS}")
    assert status != 0
    assert "Không so sánh được" in shown
    assert "Không có thay đổi" not in shown


def test_names_that_a_shell_would_run_are_names(clone: Path):
    status, shown, _ = on_github(clone, FORK, f"{FORK},x' $(touch harm)")
    assert (status, "Không có thay đổi" in shown) == (0, True)
    assert not list(clone.rglob("harm"))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_script_of_a_workflow_has_an_expression_in_it(workflow: Path):
    scripts = [
        step["run"] for job in loaded(workflow)["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_a_label_runs_the_telling_anew_and_skips_no_other_check():
    # YAML takes «on» for a truth.
    told, others = (
        loaded(ROOT / f".github/workflows/{name}.yml") for name in ("what-changed", "pull-request")
    )
    assert {"opened", "reopened", "synchronize", "labeled", "unlabeled"} <= {
        *told[True]["pull_request"]["types"]
    }
    assert others[True] == "pull_request"
    assert told["permissions"] == {"contents": "read"}
    assert not any("if" in job for job in told["jobs"].values())
