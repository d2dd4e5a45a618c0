"""The votes of a pack: returns.parquet and turnout.csv, checked against each other and the tally."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tieup.regions.constituencies import Constituency
from tieup.regions.files import PackError, PackFiles
from tieup.regions.forms import ElectionForm, TurnoutRow
from tieup.regions.returns import NOTA, Candidacy, Returns

RETURNS = "returns.parquet"
TURNOUT = "turnout.csv"
COLUMNS = ("election", "no", "party", "candidate", "votes")


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
    def _table(self) -> pa.Table:
        path = self._files.folder / RETURNS
        try:
            table = pq.read_table(path)
        except (OSError, pa.ArrowException) as error:
            raise PackError(RETURNS, None, f"can't be read as Parquet: {error}") from error
        if tuple(table.column_names) != COLUMNS:
            raise PackError(RETURNS, None, f"columns must be {', '.join(COLUMNS)}")
        return table

    @cached_property
    def _turnout(self) -> dict[str, dict[int, tuple[str, TurnoutRow]]]:
        turnout: dict[str, dict[int, tuple[str, TurnoutRow]]] = {}
        for place, row in self._files.rows(TURNOUT, TurnoutRow):
            turnout.setdefault(row.election, {})[row.no] = (place, row)
        return turnout

    def _checked(self, election: ElectionForm) -> Returns:
        """The returns of an election, with every check done."""
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
            parents=parents if election.kind == "lok-sabha" else {},
        )
        self._check_rows(returns)
        self._check_turnout(returns, turnout)
        self._check_tally(returns, election.official or {})
        return returns

    def _check_rows(self, returns: Returns) -> None:
        """Every constituency has votes, none negative, no candidate twice."""
        place = f"election {returns.election}"
        missing = self._constituencies.keys() - returns.by_constituency.keys()
        if missing:
            shown = ", ".join(map(str, sorted(missing)[:5]))
            raise PackError(RETURNS, place, f"no votes for constituency {shown}")
        strange = returns.by_constituency.keys() - self._constituencies.keys()
        if strange:
            raise PackError(RETURNS, place, f"there is no constituency {min(strange)}")
        negative = next((row for row in returns.rows if row.votes < 0), None)
        if negative:
            raise PackError(RETURNS, f"{place}, no {negative.no}", f"{negative.votes} votes")
        seen = Counter((row.no, row.party, row.candidate) for row in returns.rows)
        (no, party, candidate), times = seen.most_common(1)[0]
        if times > 1:
            reason = f"{candidate} ({party}) stands there {times} times"
            raise PackError(RETURNS, f"{place}, no {no}", reason)

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
        for party in official.keys() | returns.seats_won.keys():
            won, declared = returns.seats_won.get(party, 0), official.get(party, 0)
            if won != declared:
                reason = f"{party} won {won} seats by the votes, {declared} by the official tally"
                raise PackError(RETURNS, f"election {returns.election}", reason)
