"""The commands: check the data, write every output without MkDocs, write the schema, keep the list of published addresses, make a sample."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from catalogue.language.vietnamese import number
from catalogue.load import Catalogue, Loaded, load
from catalogue.model.kinds import KINDS
from catalogue.model.schema import write_schemas
from catalogue.problems.problem import Severity
from catalogue.problems.report import FORMATS, as_text
from catalogue.publish.output import OutputError, write_outputs
from catalogue.reading import ADDRESSES
from sample.folder import write_sample
from sample.recipe import DAY, MOST, Recipe, day_asked, programs_asked, seed_asked


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where the data has errors or nothing could be written, 2 where the call is wrong, 130 where it was stopped."""
    write_in_utf8()
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # whoever read along has gone; Python would complain at its end
        return 1
    except (OutputError, OSError) as error:
        print(f"Không ghi được: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 128 + signal.SIGINT
    return status


def write_in_utf8() -> None:
    """Let everything be written, whatever the terminal's alphabet."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="python -m catalogue", description="Kiểm tra và xuất danh mục đào tạo, bồi dưỡng."
    )
    commands = top.add_subparsers(required=True, metavar="LỆNH")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("CATALOGUE_DATA") or "data"),
        metavar="DIR",
        help="thư mục dữ liệu (CATALOGUE_DATA, nếu không có thì data)",
    )
    checking = commands.add_parser("check", parents=[data], help="kiểm tra dữ liệu")
    checking.add_argument("--format", choices=FORMATS, default="text", help="cách in các lỗi")
    checking.set_defaults(run=check)
    writing = commands.add_parser(
        "write", parents=[data], help="ghi mọi trang và tệp ra một thư mục, không cần MkDocs"
    )
    writing.add_argument("out", type=Path, metavar="OUT")
    writing.set_defaults(run=write)
    schema = commands.add_parser("schema", help="ghi JSON Schema của từng loại bản ghi vào thư mục schema")
    schema.add_argument("out", type=Path, nargs="?", default=Path("schema"), metavar="OUT")
    schema.set_defaults(run=lambda chosen: write_schemas(chosen.out))
    addresses = commands.add_parser("addresses", parents=[data], help="liệt kê địa chỉ các trang bản ghi")
    addresses.add_argument("--append", action="store_true", help=f"ghi thêm địa chỉ mới vào {ADDRESSES}")
    addresses.set_defaults(run=list_addresses)
    sample = commands.add_parser(
        "sample", help="tạo dữ liệu của «Thành phố Mẫu», không có thật, để thử và đo"
    )
    sample.add_argument(
        "--programs",
        type=programs_asked,
        required=True,
        metavar="N",
        help=f"số chương trình, từ 1 đến {number(MOST)}",
    )
    sample.add_argument(
        "--seed",
        type=seed_asked,
        default=1,
        metavar="S",
        help="hạt giống: cùng số này thì ra cùng dữ liệu (1)",
    )
    sample.add_argument(
        "--today",
        type=day_asked,
        default=DAY,
        metavar="NGÀY",
        help=f"ngày nhìn từ đó lớp là đã qua, đang học hay sắp mở ({DAY})",
    )
    sample.add_argument("out", type=Path, metavar="OUT", help="thư mục mới hoặc trống")
    sample.set_defaults(run=make_sample)
    return top


def check(chosen: argparse.Namespace) -> int:
    """Tell every problem of the data, and the counts where it has no error."""
    loaded = load(chosen.data)
    sys.stdout.write(FORMATS[chosen.format](loaded.problems))
    print(counts(loaded), file=sys.stderr if chosen.format in {"json", "gitlab"} else sys.stdout)
    return 1 if loaded.has_errors else 0


def counts(loaded: Loaded) -> str:
    """One line: what there is, or how much is wrong."""
    errors = sum(1 for problem in loaded.problems if problem.severity is Severity.ERROR)
    warnings = f"{number(len(loaded.problems) - errors)} cảnh báo"
    if loaded.catalogue is None:
        return f"{number(errors)} lỗi, {warnings}. Chưa công bố được."
    records = [
        f"{number(len(loaded.catalogue.of(kind.code)))} {kind.label.lower()}"
        for kind in KINDS.values()
        if loaded.catalogue.of(kind.code)
    ]
    return f"Dữ liệu đúng: {', '.join(records) or 'chưa có bản ghi'}; {warnings}."


def valid(folder: Path) -> Catalogue | None:
    """The catalogue of a folder, or None with its problems told."""
    loaded = load(folder)
    if loaded.catalogue is None:
        sys.stderr.write(as_text(loaded.problems) + counts(loaded) + "\n")
    return loaded.catalogue


def write(chosen: argparse.Namespace) -> int:
    """Write every output."""
    catalogue = valid(chosen.data)
    if catalogue is None:
        return 1
    written = write_outputs(catalogue, chosen.out)
    print(f"Đã ghi {number(written)} tệp vào {chosen.out}.")
    return 0


def list_addresses(chosen: argparse.Namespace) -> int:
    """Print the addresses of all records, or append those that the list does not have yet."""
    catalogue = valid(chosen.data)
    if catalogue is None:
        return 1
    addresses = [f"/{catalogue.address(record)}" for record in catalogue]
    if not chosen.append:
        print("\n".join(addresses))
        return 0
    published = set(catalogue.published_addresses)
    fresh = [address for address in addresses if address not in published]
    listed = [address for address in catalogue.published_addresses if address]
    (chosen.data / ADDRESSES).write_text(
        "".join(f"{address}\n" for address in (*listed, *fresh)), encoding="utf-8"
    )
    print(f"Thêm {number(len(fresh))} địa chỉ mới.")
    return 0


def make_sample(chosen: argparse.Namespace) -> int:
    """Make a sample, and say how to look at it."""
    written = write_sample(Recipe(chosen.programs, chosen.seed, chosen.today), chosen.out)
    size = number(-(-written.bytes // 1000))
    print(
        f"Đã tạo dữ liệu mẫu trong {chosen.out}: {number(chosen.programs)} chương trình, {number(written.files)} tệp, {size} KB."
    )
    print(f"Xem thành trang: CATALOGUE_DATA={chosen.out} make serve")
    for folder in written.left:
        print(
            f"Còn sót «{folder}» của lần bị ngắt trước; xóa được, nếu không có lệnh nào đang ghi vào đó.",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
    )  # what is half written is cleaned up
    sys.exit(main())
