"""A pack: a folder of data files that describes a region, loaded and checked as a whole."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib import resources
from itertools import chain
from pathlib import Path

from tieup.articles.article import Article, Source
from tieup.regions.constituencies import Constituency, Hex
from tieup.regions.demo import demo_of
from tieup.regions.elections import Alliance, Election
from tieup.regions.files import PackError, PackFiles
from tieup.regions.forms import (
    ConstituencyRow,
    DispatchRow,
    ElectionForm,
    HexRow,
    PartiesFile,
    PartyForm,
    PeopleFile,
    PersonForm,
    RegionFile,
)
from tieup.regions.parties import Membership, Party, Renaming
from tieup.regions.people import Person, Role
from tieup.regions.region import Region, UnknownNameError
from tieup.regions.returns import INDEPENDENT, NOTA, OTHERS
from tieup.regions.votes import Votes

REGION = "region.toml"
PARTIES = "parties.toml"
PEOPLE = "people.toml"
CONSTITUENCIES = "constituencies.csv"
HEXES = "hexes.csv"
CHRONICLE = "chronicle.jsonl"


def bundled() -> dict[str, Path]:
    """Folders of the packs that come with tieup, by region id."""
    root = Path(str(resources.files("tieup"))) / "packs"
    folders = sorted(path.parent for path in root.glob(f"*/{REGION}"))
    return {folder.name.replace("_", "-"): folder for folder in folders}


def load_region(given: str | Path) -> Region:
    """A bundled region by its id, or the pack in a folder.

    Returns and chronicle are read, and checked, when they are first asked for. The same pack gives
    the same region as long as no file of it changes.

    Raises:
        PackError: for a broken pack.
        UnknownNameError: for an id that no bundled pack has, where there is no such folder either.
    """
    packs = bundled()
    folder = packs.get(str(given), Path(given))
    if not folder.is_dir():
        raise UnknownNameError(noun="region", given=str(given), known=packs)
    files = PackFiles(folder.resolve())
    return _load(files, files.digest())


@lru_cache(maxsize=8)
def _load(files: PackFiles, digest: str) -> Region:
    """The region of a pack whose files have this digest."""
    described = files.table(REGION, RegionFile)
    parties = _parties(files)
    people = _people(files, parties)
    constituencies = _constituencies(files)
    elections = {form.id: form for form in described.election}
    _check_elections(described, parties, constituencies)
    _check_places(described, constituencies)
    votes = Votes(files, elections, constituencies)
    return Region(
        id=described.id,
        name=described.name,
        prefix=described.prefix,
        forms=described.forms,
        house=described.house,
        parties=parties,
        people=people,
        elections={name: _election(form) for name, form in elections.items()},
        constituencies=constituencies,
        places=described.places,
        elsewhere=described.elsewhere,
        titles=described.titles,
        lookalikes=described.lookalikes,
        demo=demo_of(described.demo, elections, parties),
        digest=digest,
        read_returns=votes.returns,
        read_chronicle=lambda: _chronicle(files),
    )


def _parties(files: PackFiles) -> dict[str, Party]:
    """Parties by id; members exist, and no form is claimed twice."""
    file = PARTIES
    forms = files.table(file, PartiesFile).party
    _once(file, "[[party]]", (form.id for form in forms), "id")
    for code in (INDEPENDENT, NOTA, OTHERS):
        if any(form.id == code for form in forms):
            reason = "the returns keep this id for candidates of no party"
            raise PackError(file, f"[[party]] {code}", reason)
    claimed: dict[str, str] = {}
    for form in forms:
        for written in dict.fromkeys((*form.forms, *form.seats_of_power)):
            other = claimed.setdefault(written, form.id)
            if other != form.id:
                reason = f"the form '{written}' is {other}'s already"
                raise PackError(file, f"[[party]] {form.id}", reason)
    ids = {form.id for form in forms}
    for form in forms:
        for name in (*(m.id for m in form.member), *([form.lead] if form.lead else [])):
            if name not in ids or name == form.id:
                reason = f"member {name} is no {'other ' * (name in ids)}party of this pack"
                raise PackError(file, f"[[party]] {form.id}", reason)
    return {form.id: _party(form) for form in forms}


def _party(form: PartyForm) -> Party:
    return Party(
        id=form.id,
        name=form.name,
        short=form.short,
        kind=form.kind,
        colour=form.colour.lower(),
        forms=form.forms,
        seats_of_power=form.seats_of_power,
        founded=form.founded,
        planned_as=form.planned_as,
        lead=form.lead,
        members=tuple(Membership(party=m.id, since=m.since, until=m.until) for m in form.member),
        renamings=tuple(Renaming(on=r.on, name=r.name, short=r.short) for r in form.renamed),
    )


def _people(files: PackFiles, parties: dict[str, Party]) -> dict[str, Person]:
    """People by name: parties exist, roles are in order of date, a full form is one person's."""
    file = PEOPLE
    forms = files.table(file, PeopleFile).person
    _once(file, "[[person]]", (form.name for form in forms), "name")
    claimed: dict[str, str] = {}
    for form in forms:
        place = f"[[person]] {form.name}"
        for written in dict.fromkeys((form.name, *form.forms)):
            other = claimed.setdefault(written, form.name)
            if other != form.name:
                raise PackError(file, place, f"the form '{written}' is {other}'s already")
        for role in form.role:
            if role.party not in parties:
                reason = f"role '{role.title}': {role.party} is no party of this pack"
                raise PackError(file, place, reason)
        starts = [role.since or date.min for role in form.role]
        if starts != sorted(starts):
            raise PackError(file, place, "the roles are not in order of date")
    return {form.name: _person(form) for form in forms}


