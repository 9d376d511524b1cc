"""The recipe: which arguments give one, and what is said of those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.__main__ import main
from catalogue.model.fields import LAST_YEAR
from sample.recipe import LATEST


def test_days_stay_within_what_the_model_takes():
    assert LATEST.year + 10 < LAST_YEAR


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--programs", "10000000"], "10.000.000 chương trình cần khoảng"),
        (["--programs", "0"], "cần ít nhất 1 chương trình"),
        (["--programs", "-5"], "cần ít nhất 1 chương trình"),
        (["--programs", "mười"], "«mười» không phải số chương trình"),
        (["--programs", "10.000"], "viết liền bằng chữ số, ví dụ 60 hoặc 10000"),
        (["--programs", "1e3"], "«1e3» không phải số chương trình"),
        (
            ["--programs", "10000000"],
            "cần khoảng 15.700.000 tệp, 66 GB trên đĩa và 200 phút. Lệnh này tạo nhiều nhất 200.000",
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
