"""`make serve`: pages follow what is edited; broken data shows what is wrong until it is mended."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from benchmarks.changes import free_port
from tests.site.built import clean_environment
from tests.site.checkout import checkout

PATIENCE = 60
"""Seconds that a change may take on a busy machine; it takes about one."""


class Server:
    """A running `mkdocs serve` and the checkout that it watches."""

    def __init__(self, sources: Path, url: str, process: subprocess.Popen[bytes], log: Path) -> None:
        self.sources, self.url, self.process, self.log = sources, url, process, log

    def get(self, address: str) -> str:
        """What is answered, whatever the status; empty while nobody answers."""
        try:
            with urlopen(self.url + address, timeout=10) as answer:  # noqa: S310 - on this machine
                return str(answer.read().decode())
        except HTTPError as missing:
            return missing.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def until(self, address: str, right: Callable[[str], bool]) -> str:
        """What an address answers once it is right."""
        end = time.monotonic() + PATIENCE
        while not right(page := self.get(address)):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < end, (
                f"{address} never came:\n{page[:2000]}\n{self.log.read_text(encoding='utf-8')[-3000:]}"
            )
            time.sleep(0.1)
        return page

    def change(self, path: str, change: Callable[[str], str]) -> None:
        file = self.sources / path
        file.write_text(change(file.read_text(encoding="utf-8") if file.exists() else ""), encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    sources = checkout(tmp_path_factory.mktemp("serve") / "sources")
    port = free_port()
    log = sources.parent / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=sources,
            env=clean_environment(PYTHONPATH=str(sources / "hooks")),
            stdout=said,
            stderr=said,
        )
        try:
            running = Server(sources, f"http://127.0.0.1:{port}/", process, log)
            running.until("", lambda page: "Hải Dương" in page)
            yield running
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


PROGRAM = "data/programs/tieng-anh-giao-vien-nuoc-ngoai.yml"
PAGE = "chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/"


def test_pages_files_and_the_lost_page_are_served(server: Server):
    assert "Bồi dưỡng tiếng Anh" in server.get(PAGE)
    assert '"kind": "program"' in server.get("api/v1/programs/tieng-anh-giao-vien-nuoc-ngoai.json")
    assert "Bồi dưỡng tiếng Anh" in server.get(PAGE.rstrip("/"))
    assert "Đối tượng" in server.get("doi-tuong")
    assert "Giới thiệu" in server.get("gioi-thieu/")
    assert "Địa chỉ bạn vừa mở không dẫn tới trang nào" in server.get("khong/co/")
    assert "--" in server.get("assets/stylesheets/site.css")


def test_broken_data_shows_the_problems_in_place_of_every_page_and_mended_the_site_is_back(server: Server):
    server.change(PROGRAM, lambda text: text.replace("verification:", "hours: nhiều\nverification:"))
    line = (server.sources / PROGRAM).read_text(encoding="utf-8").split("hours:")[0].count("\n") + 1
    problems = server.until("", lambda page: "not-a-number" in page)
    assert f"<bdi>{PROGRAM}:{line}:8</bdi>" in problems
    assert "Dữ liệu có 1 lỗi" in problems
    assert "Chỉ viết chữ số" in problems
    for address in (PAGE, "khong/co/", "gioi-thieu/"):
        assert "not-a-number" in server.until(address, lambda page: "not-a-number" in page)
    server.change(PROGRAM, lambda text: text.replace("hours: nhiều\n", ""))
    assert "not-a-number" not in server.until(PAGE, lambda page: "Bồi dưỡng tiếng Anh" in page)
    assert "Hải Dương" in server.until("", lambda page: "not-a-number" not in page and bool(page))


def test_broken_settings_and_yaml_that_cannot_be_read_show_problems_too(server: Server):
    for path, breaking in (("data/site.yml", "name: [\n"), (PROGRAM, 'title: "không đóng\n')):
        whole = (server.sources / path).read_text(encoding="utf-8")
        server.change(path, lambda _, breaking=breaking: breaking)  # type: ignore[misc]
        assert path in server.until("", lambda page: "yaml-syntax" in page)
        server.change(path, lambda _, whole=whole: whole)  # type: ignore[misc]
        server.until(PAGE, lambda page: "Bồi dưỡng tiếng Anh" in page)


def test_a_new_record_and_a_changed_one_are_served(server: Server):
    server.change(
        "data/programs/moi.yml", lambda _: "title: Chương trình vừa thêm\nverification: {level: draft}\n"
    )
    assert "Chương trình vừa thêm" in server.until("chuong-trinh/moi/", lambda page: "vừa thêm" in page)
    (server.sources / "data/programs/moi.yml").unlink()
    server.until("chuong-trinh/moi/", lambda page: "không dẫn tới trang nào" in page)


def test_an_edited_template_of_the_views_of_the_frame_and_a_written_page_are_built_again(server: Server):
    for path, before, after in (
        ("hooks/catalogue/templates/record.html", "Gửi cho đồng nghiệp", "Gửi cho bạn cùng cơ quan"),
        ("overrides/partials/footer.html", "Dữ liệu theo giấy phép", "Dữ liệu dùng theo giấy phép"),
    ):
        server.change(path, lambda text, before=before, after=after: text.replace(before, after))  # type: ignore[misc]
        server.until(PAGE, lambda page, after=after: after in page)  # type: ignore[misc]
    server.change("docs/gioi-thieu.md", lambda text: f"{text}\n\nMột câu vừa viết thêm.\n")
    server.until("gioi-thieu/", lambda page: "Một câu vừa viết thêm." in page)
