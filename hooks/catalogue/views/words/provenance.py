"""Of which data a file is, under which licence, and how whoever uses it names it."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.language.vietnamese import day
from catalogue.views.words.context import Context

MEANT_OTHERWISE = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": " ", "~": " ", "^": " "})
"""The signs that mean something in BibTeX."""


def provenance(context: Context) -> Mapping[str, str | None]:
    """What every file tells of itself, by the names that programs know it by."""
    settings, publication = context.catalogue.settings, context.publication
    return {
        "title": settings.name,
        "notice": settings.notice,
        **terms(context),
        "revision": publication.revision or None,
        "revised": publication.revised or None,
        **naming(context),
    }


def terms(context: Context) -> Mapping[str, str | None]:
    """Under which licence a file is, and from which site."""
    settings, publication = context.catalogue.settings, context.publication
    return {
        "licence": settings.licence,
        "licence_address": settings.licence_place or None,
        "address": publication.address or None,
    }


def naming(context: Context) -> Mapping[str, str]:
    """How whoever uses a file names it."""
    return {"citation": citation(context), "bibtex": bibtex(context)}


def about(context: Context) -> str:
    """The notice of the catalogue, then how the data are named."""
    return f"{context.catalogue.settings.notice}. {citation(context)}."


def citation(context: Context) -> str:
    """How somebody names the data who uses it."""
    settings, publication = context.catalogue.settings, context.publication
    told = [settings.name, *edition_words(context), publication.address, f"giấy phép {settings.licence}"]
    return ", ".join(filter(None, told))


def edition_words(context: Context) -> list[str]:
    """The day and the revision of the data, as far as known."""
    publication = context.publication
    of_day = publication.revised and f"dữ liệu ngày {day(publication.revised)}"
    return [told for told in (of_day, publication.revision and f"bản {publication.revision}") if told]


def bibtex(context: Context) -> str:
    """The same for programs that keep references; what nobody knows has no field."""
    settings, publication = context.catalogue.settings, context.publication
    key = "-".join(filter(None, ("danh-muc", publication.revision)))
    told = {
        "title": settings.name,
        "year": publication.revised[:4],
        "url": publication.address,
        "note": ", ".join([*edition_words(context), f"giấy phép {settings.licence}", settings.notice]),
    }
    fields = {name: text.translate(MEANT_OTHERWISE) for name, text in told.items() if text}
    fields["title"] = f"{{{fields['title']}}}"  # whose capitals stay as they are
    return f"@misc{{{key},\n" + ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items()) + "\n}"
