"""Popolo: people, parties, posts, memberships and elections, as the specification wants them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from told import bengal_pack, told

from tieup import exports
from tieup.exports.popolo import popolo
from tieup.regions import load_region

TEXT = {"type": "string", "minLength": 1}
#: A year, a month or a day.
DAY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
IDENTIFIERS = {
    "type": "array",
    "items": {
        "required": ["identifier"],
        "properties": {"identifier": TEXT, "scheme": TEXT},
        "additionalProperties": False,
    },
}
OTHER_NAMES = {
    "type": "array",
    "items": {
        "required": ["name"],
        "properties": {"name": TEXT, "start_date": DAY, "end_date": DAY, "note": TEXT},
        "additionalProperties": False,
    },
}
MEMBER = {"type": "object", "required": ["id", "name"]}


def one(*required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    """A class with these properties and no others; texts where nothing else is said."""
    known = dict.fromkeys(("id", "name", "classification", "description"), TEXT)
    return {
        "type": "object",
        "required": [*required],
        "properties": {**known, **properties},
        "additionalProperties": False,
    }


#: Written from the properties and forms of popoloproject.com/specs (CC BY 4.0); stricter than its
#: schemas, which require nothing and allow any property more.
CLASSES = {
    "persons": one("id", "name", other_names=OTHER_NAMES),
    "organizations": one(
        *("id", "name", "classification"),
        other_names=OTHER_NAMES,
        identifiers=IDENTIFIERS,
        founding_date=DAY,
    ),
    "posts": one("id", "label", "organization_id", label=TEXT, role=TEXT, organization_id=TEXT),
    "memberships": one(
        "organization_id",
        **dict.fromkeys(("label", "role", "person_id", "organization_id", "post_id"), TEXT),
        member=MEMBER,
        start_date=DAY,
        end_date=DAY,
    ),
    "events": one("id", "name", start_date=DAY, end_date=DAY, location=TEXT, organization_id=TEXT),
}


@cache
def exported(*regions: str) -> dict[str, list[dict[str, Any]]]:
    return popolo([load_region(name) for name in regions])


@pytest.mark.parametrize("regions", [(), ("west-bengal",), ("west-bengal", "tamil-nadu", "bihar")])
def test_every_object_is_as_the_specification_wants_it(regions: tuple[str, ...]) -> None:
    found = exported(*regions)
    assert set(found) == set(CLASSES)
    for name, objects in found.items():
        assert bool(objects) is bool(regions)
        validator = Draft202012Validator(CLASSES[name])
        assert [error.message for each in objects for error in validator.iter_errors(each)] == []


def test_every_reference_is_to_an_object_and_ids_are_given_once() -> None:
    found = exported("west-bengal", "tamil-nadu", "bihar")
    ids = {name: [each["id"] for each in found[name]] for name in CLASSES if name != "memberships"}
    assert all(len(given) == len(set(given)) for given in ids.values())
    for each in (*found["memberships"], *found["posts"], *found["events"]):
        assert each.get("organization_id", ids["organizations"][0]) in ids["organizations"]
        assert each.get("person_id", ids["persons"][0]) in ids["persons"]
        assert each.get("post_id", ids["posts"][0]) in ids["posts"]
        assert each.get("member", {"id": ids["organizations"][0]})["id"] in ids["organizations"]


def test_the_pack_is_all_there() -> None:
    region, found = bengal_pack(), exported("west-bengal")
    assert {each["name"] for each in found["persons"]} == set(region.people)
    roles = sum(len(person.roles) for person in region.people.values())
    assert sum("person_id" in each for each in found["memberships"]) == roles
    assert len(found["events"]) == len(region.elections)


def test_a_renamed_party_goes_by_its_last_name_and_keeps_the_others() -> None:
    (party,) = (
        each for each in exported("west-bengal")["organizations"] if each["id"] == "party/JUP"
    )
    assert party["name"] == "Aam Janata Unnayan Party"
    former = next(other for other in party["other_names"] if other["note"] == "former name")
    assert (former["name"], former["end_date"]) == ("Janata Unnayan Party", "2026-03-04")


def test_what_regions_share_is_there_once() -> None:
    names = [each["name"] for each in exported("west-bengal", "bihar")["persons"]]
    both = set(bengal_pack().people) & set(load_region("bihar").people)
    assert both
    assert all(names.count(name) == 1 for name in both)


def test_the_file_needs_no_ledger(tmp_path: Path) -> None:
    exports.write("popolo", told()[:0], tmp_path / "export", regions=[bengal_pack()])
    assert json.loads((tmp_path / "export").read_text(encoding="utf-8")) == exported("west-bengal")
