"""`python hooks/build_site.py [--site-dir DIR]`: builds the site beside DIR and exchanges the two.

Whatever goes wrong before the exchange leaves the old site as it was. The folder that is built in is locked
while its builder lives; what a killed build left behind is not, and the next one removes it.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import glob
import logging
import os
import secrets
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_documentation
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

CONFIGURATION = Path(__file__).resolve().parent.parent / "mkdocs.yml"
MARK = ".catalogue-site"
"""A file in every site that this command made: no folder without it is ever replaced."""
BUILT, NOT_BUILT, UNUSABLE = 0, 1, 2
OLD_ONE = "Trang cũ, nếu có, còn nguyên."
REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EACCES: "không có quyền ghi",
    errno.EROFS: "đĩa chỉ cho đọc",
}
AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""As Linux defines them in fcntl.h and fs.h."""


class UnusableFolderError(Exception):
    """The site can't stand in the folder that was asked for; the message tells the user why."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Tạo trang web; trang cũ còn nguyên cho tới khi trang mới xong."
    )
    parser.add_argument(
        "--site-dir",
        type=Path,
        default=Path("site"),
        metavar="DIR",
        help="thư mục đặt trang web (mặc định: site)",
    )
    asked: Path = parser.parse_args().site_dir
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return build(asked)
    except UnusableFolderError as error:
        return fail(str(error), UNUSABLE)
    except OSError as error:
        if error.errno is None:  # none of the disk's: a template that is not there, say
            raise
        return fail(
            f"Không ghi được trang web vào {asked}: {REASONS.get(error.errno, error.strerror)}. {OLD_ONE}",
            NOT_BUILT,
        )
    except KeyboardInterrupt:
        return fail(f"Đã dừng theo yêu cầu. {OLD_ONE}", 128 + signal.SIGINT)


def fail(words: str, code: int) -> int:
    print(words, file=sys.stderr)
    return code


def build(asked: Path) -> int:
    """Builds, exchanges and tells how many pages there are and how long they took."""
    begun = time.monotonic()
    site = usable(asked)
    with folder_beside(site) as new:
        try:
            run_mkdocs(new)
        except Abort:
            return fail(f"Không tạo được trang web vì những điều trên. {OLD_ONE}", NOT_BUILT)
        (new / MARK).touch()
        pages = sum(name.endswith(".html") for _, _, names in os.walk(new) for name in names)
        put_in_place(new, site)
    seconds = f"{time.monotonic() - begun:.1f}".replace(".", ",")
    print(f"{asked}: {pages} trang, tạo trong {seconds} giây")
    return BUILT


def usable(asked: Path) -> Path:
    """The real path of the folder that was asked for, once it is clear that a site may stand there."""
    site = asked.resolve()
    for refused, why in (
        (site.exists() and not site.is_dir(), "là một tệp"),
        (site.is_relative_to(CONFIGURATION.parent / "docs"), "nằm trong docs/, nơi chứa các trang viết tay"),
        (
            site.is_dir() and any(site.iterdir()) and not (site / MARK).exists(),
            "có tệp không do lệnh này tạo ra, nên không được thay thế",
        ),
        (not site.parent.is_dir(), "nằm trong một thư mục chưa có"),
        (not os.access(site.parent, os.W_OK | os.X_OK), "nằm trong một thư mục mà bạn không có quyền ghi"),
    ):
        if refused:
            raise UnusableFolderError(f"{asked} {why}. Hãy chọn thư mục khác bằng --site-dir.")
    return site


def run_mkdocs(new: Path) -> None:
    """Builds into an empty folder, with all problems on the screen; a warning of MkDocs' is a failure."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    logging.getLogger("mkdocs.plugins.catalogue").setLevel(logging.INFO)
    config = load_config(str(CONFIGURATION), site_dir=str(new), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_documentation(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def folder_beside(site: Path) -> Iterator[Path]:
    """A new folder on the same disk as the site, locked, and gone at the end with whatever is in it then."""
    with locked(site.parent):
        remove_leftovers(site)
        new = site.with_name(f".{site.name}.building-{secrets.token_hex(4)}")
        new.mkdir()
        lock = lock_of(new)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)
        os.close(lock)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps other builds from looking for leftovers between the making of a folder and its locking."""
    lock = lock_of(folder)
    try:
        yield
    finally:
        os.close(lock)


def lock_of(folder: Path, *, waiting: bool = True) -> int:
    """A lock on a folder, as a file descriptor; the system gives it up however the process ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waiting else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def remove_leftovers(site: Path) -> None:
    """Removes the folders of builds that no longer run."""
    for left in site.parent.glob(f".{glob.escape(site.name)}.building-*"):
        try:
            lock = lock_of(left, waiting=False)
        except OSError:
            continue
        shutil.rmtree(left, ignore_errors=True)
        os.close(lock)


def put_in_place(new: Path, site: Path) -> None:
    """Puts the new site where the old one is, and the old one where the new one was."""
    if not site.exists():
        new.rename(site)
    elif not exchange(new, site):
        # Not on Linux, or on a disk that can't exchange: between these two renames there is no site.
        old = new.with_name(f"{new.name}-old")
        site.rename(old)
        new.rename(site)
        old.rename(new)


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in one call; False where the system can't."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    return (
        renameat2 is not None
        and renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0
    )


def leave(code: int) -> None:
    """Ends the process at once: to take a large catalogue down object by object would cost seconds."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    leave(main())
