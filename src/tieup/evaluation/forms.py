"""The form of an annotated row, as annotators write it; checked field by field."""

from datetime import date
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from tieup.vocabulary import Act, Kind

Name = Annotated[str, Field(min_length=1, max_length=400)]

#: What pydantic says in its own terms, in ours.
_REASONS = {
    "missing": "is missing",
    "string_type": "is no string",
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
    "tuple_type": "is no list",
    "too_short": "is empty",
    "string_too_short": "is empty",
    "enum": f"is none of {', '.join(Act)}",
    "date_from_datetime_parsing": "is no day; write it as 2026-04-23",
    "date_parsing": "is no day; write it as 2026-04-23",
    "date_type": "is no day; write it as 2026-04-23",
    "model_type": "is no object with the keys 'parties' and 'act'",
}
#: Of a wrong value, a problem shows so many characters.
_SHOWN = 60


class RowForm(BaseModel):
    """One row; keys that only annotators use are passed over.

    What `tieup read --jsonl` prints is such a row, too, so that it can be corrected by hand.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    parties: tuple[Name, ...] = Field(min_length=1)
    act: Act
    hub: Name | None = None
    speaker: Name | None = None
    election: Name | None = None
    said_on: date | None = None
    evidence: str | None = Field(
        default=None, validation_alias=AliasChoices("evidence", "quote"), max_length=10_000
    )
    core: bool = True
    background: bool = False
    flags: tuple[Name, ...] = ()


def is_of_another_kind(value: Any) -> bool:  # noqa: ANN401 - whatever the JSON holds
    """Whether it is a statement that is not about an alliance: not scored, and nothing wrong."""
    return isinstance(value, dict) and value.get("kind", Kind.ALLIANCE) != Kind.ALLIANCE


def fit(value: Any) -> RowForm | str:  # noqa: ANN401 - as above
    """The row, or the first thing wrong with it."""
    try:
        return RowForm.model_validate(value)
    except ValidationError as errors:
        first = errors.errors()[0]
        reason = _REASONS.get(first["type"], first["msg"])
        key = next((f"'{part}' " for part in first["loc"] if isinstance(part, str)), "")
        given = first["input"]
        shown = f" (given: {given[:_SHOWN]})" if isinstance(given, str) and given else ""
        return f"{key}{reason}{shown}"
