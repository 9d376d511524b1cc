"""Makes a Markdown page of every programme, out of its YAML file, while MkDocs collects its files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    data = Path(os.environ["BENCH_DATA"])
    labels = json.loads((Path(os.environ["BENCH_SHARED"]) / "shape.json").read_text(encoding="utf-8"))[
        "labels"
    ]
    for file in sorted(data.glob("programs/**/*.yml")):
        record = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        files.append(
            File.generated(config, f"chuong-trinh/{file.stem}.md", content="\n".join(page(labels, record)))
        )
    return files


def page(labels: dict[str, str], record: dict[str, Any]) -> Iterator[str]:
    """The page of a programme: a heading for every field."""
    yield f"# {record['title']}\n"
    for name, value in record.items():
        if name != "title":
            yield f"\n## {labels[name]}\n"
            yield from lines(labels, value)


def lines(labels: dict[str, str], value: Any, indent: str = "") -> Iterator[str]:
    """A value as nested lists."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield f"{indent}- {labels.get(key, key)}" + ("" if isinstance(each, dict | list) else f": {each}")
            if isinstance(each, dict | list):
                yield from lines(labels, each, f"{indent}    ")
    elif isinstance(value, list):
        for each in value:
            yield from lines(labels, each, indent)
    else:
        yield f"{indent}- {value}" if indent else f"{value}\n"
