"""Claims: what was said, as schema.org has it, in JSON-LD.

A statement is a Claim. It appears in a Quotation where the words are the speaker's own, and in a
part of the article where they are the article's; each is part of its article. A person's review of
the reading is a Review, never a ClaimReview: that says whether a claim is true, which is for claims
about past elections alone, by the official returns. https://schema.org/Claim
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tieup.alliances import Check, Verdict
from tieup.articles import Article
from tieup.exports.corrected import Corrected, Standing
from tieup.exports.register import Register, Voice
from tieup.notation import Entry
from tieup.regions import Region
from tieup.statements import Statement

Node = dict[str, Any]
CONTEXT = "https://schema.org"
#: What the words in ``keywords`` are words of.
VOCABULARY = "urn:tieup:vocabulary"
#: Who holds claims against the returns.
_CHECKER = {"@type": "Organization", "@id": "urn:tieup", "name": "tieup"}
#: From 1, contradicted, to 3, confirmed.
_RATINGS = {Verdict.CONTRADICTED: 1, Verdict.PARTLY: 2, Verdict.CONFIRMED: 3}


def write_claims(entries: Iterable[Entry], regions: Sequence[Region], path: Path) -> None:
    """Write one JSON-LD document, a node of its graph a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": "{CONTEXT}", "@graph": [')
        comma = "\n"
        for node in nodes(entries, regions):
            file.write(comma + json.dumps(node, ensure_ascii=False))
            comma = ",\n"
        file.write("\n]}\n")


def nodes(entries: Iterable[Entry], regions: Sequence[Region]) -> Iterator[Node]:
    """The nodes of the graph, each article, party and person before the first claim on it."""
    register = Register(regions)
    told: set[str] = set()
    for standing in Corrected(entries):
        for node in _of(standing, register):
            if node["@id"] not in told:
                told.add(node["@id"])
                yield node


def _of(standing: Standing, register: Register) -> Iterator[Node]:
    statement, article = standing.statement, standing.article
    voice = register.voice(statement)
    if article is not None:
        yield _article(article)
    for key in register.party_keys(statement):
        yield _party(key, register)
    if voice.key is not None and voice.kind != "person":
        yield _party(voice.key, register)
    elif voice.key is not None:
        for key in _parties_of(voice.key, register):
            yield _party(key, register)
        yield _person(voice.key, statement, register)
    if statement.election is not None:
        yield _election(statement.election, register)
    claim = _claim(standing, voice, register)
    yield claim
    if standing.review is not None:
        yield _known(
            {
                "@type": "Review",
                "@id": f"{claim['@id']}#review",
                "itemReviewed": _ref(claim["@id"]),
                "reviewAspect": "how the article was read",
                "author": {"@type": "Person", "name": standing.review.reviewer},
                "datePublished": standing.reviewed and standing.reviewed.isoformat(),
                "reviewBody": standing.review.note or standing.review.decision.value,
            }
        )
    check = register.check(statement)
    if check is not None and check.verdict in _RATINGS:
        yield _checked(claim, check)


def _claim(standing: Standing, voice: Voice, register: Register) -> Node:
    statement, retraction = standing.statement, standing.retraction
    about = [_urn("party", key) for key in register.party_keys(statement)]
    if statement.election is not None:
        about.append(_urn("election", statement.election))
    correction = retraction and _known(
        {
            "@type": "CorrectionComment",
            "text": retraction.note or f"taken back by {retraction.by}",
            "author": {"@type": "Organization", "name": retraction.by},
            "datePublished": retraction.published.isoformat(),
        }
    )
    return _known(
        {
            "@type": "Claim",
            "@id": _urn("statement", statement.id),
            "identifier": statement.id,
            "name": register.summary(statement),
            "author": _author(voice),
            "about": [_ref(name) for name in about],
            "keywords": [_term(word) for word in (statement.kind, statement.act, statement.form)],
            "dateCreated": _day(statement.said_on),
            "datePublished": _day(statement.published),
            "appearance": list(_appearances(standing, voice)),
            "correction": correction,
        }
    )


