"""Fitting: what past pairs of elections say about rates, pull and sizes of error."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from statistics import median
from typing import TypeVar

import numpy as np

from tieup.seats.backtest.flows import Flows, flows
from tieup.seats.backtest.outset import Rates, outset
from tieup.seats.backtest.past import Pair
from tieup.seats.contest import Bools, Contest, Floats, Ints, is_independent
from tieup.seats.errors import ErrorSizes
from tieup.seats.levels import at_shares
from tieup.seats.pull import HELD, Pull, distances, settled

MadeT = TypeVar("MadeT")

#: Degrees of freedom that are tried; the last is all but normal.
FREEDOMS = (2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 12.0, 30.0)
#: The rates that are tried, one after the other, all others at a half.
TRIED = (0.0, 0.25, 0.5, 0.75, 1.0)
#: Contenders with this part of the votes speak about rates and pull.
SPEAKING = 0.03
#: Residuals of candidates who were expected to have this part of a seat speak about errors.
SEEN = 0.05
#: Expected shares of those who are strong, and of those in the middle.
STRONG, BETWEEN = 0.40, (0.10, 0.25)
#: A land's own pairs are weighed against one pair's worth of all other lands'.
WORTH = 1.0
#: A contender that stands in this part of the seats speaks about newcomers.
WIDESPREAD = 0.3
#: Slopes are kept to so many digits: they aren't known better, and leaving one out often gives the
#: same again.
DIGITS = 2
#: Fewer candidates of a contender say nothing.
FEWEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that is estimated, from pairs that leave out the one that is tested.

    Attributes:
        rates: what moves.
        errors: sizes of error, with the pull.
        newcomer: the share, where it stands, that a contender has who comes new.
    """

    rates: Rates
    errors: ErrorSizes
    newcomer: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Squares:
    """Normal equations of the pull: distances against what came of them."""

    left: Floats
    right: Floats
    whole: float

    def __add__(self, other: "_Squares") -> "_Squares":
        return _Squares(
            left=self.left + other.left,
            right=self.right + other.right,
            whole=self.whole + other.whole,
        )

    def slopes(self) -> Floats:
        return np.asarray(np.linalg.lstsq(self.left, self.right, rcond=None)[0], dtype=np.float64)

    def missed(self, slopes: Floats) -> float:
        """Sum of squares that the slopes leave."""
        return float(self.whole - 2 * slopes @ self.right + slopes @ self.left @ slopes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strays:
    """How an election strayed from what was expected, sizes as variances of root shares.

    Attributes:
        within: residuals within districts, over their width, and shape of it.
        district, seat: variances; state: mean square of contenders' mean moves.
    """

    district: float
    seat: float
    state: float
    tails: float


@dataclass(frozen=True, kw_only=True)
class Study:
    """A pair of elections, with what has been worked out of it."""

    pair: Pair
    kept: dict[object, object] = field(default_factory=dict)

    @cached_property
    def known(self) -> Flows:
        """The flows, where the target's statewide shares are known."""
        first = flows(self.pair)
        return flows(self.pair, weights=first.statewide)

    @cached_property
    def unknown(self) -> Flows:
        """The flows, where they are not."""
        return flows(self.pair)

    def start(self, rates: Rates) -> Contest:
        """The outset, given the shares."""
        return self.once(("start", rates), lambda: outset(self.known, rates, self.known.statewide))

    def expected(self, rates: Rates, pull: Pull) -> Contest:
        """What is expected, given the shares."""
        return self.once(
            ("expected", rates, pull),
            lambda: expected(self.start(rates), self.known.statewide, pull, self.known.earlier()),
        )

    def squares(self, rates: Rates) -> _Squares:
        """The normal equations of the pull."""
        return self.once(("squares", rates), lambda: self._squares(rates))

    def once(self, key: object, make: Callable[[], MadeT]) -> MadeT:
        """What `make` gives, made once."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]  # type: ignore[return-value] # the key tells what it is

    def _squares(self, rates: Rates) -> _Squares:
        found = _Squares(left=np.zeros((3, 3)), right=np.zeros(3), whole=0.0)
        start, ends = self.start(rates), np.sqrt(self.known.shares)
        roots, earlier = np.sqrt(start.shares), self.known.earlier()
        for mine in _speaking(self.known, SPEAKING):
            x = distances(start, mine, roots, earlier)
            x, y = x - x.mean(axis=0), ends[mine] - ends[mine].mean()
            # A party's seats count by the shares that it has there.
            weight = (roots[mine].mean() ** 2 + ends[mine].mean() ** 2) / 2
            found += _Squares(
                left=weight * x.T @ x, right=weight * x.T @ y, whole=weight * float(y @ y)
            )
        return found


def expected(start: Contest, shares: dict[str, float], pull: Pull, earlier: Floats) -> Contest:
    """The outset, at the shares, and pulled."""
    held = {
        name: share for name, share in shares.items() if share >= HELD and not is_independent(name)
    }
    level = at_shares(start, {name: start.of(frozenset({name})) for name in held}, held)
    return settled(level, {name: name for name in start.parties}, pull, earlier=earlier)


def rates_of(studies: Sequence[Study]) -> Rates:
    """Each rate that leaves the least, of those tried, all others at a half."""
    best: dict[str, float] = {}
    for rate in fields(Rates):
        left = {}
        for value in TRIED:
            tried = replace(Rates(), **{rate.name: value})
            whole = _sum(study.squares(tried) for study in studies)
            left[value] = whole.missed(whole.slopes())
        best[rate.name] = min(left, key=lambda value: left[value])
    return Rates(**best)


def pull_of(studies: Sequence[Study], rates: Rates) -> Pull:
    """The slopes, by least squares."""
    own, district, earlier = _sum(study.squares(rates) for study in studies).slopes()
    return Pull(
        own=round(float(own), DIGITS),
        district=round(float(district), DIGITS),
        earlier=round(float(earlier), DIGITS),
    )


def middle_of(studies: Sequence[Study], rates: Rates, pull: Pull) -> float:
    """By how much wider those between the strong and the weak err."""
    strong, between = [], []
    for study in studies:
        shares, left = seen_by(study, rates, pull)
        strong.append(left[shares >= STRONG])
        between.append(left[(shares >= BETWEEN[0]) & (shares < BETWEEN[1])])
    ratio = np.concatenate(between).std() / np.concatenate(strong).std()
    return round(float(max(ratio, 1.0)), 1)


def seen_by(study: Study, rates: Rates, pull: Pull) -> tuple[Floats, Floats]:
    """Expected shares and residuals of a pair."""

    def make() -> tuple[Floats, Floats]:
        shares, left, _, _ = _residuals(study, rates, pull)
        return shares, left

    return study.once(("residuals", rates, pull), make)


def strays_of(study: Study, rates: Rates, errors: ErrorSizes) -> Strays:
    """Variances of one pair; what they stray from has the errors' pull and middle."""
    return study.once(
        ("strays", rates, errors.pull, errors.middle), lambda: _strays(study, rates, errors)
    )


def _strays(study: Study, rates: Rates, errors: ErrorSizes) -> Strays:
    shares, left, groups, _ = _residuals(study, rates, errors.pull)
    scaled = left / errors.widths(shares)
    _, group, counts = np.unique(groups, return_inverse=True, return_counts=True)
    within = scaled - (np.bincount(group, weights=scaled) / counts)[group]
    freedom = len(scaled) - len(counts)
    seat = float((within**2).sum() / freedom)
    means = np.bincount(group, weights=left) / counts
    noise = np.bincount(group, weights=seat * errors.widths(shares) ** 2) / counts**2
    district = float(max(np.average(means**2 - noise, weights=counts), 0.0))
    many = counts[group] > 3  # noqa: PLR2004 - the mean of fewer takes too much of them
    stretched = within[many] / np.sqrt(1 - 1 / counts[group][many])
    return Strays(
        district=district,
        seat=seat,
        state=_state(study, rates, errors),
        tails=_freedom(stretched) if many.sum() > FEWEST else np.inf,
    )


def _freedom(residuals: Floats) -> float:
    """Degrees of freedom of Student's t, of those tried, that make the residuals likeliest."""
    from scipy.special import gammaln  # noqa: PLC0415 - the import takes a moment

    scale = residuals.std()

    def likelihood(freedom: float) -> float:
        squares = (residuals / scale) ** 2 / (freedom - 2)
        gammas = gammaln((freedom + 1) / 2) - gammaln(freedom / 2) - np.log(freedom - 2) / 2
        return float(gammas - (freedom + 1) / 2 * np.log1p(squares).mean())

    return max(FREEDOMS, key=likelihood)


def _state(study: Study, rates: Rates, errors: ErrorSizes) -> float:
    """Mean square of how far contenders moved statewide, over their width."""
    start = study.start(rates)
    found = []
    for mine in _speaking(study.known, SEEN, start):
        if study.known.own[mine].sum() == 0:
            continue
        before, after = start.shares[mine], study.known.shares[mine]
        move = float((np.sqrt(after) - np.sqrt(before)).mean())
        width = float(errors.widths(np.array([before.mean()]))[0])
        found.append((move / width) ** 2 / max(1 - float(after.mean()), 0.4))
    return float(np.mean(found)) if found else 0.0


def newcomers(studies: Sequence[Study]) -> tuple[float, float]:
    """Share where they stand, and spread on the root scale, of contenders who came new."""
    roots = [root for study in studies for root in _newcomers(study)]
    if len(roots) < 2:  # noqa: PLR2004 - a spread takes two
        return 0.03, 0.15
    return float(np.median(roots) ** 2), float(np.std(roots, ddof=1))


def _newcomers(study: Study) -> list[float]:
    """Root shares, where they stood, of contenders who came new in many seats."""
    return study.once(("newcomers",), lambda: list(_new(study)))


def _new(study: Study) -> Iterable[float]:
    found, pair_ = study.known, study.pair
    old = {heir for each in pair_.base.shares() for heir in pair_.heirs_of(each)}
    for contender in found.contenders:
        if contender not in old and not is_independent(contender):
            mine = found.mine(contender)
            if mine.any(axis=1).mean() >= WIDESPREAD:
                yield float(np.sqrt(found.shares[mine].mean()))


def settings(own: Sequence[Study], others: Sequence[Study]) -> Settings:
    """What can be said of an election, from the other pairs of its land and from other lands'.

    Rates, pull, middle, tails and newcomers come from other lands alone, where there are any. Sizes
    are the land's own, weighed against one pair's worth of the others'.
    """
    everybody = others or own
    rates = rates_of(everybody)
    pull = pull_of(everybody, rates)
    blank = ErrorSizes(state=0.0, district=0.0, seat=0.0, pull=pull)
    errors = replace(blank, middle=middle_of(everybody, rates, pull))
    mine = [strays_of(study, rates, errors) for study in own]
    theirs = [strays_of(study, rates, errors) for study in others] or mine
    share, spread = newcomers(everybody)
    return Settings(
        rates=rates,
        newcomer=share,
        errors=replace(
            errors,
            state=_size("state", mine, theirs),
            district=_size("district", mine, theirs),
            seat=_size("seat", mine, theirs),
            tails=float(median(each.tails for each in (*mine, *theirs))),
            newcomer=spread,
            pairs=tuple((study.pair.base.id, study.pair.target.id) for study in (*own, *others)),
        ),
    )


def _size(level: str, mine: Sequence[Strays], theirs: Sequence[Strays]) -> float:
    """A land's own, and one pair's worth of others', as a standard deviation."""
    own = sum(getattr(each, level) for each in mine)
    others = float(np.mean([getattr(each, level) for each in theirs]))
    return float(np.sqrt((own + WORTH * others) / (len(mine) + WORTH)))


def _sum(squares: Iterable[_Squares]) -> _Squares:
    found = _Squares(left=np.zeros((3, 3)), right=np.zeros(3), whole=0.0)
    for each in squares:
        found += each
    return found


def _speaking(found: Flows, least: float, start: Contest | None = None) -> Iterable[Bools]:
    """The candidates of each party that is large enough to speak."""
    for contender, share in found.statewide.items():
        mine = found.mine(contender)
        before = start.statewide(frozenset({contender})) if start is not None else 0.0
        large = max(share, before) >= least
        if large and not is_independent(contender) and mine.sum() >= FEWEST:
            yield mine


def _residuals(study: Study, rates: Rates, pull: Pull) -> tuple[Floats, Floats, Ints, Ints]:
    """Expected shares, residuals of root shares, groups by contender and district, contenders.

    Root shares of a seat lie on a sphere. Of an error that is drawn freely, scaling back to a sum
    of one leaves the part 1 - p of the variance of a candidate with share p; residuals are brought
    back to what has to be drawn.
    """
    contest, found = study.expected(rates, pull), study.known
    districts = np.broadcast_to(contest.districts[:, None], found.who.shape)
    span = int(contest.districts.max()) + 1
    rows = []
    for mine in _speaking(found, HELD):
        seen = mine & (contest.shares >= SEEN)
        shares = contest.shares[seen]
        left = (np.sqrt(found.shares[seen]) - np.sqrt(shares)) / np.sqrt(1 - shares)
        rows.append((shares, left, found.who[seen] * span + districts[seen], found.who[seen]))
    shares, left, groups, who = (np.concatenate(part) for part in zip(*rows, strict=True))
    return shares, left, groups, who
