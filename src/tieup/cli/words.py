"""Words: the vocabulary, explained."""

from itertools import groupby

import click
from rich.padding import Padding
from rich.text import Text

from tieup.cli.options import json_option
from tieup.cli.terminal import WRONG_USE, fail, hint, out, print_json


@click.command()
@click.argument("word", required=False)
@json_option
def explain(word: str | None, as_json: bool) -> None:
    """Explain a word of the field; without one, list them all."""
    from tieup.vocabulary import explain as look_up
    from tieup.vocabulary import words

    try:
        found = look_up(word) if word else words()
    except KeyError as error:
        fail(str(error.args[0]), WRONG_USE)
    if as_json:
        print_json(
            [
                {
                    "word": entry.label,
                    "group": entry.group,
                    "definition": entry.definition,
                    "example": entry.example,
                }
                for entry in found
            ]
        )
    elif word:
        for entry in found:
            head = Text.assemble((entry.label, "bold"), f" ({entry.group}): {entry.definition}")
            out.print(head)
            out.print(Padding(Text(f"For example: {entry.example}", style="italic"), (0, 0, 0, 4)))
    else:
        for group, entries in groupby(found, key=lambda entry: entry.group):
            labels = ", ".join(entry.label for entry in entries)
            out.print(Text.assemble((f"{group}: ", "bold"), labels))
        hint("one of them: tieup explain WORD")
