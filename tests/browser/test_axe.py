"""What is spared of axe hides nothing: a faint text is found, whatever of its look was met before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, violations
from tests.browser.conftest import BARE

NOT_JUDGED = {
    "disabled": "<button disabled>Xóa</button>",
    "disabled for assistive programs": "<div aria-disabled=true><button>Xóa</button></div>",
    "in a disabled fieldset": "<fieldset disabled><button>Xóa</button></fieldset>",
    "cut away": "<div style='position: absolute; clip-path: inset(50%)'><button>Xóa</button></div>",
}
"""Controls of whose contrast axe says nothing, or that it passes unseen."""
OUT_OF_THE_WINDOW = "<div style='position: absolute; left: -999px'><button>Xóa</button></div>"
CONTROL = "<button>Xóa</button>"
FAINT = "<style>button { background: #fff; border: 0; color: #bbb }</style>"


@pytest.mark.parametrize("left_out", NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_a_faint_control_is_found_behind_one_of_its_look_that_axe_does_not_judge(page: Page, left_out: str):
    page.goto(BARE)
    page.set_content(FAINT + left_out)
    assert violations(page, COLOURS) == []
    page.set_content(FAINT + left_out + CONTROL)
    [found] = violations(page, COLOURS)
    assert "color-contrast" in found


def test_a_faint_control_is_found_whose_look_axe_could_not_see_on_a_page_before(page: Page):
    page.goto(BARE)
    page.set_content(FAINT + OUT_OF_THE_WINDOW)
    assert violations(page, COLOURS) == []
    page.set_content(FAINT + CONTROL)
    [found] = violations(page, COLOURS)
    assert "color-contrast" in found
