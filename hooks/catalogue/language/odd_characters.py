"""Characters that look like a space, a hyphen, a quote or a digit but are another: what they are and mean.

In a sentence they are right. In a date, a number, an id, and where YAML asks for a sign, nothing reads them.
"""

from __future__ import annotations

import re
import unicodedata

SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
DASHES = "\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d"
QUOTES = "\u2018-\u201f\u2032\u2033\u301d\u301e\u02bc\u02ee"
WIDE = "\uff01-\uff0c\uff0e-\uff5e"
COLONS = "\uff1a\ufe55\u2236\ua789"
ODD = re.compile(f"[{SPACES}{DASHES}{QUOTES}{WIDE}{COLONS}]")
"""Any of them."""
NAMES = (
    (SPACES, "dấu cách lạ", " "),
    (DASHES, "dấu gạch lạ", "-"),
    (QUOTES, "dấu nháy cong", '"'),
    (COLONS, "dấu hai chấm lạ", ":"),
    (WIDE, "chữ, số hay dấu khổ rộng", ""),
)
"""What each sort is called, and what is meant by it; a wide character means the same in its usual width."""


def name_of(character: str) -> str:
    """What an odd character is called."""
    return next(name for among, name, _ in NAMES if re.match(f"[{among}]", character))


def usual(character: str) -> str:
    """The character that is meant by an odd one."""
    meant = next(meant for among, _, meant in NAMES if re.match(f"[{among}]", character))
    return meant or unicodedata.normalize("NFKC", character)


def plain(text: str) -> str:
    """A text with the usual characters in the place of odd ones, without spaces and quotes around it."""
    return ODD.sub(lambda found: usual(found[0]), text).strip(" \"'")
