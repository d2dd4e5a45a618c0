"""Former deals: who stood where, from a sheet such as a deal is written to."""

import csv
from io import StringIO
from pathlib import Path

from tieup.deals.errors import DealError
from tieup.deals.prospects import Option
from tieup.regions import Region
from tieup.scenarios.texts import at, text_of

#: What is read of the sheet; a deal's own has more.
COLUMNS = ("no", "partner")


def load_former(path: Path, region: Region) -> dict[int, Option]:
    """Who stood in each seat, by its number, from CSV with the columns above.

    Partners who met in a seat are joined by "+". What nobody had is left out.

    Raises:
        ScenarioError: for the first thing wrong, with the file and the line.
    """
    found: dict[int, Option] = {}
    seats = {str(number): number for number in region.constituencies}
    reader = csv.DictReader(StringIO(text_of(path), newline=""), strict=True)
    try:
        if not {*COLUMNS} <= {*(reader.fieldnames or ())}:
            message = f"{path.name}: line 1: has no columns {' and '.join(COLUMNS)}"
            raise DealError(message)
        for row in reader:
            with at(f"{path.name}: line {reader.line_num}"):
                no, names = ((row[column] or "").strip() for column in COLUMNS)
                if no not in seats or seats[no] in found:
                    message = f"seat '{no}' is given twice" if no in seats else f"no seat '{no}'"
                    raise DealError(message)
                if names:
                    found[seats[no]] = tuple(region.party(n.strip()).id for n in names.split("+"))
    except csv.Error as error:
        message = f"{path.name}: line {reader.line_num}: is no CSV: {error}"
        raise DealError(message) from error
    return found
