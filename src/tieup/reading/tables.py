"""Tables: the words and rules that stand beside the code, in files of TOML."""

from functools import cache
from importlib import resources
from typing import Any

import tomli


@cache
def table(name: str) -> dict[str, Any]:
    """A bundled file as it stands; the same one each time, which nobody changes.

    Args:
        name: its place within reading, such as "acts/lexicon.toml".
    """
    file = resources.files("tieup.reading").joinpath(name)
    return tomli.loads(file.read_text(encoding="utf-8"))
