"""FollowTheMoney: parties, people, posts, articles and what was said, as entities.

A statement is an Event: somebody said something on a day, and that stays true whatever became of
it. It is no link between the parties, for most statements are wishes, denials and refusals, and one
side's word is never agreement. https://followthemoney.tech
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tieup.articles import Article
from tieup.exports.corrected import Corrected, Standing
from tieup.exports.register import Register, named_alike
from tieup.notation import Entry
from tieup.regions import Party, Person, Region

Entity = dict[str, Any]
#: The name of the data set that values are of.
DATASET = "tieup"
#: The columns of a FollowTheMoney statement, in the order of the library.
COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin"),
    *("lang", "original_value", "external", "first_seen", "last_seen", "id"),
)


def write_entities(entries: Iterable[Entry], regions: Sequence[Region], path: Path) -> None:
    """Write one entity a line, each after those that it refers to."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(entries, regions):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")


def entities(entries: Iterable[Entry], regions: Sequence[Region]) -> Iterator[Entity]:
    """The entities of some regions, and of the statements that stand."""
    register = Register(regions)
    told: set[str] = set()
    for entity in chain(_of_regions(register), _of_statements(Corrected(entries), register)):
        if entity["id"] not in told:
            told.add(entity["id"])
            yield entity


def key(noun: str, name: str) -> str:
    """The id of an entity; the same from one export to the next."""
    return f"tieup-{noun}-" + hashlib.sha256(name.encode()).hexdigest()[:20]


def _of_regions(register: Register) -> Iterator[Entity]:
    for name, party in register.parties.items():
        yield _party(name, party)
    for name, party in register.parties.items():
        for member in party.members:
            if member.party in register.parties:
                yield _entity(
                    "Membership",
                    key("membership", f"{name}|{member.party}|{member.since}"),
                    member=[key("party", member.party)],
                    organization=[key("party", name)],
                    role=[f"member of the {party.kind}"],
                    startDate=[member.since],
                    endDate=[member.until],
                )
    for name, person in register.people.items():
        yield from _person(name, person, register)


def _party(name: str, party: Party) -> Entity:
    """A party is no PublicBody: that is an office of the state."""
    names = [party.name, *(renaming.name for renaming in party.renamings)]
    shorts = [party.short, *(renaming.short for renaming in party.renamings)]
    return _entity(
        "Organization",
        key("party", name),
        name=[names[-1]],
        previousName=names[:-1],
        weakAlias=named_alike(shorts, party.forms, but=names[-1]),
        incorporationDate=[party.founded],
        classification=[party.kind],
        topics=["pol.party"] if party.kind == "party" else [],
    )


def _person(name: str, person: Person, register: Register) -> Iterator[Entity]:
    yield _entity(
        "Person",
        key("person", name),
        name=[person.name],
        weakAlias=named_alike(person.forms, but=person.name),
    )
    for role in person.roles:
        if role.party not in register.parties:
            continue
        title = f"{role.title}, {register.party_name(role.party)}"
        post = key("position", f"{role.party}|{role.title}|{role.unit}")
        yield _entity(
            "Position",
            post,
            name=[f"{title} ({role.unit})" if role.unit else title],
            organization=[key("party", role.party)],
        )
        yield _entity(
            "Occupancy",
            key("occupancy", f"{name}|{post}|{role.since}"),
            holder=[key("person", name)],
            post=[post],
            startDate=[role.since],
            endDate=[role.until],
            status=["party only announced"] if role.planned else [],
        )


def _of_statements(statements: Iterable[Standing], register: Register) -> Iterator[Entity]:
    for standing in statements:
        statement = standing.statement
        if standing.article is not None:
            yield _article(standing.article)
        parties = list(register.party_keys(statement))
        people = [register.person_key(one, statement.election) for one in statement.participants]
        voice = register.voice(statement)
        if voice.kind == "person" and voice.key is not None:
            people.insert(0, voice.key)
        elif voice.key is not None:
            parties.insert(0, voice.key)
        for name in parties:
            if name not in register.parties:
                yield _entity("Organization", key("party", name), name=[name])
        for name in people:
            if name not in register.people:
                yield _entity("Person", key("person", name), name=[name])
        yield _event(
            standing,
            register.summary(statement),
            [*(key("party", one) for one in parties), *(key("person", one) for one in people)],
        )


