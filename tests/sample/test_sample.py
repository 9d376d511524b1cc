"""The sample city: whole, right, of the asked size, the same on every machine, and never half there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from catalogue.__main__ import main
from catalogue.files.any_file import parse
from catalogue.files.tree import Tree
from catalogue.language.vietnamese import canonical
from catalogue.load import Catalogue, Loaded, load, load_tree
from catalogue.model.fields import LAST_YEAR
from catalogue.model.kinds import FOLDERS, KINDS
from catalogue.model.settings import SiteSettings
from catalogue.model.shape import Shape, shapes
from catalogue.publish.output import OutputError, write_outputs
from sample.draw import Draw
from sample.folder import write_sample
from sample.names import newer_placing
from sample.order import DAY, EARLIEST, LATEST, Order
from sample.settings import NOTICE
from sample.tree import entries, files

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "catalogue", "sample", "--programs"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}


def loaded(order: Order) -> Loaded:
    """What comes of reading a sample."""
    return load_tree(Tree("data", {path: text.encode() for path, text in files(order)}))


@pytest.fixture(scope="module")
def small() -> Mapping[str, str]:
    """The sample of 60 programmes, the size that shows everything."""
    return dict(files(Order(60)))


@pytest.fixture(scope="module")
def thousand() -> Catalogue:
    outcome = loaded(Order(1_000))
    assert outcome.problems == ()
    assert outcome.catalogue
    return outcome.catalogue


def used(model: type[BaseModel], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields that a group of fields uses, and the words of vocabularies, each with where it belongs."""
    for name, shape in shapes(model).items():
        if name in values:
            yield model.__name__, name
            yield from used_in(shape, values[name])


def used_in(shape: Shape, value: Any) -> Iterator[tuple[str, str]]:
    if shape.model:
        yield from used(shape.model, value)
    elif shape.item:
        for item in value:
            yield from used_in(shape.item, item)
    elif shape.codes:
        yield type(shape.codes[0]).__name__, value


def there(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, str]]:
    """The fields and words that a model and the groups within it have."""
    if model in seen:
        return
    seen.add(model)
    for name, shape in shapes(model).items():
        yield model.__name__, name
        inner = shape.item or shape
        yield from ((type(term).__name__, str(term)) for term in inner.codes)
        yield from there(inner.model, seen) if inner.model else ()


def used_by(sample: Mapping[str, str]) -> set[tuple[str, str]]:
    """The fields and words that a sample uses in its settings and records."""
    models = {path: FOLDERS[path.split("/")[0]].model for path in sample if "/" in path} | {
        "site.yml": SiteSettings
    }
    return {each for path, model in models.items() for each in used(model, value_of(path, sample[path]))}


def test_sixty_programmes_use_every_field_of_every_kind_and_a_few_sixties_every_word_of_every_vocabulary(
    small: Mapping[str, str],
):
    seen: set[type[BaseModel]] = set()
    models: list[type[BaseModel]] = [SiteSettings, *(kind.model for kind in KINDS.values())]
    known = {each for model in models for each in there(model, seen)}
    fields = {(model.__name__, name) for model in seen for name in model.model_fields}
    samples = [used_by(small), *(used_by(dict(files(Order(60, seed)))) for seed in (2, 3, 4))]
    assert [fields - sample for sample in samples] == [set()] * len(samples)
    assert known - set().union(*samples) == set()


def value_of(path: str, text: str) -> dict[str, Any]:
    value = parse(path, text.encode()).value
    assert isinstance(value, dict)
    return value


def test_sixty_programmes_have_no_problem(small: Mapping[str, str]):
    outcome = load_tree(Tree("data", {path: text.encode() for path, text in small.items()}))
    assert outcome.problems == ()
    assert outcome.catalogue
    assert len(outcome.catalogue.programs) == 60
    assert outcome.catalogue.redirects
    assert set(outcome.catalogue.redirects) < set(outcome.catalogue.published_addresses)


@settings(max_examples=12)
@given(st.integers(1, 40), st.integers(0, 10**9), st.dates(EARLIEST, LATEST))
def test_a_sample_of_any_size_seed_and_day_has_no_problem(programs: int, seed: int, today: date):
    outcome = loaded(Order(programs, seed, today))
    assert outcome.problems == ()
    assert outcome.catalogue
    assert len(outcome.catalogue.programs) == programs


