"""What a sample is made from: a number of programmes, a seed and a day, as arguments give them."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import UTC, date, datetime

from catalogue.language.vietnamese import number

MOST = 200_000
"""The programmes of the largest sample: more than all cities of the country have together."""
BEYOND = 10**12
"""From here on, numbers mean nothing to anybody, and a cost is not told."""
DAY = date(2026, 11, 22)
"""The day that a sample is seen from unless another is given; a clock would make other bytes every day."""
EARLIEST, LATEST = date(1960, 1, 1), date(2080, 12, 31)
"""Documents go back some years, plans and terms go ahead some: the model must take all of these years."""

FILES_OF_ONE, BYTES_OF_ONE, SECONDS_OF_ONE = 1.57, 6_600, 0.0012
"""What a programme and its share of other records cost; measured at 10,000, on a disk with blocks of 4 KB."""


@dataclass(frozen=True)
class Recipe:
    """The same recipe makes the same bytes."""

    programs: int
    seed: int = 1
    today: date = DAY

    @property
    def bytes_on_disk(self) -> int:
        """About what the sample takes, with what even the smallest one has."""
        return self.programs * BYTES_OF_ONE + 1_000_000


def programs_asked(written: str) -> int:
    """The number of programmes that an argument asks for."""
    count = whole(written)
    if count is None:
        raise ArgumentTypeError(
            f"«{written[:40]}» không phải số chương trình; viết liền bằng chữ số, ví dụ 60 hoặc 10000."
        )
    if count < 1:
        raise ArgumentTypeError(
            "cần ít nhất 1 chương trình: danh mục không có chương trình nào thì không có gì để thử."
        )
    if count > MOST:
        reason = f"{cost(count)} " if count < BEYOND else ""
        raise ArgumentTypeError(f"{reason}Lệnh này tạo nhiều nhất {number(MOST)} chương trình.")
    return count


def cost(count: int) -> str:
    """What so many programmes would need, in words."""
    each = (FILES_OF_ONE, BYTES_OF_ONE / 10**9, SECONDS_OF_ONE / 60)
    files, gigabytes, minutes = (number(round(count * of_one)) for of_one in each)
    needed = f"{files} tệp, {gigabytes} GB trên đĩa và {minutes} phút"
    return f"{number(count)} chương trình cần khoảng {needed}."


def seed_asked(written: str) -> int:
    """The seed that an argument gives."""
    seed = whole(written)
    if seed is None or not 0 <= seed < BEYOND:
        rule = "hạt giống là một số nguyên từ 0 trở lên, nhiều nhất 12 chữ số"
        raise ArgumentTypeError(f"«{written[:40]}» không phải hạt giống; {rule}.")
    return seed


def whole(written: str) -> int | None:
    """A whole number, or None where the text is none."""
    return int(written) if re.fullmatch(r"-?[0-9]{1,4000}", written) else None


def day_asked(written: str) -> date:
    """The day that an argument gives."""
    try:
        day = datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise ArgumentTypeError(
            f"«{written[:40]}» không phải ngày; viết năm-tháng-ngày, ví dụ {DAY}."
        ) from None
    if not EARLIEST <= day <= LATEST:
        raise ArgumentTypeError(f"ngày {day} nằm ngoài khoảng {EARLIEST} đến {LATEST}.")
    return day