def _article(article: Article) -> Entity:
    """An article without its text, which is its publisher's."""
    sources = article.sources
    return _entity(
        "Article",
        key("article", article.content_id),
        fileName=[article.id],
        title=[article.title],
        publishedAt=[article.published],
        publisher=[article.outlet],
        author=[article.agency],
        sourceUrl=_addresses([article.url, *(one.url for one in sources)]),
        notes=[
            f"tieup's own summary of a report in {one.outlet}, {one.published}" for one in sources
        ],
    )


def _event(standing: Standing, summary: str, involved: Sequence[str]) -> Entity:
    statement, article, retraction = standing.statement, standing.article, standing.retraction
    taken_back = (
        [f"Taken back on {retraction.published} by {retraction.by}. {retraction.note}".strip()]
        if retraction
        else []
    )
    event = _entity(
        "Event",
        key("statement", statement.id),
        name=[summary],
        involved=involved,
        date=[statement.said_on or statement.published],
        summary=[f"As the article words it: {statement.quote}"],
        description=[f"In the speaker's own words: “{words}”" for words in standing.own],
        recordId=[statement.id],
        proof=[key("article", statement.content_id)] if article else [],
        publisher=[statement.outlet],
        sourceUrl=_addresses([article.url] if article else []),
        keywords=[
            statement.kind,
            statement.act,
            statement.form,
            statement.mode,
            statement.election,
        ],
        notes=taken_back,
    )
    return event if standing.recorded is None else {**event, "first_seen": _seen(standing.recorded)}


def _entity(schema: str, name: str, /, **properties: Iterable[object]) -> Entity:
    """An entity with its values as texts, each once and none empty."""
    kept = {}
    for prop, values in properties.items():
        texts = (_plain(value) for value in values if value is not None)
        known = list(dict.fromkeys(text for text in texts if text))
        if known:
            kept[prop] = known
    return {"id": name, "schema": schema, "properties": kept}


def _plain(value: object) -> str:
    """A value as a text of one line, as the library keeps it."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _seen(moment: datetime) -> str:
    """A moment in UTC as the library writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def _addresses(urls: Iterable[str | None]) -> list[str]:
    """What can be followed of some addresses."""
    found = []
    for url in urls:
        try:
            parts = urlsplit(url or "")
        except ValueError:
            continue
        if url and parts.scheme in ("http", "https") and parts.hostname and "." in parts.hostname:
            found.append(url)
    return found


def write_values(entries: Iterable[Entry], regions: Sequence[Region], path: Path) -> None:
    """Write FollowTheMoney statements: each value of each entity in a row of its own."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, dialect=csv.unix_dialect)
        writer.writerow(COLUMNS)
        for entity in entities(entries, regions):
            for row in values(entity):
                writer.writerow([row.get(name, "") for name in COLUMNS])


def values(entity: Entity) -> Iterator[dict[str, str]]:
    """The statements of an entity, with the ids that the library gives them."""
    name = entity["id"]
    for prop, texts in entity["properties"].items():
        for text in texts:
            hashed = hashlib.sha1(f"{DATASET}.{name}.{prop}.{text}".encode(), usedforsecurity=False)
            yield {
                "canonical_id": name,
                "entity_id": name,
                "prop": prop,
                "schema": entity["schema"],
                "value": text,
                "dataset": DATASET,
                "external": "f",
                "first_seen": entity.get("first_seen", ""),
                "last_seen": entity.get("first_seen", ""),
                "id": hashed.hexdigest(),
            }
