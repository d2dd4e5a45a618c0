"""Popolo: people, parties, posts, memberships and elections of some regions, as one JSON object.

https://www.popoloproject.com/specs/
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tieup.exports.register import Register, named_alike
from tieup.regions import Party, Person, Region

Thing = dict[str, Any]


def write_popolo(regions: Sequence[Region], path: Path) -> None:
    """Write everything that the regions' packs tell of parties and people."""
    text = json.dumps(popolo(regions), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def popolo(regions: Sequence[Region]) -> dict[str, list[Thing]]:
    """The classes of Popolo, each with its objects."""
    register = Register(regions)
    parties, people = register.parties, register.people
    posts: dict[str, Thing] = {}
    memberships = list(_of_fronts(register))
    for name, person in people.items():
        for post, membership in _held(name, person, register):
            posts[post["id"]] = post
            memberships.append(membership)
    organizations = [_party(name, party) for name, party in parties.items()]
    organizations += map(_house, register.regions)
    for organization, of_it in _stood_together(register):
        organizations.append(organization)
        memberships += of_it
    return {
        "persons": [_person(name, person) for name, person in people.items()],
        "organizations": organizations,
        "posts": list(posts.values()),
        "memberships": memberships,
        "events": [one for region in register.regions for one in _elections(region)],
    }


def _party(name: str, party: Party) -> Thing:
    names = [*sorted(party.renamings, key=lambda one: one.on)]
    days = [None, *(one.on for one in names)]
    was = [party.name, *(one.name for one in names)]
    former: list[Thing] = [
        _known(name=old, start_date=_day(since), end_date=_day(until), note="former name")
        for old, since, until in zip(was, days, days[1:], strict=False)
    ]
    shorts = named_alike([party.short], (one.short for one in names), but=was[-1])
    press = named_alike(party.forms, but=was[-1])
    return _known(
        id=_id("party", name),
        name=was[-1],
        other_names=[
            *former,
            *({"name": short, "note": "abbreviation"} for short in shorts),
            *({"name": form, "note": "in the press"} for form in press),
        ],
        identifiers=[{"identifier": party.id, "scheme": "tieup"}],
        classification=party.kind,
        founding_date=_day(party.founded),
    )


def _house(region: Region) -> Thing:
    return _known(
        id=_id("house", region.id),
        name=f"{region.house} of {region.name}",
        classification="legislature",
    )


def _elections(region: Region) -> Iterator[Thing]:
    for election in region.elections.values():
        yield _known(
            id=_id("election", election.id),
            name=election.name,
            classification=f"{election.kind} election",
            start_date=_day(election.polled_from),
            end_date=_day(election.polled_to or election.counted),
            location=region.name,
            organization_id=_id("house", region.id) if election.kind == "assembly" else None,
        )


def _person(name: str, person: Person) -> Thing:
    others = named_alike(person.forms, but=person.name)
    return _known(
        id=_id("person", name),
        name=person.name,
        other_names=[{"name": other, "note": "in the press"} for other in others],
    )


def _held(name: str, person: Person, register: Register) -> Iterator[tuple[Thing, Thing]]:
    """The posts of a person, each with the time it was held."""
    for role in person.roles:
        if role.party not in register.parties:
            continue
        label = f"{role.title} ({role.unit})" if role.unit else role.title
        party = _id("party", role.party)
        post = _known(
            id=_id("post", f"{role.party}/{label}"),
            label=f"{label}, {register.party_name(role.party)}",
            role=role.title,
            organization_id=party,
        )
        yield (
            post,
            _known(
                label="party only announced" if role.planned else None,
                role=role.title,
                person_id=_id("person", name),
                organization_id=party,
                post_id=post["id"],
                start_date=_day(role.since),
                end_date=_day(role.until),
            ),
        )


def _of_fronts(register: Register) -> Iterator[Thing]:
    for name, front in register.parties.items():
        for member in front.members:
            if member.party in register.parties:
                yield _known(
                    **_member(member.party, name, register),
                    start_date=_day(member.since),
                    end_date=_day(member.until),
                )


def _stood_together(register: Register) -> Iterator[tuple[Thing, list[Thing]]]:
    """The alliances of past elections, each with its members."""
    for region in register.regions:
        for election in region.elections.values():
            for alliance in election.alliances:
                name = _id("alliance", f"{election.id}/{alliance.name}")
                organization = _known(
                    id=name,
                    name=f"{alliance.name}, {election.name}",
                    classification="electoral alliance",
                    description=alliance.source,
                )
                keys = [register.party_key(party, election.id) for party in alliance.parties]
                members = [{**_member(key, "", register), "organization_id": name} for key in keys]
                yield organization, members


def _member(party: str, front: str, register: Register) -> Thing:
    """A party is a member as "member", for "person_id" is for people."""
    return {
        "role": "member",
        "member": {
            "@type": "organization",
            "id": _id("party", party),
            "name": register.party_name(party),
        },
        "organization_id": _id("party", front),
    }


def _id(noun: str, name: str) -> str:
    return f"{noun}/{quote(name, safe='/')}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(**values: Any) -> Thing:  # noqa: ANN401 - as Popolo has them
    """What is known of some values."""
    return {name: value for name, value in values.items() if value not in (None, [])}
