"""Bodies: what stands below a head, field by field, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from tieup.articles import Source
from tieup.notation import fields
from tieup.notation.outline import Line
from tieup.notation.words import leading


class WrongError(ValueError):
    """One thing wrong with an entry, and the line that it stands in."""

    def __init__(self, line: Line, wrong: str) -> None:
        """Say where, and what."""
        super().__init__(wrong)
        self.line = line


@dataclass(slots=True, kw_only=True)
class Body:
    """What stands below a head.

    Attributes:
        text: the lines that are no fields, joined; None without any.
        given: values by field.
        lines: where each field stands.
    """

    text: str | None = None
    given: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)


def body_of(
    head: Line,
    table: Mapping[str, fields.Field],
    *,
    besides: tuple[str, ...] = (),
    nested: tuple[str, ...] = (),
) -> Body:
    """What stands below a head, every field with its value.

    Args:
        head: the entry's first line.
        table: the fields that it may have.
        besides: fields that are kept as they are written.
        nested: fields that have lines of their own below them.

    Raises:
        WrongError: for the first line that is wrong.
    """
    body, said = Body(), []
    for line in head.below:
        text = line.text
        if text[0] in '|"':
            said.append(_said(line))
            continue
        name, colon, written = text.partition(":")
        written = written.strip()
        if not colon or name not in (*table, *besides, *nested):
            raise WrongError(line, _unknown(name if colon else text, (*table, *besides, *nested)))
        if name in body.lines and name != "source":
            raise WrongError(
                line, f"'{name}' is given twice, first in line {body.lines[name].number}"
            )
        body.lines[name] = line
        if name in nested:
            continue
        if line.below:
            raise WrongError(
                line.below[0], f"nothing stands below '{name}'; indent it as its entry's"
            )
        try:
            if name == "source":
                body.sources.append(fields.SOURCE.read(written))
            else:
                body.given[name] = written if name in besides else _value(name, written, table)
        except ValueError as error:
            raise WrongError(line, f"{name}: {error}") from None
    if said:
        body.text = "\n".join(said)
    return body


def _value(name: str, written: str, table: Mapping[str, fields.Field]) -> Any:  # noqa: ANN401 - as the field has it
    if not written:
        message = "nothing after it; leave the line out, or write -"
        raise ValueError(message)
    value = table[name].value(written)
    if value is None and name in fields.NEEDED:
        message = "can't be unknown; leave the line out for what is usual"
        raise ValueError(message)
    return value


def _said(line: Line) -> str:
    """One line of a text."""
    if line.below:
        raise WrongError(line.below[0], "lines of a text have the same indentation")
    if line.text[0] == "|":
        return line.text[1:].removeprefix(" ")
    try:
        text, end = leading(line.text)
    except ValueError as error:
        raise WrongError(line, str(error)) from None
    if end < len(line.text):
        raise WrongError(line, 'words after the closing "; a line with " in it begins with |')
    return text


def _unknown(name: str, known: tuple[str, ...]) -> str:
    """What a field may be called that nobody knows."""
    near = get_close_matches(name[:40], known, n=1)
    hint = f"; '{near[0]}:' is meant?" if near else f"; there are {', '.join(known)}"
    return f"no field '{name[:40]}'{hint}"
