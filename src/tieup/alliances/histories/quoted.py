"""Quoted: the statements that a finding rests on, looked up only when somebody reads them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from tieup.statements import Statement

#: Gives the statements of a whole board by id, however often it is asked.
Lookup = Callable[[], Mapping[str, Statement]]


class Quoted(Sequence[Statement]):
    """Statements by their ids, in order; a board of a thousand relations shows few of them."""

    def __init__(self, ids: Sequence[str], lookup: Lookup) -> None:
        """Name them, and where they are found."""
        self.ids = tuple(ids)
        self._lookup = lookup

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Statement]: ...
    def __getitem__(self, at: int | slice) -> Statement | Sequence[Statement]:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Statement]:
        known = self._lookup()
        return iter([known[name] for name in self.ids])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.ids == ids_of(other)

    def __hash__(self) -> int:
        return hash(self.ids)


def ids_of(statements: Sequence[Statement]) -> tuple[str, ...]:
    """The ids of statements; of quoted ones without looking them up."""
    if isinstance(statements, Quoted):
        return statements.ids
    return tuple(s.id for s in statements)
