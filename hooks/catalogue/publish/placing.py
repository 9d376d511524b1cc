"""Puts a new site where the old one stands: the folders exchanged, or what is in one put into the other."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""As Linux defines them in fcntl.h and fs.h."""
FIXED = {errno.EBUSY, errno.EXDEV}
"""How a system says that a folder cannot be renamed: something is mounted there."""
INSIDE = ".building-"
"""How folders begin that stand inside a site while their files are put into their places."""
DISKS_OWN = "lost+found"
"""A folder that some disks have at their root, and that belongs to nobody's site."""


class OutputError(Exception):
    """The folder cannot take the outputs; nothing was written."""


class HalfPlacedError(Exception):
    """The old site was already being changed when something failed; every single file is whole."""


def must_be_empty(folder: Path) -> None:
    """Refuse a folder that is neither new nor empty, so that nothing of another output stays in it."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"«{folder}» là một tệp; chọn một thư mục mới hoặc trống.")
    if folder.exists() and any(folder.iterdir()):
        raise OutputError(f"«{folder}» đã có nội dung; chọn một thư mục mới hoặc trống.")


def put_in_place(new: Path, site: Path) -> bool:
    """Put the new site where the old one is, and the old one where the new one was.

    False, and nothing has changed, where the old one's folder cannot be renamed.
    """
    try:
        if not site.exists():
            new.rename(site)
        elif not exchange(new, site):
            rename_both(new, site)
    except OSError as error:
        if error.errno in FIXED:
            return False
        raise
    return True


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one call; False where the system can't."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return (
        renameat2 is not None
        and renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
    )


def rename_both(new: Path, site: Path) -> None:
    """Exchange two folders where one call can't: for a moment there is no site."""
    old = new.with_name(f"{new.name}-old")
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    old.rename(new)


def refill(site: Path, new: Path) -> None:
    """Put what is in a new site into the folder of the old one, file by file; remove what the new one lacks.

    No page names a file that is not there: first come the files that are new, pages last among them, then
    those that stood there before, pages last again, and then what is no longer wanted goes. Every file is
    whole at any time, but in between a reader may get an old page beside a new one.
    """
    with inside(site, new) as ready:
        files, old = set(files_below(ready)), set(files_below(site))
        try:
            for file in in_order(files, old):
                move(file, ready, site)
            for file in sorted(old - files):
                remove(file, site)
        except OSError as error:
            raise HalfPlacedError(error.strerror) from error


@contextmanager
def inside(site: Path, new: Path) -> Iterator[Path]:
    """A new site in a folder from which its files can be renamed into the old one: where it is, or a copy."""
    if new.is_relative_to(site):
        yield new
        return
    copied = site / f"{INSIDE}copy"
    try:
        for file in files_below(new):
            (copied / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new / file, copied / file)
        yield copied
    finally:
        shutil.rmtree(copied, ignore_errors=True)


def in_order(files: Iterable[str], old: set[str]) -> list[str]:
    """Files in the order in which they are put into their places, `old` being what stands there."""
    return sorted(files, key=lambda file: (file in old, file.endswith(".html"), file))


def files_below(folder: Path) -> Iterator[str]:
    """The paths of the files and links below a folder, but for those that are still to be put in place."""
    for top, folders, names in os.walk(folder):
        links = [name for name in folders if Path(top, name).is_symlink()]
        yield from (Path(top, name).relative_to(folder).as_posix() for name in (*names, *links))
        folders[:] = [name for name in folders if not name.startswith(INSIDE) and name != DISKS_OWN]


def move(file: str, new: Path, site: Path) -> None:
    """Put a file into its place in the site, whatever stood there or in its way."""
    place = site / file
    for above in reversed(place.parents[: len(Path(file).parts) - 1]):
        if above.is_symlink() or above.is_file():
            above.unlink()
        above.mkdir(exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    (new / file).replace(place)


def remove(file: str, site: Path) -> None:
    """Remove a file of the site, if it is still there, and the folders that are empty without it."""
    place = site / file
    if place.is_symlink() or place.is_file():
        place.unlink()
    for above in place.parents[: len(Path(file).parts) - 1]:
        if not above.is_dir() or any(above.iterdir()):
            break
        above.rmdir()
