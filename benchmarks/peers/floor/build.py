"""The floor: libyaml reads every file, one compiled template makes each record's page, the pages are written.

`python build.py DATA SHARED OUT [PROCESSES]`. Nothing is checked; there is no JSON, no list, no sitemap.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, Template
from markupsafe import Markup, escape

RecordsByKind = dict[str, dict[str, dict[str, Any]]]
Referring = dict[tuple[str, str], dict[str, list[str]]]
HERE = Path(__file__).parent


def read(files: list[Path], data: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """Kind, id and values of each file."""
    return [
        (file.relative_to(data).parts[0], file.stem, yaml.load(file.read_bytes(), yaml.CSafeLoader))
        for file in files
    ]


def by_kind(read: list[tuple[str, str, dict[str, Any]]]) -> RecordsByKind:
    records: RecordsByKind = {}
    for kind, id, record in read:
        records.setdefault(kind, {})[id] = record
    return records


def named(refers: dict[str, str], record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The records that a record names in its own fields and in those of its lists, as folder and id."""
    for name, value in record.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and name in refers:
                yield refers[name], each
            elif isinstance(each, dict):
                yield from (
                    (refers[key], id) for key, id in each.items() if key in refers and isinstance(id, str)
                )


def referring(records: RecordsByKind, shape: dict[str, Any]) -> Referring:
    """For each record, the ids of those that name it, by their kind."""
    found: Referring = {}
    for kind, each in records.items():
        for id, record in each.items():
            for target in dict.fromkeys(named(shape["references"][kind], record)):
                found.setdefault(target, {}).setdefault(kind, []).append(id)
    return found


def template(shared: Path, shape: dict[str, Any]) -> Template:
    """The frame around the article, compiled once."""
    frame = [(shared / name).read_text(encoding="utf-8") for name in ("before.html", "after.html")]
    source = (HERE / "article.html").read_text(encoding="utf-8").join(frame)
    source = source.replace(
        "[[json_ld]]", '<script type="application/ld+json">{{ described | tojson }}</script>'
    )
    source = re.sub(r"\[\[(\w+)\]\]", r"{{ \1 }}", source)
    environment = Environment(autoescape=True)
    environment.globals |= {name: shape[name] for name in ("sections", "names", "labels", "mail", "columns")}
    return environment.from_string(source)


