"""The descriptions of the data for portals and tools: read back by those who know the standards."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from frictionless import Package
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace, URIRef

from catalogue.page import Publication
from catalogue.publish.output import write_all
from catalogue.views.edition import edition_of
from catalogue.views.exports.csv_tables import FOLDER as CSV_FOLDER
from catalogue.views.exports.data_package import ADDRESS as PACKAGE
from catalogue.views.exports.dcat import ADDRESS, DESCRIBING
from catalogue.views.words.context import Context
from catalogue.views.words.downloads import DATA_PAGE
from catalogue.views.words.offers import is_whole, offered
from tests.catalogue.views.making import file_of, outputs_of
from tests.catalogue.views.small import NO_HISTORY, PLACE, Published, catalogue_of
from tests.examples import some_of

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
        (each, needed) for each in found for needed in REQUIRED[kind] if described.value(each, needed) is None
    ] == []


def test_nothing_is_two_things_at_once(described: Graph):
    kinds = Counter(described.subjects(RDF.type))
    assert [each for each, number in kinds.items() if number > 1] == []


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
    made = outputs_of(catalogue_of({}), NO_HISTORY, Publication(""))
    described = graph_of(file_of(made[ADDRESS]).content, "https://noi-khac.vn/a/")
    assert URIRef("https://noi-khac.vn/a/api/v1/programs.json") in set(
        described.objects(None, DCAT.downloadURL)
    )


# Tables


@pytest.fixture(scope="module")
def package(hai_duong: Published, tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The tables of the small catalogue, as who fetched them has them."""
    return package_in(hai_duong, tmp_path_factory.mktemp("package"))


def package_in(published: Published, folder: Path) -> Package:
    """The tables of a catalogue, in a folder."""
    write_all(
        (
            (address, published.files[address].content)
            for address in published.files
            if address == PACKAGE or address.startswith(CSV_FOLDER)
        ),
        folder,
    )
    return Package(str(folder / PACKAGE))


def test_the_package_is_as_the_standard_asks(package: Package):
    folder = Path(str(package.basepath))
    assert list(package.metadata_validate(package.to_descriptor())) == []
    assert {resource.path for resource in package.resources} == {
        path.relative_to(folder).as_posix() for path in folder.glob("csv/*")
    }


@pytest.mark.proved
def test_tables_are_as_they_are_described(package: Package):
    for resource in some_of(package.resources):
        assert resource.validate().flatten(["type", "message"]) == [], resource.name


@pytest.mark.proof
def test_all_tables_of_any_catalogue_are_as_they_are_described(city: Published, tmp_path: Path):
    for resource in package_in(city, tmp_path).resources:
        assert resource.validate().flatten(["type", "message"]) == [], resource.name


def test_a_table_that_was_changed_is_told(hai_duong: Published, tmp_path: Path):
    resource = package_in(hai_duong, tmp_path).get_resource("program_groups")
    file = tmp_path / DATA_PAGE / str(resource.path)
    text = file.read_text(encoding="utf-8-sig")
    program = next(csv.DictReader(text.splitlines()))["program"]
    file.write_text(text.replace(program, "khong-co"), encoding="utf-8")
    assert {"foreign-key", "hash-count"} <= {told for (told,) in resource.validate().flatten(["type"])}
