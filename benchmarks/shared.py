"""What every peer gets ready-made, outside the timing: the frame of this project's pages, and fields' names.

The peers read the records themselves. Without frame and names each would have to be this project again.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.peers.floor.build import Site, by_kind, files_of, pages_of, read
from catalogue.model.kinds import KINDS
from catalogue.model.record import ALWAYS, Record
from catalogue.model.shape import Shape, linking, shapes, title

MAIN = re.compile(r"(<main [^>]*>).*(</main>)", re.DOTALL)
JSON_LD = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
APART = ("title", "summary", "note", "sources", "classes")
"""The fields of a record that have a place of their own on its page."""
COLUMNS = (
    ("Thời gian", "start"),
    ("Địa điểm", "venue"),
    ("Chỉ tiêu", "seats"),
    ("Hạn gửi", "deadline"),
    ("Kết quả", "results"),
    ("Tình trạng", "state"),
)
SLOTS = {
    "address": "[[address]]",
    "description": "[[description]]",
    "title": "[[title]]",
    "json_ld": "[[json_ld]]",
}


class SharedFrame(NamedTuple):
    """What stands before and after a page's own content, with `SLOTS` where the page's own values go."""

    before: str
    after: str


def write_shared(sample: Path, site: Path, folder: Path) -> None:
    """Write frame and shape for the peers, from a sample and the site that this project built of it."""
    frame = frame_of(site, sample)
    (folder / "before.html").write_text(frame.before, encoding="utf-8")
    (folder / "after.html").write_text(frame.after, encoding="utf-8")
    known = shape(sample, site) | {"related": 0, "more": 0, "entries": 0}
    write_shape(folder, known)
    write_shape(folder, known | amounts(sample, site, folder))


def write_shape(folder: Path, known: dict[str, Any]) -> None:
    (folder / "shape.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def amounts(sample: Path, site: Path, folder: Path) -> dict[str, int]:
    """How many entries the peers show in lists, so that their pages weigh what this project's do."""
    floor = Site(by_kind(read(files_of(sample), sample)), folder)
    pages, programs = pages_of(floor.records), floor.ids["programs"]
    weights = {page: len(floor.entry(*page).encode()) for page in pages}
    lists = [
        [weights[source, id] for id in ids]
        for sources in floor.referring.values()
        for source, ids in sources.items()
    ]
    of_records = sum(page_of(site, floor.sections[kind], id).stat().st_size for kind, id in pages)
    of_others = sum(file.stat().st_size for file in site.rglob("*.html")) - of_records
    wanted = of_records - sum(len(floor.page(*page).encode()) for page in pages)
    a_program = sum(weights["programs", id] for id in programs) / len(programs)
    frame = sum((folder / name).stat().st_size for name in ("before.html", "after.html"))
    missing = max(0, wanted - sum(map(sum, lists)))
    return {
        "related": limit(lists, wanted),
        "more": round(missing / a_program / max(1, len(pages) - len(programs))),
        "entries": max(0, round((of_others / max(1, floor.shape["lists"]) - frame) / a_program)),
    }


def limit(lists: list[list[int]], wanted: int) -> int:
    """How many entries each list may have, for all lists together to weigh about as much as is wanted.

    Where all of them weigh less, that is the length of the longest.
    """
    longest = max(map(len, lists), default=0)
    return bisect_left(range(longest), wanted, key=lambda most: sum(sum(weights[:most]) for weights in lists))


def frame_of(site: Path, sample: Path) -> SharedFrame:
    """The frame of a built programme page, its own values cut out."""
    pages = (
        (file, page_of(site, "chuong-trinh", file.stem).read_text(encoding="utf-8"))
        for file in sorted(sample.glob("programs/**/*.yml"))
    )
    file, html = next((file, html) for file, html in pages if JSON_LD.search(html))  # drafts have none
    html = JSON_LD.sub(SLOTS["json_ld"], MAIN.sub(r"\1\2", html))
    address = f"{settings(sample)['address'].rstrip('/')}/chuong-trinh/{file.stem}/"
    title = yaml.load(file.read_bytes(), yaml.CSafeLoader)["title"]
    for name, value in (("address", address), ("description", described(html)), ("title", escape(title))):
        html = html.replace(value, SLOTS[name])
    before, end, after = html.partition("</main>")
    return SharedFrame(before, end + after)


def page_of(site: Path, section: str, id: str) -> Path:
    return site / section / id / "index.html"


def described(html: str) -> str:
    """The description in the head of a page, as it is escaped there."""
    found = re.search(r'<meta name="description" content="([^"]*)">', html)
    return found[1] if found else ""


def settings(sample: Path) -> dict[str, Any]:
    """The settings of a sample: its name, address and mail."""
    found: dict[str, Any] = yaml.load((sample / "site.yml").read_bytes(), yaml.CSafeLoader)
    return found


def shape(sample: Path, site: Path) -> dict[str, Any]:
    """What the peers must know: labels and references of fields, the kinds, the number of pages of lists."""
    kinds = [{"folder": kind.folder, "section": kind.section} for kind in KINDS.values()]
    others = sum(1 for _ in site.rglob("*.html")) - len(files_of(sample))
    return {
        "labels": labels(),
        "references": references(),
        "linking": {kind.folder: [name for name, _ in linking(kind.model)] for kind in KINDS.values()},
        "facts": {kind.folder: facts(kind.model) for kind in KINDS.values()},
        "kinds": kinds,
        "sections": {kind.folder: kind.section for kind in KINDS.values()},
        "names": {kind.folder: kind.label for kind in KINDS.values()},
        "columns": COLUMNS,
        "address": settings(sample)["address"].rstrip("/"),
        "mail": settings(sample)["mail"],
        "lists": others,
    }


def facts(model: type[Record]) -> list[dict[str, Any]]:
    """The fields of a kind that stand in its table of facts, and the folder of what each names."""
    always = {name: ALWAYS in field.metadata for name, field in model.model_fields.items()}
    direct = {
        name: (label, folder_of(shapes(model)[name])) for name, label, _ in walk(model) if name in always
    }
    return [
        {"name": name, "label": direct[name][0], "always": shown, "folder": direct[name][1]}
        for name, shown in always.items()
        if name not in APART
    ]


def labels() -> dict[str, str]:
    """What every field is called, at any depth."""
    return {name: label for kind in KINDS.values() for name, label, _ in walk(kind.model)}


def references() -> dict[str, dict[str, str]]:
    """For each kind the fields that name records, with the folder of those records."""
    return {
        kind.folder: {name: refers for name, _, refers in walk(kind.model) if refers}
        for kind in KINDS.values()
    }


def walk(model: Any) -> Iterator[tuple[str, str, str]]:
    for name, each in shapes(model).items():
        yield name, title(model, name), folder_of(each)
        inner: Shape | None = each
        while inner and not inner.model:
            inner = inner.item
        if inner and inner.model:
            yield from walk(inner.model)


def folder_of(shape: Shape) -> str:
    """The folder of the records that a value of this shape names."""
    inner: Shape | None = shape
    while inner and not inner.reference:
        inner = inner.item or inner.key
    return KINDS[inner.reference.kind].folder if inner and inner.reference else ""
