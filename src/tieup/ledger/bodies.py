"""Bodies: the published JSON of many statements, and the ids that are hashed from it.

The same to the letter as `Statement.to_json` and `Statement.id`, in a fifth of the time: a batch is
encoded field by field, and most fields have few different values.
"""

import hashlib
from collections.abc import Callable, Sequence
from json import JSONEncoder
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from tieup.statements import FIELDS, IDENTITY, Statement

_NAMES = FIELDS
_NUMBERS = {"background", "start", "end", "confidence"}
_DATES = {"said_on", "published"}

_json = JSONEncoder(ensure_ascii=False).encode
_sorted_json = JSONEncoder(ensure_ascii=False, sort_keys=True).encode

#: What an id is hashed from, in the order of keys; parties and seats in an order of their own.
_SAID = sorted(IDENTITY)
_ID = "{" + ", ".join(f'"{name}": %s' for name in _SAID) + "}"
_BODY = '{"id": "%s", ' + ", ".join(f'"{name}": %s' for name in _NAMES) + "}"
_IN_ORDER = {"parties": "parties in order", "seats": "seats in order"}


def bodies(said: Sequence[Statement]) -> list[tuple[str, str]]:
    """The id of each statement and its JSON."""
    if not said:
        return []
    values = zip(*map(attrgetter(*_NAMES), said), strict=True)
    plain = dict(zip(_NAMES, values, strict=True))
    columns = {name: _encoded(name, plain[name]) for name in _NAMES}
    columns["parties in order"] = _each(plain["parties"], lambda parties: _json(sorted(parties)))
    columns["seats in order"] = [_sorted_json(seats) if seats else "{}" for seats in plain["seats"]]
    hashed = zip(*(columns[_IN_ORDER.get(name, name)] for name in _SAID), strict=True)
    ids = ["s_" + hashlib.sha256((_ID % texts).encode()).hexdigest()[:20] for texts in hashed]
    told = zip(ids, *(columns[name] for name in _NAMES), strict=True)
    return [(texts[0], _BODY % texts) for texts in told]


def _encoded(name: str, values: Sequence[Any]) -> list[str]:
    """A field of all statements in JSON."""
    if name in _NUMBERS:
        return _json(values)[1:-1].split(", ")
    if name == "quote":
        return list(map(encode_basestring, values))
    if name == "seats":
        return [_json(seats) if seats else "{}" for seats in values]
    if name in _DATES:
        return _each(values, lambda day: "null" if day is None else f'"{day}"')
    return _each(values, _json)


def _each(values: Sequence[Any], encode: Callable[[Any], str]) -> list[str]:
    """Each different value encoded once."""
    known = {value: encode(value) for value in set(values)}
    return [known[value] for value in values]
