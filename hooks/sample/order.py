"""What is asked for: how many programmes, which seed, as seen from which day; and what a sample of that size costs."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from dataclasses import dataclass
from datetime import UTC, date, datetime

from catalogue.language.vietnamese import number

MOST = 200_000
"""Programmes of the largest sample: more than all cities of the country have together."""
BEYOND = 10**12
"""Numbers from here on mean nothing: not even their cost."""
DAY = date(2026, 11, 22)
"""The day that a sample is seen from unless another is given: a clock would make other bytes every day."""
EARLIEST, LATEST = date(1960, 1, 1), date(2080, 12, 31)
"""Documents go back some years, and plans and terms go ahead; all of them must be years that the model takes."""

FILES_OF_ONE, BYTES_OF_ONE, SECONDS_OF_ONE = 1.57, 6_600, 0.0012
"""What one programme costs with its share of everything else: files, bytes on a disk of 4 KB blocks, seconds. Measured at 10,000."""


@dataclass(frozen=True)
class Order:
    """One sample: the same order makes the same bytes."""

    programs: int
    seed: int = 1
    today: date = DAY

    @property
    def bytes_on_disk(self) -> int:
        """About what it takes, with what even the smallest city has."""
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
        raise ArgumentTypeError(
            f"{cost(count) if count < BEYOND else ''} Lệnh này tạo nhiều nhất {number(MOST)} chương trình.".lstrip()
        )
    return count


def cost(count: int) -> str:
    """What a sample of a size would need, in words."""
    files, gigabytes, minutes = (
        round(count * each) for each in (FILES_OF_ONE, BYTES_OF_ONE / 10**9, SECONDS_OF_ONE / 60)
    )
    return f"{number(count)} chương trình cần khoảng {number(files)} tệp, {number(gigabytes)} GB trên đĩa và {number(minutes)} phút."


def seed_asked(written: str) -> int:
    """The seed that an argument gives."""
    seed = whole(written)
    if seed is None or not 0 <= seed < BEYOND:
        raise ArgumentTypeError(
            f"«{written[:40]}» không phải hạt giống; hạt giống là một số nguyên từ 0 trở lên, nhiều nhất 12 chữ số."
        )
    return seed


def whole(written: str) -> int | None:
    """A whole number of digits and perhaps a minus; None where it is none."""
    return int(written) if re.fullmatch(r"-?[0-9]{1,4000}", written) else None


def day_asked(written: str) -> date:
    """The day that an argument names."""
    try:
        day = datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise ArgumentTypeError(
            f"«{written[:40]}» không phải ngày; viết năm-tháng-ngày, ví dụ {DAY}."
        ) from None
    if not EARLIEST <= day <= LATEST:
        raise ArgumentTypeError(f"ngày {day} nằm ngoài khoảng {EARLIEST} đến {LATEST}.")
    return day
