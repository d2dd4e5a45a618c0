"""A pack: a folder of data files that describes a region, loaded and checked as a whole."""

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from pathlib import Path

from tieup.regions.chronicle import chronicle_of
from tieup.regions.constituencies import CONSTITUENCIES, HEXES, Constituency, constituencies_of
from tieup.regions.country import Country, bundled_packs, country_of
from tieup.regions.demo import demo_of
from tieup.regions.elections import elections_of
from tieup.regions.files import PackError, PackFiles, combined
from tieup.regions.forms import RegionFile
from tieup.regions.parties import parties_of
from tieup.regions.people import people_of
from tieup.regions.region import Region, UnknownNameError
from tieup.regions.votes import RETURNS, TURNOUT, Votes

REGION = "region.toml"


def bundled() -> dict[str, Path]:
    """Folders of the regions' packs that come with tieup, by region id."""
    folders = sorted(path.parent for path in bundled_packs().glob(f"*/{REGION}"))
    return {folder.name.replace("_", "-"): folder for folder in folders}


def load_region(given: str | Path) -> Region:
    """A bundled region by its id, or the pack in a folder.

    Returns and chronicle are read, and checked, when they are first asked for. The same pack gives
    the same region as long as no file of it, or of its country, changes.

    Raises:
        PackError: for a broken pack.
        UnknownNameError: for an id that no bundled pack has, where there is no such folder either.
    """
    packs = bundled()
    folder = packs.get(str(given), Path(given))
    if not folder.is_dir():
        raise UnknownNameError(noun="region", given=str(given), known=packs)
    files = PackFiles(folder.resolve())
    digest = files.digest()
    country = country_of(files, _described(files, digest).country)
    return _load(files, digest, country)


def bundled_regions() -> tuple[Region, ...]:
    """Every region that comes with tieup, in order of id.

    Raises:
        PackError: for a broken pack.
    """
    regions = []
    for name, folder in bundled().items():
        try:
            regions.append(load_region(name))
        except PackError as error:
            raise error.of(folder.name) from error
    return tuple(regions)


def region_of_election(election: str) -> str | None:
    """The id of the bundled region that an election's id belongs to; None for nobody's.

    By-elections are in no pack: "TN-BY-2025" is known by its beginning.
    """
    wanted = election.strip().casefold()
    for name, folder in bundled().items():
        files = PackFiles(folder.resolve())
        described = _described(files, files.digest())
        ids = {form.id.casefold() for form in described.election}
        prefix = described.prefix.casefold()
        if wanted in ids or wanted.startswith((f"{prefix}-by-", f"{prefix}-local-")):
            return name
    return None


@lru_cache(maxsize=32)
def _described(files: PackFiles, digest: str) -> RegionFile:  # noqa: ARG001 - it keeps the cache true
    """region.toml of a pack whose files have this digest."""
    return files.table(REGION, RegionFile)


@lru_cache(maxsize=32)
def _load(files: PackFiles, digest: str, country: Country) -> Region:
    """The region of a pack whose files have this digest."""
    described = _described(files, digest)
    parties = parties_of(files, country.parties)
    people = people_of(files, parties, country.people)
    constituencies = _land(files, described)
    forms = {form.id: form for form in described.election}
    elections = elections_of(REGION, described.election, parties, constituencies)
    votes = Votes(files, forms, constituencies)
    return Region(
        id=described.id,
        name=described.name,
        prefix=described.prefix,
        forms=described.forms,
        house=described.house,
        country=country.id or None,
        parties=parties,
        people=people,
        elections=elections,
        constituencies=constituencies,
        named_districts=described.districts,
        places=_places(described, constituencies),
        elsewhere=_once_each(
            name
            for name in (*described.elsewhere, *country.elsewhere)
            if name not in described.forms
        ),
        titles=_once_each((*described.titles, *country.titles)),
        lookalikes=_once_each((*described.lookalikes, *country.lookalikes)),
        demo=demo_of(described.demo, elections, parties),
        digest=combined(digest, country.digest) if country.digest else digest,
        read_returns=votes.returns,
        read_chronicle=partial(chronicle_of, files),  # no lambda: regions go to other processes
    )


def _once_each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _land(files: PackFiles, described: RegionFile) -> dict[int, Constituency]:
    """The constituencies; none in a pack of names, which has no file of land or votes."""
    official = any(form.official is not None for form in described.election)
    if not official and not any(map(files.has, (CONSTITUENCIES, HEXES, TURNOUT, RETURNS))):
        return {}
    if described.districts:
        reason = f"districts: they stand in {CONSTITUENCIES} already"
        raise PackError(REGION, None, reason)
    return constituencies_of(files)


def _places(
    described: RegionFile, constituencies: Mapping[int, Constituency]
) -> dict[str, tuple[str, ...]]:
    """Places mean districts that exist; in a pack of names, one that names none means itself."""
    if not constituencies:
        return {place: meant or (place,) for place, meant in described.places.items()}
    districts = {c.district for c in constituencies.values()}
    for place, meant in described.places.items():
        for district in meant:
            if district not in districts:
                reason = f"'{place}' means {district}, which is no district"
                raise PackError(REGION, "[places]", reason)
    return described.places
