"""A page as elements, read strictly: a tag that is not closed in order fails the test."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@dataclass
class Element:
    """An element with its attributes, and its text and children in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(p if isinstance(p, str) else p.text for p in self.parts)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def all(self, tag: str | None = None, *, cls: str | None = None) -> Iterator["Element"]:
        """Every element within that has this tag and this class, in order of the page."""
        for child in self.parts:
            if isinstance(child, str):
                continue
            if tag in (None, child.tag) and (cls is None or cls in child.classes):
                yield child
            yield from child.all(tag, cls=cls)

    def one(self, tag: str | None = None, *, cls: str | None = None) -> "Element":
        """The first such element."""
        return next(self.all(tag, cls=cls))

    def by_id(self, name: str) -> "Element":
        """The element with this id."""
        return next(e for e in self.all() if e.attributes.get("id") == name)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


def elements(page: str) -> Element:
    """The root of a page's elements."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root
