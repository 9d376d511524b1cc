"""What happens as events of iCalendar: an id that stays, how often it moved, what it says on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalogue.changes.history import History
from catalogue.changes.moves import Moves, is_whole, moves_of
from catalogue.changes.states import RecordKey
from catalogue.findings.calendars import Occasion, occasions_by_program
from catalogue.findings.schedule import HappeningKind
from catalogue.language.vietnamese import day, number
from catalogue.language.vocabulary import ClassState, Measure
from catalogue.model.confirmation import confirmation_of
from catalogue.model.dates import Date
from catalogue.model.deadlines import due
from catalogue.model.parts import Venue
from catalogue.page import Publication, text_of
from catalogue.parallel import Preparing
from catalogue.views.words import icalendar
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.schedule import said

PART = 256
"""Programmes whose events one process makes at a time."""
UNKNOWN_DAY = "1970-01-01"
"""Stands where nobody knows when the data was changed: iCalendar wants some day."""
MARKS = {ClassState.CANCELLED: "[HỦY] ", ClassState.POSTPONED: "[HOÃN] "}
"""What the title of an event begins with whose class is called off."""
STATUSES = {ClassState.CANCELLED: "CANCELLED", ClassState.POSTPONED: "TENTATIVE"}
CALLED_OFF_WORDS = {
    ClassState.CANCELLED: "Lớp đã hủy.",
    ClassState.POSTPONED: "Lớp hoãn: ngày ghi ở đây có thể không còn đúng; ngày mới thì danh mục chưa ghi.",
}
ALARM = (
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P6DT16H",
    "DESCRIPTION:Còn một tuần là hết hạn gửi danh sách",
    "END:VALARM",
)
"""What rings before a deadline: at eight in the morning, a week before."""


class CalendarEvents:
    """Events as bytes. One stands in a dozen calendars, so each is made once and kept."""

    def __init__(self, phrases: Phrases, publication: Publication, history: History) -> None:
        self.phrases, self.publication, self.history = phrases, publication, history
        self.catalogue = phrases.catalogue
        self.has_sequence = is_whole(history)
        domain = self.catalogue.settings.id_domain
        self.authority = f"@{domain}" if domain else ""
        self._made: dict[str, Mapping[tuple[str, str], bytes]] = {}

    def of(self, occasion: Occasion) -> bytes:
        """The event of an occasion."""
        program = occasion.happening.program.id
        made = self._made.get(program)
        if made is None:
            made = self._made[program] = self.kept(program, self.made(program))
        return made[occasion.happening.kind, occasion.class_id]

    def all(self) -> Preparing:
        """Every event: whoever is about to make all calendars needs each."""
        programs = list(self.catalogue.once(occasions_by_program))

        def work(part: int) -> list[list[bytes]]:
            return [self.made(program) for program in programs[part * PART : (part + 1) * PART]]

        def keep(made: list[list[list[bytes]]]) -> None:
            events = (each for part in made for each in part)
            self._made = {id: self.kept(id, each) for id, each in zip(programs, events, strict=True)}

        return Preparing(-(-len(programs) // PART), work, keep)

    def kept(self, program: str, made: Iterable[bytes]) -> Mapping[tuple[str, str], bytes]:
        """The events of a programme by what each is of."""
        found = self.catalogue.once(occasions_by_program)[program]
        return {(each.happening.kind, each.class_id): event for each, event in zip(found, made, strict=True)}

    def made(self, program: str) -> list[bytes]:
        """The events of a programme."""
        found = self.catalogue.once(occasions_by_program)[program]
        moves = moves_of(self.history, program)
        titles = class_titles(self.catalogue, found[0].happening.program)
        return [icalendar.lines(self.event(each, moves, titles)) for each in found]

    def event(self, occasion: Occasion, moves: Moves, titles: Mapping[str, str]) -> Iterator[str]:
        """The properties of an event."""
        program, held = occasion.happening.program, occasion.happening.held
        state, summary = occasion.called_off, self.summary(occasion, titles)
        yield "BEGIN:VEVENT"
        yield f"UID:{self.uid(occasion, moves.first_id)}"
        yield from self.revision(occasion, moves)
        yield f"DTSTART;VALUE=DATE:{icalendar.day(occasion.first)}"
        yield f"DTEND;VALUE=DATE:{icalendar.day(occasion.behind)}"
        yield f"SUMMARY:{icalendar.text(summary)}"
        yield f"DESCRIPTION:{icalendar.text(self.description(occasion))}"
        venue = (held and held.venue) or program.venue
        if venue and occasion.happening.kind is HappeningKind.START:
            yield f"LOCATION:{icalendar.text(self.place(venue))}"
        if state:
            yield f"STATUS:{STATUSES[state]}"
        if self.publication.address:
            yield f"URL:{self.address(occasion)}"
        yield "TRANSP:TRANSPARENT"
        if occasion.happening.kind is HappeningKind.DEADLINE and not state:
            yield from ALARM
        yield "END:VEVENT"

    def uid(self, occasion: Occasion, program: str) -> str:
        """The id of an event: what happens, of which programme by its first id, of which of its classes."""
        held, kind = occasion.class_id, occasion.happening.kind
        what = "han" if kind is HappeningKind.DEADLINE else "lop" if held else "chuong-trinh"
        return ".".join(part for part in (what, program, held) if part) + self.authority

    def revision(self, occasion: Occasion, moves: Moves) -> Iterator[str]:
        """When an event was last changed, and how often it moved where the whole history tells."""
        changed = self.changed(occasion, moves) if moves.moment else self.publication.revised
        yield f"DTSTAMP:{icalendar.moment(changed or UNKNOWN_DAY)}"
        if changed:
            yield f"LAST-MODIFIED:{icalendar.moment(changed)}"
        if self.has_sequence:
            yield f"SEQUENCE:{moves.times.get((occasion.happening.kind, occasion.class_id), 0)}"

    def changed(self, occasion: Occasion, moves: Moves) -> str:
        """When anything was last changed of which an event tells: the programme, a body, a source."""
        of_record = self.history.by_record
        moments = (of_record[key][0][0].moment for key in named_in(occasion) if key in of_record)
        return max((moves.moment, *moments), key=icalendar.moment)

    def summary(self, occasion: Occasion, titles: Mapping[str, str]) -> str:
        """The title of an event; what is called off says so first, what is one day of more says which."""
        program, held = occasion.happening.program, occasion.happening.held
        name = self.catalogue.name(program)
        if held and len(program.classes) > 1:
            name = f"{name}: {titles[held.id]}"
        mark = MARKS[occasion.called_off] if occasion.called_off else ""
        return f"{mark}{name}" if occasion.has_end else f"{mark}{said(occasion.happening)}: {name}"

    def description(self, occasion: Occasion) -> str:
        """What an event says below its title, a line each; the last say how sure it is, where more stands."""
        program = occasion.happening.program
        is_deadline = occasion.happening.kind is HappeningKind.DEADLINE
        lead = self.phrases.named("organization", program.lead).text if program.lead else ""
        lines = [
            CALLED_OFF_WORDS[occasion.called_off] if occasion.called_off else "",
            *(self.of_deadline(occasion) if is_deadline else self.of_class(occasion)),
            lead and f"Đơn vị chủ trì: {lead}",
            f"Mức độ xác minh: {confirmation_of(self.catalogue, program).label}",
            self.catalogue.settings.notice,
            self.address(occasion) if self.publication.address else "",
        ]
        return "\n".join(line for line in lines if line)

    def of_class(self, occasion: Occasion) -> Iterator[str]:
        """What else is told of a class or of a programme: until when, for how many, by when names are due."""
        program, held = occasion.happening.program, occasion.happening.held
        if not occasion.has_end:
            yield end_in_words(occasion.happening.end)
        if held and held.seats is not None:
            yield f"Chỉ tiêu: {number(held.seats)} {Measure.LEARNERS.label}"
        if deadline := due(program, held).deadline:
            yield f"Hạn gửi danh sách: {self.phrases.date(*deadline).text}"

    def of_deadline(self, occasion: Occasion) -> Iterator[str]:
        """What else is told of a deadline: of which class it is, who sends names to whom."""
        program, held = occasion.happening.program, occasion.happening.held
        if held and held.start:
            yield f"Khai giảng: {self.phrases.date(held.start, held.inferred_year).text}"
        if program.nomination:
            yield text_of(self.phrases.sending(program.nomination))

    def place(self, venue: Venue) -> str:
        """Where something takes place."""
        return text_of(self.phrases.linked(venue))

    def address(self, occasion: Occasion) -> str:
        """Where the page tells of an event."""
        program = occasion.happening.program
        anchor = f"#{occasion.class_id}" if occasion.class_id else ""
        return f"{self.publication.address}{self.catalogue.address(program)}{anchor}"


def named_in(occasion: Occasion) -> Iterator[RecordKey]:
    """The records whose names an event bears, or on which it depends how far it is confirmed."""
    program, held = occasion.happening.program, occasion.happening.held
    venue, nomination = (held and held.venue) or program.venue, program.nomination
    sending = (nomination.by, nomination.to) if nomination else ()
    for id in (program.lead, venue.organization if venue else None, *sending):
        if id:
            yield "organization", id
    for citation in program.sources:
        if citation.source:
            yield "source", citation.source


def end_in_words(end: Date | None) -> str:
    """Until when something goes on that a calendar holds on its first day alone."""
    if end is None:
        return "Nguồn chưa nêu ngày bế giảng"
    return f"Bế giảng: {day(end)}{'' if end.day else ', nguồn chưa nêu ngày'}"
