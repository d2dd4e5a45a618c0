"""Tellings: what is read in a text of ours, in a short notation that tables of tests can hold.

"refuses JUP>BJP+TMC Selim Mondal": act, parties in order of the alphabet, speaker. The hub of three
and more stands before ">".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tieup.articles import Article
from tieup.reading import read
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Kind

DAY = date(2026, 1, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text of ours, and what must and must not be read in it.

    Attributes:
        item: what it tries, the name of its test.
        tells: tellings that must be read, or how one must begin.
        never: beginnings that no telling may have ("refuses", "wants ISF").
        day: of publication.
    """

    item: str
    text: str
    tells: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    day: date = DAY

    def check(self, region: Region) -> None:
        """Read the text and compare."""
        found = tellings(self.text, region, self.day)
        missing = [one for one in self.tells if not any(each.startswith(one) for each in found)]
        wrong = [one for one in found if one.startswith(self.never or ("\0",))]
        assert not missing, f"missing {missing}, read {found}"
        assert not wrong, f"must not be read: {wrong}"
        assert self.tells or self.never, "a case must be able to fail"


def statements(text: str, region: Region, day: date = DAY) -> list[Statement]:
    """The alliance statements of a text."""
    article = Article(id="ours", published=day, text=text)
    return [s for s in read(article, region).statements if s.kind is Kind.ALLIANCE]


def tellings(text: str, region: Region, day: date = DAY) -> list[str]:
    """What is read in a text, in the short notation."""
    return [telling(statement) for statement in statements(text, region, day)]


def telling(statement: Statement) -> str:
    """One statement in the short notation."""
    return f"{statement.act} {_sides(statement.parties, statement.hub)} {statement.speaker}"


def _sides(parties: Iterable[str], hub: str | None) -> str:
    others = "+".join(sorted(party for party in parties if party != hub))
    return f"{hub}>{others}" if hub else others
