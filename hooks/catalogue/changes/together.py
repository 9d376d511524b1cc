"""Two states read together: of a file that both have, what is the same in both is read once."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.changes.blocks import UsualValues, usual_values
from catalogue.changes.states import RecordKey, State
from catalogue.files.usual_file import plain_value
from catalogue.parallel import divided

PART = 256
"""How many records a process reads before it asks for more."""


def read_both(base: State, head: State, keys: Sequence[RecordKey]) -> None:
    """Read the values of some records in both states; what cannot be read is refused there."""
    paths = [(base.paths.get(key, ""), head.paths.get(key, "")) for key in keys]
    before = base.unread(path for path, _ in paths if path)
    after = head.unread(path for _, path in paths if path)
    contents = [(before.get(one), after.get(other)) for one, other in paths]

    def work(part: int) -> list[tuple[UsualValues, UsualValues]]:
        return [values_of_both(*pair) for pair in contents[part * PART : (part + 1) * PART]]

    read = [pair for pairs in divided(-(-len(keys) // PART), work) for pair in pairs]
    for (one, other), (was, is_now), (old, new) in zip(paths, contents, read, strict=True):
        if was is not None:
            base.take(one, old, was)
        if is_now is not None:
            head.take(other, new, is_now)


def values_of_both(before: bytes | None, after: bytes | None) -> tuple[UsualValues, UsualValues]:
    """The values of a record in both states; None where it is not there, or not a usual one."""
    if before is None or after is None:
        return plain_value(before or b""), plain_value(after or b"")
    return usual_values(before, after)
