"""`python hooks/build_site.py [--site-dir DIR] [--in-place]`: builds beside DIR and exchanges the two.

A folder that cannot be exchanged, or must not be, gets its files one by one. Whatever goes wrong before that
leaves the old site as it was. The folder that is built in is locked while its builder lives; what a killed
build left behind is not, and the next one removes it.
"""

from __future__ import annotations

import errno
import fcntl
import gc
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
from typing import TextIO

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_documentation
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from catalogue.commands.command_line import CommandLine
from catalogue.publish.building import TELLING
from catalogue.publish.placing import DISKS_OWN, INSIDE, HalfPlacedError, put_in_place, refill
from catalogue.terminal import ProgressLine, open_terminal, progress, say

CONFIGURATION = Path(__file__).resolve().parent.parent / "mkdocs.yml"
MARK = ".catalogue-site"
"""A file in every site that this command made: no folder without it is ever replaced."""
BUILT, NOT_BUILT, UNUSABLE = 0, 1, 2
OLD_ONE = "Trang cũ, nếu có, còn nguyên."
BOTH_THERE = "Trong đó đang có cả trang cũ lẫn trang mới, tệp nào cũng trọn vẹn; hãy chạy lại lệnh."
IN_PLACE = "; thư mục được giữ nguyên chỗ, từng tệp trong đó được thay"
REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được cấp",
    errno.EACCES: "không có quyền ghi",
    errno.EROFS: "đĩa chỉ cho đọc",
}


class UnusableFolderError(Exception):
    """The site can't stand in the folder that was asked for; the message tells the user why."""


def main() -> int:
    open_terminal()
    asked = parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return build(asked.site_dir, asked.in_place)
    except UnusableFolderError as error:
        return fail(str(error), UNUSABLE)
    except HalfPlacedError as error:
        return fail(f"Đang thay từng tệp trong {asked.site_dir} thì dừng: {error}. {BOTH_THERE}", NOT_BUILT)
    except OSError as error:
        if error.errno is None:  # none of the disk's: a template that is not there, say
            raise
        why = REASONS.get(error.errno, error.strerror)
        return fail(f"Không ghi được trang web vào {asked.site_dir}: {why}. {OLD_ONE}", NOT_BUILT)
    except KeyboardInterrupt:
        return fail(f"Đã dừng theo yêu cầu. {OLD_ONE}", 128 + signal.SIGINT)


def parser() -> CommandLine:
    options = CommandLine(description="Tạo trang web; trang cũ còn nguyên cho tới khi trang mới xong.")
    options.add_argument(
        "--site-dir",
        type=Path,
        default=Path("site"),
        metavar="DIR",
        help="thư mục đặt trang web (mặc định: site)",
    )
    options.add_argument(
        "--in-place",
        action="store_true",
        help="giữ thư mục, thay từng tệp trong đó: khi máy chủ hay container đang giữ chính thư mục ấy",
    )
    return options


def fail(words: str, code: int) -> int:
    say(words, sys.stderr)
    return code


def build(asked: Path, in_place: bool) -> int:
    """Builds, puts in place and tells how many pages there are and how long they took."""
    begun = time.monotonic()
    stays = asked.is_dir() and (in_place or asked.resolve().is_mount())
    site = usable(asked, stays)
    with folder_for(site, stays) as new:
        try:
            with progress(sys.stderr) as line:
                run_mkdocs(new, line)
        except Abort:
            return fail(f"Không tạo được trang web vì những điều trên. {OLD_ONE}", NOT_BUILT)
        (new / MARK).touch()
        pages = sum(name.endswith(".html") for _, _, names in os.walk(new) for name in names)
        for sent in (signal.SIGINT, signal.SIGTERM):  # too late: in a moment the new site is in its place
            signal.signal(sent, signal.SIG_IGN)
        if stays or not put_in_place(new, site):
            stays = True
            with locked(site):
                refill(site, new)
    seconds = f"{time.monotonic() - begun:.1f}".replace(".", ",")
    say(f"{asked}: {pages} trang, tạo trong {seconds} giây{IN_PLACE if stays else ''}", sys.stdout)
    return BUILT


def usable(asked: Path, stays: bool) -> Path:
    """The real path of the folder that was asked for, once it is clear that a site may stand there.

    Where the folder itself stays, it must be one that can be written to, else the folder that it lies in.
    """
    site = asked.resolve()
    for refused, why in (
        (site.exists() and not site.is_dir(), "là một tệp"),
        (site.is_relative_to(CONFIGURATION.parent / "docs"), "nằm trong docs/, nơi chứa các trang viết tay"),
        (site.is_dir() and not is_ours(site), "có tệp không do lệnh này tạo ra, nên không được thay thế"),
        (not site.parent.is_dir(), "nằm trong một thư mục chưa có"),
        (stays and not may_write_to(site), "là thư mục mà bạn không có quyền ghi"),
        (not stays and not may_write_to(site.parent), "nằm trong một thư mục mà bạn không có quyền ghi"),
    ):
        if refused:
            raise UnusableFolderError(f"{asked} {why}. Hãy chọn thư mục khác bằng --site-dir.")
    return site


def is_ours(folder: Path) -> bool:
    """Whether a folder holds a site that this command made, or nothing but what a killed build left there."""
    return (folder / MARK).exists() or all(
        path.name == DISKS_OWN or path.name.startswith(INSIDE) for path in folder.iterdir()
    )


def may_write_to(folder: Path) -> bool:
    """Whether something can be made and removed in a folder."""
    return os.access(folder, os.W_OK | os.X_OK)


class ProblemHandler(logging.StreamHandler[TextIO]):
    """Prints problems where the line that tells how far the build is does not stand in their way."""

    def __init__(self, line: ProgressLine | None) -> None:
        super().__init__(sys.stderr)
        self.line = line

    def emit(self, record: logging.LogRecord) -> None:
        if self.line:
            self.line.clear()
        super().emit(record)


def run_mkdocs(new: Path, line: ProgressLine | None) -> None:
    """Builds into an empty folder, with all problems on the screen; a warning of MkDocs' is a failure."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING, handlers=[ProblemHandler(line)])
    logging.getLogger("mkdocs.plugins.catalogue").setLevel(logging.INFO)
    config = load_config(str(CONFIGURATION), site_dir=str(new), strict=True)
    if line:
        line.tell("Đọc dữ liệu…")
        config.extra[TELLING] = line.tell
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_documentation(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def folder_for(site: Path, stays: bool) -> Iterator[Path]:
    """A new folder, locked, and gone at the end with whatever is in it then.

    It is on the same disk as the site: beside it, or in it where the site's folder stays.
    """
    around, name = (site, INSIDE) if stays else (site.parent, f".{site.name}{INSIDE}")
    with locked(around):
        remove_leftovers(around, name)
        new = around / f"{name}{secrets.token_hex(4)}"
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


def remove_leftovers(around: Path, name: str) -> None:
    """Removes the folders of builds that no longer run, by how their names begin."""
    for left in around.glob(f"{glob.escape(name)}*"):
        try:
            lock = lock_of(left, waiting=False)
        except OSError:
            continue
        shutil.rmtree(left, ignore_errors=True)
        os.close(lock)


def leave(code: int) -> None:
    """Ends the process at once: to take a large catalogue down object by object would cost seconds."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    gc.disable()  # the process ends with the build, which leaves hardly any cycles among millions of objects
    leave(main())