def test_every_page_says_that_it_is_a_sample(small: Mapping[str, str], tmp_path: Path):
    catalogue = load_tree(Tree("data", {path: text.encode() for path, text in small.items()})).catalogue
    assert catalogue
    assert NOTICE.startswith("Dữ liệu mẫu, không có thật")
    write_outputs(catalogue, tmp_path)
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > len(list(catalogue))
    for page in pages:
        assert NOTICE in page.read_text(encoding="utf-8"), page


def test_a_thousand_programmes_are_as_large_as_real_ones(thousand: Catalogue):
    sizes = [len(text.encode()) for path, text in files(Order(1_000)) if path.startswith("programs/")]
    assert 2_200 < sum(sizes) / len(sizes) < 2_800
    assert 1.8 < sum(len(program.classes) for program in thousand.programs.values()) / 1_000 < 2.3


def test_a_few_bodies_lead_much_and_many_lead_little(thousand: Catalogue):
    leads = Counter(program.lead for program in thousand.programs.values() if program.lead)
    shares = [count for _, count in leads.most_common()]
    assert sum(shares[:8]) > 0.35 * sum(shares)
    assert sum(1 for share in shares if share <= 3) > 0.2 * len(shares)


def test_the_three_years_are_past_running_and_to_come(thousand: Catalogue):
    days = {
        each.state: each
        for program in thousand.programs.values()
        for each in program.classes
        if each.start and each.start.day and each.start.year
    }
    assert {str(state) for state in days if state} == {
        "planned",
        "open",
        "running",
        "finished",
        "postponed",
        "cancelled",
    }
    assert {year for program in thousand.programs.values() for year in thousand.years(program)} >= {
        2025,
        2026,
        2027,
    }
    for program in thousand.programs.values():
        for each in program.classes:
            start = each.start.earliest if each.start else None
            assert not (each.results and start) or start < DAY
            assert not (each.state == "finished" and start) or start < DAY


def test_parts_fit_their_wholes_and_add_up_where_they_are_said_to(thousand: Catalogue):
    adding = [program for program in thousand.programs.values() if program.parts_add == "yes"]
    assert adding
    for whole in adding:
        for figure in whole.figures:
            parts = [
                part
                for program in thousand.referring("program", whole.id, "part_of")
                for part in program.figures
            ]
            assert figure.value == sum(
                part.value for part in parts if (part.measure, part.state) == (figure.measure, figure.state)
            )


def test_ten_thousand_programmes_have_nine_thousand_titles_and_fifteen_hundred_syllables():
    titles = [
        entry.title for entry in takewhile(lambda entry: entry.kind == "program", entries(Order(10_000)))
    ]
    assert len(titles) == 10_000
    assert len({canonical(title) for title in titles}) >= 9_000
    assert (
        len({syllable for title in titles for syllable in re.findall(r"[^\W\d_]+", canonical(title))})
        >= 1_500
    )
    assert (
        50 < sum(1 for title in titles if canonical(title) != title.casefold()) < 500
    )  # their tones stand in the newer place


def test_tones_move_only_where_people_write_them_both_ways():
    assert (
        newer_placing("hòa giải, thủy lợi, khỏe, Ủy ban, hóa đơn")
        == "hoà giải, thuỷ lợi, khoẻ, Uỷ ban, hoá đơn"
    )
    assert (
        newer_placing("của, mùa, hoàn, quý, khuỷu, ngoại, giúp") == "của, mùa, hoàn, quý, khuỷu, ngoại, giúp"
    )


