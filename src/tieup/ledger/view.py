"""The view: what of the ledger is seen as of a day. The rule that every store must keep.

`selection` says the same in SQL; a property test holds the two equal on every store.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tieup.corrections import Decision, standing
from tieup.ledger.asof import AsOf
from tieup.ledger.entries import Entry, Retracted, Reviewed
from tieup.statements import Statement


def seen(
    read: Iterable[Entry],
    reviews: Iterable[Reviewed],
    retractions: Iterable[Retracted],
    as_of: AsOf | None = None,
) -> tuple[Entry, ...]:
    """The statements that are seen, in order of publication, article and place.

    Args:
        read: every statement as it was read.
        reviews: every review of them, in the order of their numbers.
        retractions: every retraction.
        as_of: the view; None sees all that is in the ledger, as it stands.
    """
    holding = standing_reviews(r for r in reviews if _is_recorded(r, as_of))
    taken_back = {
        (one.retraction.content_id, one.retraction.statement)
        for one in retractions
        if _is_recorded(one, as_of) and (as_of is None or one.retraction.published <= as_of.horizon)
    }
    found = []
    for one in read:
        name, text = one.statement.id, one.statement.content_id
        entry = corrected(one, holding.get(name))
        if (
            entry is not None
            and taken_back.isdisjoint({(text, None), (text, name)})
            and (as_of is None or as_of.sees(entry.statement, entry.recorded))
        ):
            found.append((entry.statement.id, entry))
    return once(sorted(found, key=lambda one: (*_place(one[1].statement), one[0])))


def standing_reviews(reviews: Iterable[Reviewed]) -> dict[str, Reviewed]:
    """The review that holds for each statement, by its id; an undo goes back to the one before.

    Args:
        reviews: in the order of their numbers.
    """
    held = standing((one.review, one) for one in reviews)
    return {statement: one for statement, (_, one) in held.items()}


def corrected(read: Entry, holds: Reviewed | None) -> Entry | None:
    """A statement as the review that holds leaves it; None where it was rejected."""
    if holds is None:
        return read
    review = holds.review
    if review.decision is Decision.REJECT:
        return None
    if review.amended is not None:
        return Entry(statement=review.amended, recorded=holds.recorded, review=review)
    return Entry(statement=read.statement, recorded=read.recorded, review=review)


def once(named: Sequence[tuple[str, Entry]]) -> tuple[Entry, ...]:
    """Each statement once, in the order given, where amended ones came to equal others.

    One that was read goes before one that was amended; of amended ones the first recorded stands.

    Args:
        named: entries under their statements' ids.
    """
    first: dict[str, Entry] = {}
    for name, entry in named:
        if name not in first or _rank(entry) < _rank(first[name]):
            first[name] = entry
    return tuple(entry for name, entry in named if first[name] is entry)


def _is_recorded(one: Reviewed | Retracted, as_of: AsOf | None) -> bool:
    by = None if as_of is None else as_of.recorded_by
    return by is None or one.recorded <= by


def _place(statement: Statement) -> tuple[date, str, int]:
    return statement.published, statement.article, statement.start


def _rank(entry: Entry) -> tuple[bool, datetime]:
    return entry.review is not None and entry.review.amended is not None, entry.recorded