def _author(voice: Voice) -> Node | None:
    """Who answers for a claim; somebody unnamed of a party is no person that could be found."""
    if voice.kind == "report":
        return {"@type": "Organization", "name": voice.name}
    if voice.kind == "unnamed" and voice.key is not None:
        party = _ref(_urn("party", voice.key))
        return {"@type": "Person", "description": voice.name, "memberOf": party}
    noun = "party" if voice.kind == "party" else "person"
    return _ref(_urn(noun, voice.key or voice.name))


def _appearances(standing: Standing, voice: Voice) -> Iterator[Node]:
    """The passage in the article's wording, and in it the speaker's own words, if any."""
    statement = standing.statement
    passage = f"{_urn('article', statement.content_id)}#char={statement.start},{statement.end}"
    yield _known(
        {
            "@type": "CreativeWork",
            "@id": passage,
            "description": "the passage in the article's wording",
            "text": statement.quote,
            "isPartOf": _ref(_urn("article", statement.content_id)),
        }
    )
    for number, words in enumerate(standing.own, start=1):
        yield {
            "@type": "Quotation",
            "@id": f"{passage}&own={number}",
            "text": words,
            "spokenByCharacter": _author(voice),
            "isPartOf": _ref(passage),
        }


def _checked(claim: Node, check: Check) -> Node:
    return {
        "@type": "ClaimReview",
        "@id": f"{claim['@id']}#check",
        "itemReviewed": _ref(claim["@id"]),
        "claimReviewed": claim["name"],
        "author": _CHECKER,
        "reviewAspect": "the claim against the official returns",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[check.verdict],
            "worstRating": min(_RATINGS.values()),
            "bestRating": max(_RATINGS.values()),
            "alternateName": check.verdict.value,
            "ratingExplanation": check.figures,
        },
    }


def _article(article: Article) -> Node:
    """An article without its text; a dispatch is tieup's own, based on the press's."""
    based_on = [
        _known(
            {
                "@type": "NewsArticle",
                "url": source.url,
                "publisher": {"@type": "Organization", "name": source.outlet},
                "datePublished": _day(source.published),
            }
        )
        for source in article.sources
    ]
    return _known(
        {
            "@type": "Article" if article.is_dispatch else "NewsArticle",
            "@id": _urn("article", article.content_id),
            "identifier": article.id,
            "headline": article.title,
            "url": article.url,
            "publisher": article.outlet and {"@type": "Organization", "name": article.outlet},
            "sourceOrganization": article.agency
            and {"@type": "Organization", "name": article.agency},
            "datePublished": _day(article.published),
            "isBasedOn": based_on,
        }
    )


def _party(key: str, register: Register) -> Node:
    party = register.parties.get(key)
    return _known(
        {
            "@type": "PoliticalParty",
            "@id": _urn("party", key),
            "identifier": key,
            "name": register.party_name(key),
            "alternateName": party and party.short,
            "foundingDate": party and _day(party.founded),
        }
    )


def _person(key: str, statement: Statement, register: Register) -> Node:
    """A person, with every party that the packs know of; what a text calls them is the text's."""
    person = register.people.get(key)
    parties = _parties_of(key, register)
    return _known(
        {
            "@type": "Person",
            "@id": _urn("person", key),
            "name": person.name if person else statement.speaker,
            "memberOf": [_ref(_urn("party", party)) for party in parties],
        }
    )


def _parties_of(key: str, register: Register) -> list[str]:
    person = register.people.get(key)
    return list(dict.fromkeys(role.party for role in person.roles)) if person else []


def _election(name: str, register: Register) -> Node:
    region = register.elections.get(name)
    election = region.elections[name] if region else None
    return _known(
        {
            "@type": "Event",
            "@id": _urn("election", name),
            "identifier": name,
            "name": election.name if election else name,
            "startDate": election and _day(election.polled_from),
            "endDate": election and _day(election.polled_to or election.counted),
        }
    )


def _term(word: str | None) -> Node | None:
    if word is None:
        return None
    return {"@type": "DefinedTerm", "name": str(word), "inDefinedTermSet": VOCABULARY}


def _ref(name: str) -> Node:
    return {"@id": name}


def _urn(noun: str, name: str) -> str:
    return f"urn:tieup:{noun}:{quote(name, safe='')}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(values: Node) -> Node:
    """What is known of some values, lists without what is unknown in them."""
    known: Node = {}
    for name, value in values.items():
        kept = [one for one in value if one] if isinstance(value, list) else value
        if kept not in (None, "", []):
            known[name] = kept
    return known
