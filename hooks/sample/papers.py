"""The documents of a sample: projects, decisions and rules, which replace, amend and guide one another; and those of the plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sample.days import days_after, workday
from sample.desk import Desk
from sample.entry import Body, Paper, Values

AGE = 2600
"""Days since the oldest document."""
ABOVE_ALL_REAL = 900
"""Numbers of central documents begin here: no real one of its year is called so."""


class Sort(NamedTuple):
    """A category of documents: what its titles begin with and go on with, the end of its numbers, the roles or names of those who issue it."""

    opening: str
    about: str
    letters: str
    issuers: tuple[str, ...]
    central: bool = False


SORTS = {
    "decision": Sort("Quyết định", "about_decision", "/QĐ-UBND", ("Ủy ban nhân dân thành phố",)),
    "scheme": Sort("Đề án", "about_scheme", "-ĐA/TU", ("party",)),
    "guidance": Sort("Hướng dẫn", "about_work", "-HD/BTC", ("party", "department")),
    "letter": Sort("Công văn về việc", "about_work", "/CV-SNV", ("department",)),
    "regulation": Sort("Quy định", "about_rule", "-QĐ/TU", ("party",)),
    "resolution": Sort("Nghị quyết", "about_rule", "/NQ-HĐND", ("Hội đồng nhân dân thành phố",)),
    "conclusion": Sort("Kết luận", "about_rule", "-KL/TU", ("party",)),
    "strategy": Sort("Chiến lược", "about_scheme", "/CL-UBND", ("Ủy ban nhân dân thành phố",)),
    "decree": Sort("Nghị định", "about_rule", "/NĐ-CP", ("Chính phủ (mẫu)",), central=True),
    "circular": Sort("Thông tư", "about_rule", "/TT-BNV", ("Bộ Nội vụ (mẫu)",), central=True),
    "law": Sort("Luật", "about_rule", "/QH", ("Quốc hội (mẫu)",), central=True),
}
GUIDING, GUIDED = {"guidance", "circular", "decision"}, ("law", "decree", "resolution", "scheme")

Older = defaultdict[str, list[Paper]]
"""The documents issued so far, by their category."""


def papers(desk: Desk, programs: int, bodies: Sequence[Body]) -> Iterator[Paper]:
    """Documents other than plans, for so many programmes: made from the oldest, told from the newest, which is used most."""
    older: Older = defaultdict(list)
    count = 24 + programs // 40
    made = [paper_in_turn(desk, older, bodies, AGE * (count - index) // count) for index in range(count)]
    yield from reversed(made)


def paper_in_turn(desk: Desk, older: Older, bodies: Sequence[Body], age: int) -> Paper:
    """The next document, so many days old or a little older."""
    category = desk.draw.in_turn("category", tuple(SORTS))
    issuers = [body for body in bodies if {body.role, body.name}.intersection(SORTS[category].issuers)]
    day = (
        None
        if desk.maybe("in preparation", 3)
        else workday(days_after(desk.calendar.today, -age - desk.draw.below(20)))
    )
    paper = paper_of(desk, category, day, issuers, older)
    older[category] += [paper] if day else []
    return paper


def paper_of(desk: Desk, category: str, issued: date | None, issuers: Sequence[Body], older: Older) -> Paper:
    """A document with its relations to older ones."""
    about = desk.sentence(SORTS[category].about, matter=desk.matter(), people=desk.people())
    title = desk.title("document", f"{SORTS[category].opening} {about[:1].lower()}{about[1:]}")
    id = desk.id("document", title)
    values: Values = {
        "title": title,
        "summary": f"Văn bản của dữ liệu mẫu: {title[:1].lower()}{title[1:]}."
        if desk.maybe("summary", 50)
        else None,
        **desk.confirmed(drafts=5),
        "category": category,
        **(issue(desk, SORTS[category], issued, issuers) if issued else {"state": "in_preparation"}),
        **(relations(desk, category, issued, older) if issued else {}),
        "address": f"https://van-ban.mau.example/{id}/" if desk.maybe("address", 40) else None,
    }
    return Paper(kind="document", id=id, values=values, category=category, issued=issued)


def issue(desk: Desk, sort: Sort, issued: date, issuers: Sequence[Body]) -> Values:
    """Number, day and issuers."""
    count = desk.draw.between(1, 400)
    number = (
        f"{ABOVE_ALL_REAL + count}/{issued.year}{sort.letters}" if sort.central else f"{count}{sort.letters}"
    )
    return {
        "number": number if desk.maybe("number", 92) else None,
        "as_printed": [number.replace("/", " ").replace("-", " ")] if desk.maybe("as printed", 12) else None,
        "state": "issued",
        "issuers": [body.id for body in desk.draw.several(issuers, 2 if desk.maybe("joint", 6) else 1)],
        "issued": f"{issued:%Y-%m}" if desk.maybe("month only", 6) else issued,
        "in_force": in_force(desk, issued) if desk.maybe("in force", 45) else None,
    }


def in_force(desk: Desk, issued: date) -> Values:
    """From when a document holds, and until when."""
    ended = desk.maybe("out of force", 10, rare=True)
    return {
        "start": days_after(issued, desk.draw.pick((0, 15, 45))),
        "end": days_after(issued, desk.draw.between(700, 2400)) if ended else None,
    }


def relations(desk: Desk, category: str, issued: date, older: Older) -> Values:
    """What a document replaces, amends and guides: documents issued before it."""
    same = before(older[category], issued)
    above = [id for each in GUIDED for id in before(older[each], issued)]
    return {
        "replaces": desk.draw.several(same, 2) if same and desk.maybe("replaces", 20, rare=True) else None,
        "amends": desk.draw.several(same[::-1], 1) if same and desk.maybe("amends", 15, rare=True) else None,
        "guides": desk.draw.several(above, 1)
        if above and category in GUIDING and desk.maybe("guides", 40, rare=True)
        else None,
    }


def before(documents: Sequence[Paper], day: date) -> list[str]:
    """The last of some documents that were issued before a day."""
    return [paper.id for paper in documents[-40:] if paper.issued and paper.issued < day]


def plan_paper(desk: Desk, title: str, issuer: Body, year: int) -> Paper:
    """The document that a training plan of a year is: issued in the January before its classes, or when its body had begun."""
    issued = workday(max(date(year, 1, desk.draw.between(4, 24)), issuer.start or date.min))
    number = f"{desk.draw.between(1, 300)}{'-KH/TU' if 'party' in issuer.role else '/KH-UBND'}"
    values: Values = {"title": desk.title("document", title), **desk.confirmed(drafts=5), "category": "plan"}
    values |= {"number": number, "state": "issued", "issuers": [issuer.id], "issued": issued}
    return Paper(
        kind="document",
        id=desk.id("document", values["title"]),
        values=values,
        category="plan",
        issued=issued,
    )
