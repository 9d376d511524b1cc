"""The help page of every fault, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from catalogue.model.sections import SECTIONS
from catalogue.page import LedContent, Output, Page, PageContent, page
from catalogue.problems.codes import RETIRED
from catalogue.problems.problem import Fault, Severity, faults
from catalogue.views.pages.redirects import redirect
from catalogue.views.words.context import Context
from catalogue.views.words.trails import HOME, trail_below

SECTION = "loi"
TITLE = SECTIONS[SECTION].title
SEVERITIES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.REMARK: "Cần rà soát"}


@dataclass(frozen=True)
class FaultsContent(LedContent):
    """What fills the template of the list of faults."""

    template = "faults"
    faults: list[Fault]
    severities: Mapping[Severity, str]


@dataclass(frozen=True)
class FaultContent(PageContent):
    """What fills the template of a fault."""

    template = "fault"
    fault: Fault
    severities: Mapping[Severity, str]


def fault_pages(context: Context) -> Iterator[Output]:
    """A page for each fault that the checks can tell, and the list of them."""
    yield Output(f"{SECTION}/", list_of_faults, indexed=True)
    for fault in faults().values():
        yield Output(f"{SECTION}/{fault.code}/", partial(fault_page, fault), indexed=True)
    for old, new in RETIRED.items():
        yield redirect(context, f"/{SECTION}/{old}/", f"/{SECTION}/{new}/")


def list_of_faults() -> Page:
    """All faults with what each is."""
    lead = "Mỗi lỗi mà máy kiểm tra có thể báo: vì sao là lỗi và cách sửa."
    content = FaultsContent(TITLE, [HOME], lead, list(faults().values()), SEVERITIES)
    return page(f"{SECTION}/", TITLE, lead, SECTION, content)


def fault_page(fault: Fault) -> Page:
    """What a fault is, why it is one, what is wrong and what is right."""
    content = FaultContent(fault.title, trail_below(SECTION), fault, SEVERITIES)
    return page(f"{SECTION}/{fault.code}/", fault.title, fault.why, SECTION, content)
