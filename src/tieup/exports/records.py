"""Records: an entry as a JSON object, and back; what comes back is checked field by field.

A statement's record is its published JSON. Every record has two keys more: ``entry`` (statement,
article, review or retraction) and ``recorded``, the moment of recording in UTC.
"""

import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from tieup.articles import Article, Source
from tieup.corrections import Decision, Retraction, Review
from tieup.notation import Entry, Noted
from tieup.statements import Statement
from tieup.vocabulary import Act, Form, Kind, Mode

Record = dict[str, Any]
Check = Callable[[Any], Any]
_Said = TypeVar("_Said", Review, Retraction)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: So much of a wrong value an error shows.
_SHOWN = 40


def record_of(entry: Entry, *, texts: bool) -> Record:
    """The record of an entry.

    Args:
        entry: one of a ledger's.
        texts: whether articles keep their text; without, it is None.
    """
    recorded = None if entry.recorded is None else entry.recorded.isoformat()
    match entry.what:
        case Article() as article:
            record = _article_record(article, texts=texts)
        case Statement() as statement:
            record = statement.to_json()
        case Review() as review:
            amended = None if review.amended is None else review.amended.to_json()
            record = {
                "statement": review.statement,
                "decision": review.decision.value,
                "reviewer": review.reviewer,
                "note": review.note,
                "amended": amended,
            }
        case Retraction() as retraction:
            record = {
                "content_id": retraction.content_id,
                "published": retraction.published.isoformat(),
                "by": retraction.by,
                "note": retraction.note,
                "statement": retraction.statement,
            }
    return {**record, "entry": noun_of(entry.what), "recorded": recorded}


def noun_of(noted: Noted) -> str:
    """What an entry is: "article", "statement", "review" or "retraction"."""
    return type(noted).__name__.lower()


def entry_of(record: object) -> Entry:
    """The entry of a record; keys that nobody knows are passed over.

    Raises:
        ValueError: naming the field that is missing or of the wrong form.
    """
    if not isinstance(record, dict):
        raise _wrong(record, "object")
    noun = record.get("entry", "statement")  # `tieup read --jsonl` prints statements alone
    maker = _MAKERS.get(noun) if isinstance(noun, str) else None
    if maker is None:
        message = f"entry: {str(noun)[:_SHOWN]} is none of {', '.join(_MAKERS)}"
        raise ValueError(message)
    recorded = _field(record, "recorded", _optional(_moment))
    return Entry(what=maker(record), recorded=recorded)


def _article_record(article: Article, *, texts: bool) -> Record:
    return {
        "id": article.id,
        "content_id": article.content_id,
        "published": article.published.isoformat(),
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "agency": article.agency,
        "sources": [
            {"outlet": one.outlet, "url": one.url, "published": one.published.isoformat()}
            for one in article.sources
        ],
        "text": article.text if texts else None,
    }


def _article(record: Record) -> Article:
    article = Article(**_fields(record, _ARTICLE))
    _same(record, "content_id", article.content_id)
    return article


def _statement(record: Record) -> Statement:
    statement = Statement(**_fields(record, _STATEMENT))
    _same(record, "id", statement.id)
    return statement


def _review(record: Record) -> Review:
    return _sound(Review(**_fields(record, _REVIEW)))


def _retraction(record: Record) -> Retraction:
    return _sound(Retraction(**_fields(record, _RETRACTION)))


def _sound(said: _Said) -> _Said:
    if faults := said.faults():
        raise ValueError("; ".join(faults))
    return said


def _same(record: Record, name: str, computed: str) -> None:
    """A hash is of what stands beside it: what was changed on the way is not taken in."""
    if name in record and record[name] != computed:
        message = f"{name}: it is of something else; the record was changed since it was exported"
        raise ValueError(message)


def _fields(record: Record, table: Mapping[str, Check]) -> dict[str, Any]:
    return {name: _field(record, name, check) for name, check in table.items()}


def _field(record: Record, name: str, check: Check) -> Any:  # noqa: ANN401 - whatever it holds
    try:
        return check(record.get(name))
    except ValueError as error:
        message = f"{name}: {error}" if name in record else f"{name}: missing"
        raise ValueError(message) from None


def _wrong(value: object, wanted: str) -> ValueError:
    shown = str(value)[:_SHOWN] if isinstance(value, str | int | float) else type(value).__name__
    return ValueError(f"{shown} is no {wanted}")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(value, "text")
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(value, "whole number")
    return value


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        with suppress(OverflowError):
            number = float(value)
            if math.isfinite(number):
                return number
    raise _wrong(value, "number")


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(value, "true or false")
    return value


def _day(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise _wrong(value, "day of the form 2025-12-28")


def _moment(value: object) -> datetime:
    if isinstance(value, str):
        with suppress(ValueError, OverflowError):
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
    raise _wrong(value, "moment with its time zone")


def _optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(value, "list of texts")
    return tuple(map(_text, value))


def _seats(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        raise _wrong(value, "object of numbers by party")
    return {_text(name): _whole(number) for name, number in value.items()}


def _choice(words: type[StrEnum]) -> Check:
    return lambda value: words(_text(value))


def _sources(value: object) -> tuple[Source, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _wrong(value, "list of sources")
    return tuple(Source(**_fields(one, _SOURCE)) for one in value)


def _amended(value: object) -> Statement:
    if not isinstance(value, dict):
        raise _wrong(value, "statement")
    return _statement(value)


_OPTIONAL_TEXT = _optional(_text)
_SOURCE = {"outlet": _text, "url": _text, "published": _day}
_ARTICLE = {
    "id": _text,
    "published": _day,
    "text": _text,
    "outlet": _OPTIONAL_TEXT,
    "title": _OPTIONAL_TEXT,
    "url": _OPTIONAL_TEXT,
    "agency": _OPTIONAL_TEXT,
    "sources": _sources,
}
_STATEMENT: dict[str, Check] = {
    **dict.fromkeys(("article", "content_id", "speaker", "quote", "reader", "why"), _text),
    **dict.fromkeys(("hub", "speaker_party", "speaker_role", "unit", "election"), _OPTIONAL_TEXT),
    **dict.fromkeys(("deadline", "condition", "decider", "outlet", "origin"), _OPTIONAL_TEXT),
    **dict.fromkeys(("parties", "places", "participants", "against"), _texts),
    **dict.fromkeys(("start", "end"), _whole),
    "kind": _choice(Kind),
    "act": _optional(_choice(Act)),
    "form": _optional(_choice(Form)),
    "mode": _choice(Mode),
    "background": _flag,
    "said_on": _optional(_day),
    "published": _day,
    "seats": _seats,
    "confidence": _number,
}
_REVIEW = {
    "statement": _text,
    "decision": _choice(Decision),
    "reviewer": _text,
    "note": _text,
    "amended": _optional(_amended),
}
_RETRACTION = {
    "content_id": _text,
    "published": _day,
    "by": _text,
    "note": _text,
    "statement": _OPTIONAL_TEXT,
}
_MAKERS: dict[str, Callable[[Record], Noted]] = {
    "article": _article,
    "statement": _statement,
    "review": _review,
    "retraction": _retraction,
}