def test_the_same_order_makes_the_same_bytes_whatever_the_hashes():
    program = "from hashlib import sha256; from sample.order import Order; from sample.tree import files; "
    program += "print(sha256(repr(list(files(Order(30, 5)))).encode()).hexdigest())"
    digests = {
        subprocess.check_output([sys.executable, "-c", program], env={**ENVIRONMENT, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert list(files(Order(30, 5))) != list(files(Order(30, 6)))


def test_chance_is_the_same_with_every_python():
    draw = Draw(7, "a")
    assert [draw.below(1_000) for _ in range(6)] == [824, 351, 808, 236, 343, 675]
    assert "".join(draw.favourite("abcdefgh") for _ in range(20)) == "eadebhcgaaaabafacabe"


def test_ids_and_days_stay_within_what_the_model_takes():
    assert LATEST.year + 10 < LAST_YEAR
    for path, _ in files(Order(200, 3)):
        assert len(Path(path).stem) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--programs", "0"], "cần ít nhất 1 chương trình"),
        (["--programs", "-5"], "cần ít nhất 1 chương trình"),
        (["--programs", "mười"], "«mười» không phải số chương trình"),
        (["--programs", "10.000"], "viết liền bằng chữ số, ví dụ 60 hoặc 10000"),
        (["--programs", "1e3"], "«1e3» không phải số chương trình"),
        (
            ["--programs", "10000000"],
            "10.000.000 chương trình cần khoảng 15.700.000 tệp, 66 GB trên đĩa và 200 phút. Lệnh này tạo nhiều nhất 200.000",
        ),
        (["--programs", "9" * 3_000], "nhiều nhất 200.000 chương trình"),
        (["--programs", "5", "--seed", "x"], "«x» không phải hạt giống"),
        (["--programs", "5", "--seed", "-1"], "hạt giống là một số nguyên từ 0 trở lên"),
        (["--programs", "5", "--today", "5/3/2026"], "«5/3/2026» không phải ngày; viết năm-tháng-ngày"),
        (["--programs", "5", "--today", "2026-02-30"], "«2026-02-30» không phải ngày"),
        (["--programs", "5", "--today", "1900-01-01"], "nằm ngoài khoảng"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit, match="2"):
        main(["sample", *arguments, str(tmp_path / "out")])
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_one_programme_makes_a_whole_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "new" / "out"
    assert main(["sample", "--programs", "1", str(out)]) == 0
    assert f"CATALOGUE_DATA={out} make serve" in capsys.readouterr().out
    assert main(["check", "--data", str(out)]) == 0
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_an_empty_folder_is_taken_and_the_files_are_those_that_were_made(tmp_path: Path):
    order = Order(3, 9)
    written = write_sample(order, tmp_path)
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*")
        if path.is_file()
    } == dict(files(order))
    assert (written.files, written.bytes) == (
        len(dict(files(order))),
        sum(len(text.encode()) for _, text in files(order)),
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("full", "đã có nội dung"),
        ("file", "là một tệp"),
        ("file/out", "nằm dưới một tệp"),
        ("a" * 300, "tên quá dài"),
    ],
)
def test_a_place_that_cannot_take_it_is_told_and_left_as_it_is(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "full").mkdir()
    (tmp_path / "full/thu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    assert main(["sample", "--programs", "2", str(tmp_path / name)]) == 1
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "thu.txt"]


def test_the_folder_that_one_stands_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="thư mục đang đứng"):
        write_sample(Order(1), Path())


def test_a_disk_without_room_is_told_before_anything_is_written(tmp_path: Path):
    with pytest.raises(
        OutputError, match=r"đĩa còn [\d.]+ MB, mà 10\.000\.000\.000 chương trình cần khoảng 66\.000\.001 MB"
    ):
        write_sample(Order(10**10), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_writing_that_fails_in_the_middle_leaves_nothing(tmp_path: Path):
    command = f"ulimit -f 4; exec '{sys.executable}' -m catalogue sample --programs 60 '{tmp_path}/out'"
    done = subprocess.run(
        ["/bin/bash", "-c", command], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert (
        done.stderr
        == f"Không ghi được: tệp lớn hơn mức được phép. Phần ghi dở, nếu có, đã được xóa; «{tmp_path}/out» vẫn như trước.\n"
    )
    assert list(tmp_path.iterdir()) == []


def stopped(folder: Path, by: signal.Signals) -> tuple[int, str]:
    """The exit status of a command that is stopped while it writes, and what it said."""
    with subprocess.Popen(
        [*COMMAND, "5000", folder / "out"], env=ENVIRONMENT, stderr=subprocess.PIPE, text=True
    ) as process:
        while sum(1 for _ in folder.rglob("*.yml")) < 50:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(by)
        return process.wait(), process.stderr.read() if process.stderr else ""


@pytest.mark.parametrize(
    ("by", "code", "said"), [(signal.SIGINT, 130, "Đã dừng theo yêu cầu.\n"), (signal.SIGTERM, 143, "")]
)
def test_a_command_that_is_stopped_leaves_nothing(tmp_path: Path, by: signal.Signals, code: int, said: str):
    assert stopped(tmp_path, by) == (code, said)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_command_left_is_no_catalogue_and_is_told_by_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert stopped(tmp_path, signal.SIGKILL)[0] == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".out.building-")
    assert load(tmp_path / "out").has_errors
    assert load(left).has_errors
    assert main(["sample", "--programs", "1", str(tmp_path / "out")]) == 0
    assert f"Còn sót «{left}» của lần bị ngắt trước" in capsys.readouterr().err
