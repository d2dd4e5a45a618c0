"""What a page is asked about: an election and a day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request

from tieup.regions import Election, Region
from tieup.report.naming import Names
from tieup.web.newsroom import Edition, Newsroom


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """An edition, and the election and day that it is asked about.

    Attributes:
        explicit: the parts that the address names, to be carried on from page to page.
    """

    edition: Edition
    on: date
    election: Election
    explicit: dict[str, str]

    @property
    def names(self) -> Names:
        """What parties and elections are called on the day."""
        return _names(self.edition.desk.region, self.on)

    @property
    def base(self) -> str:
        """What a scenario starts from where nobody says: the latest count known on the day.

        Raises:
            NoReturnsError: for a region without returns.
        """
        return self.edition.desk.latest_base(self.on)

    def link(self, *path: str, **parts: str | None) -> str:
        """The address of another page about the same, with some parts set or (None) left out."""
        wanted = {**self.explicit, **parts} if parts else self.explicit
        return _where(path) + _query(tuple(wanted.items()))


@lru_cache(maxsize=100)
def _names(region: Region, on: date) -> Names:
    """A page asks for them again and again; to find them out takes as long as a small page."""
    return Names(region, on)


@lru_cache(maxsize=10_000)
def _where(path: tuple[str, ...]) -> str:
    """Most of the five hundred links of a page lead where those of another day's page do."""
    return "/" + "/".join(quote(piece, safe="") for piece in path)


@lru_cache(maxsize=1_000)
def _query(parts: tuple[tuple[str, str | None], ...]) -> str:
    """Nearly all links of a page carry on the same."""
    wanted = [(name, value) for name, value in parts if value is not None]
    return f"?{urlencode(wanted)}" if wanted else ""


def edition_of(request: Request) -> Edition:
    """What there is to show now."""
    newsroom: Newsroom = request.app.state.newsroom
    return newsroom.edition()


Shown = Annotated[Edition, Depends(edition_of)]


def asked_of(
    edition: Shown,
    on: Annotated[date | None, Query(description="The day; by default the last on record.")] = None,
    election: Annotated[
        str | None, Query(max_length=60, description="Its id; by default the next after the day.")
    ] = None,
) -> Asked:
    """The election and day of a request.

    Raises:
        UnknownNameError: for an unknown election, with the nearest known.
    """
    desk = edition.desk
    demo = desk.region.demo if edition.bundled else None
    day = on or (demo.on if demo and election in (None, demo.election) else desk.day(None))
    explicit = {"on": on.isoformat() if on else None, "election": election}
    return Asked(
        edition=edition,
        on=day,
        election=desk.election(election or (demo.election if demo and not on else None), day),
        explicit={name: value for name, value in explicit.items() if value},
    )


Question = Annotated[Asked, Depends(asked_of)]
