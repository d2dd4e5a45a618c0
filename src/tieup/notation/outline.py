"""Outline: a file's lines, each with those indented below it."""

from dataclasses import dataclass, field

#: A line that begins so is for people only.
COMMENT = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without its indentation, and the lines below it.

    Attributes:
        number: counted from 1.
    """

    number: int
    text: str
    below: list["Line"] = field(default_factory=list)


def outline(text: str) -> list[Line]:
    """The lines that nothing stands above; blank lines and comments are passed over."""
    top: list[Line] = []
    above: list[tuple[int, Line]] = []
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        content = raw.strip(" \t\r")
        if not content or content.startswith(COMMENT):
            continue
        indent = len(raw) - len(raw.lstrip(" \t"))
        while above and above[-1][0] >= indent:
            above.pop()
        line = Line(number=number, text=content)
        (above[-1][1].below if above else top).append(line)
        above.append((indent, line))
    return top
