"""The help page of every fault."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.load import Catalogue
from catalogue.problem import Severity, faults
from catalogue.render import Page, Site, template
from catalogue.views.phrases import Piece


def fault_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """A page for each fault that the checks can tell, and the list of them."""
    title, lead = "Các lỗi dữ liệu", "Mỗi lỗi mà máy kiểm tra có thể báo: vì sao là lỗi và cách sửa."
    severities = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo"}
    home = Piece("Trang chủ", "../")
    yield Page(
        "loi/", title, lead, "loi", template("faults")(base="../", title=title, lead=lead, trail=[home], faults=list(faults().values()), severities=severities)
    )
    for fault in faults().values():
        trail = [Piece("Trang chủ", "../../"), Piece(title, "../")]
        body = template("fault")(base="../../", title=fault.title, trail=trail, fault=fault, severities=severities)
        yield Page(f"loi/{fault.code}/", fault.title, fault.why, "loi", body)
