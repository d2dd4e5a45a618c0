"""Words: the vocabulary and the rules of the board, explained."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from tieup.cli.options import json_option
from tieup.cli.terminal import WRONG_USE, fail, hint, indented, out, print_json

if TYPE_CHECKING:
    from tieup.alliances import Rule
    from tieup.vocabulary import Word


@click.command()
@click.argument("word", required=False)
@json_option
def explain(word: str | None, as_json: bool) -> None:
    """Explain a word of the field, or a rule of the board; without one, list them all."""
    from tieup.alliances import rules
    from tieup.vocabulary import words

    wanted = (word or "").strip().casefold()
    found = [w for w in words() if not word or wanted in (w.key, w.label)]
    ruled = [rule for rule in rules().values() if not word or rule.name == wanted]
    if not found and not ruled:
        fail(_unknown(wanted, {*(w.key for w in words()), *rules()}), WRONG_USE)
    if as_json:
        print_json([*map(_word_json, found), *map(_rule_json, ruled)])
    elif word:
        for entry in found:
            _show(entry.label, f"({entry.group}): {entry.definition}", entry.example)
        for rule in ruled:
            _show(rule.name, f"(rule, makes a relation {rule.status}): {rule.says}", *rule.examples)
    else:
        for group, entries in groupby(found, key=lambda entry: entry.group):
            labels = ", ".join(entry.label for entry in entries)
            out.print(Text.assemble((f"{group}: ", "bold"), labels))
        told = "; ".join(rule.name for rule in ruled)  # some names have commas
        out.print(Text.assemble(("rules: ", "bold"), told))
        hint("one of them: tieup explain WORD")


def _show(name: str, meaning: str, *examples: str) -> None:
    out.print(Text.assemble((name, "bold"), " ", meaning))
    for line in _examples(examples):
        out.print(indented(Text(line, style="italic")))


def _examples(examples: tuple[str, ...]) -> Iterator[str]:
    for number, example in enumerate(examples):
        yield f"{'Or' if number else 'For example'}: {example}"


def _word_json(word: "Word") -> dict[str, Any]:
    return {
        "word": word.label,
        "group": word.group,
        "definition": word.definition,
        "example": word.example,
    }


def _rule_json(rule: "Rule") -> dict[str, Any]:
    return {
        "word": rule.name,
        "group": "rule",
        "definition": rule.says,
        "example": rule.examples[0],
        "status": rule.status.value,
        "examples": list(rule.examples),
    }


def _unknown(word: str, known: set[str]) -> str:
    from rapidfuzz import process

    near = [match for match, _, _ in process.extract(word, sorted(known), limit=3)]
    return f"no word '{word}' in the vocabulary; the nearest are: {'; '.join(near)}"
