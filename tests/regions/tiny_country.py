"""A made-up country of two packs of names, as folders side by side."""

from pathlib import Path

TEXTS = {
    "tinlands/country.toml": """\
id = "tinlands"
name = "The Tinlands"
elsewhere = ["Northmark", "Southmark", "Ironia"]
titles = ["Alderman"]
lookalikes = ["Red Cross"]
""",
    "tinlands/parties.toml": """\
[[party]]
id = "RED"
name = "Red Party"
short = "Reds"
colour = "#cc0000"
forms = ["Red Party", "Reds", "RP"]
seats_of_power = ["Red House"]

[[party]]
id = "BLUE"
name = "Blue Party"
short = "Blues"
home = "northmark"
colour = "#0000cc"
forms = ["Blue Party", "Blues"]

[[party]]
id = "ALL"
name = "All Together"
short = "All"
kind = "bloc"
colour = "#cc00cc"
forms = ["All Together"]
member = [{ id = "RED" }, { id = "BLUE", from = 2020-01-01 }]
""",
    "tinlands/people.toml": """\
[[person]]
name = "Ada Ashe"
forms = ["A. Ashe", "Lady Ashe"]
short = ["Ashe"]

[[person.role]]
party = "RED"
title = "member"
until = 2019-12-31

[[person.role]]
party = "RED"
title = "president"
from = 2020-01-01
styles = ["Red chief"]

[[person]]
name = "Ben Birch"
home = "northmark"

[[person.role]]
party = "BLUE"
title = "leader"
""",
    "northmark/region.toml": """\
id = "northmark"
country = "tinlands"
name = "Northmark"
prefix = "NM"
forms = ["Northmark"]
house = "Moot"
elsewhere = ["Tinmouth"]
districts = ["Northtown", "Highmoor"]

[[election]]
id = "NM-2020"
kind = "assembly"
name = "Election of 2020"
counted = 2020-06-01

[places]
Moors = ["Highmoor"]
"The Fells" = []
""",
    "northmark/parties.toml": """\
[[party]]
id = "RAIL"
name = "Railway Party"
short = "Rail"
colour = "#00cc00"
forms = ["Railway Party", "RP"]

[[local]]
id = "RED"
forms = ["Northern Reds"]
seats_of_power = ["Furnace Lane"]

[[local]]
id = "ALL"
member = [{ id = "RAIL" }]
""",
    "northmark/people.toml": """\
[[person]]
name = "Lady Ashe of Highmoor"
forms = ["Lady Ashe"]

[[person.role]]
party = "RAIL"
title = "chair"

[[local]]
name = "Ada Ashe"
forms = ["Addie Ashe"]
short = ["Addie"]

[[local.role]]
party = "RED"
title = "member for Northtown"
unit = "state"
styles = ["Northtown member"]

[[local.role]]
party = "RED"
title = "envoy to Northmark"
from = 2021-01-01
until = 2021-12-31
""",
    "southmark/region.toml": """\
id = "southmark"
country = "tinlands"
name = "Southmark"
prefix = "SM"
forms = ["Southmark"]
house = "Moot"
districts = ["Port"]

[[election]]
id = "SM-2021"
kind = "assembly"
name = "Election of 2021"
counted = 2021-06-01
""",
    "southmark/parties.toml": """\
[[party]]
id = "SEA"
name = "Sea Party"
short = "Sea"
colour = "#00cccc"
forms = ["Sea Party"]

[[party]]
id = "RAIL"
name = "Railway Party"
short = "Rail"
home = "northmark"
colour = "#00cc00"
forms = ["Railway Party"]
""",
    "southmark/people.toml": """\
[[person]]
name = "Cy Cedar"

[[person.role]]
party = "SEA"
title = "captain"
""",
}


def write_country(folder: Path) -> Path:
    """Write the country and its two regions into a folder."""
    for name, text in TEXTS.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
