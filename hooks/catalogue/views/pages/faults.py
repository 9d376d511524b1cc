"""The help page of every fault."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.page import ROOT, Output, Page, Piece, Site, page, template
from catalogue.problems.problem import Fault, Severity, faults
from catalogue.views.words.phrases import Phrases

HOME = Piece("Trang chủ", ROOT)
TITLE = "Các lỗi dữ liệu"
SEVERITIES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo"}


def fault_pages(phrases: Phrases, site: Site) -> Iterator[Output]:
    """A page for each fault that the checks can tell, and the list of them."""
    yield Output("loi/", list_of_faults, indexed=True)
    for fault in faults().values():
        yield Output(f"loi/{fault.code}/", partial(fault_page, fault), indexed=True)


def list_of_faults() -> Page:
    """All faults with what each is."""
    lead = "Mỗi lỗi mà máy kiểm tra có thể báo: vì sao là lỗi và cách sửa."
    body = template("faults")(
        title=TITLE, lead=lead, trail=[HOME], faults=list(faults().values()), severities=SEVERITIES
    )
    return page("loi/", TITLE, lead, "loi", body)


def fault_page(fault: Fault) -> Page:
    """What a fault is, why it is one, what is wrong and what is right."""
    body = template("fault")(
        title=fault.title, trail=[HOME, Piece(TITLE, f"{ROOT}loi/")], fault=fault, severities=SEVERITIES
    )
    return page(f"loi/{fault.code}/", fault.title, fault.why, "loi", body)
