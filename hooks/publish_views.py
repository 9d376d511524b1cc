"""Publishes what the views make: each page made from data is put into the frame of its section.

The theme renders a frame once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MarkdownPage
from mkdocs.utils.templates import TemplateContext

from catalogue.model.collection import Catalogue
from catalogue.model.sections import SECTIONS
from catalogue.model.settings import SiteSettings
from catalogue.page import Page, WrittenPage
from catalogue.publish.assets import (
    ALONE,
    EMBEDDED,
    EMBEDDED_PARTS,
    JOINED,
    assets_of,
    bare_stylesheet,
    is_joined,
    is_script,
    is_stylesheet,
    joined_stylesheet,
    published_scripts,
)
from catalogue.publish.building import TELLING, Building
from catalogue.publish.forge import reading_address
from catalogue.publish.frame import SLOTS, Frame, values_of, way_to_root
from catalogue.publish.output import Fill, Waiting, make_files, make_pages, write_all
from catalogue.publish.repository import path_below
from catalogue.publish.scripts import bare_script
from catalogue.publish.sitemap import sitemap_files
from catalogue.terminal import Tell, tell_nobody
from catalogue.views.edition import edition_of
from catalogue.views.exports.search_data import search_folder
from catalogue.views.pages.open_data import SECTION as DATA_SECTION
from catalogue.views.pages.problems import problem_page
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import named_on

WAITING = Waiting()
"""What `mkdocs serve` has not been asked for yet: this module outlives a build."""
ELSEWHERE = "*"
"""The section of pages that no link in the frame leads to."""


def building_of(config: MkDocsConfig) -> Building:
    """What hooks/load_catalogue.py has handed on."""
    building = config.extra["building"]
    assert isinstance(building, Building)  # noqa: S101 - the one place where MkDocs gives back an untyped value
    return building


def catalogue_of(config: MkDocsConfig) -> Catalogue:
    """The catalogue of a build whose data has no error; no other build gets as far as a written page."""
    catalogue = building_of(config).catalogue
    assert catalogue  # noqa: S101 - `on_files` leaves no written page while the data is broken
    return catalogue


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leaves what this site publishes: no file of the theme's, no written page while the data is broken."""
    config.theme.static_templates = set()
    building = building_of(config)
    for file in list(files):
        if is_unwanted(file, config):
            files.remove(file)
        elif is_script(file.src_uri):
            file.content_bytes = bare_script(file.content_bytes)
        elif is_stylesheet(file.src_uri):
            file.content_bytes = bare_stylesheet(file.content_bytes)
    building.scripts = published_scripts(Path(config.docs_dir))
    docs = Path(config.docs_dir)
    joined = {JOINED: joined_stylesheet(docs), EMBEDDED: joined_stylesheet(docs, EMBEDDED_PARTS)}
    made = {**joined, **building.scripts.files}
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))
    return files


def telling(config: MkDocsConfig) -> Tell:
    """What is told how far the build is."""
    told: Tell = config.extra.get(TELLING, tell_nobody)
    return told


