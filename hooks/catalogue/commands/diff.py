"""`diff` tells what changed between two states of the data: revisions of git, or folders."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from catalogue.changes.compare import Comparison, compare
from catalogue.changes.effects import MOST_FILES, Effects, why_unasked
from catalogue.changes.states import State, state_of_folder, state_of_revision
from catalogue.commands.command import Command, add_data_option
from catalogue.files.revisions import RevisionError, common_ancestor
from catalogue.language.vietnamese import number
from catalogue.parallel import no_collecting
from catalogue.telling.data import as_json, failure_json
from catalogue.telling.fitting import TextForm, fitted, unlimited
from catalogue.telling.markdown import MARKDOWN, safe
from catalogue.telling.text import TEXT, harmless
from catalogue.terminal import say
from catalogue.views.words.changes import told
from catalogue.views.words.told import ToldComparison

FORMS: Mapping[str, TextForm] = {"text": TEXT, "markdown": MARKDOWN}
FAILURE = "Không so sánh được"
FAILURES: Mapping[str, Callable[[str], str]] = {
    "text": lambda reason: harmless(f"{FAILURE}: {reason}\n"),
    "markdown": lambda reason: f"## {FAILURE}\n\n{safe(reason)}\n",
    "json": failure_json,
}
WHOLE_FORMS = {".json": "json", ".md": "markdown"}
"""The forms of a whole comparison by the end of the name of its file; any other is a text."""
NAMELESS = "Tên của một bản để trống."
TOO_LARGE = "Thay đổi quá lớn để xem hết trong một lần; người duyệt đã xem thì chạy lại với --allow-large."
FAULTY = "Có lỗi, hoặc tệp không phân tích được; người duyệt đã xem thì chạy lại với --allow-errors."


def add_options(parser: ArgumentParser) -> None:
    add_data_option(parser)
    parser.add_argument(
        "base",
        metavar="BASE",
        help="bản cũ: một bản của git (main, HEAD~1, main@{2026-11-22}) hoặc một thư mục",
    )
    parser.add_argument("head", nargs="?", metavar="HEAD", help="bản mới; không ghi thì là thư mục dữ liệu")
    parser.add_argument(
        "--merge-base", action="store_true", help="so với chỗ bản mới tách khỏi BASE, như một đề nghị sửa đổi"
    )
    parser.add_argument("--format", choices=[*FORMS, "json"], default="text", help="cách in kết quả")
    parser.add_argument(
        "--whole", type=Path, metavar="TỆP", help="ghi đủ mọi thay đổi ra tệp (.txt, .md, .json)"
    )
    parser.add_argument(
        "--effects",
        action=BooleanOptionalAction,
        help="tính tác động tới tổng số, đối chiếu, địa chỉ của tệp, lớp, trang năm, tháng "
        f"(mặc định: khi hai bản cộng lại không quá {number(MOST_FILES)} tệp)",
    )
    parser.add_argument(
        "--allow-large", action="store_true", help="kể không hết trong 60.000 ký tự cũng không coi là lỗi"
    )
    parser.add_argument(
        "--allow-errors",
        action="store_true",
        help="có lỗi, có tệp không phân tích được cũng kết thúc bình thường",
    )


def diff(chosen: Namespace) -> int:
    """Print what changed; 1 where that has errors, is too much or was not all read, and nobody allows it."""
    try:
        base, head = states(chosen)
    except RevisionError as error:
        sys.stdout.write(FAILURES[chosen.format](str(error)))
        return 2
    with no_collecting():
        return compared(base, head, chosen)


def compared(base: State, head: State, chosen: Namespace) -> int:
    """Print what changed between two states."""
    found = compare(base, head)
    comparison = told(found, worked_out(base, head, found, chosen.effects))
    if chosen.whole:
        chosen.whole.write_text(whole(comparison, form_of(chosen.whole)), encoding="utf-8")
    text, is_cut = written(comparison, chosen)
    sys.stdout.write(text)
    reasons = tuple(refusals(comparison, is_cut, chosen))
    for reason in reasons:
        say(reason, sys.stderr)
    return 1 if reasons else 0


def refusals(comparison: ToldComparison, is_cut: bool, chosen: Namespace) -> Iterator[str]:
    """Why a comparison is refused until somebody who has looked at it allows that."""
    if is_cut and not chosen.allow_large:
        yield TOO_LARGE
    if (comparison.errors or comparison.unread) and not chosen.allow_errors:
        yield FAULTY


def worked_out(base: State, head: State, found: Comparison, asked: bool | None) -> Effects:
    """What comes of the changes from one state to another, or why that is not worked out."""
    if doubt := why_unasked(base, head, False if found.is_empty else asked):
        return Effects(doubt=doubt)
    # All rules and views take longer to import than a small diff to tell.
    from catalogue.changes.catalogues import effects  # noqa: PLC0415
    from catalogue.views.edition import addresses_of  # noqa: PLC0415

    return effects(base, head, found, addresses_of)


def states(chosen: Namespace) -> tuple[State, State]:
    """The two states that are to be compared."""
    data, base, head = chosen.data, chosen.base, chosen.head
    if "" in (base, head):  # a variable that is not set, and no folder
        raise RevisionError(NAMELESS)
    now = state(data, head) if head else state_of_folder(data)
    if not chosen.merge_base:
        return state(data, base), now
    parting = common_ancestor(data, base, head or "HEAD")
    return state_of_revision(data, parting, f"chỗ tách khỏi {base}"), now


def state(data: Path, name: str) -> State:
    """The state that a name means: that of a folder where it is one, else that of the data in a revision."""
    return state_of_folder(Path(name)) if Path(name).is_dir() else state_of_revision(data, name)


def written(comparison: ToldComparison, chosen: Namespace) -> tuple[str, bool]:
    """A comparison in the chosen form, and whether it is too much for a comment on a forge."""
    where = f"Bản đầy đủ: tệp {chosen.whole.name}." if chosen.whole else "Ghi đủ ra tệp: thêm --whole TỆP."
    is_cut = fitted(comparison, MARKDOWN, where).is_cut
    if chosen.format == "json":
        return as_json(comparison), is_cut
    return fitted(comparison, FORMS[chosen.format], where).text, is_cut


def form_of(file: Path) -> str:
    """The form of a whole comparison in a file."""
    return WHOLE_FORMS.get(file.suffix, "text")


def whole(comparison: ToldComparison, form: str) -> str:
    """All of a comparison."""
    return as_json(comparison) if form == "json" else unlimited(comparison, FORMS[form])


COMMAND = Command("diff", "cho biết dữ liệu đã thay đổi những gì giữa hai bản", add_options, diff)
