"""What holds for every reading, whatever the text; and texts of our own to begin mutations from."""

from datetime import date

from tieup.articles import Article
from tieup.reading import Reading, read
from tieup.regions import Region

DAY = date(2026, 1, 5)
#: Sentences with much for the reader to do; nobody in them exists but parties and places.
SEEDS = (
    "The Congress and the Left Front said on Sunday that talks on seats had begun. "
    "“We want 45 seats in Malda,” ISF leader Karim Sheikh told reporters, “but the final call is with Delhi.”",
    "No pact with the BJP, says Left\nThe CPI(M) denied that any talks were held with the Trinamool Congress, "
    "while the Forward Bloc's state secretary warned that it would go alone unless 30 seats were left to it by Friday.",
    'According to CPI leader Anil Dutta, the alliance that was sealed in 2021 "ended the day it lost". '
    "He added that the party was open to all but the TMC and the BJP, the Congress having said 'no' twice.",
    "ISF wants 60 seats, the Left offered 30; the Congress is yet to respond. A day after the meeting, a senior "
    "leader, who did not wish to be named, said the party would contest all 294 seats in next year's assembly polls.",
)


def sound(text: str, region: Region) -> Reading:
    """The reading of a text, after everything that must hold for it was asserted.

    Raises:
        AssertionError: where a statement is not verbatim, contradicts itself or stands there twice,
            or a second reading differs.
    """
    article = Article(id="a", published=DAY, text=text)
    reading = read(article, region)
    for statement in reading.statements:
        assert text[statement.start : statement.end] == statement.quote
        assert not statement.faults(article)
        assert type(statement).from_json(statement.to_json()) == statement
    ids = [statement.id for statement in reading.statements]
    assert len(set(ids)) == len(ids)
    assert read(article, region) == reading
    return reading
