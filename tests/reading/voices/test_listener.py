"""Who speaks which words: sentences of ours, one construction each; nobody said any of it."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.voices.listener import Listener, Segment
from tieup.regions import Region
from tieup.vocabulary import Mode

DAY = date(2026, 1, 15)


def segments(text: str, region: Region) -> list[Segment]:
    """All segments of a text, in order."""
    page = Page.of(Article(id="ours", published=DAY, text=text), region)
    listener = Listener(page.text, page.everybody, page.quotations, DAY)
    return [found for sentence in sentences(text) for found in listener.segments(sentence)]


def speakers_of(words: str, text: str, region: Region) -> set[str]:
    """Who speaks the words, which stand once in the text."""
    place = text.index(words)
    return {
        found.voice.speaker
        for found in segments(text, region)
        if found.span.start <= place < found.span.end
    }


SPOKEN = [
    # where the verb stands
    ("Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ("The pact was firm, Md Salim said on Sunday.", "The pact", "Md Salim"),
    ("The pact was firm, said Md Salim.", "The pact", "Md Salim"),
    ("The pact, Md Salim said, was firm.", "was firm", "Md Salim"),
    ("The pact is firm, Md Salim told the Evening Sheet.", "The pact", "Md Salim"),
    ("The pact is firm, Md Salim told reporters in Kolkata.", "The pact", "Md Salim"),
    ("According to Md Salim, the pact was firm.", "the pact", "Md Salim"),
    ("The pact was firm, according to Md Salim.", "The pact", "Md Salim"),
    ("Md Salim was of the view that the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim made it clear that the pact was firm.", "the pact", "Md Salim"),
    ("The pact was firm, Md Salim made clear on Sunday.", "The pact", "Md Salim"),
    ("The pact was firm, Md Salim let it be known on Sunday.", "The pact", "Md Salim"),
    ("The pact was firm, Md Salim affirmed.", "The pact", "Md Salim"),
    ("Md Salim promised that the pact was firm.", "the pact", "Md Salim"),
    ("The pact is firm: Md Salim said so on Sunday.", "The pact", "Md Salim"),
    ("The pact is firm: that was the word from Md Salim on Sunday.", "The pact", "Md Salim"),
    ("Md Salim was charged with breaking the pact.", "breaking the pact", "report"),
    ("Md Salim was quoted by a daily as saying the pact was firm.", "the pact", "Md Salim"),
    ("A daily quoted Md Salim as saying the pact was firm.", "the pact", "Md Salim"),
    ("According to a news agency, Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ("The pact was firm, Md Salim said, according to a news agency.", "The pact", "Md Salim"),
    ("Denying a rift and noting that the pact was firm, Md Salim smiled.", "the pact", "Md Salim"),
    ("Noting that the pact was firm, Md Salim said it would last.", "the pact", "Md Salim"),
    ("Md Salim, a member of the CPI(M) politburo, said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim, for his part, said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim on Sunday said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim, while speaking to a channel, said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim, who leads the party in the state, said the pact was firm.", "the pact", "Md Salim"),
    ("Speaking to a channel, Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ("In a statement on Sunday, Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ("Referring to Nawsad Siddiqui, Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim met Nawsad Siddiqui and said the pact was firm.", "the pact", "Md Salim"),
    ("Asked about Nawsad Siddiqui, Md Salim said the pact was firm.", "the pact", "Md Salim"),
    ('"The pact is firm," Md Salim said.', "The pact", "Md Salim"),
    ('"The pact is firm," mentioned Md Salim.', "The pact", "Md Salim"),
    ('Md Salim said: "The pact is firm."', "The pact", "Md Salim"),
    ("'The pact is firm, whatever the leaders' moods,' Md Salim said.", "The pact", "Md Salim"),
    ("''The pact is firm,'' Md Salim said.", "The pact", "Md Salim"),
    ('"The pact is firm," Dr. Surjya Kanta Mishra said.', "The pact", "Surjya Kanta Mishra"),
    ('"The pact is firm. It will last. Nobody can break it," Md Salim said.', "The pact", "Md Salim"),
    ('Md Salim said the pact was "as firm as ever" and that it would last.', "it would", "Md Salim"),
    ('The rivals were trying "to break" the pact, Md Salim said.', "The rivals", "Md Salim"),
    ('"Why should the pact not be firm?" Md Salim wondered.', "the pact", "Md Salim"),
    ('"We wait," Biman Bose said. "Who breaks the pact?" Md Salim asked.', "the pact", "Md Salim"),
    ('Md Salim told this newspaper: "Nothing broke."', "Nothing", "Md Salim"),
    # remarks, statements, bodies
    ("Hours after Md Salim's remarks on the pact nobody stirred.", "the pact", "report"),
    ("Md Salim's statement said the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim's aide said the pact was firm.", "the pact", "unnamed:CPIM"),
    ("The CPI(M) state committee said the pact was firm.", "the pact", "CPIM"),
    ("The CPI(M) politburo said in a statement that the pact was firm.", "the pact", "CPIM"),
    ("The Congress high command said the pact was firm.", "the pact", "INC"),
    ("The Congress said in a tweet that the pact was firm.", "the pact", "INC"),
    # people without a name
    ("A senior Congress leader, who did not want to be named, said the pact was firm.", "the pact", "unnamed:INC"),
    ("The pact was firm, a Congress leader said on condition of anonymity.", "The pact", "unnamed:INC"),
    ("The pact was firm, said a Congress functionary.", "The pact", "unnamed:INC"),
    ("Sources in the Congress said the pact was firm.", "the pact", "unnamed:INC"),
    ("Congress insiders said the pact was firm.", "the pact", "unnamed:INC"),
    ("A CPI(M) central committee member from the state said the pact was firm.", "the pact", "unnamed:CPIM"),
    ("A section of Congress leaders said the pact was firm.", "the pact", "unnamed:INC"),
    ("Md Salim met Biman Bose. Observers said the pact was firm.", "the pact", "report"),
    ("Md Salim met Biman Bose. Sources said the pact was firm.", "the pact", "report"),
    ("Congress sources said the talks were on. The pact was firm, sources added.", "The pact", "unnamed:INC"),
    ("A Congress leader said the talks were on. The pact was firm, sources said.", "The pact", "report"),
    ("The ISF wants more seats; the Congress sees a firm pact, according to one of its leaders.", "the Congress", "unnamed:INC"),
    ("The Congress wants a firm pact with the ISF, leaders of its state unit said.", "The Congress", "unnamed:INC"),
    # people whom no pack knows
    ("Congress leader Ramen Tarafdar said the pact was firm.", "the pact", "Ramen Tarafdar"),
    ("Ramen Tarafdar, a CPI(M) MLA, said the pact was firm.", "the pact", "Ramen Tarafdar"),
    ('"The pact is firm," Ramen Tarafdar said. "It will last," Tarafdar added.', "It will", "Ramen Tarafdar"),
    # two at once
    ("Md Salim and Adhir Ranjan Chowdhury said the pact was firm.", "the pact", "Adhir Ranjan Chowdhury+Md Salim"),
    ("CPI(M) state secretary Md Salim and Congress leader Adhir Ranjan Chowdhury jointly announced that the pact was firm.", "the pact", "Adhir Ranjan Chowdhury+Md Salim"),
    ("The pact was firm, said Md Salim and Adhir Ranjan Chowdhury.", "The pact", "Adhir Ranjan Chowdhury+Md Salim"),
    ("Md Salim and Adhir Ranjan Chowdhury said the pact was firm. They added it would last.", "it would", "Adhir Ranjan Chowdhury+Md Salim"),
    # a saying inside a saying
    ("Md Salim said Subhankar Sarkar had told him the pact was firm.", "the pact", "Subhankar Sarkar"),
    ('"Subhankar Sarkar told me the pact was firm," Md Salim said.', "the pact", "Subhankar Sarkar"),
    ("Md Salim said he did not know what Subhankar Sarkar had said but the pact was firm.", "the pact", "Md Salim"),
    ("The pact is firm. Md Salim made the announcement in Malda.", "The pact", "Md Salim+report"),
    ("The pact is firm. The announcement was made by Md Salim and Adhir Ranjan Chowdhury.", "The pact", "Adhir Ranjan Chowdhury+Md Salim+report"),
    ("The pact is firm.\nMd Salim made the announcement in Malda.", "The pact", "report"),
    # headlines
    ("The pact is firm: Md Salim\nThe story follows.", "The pact", "Md Salim"),
    ("Md Salim: The pact is firm\nThe story follows.", "The pact", "Md Salim"),
    ("'The pact is firm': Md Salim", "The pact", "Md Salim"),
    ("The pact is firm, says Md Salim", "The pact", "Md Salim"),
    ("The pact is firm", "The pact", "report"),
    # one subject of several verbs
    ("Md Salim said the talks of the ISF were on and added that the pact was firm.", "the pact", "Md Salim"),
    ("Md Salim met Biman Bose, dismissed the rumours of the Congress and said the pact was firm.", "the pact", "Md Salim"),
    ('The BJP\'s Suvendu Adhikari called it an "unholy, useless, doomed nexus" and said the pact was firm.', "the pact", "Suvendu Adhikari"),
    # speech that goes on without its verb
    ("Md Salim said the talks were on. The pact would be firm.", "The pact", "Md Salim"),
    ("Md Salim said the talks were on.\nThe pact would be firm.", "The pact", "report"),
    ("Md Salim said the talks were on. Biman Bose would not say that the pact was firm.", "the pact", "report"),
    ("Md Salim said the talks were on. He did not say when the pact would be signed.", "the pact", "report"),
    # who is meant
    ("Md Salim arrived. He said the pact was firm.", "the pact", "Md Salim"),
    ('"We wait," Md Salim said. The former minister added that the pact was firm.', "the pact", "Md Salim"),
    ("Md Salim met Nawsad Siddiqui. The latter said the pact was firm.", "the pact", "Nawsad Siddiqui"),
    ('"We wait," Md Salim said. Nawsad Siddiqui wants a pact, he added.', "Nawsad", "Md Salim"),
    ('"We wait," Md Salim said. Asked about Nawsad Siddiqui, he said the pact was firm.', "the pact", "Md Salim"),
    ('"We wait," Md Salim said. "The pact is firm," the CPI(M) leader said.', "The pact", "Md Salim"),
    ('"We wait," Humayun Kabir said. "The pact is firm," the suspended Trinamool Congress MLA added.', "The pact", "Humayun Kabir"),
    ('"We wait," Md Salim said. According to him, the pact was firm.', "the pact", "Md Salim"),
    ('"We wait," Md Salim said. "The pact is firm."', "The pact", "Md Salim"),
    ('"We wait," a Congress leader said. "The pact is firm," he added.', "The pact", "unnamed:INC"),
    ('Md Salim spoke first. "Nawsad Siddiqui is a friend. The pact is firm," he said.', "The pact", "Md Salim"),
    ('"We wait," Md Salim said.\n"The pact is firm.\n"Nobody can break it," he added.', "Nobody", "Md Salim"),
    # nobody's
    ("Md Salim, who met Nawsad Siddiqui on the pact, said it was firm.", "the pact", "report"),
    ('"We wait," Md Salim said. A third outfit said it was sure. It claimed the pact was firm.', "the pact", "report"),
    ('Md Salim smiled. "The pact is firm," an analyst said.', "The pact", "report"),
    ("Md Salim met the Congress leaders before the pact was made.", "the pact", "report"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN, ids=[row[0][:60] for row in SPOKEN])
def test_who_speaks(text: str, words: str, speaker: str, bengal: Region) -> None:
    assert "+".join(sorted(speakers_of(words, text, bengal))) == speaker


def test_only_what_stands_in_marks_is_direct(bengal: Region) -> None:
    text = 'Md Salim said the pact was "as firm as ever before" and that it would last.'
    direct = [s.span.of(text) for s in segments(text, bengal) if s.mode is Mode.DIRECT]
    assert direct == ["as firm as ever before"]


def test_what_is_asked_is_nobodys_word(bengal: Region) -> None:
    for lead in ("On whether the pact was firm", "Asked if the pact was firm"):
        text = f"{lead}, Md Salim said it was for the front to say."
        assert speakers_of("the pact", text, bengal) == set()


def test_an_owners_word_is_his_and_says_so(bengal: Region) -> None:
    (found,) = (
        s for s in segments("Md Salim's letter said the pact was firm.", bengal)
        if s.mode is Mode.INDIRECT
    )  # fmt: skip
    assert "Md Salim's letter" in found.voice.how
