"""All files that can be taken along: those of the whole catalogue, and the families of the others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.language.vietnamese import number
from catalogue.model.sections import SECTIONS
from catalogue.page import Download, Published
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, Downloads, Offer, Seal, beside

ANY = "<mã>"
"""Stands in an address for what differs from file to file."""
FEW = 3
"""So many files of one sort stand among the others; more of them have a table of their own."""
UNITS = ("byte", "KB", "MB", "GB")


class OfferedFile(NamedTuple):
    """A file of the whole catalogue as it is published; `amount` says how much is in it: «51 mục»."""

    offer: Offer
    amount: str
    seal: Seal

    @property
    def size_in_words(self) -> str:
        """Its size: «1,2 MB»."""
        return size_in_words(self.seal.size)


class Family(NamedTuple):
    """Files that many pages have, one each: how many, how their addresses are made, and one of them."""

    title: str
    form: str
    pattern: str
    total: int
    example: str


def is_whole(offer: Offer) -> bool:
    """Whether a file is of the whole catalogue, or of a section: it belongs to no page among many."""
    return offer.download.page.count("/") < 2


def offered(downloads: Downloads) -> Iterator[Offer]:
    """Every offer: first those of the whole catalogue, then those of the pages in their order."""
    yield from downloads.get(DATA_PAGE, ())
    for page, offers in downloads.items():
        if page != DATA_PAGE:
            yield from offers


def whole_files(context: Context, published: Published, but: str = "") -> list[OfferedFile]:
    """The files of the whole catalogue, with size and checksum; without the one that tells of the others."""
    return [
        OfferedFile(offer, amount(offer.download), seal_of(context, published, offer.address))
        for offer in offered(context.downloads)
        if is_whole(offer) and offer.address != but
    ]


def amount(download: Download) -> str:
    """How much is in a file: «51 mục»."""
    return f"{number(download.total)} {download.counted}"


def seal_of(context: Context, published: Published, address: str) -> Seal:
    """The size and the checksum of what is published at an address: large files are read once for all."""
    if address not in context.seals:
        content = published(address)
        context.seals[address] = Seal(len(content), hashlib.sha256(content).hexdigest())
    return context.seals[address]


def in_tables(files: Iterable[OfferedFile]) -> tuple[list[OfferedFile], dict[str, list[OfferedFile]]]:
    """The files that stand for themselves; and, by form, those of which many are alike: one for each kind."""
    alike: dict[tuple[str, str, bool], list[OfferedFile]] = defaultdict(list)
    for each in files:
        folder, of_all = each.offer.address.rpartition("/")[0], each.offer.download.page == DATA_PAGE
        alike[folder, each.offer.download.form, of_all].append(each)
    alone = [each for some in alike.values() if len(some) <= FEW for each in some]
    return alone, {form: some for (_, form, _), some in alike.items() if len(some) > FEW}


def families(downloads: Downloads) -> dict[str, list[Family]]:
    """The files that belong to one page among many, by section: those with one sort of address together."""
    alike: dict[tuple[str, str], list[Offer]] = defaultdict(list)
    for offer in offered(downloads):
        if not is_whole(offer):
            alike[offer.download.page.partition("/")[0], pattern_of(offer)].append(offer)
    found: dict[str, list[Family]] = {section: [] for section in SECTIONS}
    for (section, pattern), (first, *others) in alike.items():
        told = first.download
        found[section].append(Family(told.title, told.form, pattern, len(others) + 1, first.address))
    return {section: some for section, some in found.items() if some}


def pattern_of(offer: Offer) -> str:
    """The address of a file, with a mark for what tells its page apart from others of its section."""
    section, id, *rest = offer.download.page.strip("/").split("/")
    own = beside(offer.download.page, "")
    if offer.address.startswith(own):
        page = "".join(f"{part}/" for part in (section, ANY, *rest))
        return beside(page, offer.address.removeprefix(own))
    folder, _, name = offer.address.rpartition("/")
    return f"{folder}/{ANY}{name.removeprefix(id)}"


def size_in_words(size: int) -> str:
    """How large a file is, as folders show it: «1,2 MB»."""
    power = max(0, min((size.bit_length() - 1) // 10, len(UNITS) - 1))
    value = Decimal(size) / 1024**power
    rounded = value.quantize(Decimal("0.1") if value < 10 and power else Decimal(1))
    return f"{number(rounded)} {UNITS[power]}"


def checksums(files: Sequence[OfferedFile]) -> str:
    """The checksums as `sha256sum --check` reads them."""
    return "\n".join(f"{each.seal.checksum}  {each.offer.address}" for each in files)
