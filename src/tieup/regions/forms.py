"""The forms of a pack's files, as outsiders write them; checked field by field."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

Id = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\s,;/|+]+$")]
#: Of a bundled pack, its folder with hyphens for underscores.
FolderId = Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
Text = Annotated[str, Field(min_length=1, max_length=400)]
#: Whose word it is where the units of a party differ.
Unit = Literal["state", "centre", "district"]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Form(BaseModel):
    """A table of a pack; a key that nobody knows is an error, most often a slip of the pen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Form):
    """Something that holds between two days, both open-ended where missing."""

    since: date | None = Field(default=None, alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def in_order(self) -> "Span":
        """The first day comes first."""
        if self.since and self.until and self.until < self.since:
            message = f"until {self.until} comes before from {self.since}"
            raise ValueError(message)
        return self


class MemberForm(Span):
    """A party's time in a front."""

    id: Id


class RenamedForm(Form):
    """A new name."""

    on: date
    name: Text
    short: Text


class PartyForm(Form):
    """One [[party]]."""

    id: Id
    name: Text
    short: Text
    kind: Literal["party", "front", "bloc"] = "party"
    home: FolderId | None = None
    colour: Colour
    forms: tuple[Text, ...] = ()
    seats_of_power: tuple[Text, ...] = ()
    units: dict[Unit, tuple[Text, ...]] = {}
    founded: date | None = None
    planned_as: Text | None = None
    lead: Id | None = None
    member: tuple[MemberForm, ...] = ()
    renamed: tuple[RenamedForm, ...] = ()


class LocalPartyForm(Form):
    """One [[local]] of parties.toml: what a party of the country is called here besides."""

    id: Id
    forms: tuple[Text, ...] = ()
    seats_of_power: tuple[Text, ...] = ()
    member: tuple[MemberForm, ...] = ()


class PartiesFile(Form):
    """parties.toml."""

    party: tuple[PartyForm, ...]
    local: tuple[LocalPartyForm, ...] = ()


class RoleForm(Span):
    """One [[person.role]]."""

    party: Id
    title: Text
    unit: Unit | None = None
    styles: tuple[Text, ...] = ()
    planned: bool = False


class LocalPersonForm(Form):
    """One [[local]] of people.toml: what a person of the country is here besides."""

    name: Text
    forms: tuple[Text, ...] = ()
    short: tuple[Text, ...] = ()
    role: tuple[RoleForm, ...] = ()


class PersonForm(LocalPersonForm):
    """One [[person]]."""

    home: FolderId | None = None


class PeopleFile(Form):
    """people.toml."""

    person: tuple[PersonForm, ...]
    local: tuple[LocalPersonForm, ...] = ()


class AllianceForm(Form):
    """One [[election.alliance]]."""

    name: Text
    parties: Annotated[tuple[Id, ...], Field(min_length=2)]
    source: Text


class LaterForm(Form):
    """A seat that was polled after the others and counted on a later day."""

    no: Annotated[int, Field(ge=1)]
    counted: date


class ElectionForm(Form):
    """One [[election]]; without `official` it has no returns."""

    id: Id
    kind: Literal["assembly", "general", "lok-sabha"]
    name: Text
    polled_from: date | None = None
    polled_to: date | None = None
    counted: date
    official: dict[str, Annotated[int, Field(ge=0)]] | None = None
    later: tuple[LaterForm, ...] = ()
    unopposed: tuple[int, ...] = ()
    alliance: tuple[AllianceForm, ...] = ()


class DemoForm(Form):
    """[demo]: what `tieup demo` shows of the chronicle."""

    on: date
    election: Id
    relation: tuple[Id, Id]
    base: Id
    structure: Text
    claims: Annotated[int, Field(ge=1, le=50)] = 8


class CountryFile(Form):
    """country.toml: what every region of the country shares beside parties and people."""

    id: FolderId
    name: Text
    elsewhere: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()
    lookalikes: tuple[Text, ...] = ()


class RegionFile(Form):
    """region.toml."""

    id: FolderId
    country: FolderId | None = None
    name: Text
    prefix: Id
    forms: Annotated[tuple[Text, ...], Field(min_length=1)]
    house: Text
    election: Annotated[tuple[ElectionForm, ...], Field(min_length=1)]
    districts: tuple[Text, ...] = ()
    places: dict[str, tuple[str, ...]] = {}
    elsewhere: tuple[Text, ...] = ()
    titles: tuple[Text, ...] = ()
    lookalikes: tuple[Text, ...] = ()
    demo: DemoForm | None = None


class ConstituencyRow(BaseModel):
    """One line of constituencies.csv."""

    no: Annotated[int, Field(ge=1)]
    name: Text
    district: Text
    reservation: Literal["GEN", "SC", "ST"] | None
    parent_no: int | None
    parent: str | None


class HexRow(BaseModel):
    """One line of hexes.csv."""

    no: int
    q: int
    r: int


class TurnoutRow(BaseModel):
    """One line of turnout.csv; electors are empty where the source has none."""

    election: Id
    no: int
    valid: Annotated[int, Field(ge=0)]
    electors: Annotated[int, Field(ge=0)] | None


class DispatchSource(Form):
    """A report that a dispatch of the chronicle summarises."""

    outlet: Text
    url: HttpUrl
    date: date


class DispatchRow(Form):
    """One line of chronicle.jsonl."""

    id: Id
    date: date
    title: Text
    text: Annotated[str, Field(min_length=1, max_length=4000)]
    sources: Annotated[tuple[DispatchSource, ...], Field(min_length=1)]
