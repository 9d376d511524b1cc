"""What the head of a plan's page tells: its document, parent and child plans, how much its source gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from catalogue.language.vietnamese import number
from catalogue.model.collection import years_in_words
from catalogue.model.records import Document, Plan
from catalogue.model.shape import shapes, title
from catalogue.model.standing import NOT_TOLD
from catalogue.page import Phrase, Piece
from catalogue.views.words.phrases import Phrases, plain
from catalogue.views.words.validity import changes_to

FEW = 5
"""Child plans that are named at the head; all of them are listed below."""
FROM_DOCUMENT = ("number", "issued", "in_force")
WHOLENESS: Mapping[bool | None, str] = {
    True: "Đủ các chương trình của kế hoạch",
    False: "Một phần của kế hoạch",
    None: "Chưa rõ đã đủ kế hoạch hay chưa",
}
"""How much of a plan its source gives, by what the plan says of it."""

Told = Iterator[tuple[str, list[Phrase]]]
"""Facts as labels with their phrases."""


def document_told(phrases: Phrases, plan: Plan) -> Told:
    """The document of a plan: its name, its number, its day, since when it holds, what took its place."""
    if plan.document is None:
        return
    document = phrases.catalogue.documents[plan.document]
    yield title(Plan, "document"), [(phrases.named("document", document.id),)]
    for name in FROM_DOCUMENT:
        value = getattr(document, name)
        if value or name == "in_force":
            told = phrases.of(value, shapes(Document)[name]) if value else [plain(NOT_TOLD)]
            yield title(Document, name), told
    for name, label in (("replaces", "Được thay bằng"), ("amends", "Được sửa đổi bằng")):
        if changes := changes_to(phrases.catalogue, document, name):
            yield label, [(phrases.link(each.record),) for each in changes]


def parent_told(phrases: Phrases, plan: Plan) -> Told:
    """The plan that a plan belongs to, with its years where they are others; then its child plans."""
    catalogue = phrases.catalogue
    if plan.parent:
        parent = catalogue.plans[plan.parent]
        years = "" if catalogue.years(parent) == catalogue.years(plan) else years_told(phrases, parent)
        yield title(Plan, "parent"), [(phrases.link(parent), *([Piece(years, quiet=True)] if years else []))]
    children = [each for each in catalogue.referring("plan", plan.id, "parent") if not each.is_draft]
    if children:
        rest = len(children) - FEW
        named: list[Phrase] = [(phrases.link(each),) for each in children[:FEW]]
        yield (
            "Kế hoạch con",
            [*named, *([plain(f"và {number(rest)} kế hoạch khác")] if rest > 0 else [])],
        )


def years_told(phrases: Phrases, plan: Plan) -> str:
    """The years of a plan in brackets."""
    years = phrases.catalogue.years(plan)
    return f" (năm {years_in_words(years)})" if years else ""


def complete_told(phrases: Phrases, plan: Plan) -> Told:
    """How much of a plan its source gives."""
    yield "Nguồn nêu", [plain(WHOLENESS[plan.complete])]


TOLD_OF_PLANS: Mapping[str, Callable[[Phrases, Plan], Told]] = {
    "document": document_told,
    "parent": parent_told,
    "complete": complete_told,
}
"""The fields of a plan that its head tells in its own way, whether they say anything or not."""
