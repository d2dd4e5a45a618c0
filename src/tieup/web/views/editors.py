"""Editors: what the form of a scenario shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tieup.desk import Desk
from tieup.report.naming import Names
from tieup.scenarios import Scenario, parse_structure, written
from tieup.web.views.scenarios import Typed, free, usual_structure

#: Parties with this percent of the votes at the base are offered, so many at the most.
OFFERED, MOST_OFFERED = 0.05, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """What the form of a scenario shows.

    Attributes:
        blocs: ids by bloc, of the scenario as it was read, else of the default.
        alone: ids of the other parties that the form offers, the largest first.
        named: what each party is called.
        swing, transfer: as read, for the sliders.
        bases: (id, name) of the elections with returns, the latest first.
        message: what is wrong with what was typed; None where nothing is.
    """

    typed: Typed
    base: str
    blocs: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    named: Mapping[str, str]
    bases: tuple[tuple[str, str], ...]
    swing: Mapping[str, float] = field(default_factory=dict)
    transfer: Mapping[str, float] = field(default_factory=dict)
    message: str | None = None

    @property
    def structure(self) -> str:
        """The blocs as people write them."""
        return written(self.blocs)


def editor(
    desk: Desk, typed: Typed, names: Names, found: Scenario | None, message: str | None = None
) -> Editor:
    """The form of a scenario, or of what could not be read as one.

    Raises:
        NoReturnsError: for a region without returns.
    """
    region = desk.region
    known = [e for e in region.elections.values() if e.has_returns]
    base = found.base if found else typed.base
    if base not in {e.id for e in known}:
        base = desk.latest_base()
    blocs = found.blocs if found else parse_structure(usual_structure(desk, base), region)
    inside = {party for bloc in blocs for party in bloc}
    # A front that is named acts for its members.
    day = region.election(base).counted
    shares = [(p, s) for p, s in desk.shares(base).items() if free(p, inside) and s >= OFFERED]
    alone = [p for p, _ in shares if region.front_of(p, day) not in inside and p in region.parties]
    splitting = [split.party for split in found.splits] if found else []
    offered = tuple(dict.fromkeys((*(p for p in splitting if p not in inside), *alone)))
    return Editor(
        typed=typed,
        base=base,
        blocs=blocs,
        alone=offered[:MOST_OFFERED],
        named={p: names.party(p) for p in (*inside, *offered)},
        bases=tuple((e.id, e.name) for e in sorted(known, key=lambda e: e.counted, reverse=True)),
        swing=dict(found.swing) if found else {},
        transfer={":".join(pair): part for pair, part in found.transfer.items()} if found else {},
        message=message,
    )
