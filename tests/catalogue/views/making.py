"""What a catalogue publishes, each page and file made when a test first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from catalogue.changes.history import History
from catalogue.model.collection import Catalogue
from catalogue.page import File, Output, Page, Publication
from catalogue.views.edition import edition_of
from catalogue.views.words.context import Context

Each = TypeVar("Each")


class MadeOnce(Mapping[str, Each]):
    """Pages or files by their addresses, made one by one.

    All those of the smallest catalogue take half a second, its workbook and its database most of it.
    """

    def __init__(self, addresses: Iterable[str], make: Callable[[str], Each]) -> None:
        self.addresses, self.make = dict.fromkeys(addresses), cache(make)

    def __getitem__(self, address: str) -> Each:
        if address in self.addresses:
            return self.make(address)
        raise KeyError(address)

    def __contains__(self, address: object) -> bool:
        return address in self.addresses

    def __iter__(self) -> Iterator[str]:
        return iter(self.addresses)

    def __len__(self) -> int:
        return len(self.addresses)


def outputs_of(catalogue: Catalogue, history: History, publication: Publication) -> Mapping[str, Page | File]:
    """Every page and file of a catalogue by its address, not made yet."""
    edition = edition_of(Context(catalogue, publication, history))
    closing = [each.after(lambda address: file_of(made[address]).content) for each in edition.closing]
    outputs = {output.address: output for output in (*edition.outputs, *closing)}
    assert len(outputs) == len(edition.outputs) + len(closing), "two outputs at one address"
    made = MadeOnce(outputs, lambda address: made_at(outputs[address]))
    return made


def made_at(output: Output) -> Page | File:
    """What stands at the address of an output, and at no other."""
    made = output.make()
    assert made.address == output.address
    return made


def is_page(address: str) -> bool:
    """Whether a page stands at an address, and no file."""
    return not address or address.endswith("/")


def page_of(made: Page | File) -> Page:
    assert isinstance(made, Page)
    return made


def file_of(made: Page | File) -> File:
    assert isinstance(made, File)
    return made
