"""Which changes of codes are changes towards the worse, and how low they fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from catalogue.language.vocabulary import (
    ClassState,
    DocumentState,
    Obligation,
    Progress,
    VerificationLevel,
    Vocabulary,
)
from catalogue.model.shape import Shape
from catalogue.model.standing import CALLED_OFF

UPWARDS: Mapping[type[Vocabulary], Sequence[Vocabulary]] = {
    VerificationLevel: tuple(reversed(VerificationLevel)),
    Obligation: tuple(reversed(Obligation)),
    Progress: tuple(Progress),
    DocumentState: tuple(DocumentState),
    ClassState: (
        *(state for state in reversed(ClassState) if state in CALLED_OFF),
        *(state for state in ClassState if state not in CALLED_OFF),
    ),
}
"""The vocabularies of which one code is worse than another, each from the worst code to the best.

They stand in the order in which their vocabulary has them, or in the opposite one.
"""


def fall(before: Any, after: Any, shape: Shape) -> int:
    """How low a code fell: the lower it stands now, the more; 0 where it did not get worse.

    Where nothing was said nothing can fall; but a class of which nothing was said was to take place.
    """
    codes = UPWARDS.get(type(shape.codes[0]), ()) if shape.codes else ()
    if after not in codes:
        return 0
    low = codes.index(after)
    fell = codes.index(before) > low if before in codes else before is None and after in CALLED_OFF
    return len(codes) - low if fell else 0
