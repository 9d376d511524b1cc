"""`sample` makes the data of a city that does not exist, of any size, to try and to measure with."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from catalogue.commands.command import Command
from catalogue.language.vietnamese import number
from sample.folder import write_sample
from sample.recipe import DAY, MOST, Recipe, day_asked, programs_asked, seed_asked


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--programs",
        type=programs_asked,
        required=True,
        metavar="N",
        help=f"số chương trình, từ 1 đến {number(MOST)}",
    )
    parser.add_argument(
        "--seed",
        type=seed_asked,
        default=1,
        metavar="S",
        help="hạt giống: cùng số này thì ra cùng dữ liệu (1)",
    )
    parser.add_argument(
        "--today",
        type=day_asked,
        default=DAY,
        metavar="NGÀY",
        help=f"ngày nhìn từ đó lớp là đã qua, đang học hay sắp mở ({DAY})",
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="thư mục mới hoặc trống")


def make_sample(chosen: Namespace) -> int:
    """Make a sample, and print how to look at it and what interrupted runs have left."""
    written = write_sample(Recipe(chosen.programs, chosen.seed, chosen.today), chosen.out)
    programs, files, size = (
        number(count) for count in (chosen.programs, written.files, -(-written.bytes // 1000))
    )
    print(f"Đã tạo dữ liệu mẫu trong {chosen.out}: {programs} chương trình, {files} tệp, {size} KB.")
    print(f"Xem thành trang: CATALOGUE_DATA={chosen.out} make serve")
    for folder in written.left:
        print(
            f"Còn sót «{folder}» của lần bị ngắt trước; xóa được, nếu không có lệnh nào đang ghi vào đó.",
            file=sys.stderr,
        )
    return 0


COMMAND = Command(
    "sample", "tạo dữ liệu của «Thành phố Mẫu», không có thật, để thử và đo", add_options, make_sample
)
