"""Checks of declared numbers as lists have them: under their headings, with links to the parts to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from catalogue.changes.identity import IDENTITIES
from catalogue.findings.checks import Check, Reason, Spot, StatedNumber, Verdict
from catalogue.findings.reconciliation import by_record, checks_of_plan, checks_of_unit
from catalogue.findings.telling import said
from catalogue.findings.titles import title_of
from catalogue.language.quantities import quantity
from catalogue.language.vietnamese import number
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.record import Record
from catalogue.model.records import Organization, Plan
from catalogue.model.shape import value_of
from catalogue.page import ROOT, Phrase, Piece, TemplateContent, mark_of
from catalogue.rules.declared import in_words, judgements
from catalogue.views.words.lists import LongList, anchor
from catalogue.views.words.phrases import Phrases, in_sentence
from catalogue.views.words.trails import trail_below

SECTION = "doi-chieu"
"""Where all checks stand."""
TOLD_FIRST = (
    Verdict.DISAGREES,
    Verdict.INCOMPLETE,
    Verdict.INCOMPARABLE,
    Verdict.NO_PARTS,
    Verdict.AGREES,
)
"""What needs a person first, and last what needs nobody."""
PARTS_TOLD = 20
"""The parts that are named where a number disagrees; of more of them all stand on pages of their own."""
CHECKS_SHOWN, OWN_SHOWN = 20, 10
"""How many checks under a heading the page of all checks shows at once, and how many that of their record."""


class CheckWords(NamedTuple):
    """A check as a list has it: the record, which of its numbers, what comes of it, the parts to look at.

    `more` parts stand at the address `all_parts` alone.
    """

    link: Piece
    title: str
    said: str
    parts: list[tuple[Piece, str]]
    more: int
    all_parts: str
    reviews: list[Phrase]


@dataclass(frozen=True)
class CheckPartsContent(TemplateContent):
    """What fills the template of some parts: where each stands, and its number."""

    template = "check_parts"
    parts: Sequence[tuple[Piece, str]]


@dataclass(frozen=True)
class CheckRowsContent(TemplateContent):
    """What fills the template of some checks."""

    template = "check_rows"
    rows: Sequence[CheckWords]


class HeadedChecks(NamedTuple):
    """The checks under a heading: the first of them, how many there are, where others are, folded or not."""

    heading: str
    items: Markup
    total: int
    more: Phrase
    folded: bool


class OwnChecks(NamedTuple):
    """How the numbers of one record or one unit stand to their parts: the worst verdict, and each check.

    `counts` are all verdicts where there are several; `alone` counts the numbers that have no parts at all.
    """

    mark: str
    counts: str
    lists: list[HeadedChecks]
    alone: int
    all_checks: Piece


def under_headings(checks: Iterable[Check]) -> Iterator[tuple[Verdict, str, list[Check]]]:
    """The checks of each verdict that any came to, in the order in which they are told, with their heading.

    Those that cannot be compared stand under each reason apart, so do those that agree with one part alone.
    """
    found: dict[tuple[Verdict, Reason | None, bool], list[Check]] = defaultdict(list)
    for check in checks:
        found[check.verdict, check.reason, check.is_of_one_part].append(check)
    for alike in sorted(found.values(), key=lambda alike: turn(alike[0])):
        yield alike[0].verdict, heading_of(alike[0]), alike


def turn(check: Check) -> tuple[int, int]:
    """What checks are sorted by: their verdict, then why they cannot be compared, or agree with one part."""
    reason = list(Reason).index(check.reason) if check.reason else 0
    return TOLD_FIRST.index(check.verdict), reason + check.is_of_one_part


def heading_of(check: Check) -> str:
    """The heading of a check."""
    if check.is_of_one_part:
        return f"{check.verdict.label}, chỉ có một phần"
    return f"{check.verdict.label}: {check.reason.label}" if check.reason else check.verdict.label


class ChecksInWords:
    """Checks in words. One stands among all, with its record, with its plan and with each unit that answers
    for it, so it is worded once; what was found is kept as long as the words, and known by its identity.
    """

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[int, tuple[Check, CheckWords]] = {}

    def of(self, phrases: Phrases, check: Check) -> CheckWords:
        """A check in words."""
        made = self._made.get(id(check))
        if made is None:
            made = self._made[id(check)] = check, worded(phrases, check)
        return made[1]


def check_words(phrases: Phrases, check: Check) -> CheckWords:
    """A check in words; where it disagrees, with a link to each of its parts."""
    return phrases.catalogue.once(ChecksInWords).of(phrases, check)


def worded(phrases: Phrases, check: Check) -> CheckWords:
    """A check put into words."""
    spot = check.declared.number.spot
    told = check.parts if check.verdict is Verdict.DISAGREES else ()
    more = len(told[PARTS_TOLD:])
    return CheckWords(
        Piece(phrases.catalogue.name(spot.record), address_of(phrases, spot)),
        own_title(phrases, spot),
        "; ".join(said(check)),
        [part_words(phrases, part) for part in told[:PARTS_TOLD]],
        more,
        f"{ROOT}{parts_address(check)}" if more else "",
        [phrases.review(review) for review in judgements(phrases.catalogue, check)],
    )


def part_words(phrases: Phrases, part: StatedNumber) -> tuple[Piece, str]:
    """A part in words: where it stands, and its number."""
    return link_to(phrases, part.spot), quantity(part.value, part.label, part.bound)


def parts_address(check: Check) -> str:
    """Where the parts of a check stand that are too many for a list; its number may be moved in the file."""
    spot = check.declared.number.spot
    mark = mark_of(*(each.encode() for each in identity(spot)))
    of = "-".join(anchor(str(each)) for each in (spot.record.kind, spot.record.id, check.among, mark))
    return f"{SECTION}/cac-phan/{of}/"


def identity(spot: Spot) -> Iterator[str]:
    """What makes a number of a record the one that it is: by which keys it is found, and in which items.

    Items that nothing tells apart are counted.
    """
    for step, (holder, held) in zip(spot.place, pairwise(spot.way()), strict=True):
        if isinstance(holder, tuple):
            yield repr(known_by(held))
            yield str([known_by(each) for each in holder[: int(step)]].count(known_by(held)))
        else:
            yield str(step)


def known_by(item: Any) -> tuple[str, ...]:
    """What tells an item of a list from others, as where states of the data are compared."""
    exact, *_ = IDENTITIES.get(type(item), ((),))
    return tuple(str(value_of(item, key)) for key in exact) or (str(item),)


def parts_list(phrases: Phrases, check: Check) -> LongList:
    """All parts of a check as a list of its own."""
    spot = check.declared.number.spot
    named = ", ".join(filter(None, [phrases.catalogue.name(spot.record), own_title(phrases, spot)]))
    trail = [*trail_below(SECTION), Piece(named, address_of(phrases, spot))]
    title = f"{named}: {in_words(check.declared)}, từng phần"
    return LongList(
        parts_address(check),
        SECTION,
        title,
        trail,
        check.parts,
        partial(drawn_parts, phrases),
        indexed=False,
    )


def drawn_parts(phrases: Phrases, parts: Sequence[StatedNumber]) -> Markup:
    """Some parts as a list."""
    return CheckPartsContent([part_words(phrases, part) for part in parts]).html()


class LastChecks:
    """The checks of the record that was asked for last: those of a plan stand on its page and on paper."""

    def __init__(self, _: Catalogue) -> None:
        self.page: Record | None = None
        self.checks: OwnChecks | None

    def of(self, phrases: Phrases, page: Record) -> OwnChecks | None:
        """The checks of a record's page; none where no number has parts."""
        if self.page is not page:
            self.page, self.checks = page, own_checks(phrases, page, checks_about(phrases.catalogue, page))
        return self.checks


