"""How the files are used, in examples that can be copied: Excel, Python, curl."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from catalogue.views.words.offers import OfferedFile

HERE = "http://127.0.0.1:8000/"
"""Stands in the examples for the address of a site of which nobody knows where it stands."""
PYTHON = """\
import json
from urllib.request import urlopen

TRANG = "{place}"

with urlopen(TRANG + "api/v1/programs.json") as tep:
    chuong_trinh = json.load(tep)["records"]

chua_xac_minh = [muc for muc in chuong_trinh if muc["verification"] == "draft"]
print(len(chuong_trinh) - len(chua_xac_minh), "chương trình")
print("không tính", len(chua_xac_minh), "mục chưa xác minh")
"""
CURL = """\
curl --fail --remote-name {place}{address}
echo "{checksum}  {name}" | sha256sum --check
"""
TABLES = {
    ".xlsx": "Tải về rồi mở bằng Excel hoặc LibreOffice. Muốn số tự mới theo trang: thẻ Data → From Web, dán "
    "địa chỉ một tệp CSV ở trên; lần sau bấm Refresh All.",
    ".csv": "Trong Excel chọn Data → From Text/CSV, chọn tệp, ở File Origin chọn 65001: Unicode (UTF-8), rồi "
    "bấm Load.",
}
"""How Excel opens a file, by how its name ends; what is better comes first."""


class Example(NamedTuple):
    """How a program uses the files: in words, with a file to try, or as text that can be copied."""

    program: str
    words: str
    address: str = ""
    code: str = ""


def examples(files: Sequence[OfferedFile], place: str) -> Iterator[Example]:
    """The examples, with files that the site has. `place` is where it stands, empty where nobody knows."""
    yield from in_excel(files)
    change = "" if place else f" Đổi {HERE} thành địa chỉ của trang này."
    yield Example(
        "Python",
        f"Chỉ cần thư viện có sẵn. Đếm chương trình, không tính mục chưa xác minh.{change}",
        code=PYTHON.format(place=place or HERE),
    )
    file = next((each for each in files if each.offer.address.endswith(".zip")), files[0])
    address = file.offer.address
    code = CURL.format(
        place=place or HERE,
        address=address,
        checksum=file.seal.checksum,
        name=address.rpartition("/")[2],
    )
    yield Example("curl", f"Tải một tệp và kiểm tra tệp còn nguyên.{change}", code=code)


def in_excel(files: Sequence[OfferedFile]) -> Iterator[Example]:
    """How Excel opens the file that is best for it, where there is one."""
    for ending, words in TABLES.items():
        for each in files:
            if each.offer.address.endswith(ending):
                yield Example("Excel", words, address=each.offer.address)
                return
