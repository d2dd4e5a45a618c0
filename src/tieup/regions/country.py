"""A country: the parties and people that are spoken of in several regions, written down once."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from tieup.regions.files import PackError, PackFiles
from tieup.regions.forms import CountryFile, PartyForm, PersonForm
from tieup.regions.parties import country_parties
from tieup.regions.people import country_people

COUNTRY = "country.toml"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Country:
    """What the packs of a country's regions share, as their forms.

    Attributes:
        id: its folder, with hyphens for underscores; empty where a region has no country.
        elsewhere: lands whose news stand in the same papers; to a region, all but itself.
        titles: what leaders are styled in the whole country.
        lookalikes: names that hold a party's name and are none.
        digest: "sha256:..." over every file of its folder.
    """

    id: str = ""
    parties: tuple[PartyForm, ...] = ()
    people: tuple[PersonForm, ...] = ()
    elsewhere: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    digest: str = ""


#: Of a region that has none.
_NONE = Country()


def bundled_packs() -> Path:
    """The folder of the packs that come with tieup, regions and countries side by side."""
    return Path(str(resources.files("tieup"))) / "packs"


def country_of(region: PackFiles, country: str | None) -> Country:
    """The country of a region's pack: a folder beside the pack's own, else a bundled one.

    Raises:
        PackError: for a country that is in neither place, or broken.
    """
    if country is None:
        return _NONE
    name = country.replace("-", "_")
    for packs in (region.folder.parent, bundled_packs()):
        if (packs / name / COUNTRY).exists():
            files = PackFiles((packs / name).resolve(), within=f"{name}/")
            return _load(files, files.digest())
    known = ", ".join(sorted(path.parent.name for path in bundled_packs().glob(f"*/{COUNTRY}")))
    reason = f"there is no {name}/{COUNTRY} beside the pack; bundled countries: {known}"
    raise PackError(region.called("region.toml"), None, f"country: {reason}")


@lru_cache(maxsize=4)
def _load(files: PackFiles, digest: str) -> Country:
    """The country whose files have this digest."""
    described = files.table(COUNTRY, CountryFile)
    parties = country_parties(files)
    return Country(
        id=described.id,
        parties=parties,
        people=country_people(files, {form.id for form in parties}),
        elsewhere=described.elsewhere,
        titles=described.titles,
        lookalikes=described.lookalikes,
        digest=digest,
    )
