"""Which documents are in force, as far as the data says: since when, until when, replaced by what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import DocumentState
from catalogue.model.collection import Backlink, Catalogue
from catalogue.model.records import Document


def changes_to(catalogue: Catalogue, document: Document, key: str) -> list[Backlink]:
    """The references of other documents that name one as what they change: `replaces` or `amends` it."""
    backlinks = catalogue.backlinks.get(("document", document.id), ())
    return [each for each in backlinks if each.place[0] == key and not each.record.is_draft]


def is_replaced(catalogue: Catalogue, document: Document) -> bool:
    """Whether another document says that it replaces this one."""
    return bool(changes_to(catalogue, document, "replaces"))


def validity_in_words(catalogue: Catalogue, documents: Iterable[Document]) -> str:
    """A sentence on how many documents are known to be in force, to follow another; none for no document."""
    known = "; ".join(counted(catalogue, [each for each in documents if not each.is_draft]))
    return f" {known}." if known else ""


def counted(catalogue: Catalogue, documents: list[Document]) -> Iterator[str]:
    """The documents by what is known of them, each under the first that holds."""
    replaced = {each.id for each in documents if is_replaced(catalogue, each)}
    others = [each for each in documents if each.id not in replaced]
    dated = [each for each in others if each.in_force]
    coming = [each for each in others if not each.in_force and each.state is DocumentState.IN_PREPARATION]
    sorts = (
        (len(dated), "văn bản đã rõ ngày có hiệu lực"),
        (len(replaced), "văn bản đã được thay thế"),
        (len(coming), "văn bản đang chuẩn bị ban hành"),
        (len(others) - len(dated) - len(coming), "văn bản chưa có thông tin về hiệu lực"),
    )
    yield from (f"{number(many)} {words}" for many, words in sorts if many)