def _person(form: PersonForm) -> Person:
    return Person(
        name=form.name,
        forms=form.forms,
        short=form.short,
        roles=tuple(
            Role(
                party=role.party,
                title=role.title,
                unit=role.unit,
                since=role.since,
                until=role.until,
                styles=role.styles,
                planned=role.planned,
            )
            for role in form.role
        ),
    )


def _constituencies(files: PackFiles) -> dict[int, Constituency]:
    """Constituencies by number, 1 to n without a gap, each with a hex of its own."""
    hexes = _hexes(files)
    file = CONSTITUENCIES
    found: dict[int, Constituency] = {}
    for place, line in files.rows(file, ConstituencyRow):
        if line.no != len(found) + 1:
            raise PackError(file, place, f"no {line.no} where {len(found) + 1} should stand")
        if line.no not in hexes:
            raise PackError(HEXES, None, f"no line for constituency {line.no}")
        found[line.no] = Constituency(
            no=line.no,
            name=line.name,
            district=line.district,
            reservation=line.reservation or "",
            parent_no=line.parent_no,
            parent=line.parent,
            hex=hexes[line.no],
        )
    if not found:
        raise PackError(file, None, "no constituency in it")
    if len(hexes) > len(found):
        raise PackError(HEXES, None, f"there is no constituency {max(hexes)}")
    return found


def _hexes(files: PackFiles) -> dict[int, Hex]:
    """Cells by constituency number, no two the same."""
    hexes: dict[int, Hex] = {}
    cells: dict[Hex, int] = {}
    for place, row in files.rows(HEXES, HexRow):
        cell = Hex(q=row.q, r=row.r)
        if cell in cells:
            raise PackError(HEXES, place, f"the cell of no {cells[cell]} already")
        if row.no in hexes:
            raise PackError(HEXES, place, f"no {row.no} has a cell already")
        hexes[row.no], cells[cell] = cell, row.no
    return hexes


def _election(form: ElectionForm) -> Election:
    return Election(
        id=form.id,
        kind=form.kind,
        name=form.name,
        polled_from=form.polled_from,
        polled_to=form.polled_to,
        counted=form.counted,
        has_returns=form.official is not None,
        later={seat.no: seat.counted for seat in form.later},
        alliances=tuple(
            Alliance(name=a.name, parties=a.parties, source=a.source) for a in form.alliance
        ),
    )


def _check_elections(
    described: RegionFile, parties: dict[str, Party], constituencies: dict[int, Constituency]
) -> None:
    """Ids are unique, days in order, alliances of known parties, segments in a parent each."""
    _once(REGION, "[[election]]", (form.id for form in described.election), "id")
    orphan = next((c.no for c in constituencies.values() if c.parent_no is None), None)
    for form in described.election:
        place = f"[[election]] {form.id}"
        days = [day for day in (form.polled_from, form.polled_to, form.counted) if day]
        if days != sorted(days):
            reason = "polled_from, polled_to and counted are not in order of date"
            raise PackError(REGION, place, reason)
        for seat in form.later:
            if seat.no not in constituencies or seat.counted <= form.counted:
                reason = f"later: no {seat.no} on {seat.counted} is no seat counted later"
                raise PackError(REGION, place, reason)
        named = chain.from_iterable(alliance.parties for alliance in form.alliance)
        for party in named:
            if party not in parties:
                raise PackError(REGION, place, f"alliance: {party} is no party of this pack")
        if form.kind == "lok-sabha" and form.official is not None and orphan:
            reason = f"no {orphan} needs a parent_no: {form.id} has returns by its segments"
            raise PackError(CONSTITUENCIES, f"line {orphan + 1}", reason)


def _check_places(described: RegionFile, constituencies: dict[int, Constituency]) -> None:
    """Places mean districts that exist."""
    districts = {c.district for c in constituencies.values()}
    for place, meant in described.places.items():
        for district in meant:
            if district not in districts:
                reason = f"'{place}' means {district}, which is no district"
                raise PackError(REGION, "[places]", reason)


def _chronicle(files: PackFiles) -> tuple[Article, ...]:
    """The bundled dispatches, in order of date; none where the pack has no chronicle."""
    if not files.has(CHRONICLE):
        return ()
    rows = [row for _, row in files.lines(CHRONICLE, DispatchRow)]
    _once(CHRONICLE, "dispatch", (row.id for row in rows), "id")
    return tuple(
        Article(
            id=row.id,
            published=row.date,
            title=row.title,
            text=row.text,
            outlet="tieup chronicle",
            sources=tuple(
                Source(outlet=s.outlet, url=str(s.url), published=s.date) for s in row.sources
            ),
        )
        for row in sorted(rows, key=lambda row: (row.date, row.id))
    )


def _once(file: str, noun: str, given: Iterable[str], field: str) -> None:
    """No value stands twice."""
    seen: set[str] = set()
    for value in given:
        if value in seen:
            raise PackError(file, f"{noun} {value}", f"the {field} stands there twice")
        seen.add(value)
