"""A kept history that goes on is the one that would be worked out from its beginning."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tieup.alliances import keeping
from tieup.alliances.histories.words import pair_of
from tieup.alliances.keeping import Body, kept
from tieup.alliances.resuming import resumed
from tieup.regions import Region
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Kind, Mode

FIRST = date(2026, 1, 1)
#: Day, days since it was said, speaker, act, parties, story of its own or told before, background.
TOLD = st.tuples(
    st.integers(0, 25),
    st.none() | st.integers(0, 4),
    st.sampled_from(["ISF", "LF", "CPIM", "unnamed:LF", REPORT]),
    st.sampled_from(list(Act)),
    st.sampled_from(["ISF+LF", "CPIM+ISF", "INC+ISF+LF", "ISF"]),
    st.none() | st.integers(0, 2),
    st.booleans(),
)
Told = tuple[int, int | None, str, Act, str, int | None, bool]


def statement(number: int, told: Told, *, fresh: bool) -> Statement:
    """A statement in a text of its own; of what is fresh, no story was told before."""
    day, ago, speaker, act, parties, story, background = told
    published = FIRST + timedelta(days=day)
    party = None if speaker == REPORT else speaker.removeprefix("unnamed:")
    text = f"a_{'new' if fresh else 'old'}{number}"
    return Statement(
        kind=Kind.ALLIANCE, article=f"n{number % 4}", content_id=text, act=act,
        parties=tuple(parties.split("+")), speaker=speaker, speaker_party=party,
        mode=Mode.INDIRECT if party else Mode.REPORT, election="WB-2026", published=published,
        said_on=None if ago is None else published - timedelta(days=ago), background=background,
        origin=f"o_{text}" if story is None or fresh else f"o_{story}",
        quote="so", start=number, end=number + 2, reader="hand", confidence=0.9, why="by hand",
    )  # fmt: skip


def as_kept(moments: Sequence[tuple[date, Body]]) -> list[tuple[date, dict[str, Any]]]:
    """Without the marks, which may stand elsewhere."""
    unmarked = ((day, body, {**body["turn"], "mark": None}) for day, body in moments)
    return [(day, {**body, "turn": turn}) for day, body, turn in unmarked]


@pytest.mark.parametrize("stride", [1, 2, 5])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(TOLD, min_size=1, max_size=14),
    later=st.lists(st.lists(TOLD, min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_what_goes_on_is_what_would_be_worked_out(
    bengal: Region,
    monkeypatch: pytest.MonkeyPatch,
    stride: int,
    told: list[Told],
    later: list[list[Told]],
) -> None:
    monkeypatch.setattr(keeping, "STRIDE", stride)
    pair = pair_of("ISF", "LF", bengal)
    known = {s.id: s for s in (statement(n, t, fresh=False) for n, t in enumerate(told))}

    def look_up(ids: Collection[str]) -> dict[str, Statement]:
        return {name: known[name] for name in ids}

    moments = kept(known.values(), pair)
    for turn, batch in enumerate(later):
        fresh = [statement(100 * (turn + 1) + n, t, fresh=True) for n, t in enumerate(batch)]
        changed = resumed(moments, fresh, pair, look_up)
        known.update({s.id: s for s in fresh})
        if changed is None:
            moments = kept(known.values(), pair)
            continue
        moments = sorted({**dict(moments), **dict(changed)}.items())
        assert as_kept(moments) == as_kept(kept(known.values(), pair))


def test_only_what_follows_is_worked_out_until_nothing_changes(bengal: Region) -> None:
    pair = pair_of("ISF", "LF", bengal)
    said = [
        statement(n, (n, 0, ("ISF", "LF")[n % 2], Act.WANTS, "ISF+LF", None, False), fresh=False)
        for n in range(100)
    ]
    known = {s.id: s for s in said}
    asked: set[str] = set()

    def look_up(ids: Collection[str]) -> dict[str, Statement]:
        asked.update(ids)
        return {name: known[name] for name in ids}

    new = statement(1000, (40, 0, "LF", Act.WANTS, "ISF+LF", None, False), fresh=True)
    moments = kept(said, pair)
    changed = resumed(moments, [new], pair, look_up)
    assert changed is not None
    assert FIRST + timedelta(days=40) in dict(changed)
    assert len(changed) <= 2 * keeping.STRIDE
    assert len(asked) <= 3 * keeping.STRIDE
    late = statement(1001, (200, 0, "LF", Act.ENDS, "ISF+LF", None, False), fresh=True)
    changed = resumed(moments, [late], pair, look_up)
    assert changed is not None
    assert len(changed) <= keeping.STRIDE + 1


def test_before_the_first_mark_all_is_worked_out_anew(bengal: Region) -> None:
    pair = pair_of("ISF", "LF", bengal)
    old = statement(0, (5, 0, "LF", Act.WANTS, "ISF+LF", None, False), fresh=False)
    new = statement(1, (2, 0, "LF", Act.TALKS, "ISF+LF", None, False), fresh=True)
    assert resumed(kept([old], pair), [new], pair, lambda _: {}) is None
    assert resumed([], [new], pair, lambda _: {}) is None
