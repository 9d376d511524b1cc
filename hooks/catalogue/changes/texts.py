"""Whether two texts say the same in other words, by their numbers and denials, and how alike they are."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from unicodedata import normalize

NUMBER = re.compile(r"[0-9]+(?:[/-][0-9]+)+|[0-9]+(?:[.,][0-9]+)*", re.ASCII)
"""A day in a text, or a number, with what parts its digits."""
THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+", re.ASCII)
DENIAL = re.compile(r"\b(?:không|chưa|trừ)\b", re.IGNORECASE)
"""What turns the sense of a sentence round where it comes or goes."""
WORDS = re.compile(r"\w+")


def says_otherwise(before: Any, after: Any) -> bool:
    """Whether one text states a number, or denies something, where the other does not."""
    one, other = ("" if each is None else normalize("NFC", str(each)) for each in (before, after))
    return numbers_in(one) != numbers_in(other) or denials_in(one) != denials_in(other)


def numbers_in(text: str) -> Counter[str]:
    """The numbers and days that a text states, as they are read: 1.000 is 1000, 05 is 5, 05/03 is 5-3."""
    return Counter(
        "-".join(as_read(part) for part in re.split("[/-]", digits)) for digits in NUMBER.findall(text)
    )


def as_read(digits: str) -> str:
    """A number without the points between its thousands and without zeros before it."""
    whole, comma, fraction = digits.partition(",")
    if THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    return (whole.lstrip("0") or "0") + comma + fraction


def denials_in(text: str) -> Counter[str]:
    """How often a text denies, by the words in which it does."""
    return Counter(word.lower() for word in DENIAL.findall(text))


def unlike(before: Any, after: Any) -> float:
    """How little two texts have in common: from 0, the same words in any order, to 1, no word."""
    one, other = ({*WORDS.findall(str(text).casefold())} for text in (before, after))
    return 1 - len(one & other) / max(len(one | other), 1)