class Site:
    """Everything that was read, and what makes a page of it."""

    def __init__(self, records: RecordsByKind, shared: Path) -> None:
        self.shape = json.loads((shared / "shape.json").read_text(encoding="utf-8"))
        self.records = records
        self.referring = referring(records, self.shape)
        self.page_of = template(shared, self.shape)
        self.page_of.environment.globals |= {"link": self.link, "value": self.value, "facts": self.facts}
        self.entry_of = self.page_of.environment.from_string(
            (HERE / "entry.html").read_text(encoding="utf-8")
        )
        self.sections = self.shape["sections"]
        self.ids = {kind: list(each) for kind, each in records.items()}
        self.places = {(kind, id): place for kind, ids in self.ids.items() for place, id in enumerate(ids)}
        self.entries: dict[tuple[str, str], Markup] = {}

    def page(self, kind: str, id: str) -> str:
        """The page of a record, with as many entries of other records as the shape says."""
        record, most = self.records[kind][id], self.shape["related"]
        address = f"{self.shape['address']}/{self.sections[kind]}/{id}/"
        begin = (
            self.places[kind, id]
            * self.shape["more"]
            % max(1, len(self.ids["programs"]) - self.shape["more"])
        )
        more = self.ids["programs"][begin : begin + self.shape["more"]] if kind != "programs" else []
        related = (
            {
                source: [self.entry(source, each) for each in those[:most]]
                for source, those in self.referring.get((kind, id), {}).items()
            }
            if most
            else {}
        )
        values = {
            "title": record["title"],
            "description": record.get("summary") or record["title"],
            "address": address,
        }
        values |= {
            "kind": kind,
            "id": id,
            "record": record,
            "records": self.records,
            "described": self.described(address, record),
        }
        page: str = self.page_of.render(
            values, related=related, more=[self.entry("programs", each) for each in more]
        )
        return page

    def link(self, kind: str, id: str) -> Markup:
        title = escape(self.records[kind][id]["title"])
        return Markup(f'<a href="../../{self.sections[kind]}/{id}/"><bdi>{title}</bdi></a>')  # noqa: S704

    def facts(self, kind: str, record: dict[str, Any]) -> Markup:
        """The rows of a record's own fields, and of those that are always told."""
        rows = []
        for field in self.shape["facts"][kind]:
            if (it := record.get(field["name"])) is not None:
                told = f"<dd>{self.value(kind, field['name'], it)}</dd>"
            elif field["always"]:
                told = '<dd class="unknown">Chưa có thông tin</dd>'
            else:
                continue
            rows.append(f"<div>\n<dt>{field['label']}</dt>\n{told}\n</div>\n")
        return Markup("".join(rows))  # noqa: S704

    def value(self, kind: str, name: str, it: Any) -> Markup:
        """A value of any depth."""
        folder = self.shape["references"][kind].get(name)
        if isinstance(it, dict):
            labels = [self.link(folder, key) if folder else self.shape["labels"][key] for key in it]
            rows = [
                f"<div><dt>{label}</dt><dd>{self.value(kind, key, it[key])}</dd></div>\n"
                for label, key in zip(labels, it, strict=True)
            ]
            return Markup(f'<dl class="facts">\n{"".join(rows)}</dl>\n')  # noqa: S704
        if isinstance(it, list):
            return Markup(  # noqa: S704
                f"<ul>\n{''.join(f'<li>{self.value(kind, name, each)}</li>{chr(10)}' for each in it)}</ul>\n"
            )
        return self.link(folder, it) if folder else Markup(f"<bdi>{escape(it)}</bdi>")  # noqa: S704

    def entry(self, kind: str, id: str) -> Markup:
        """A record as it stands in a list, made once."""
        if (kind, id) not in self.entries:
            self.entries[kind, id] = Markup(  # noqa: S704
                self.entry_of.render(kind=kind, id=id, record=self.records[kind][id], records=self.records)
            )
        return self.entries[kind, id]

    def described(self, address: str, record: dict[str, Any]) -> dict[str, Any]:
        """A record in schema.org's words."""
        known = {
            "@context": "https://schema.org",
            "@type": "Course",
            "@id": address,
            "url": address,
            "name": record["title"],
            "inLanguage": "vi",
        }
        groups = [each["group"] for each in record.get("groups", []) if isinstance(each, dict)]
        known |= {"description": record.get("summary"), "about": record.get("fields", [])}
        known |= {
            "audience": [{"@type": "Audience", "name": self.records["groups"][id]["title"]} for id in groups]
        }
        return known | {
            "hasCourseInstance": [instance(address, record, each) for each in record.get("classes", [])]
        }


def instance(address: str, record: dict[str, Any], each: dict[str, Any]) -> dict[str, Any]:
    """A class in schema.org's words."""
    name = each.get("title") or record["title"]
    dates = {
        "startDate": str(each.get("start")),
        "endDate": str(each.get("end")),
        "maximumAttendeeCapacity": each.get("seats"),
    }
    return {"@type": "CourseInstance", "@id": f"{address}#{each['id']}", "name": name, **dates}


def write(site: Site, pages: list[tuple[str, str]], out: Path) -> None:
    """Write the page of each of these records."""
    for kind, id in pages:
        folder = out / site.sections[kind] / id
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(site.page(kind, id), encoding="utf-8")


def build(data: Path, shared: Path, out: Path) -> None:
    """Everything in this process."""
    site = Site(by_kind(read(files_of(data), data)), shared)
    write(site, pages_of(site.records), out)


def build_by(processes: int, data: Path, shared: Path, out: Path) -> None:
    """Read in several processes, bring the records together, write in several that begin with all of them."""
    files, context = files_of(data), get_context("fork")
    with ProcessPoolExecutor(processes, context) as pool:
        parts = list(
            pool.map(read, [files[place::processes] for place in range(processes)], [data] * processes)
        )
    site = Site(by_kind([each for part in parts for each in part]), shared)
    pages = pages_of(site.records)
    workers = [
        context.Process(target=write, args=(site, pages[place::processes], out)) for place in range(processes)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit(1)


def files_of(data: Path) -> list[Path]:
    """The files of all records: those in folders."""
    return sorted(data.glob("*/**/*.yml"))


def pages_of(records: RecordsByKind) -> list[tuple[str, str]]:
    return [(kind, id) for kind, each in records.items() for id in each]


if __name__ == "__main__":
    places = [Path(each) for each in sys.argv[1:4]]
    if sys.argv[4:]:
        build_by(int(sys.argv[4]), *places)
    else:
        build(*places)
