"""Writes outputs into a folder: all of them at once, or each when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeAlias

from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.page import Output, Page, Publication, compile_templates
from catalogue.parallel import divided, no_collecting, prepare
from catalogue.publish.frame import plain_frame
from catalogue.publish.placing import must_be_empty
from catalogue.publish.sitemap import sitemap_files
from catalogue.terminal import Tell, tell_nobody
from catalogue.views.edition import Edition, edition_of_files, with_pages
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import named_on

Fill: TypeAlias = Callable[[Page], str]
"""Puts a page into its frame."""
PART = 64
"""Outputs that one process makes at a time."""


def write_outputs(catalogue: Catalogue, folder: Path) -> int:
    """Write every page and file; returns how many."""
    must_be_empty(folder)
    edition = make_files(Context(catalogue, Publication(catalogue.settings.place)), folder)
    make_pages(edition, plain_fill(edition.context), folder)
    beside = list(sitemap_files(edition.listed, edition.context.publication))
    write_all(beside, folder)
    return len(edition.outputs) + len(edition.closing) + len(beside)


def plain_fill(context: Context) -> Fill:
    """Puts pages into the frame that needs no MkDocs."""
    frame = plain_frame(context.catalogue.settings)

    def fill(page: Page) -> str:
        return frame.fill(page, context.publication, named_on(context.downloads, page.address))

    return fill


@no_collecting()
def make_files(
    context: Context,
    folder: Path,
    tell: Tell = tell_nobody,
    plan: Callable[[Context], Edition] = edition_of_files,
) -> Edition:
    """Make the files of a context below a folder, on all processors; returns its edition, planned whole.

    This process plans, which no other could do for it: files while the others make what many of these hold,
    pages while the others make files.
    """
    planned: list[Edition] = []

    def plan_pages() -> None:
        tell("Tạo tệp, lập danh sách trang…")
        planned.append(with_pages(planned[0]))

    tell("Chuẩn bị danh sách…")
    compile_templates()
    needed = [context.told_history.all(), context.calendar_events.all()]
    prepare(needed, lambda: planned.append(plan(context)))
    share_out(Shares("tệp", in_parts(planned[0].files), no_page, folder, tell), plan_pages)
    return planned[1]


@no_collecting()
def make_pages(edition: Edition, fill: Fill, folder: Path, tell: Tell = tell_nobody) -> None:
    """Make all of an edition but its files, which are there, below a folder, on all processors.

    What closes it is made by one process, one after the other, while the others make pages.
    """
    edition.context.entries.make_all()
    closing = [each.after(partial(content_at, folder)) for each in edition.closing]
    share_out(Shares("trang", [closing, *in_parts(edition.pages)], fill, folder, tell))


def no_page(page: Page) -> str:
    """Refuses a page among the files: it would have no frame."""
    raise TypeError(f"{page.address} is a page, planned by a view of files")


class Shares(NamedTuple):
    """Outputs to be made below a folder, and what they are: each part by one process, in its order."""

    what: str
    parts: Sequence[Sequence[Output]]
    fill: Fill
    folder: Path
    tell: Tell


def share_out(shares: Shares, first: Callable[[], None] | None = None) -> None:
    """Make outputs on all processors; this process does something else first."""
    *turns, total = accumulate(map(len, shares.parts), initial=0)

    def work(part: int) -> None:
        write_all((file_from(output, shares.fill) for output in shares.parts[part]), shares.folder)

    def begun(part: int) -> None:
        shares.tell(f"Tạo {shares.what}: {number(turns[part])}/{number(total)}")

    divided(len(shares.parts), work, begun, first)


def in_parts(outputs: Iterable[Output]) -> list[list[Output]]:
    """Outputs in parts, in their order."""
    left = iter(outputs)
    return list(iter(lambda: list(islice(left, PART)), []))


def content_at(folder: Path, address: str) -> bytes:
    """The bytes of what is published at an address."""
    return (folder / file_of(address)).read_bytes()


class Waiting:
    """Outputs that are made when they are asked for: whoever edits a record need not wait for all pages."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.folder = Path()
        self.make: dict[str, Callable[[], tuple[str, bytes]]] = {}
        """By their files below the folder."""

    def put(self, edition: Edition, fill: Fill, folder: Path) -> None:
        """Let these outputs wait, and no others: what is being made of earlier ones is finished first."""
        closing = (each.after(self.content) for each in edition.closing)
        with self.lock:
            self.folder = folder
            self.make = {
                file_of(output.address): partial(file_from, output, fill)
                for output in (*edition.outputs, *closing)
            }

    def forget(self, folder: Path) -> None:
        """Let nothing wait until the outputs for a folder are there."""
        with self.lock:
            self.folder, self.make = folder, {}

    def fetch(self, address: str) -> bool:
        """Write what an address asks for, with or without its slash; False where nothing waits for it."""
        with self.lock:
            asked = [each for each in (file_of(address), file_of(f"{address}/")) if each in self.make]
            for file in asked:
                self.write(file)
        return bool(asked)

    def write(self, file: str) -> None:
        """Make a file anew; others may look for it meanwhile, and find the whole of it or nothing."""
        write_all([(f"{file}.new", self.make[file]()[1])], self.folder)
        (self.folder / f"{file}.new").replace(self.folder / file)

    def content(self, address: str) -> bytes:
        """The bytes of what another output is made of, which is being fetched."""
        if not (self.folder / file_of(address)).exists():
            self.write(file_of(address))
        return content_at(self.folder, address)


def file_of(address: str) -> str:
    """The file below the site's root that is answered at an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def file_from(output: Output, fill: Fill) -> tuple[str, bytes]:
    """The file that an output makes: its path below the site's root, and its bytes."""
    item = output.make()
    return file_of(item.address), fill(item).encode() if isinstance(item, Page) else item.content


def write_all(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write each content at its address below a folder."""
    for address, content in files:
        target = os.path.join(folder, address)  # noqa: PTH118 - written thirty thousand times: a Path takes longer to make than its file to write
        make_folder(os.path.dirname(target))  # noqa: PTH120
        with open(target, "wb", buffering=0) as stream:  # noqa: PTH123
            stream.write(content)


def make_folder(folder: str) -> None:
    """Make a folder, and those above it where they are missing too."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
