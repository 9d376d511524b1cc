"""The examples of «Dữ liệu mở», run as a reader copies them, against a site that is served."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.usage import HERE
from tests.browser.quiet_server import QuietServer
from tests.catalogue.views.small import catalogue_in
from tests.elements import words
from tests.site.built import Site


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and tells nobody."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """A served request is no news."""


@pytest.fixture(scope="module")
def examples(real: Site) -> Iterator[Mapping[str, str]]:
    """The examples that the page shows as code, by their programs, for the site as it is served."""
    with QuietServer(("127.0.0.1", 0), partial(Handler, directory=str(real.folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_port}/"
        parts = [each for each in real.sheets[DATA_PAGE].tree.iter() if each.tag in {"h3", "pre"}]
        yield {
            words(one): "".join(other.itertext()).replace(HERE, place)
            for one, other in pairwise(parts)
            if (one.tag, other.tag) == ("h3", "pre")
        }
        server.shutdown()


def run(command: list[str], folder: Path) -> str:
    """What a command prints, which must succeed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_in_python_counts_what_is_no_draft(examples: Mapping[str, str], tmp_path: Path):
    programs = catalogue_in("data").programs.values()
    drafts = sum(program.is_draft for program in programs)
    told = run([sys.executable, "-c", examples["Python"]], tmp_path)
    assert told.split("\n")[:2] == [
        f"{len(programs) - drafts} chương trình",
        f"không tính {drafts} mục chưa xác minh",
    ]


def test_the_example_in_curl_fetches_a_file_that_is_whole(examples: Mapping[str, str], tmp_path: Path):
    (fetched,) = run(["sh", "-c", examples["curl"]], tmp_path).splitlines()
    (file,) = tmp_path.iterdir()
    assert fetched == f"{file.name}: OK"
