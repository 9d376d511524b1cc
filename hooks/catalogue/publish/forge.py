"""Where the forge of a repository shows a file, and where it lets one edit it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from catalogue.language.vocabulary import Forge
from catalogue.model.settings import SiteSettings


class Ways(NamedTuple):
    """What a forge puts between the address of a repository and the branch: to edit a file, to read it."""

    edit: str
    read: str


WAYS: Mapping[Forge, Ways] = {
    Forge.GITHUB: Ways("edit", "blob"),
    Forge.GITLAB: Ways("-/edit", "-/blob"),
    Forge.GITEA: Ways("_edit", "src/branch"),
    Forge.BITBUCKET: Ways("src", "src"),  # the page that shows a file has the button that edits it
}
HOSTS: Mapping[str, Forge] = {
    "gitlab": Forge.GITLAB,
    "codeberg": Forge.GITEA,
    "gitea": Forge.GITEA,
    "forgejo": Forge.GITEA,
    "bitbucket": Forge.BITBUCKET,
}
"""Words in the name of a host that tell its forge."""


def forge_of(settings: SiteSettings) -> Forge:
    """The forge that the settings name, else the one that the name of the host tells."""
    host = urlsplit(settings.repository or "").hostname or ""
    return settings.forge or next((forge for word, forge in HOSTS.items() if word in host), Forge.GITHUB)


def editing_address(settings: SiteSettings) -> str:
    """What comes before the path of a file in the address of its editor; empty without a repository."""
    return way(settings, WAYS[forge_of(settings)].edit) if settings.repository else ""


def reading_address(settings: SiteSettings) -> str:
    """What comes before the path of a file in the address where it is read; empty without a repository."""
    return way(settings, WAYS[forge_of(settings)].read) if settings.repository else ""


def way(settings: SiteSettings, between: str) -> str:
    """An address below the repository, up to the path of a file."""
    repository = str(settings.repository).rstrip("/").removesuffix(".git")
    return f"{repository}/{between}/{quote(settings.branch)}/"