def checks_about(catalogue: Catalogue, record: Record) -> Sequence[Check]:
    """The checks of a record's own numbers, of a plan with its programmes, of what a unit answers for."""
    if isinstance(record, Plan):
        return checks_of_plan(catalogue, record)
    if isinstance(record, Organization):
        return checks_of_unit(catalogue, record)
    return catalogue.once(by_record).get((record.kind, record.id), ())


def own_checks(phrases: Phrases, page: Record, checks: Sequence[Check]) -> OwnChecks | None:
    """Some checks as the page of their record or unit shows them.

    None where no number has parts; but a unit has its mark as soon as it answers for any number.
    """
    held = [check for check in checks if check.verdict is not Verdict.NO_PARTS]
    lists = list(under_headings(held))
    headed = [headed_checks(phrases, page, *each) for each in lists]
    alone = len(checks) - len(held)
    all_checks = Piece("Đối chiếu số liệu của cả danh mục", f"{ROOT}{SECTION}/")
    if not headed and not (checks and isinstance(page, Organization)):
        return None
    return OwnChecks(outcome_in_a_word(lists), verdicts_in_words(lists), headed, alone, all_checks)


def headed_checks(
    phrases: Phrases, page: Record, verdict: Verdict, heading: str, checks: Sequence[Check]
) -> HeadedChecks:
    """Checks of one verdict on the page of a record: only what disagrees is not folded away."""
    rows = [of_its_page(phrases, page, check) for check in checks[:OWN_SHOWN]]
    rest, folded = len(checks) - len(rows), verdict is not Verdict.DISAGREES
    more = rest_of(heading, rest) if rest else ()
    return HeadedChecks(heading, CheckRowsContent(rows).html(), len(checks), more, folded)


