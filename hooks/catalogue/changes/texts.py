"""Whether two texts say the same in other words, by what their sense hangs on, and how alike they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any
from unicodedata import normalize

from catalogue.language.sense import ALTERNATIVES, DENIALS, NUMERALS, PEOPLE, Alternatives
from catalogue.language.vietnamese import canonical, fold

NUMBER = re.compile(r"[0-9]+(?:[/-][0-9]+)+|[0-9]+(?:[.,][0-9]+)*", re.ASCII)
"""A day in a text, or a number, with what parts its digits."""
THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+", re.ASCII)
WORDS = re.compile(r"\w+")
LETTERS = re.compile(r"[^\W\d_]+")
SIGN = re.compile(r"[^\w\s,]")
"""What may end a sentence, or open one: the word behind it has a capital though it is no name."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for words and phrases, the longest of those that begin alike."""
    return rf"\b({'|'.join(sorted(words, key=len, reverse=True))})\b"


ALL = (*DENIALS, *NUMERALS, *PEOPLE, *(word for each in ALTERNATIVES for side in each for word in side))
TELLING = frozenset(part for word in ALL for part in word.split())
MARKS = re.compile(one_of(ALL))
"""The words and phrases that the sense hangs on, and the words that they are made of."""
DENYING = re.compile(one_of(DENIALS) + r"((?:\s+\w+){0,3})")
"""A denial, and what is denied: the words behind it, no farther than a sign."""
REACH = 6
"""How many words stand at most between the ends of what is looked for."""


class Saying:
    """A text, given word by word, and what its sense hangs on."""

    def __init__(self, words: Iterable[str]) -> None:
        self.text = normalize("NFC", " ".join(words))
        self.plain = canonical(self.text)

    @cached_property
    def numbers(self) -> Counter[str]:
        """The numbers and days that it states, as they are read: 1.000 is 1000, 05 is 5, 05/03 is 5-3."""
        found = NUMBER.findall(self.text)
        return Counter("-".join(as_read(part) for part in re.split("[/-]", digits)) for digits in found)

    @cached_property
    def marks(self) -> Counter[str]:
        """How often it has each of the words that its sense hangs on."""
        return Counter(MARKS.findall(self.plain))

    @cached_property
    def denied(self) -> list[tuple[str, set[str]]]:
        """The words by which it denies, each with what it denies."""
        return [(denial, {*behind.split()}) for denial, behind in DENYING.findall(self.plain)]

    @cached_property
    def words(self) -> list[str]:
        """Its words, one after another."""
        return LETTERS.findall(self.plain)

    @cached_property
    def names(self) -> set[str]:
        """Its abbreviations, and the words with a capital that does not only open a sentence."""
        return {*capitalised(self.text)}

    def names_lost(self, other: Saying) -> set[str]:
        """Its names that another text has in no form, neither spelt out nor shortened."""
        there = {*other.words}
        lost = {name for name in self.names if canonical(name) not in there}
        if lost:
            shortened = filter(is_abbreviation, other.names)
            spelt = {word for name in shortened for word in spelt_out(name, self.words)}
            lost = {name for name in lost if canonical(name) not in spelt}
        return {name for name in lost if not (is_abbreviation(name) and spelt_out(name, other.words))}


def says_otherwise(before: Any, after: Any) -> bool:
    """Whether two texts differ in what their sense hangs on.

    That is a number, a denial or what is denied, a word in the stead of its opposite, somebody or a name that
    comes or goes. Where words stand counts for denials alone. Where none of the words between the first and
    the last that differ says anything of it, no more is looked at.
    """
    one, other = (("" if text is None else str(text)).split() for text in (before, after))
    same = shared(one, other)
    behind = shared(one[same:][::-1], other[same:][::-1])
    parted = [*one[same : len(one) - behind], *other[same : len(other) - behind]]
    if not any(map(may_tell, parted)):
        return False
    start, end = max(same - REACH, 0), max(behind - REACH, 0)
    place = Saying(one[start : len(one) - end]), Saying(other[start : len(other) - end])
    return counts_otherwise(*place) or (means_others(*place) and means_others(Saying(one), Saying(other)))


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words, or characters, two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (this, that) in pairs if this != that), min(len(one), len(other)))


@lru_cache(10_000)
def may_tell(word: str) -> bool:
    """Whether a word, as it stands between spaces, may be or be a part of what the sense hangs on."""
    return any(each.isdigit() or each.isupper() for each in word) or not TELLING.isdisjoint(
        LETTERS.findall(canonical(word))
    )


def counts_otherwise(one: Saying, other: Saying) -> bool:
    """Whether numbers, denials or the sides of an opposition come or go.

    Of a place in which two texts differ this is as true as of the whole texts.
    """
    return one.numbers != other.numbers or is_turned(one.marks, other.marks)


def means_others(one: Saying, other: Saying) -> bool:
    """Whether somebody or a name comes or goes, or something else is denied."""
    return bool(
        any((word in one.marks) != (word in other.marks) for word in PEOPLE)
        or not (denies_within(one, other) and denies_within(other, one))
        or one.names_lost(other)
        or other.names_lost(one)
    )


def as_read(digits: str) -> str:
    """A number without the points between its thousands and without zeros before it."""
    whole, comma, fraction = digits.partition(",")
    if THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    return (whole.lstrip("0") or "0") + comma + fraction


def is_turned(was: Counter[str], is_now: Counter[str]) -> bool:
    """Whether numbers or denials came or went, or words stand in the stead of their opposites."""
    return was != is_now and (
        any(was[word] != is_now[word] for word in (*DENIALS, *NUMERALS))
        or any(is_exchanged(each, was, is_now) for each in ALTERNATIVES)
    )


def is_exchanged(alternatives: Alternatives, was: Counter[str], is_now: Counter[str]) -> bool:
    """Whether one meaning gave way to another."""
    moved = [sum(is_now[word] - was[word] for word in meaning) for meaning in alternatives]
    return min(moved) < 0 < max(moved)


def denies_within(one: Saying, other: Saying) -> bool:
    """Whether all that a text denies is denied by another text too, by some word of it."""
    return all(
        any(denial == word and (behind & there or behind == there) for word, there in other.denied)
        for denial, behind in one.denied
    )


def capitalised(text: str) -> Iterator[str]:
    """The words of a text that are abbreviations, or have a capital that does not only open a sentence."""
    end = 0
    for word in LETTERS.finditer(text):
        opens = not end or SIGN.search(text, end, word.start())
        if word[0][0].isupper() and (is_abbreviation(word[0]) or not opens):
            yield word[0]
        end = word.end()


def is_abbreviation(word: str) -> bool:
    """Whether a word is written in capitals throughout."""
    return len(word) > 1 and word.isupper()


def spelt_out(abbreviation: str, words: Sequence[str]) -> Sequence[str]:
    """The words, one after another, whose first letters an abbreviation has; none where there are none."""
    at = "".join(fold(word[0]) for word in words).find(fold(abbreviation))
    return words[at : at + len(abbreviation)] if at >= 0 else ()


def unlike(before: Any, after: Any) -> float:
    """How little two texts have in common: from 0, the same words in any order, to 1, no word."""
    one, other = ({*WORDS.findall(str(text).casefold())} for text in (before, after))
    return 1 - len(one & other) / max(len(one | other), 1)
