"""Seats and deals by the API."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from tieup.web.api.record import FAILURES, told
from tieup.web.pages.deals import negotiated
from tieup.web.pages.seats import Placed, projected
from tieup.web.views.asks import Asks
from tieup.web.views.negotiations import LIMIT
from tieup.web.views.scenarios import DRAWS, LETTERS, MOST_DRAWS, MOST_SEED, PARTS, Typed, wanted

router = APIRouter(prefix="/api", tags=["seats"])
Text = Annotated[str, Query(max_length=LETTERS)]
Texts = Annotated[list[Annotated[str, Query(max_length=LETTERS)]], Query(max_length=PARTS)]


def typed_of(  # noqa: PLR0913 - one parameter an assumption
    asked: Placed,
    *,
    structure: Annotated[str, Query(max_length=LETTERS, examples=["LF+INC+ISF / TMC / BJP"])] = "",
    base: Annotated[
        str, Query(max_length=60, description="Its id; by default the last counted by the day.")
    ] = "",
    swing: Annotated[str, Query(max_length=LETTERS, examples=["BJP=+2,TMC=-1"])] = "",
    shares: Annotated[str, Query(max_length=LETTERS, examples=["BJP=46~2,TMC=41"])] = "",
    transfer: Annotated[str, Query(max_length=LETTERS, examples=["INC:LF=0.6~0.1"])] = "",
    split: Texts = [],  # noqa: B006 - never changed
    standing: Texts = [],  # noqa: B006
    leaves: Texts = [],  # noqa: B006
    support: Annotated[str, Query(max_length=LETTERS, examples=["INC:TMC"])] = "",
    friendly: Literal["kept", "none"] = "kept",
    draws: Annotated[int, Query(ge=0, le=MOST_DRAWS)] = DRAWS,
    seed: Annotated[int, Query(ge=0, le=MOST_SEED)] = 0,
) -> Typed:
    """A scenario as an address tells it; texts as on the command line of `tieup seats`."""
    return Typed(
        structure=structure.strip(),
        base=base.strip() or asked.base,
        swing=swing.strip(),
        shares=shares.strip(),
        transfer=transfer.strip(),
        split=tuple(split),
        standing=tuple(standing),
        leaves=tuple(leaves),
        support=support.strip(),
        friendly=friendly,
        draws=str(draws),
        seed=str(seed),
    )


def asks_of(  # noqa: PLR0913 - one parameter a kind of demand
    *,
    objective: Literal["seats", "majority", "nash"] = "seats",
    quota: Texts = [],  # noqa: B006
    must: Texts = [],  # noqa: B006
    never: Texts = [],  # noqa: B006
    reserve: Texts = [],  # noqa: B006
    balance: Texts = [],  # noqa: B006
    both: Texts = [],  # noqa: B006
    sitting: bool = False,
    changes: Annotated[int | None, Query(ge=0, le=10_000)] = None,
    swap: Texts = [],  # noqa: B006
) -> Asks:
    """What partners ask; texts as on the command line of `tieup deal`."""
    return Asks(
        objective=objective,
        quota=tuple(quota),
        must=tuple(must),
        never=tuple(never),
        reserve=tuple(reserve),
        balance=tuple(balance),
        both=tuple(both),
        sitting="on" if sitting else "",
        changes="" if changes is None else str(changes),
        swap=tuple(swap),
    )


@router.get("/seats", responses=FAILURES)
async def seats(
    request: Request, asked: Placed, typed: Annotated[Typed, Depends(typed_of)]
) -> Response:
    """What a scenario would bring in seats, as `tieup seats --json`."""

    def make() -> Mapping[str, Any]:
        return projected(request, asked, wanted(asked.edition.desk, typed)).to_json()

    return await told(request, asked.edition.mark, make)


@router.get("/deal", responses=FAILURES)
async def deal(
    request: Request,
    asked: Placed,
    typed: Annotated[Typed, Depends(typed_of)],
    asks: Annotated[Asks, Depends(asks_of)],
) -> Response:
    """Who of the first bloc's partners should stand where, as `tieup deal --json`."""

    def make() -> Mapping[str, Any]:
        one = wanted(asked.edition.desk, typed)
        talks = negotiated(request, asked, one, asks)
        found = talks.deal(asks.wanted(), limit=LIMIT)
        swapped = talks.swap(found, asks.swap).to_json() if asks.swap else None
        return {
            **found.to_json(),
            "rules": {name: rule.to_json() for name, rule in talks.rules().items()},
            **({"swap": swapped} if swapped else {}),
        }

    return await told(request, asked.edition.mark, make, takes_long=True)
