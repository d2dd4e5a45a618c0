"""A problem: what was wrong with an input, where, and what was done. Errors in input are data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with an input; reading goes on.

    Attributes:
        file: the file, or the article's id where it came from no file.
        place: line, row or field within it, or None for the whole.
        wrong: what is wrong.
        done: what was done about it, such as "skipped".
        lost: whether the article was dropped whole.
    """

    file: str
    place: str | None = None
    wrong: str
    done: str
    lost: bool = True

    def __str__(self) -> str:
        """One line for a person."""
        place = f", {self.place}" if self.place else ""
        return f"{self.file}{place}: {self.wrong}; {self.done}"