def is_unwanted(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that MkDocs found is published in another form, or not at all."""
    joined = is_joined(file.src_uri) or (is_script(file.src_uri) and file.src_uri not in ALONE)
    broken = building_of(config).catalogue is None
    themes = file.src_dir in config.theme.dirs
    return joined or themes or (broken and file.is_documentation_page())


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Forgets the pages of the last build: MkDocs is about to empty their folder."""
    WAITING.forget(Path(config.site_dir))


def on_page_markdown(markdown: str, *, page: MarkdownPage, config: MkDocsConfig, files: Files) -> str:
    """Lets a written page link to `[…][repository]` and to its guide for editors, `[…][contributing]`."""
    project = Path(config.config_file_path).parent
    file = path_below(building_of(config).root, project / "CONTRIBUTING.md") or ""
    nowhere = f"{way_to_root(page.url)}/{DATA_SECTION}/"
    repository, guide = places_for_editors(catalogue_of(config).settings, file, nowhere)
    return f"{markdown}\n\n[repository]: <{repository}>\n[contributing]: <{guide}>\n"


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Plans all outputs: what the written pages say is known by now, and every page is told of the plan.

    The files to take along need no frame, and are made while the pages are planned.
    """
    building = building_of(config)
    if building.catalogue:
        pages = [file.page for file in files.documentation_pages() if file.page]
        written = tuple(written_page(as_page(page, building.root)) for page in pages)
        publication = replace(building.publication, written=written)
        context = Context(building.catalogue, publication, building.history)
        if building.serving:
            building.edition = edition_of(context)
        else:
            building.edition = make_files(context, Path(config.site_dir), telling(config))
    return env


def on_page_context(
    context: TemplateContext, *, page: MarkdownPage, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Puts a written page into the same frame."""
    building = building_of(config)
    written = as_page(page, building.root)
    values: Any = surroundings(config, written.section) | {"slot": values_of(written, building.publication)}
    context.update(values)
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Writes what is made from the data; while that is broken, what is wrong with it."""
    building, folder = building_of(config), Path(config.site_dir)
    if building.catalogue is None:
        write_all(pages_of_problems(config), folder)
        return
    if building.serving:
        WAITING.put(building.edition, framing(config), folder)
    else:
        make_pages(building.edition, framing(config), folder, telling(config))
    write_all(pages_beside(config), folder)


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Lets the server make what it is asked for and doesn't find: it looks again once that is written."""
    answer: Any = server.get_app()

    def made_when_asked_for(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace").lstrip("/")
        told: list[Any] = []
        answered = answer(environ, lambda *status: told.append(status))
        while told[-1][0].startswith("404") and WAITING.fetch(address):
            answered = answer(environ, lambda *status: told.append(status))
        start_response(*told[-1])
        return answered

    server.set_app(made_when_asked_for)
    return server


def framing(config: MkDocsConfig) -> Fill:
    """What puts a page into the frame of its section."""
    frames, context = frames_of(config), building_of(config).edition.context
    return lambda page: frames.get(page.section, frames[ELSEWHERE]).fill(
        page, context.publication, named_on(context.downloads, page.address)
    )


def pages_beside(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The page for addresses that lead nowhere, and the sitemap where the site's address is known."""
    building = building_of(config)
    title, description = "Không tìm thấy trang", "Địa chỉ này không dẫn tới trang nào."
    lost = Page("404.html", title, description, ELSEWHERE, body="", indexed=False)
    yield "404.html", framed(config, "404.html", lost, root_from_anywhere(config))
    written = [page.address for page in building.edition.context.publication.written]
    yield from sitemap_files([*written, *building.edition.listed], building.publication)


def pages_of_problems(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """One page: what is wrong with the data, at the first address and as the answer to every other."""
    page = problem_page(building_of(config).problems)
    yield "index.html", framed(config, "main.html", page, ".")
    yield "404.html", framed(config, "404.html", page, root_from_anywhere(config))


def frames_of(config: MkDocsConfig) -> dict[str, Frame]:
    """The frame of each section that is led to from every page, and the one of all others."""
    template = config.theme.get_env().get_template("main.html")
    return {
        section: Frame.parse(template.render(surroundings(config, section), slot=SLOTS))
        for section in (*SECTIONS, ELSEWHERE)
    }


def framed(config: MkDocsConfig, template: str, page: Page, root: str) -> bytes:
    """A page that no section has, in the frame that a template makes."""
    values = values_of(page, building_of(config).publication, root)
    return (
        config.theme.get_env()
        .get_template(template)
        .render(surroundings(config, page.section), slot=values)
        .encode()
    )


def surroundings(config: MkDocsConfig, section: str) -> dict[str, Any]:
    """What the frame of a section knows besides its slots; without a catalogue it leads nowhere."""
    building = building_of(config)
    catalogue = building.catalogue
    return {
        "section": section,
        "sections": SECTIONS,
        "assets": assets_of(section, building.scripts),
        "search_folder": search_folder(building.edition.pages) if catalogue else "",
        "site_name": config.site_name,
        "settings": catalogue and catalogue.settings,
        "newest_year": catalogue and catalogue.newest_plan_year,
        "revised": building.publication.revised,
    }


def as_page(page: MarkdownPage, root: Path) -> Page:
    """A written page as a page of ours. Its title and description stand at its head.

    It has an editor where its file lies in the repository of the data, which begins at `root`.
    """
    return Page(
        address=page.url,
        title=str(page.title),
        description=page.meta.get("description", ""),
        section=page.url.split("/")[0],
        body=page.content or "",
        edit_path=path_below(root, Path(str(page.file.abs_src_path))) or "",
    )


def written_page(page: Page) -> WrittenPage:
    """A written page as search and the views know it."""
    return WrittenPage(page.address, page.title, words_of(page.body))


def words_of(html: str) -> str:
    """The words of a page that Markdown made: no elements, and no code, which shows what to type."""
    return " ".join(unescape(re.sub(r"<code\b.*?</code>|<[^>]*>", " ", html, flags=re.DOTALL)).split())


def places_for_editors(settings: SiteSettings, guide: str, nowhere: str) -> tuple[str, str]:
    """The repository and the guide in it, by the path of its file; the repository again where it has none.

    Without a repository both are the mail, or `nowhere`.
    """
    if settings.repository:
        return settings.repository, f"{reading_address(settings)}{guide}" if guide else settings.repository
    place = f"mailto:{settings.mail}" if settings.mail else nowhere
    return place, place


def root_from_anywhere(config: MkDocsConfig) -> str:
    """The way to the site's root for a page that answers at any depth."""
    return urlsplit(config.site_url or "").path.rstrip("/")
