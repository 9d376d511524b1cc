"""Outputs become files: all at once on several processes, or one by one when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from catalogue import parallel
from catalogue.page import Closing, Download, File, Output, Page, Published, environment, forget_templates
from catalogue.publish.output import (
    PART,
    Waiting,
    file_of,
    make_files,
    make_pages,
    write_all,
    write_outputs,
)
from catalogue.publish.placing import OutputError, must_be_empty
from catalogue.terminal import Tell, tell_nobody
from catalogue.views.edition import Edition
from catalogue.views.words.context import Context
from tests.catalogue.views.small import PLACE, catalogue_in, catalogue_of
from tests.site.built import contents


def page(address: str, body: str = "Thân", *, indexed: bool = False) -> Output:
    """An output that is a page."""
    return Output(address, lambda: Page(address, "Tên", "Mô tả", "x", body), indexed)


def file_to_take_along(address: str) -> Output:
    """An output that is a file of two bytes."""
    offered = Download("Tên", "JSON", "a/", 1, "mục")
    return Output(address, lambda: File(address, b"{}", "application/json"), download=offered)


def edition_with(*outputs: Output, closing: tuple[Closing, ...] = ()) -> Edition:
    """An edition with these outputs and no others."""
    files = [output for output in outputs if output.download]
    pages = [output for output in outputs if not output.download]
    return Edition(Context(catalogue_of({}), PLACE), files, pages, closing)


def make_all(edition: Edition, folder: Path, tell: Tell = tell_nobody) -> None:
    """Make all outputs of an edition that has its pages, and not those that are planned for it."""
    make_files(edition.context, folder, tell, lambda _: edition)
    make_pages(edition, body_of, folder, tell)


def body_of(page: Page) -> str:
    """A frame that is nothing but the page."""
    return page.body


def test_one_process_and_several_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    catalogue = catalogue_in("tests/hai-duong")
    written = {}
    for number in (1, 3):
        monkeypatch.setattr(parallel, "processes", lambda number=number: number)
        edition = make_files(Context(catalogue, PLACE), tmp_path / str(number))
        make_pages(edition, body_of, tmp_path / str(number))
        written[number] = contents(tmp_path / str(number))
        assert len(written[number]) == len(edition.outputs) + len(edition.closing) > 2 * PART
    assert written[1] == written[3]


def test_whoever_asks_is_told_how_far_it_is(tmp_path: Path):
    data = file_to_take_along("a.json")
    pages = [page(f"{number}/") for number in range(2 * PART)]
    told: list[str] = []
    closing = (Closing("lengths.txt", lambda _: File("lengths.txt", b"", "text/plain")),)
    make_all(edition_with(data, *pages, closing=closing), tmp_path, told.append)
    assert told[:2] == ["Chuẩn bị danh sách…", "Tạo tệp, lập danh sách trang…"]
    pages_and_closing = {f"Tạo trang: {turn}/{2 * PART + 1}" for turn in (0, 1, PART + 1)}
    assert {*told[2:]} <= pages_and_closing | {"Tạo tệp: 0/1"}


def test_templates_are_compiled_before_work_is_shared(tmp_path: Path):
    def compiled() -> File:
        return File("compiled.txt", str(len(environment().cache or ())).encode(), "text/plain")

    forget_templates()
    counting = Output("compiled.txt", compiled, download=Download("Tên", "TXT", "a/", 1, "mục"))
    edition = edition_with(counting)
    make_files(edition.context, tmp_path, plan=lambda _: edition)
    assert contents(tmp_path)["compiled.txt"] == str(len(environment().list_templates())).encode()


def test_a_page_among_files_is_refused(tmp_path: Path):
    offered = Download("Tên", "HTML", "a/", 1, "mục")
    edition = edition_with(page("a/")._replace(download=offered))
    with pytest.raises(TypeError, match="a/ is a page"):
        make_files(edition.context, tmp_path, plan=lambda _: edition)
    assert contents(tmp_path) == {}


def test_all_outputs_and_a_sitemap_of_those_to_be_found_are_written(tmp_path: Path):
    catalogue = catalogue_in("tests/hai-duong")
    count = write_outputs(catalogue, tmp_path)
    files = contents(tmp_path)
    assert len(files) == count
    assert files["sitemap.xml"].count(b"<loc>") > len(list(catalogue))
    assert b"/404" not in files["sitemap.xml"]


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.html"),
        ("don-vi/", "don-vi/index.html"),
        ("a/b.json", "a/b.json"),
        ("404.html", "404.html"),
    ],
)
def test_an_address_is_answered_by_a_file(address: str, file: str):
    assert file_of(address) == file


def test_only_what_is_to_be_found_is_listed():
    edition = edition_with(page("a/", indexed=True), page("b/"), page("", indexed=True))
    assert edition.listed == ["a/", ""]


# When they are asked for


def waiting_for(folder: Path, *made: Output, closing: tuple[Closing, ...] = ()) -> Waiting:
    """Outputs that wait to be asked for."""
    waiting = Waiting()
    waiting.put(edition_with(*made, closing=closing), body_of, folder)
    return waiting


def test_what_is_asked_for_is_written_and_nothing_else(tmp_path: Path):
    data = Output("api/x.json", lambda: File("api/x.json", b"{}", "application/json"))
    waiting = waiting_for(tmp_path, page("", "Đầu"), page("don-vi/a/"), page("don-vi/b/"), data)
    assert contents(tmp_path) == {}
    assert waiting.fetch("don-vi/a/")
    assert waiting.fetch("api/x.json")
    assert waiting.fetch("")
    assert contents(tmp_path) == {
        "api/x.json": b"{}",
        "don-vi/a/index.html": "Thân".encode(),
        "index.html": "Đầu".encode(),
    }


def test_an_address_is_known_without_the_slash_at_its_end(tmp_path: Path):
    assert waiting_for(tmp_path, page("don-vi/a/")).fetch("don-vi/a")
    assert list(contents(tmp_path)) == ["don-vi/a/index.html"]


@pytest.mark.parametrize(
    "address", ["don-vi/", "don-vi", "khong-co/", "don-vi/a/index", "../x/", "/", "a" * 5000]
)
def test_an_address_at_which_nothing_waits_writes_nothing(tmp_path: Path, address: str):
    assert not waiting_for(tmp_path, page("don-vi/a/")).fetch(address)
    assert contents(tmp_path) == {}


def test_what_waited_before_waits_no_more(tmp_path: Path):
    waiting = waiting_for(tmp_path / "old", page("a/", "cũ"), page("b/"))
    waiting.put(edition_with(page("a/", "mới")), body_of, tmp_path / "new")
    assert waiting.fetch("a/")
    assert not waiting.fetch("b/")
    assert contents(tmp_path) == {"new/a/index.html": "mới".encode()}


def test_what_is_asked_for_again_is_made_again(tmp_path: Path):
    bodies = iter(["một", "hai"])
    waiting = waiting_for(tmp_path, Output("a/", lambda: Page("a/", "T", "M", "x", next(bodies))))
    waiting.fetch("a/")
    assert waiting.fetch("a/")
    assert contents(tmp_path) == {"a/index.html": b"hai"}


def lengths(published: Published) -> File:
    """A file that tells how long two others are, one of which is made of it."""
    told = " ".join(str(len(published(address))) for address in ("a.json", "b.json"))
    return File("lengths.txt", told.encode(), "text/plain")


def test_what_is_made_of_others_is_made_after_them(tmp_path: Path):
    data = file_to_take_along("a.json"), file_to_take_along("b.json")
    edition = edition_with(page("b/"), *data, closing=(Closing("lengths.txt", lengths),))
    make_all(edition, tmp_path)
    assert contents(tmp_path)["lengths.txt"] == b"2 2"


def test_what_is_made_of_others_makes_them_when_it_is_asked_for(tmp_path: Path):
    data = file_to_take_along("a.json"), file_to_take_along("b.json")
    waiting = waiting_for(tmp_path, *data, page("c/"), closing=(Closing("lengths.txt", lengths),))
    assert waiting.fetch("lengths.txt")
    assert contents(tmp_path) == {
        "a.json": b"{}",
        "b.json": b"{}",
        "lengths.txt": b"2 2",
    }


def test_an_output_that_cannot_be_made_leaves_the_file_as_it_was_and_the_next_can_be_asked_for(
    tmp_path: Path,
):
    def broken() -> Page:
        raise ValueError("hỏng")

    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("cũ", encoding="utf-8")
    waiting = waiting_for(tmp_path, Output("a/", broken), page("b/"))
    with pytest.raises(ValueError, match="hỏng"):
        waiting.fetch("a/")
    assert waiting.fetch("b/")
    assert contents(tmp_path) == {"a/index.html": "cũ".encode(), "b/index.html": "Thân".encode()}


def test_many_may_ask_at_once_and_none_of_them_finds_half_a_file(tmp_path: Path):
    body = "chữ " * 100_000
    waiting = waiting_for(tmp_path, *(page(f"p{number}/", body) for number in range(4)))

    def fetched(number: int) -> str:
        assert waiting.fetch(f"p{number % 4}/")
        return (tmp_path / f"p{number % 4}/index.html").read_text(encoding="utf-8")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(fetched, range(40))) == {body}
    assert sorted(contents(tmp_path)) == [f"p{number}/index.html" for number in range(4)]


def test_what_is_being_made_is_finished_before_other_outputs_wait(tmp_path: Path):
    begun, go_on = Event(), Event()

    def slowly() -> Page:
        begun.set()
        assert go_on.wait(20)
        return Page("a/", "T", "M", "x", "cũ")

    waiting = waiting_for(tmp_path / "old", Output("a/", slowly))
    with ThreadPoolExecutor(2) as pool:
        fetching = pool.submit(waiting.fetch, "a/")
        assert begun.wait(20)
        putting = pool.submit(waiting.put, edition_with(page("a/", "mới")), body_of, tmp_path / "new")
        assert not is_done_within(putting, seconds=0.2)
        go_on.set()
        assert fetching.result(20)
        putting.result(20)
    assert contents(tmp_path) == {"old/a/index.html": "cũ".encode()}
    assert waiting.fetch("a/")
    assert contents(tmp_path)["new/a/index.html"] == "mới".encode()


def is_done_within(future: Future[None], seconds: float) -> bool:
    try:
        future.result(seconds)
    except TimeoutError:
        return False
    return True


# Files and folders


def test_contents_are_written_into_folders_of_any_depth_and_over_what_was_there(tmp_path: Path):
    files = {"a": b"1", "b/c": b"2", "b/d/e/f/g.html": b"3", "h/i.html": b"4", "h/j.html": b""}
    write_all(files.items(), tmp_path / "new" / "site")
    write_all([("a", b"5")], tmp_path / "new" / "site")
    assert contents(tmp_path / "new" / "site") == files | {"a": b"5"}


def test_a_file_that_stands_where_a_folder_must_is_an_error(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        write_all([("a/b/c.html", b"")], tmp_path)


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda folder: folder.write_text("một tệp"), "là một tệp"),
        (lambda folder: (folder / ".an").mkdir(parents=True), "đã có nội dung"),
    ],
    ids=["a file", "a folder that is not empty"],
)
def test_a_place_that_cannot_take_outputs_is_refused(
    tmp_path: Path, prepare: Callable[[Path], object], told: str
):
    prepare(tmp_path / "out")
    with pytest.raises(OutputError, match=told):
        must_be_empty(tmp_path / "out")


def test_a_new_folder_and_an_empty_one_are_taken(tmp_path: Path):
    must_be_empty(tmp_path / "new")
    must_be_empty(tmp_path)
    assert list(tmp_path.iterdir()) == []
