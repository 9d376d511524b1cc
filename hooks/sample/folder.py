"""Writes a sample beside its folder, and moves it there when it is whole: nobody finds half a catalogue."""

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
from catalogue.publish.placing import OutputError, must_be_empty
from sample.files import sample_files
from sample.recipe import Recipe

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
    """How many files and bytes were written."""

    files: int
    bytes: int
    left: tuple[Path, ...]
    """Folders that interrupted runs have left beside."""


def write_sample(recipe: Recipe, out: Path) -> Written:
    """Write a sample into a new or empty folder; where an OutputError says why not, nothing is left."""
    try:
        must_be_empty(out)
        place = out.resolve()
        must_be_elsewhere(place)
        must_have_room(place, recipe)
        left = tuple(place.parent.glob(f".{escape(place.name)}.building-*"))
        with folder_beside(place) as new:
            count, size = write_files(recipe, new)
            put_in_place(new, place)
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror)
        raise OutputError(f"{reason}. Phần ghi dở, nếu có, đã được xóa; «{out}» vẫn như trước.") from error
    return Written(count, size, left)


def must_be_elsewhere(place: Path) -> None:
    """Refuse the current folder: another would take its place, and whoever stands in it would see nothing."""
    if place == Path.cwd():
        raise OutputError(
            "không ghi vào chính thư mục đang đứng; ra ngoài rồi ghi tên nó, hoặc chọn một thư mục mới."
        )


def must_have_room(place: Path, recipe: Recipe) -> None:
    """Refuse a sample that the disk has no room for, before anything is written."""
    standing = next(folder for folder in (place, *place.parents) if folder.is_dir())
    free = shutil.disk_usage(standing).free
    if free < recipe.bytes_on_disk:
        needed, had = (number(-(-size // 10**6)) for size in (recipe.bytes_on_disk, free))
        raise OutputError(
            f"đĩa còn {had} MB, mà {number(recipe.programs)} chương trình cần khoảng {needed} MB. "
            "Chọn ổ đĩa khác, hoặc ít chương trình hơn."
        )


@contextmanager
def folder_beside(place: Path) -> Iterator[Path]:
    """A new folder beside a place, on the same disk; what is left of it in the end is removed."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.building-{token_hex(4)}")
    new.mkdir()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def write_files(recipe: Recipe, folder: Path) -> tuple[int, int]:
    """Write every file; how many there are, and how many bytes they have."""
    count = size = 0
    made: set[Path] = set()
    for path, text in sample_files(recipe):
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        size += target.write_bytes(text.encode())
        count += 1
    return count, size


def put_in_place(new: Path, place: Path) -> None:
    """Move a whole folder to its place, instead of an empty one."""
    if place.exists():
        place.rmdir()
    new.rename(place)
