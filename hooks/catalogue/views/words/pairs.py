"""Pairs of programmes in words: what two that may overlap share, which of their classes are on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.clashes import Clash, DatedClass, clashes_of_programs
from catalogue.findings.overlaps import Overlap, overlaps_of_programs, shared_groups
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import labels
from catalogue.model.collection import years_in_words
from catalogue.model.program import Program
from catalogue.page import ROOT, Phrase, Piece, TemplateContent
from catalogue.rules.pairs import judgements_of_pair
from catalogue.views.words.context import Context
from catalogue.views.words.figures import amounts
from catalogue.views.words.phrases import Phrases, in_sentence, joined, plain

SECTION = "trung-lap"
"""Where all pairs stand."""
OWN_SHOWN = 5
"""How many pairs of one sort the page of a programme shows; beyond these only such as somebody reviewed."""
CLASSES_SHOWN = 3
"""How many classes on the same days are named of two programmes."""
TO_REVIEW, ALL_REVIEWED = "Có thể trùng, cần rà soát", "Có thể trùng, đã rà soát"
"""What the pairs of a programme stand under."""
ProgramPair = Overlap | Clash


class Side(NamedTuple):
    """One programme of a pair, and what is to be known of it: who leads it and when, or which classes."""

    link: Piece
    about: Phrase


class PairWords(NamedTuple):
    """A pair: how alike or what clashes, its programmes, what they share, alike words of titles, reviews."""

    mark: str
    sides: list[Side]
    shared: Phrase
    words: list[str]
    reviews: list[Phrase]


@dataclass(frozen=True)
class PairRowsContent(TemplateContent):
    """What fills the template of some pairs."""

    template = "pair_rows"
    rows: Sequence[PairWords]


@dataclass(frozen=True)
class OwnPairsContent(TemplateContent):
    """What fills the template of the pairs of one programme: their items, and how many more there are."""

    template = "own_pairs"
    title: str
    items: Markup
    more: str
    all_pairs: str


def drawn(phrases: Phrases, pairs: Sequence[ProgramPair]) -> Markup:
    """Some pairs as a list."""
    return PairRowsContent([pair_words(phrases, pair) for pair in pairs]).html()


def pair_words(phrases: Phrases, pair: ProgramPair, page: Program | None = None) -> PairWords:
    """A pair in words; on the page of one of its programmes that one is not named again."""
    words = overlap_words(phrases, pair) if isinstance(pair, Overlap) else clash_words(phrases, pair)
    sides = [side for side, program in zip(words.sides, pair.programs, strict=True) if program is not page]
    reviews = [phrases.reason(review) for review in judgements_of_pair(pair)]
    return words._replace(sides=sides, reviews=reviews)


def overlap_words(phrases: Phrases, pair: Overlap) -> PairWords:
    """Two programmes that may overlap."""
    shared: list[Phrase] = [groups_words(phrases, pair)]
    for label, values in (("lĩnh vực", pair.fields), ("nội dung", pair.contents)):
        names = ", ".join(map(in_sentence, labels(values)))
        shared += [plain(f"cùng {label} {names}")] if values else []
    shared.append(plain(f"cùng năm {', '.join(str(year) for year in pair.years)}"))
    shared += [plain("hai đơn vị ở hai địa bàn")] if pair.is_elsewhere else []
    return PairWords(
        f"Tên giống nhau {percent(pair)}%{without_runs(pair)}",
        [Side(phrases.link(each), leads(phrases, each)) for each in pair.programs],
        joined(shared, "; "),
        pair.words,
        [],
    )


def percent(pair: Overlap) -> str:
    """How alike two titles are, in per cent; all of it only where they are."""
    return number(int(pair.likeness * 100))


def without_runs(pair: Overlap) -> str:
    """That titles are alike but for what tells the runs of a course apart: its year, «đợt 2»."""
    titles = {program.title.casefold() for program in pair.programs}
    return " (không kể năm, đợt, khóa)" if pair.likeness == 1 and len(titles) > 1 else ""


def groups_words(phrases: Phrases, pair: Overlap) -> Phrase:
    """The groups of both: «Cùng đối tượng …», or «Đối tượng … nằm trong …»."""
    found = shared_groups(phrases.catalogue, pair)
    said: list[Phrase] = [
        (phrases.named("group", narrow),)
        if narrow == wide
        else (phrases.named("group", narrow), Piece(" nằm trong "), phrases.named("group", wide))
        for narrow, wide in found
    ]
    same = all(narrow == wide for narrow, wide in found)
    return (Piece("Cùng đối tượng " if same else "Đối tượng "), *joined(said, ", "))


def leads(phrases: Phrases, program: Program) -> Phrase:
    """Who leads a programme, else who organises it, when it takes place, how much is planned and was done."""
    label, bodies = ("Chủ trì", [program.lead]) if program.lead else ("Tổ chức", [*program.organizers])
    names: list[Phrase] = [(phrases.named("organization", body),) for body in bodies if body]
    years = years_in_words(phrases.catalogue.years(program))
    told = [f"năm {years}"] if years else []
    told += [f"{in_sentence(sort)} {said}" for sort, said in amounts(phrases, program).items() if said]
    return (Piece(f"{label}: "), *joined(names, ", "), Piece("".join(f"; {each}" for each in told)))


def clash_words(phrases: Phrases, clash: Clash) -> PairWords:
    """Two programmes with classes on the same days."""
    ones, others = ([pair[side] for pair in clash.classes] for side in (0, 1))
    choice = "; còn lớp khác vào ngày khác hoặc chưa rõ ngày" if clash.is_avoidable else ""
    return PairWords(
        "Trùng ngày",
        [Side(phrases.link(each[0].program), classes_words(phrases, each)) for each in (ones, others)],
        (Piece("Cùng đối tượng "), phrases.named("group", clash.group.id), Piece(choice)),
        [],
        [],
    )


def classes_words(phrases: Phrases, classes: Iterable[DatedClass]) -> Phrase:
    """Some classes of a programme with their days."""
    several = list({each.held.id: each for each in classes}.values())
    said: list[Phrase] = [
        (
            Piece(each.held.name, f"{ROOT}{phrases.catalogue.address(each.program)}#{each.held.id}"),
            Piece(", "),
            *phrases.dates(each.held.start, each.held.end),
        )
        for each in several[:CLASSES_SHOWN]
    ]
    more = len(several) - len(said)
    return (*joined(said, "; "), Piece(f"; và {number(more)} lớp khác" if more > 0 else ""))


def own_pairs(context: Context, program: Program) -> Markup:
    """The pairs of a programme as its page shows them; empty where it stands in none."""
    catalogue = context.catalogue
    clashes = catalogue.once(clashes_of_programs).get(program.id, ())
    sorts: tuple[Sequence[ProgramPair], ...] = (
        catalogue.once(overlaps_of_programs).get(program.id, ()),
        [each for each in clashes if not each.is_avoidable or judgements_of_pair(each)],
    )
    shown = [
        pair_words(context.phrases, pair, program)
        for pairs in sorts
        for turn, pair in enumerate(pairs)
        if turn < OWN_SHOWN or judgements_of_pair(pair)
    ]
    if not shown:
        return Markup()
    more = sum(len(pairs) for pairs in sorts) - len(shown)
    said = f"Còn {number(more)} cặp nữa ở trang chung." if more else ""
    title = ALL_REVIEWED if all(pair.reviews for pair in shown) and not more else TO_REVIEW
    return OwnPairsContent(title, PairRowsContent(shown).html(), said, f"{ROOT}{SECTION}/").html()
