r"""Words: how one value is written. A word stands bare where it can, else within quotation marks.

Within them \\, \", \n and \t stand for themselves, and \u{200d} for what can't be seen.
"""

import re
from collections.abc import Iterable, Iterator

#: Nothing is known; the word itself is written "-".
NOTHING = "-"

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:([\\\"nt])|u\{([0-9a-f]{1,6})\}|.)")
_PLAIN = {"\\": "\\", '"': '"', "n": "\n", "t": "\t"}
_ESCAPED = {ord(char): f"\\{letter}" for letter, char in _PLAIN.items()}
_BLANKS = re.compile(r" *")
_LAST = 0x10FFFF
#: So much of a broken value an error shows.
_SHOWN = 40


def quoted(text: str) -> str:
    """A text within quotation marks, with every invisible character spelled out."""
    plain = text.translate(_ESCAPED)
    if not plain.isprintable():
        plain = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in plain)
    return f'"{plain}"'


def is_plain(text: str) -> bool:
    """Whether a text survives a line of its own: all of it seen, and no space at its ends."""
    return text.isprintable() and text == text.strip()


def word(text: str | None) -> str:
    """A text as a field's value."""
    if text is None:
        return NOTHING
    bare = text and text != NOTHING and text[0] != '"' and is_plain(text)
    return text if bare else quoted(text)


def listed(texts: Iterable[str]) -> str:
    """Texts as a list, with commas between."""
    return ", ".join(item(text) for text in texts)


def item(text: str) -> str:
    """A text as one item of a list."""
    return quoted(text) if '"' in text or "," in text else word(text)


def leading(text: str, at: int = 0) -> tuple[str, int]:
    """The quoted text that begins at a place of another, and where it ends.

    Raises:
        ValueError: where the closing mark is missing, or an escape is none.
    """
    found = _QUOTED.match(text, at)
    if found is None:
        message = f'a closing " is missing after {text[at : at + _SHOWN]}'
        raise ValueError(message)
    return _ESCAPE.sub(_unescaped, found[1]), found.end()


def value(written: str) -> str | None:
    """The text of a field's value; None for "-".

    Raises:
        ValueError: for broken quotation marks, and for words after the closing one.
    """
    if written == NOTHING:
        return None
    if not written.startswith('"'):
        return written
    text, end = leading(written)
    rest = written[end:].strip()
    if rest:
        message = f"words after the closing quotation mark: {rest[:_SHOWN]}"
        raise ValueError(message)
    return text


def items(written: str) -> Iterator[tuple[str | None, str]]:
    """The items of a list: what is quoted of each, if anything, and what stands bare after it.

    Raises:
        ValueError: for broken quotation marks.
    """
    written, at = written.strip(), 0
    while at < len(written):
        text = None
        if written[at] == '"':
            text, at = leading(written, at)
        comma = written.find(",", at)
        end = len(written) if comma < 0 else comma
        bare = written[at:end].strip()
        if not bare and text is None:
            message = "a comma with nothing before it"
            raise ValueError(message)
        yield text, bare
        at = _BLANKS.match(written, end + 1).end() if comma >= 0 else end  # type: ignore[union-attr]
        if comma >= 0 and at == len(written):
            message = "a comma with nothing after it"
            raise ValueError(message)


def _unescaped(found: re.Match[str]) -> str:
    letter, number = found[1], found[2]
    if letter:
        return _PLAIN[letter]
    if number and int(number, 16) <= _LAST:
        return chr(int(number, 16))
    message = (
        f'no such escape: {found[0]}; write \\\\ for \\, \\" for ", \\u{{41}} for a code point'
    )
    raise ValueError(message)
