"""FollowTheMoney: every entity is as the library's own model wants it, value by value."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest
from followthemoney import model
from followthemoney.schema import Schema
from told import bengal_pack, told

from tieup import exports
from tieup.exports.followthemoney import COLUMNS, DATASET, Entity, entities, key, values
from tieup.regions import bundled_regions

NOBODY = key("person", "Nobody Known")


@cache
def found_entities() -> dict[str, Entity]:
    return {one["id"]: one for one in entities(told(), [bengal_pack()])}


def of(schema: str) -> list[dict[str, list[str]]]:
    return [one["properties"] for one in found_entities().values() if one["schema"] == schema]


def known(schema: str) -> Schema:
    found = model.get(schema)
    assert found is not None
    return found


def test_each_entity_is_valid_and_the_library_keeps_every_value() -> None:
    for entity in found_entities().values():
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: sorted(found) for name, found in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(given) for name, given in entity["properties"].items()}


def test_every_reference_is_to_an_entity_of_the_right_sort() -> None:
    references = 0
    for entity in found_entities().values():
        properties = known(entity["schema"]).properties
        for name, found in entity["properties"].items():
            if properties[name].type.name == "entity":
                wanted = properties[name].range
                assert wanted is not None
                assert all(known(found_entities()[value]["schema"]).is_a(wanted) for value in found)
                references += len(found)
    assert references > len(found_entities())


def test_all_bundled_regions_together_are_sound() -> None:
    together = {one["id"]: one for one in entities((), bundled_regions())}
    assert len(together) > len({one["id"] for one in entities((), [bengal_pack()])})
    for entity in together.values():
        model.get_proxy(entity, cleaned=False).schema.validate(entity)
        named = (entity["properties"].get(name, ()) for name in ("holder", "post", "organization"))
        assert all(value in together for values in named for value in values)


def test_parties_people_and_posts_are_there() -> None:
    region = bengal_pack()
    last = max(election.counted for election in region.elections.values())
    parties = {properties["name"][0] for properties in of("Organization")}
    assert {party.name_on(last) for party in region.parties.values()} <= parties
    assert {properties["name"][0] for properties in of("Person")} > set(region.people)
    roles = sum(len(person.roles) for person in region.people.values())
    assert len(of("Occupancy")) == roles
    assert len(of("Membership")) > 5


def test_a_statement_is_an_event_with_its_source_and_whose_words() -> None:
    (event,) = (one for one in of("Event") if NOBODY in one.get("involved", ()))
    assert event["name"][0].startswith("Biman Bose talks: ")
    assert event["summary"] == ["As the article words it: Bose said: “We talk to them.”"]
    assert event["description"] == ["In the speaker's own words: “We talk to them.”"]
    assert event["publisher"] == ["The Daily"]
    assert event["sourceUrl"] == ["https://example.org/news?id=1"]
    assert event["notes"] == ["Taken back on 2025-12-30 by The Daily."]
    involved = {key("party", "ISF"), key("party", "LF"), key("person", "Biman Bose"), NOBODY}
    assert set(event["involved"]) == involved


def test_no_statement_makes_a_link_and_no_text_leaves() -> None:
    schemata = {one["schema"] for one in found_entities().values()}
    assert "UnknownLink" not in schemata
    assert all("bodyText" not in one for one in of("Article"))
    assert "javascript" not in json.dumps(of("Article"))


def test_entities_come_one_a_line(tmp_path: Path) -> None:
    exports.write("ftm", told(), tmp_path / "export", regions=[bengal_pack()])
    lines = (tmp_path / "export").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(found_entities().values())


def test_statements_are_the_same_values_with_the_ids_of_the_library(tmp_path: Path) -> None:
    exports.write("ftm-statements", told(), tmp_path / "export", regions=[bengal_pack()])
    with (tmp_path / "export").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect=csv.unix_dialect))
    assert tuple(rows[0]) == COLUMNS
    assert len({row["id"] for row in rows}) == len(rows)
    back: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        assert row["dataset"] == DATASET
        assert row["schema"] == found_entities()[row["entity_id"]]["schema"]
        back.setdefault(row["entity_id"], {}).setdefault(row["prop"], []).append(row["value"])
    assert back == {
        name: one["properties"] for name, one in found_entities().items() if one["properties"]
    }


@pytest.mark.parametrize(
    ("prop", "value", "name"),
    [
        ("name", "Indian Secular Front", "28cea16704fbb52af2ee843695988bfd1d962413"),
        ("topics", "pol.party", "bea93902485d23364e3f72d7af1c1f1cb4c9e20f"),
    ],
)
def test_the_ids_are_known_numbers(prop: str, value: str, name: str) -> None:
    """As Statement.make_key of followthemoney 4.11.2 gives them."""
    entity = {"id": "tieup-party-1", "schema": "Organization", "properties": {prop: [value]}}
    assert [row["id"] for row in values(entity)] == [name]


def test_a_recorded_statement_has_its_moment() -> None:
    (event,) = (
        one for one in found_entities().values() if NOBODY in one["properties"].get("involved", ())
    )
    assert event["first_seen"] == "2026-01-01T12:00:00"
