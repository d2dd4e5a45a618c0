"""schema.org: the document is JSON-LD, and every term is used as the vocabulary says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF
from rdflib.term import Literal, Node
from schema_org import PROPERTIES, TYPES, kinds
from told import bengal_pack, told

from tieup import exports
from tieup.exports.claims import nodes

#: rdflib warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA = "https://schema.org/"
#: What the published context does with the terms used, without asking the network for it.
CONTEXT = {
    "@vocab": SCHEMA,
    **{name: {"@type": "@id"} for name in ("url", "inDefinedTermSet")},
    **{
        name: {"@type": f"{SCHEMA}Date"}
        for name in ("datePublished", "dateCreated", "startDate", "endDate", "foundingDate")
    },
}


@cache
def found_nodes() -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in nodes(told(), [bengal_pack()])}


@cache
def graph() -> Graph:
    document = {"@context": CONTEXT, "@graph": list(found_nodes().values())}
    return Graph().parse(data=json.dumps(document), format="json-ld")


def types_of(node: Node) -> set[str]:
    """The types of a node, with all that they are kinds of."""
    if isinstance(node, Literal):
        said = str(node.datatype or "").removeprefix(SCHEMA)
        return {"Number"} if said.endswith("integer") else {said} if said == "Date" else {"Text"}
    named = [str(kind).removeprefix(SCHEMA) for kind in graph().objects(node, RDF.type)]
    return set().union(*map(kinds, named)) if named else {"URL"}


def test_every_term_is_used_as_the_vocabulary_says() -> None:
    used = set()
    for subject, predicate, found in graph():
        if predicate == RDF.type:
            assert str(found).removeprefix(SCHEMA) in TYPES
            continue
        name = str(predicate).removeprefix(SCHEMA)
        may_have, may_hold = PROPERTIES[name]
        assert types_of(subject) & set(may_have), (name, subject)
        assert types_of(found) & {*may_hold, *(["Date"] if "DateTime" in may_hold else [])}, (
            name,
            found,
        )
        used.add(name)
    assert used == set(PROPERTIES)


def test_nothing_is_lost_between_json_and_graph() -> None:
    claims = set(graph().subjects(RDF.type, URIRef(SCHEMA + "Claim")))
    assert len(claims) == sum(node["@type"] == "Claim" for node in found_nodes().values()) > 40


def claim(start: str) -> dict[str, Any]:
    """The claim written by hand that is summed up so."""
    (found,) = (
        node
        for node in found_nodes().values()
        if node["@type"] == "Claim"
        and str(node["name"]).startswith(start)
        and node["datePublished"] == "2025-12-28"
    )
    return found


def test_a_claim_tells_own_words_from_the_articles() -> None:
    found = claim("Biman Bose talks")
    passage, quotation = found["appearance"]
    assert passage["text"] == "Bose said: “We talk to them.”"
    assert (quotation["@type"], quotation["text"]) == ("Quotation", "We talk to them.")
    assert (
        quotation["spokenByCharacter"]
        == found["author"]
        == {"@id": "urn:tieup:person:Biman%20Bose"}
    )
    article = found_nodes()[passage["isPartOf"]["@id"]]
    assert (article["@type"], article["publisher"]["name"]) == ("NewsArticle", "The Daily")
    assert article["url"] == "https://example.org/news?id=1"


def test_somebody_unnamed_is_nobody_in_particular() -> None:
    author = claim("somebody of")["author"]
    assert author == {
        "@type": "Person",
        "description": "somebody of Left Front (West Bengal)",
        "memberOf": {"@id": "urn:tieup:party:LF"},
    }


def test_a_retraction_is_a_correction() -> None:
    correction = claim("Biman Bose talks")["correction"]
    assert correction == {
        "@type": "CorrectionComment",
        "text": "taken back by The Daily",
        "author": {"@type": "Organization", "name": "The Daily"},
        "datePublished": "2025-12-30",
    }


def test_only_the_returns_judge_a_claim() -> None:
    checked = claim("the report result: Indian Secular Front")
    review = found_nodes()[f"{checked['@id']}#check"]
    assert (review["@type"], review["reviewRating"]["alternateName"]) == (
        "ClaimReview",
        "confirmed",
    )
    read = found_nodes()[f"{claim('Biman Bose talks')['@id']}#review"]
    assert (read["@type"], read["author"]["name"]) == ("Review", "Asha")


def test_a_dispatch_is_no_news_article_and_names_its_sources() -> None:
    dispatches = [node for node in found_nodes().values() if node["@type"] == "Article"]
    assert dispatches
    assert all(one["isBasedOn"][0]["url"].startswith("http") for one in dispatches)
    assert all("articleBody" not in node for node in found_nodes().values())


@pytest.mark.parametrize("count", [0, None])
def test_the_file_is_one_document(count: int | None, tmp_path: Path) -> None:
    exports.write("schema-org", told()[:count], tmp_path / "export", regions=[bengal_pack()])
    document = json.loads((tmp_path / "export").read_text(encoding="utf-8"))
    assert document["@context"] == "https://schema.org"
    assert document["@graph"] == (list(found_nodes().values()) if count is None else [])
