"""What the numbers of a check are called: by the class, the row or the part that states them."""

from __future__ import annotations

from catalogue.findings.checks import Spot
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Class, Figure, Part, ReportRow


def title_of(catalogue: Catalogue, spot: Spot) -> str:
    """What the innermost thing is called that has a name and states a number; that of its record else."""
    found = spot.record.title
    for each in spot.way():
        if isinstance(each, dict):
            return catalogue.organizations[str(spot.place[-1])].title
        found = own_title(catalogue, each) or found
    return found


def own_title(catalogue: Catalogue, holder: object) -> str | None:
    """The title of a class, a row, a figure or a part; an item of a list is its own."""
    match holder:
        case Class():
            return holder.name
        case ReportRow():
            body = catalogue.organizations.get(holder.organization or "")
            about = body or catalogue.groups.get(holder.group or "")
            return holder.title or (about.title if about else None)
        case Figure() | Part():
            return holder.title
        case str():
            return holder
    return None
