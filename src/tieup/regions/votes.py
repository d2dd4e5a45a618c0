"""The votes of a pack: returns.parquet, turnout.csv and the tally, checked against each other."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tieup.regions.constituencies import Constituency
from tieup.regions.elections import BY_SEGMENT
from tieup.regions.files import PackError, PackFiles
from tieup.regions.forms import ElectionForm, TurnoutRow
from tieup.regions.returns import INDEPENDENT, NOTA, OTHERS, Candidacy, Returns

if TYPE_CHECKING:
    import pyarrow as pa  # a quarter of a second, and only who asks for votes waits for it

RETURNS = "returns.parquet"
TURNOUT = "turnout.csv"
#: Columns of returns.parquet, and whether each holds whole numbers (else texts).
COLUMNS = {"election": False, "no": True, "party": False, "candidate": False, "votes": True}


class Votes:
    """Reads and checks one election's returns at a time, when they are first asked for."""

    def __init__(
        self,
        files: PackFiles,
        elections: Mapping[str, ElectionForm],
        constituencies: Mapping[int, Constituency],
    ) -> None:
        """Nothing is read yet."""
        self._files = files
        self._elections = elections
        self._constituencies = constituencies
        self._read: dict[str, Returns] = {}

    def returns(self, election: str) -> Returns:
        """The votes of an election.

        Raises:
            PackError: where they are incomplete or contradict turnout or the official tally.
        """
        if election not in self._read:
            self._read[election] = self._checked(self._elections[election])
        return self._read[election]

    @cached_property
    def _table(self) -> "pa.Table":
        import pyarrow as pa  # noqa: PLC0415 - see above
        import pyarrow.parquet as pq  # noqa: PLC0415 - see above

        content = pa.BufferReader(self._files.content(RETURNS))
        try:
            table = pq.read_table(content)
        except (OSError, pa.ArrowException) as error:
            raise PackError(RETURNS, None, f"can't be read as Parquet: {error}") from error
        if table.column_names != list(COLUMNS):
            raise PackError(RETURNS, None, f"columns must be {','.join(COLUMNS)}")
        for name, number in COLUMNS.items():
            column = table[name]
            held = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
            text = pa.types.is_string(held) or pa.types.is_large_string(held)
            if not (pa.types.is_integer(held) if number else text):
                wanted = "whole numbers" if number else "texts"
                raise PackError(RETURNS, f"column {name}", f"must hold {wanted}, not {held}")
            if column.null_count:
                raise PackError(RETURNS, f"column {name}", f"{column.null_count} cells are empty")
        for election in table["election"].unique().to_pylist():
            self._check_election(RETURNS, None, election)
        return table

    @cached_property
    def _turnout(self) -> dict[str, dict[int, tuple[str, TurnoutRow]]]:
        turnout: dict[str, dict[int, tuple[str, TurnoutRow]]] = {}
        for place, row in self._files.rows(TURNOUT, TurnoutRow):
            self._check_election(TURNOUT, place, row.election)
            if row.no not in self._constituencies:
                raise PackError(TURNOUT, place, f"there is no constituency {row.no}")
            first, _ = turnout.setdefault(row.election, {}).setdefault(row.no, (place, row))
            if first != place:
                reason = f"{row.election}, no {row.no} stands in {first} already"
                raise PackError(TURNOUT, place, reason)
        return turnout

    def _check_election(self, file: str, place: str | None, election: str) -> None:
        """Votes are of an election that region.toml gives an official tally for."""
        known = self._elections.get(election)
        if known is None or known.official is None:
            reason = f"votes for {election}, which has no official tally in region.toml"
            raise PackError(file, place, reason)

    def _checked(self, election: ElectionForm) -> Returns:
        """The returns of an election, with every check done."""
        import pyarrow.compute as pc  # noqa: PLC0415 - see above

        chosen = self._table.filter(pc.equal(self._table["election"], election.id))
        names = chosen.column_names[1:]
        rows = tuple(
            Candidacy(no=no, party=party, candidate=candidate, votes=votes)
            for no, party, candidate, votes in zip(
                *(chosen[name].to_pylist() for name in names), strict=True
            )
        )
        turnout = self._turnout.get(election.id, {})
        parents = {
            no: c.parent_no for no, c in self._constituencies.items() if c.parent_no is not None
        }
        returns = Returns(
            election=election.id,
            rows=rows,
            electors={no: row.electors for no, (_, row) in turnout.items() if row.electors},
            parents=parents if election.kind in BY_SEGMENT else {},
        )
        self._check_rows(returns, frozenset(election.unopposed))
        self._check_candidates(returns)
        self._check_turnout(returns, turnout)
        self._check_tally(returns, election.official or {})
        return returns

    def _check_rows(self, returns: Returns, unopposed: frozenset[int]) -> None:
        """Every constituency, and no other, has votes for a candidate, and none is negative.

        But where nobody stood against the only candidate there was no poll, and there are no votes.
        """
        place = f"election {returns.election}"
        polled = {r.no for r in returns.rows if r.votes > 0 and r.party not in (NOTA, OTHERS)}
        for no in sorted(unopposed):
            candidates = len(returns.by_constituency.get(no, ()))
            if candidates != 1 or no in polled:
                shown = f"{candidates} candidate{'s' * (candidates != 1)}"
                reason = f"it is unopposed, but has {shown}{' and votes' * (no in polled)}"
                raise PackError(RETURNS, f"{place}, no {no}", reason)
        missing = self._constituencies.keys() - polled - unopposed
        if missing:
            shown = ", ".join(map(str, sorted(missing)[:5]))
            raise PackError(RETURNS, place, f"no votes for constituency {shown}")
        strange = returns.by_constituency.keys() - self._constituencies.keys()
        if strange:
            raise PackError(RETURNS, place, f"there is no constituency {min(strange)}")
        negative = next((row for row in returns.rows if row.votes < 0), None)
        if negative:
            reason = f"{negative.candidate} ({negative.party}) has {negative.votes} votes"
            raise PackError(RETURNS, f"{place}, no {negative.no}", reason)

    def _check_candidates(self, returns: Returns) -> None:
        """No candidate stands twice.

        Independents may share a name: namesakes are put up to confuse voters. Where votes are
        summed over segments they must be told apart: the name is all that joins a person's votes.
        """
        seen = Counter(
            (row.no, row.party, row.candidate)
            for row in returns.rows
            if row.party != INDEPENDENT or returns.parents
        )
        for (no, party, candidate), times in seen.items():
            if times == 1:
                continue
            reason = f"{candidate} ({party}) stands there {times} times"
            raise PackError(RETURNS, f"election {returns.election}, no {no}", reason)

    def _check_turnout(
        self, returns: Returns, turnout: Mapping[int, tuple[str, TurnoutRow]]
    ) -> None:
        """Votes add up to the valid votes, and never exceed the electors."""
        for no, rows in returns.by_constituency.items():
            if no not in turnout:
                raise PackError(TURNOUT, f"election {returns.election}", f"no line for no {no}")
            place, row = turnout[no]
            place = f"{place} ({returns.election}, no {no})"
            valid = sum(r.votes for r in rows if r.party != NOTA)
            if valid != row.valid:
                reason = f"{row.valid} valid votes, but the candidates' add up to {valid}"
                raise PackError(TURNOUT, place, reason)
            cast = sum(r.votes for r in rows)
            if row.electors is not None and cast > row.electors:
                raise PackError(TURNOUT, place, f"{cast} votes from {row.electors} electors")

    def _check_tally(self, returns: Returns, official: Mapping[str, int]) -> None:
        """Seats by party equal the official tally."""
        for party in dict.fromkeys((*official, *returns.seats_won)):
            won, declared = returns.seats_won.get(party, 0), official.get(party, 0)
            if won != declared:
                reason = f"{party} won {won} seats by the votes, {declared} by the official tally"
                raise PackError(RETURNS, f"election {returns.election}", reason)
