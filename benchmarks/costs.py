"""What outputs take and weigh, sort by sort, in processor time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from benchmarks.measuring import seconds_of, spent
from catalogue.page import Output
from catalogue.publish.output import Fill, file_from


class Cost(NamedTuple):
    """What outputs of one sort come to; `seconds` are those of all processors."""

    outputs: int = 0
    seconds: float = 0
    size: int = 0
    largest: int = 0

    @property
    def cells(self) -> list[str]:
        """Its figures in a row of the table."""
        megabytes, kilobytes = self.size / 1e6, self.largest / 1e3
        return [f"{self.outputs:,}", f"{self.seconds:.1f}", f"{megabytes:.1f}", f"{kilobytes:,.0f}"]

    def plus(self, seconds: float, size: int) -> Cost:
        """The cost with that of one output more."""
        return Cost(self.outputs + 1, self.seconds + seconds, self.size + size, max(self.largest, size))


class Costs(dict[str, Cost]):
    """What each sort of outputs comes to, by its name."""

    def of_work(self, name: str, work: Callable[[], object]) -> None:
        """Measure what is worked out for outputs to be made later."""
        self.count(name, seconds_of(work))

    def of_outputs(
        self, name: Callable[[Output], str], outputs: Iterable[Output], fill: Fill
    ) -> Iterator[tuple[str, bytes]]:
        """Measure what each output takes to plan and to make; gives what was made."""
        begun = spent()
        for output in outputs:
            made = file_from(output, fill)
            self[name(output)] = self.get(name(output), Cost()).plus(spent() - begun, len(made[1]))
            yield made
            begun = spent()

    def count(self, name: str, seconds: float) -> None:
        """Add the seconds of something that is no output."""
        cost = self.get(name, Cost())
        self[name] = cost._replace(seconds=cost.seconds + seconds)
