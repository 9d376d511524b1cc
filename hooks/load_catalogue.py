"""Reads the data before MkDocs starts, and hands what came of it on in `config.extra`."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from catalogue.language.vietnamese import fold
from catalogue.load import Catalogue, load
from catalogue.model.settings import SiteSettings
from catalogue.page import Publication, forget_templates
from catalogue.problems.problem import Problem, Severity
from catalogue.problems.report import in_words, location
from catalogue.publish.building import Building
from catalogue.publish.forge import editing_address
from catalogue.reading import Readings

# Under MkDocs' own name errors look as its own do.
# With the prefix of its plugin loggers no line would begin with a path.
log = logging.getLogger("mkdocs.plugins.catalogue")
EARLIER: Readings = {}
"""The files as they were read last: this module outlives a build under `mkdocs serve`."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # mkdocs.yml gives no address of the site: only `mkdocs serve` has set one by now.
    serving = bool(config.site_url)
    forget_templates()
    name, tree = tree_of_data(config)
    loaded = load(tree, name, EARLIER)
    for problem in loaded.problems:
        tell(problem)
    if loaded.catalogue:
        name_site(config, loaded.catalogue.settings)
    elif not serving:
        raise PluginError("Dữ liệu còn lỗi như trên, không trang nào được tạo.")
    config.watch += [str(tree)] if tree.is_dir() else []
    publication = publication_of(tree, loaded.catalogue)
    config.extra["building"] = Building(loaded.catalogue, loaded.problems, publication, serving)
    config.mdx_configs["toc"] = {"slugify": slug}
    return config


def tree_of_data(config: MkDocsConfig) -> tuple[str, Path]:
    """The data's folder and its name in problems: `CATALOGUE_DATA`, else `data` beside mkdocs.yml."""
    named = os.environ.get("CATALOGUE_DATA")
    return (named, Path(named)) if named else ("data", Path(config.config_file_path).with_name("data"))


def tell(problem: Problem) -> None:
    """Logs a problem. A warning of the data is information to MkDocs: its `--strict` is about the site."""
    level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
    log.log(level, "%s: %s", location(problem), in_words(problem))


def name_site(config: MkDocsConfig, settings: SiteSettings) -> None:
    """Gives the site the names of its data; under `mkdocs serve` it keeps its own address."""
    config.site_name = settings.name
    config.site_description = settings.description
    config.site_url = config.site_url or settings.address


def publication_of(tree: Path, catalogue: Catalogue | None) -> Publication:
    """Where the catalogue is published and edited, and its data's revision and day (none outside git)."""
    address = catalogue.settings.place if catalogue else ""
    editing = editing_address(catalogue.settings) if catalogue else ""
    if shutil.which("git") is None:
        return Publication(address, editing=editing)
    command = ["git", "-C", str(tree), "log", "-1", "--format=%h %cs", "--", "."]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    revision, _, day = told.stdout.strip().partition(" ")
    return Publication(address, revision, day_asked_for() or day, editing)


def day_asked_for() -> str:
    """The day that `SOURCE_DATE_EPOCH` names, which those set who build a revision again."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if seconds.isdecimal() else ""


def slug(heading: str, separator: str) -> str:
    """The id of a heading: without marks, and with d for đ, which Python-Markdown would drop."""
    return re.sub(r"[^a-z0-9]+", separator, fold(heading)).strip(separator)
