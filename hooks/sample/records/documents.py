"""The documents: those of plans; and schemes, decisions and rules, which refer to one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sample.days import days_after, workday
from sample.model import SampleDocument, SampleOrganization, Values
from sample.tools import Tools

AGE = 2600
"""Days since the oldest document."""
FIRST_CENTRAL_NUMBER = 900
"""Numbers of central documents begin here, above all that real ones of a year have."""


class DocumentSort(NamedTuple):
    """What the documents of a category have in common."""

    opening: str
    """How their titles begin."""
    about: str
    """The list of sentences that their titles go on with."""
    letters: str
    """How their numbers end."""
    issuers: tuple[str, ...]
    """The roles or the names of the organizations that issue them."""
    central: bool = False


SORTS = {
    "decision": DocumentSort("Quyết định", "about_decision", "/QĐ-UBND", ("Ủy ban nhân dân thành phố",)),
    "scheme": DocumentSort("Đề án", "about_scheme", "-ĐA/TU", ("party",)),
    "guidance": DocumentSort("Hướng dẫn", "about_work", "-HD/BTC", ("party", "department")),
    "letter": DocumentSort("Công văn về việc", "about_work", "/CV-SNV", ("department",)),
    "regulation": DocumentSort("Quy định", "about_rule", "-QĐ/TU", ("party",)),
    "resolution": DocumentSort("Nghị quyết", "about_rule", "/NQ-HĐND", ("Hội đồng nhân dân thành phố",)),
    "conclusion": DocumentSort("Kết luận", "about_rule", "-KL/TU", ("party",)),
    "strategy": DocumentSort("Chiến lược", "about_scheme", "/CL-UBND", ("Ủy ban nhân dân thành phố",)),
    "decree": DocumentSort("Nghị định", "about_rule", "/NĐ-CP", ("Chính phủ (mẫu)",), central=True),
    "circular": DocumentSort("Thông tư", "about_rule", "/TT-BNV", ("Bộ Nội vụ (mẫu)",), central=True),
    "law": DocumentSort("Luật", "about_rule", "/QH", ("Quốc hội (mẫu)",), central=True),
}
GUIDING = {"guidance", "circular", "decision"}
GUIDED = ("law", "decree", "resolution", "scheme")

Older = defaultdict[str, list[SampleDocument]]
"""The documents issued so far, by their category."""


def documents(
    tools: Tools, programs: int, organizations: Sequence[SampleOrganization]
) -> Iterator[SampleDocument]:
    """The documents for so many programmes; the newest, which are used most, come first."""
    older: Older = defaultdict(list)
    count = 24 + programs // 40
    ages = [AGE * (count - index) // count for index in range(count)]
    made = [document_in_turn(tools, older, organizations, age) for age in ages]
    yield from reversed(made)


def document_in_turn(
    tools: Tools, older: Older, organizations: Sequence[SampleOrganization], age: int
) -> SampleDocument:
    """The next document, so many days old or a little older."""
    category = tools.chance.in_turn("category", tuple(SORTS))
    issuing = set(SORTS[category].issuers)
    issuers = [each for each in organizations if issuing.intersection((each.role, each.name))]
    prepared = tools.maybe("in preparation", 3)
    issued = None if prepared else days_ago(tools, age + tools.chance.below(20))
    made = document(tools, category, issued, issuers, older)
    if issued:
        older[category].append(made)
    return made


def days_ago(tools: Tools, count: int) -> date:
    """A working day so many days ago."""
    return workday(days_after(tools.calendar.today, -count))


def document(
    tools: Tools, category: str, issued: date | None, issuers: Sequence[SampleOrganization], older: Older
) -> SampleDocument:
    """A document with its relations to older ones."""
    about = tools.sentence(SORTS[category].about, matter=tools.matter(), people=tools.people())
    title = tools.title("document", f"{SORTS[category].opening} {about[:1].lower()}{about[1:]}")
    id = tools.id("document", title)
    summary = f"Văn bản của dữ liệu mẫu: {title[:1].lower()}{title[1:]}."
    values: Values = {
        "title": title,
        "summary": tools.perhaps("summary", 50, summary),
        **tools.confirmed(drafts=5),
        "category": category,
        **(issue(tools, SORTS[category], issued, issuers) if issued else {"state": "in_preparation"}),
        **(relations(tools, category, issued, older) if issued else {}),
        "address": tools.perhaps("address", 40, f"https://van-ban.mau.example/{id}/"),
    }
    return SampleDocument(kind="document", id=id, values=values, category=category, issued=issued)


def issue(tools: Tools, sort: DocumentSort, issued: date, issuers: Sequence[SampleOrganization]) -> Values:
    """Number, issuers, and the days of issue and of force."""
    number = number_of(tools, sort, issued.year)
    printed = number.replace("/", " ").replace("-", " ")
    return {
        "number": tools.perhaps("number", 92, number),
        "as_printed": tools.perhaps("as printed", 12, [printed]),
        "state": "issued",
        "issuers": [each.id for each in tools.chance.several(issuers, 2 if tools.maybe("joint", 6) else 1)],
        "issued": f"{issued:%Y-%m}" if tools.maybe("month only", 6) else issued,
        "in_force": in_force(tools, issued) if tools.maybe("in force", 45) else None,
    }


def number_of(tools: Tools, sort: DocumentSort, year: int) -> str:
    """The number of a document; central ones have the year in it."""
    count = tools.chance.between(1, 400)
    return (
        f"{FIRST_CENTRAL_NUMBER + count}/{year}{sort.letters}" if sort.central else f"{count}{sort.letters}"
    )


def in_force(tools: Tools, issued: date) -> Values:
    """From when a document holds, and until when."""
    ended = tools.maybe("out of force", 10, rare=True)
    return {
        "start": days_after(issued, tools.chance.pick((0, 15, 45))),
        "end": days_after(issued, tools.chance.between(700, 2400)) if ended else None,
    }


def relations(tools: Tools, category: str, issued: date, older: Older) -> Values:
    """The older documents that a document replaces, amends and guides."""
    same = issued_before(older[category], issued)
    above = [id for each in GUIDED for id in issued_before(older[each], issued)]

    def related(question: str, percent: float, ids: Sequence[str], most: int) -> list[str]:
        return tools.chance.several(ids, most) if ids and tools.maybe(question, percent, rare=True) else []

    return {
        "replaces": related("replaces", 20, same, 2),
        "amends": related("amends", 15, same[::-1], 1),
        "guides": related("guides", 40, above, 1) if category in GUIDING else None,
    }


def issued_before(documents: Sequence[SampleDocument], day: date) -> list[str]:
    """The ids of the last documents that were issued before a day."""
    return [each.id for each in documents[-40:] if each.issued and each.issued < day]


def plan_document(tools: Tools, title: str, issuer: SampleOrganization, year: int) -> SampleDocument:
    """The document of a plan: issued in the January of its year, or when its issuer has begun."""
    january = date(year, 1, tools.chance.between(4, 24))
    issued = workday(max(january, issuer.start or date.min))
    letters = "-KH/TU" if "party" in issuer.role else "/KH-UBND"
    number = f"{tools.chance.between(1, 300)}{letters}"
    title = tools.title("document", title)
    values: Values = {"title": title, **tools.confirmed(drafts=5), "category": "plan"}
    values |= {"number": number, "state": "issued", "issuers": [issuer.id], "issued": issued}
    id = tools.id("document", title)
    return SampleDocument(kind="document", id=id, values=values, category="plan", issued=issued)
