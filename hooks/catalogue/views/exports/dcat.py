"""`/du-lieu/dcat.jsonld`: the catalogue as DCAT 3 describes it, for portals of open data to take up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from catalogue.model.kinds import FOLDERS
from catalogue.page import Closing, Download, File, Published, json_file, only_stated
from catalogue.views.exports.data import API_VERSION, way_to
from catalogue.views.exports.openapi import DESCRIPTION, TOP
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE, MEDIA_TYPES
from catalogue.views.words.misreadings import GRAINS
from catalogue.views.words.offers import OfferedFile, whole_files

ADDRESS = f"{DATA_PAGE}dcat.jsonld"
FORM = "DCAT (JSON-LD)"
DESCRIBING = (TOP, DESCRIPTION)
"""Files that tell of the data and hold none."""
VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"
REGISTERED = "https://www.iana.org/assignments/media-types/"
CONTEXT: dict[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: f"dcat:{name}" for name in ("Catalog", "Dataset", "Distribution", "DataService")},
    **{name: {"@id": f"dct:{name}", "@language": "vi"} for name in ("title", "description")},
    **{name: {"@id": f"dct:{name}", "@type": "@id"} for name in ("publisher", "license", "language")},
    **{
        name: {"@id": f"dcat:{name}", "@type": "@id"}
        for name in (
            "dataset",
            "service",
            "distribution",
            "landingPage",
            "accessURL",
            "downloadURL",
            "mediaType",
            "endpointURL",
            "endpointDescription",
            "servesDataset",
            "contactPoint",
        )
    },
    "identifier": "dct:identifier",
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "version": "dcat:version",
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "LicenseDocument": "dct:LicenseDocument",
    "Agent": "foaf:Agent",
    "name": "foaf:name",
    "homepage": {"@id": "foaf:homepage", "@type": "@id"},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "checksum": "spdx:checksum",
    "Checksum": "spdx:Checksum",
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
    "label": {"@id": "http://www.w3.org/2000/01/rdf-schema#label", "@language": "vi"},
}
"""The words of the file. They stand in it, so that whoever reads it need fetch nothing."""
Node = dict[str, Any]


def dcat_file(context: Context) -> Iterator[Closing]:
    """The description of all that stands before it."""
    download = Download("Mô tả cho cổng dữ liệu mở", FORM, DATA_PAGE, 1, "danh mục")
    yield Closing(ADDRESS, partial(dcat, context), download=download)


def dcat(context: Context, published: Published) -> File:
    """The catalogue, its datasets and their files."""
    files = whole_files(context, published, but=ADDRESS)
    described = json_file(ADDRESS, {"@context": CONTEXT, **catalog(context, files)})
    return File(ADDRESS, described.content, MEDIA_TYPES["jsonld"])


def catalog(context: Context, files: Iterable[OfferedFile]) -> Node:
    """The catalogue: who publishes it, under which licence, and what is in it."""
    settings, here = context.catalogue.settings, partial(way_to, context, ADDRESS)
    datasets = [dataset(context, name, some) for name, some in by_name(files).items()]
    return only_stated(
        {
            "@id": f"{here('')}#danh-muc",
            "@type": "Catalog",
            "title": settings.name,
            "description": f"{settings.description} {settings.notice}.",
            **of_all(context),
            "homepage": here(""),
            "page": here(TOP),
            "dataset": datasets,
            "service": service(context, datasets),
        }
    )


def by_name(files: Iterable[OfferedFile]) -> dict[str, list[OfferedFile]]:
    """The files that hold the same in several forms, by the name that they share."""
    found: dict[str, list[OfferedFile]] = {}
    for each in files:
        if each.offer.address not in DESCRIBING:
            found.setdefault(PurePosixPath(each.offer.address).stem, []).append(each)
    return found


def dataset(context: Context, name: str, files: list[OfferedFile]) -> Node:
    """What some files hold, each in its form."""
    kind, first = FOLDERS.get(name), files[0]
    title = kind.label if kind else first.offer.download.title
    told = GRAINS[kind.code] if kind else f"{title}: {first.amount}."
    return {
        "@id": f"{way_to(context, ADDRESS, DATA_PAGE)}#{name}",
        "@type": "Dataset",
        "identifier": name,
        "title": title,
        "description": f"{told} {context.catalogue.settings.notice}.",
        **of_all(context),
        "landingPage": way_to(context, ADDRESS, first.offer.download.page),
        "distribution": [distribution(context, each) for each in files],
    }


def of_all(context: Context) -> Node:
    """What the catalogue and all that is in it share."""
    settings, publication = context.catalogue.settings, context.publication
    home = way_to(context, ADDRESS, "")
    agent = {"@id": f"{home}#trang", "@type": "Agent", "name": settings.name, "homepage": home}
    mail = settings.mail and {
        "@type": "vcard:Kind",
        "vcard:fn": settings.name,
        "vcard:hasEmail": {"@id": f"mailto:{settings.mail}"},
    }
    return only_stated(
        {
            "publisher": agent,
            "contactPoint": mail,
            "license": licence(context),
            "language": VIETNAMESE,
            "modified": publication.revised,
            "version": publication.revision,
        }
    )


def licence(context: Context) -> Node:
    """The licence, by its address where it has one."""
    settings = context.catalogue.settings
    place = {"@id": settings.licence_place} if settings.licence_place else {}
    return {**place, "@type": "LicenseDocument", "label": settings.licence}


def distribution(context: Context, file: OfferedFile) -> Node:
    """A file: where it is fetched, what it is, how large, and how one knows that it is whole."""
    address, ending = file.offer.address, file.offer.address.rpartition(".")[2]
    place = way_to(context, ADDRESS, address)
    return only_stated(
        {
            "@id": f"{place}#tep",
            "@type": "Distribution",
            "title": f"{file.offer.download.title} ({file.offer.download.form})",
            "accessURL": place,
            "downloadURL": place,
            "mediaType": f"{REGISTERED}{MEDIA_TYPES[ending]}",
            "byteSize": file.seal.size,
            "license": licence(context),
            "modified": context.publication.revised,
            "checksum": {
                "@type": "Checksum",
                "algorithm": "spdx:checksumAlgorithm_sha256",
                "checksumValue": file.seal.checksum,
            },
        }
    )


def service(context: Context, datasets: Iterable[Node]) -> Node:
    """The files for programs, as a service that is described."""
    here = partial(way_to, context, ADDRESS)
    return {
        "@id": f"{here(DATA_PAGE)}#api",
        "@type": "DataService",
        "title": "Tệp JSON của từng mục",
        "endpointURL": here(f"api/v{API_VERSION}/"),
        "endpointDescription": here(DESCRIPTION),
        "license": licence(context),
        "servesDataset": [each["@id"] for each in datasets if each["identifier"] in FOLDERS],
    }
