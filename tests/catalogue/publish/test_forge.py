"""Where a file of the repository is edited and read, on each forge."""

from __future__ import annotations

import pytest

from catalogue.model.settings import SiteSettings
from catalogue.publish.forge import editing_address, reading_address

SETTINGS = {
    "name": "Danh mục",
    "short_name": "Danh mục",
    "city": "Thử",
    "description": "Thử.",
    "address": "https://example.vn/",
    "licence": "CC BY 4.0",
    "licence_address": "https://creativecommons.org/licenses/by/4.0/",
    "notice": "Trang thử",
}
CASES = [
    ({"repository": "https://github.com/a/b"}, "https://github.com/a/b/edit/main/", "/blob/main/"),
    (
        {"repository": "https://github.com/a/gitlab-x"},
        "https://github.com/a/gitlab-x/edit/main/",
        "/blob/",
    ),
    ({"repository": "https://gitlab.com/a/b/"}, "https://gitlab.com/a/b/-/edit/main/", "/-/blob/main/"),
    ({"repository": "https://codeberg.org/a/b"}, "https://codeberg.org/a/b/_edit/main/", "/src/branch/main/"),
    (
        {"repository": "https://gitlab.hanoi.example.vn/so/nhom/kho.git"},
        "https://gitlab.hanoi.example.vn/so/nhom/kho/-/edit/main/",
        "/-/blob/main/",
    ),
    (
        {"repository": "https://git.example.vn/a/b", "forge": "gitea"},
        "https://git.example.vn/a/b/_edit/main/",
        "/src/",
    ),
    (
        {"repository": "https://forgejo.example.vn/a/b"},
        "https://forgejo.example.vn/a/b/_edit/main/",
        "/src/branch/",
    ),
    (
        {"repository": "https://bitbucket.org/a/b", "branch": "sua/nam-2026"},
        "https://bitbucket.org/a/b/src/sua/nam-2026/",
        "/src/sua/nam-2026/",
    ),
    (
        {"repository": "https://github.com/gitlab/codeberg", "forge": "github"},
        "https://github.com/gitlab/codeberg/edit/main/",
        "/blob/main/",
    ),
    (
        {"repository": "https://git.example.vn/a/b", "forge": "gitlab", "branch": "nhánh"},
        "https://git.example.vn/a/b/-/edit/nh%C3%A1nh/",
        "/-/blob/nh%C3%A1nh/",
    ),
]


@pytest.mark.parametrize(("stated", "editing", "reading"), CASES, ids=[case[1] for case in CASES])
def test_a_file_is_edited_and_read_where_its_forge_has_it(stated: dict[str, str], editing: str, reading: str):
    settings = SiteSettings.model_validate(SETTINGS | stated)
    assert editing_address(settings) == editing
    assert reading in reading_address(settings)
    assert reading_address(settings).startswith(stated["repository"].rstrip("/").removesuffix(".git"))


def test_without_a_repository_there_is_no_way_to_a_file():
    settings = SiteSettings.model_validate(SETTINGS)
    assert editing_address(settings) == reading_address(settings) == ""
