"""Resuming: a kept history taken up again where new statements come in.

From the last mark before them it is worked out anew, until a later mark finds the same on record as
it had before: from there on nothing changes but since when a status has held.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tieup.alliances import keeping
from tieup.alliances.histories.history import Course, Moment, by_day
from tieup.alliances.histories.words import Pair, Word, words
from tieup.alliances.keeping import Body, Mark, body_of, day_of, finding_of, mark_of
from tieup.alliances.timeline import told_in
from tieup.statements import Statement
from tieup.vocabulary import Act

Said = Callable[[Collection[str]], Mapping[str, Statement]]
Kept = Sequence[tuple[date, Body]]


def resumed(
    old: Kept, fresh: Sequence[Statement], pair: Pair, said: Said
) -> list[tuple[date, Body]] | None:
    """The moments that new statements add to a kept history or change in it.

    Args:
        old: all that is kept of the relation, in order.
        fresh: new statements, none of whose texts is a copy of another or has one.
        pair: the relation.
        said: looks up the statements that were there before.

    Returns:
        None where the history has to be worked out from its beginning.
    """
    added = list(words(fresh, pair))
    if not added:
        return []
    first = added[0].statement.published
    marks = [at for at, (_, body) in enumerate(old) if "mark" in body["turn"]]
    begin = max((at for at in marks if old[at][0] < first), default=None)
    if begin is None:
        return None
    changed: list[tuple[date, Body]] = []
    course = _taken_up(old[begin], pair, said)
    ends = [at + 1 for at in marks if at >= begin] + [len(old)]
    for start, end in pairwise(ends):
        last = old[end - 1][0] if end < len(old) else date.max
        ahead = [word for word in added if word.statement.published <= last]
        added = added[len(ahead) :]
        changed += _replayed(course, old[start:end], ahead, pair, said)
        mark = old[end - 1][1]["turn"].get("mark")
        if not added and mark is not None and changed[-1][1]["turn"].get("mark") == mark:
            return [*changed, *_same_status(old[end - 1 :], changed[-1][1])]
    return changed


def _taken_up(at: tuple[date, Body], pair: Pair, said: Said) -> Course:
    """The course as it stood at a mark."""
    day, body = at
    told, retold = body["turn"]["mark"]
    known = said({*(name for name, _, _ in (*told, *retold)), *body["because"]})
    moment = Moment(
        day=day,
        finding=finding_of(body, lambda: known),
        since=date.fromisoformat(body["since"]),
        origins=body["origins"],
    )
    course = Course(pair, moment)
    for tally, listed in ((course.told, told), (course.retold, retold)):
        for name, on, act in listed:
            for word in words([known[name]], pair):
                tally.add(replace(word, day=date.fromisoformat(on), act=Act(act)))
    return course


def _replayed(
    course: Course, old: Kept, added: Sequence[Word], pair: Pair, said: Said
) -> Iterator[tuple[date, Body]]:
    """The moments of some days, with what was added."""
    before = {day: body["turn"] for day, body in old}
    known = said({name for turn in before.values() for name in turn["news"]})
    copied = {name: day for turn in before.values() for name, day in turn.get("copied", {}).items()}
    new = {word.statement.id for word in added}
    since_mark = 0
    listed = [word.statement for word in added] + [s for n, s in known.items() if n not in new]
    for day, news in by_day(words(listed, pair)):
        dated = [replace(w, day=_day(w, copied.get(w.statement.id))) for w in news]
        moment = course.take(day, dated)
        assert moment is not None  # noqa: S101 - there was one at the mark
        turn = before.get(day, {"stories": 0})
        stories = {s.content_id for s in told_in(moment) if s.id in new}
        since_mark += 1
        mark: Mark | None = None
        if "mark" in turn or since_mark >= keeping.STRIDE:
            mark, since_mark = mark_of(course), 0
        yield day, body_of(moment, turn["stories"] + len(stories), mark)


def _day(word: Word, copied: str | None) -> date:
    return date.fromisoformat(copied) if copied else day_of(word)


def _same_status(old: Kept, now: Body) -> Iterator[tuple[date, Body]]:
    """The moments after one that have held its status since the same day, where that is another."""
    since = old[0][1]["since"]
    if since == now["since"]:
        return
    for day, body in old[1:]:
        if body["since"] != since:
            return
        yield day, {**body, "since": now["since"]}
