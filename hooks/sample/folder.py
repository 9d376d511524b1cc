"""Puts a sample into a folder: written beside it and moved there when it is whole, so that nothing half-written is taken for a catalogue."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from catalogue.language.vietnamese import number
from catalogue.publish.output import OutputError, must_be_empty
from sample.order import Order
from sample.tree import files

REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EFBIG: "tệp lớn hơn mức được phép",
    errno.EACCES: "không có quyền ghi",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EEXIST: "chỗ ấy nằm dưới một tệp",
    errno.ENOTDIR: "chỗ ấy nằm dưới một tệp",
    errno.ENAMETOOLONG: "tên quá dài",
}


class Written(NamedTuple):
    """What was written: files, bytes, and the folders that interrupted runs have left beside."""

    files: int
    bytes: int
    left: tuple[Path, ...]


def write_sample(order: Order, out: Path) -> Written:
    """A sample in a new or empty folder; an OutputError where it cannot be, and then nothing is there."""
    try:
        must_be_empty(out)
        place = out.resolve()
        must_be_elsewhere(place)
        must_have_room(place, order)
        left = tuple(place.parent.glob(f".{escape(place.name)}.building-*"))
        with folder_beside(place) as new:
            count, size = write_files(order, new)
            put_in_place(new, place)
    except OSError as error:
        raise OutputError(
            f"{REASONS.get(error.errno or 0, error.strerror)}. Phần ghi dở, nếu có, đã được xóa; «{out}» vẫn như trước."
        ) from error
    return Written(count, size, left)


def must_be_elsewhere(place: Path) -> None:
    """Refuse the folder that one stands in: another takes its place, and whoever stands there would see nothing of it."""
    if place == Path.cwd():
        raise OutputError(
            "không ghi vào chính thư mục đang đứng; ra ngoài rồi ghi tên nó, hoặc chọn một thư mục mới."
        )


def must_have_room(place: Path, order: Order) -> None:
    """Refuse what the disk has no room for before anything is written."""
    standing = next(folder for folder in (place, *place.parents) if folder.is_dir())
    free = shutil.disk_usage(standing).free
    if free < order.bytes_on_disk:
        needed, had = (number(-(-size // 10**6)) for size in (order.bytes_on_disk, free))
        raise OutputError(
            f"đĩa còn {had} MB, mà {number(order.programs)} chương trình cần khoảng {needed} MB. Chọn ổ đĩa khác, hoặc ít chương trình hơn."
        )


@contextmanager
def folder_beside(place: Path) -> Iterator[Path]:
    """A new folder on the same disk as a place, gone at the end with whatever is in it then."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.building-{token_hex(4)}")
    new.mkdir()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_files(order: Order, folder: Path) -> tuple[int, int]:
    """Write every file; returns how many, and how many bytes they have."""
    count = size = 0
    made: set[Path] = set()
    for path, text in files(order):
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        size += target.write_bytes(text.encode())
        count += 1
    return count, size


def put_in_place(new: Path, place: Path) -> None:
    """Move the whole folder to its place, in the stead of an empty one."""
    if place.exists():
        place.rmdir()
    new.rename(place)
