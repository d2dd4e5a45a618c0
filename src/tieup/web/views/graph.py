"""The graph of who is with whom: parties on a ring, drawn as lines between them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from tieup.alliances import Board, BoardEntry
from tieup.report.naming import Names
from tieup.vocabulary import Status
from tieup.web.views.ring import ring

#: What is drawn: what is, or may become, an alliance. Refusals would be most of the lines.
DRAWN = (Status.AGREED, Status.TALKING, Status.COURTING, Status.DISPUTED)
#: So many parties have room on the ring; those with the fewest lines are left out.
MOST = 14
RADIUS = 100.0
#: How far the ring's middle is from each side, where names stand, and from the top and the bottom.
ACROSS, DOWN = 200.0, 130.0
#: How far a name stands off its dot, and a line ends before it.
OFF, GAP = 14.0, 9.0
_PULL = {Status.AGREED: 4, Status.TALKING: 2, Status.COURTING: 1, Status.DISPUTED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A party on the ring, and where its name begins, ends or has its middle."""

    party: str
    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A relation between two dots; `arrow` where one side alone is for it."""

    parties: tuple[str, str]
    status: Status
    arrow: bool
    label: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The drawing, twice ACROSS wide and twice DOWN high.

    Attributes:
        left_out: parties with lines for which there was no room.
    """

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    left_out: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return 2 * ACROSS, 2 * DOWN


def graph(board: Board, names: Names) -> Graph:
    """Who is with whom, and who may be, on a board."""
    drawn = [entry for entry in board.entries if entry.status in DRAWN]
    degree = Counter(p for entry in drawn for p in entry.parties)
    ranked = sorted(degree, key=lambda party: (-degree[party], party))
    shown = ranked[:MOST]
    kept = [entry for entry in drawn if set(entry.parties) <= set(shown)]
    pulls = {entry.parties: _PULL[entry.status] for entry in kept}
    dots = {dot.party: dot for dot in map(_dot, *_placed(ring(shown, pulls), names))}
    return Graph(
        dots=tuple(dots.values()),
        lines=tuple(_line(entry, dots, names) for entry in kept),
        left_out=len(ranked) - len(shown),
    )


def _placed(order: Sequence[str], names: Names) -> tuple[list[str], list[str], list[float]]:
    """Parties, their names and their angles, clockwise from the top."""
    angles = [2 * pi * n / max(len(order), 1) - pi / 2 for n in range(len(order))]
    return list(order), [names.party(party) for party in order], angles


def _dot(party: str, name: str, angle: float) -> Dot:
    x, y = cos(angle), sin(angle)
    sideways = abs(x) > 0.3  # noqa: PLR2004 - beyond it a name stands beside its dot
    anchor = "middle" if not sideways else "start" if x > 0 else "end"
    return Dot(
        party=party,
        name=name,
        x=round(ACROSS + RADIUS * x, 1),
        y=round(DOWN + RADIUS * y, 1),
        label_x=round(ACROSS + (RADIUS + OFF) * x, 1),
        label_y=round(DOWN + (RADIUS + OFF) * y + (4 if sideways else 8 if y > 0 else 0), 1),
        anchor=anchor,
    )


def _line(entry: BoardEntry, dots: dict[str, Dot], names: Names) -> Line:
    """From who courts to who is courted."""
    towards = entry.finding.towards
    one, two = entry.parties
    if towards == (two,):
        one, two = two, one
    a, b = dots[one], dots[two]
    long = max(((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5, 1.0)
    dx, dy = GAP * (b.x - a.x) / long, GAP * (b.y - a.y) / long
    return Line(
        parties=(one, two),
        status=entry.status,
        arrow=entry.status is Status.COURTING and len(towards) == 1,
        label=f"{names.party(one)} and {names.party(two)}: {entry.status.value}",
        x1=round(a.x + dx, 1),
        y1=round(a.y + dy, 1),
        x2=round(b.x - dx, 1),
        y2=round(b.y - dy, 1),
    )
