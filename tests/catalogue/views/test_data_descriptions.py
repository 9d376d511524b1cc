"""The descriptions of the data for portals and tools: read back by those who know the standards."""

from __future__ import annotations

import hashlib

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace, URIRef

from catalogue.page import File, Publication
from catalogue.views import edition_of
from catalogue.views.exports.dcat import ADDRESS, DESCRIBING
from catalogue.views.words.context import Context
from catalogue.views.words.offers import is_whole, offered
from tests.catalogue.views.small import PLACE, Published, catalogue_of, made_of

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated"
)  # what rdflib's reader of JSON-LD makes itself
SPDX = Namespace("http://spdx.org/rdf/terms#")
REQUIRED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCAT.byteSize, DCTERMS.license),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL, DCAT.endpointDescription),
    FOAF.Agent: (FOAF.name,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
"""What DCAT-AP requires of each class, and what we tell of files beside it."""


def graph_of(content: bytes, place: str) -> Graph:
    """What a description says, to whoever found it at its place."""
    return Graph().parse(data=content, format="json-ld", publicID=f"{place}{ADDRESS}")


@pytest.fixture(scope="module")
def described(hai_duong: Published) -> Graph:
    """What the small catalogue tells portals."""
    return graph_of(hai_duong.files[ADDRESS].content, PLACE.address)


@pytest.mark.parametrize("kind", REQUIRED)
def test_everything_has_what_dcat_ap_requires_of_it(described: Graph, kind: URIRef):
    found = list(described.subjects(RDF.type, kind))
    assert found
    assert [
        (each, needed) for each in found for needed in REQUIRED[kind] if not described.value(each, needed)
    ] == []


def test_every_file_of_the_whole_catalogue_is_told_as_it_is(hai_duong: Published, described: Graph):
    downloads = edition_of(Context(hai_duong.catalogue, PLACE)).context.downloads
    whole = {each.address for each in offered(downloads) if is_whole(each)} - {ADDRESS, *DESCRIBING}
    told = {str(place): each for each, place in described.subject_objects(DCAT.downloadURL)}
    assert set(told) == {f"{PLACE.address}{address}" for address in whole} != set()
    for address in whole:
        content, each = hai_duong.files[address].content, told[f"{PLACE.address}{address}"]
        assert str(described.value(each, DCAT.byteSize)) == str(len(content))
        checksum = described.value(described.value(each, SPDX.checksum), SPDX.checksumValue)
        assert str(checksum) == hashlib.sha256(content).hexdigest()
        assert str(described.value(each, DCTERMS.license)) == hai_duong.catalogue.settings.licence_address


def test_nothing_is_fetched_to_read_it_and_every_word_of_it_is_known(hai_duong: Published):
    value = hai_duong.json(ADDRESS)
    assert isinstance(value["@context"], dict)
    assert not [
        key for key in keys_of(value) if key not in value["@context"] and not key.startswith(("@", "vcard:"))
    ]


def keys_of(value: object) -> set[str]:
    """The keys of a value outside its context, at any depth."""
    if isinstance(value, dict):
        inner = {key: each for key, each in value.items() if key != "@context"}
        return {*inner, *(key for each in inner.values() for key in keys_of(each))}
    return {key for each in value for key in keys_of(each)} if isinstance(value, list) else set()


def test_where_nobody_knows_the_address_of_the_site_the_file_tells_its_own():
    made = made_of(catalogue_of({}), publication=Publication(""))
    (file,) = [each for each in made if isinstance(each, File) and each.address == ADDRESS]
    described = graph_of(file.content, "https://noi-khac.vn/a/")
    assert URIRef("https://noi-khac.vn/a/api/v1/programs.json") in set(
        described.objects(None, DCAT.downloadURL)
    )
