"""The words on which the sense of a sentence hangs: with another in its stead it says something else.

Few, and only such as hardly ever come or go where a sentence is only polished; as `canonical` gives them.
"""

from __future__ import annotations

from typing import TypeAlias

from catalogue.language.vietnamese import canonical
from catalogue.language.vocabulary import Rank, Service

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""What can stand in one place of a sentence, one meaning beside the other; each in a few words for it."""

DENIALS = (
    *("không", "chưa"),
    *("trừ", "miễn"),  # who or what is left out
    *("cấm", "hủy", "hoãn", "dừng"),  # what does not take place, or may not
)
"""What turns a sentence round where it comes or goes, or is said of something else."""

NUMERALS = (
    *("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"),
    *("mươi", "lăm", "trăm", "nghìn", "ngàn", "triệu", "nửa", "rưỡi"),
)
"""The words for numbers that mostly mean one."""
PEOPLE = (
    *(canonical(each.label) for each in (*Service, *Rank)),
    *("đảng viên", "đoàn viên", "hội viên", "đại biểu", "người lao động"),  # by what they belong to
    *("bác sĩ", "giáo viên", "giảng viên", "nhà giáo", "sinh viên"),  # by trade
    *("bí thư", "chủ tịch", "giám đốc", "phó"),  # by post: a deputy is another one
)
"""Whom a sentence is about: where one of them comes or goes, others are meant."""

ALTERNATIVES: tuple[Alternatives, ...] = (
    (("và",), ("hoặc", "hay")),  # all of it is asked for, or one is enough
    (("bắt buộc", "phải"), ("khuyến khích", "nên"), ("được", "có thể")),  # how much somebody has to
    (("trên",), ("dưới",)),  # of an age, a number, a rank
    (("trước",), ("sau",)),  # of a day, of what happens
    (("ít nhất", "tối thiểu"), ("nhiều nhất", "tối đa")),  # the end of a span that is meant
    (("toàn bộ", "tất cả", "mọi"), ("một phần", "một số")),  # how much of it, how many of them
    (("trong",), ("ngoài",)),  # of a place, a plan, the working hours
    (("tăng", "thêm"), ("giảm", "bớt")),  # which way a number goes
    (("nam",), ("nữ",)),  # who may come
    (("dự kiến",), ("chính thức",)),  # meant, or decided
    (("một",), ("năm",)),  # numbers then; elsewhere an article, and a year
)
"""Meanings of which one says something else than another in its stead."""
