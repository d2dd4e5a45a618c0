"""The rule book: every rule in words, with examples on which it decides (``rules.toml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import tomli

from tieup.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as it is written down.

    Attributes:
        name: as boards show it.
        says: when it holds, in words.
        examples: ledgers in short, one line a statement, on which it decides.
    """

    name: str
    status: Status
    says: str
    examples: tuple[str, ...]


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, in the order in which they are tried."""
    source = resources.files("tieup.alliances.histories").joinpath("rules.toml")
    text = source.read_text(encoding="utf-8")
    return {
        entry["name"]: Rule(
            name=entry["name"],
            status=Status(entry["status"]),
            says=entry["says"],
            examples=tuple(entry["examples"]),
        )
        for entry in tomli.loads(text)["rule"]
    }