def rest_of(heading: str, many: int) -> Phrase:
    """How many checks under a heading stand on the page of all checks alone."""
    elsewhere = f"{ROOT}{SECTION}/#{anchor(heading)}"
    return Piece(f"Còn {number(many)} số nữa: "), Piece(f"xem danh sách «{heading}»", elsewhere)


def of_its_page(phrases: Phrases, page: Record, check: Check) -> CheckWords:
    """A check on the page of a record: a number of this very record need not name it again."""
    words, record = check_words(phrases, check), check.declared.number.spot.record
    if record is not page:
        return words
    name = words.title or f"Cả {in_sentence(KINDS[page.kind].label)}"
    return words._replace(link=words.link._replace(text=name), title="")


ByVerdict = Sequence[tuple[Verdict, str, Sequence[Check]]]
"""Checks under their headings, the worst first."""


def outcome_in_a_word(lists: ByVerdict) -> str:
    """How checks came out in a word: their one heading, else the worst verdict; that no number has parts."""
    if not lists:
        return Verdict.NO_PARTS.label
    verdict, heading, _ = lists[0]
    return heading if len(lists) == 1 else verdict.label


def verdicts_in_words(lists: ByVerdict) -> str:
    """How checks came out where they did in several ways: each verdict with its count, the worst first."""
    counts: dict[Verdict, int] = defaultdict(int)
    for verdict, _, alike in lists:
        counts[verdict] += len(alike)
    told = ", ".join(f"{in_sentence(verdict.label)} {number(count)}" for verdict, count in counts.items())
    return told if len(counts) > 1 else ""


def link_to(phrases: Phrases, spot: Spot) -> Piece:
    """A link to where a number stands, with what it is called."""
    return Piece(title_of(phrases.catalogue, spot), address_of(phrases, spot))


def address_of(phrases: Phrases, spot: Spot) -> str:
    """Where a number stands: at its class, else on the page of its record."""
    held = spot.held
    return f"{ROOT}{phrases.catalogue.address(spot.record)}{f'#{held.id}' if held else ''}"


def own_title(phrases: Phrases, spot: Spot) -> str:
    """What a number is called that is not the one of its whole record."""
    title = title_of(phrases.catalogue, spot)
    return "" if title == spot.record.title else title
