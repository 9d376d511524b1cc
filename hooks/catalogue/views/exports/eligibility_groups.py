"""What a group says of its members, as the page of questions compares it, and the law behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.language.vocabulary import OrganizationCategory, VerificationLevel
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.parts import Audience, AudienceBasis
from catalogue.model.program import Program
from catalogue.model.records import Document, Group
from catalogue.model.spans import Term
from catalogue.page import only_stated

JsonObject = dict[str, Any]


def group_json(catalogue: Catalogue, group: Group) -> JsonObject:
    """A group; `unasked` is what no question of the page asks for, in words."""
    # Where only a regulation explains a group, its level is that of the body that manages its members,
    # which need not be the level at which they work.
    explained = group.regulation is None or group.exhaustive
    return only_stated(
        {
            "title": catalogue.name(group),
            "code": group.code,
            "verification": confirmation_of(catalogue, group),
            "service": group.service,
            "level": group.level if explained else (),
            "block": group.blocks,
            "rank": group.rank,
            "job": group.job,
            "positions": group.positions,
            "planned": group.planned,
            "term": term_code(group.term) if group.term else None,
            "exhaustive": group.exhaustive,
            "parent": group.parent,
            "collective": collective(catalogue, group),
            "unasked": list(unasked(catalogue, group)),
            "law": law_of(catalogue, group),
        }
    )


def term_code(term: Term) -> str:
    """A term of office as an answer writes it: 2025-2030."""
    return f"{term.start}-{term.end}"


def collective(catalogue: Catalogue, group: Group) -> str | None:
    """The many bodies that a group's members belong to, where its source only names them together."""
    body = catalogue.organizations[group.organization] if group.organization else None
    return body.title if body and body.category is OrganizationCategory.COLLECTIVE else None


def unasked(catalogue: Catalogue, group: Group) -> Iterator[str]:
    """What a group's source says of its members that no question asks for."""
    if group.organization and not collective(catalogue, group):
        yield f"đơn vị {catalogue.organizations[group.organization].title}"
    if group.regulation and not group.exhaustive:
        regulation = catalogue.documents[group.regulation.document].title
        yield f"{group.code} của {regulation}" if group.code else regulation


def law_of(catalogue: Catalogue, group: Group) -> JsonObject | None:
    """The document that says who belongs to a group: its regulation, else one that it cites."""
    if group.regulation:
        return law_json(catalogue, group.regulation.document, group.regulation.locator)
    cited = next((each for each in group.sources if each.document), None)
    if cited and cited.document:
        return law_json(catalogue, cited.document, cited.locator)
    checked = group.verification
    return law_json(catalogue, checked.document, checked.locator) if checked.document else None


def law_json(catalogue: Catalogue, document: str, article: str | None) -> JsonObject:
    """A document and the place in it, as far as that is known."""
    title = catalogue.name(catalogue.documents[document])
    return only_stated({"document": document, "title": title, "article": article})


def audience_json(catalogue: Catalogue, program: Program, audience: Audience) -> JsonObject:
    """A group of a programme; with the document that says so, and whether it binds."""
    basis = basis_json(catalogue, program, audience.basis) if audience.basis else None
    return only_stated({"group": audience.group, "obligation": audience.obligation, "basis": basis})


def basis_json(catalogue: Catalogue, program: Program, basis: AudienceBasis) -> JsonObject:
    """The document that a group rests on; it binds where it was checked and its article is known."""
    document = catalogue.documents[basis.document]
    article = basis.locator or article_of(program, document)
    official = document.verification.level is VerificationLevel.OFFICIAL
    law = law_json(catalogue, basis.document, article)
    return {**law, "binding": True} if official and article else law


def article_of(program: Program, document: Document) -> str | None:
    """The article of a document that a programme rests on, else the one that the document was checked at."""
    cited = (
        basis.locator for basis in program.legal_basis if basis.document == document.id and basis.locator
    )
    return next(cited, document.verification.locator)
