"""What has been heard: the speakers and days that later sentences of an article come back to."""

from dataclasses import dataclass, field
from datetime import date

from tieup.reading.names.mention import Mention
from tieup.reading.voices.voices import Voice


@dataclass(slots=True)
class Heard:
    """What a listener remembers from sentence to sentence.

    Attributes:
        voice: the last speaker.
        together: the last speakers, more than one where they spoke together.
        sources: the party whose nameless sources were heard last.
        he: whom "he" means: the last speaker or, after a sentence in which nobody spoke, the person
            whom it named first.
        first: the one, person or party, whom the last sentence named first.
        indirect: where the last sentence ends that told of somebody's speech.
        said_on: the day on which each speaker was last heard.
        last_day: the day that the last sentence with one told about.
        news_day: the day that the article's first paragraphs tell about.
    """

    voice: Voice = field(default_factory=Voice)
    together: tuple[Voice, ...] = ()
    sources: str | None = None
    he: Voice | None = None
    first: Mention | None = None
    indirect: int = -1
    said_on: dict[str, date] = field(default_factory=dict)
    last_day: date | None = None
    news_day: date | None = None
