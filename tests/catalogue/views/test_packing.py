"""Archives are packed by zlib-ng, and nothing in them tells when or where they were made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from zlib_ng import zlib_ng

from catalogue.views.exports.packing import LEVEL, PackedZip

CONTENT = ["Tập huấn chuyển đổi số. ".encode() * turn for turn in range(300)]


def packed() -> bytes:
    """An archive with a file that came in pieces, and an empty one."""
    stream = BytesIO()
    with PackedZip(stream, "w") as into:
        into.put("bảng/a.csv", CONTENT)
        into.put("b.txt", [])
    return stream.getvalue()


def test_what_is_packed_is_read_as_it_was():
    with ZipFile(BytesIO(packed())) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["bảng/a.csv", "b.txt"]
        assert archive.read("bảng/a.csv") == b"".join(CONTENT)
        assert archive.read("b.txt") == b""


def test_it_is_packed_by_the_library_whose_version_is_locked():
    packer = zlib_ng.compressobj(LEVEL, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)
    content = b"".join([*map(packer.compress, CONTENT), packer.flush()])
    assert content in packed()


def test_an_archive_tells_no_day_and_no_machine():
    with ZipFile(BytesIO(packed())) as archive:
        told = {(each.date_time, each.create_system, each.external_attr >> 16) for each in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, 0o644)}
    assert packed() == packed()
