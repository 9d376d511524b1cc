"""By when names are to be sent, in words: the deadline that holds, and the common one where that differs."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.model.deadlines import Deadline, Due, by_deadline
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.standing import CALLED_OFF
from catalogue.page import Phrase, Piece
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.phrases import Phrases, joined

OWN, COMMON = "hạn riêng của lớp", "hạn chung của chương trình"
"""What two deadlines are called where they differ: that of a class, which binds it, and the common one."""


def is_apart(program: Program, of: Class | None) -> bool:
    """Whether a deadline is the common one of a programme of which classes have others."""
    return of is None and len(by_deadline(program)) > 1


def deadline_words(phrases: Phrases, found: Due) -> Phrase:
    """A deadline; with the common one where a class has another of its own."""
    if found.deadline is None:
        return ()
    words = (phrases.date(*found.deadline),)
    if found.common is None:
        return words
    return (*words, Piece(f" ({OWN}; {COMMON}: "), phrases.date(*found.common), Piece(")"))


def deadlines_with_classes(phrases: Phrases, program: Program) -> list[Phrase]:
    """All deadlines of a programme, the earliest first, each with the classes that it is of."""
    found = by_deadline(program)
    titles = class_titles(phrases.catalogue, program)
    several = len(found) > 1

    def words(deadline: Deadline, classes: Sequence[Class]) -> Phrase:
        date = phrases.date(*deadline)
        if not classes:
            return (date, Piece(f" ({COMMON})")) if several else (date,)
        if not several and len(classes) == len(program.classes):
            return (date,)
        names = joined([(Piece(titles[each.id], f"#{each.id}"),) for each in classes])
        return (date, Piece(" ("), *names, Piece(")"))

    return [words(deadline, classes) for deadline, classes in found.items()]


def deadlines_in_brief(phrases: Phrases, program: Program) -> list[Phrase]:
    """All deadlines of a programme but those of classes that are called off, the earliest first."""
    found = {
        deadline: classes
        for deadline, classes in by_deadline(program).items()
        if not classes or any(each.state not in CALLED_OFF for each in classes)
    }
    return [
        (phrases.date(*deadline), *([] if classes or len(found) < 2 else [Piece(" (hạn chung)")]))
        for deadline, classes in found.items()
    ]
