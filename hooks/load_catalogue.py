"""Reads the data before MkDocs starts, and hands what came of it on in `config.extra`."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from catalogue.changes.history import History, history_of
from catalogue.changes.past import past_of, past_read
from catalogue.files.revisions import standing_on
from catalogue.git import CHECKED_OUT
from catalogue.language.vietnamese import fold
from catalogue.load import Loaded, load
from catalogue.model.settings import SiteSettings
from catalogue.page import Publication, forget_templates
from catalogue.parallel import meanwhile
from catalogue.problems.problem import Problem, Severity, printable
from catalogue.problems.report import in_words, location
from catalogue.publish.assets import EMBEDDED, REDIRECTING
from catalogue.publish.building import Building
from catalogue.publish.forge import editing_address
from catalogue.publish.repository import Repository, day_of_epoch, path_below, repository_of
from catalogue.reading import Readings
from catalogue.terminal import open_terminal

MakeHistory: TypeAlias = Callable[[Mapping[str, str]], History]
"""Makes the history of the data once its redirects are known."""

# Under MkDocs' own name errors look as its own do.
# With the prefix of its plugin loggers no line would begin with a path.
log = logging.getLogger("mkdocs.plugins.catalogue")
EARLIER: Readings = {}
"""The files as they were read last: this module outlives a build under `mkdocs serve`."""
HISTORIES: dict[tuple[object, ...], History] = {}
"""The history of the data as it was read last under `mkdocs serve`."""
TOLD: set[str] = set()
"""What has been told of the surroundings, so that no build tells it again."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Lets the terminal take whatever is told of the data."""
    open_terminal()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # mkdocs.yml gives no address of the site: only `mkdocs serve` has set one by now.
    serving = bool(config.site_url)
    forget_templates()
    name, tree = tree_of_data(config)
    # All that is told of git is as of one commit, even if another is made while the data is loaded.
    tip = standing_on(tree) or CHECKED_OUT
    with history_beside(tree, tip, serving) as history:
        loaded = load(tree, name, EARLIER)
        for problem in loaded.problems:
            tell(problem)
        if loaded.catalogue:
            name_site(config, loaded.catalogue.settings)
        elif not serving:
            raise PluginError("Dữ liệu còn lỗi như trên, không trang nào được tạo.")
        config.watch += [str(tree)] if tree.is_dir() else []
        project, repository = Path(config.config_file_path).parent, repository_of(tree, tip)
        building = building_from(loaded, tree, project, repository, history, serving)
    config.extra["building"] = building
    config.mdx_configs["toc"] = {"slugify": slug}
    return config


@contextmanager
def history_beside(tree: Path, tip: str, serving: bool) -> Iterator[MakeHistory]:
    """Gives what makes the history of the data up to a commit; the data is loaded inside the block.

    Git is asked, and what it has is read, beside the loading, which leaves a processor idle most of the time.
    While the site is served it is asked after the loading, and only if the history of the last build is not
    the right one any more.
    """
    if serving:
        yield partial(known_history, tree, tip)
    else:
        with meanwhile(partial(past_read, tree, tip)) as past:
            yield lambda redirects: history_of(tree, redirects, past())


def tree_of_data(config: MkDocsConfig) -> tuple[str, Path]:
    """The data's folder and its name in problems: `CATALOGUE_DATA`, else `data` beside mkdocs.yml."""
    named = os.environ.get("CATALOGUE_DATA")
    if named:
        return Path(named).as_posix(), Path(named)
    return "data", Path(config.config_file_path).with_name("data")


def tell(problem: Problem) -> None:
    """Logs a problem. A warning of the data is information to MkDocs: its `--strict` is about the site."""
    level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
    log.log(level, "%s: %s", location(problem), in_words(problem))


def name_site(config: MkDocsConfig, settings: SiteSettings) -> None:
    """Gives the site the names of its data; under `mkdocs serve` it keeps its own address."""
    config.site_name = settings.name
    config.site_description = settings.description
    config.site_url = config.site_url or settings.address


def building_from(
    loaded: Loaded, tree: Path, project: Path, repository: Repository, history: MakeHistory, serving: bool
) -> Building:
    """What is handed on: what came of the data, and where it is published and edited.

    Outside git the data has neither revision nor day, and its repository is taken to begin where the project
    does.
    """
    if loaded.catalogue is None:
        return Building(None, loaded.problems, Publication(""), project, serving)
    settings, asked_for = loaded.catalogue.settings, day_asked_for()
    if repository.doubt:
        unknown = "số bản (revision)" if asked_for else "ngày và số bản (revision)"
        tell_once(f"Không rõ {unknown} của dữ liệu: {repository.doubt}.")
    root = repository.root or project
    folder = path_below(root, tree)
    publication = Publication(
        address=settings.place,
        revision=repository.revision,
        revised=asked_for or repository.day,
        editing=editing_address(settings) if folder else "",
        data_folder=folder or "",
        redirecting=REDIRECTING,
        embedding=EMBEDDED,
    )
    made = history(loaded.catalogue.redirects)
    if made.doubt and not repository.doubt:
        tell_once(f"Không biết hết các lần thay đổi của dữ liệu: {made.doubt}.")
    return Building(loaded.catalogue, loaded.problems, publication, root, serving, made)


def known_history(tree: Path, tip: str, redirects: Mapping[str, str]) -> History:
    """The history of the data up to a commit, read again when that or the redirects are not the same."""
    known = str(tree), tip, *redirects.items()
    if known not in HISTORIES:
        HISTORIES.clear()
        HISTORIES[known] = history_of(tree, redirects, past_of(tree, tip))
    return HISTORIES[known]


def day_asked_for() -> str:
    """The day that `SOURCE_DATE_EPOCH` names, which those set who build a revision again.

    A value that names none is taken out of the environment: MkDocs would stumble over it, even an empty one.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = day_of_epoch(seconds)
    if not day:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
    if seconds and not day:
        tell_once(f"Bỏ qua SOURCE_DATE_EPOCH vì không phải là số giây: {printable(seconds)}.")
    return day


def tell_once(words: str) -> None:
    """Logs what no change of the data mends, once however often `mkdocs serve` builds."""
    if words not in TOLD:
        TOLD.add(words)
        log.info(words)


def slug(heading: str, separator: str) -> str:
    """The id of a heading: without marks, and with d for đ, which Python-Markdown would drop."""
    return re.sub(r"[^a-z0-9]+", separator, fold(heading)).strip(separator)
