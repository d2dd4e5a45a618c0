"""Speakers without a name, wherever they stand: sentences of ours, several of each construction."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading import read
from tieup.reading.page import Page
from tieup.reading.text.sentences import sentences
from tieup.reading.voices.listener import Listener
from tieup.regions import Region
from tieup.vocabulary import Act

DAY = date(2026, 1, 20)
CLAUSE = "the ISF rejected a pact with the Congress"


def speakers(text: str, words: str, region: Region) -> set[str]:
    """Who speaks the place where the words stand last."""
    page = Page.of(Article(id="ours", published=DAY, text=text), region)
    listener = Listener(page.text, page.everybody, page.quotations, DAY)
    place = text.rindex(words)
    return {
        found.voice.speaker
        for sentence in sentences(text)
        for found in listener.segments(sentence)
        if found.span.start <= place < found.span.end
    }


#: Whose a clause about the ISF is: nobody's by name, or nameless people of its party.
NAMELESS = [
    ("sources", "report"),
    ("highly placed sources", "report"),
    ("insiders", "report"),
    ("officials", "report"),
    ("a senior leader", "report"),
    ("two leaders who sat in the meeting", "report"),
    ("at least three district presidents", "report"),
    ("a source close to the talks", "report"),
    ("a person aware of the matter", "report"),
    ("people close to him", "report"),
    ("political observers", "report"),
    ("a daily", "report"),
    ("he", "report"),
    ("party sources", "unnamed:ISF"),
    ("a party spokesperson", "unnamed:ISF"),
    ("the party's state president", "unnamed:ISF"),
    ("sources in the party", "unnamed:ISF"),
    ("its general secretary", "unnamed:ISF"),
    ("an aide of Adhir Ranjan Chowdhury", "unnamed:INC"),
    ("people close to Adhir Ranjan Chowdhury", "unnamed:INC"),
    ("a spokesman for Adhir Ranjan Chowdhury", "unnamed:INC"),
    ("a Left Front leader privy to the talks", "unnamed:LF"),
    ("a party statement", "ISF"),
    ("a statement from the party", "ISF"),
    ("the statement", "ISF"),
]


@pytest.mark.parametrize(("who", "speaker"), NAMELESS)
def test_at_the_end(who: str, speaker: str, bengal: Region) -> None:
    for verb in ("said", "had said", "said on Sunday", "told a news agency"):
        text = f"{CLAUSE[0].upper()}{CLAUSE[1:]}, {who} {verb}."
        assert speakers(text, "ISF rejected", bengal) == {speaker}


@pytest.mark.parametrize(("who", "speaker"), NAMELESS)
def test_amid(who: str, speaker: str, bengal: Region) -> None:
    text = f"The ISF, {who} said, rejected a pact with the Congress."
    assert speakers(text, "rejected", bengal) == {speaker}


@pytest.mark.parametrize(
    ("who", "speaker"),
    [("sources", "report"), ("a senior leader", "report"), ("Congress insiders", "unnamed:INC"),
     ("a leader who asked not to be named", "report"), ("he", "report")],
)  # fmt: skip
def test_behind_the_verb(who: str, speaker: str, bengal: Region) -> None:
    text = f"The ISF rejected a pact with the Congress, said {who}."
    assert speakers(text, "ISF rejected", bengal) == {speaker}


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("An aide of Nawsad Siddiqui", "unnamed:ISF"),
        ("Those close to Nawsad Siddiqui", "unnamed:ISF"),
        ("Even before the polls a senior ISF minister", "unnamed:ISF"),
        ("After a word with Md Salim, a senior leader", "report"),
        ("A functionary", "report"),
    ],
)
def test_at_the_front(who: str, speaker: str, bengal: Region) -> None:
    assert speakers(f"{who} said {CLAUSE}.", "rejected", bengal) == {speaker}


@pytest.mark.parametrize("by", ["according to sources", "as per a senior leader", "sources say"])
def test_a_source_amid_takes_no_party_from_what_follows(by: str, bengal: Region) -> None:
    text = f"The ISF, {by}, rejected a pact with the Congress."
    assert speakers(text, "rejected", bengal) == {"report"}


def test_the_whole_sentence_is_read(bengal: Region) -> None:
    text = "The ISF wants an alliance with the Congress, insiders said."
    (found,) = read(Article(id="ours", published=DAY, text=text), bengal).statements
    assert (found.act, set(found.parties)) == (Act.WANTS, {"ISF", "INC"})


def test_they_are_the_nameless_who_spoke_last(bengal: Region) -> None:
    text = "Congress sources said the talks were on. The ISF rejected its offer, they said."
    assert speakers(text, "rejected", bengal) == {"unnamed:INC"}


def test_what_nobody_by_name_adds_is_not_the_partys(bengal: Region) -> None:
    text = "The ISF wants 40 seats, sources said, adding that the Congress rejected it."
    assert speakers(text, "rejected", bengal) == {"report"}


@pytest.mark.parametrize(
    "amid",
    ["had, on Sunday,", "had last week", "had on Friday", "has time and again", "has more than once",
     "had earlier in the day", "has, however,", "had at a rally in Bhangar", "had two days ago",
     "has, over the past week, repeatedly", "had, only a day earlier,", "had in January itself"],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["said", "announced"])
def test_when_and_how_often_stand_amid_the_verb(amid: str, verb: str, bengal: Region) -> None:
    text = f"ISF leader Karim Sheikh {amid} {verb} that a pact with the JUP was over."
    assert speakers(text, "a pact", bengal) == {"Karim Sheikh"}


@pytest.mark.parametrize(
    "lead",
    ["Md Salim, on Sunday,", "Md Salim, a senior leader,", "Md Salim, the state secretary",
     "Md Salim, addressing a rally in Malda", "Md Salim, too,", "Md Salim, a leader, on Sunday,"],
)  # fmt: skip
@pytest.mark.parametrize(
    "said", ["the ISF wants a pact", "the ISF, the JUP and the RSP want a pact"]
)
def test_a_name_within_what_is_said_does_not_speak(lead: str, said: str, bengal: Region) -> None:
    assert speakers(f"{lead} said {said}.", "a pact", bengal) == {"Md Salim"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Congress met Md Salim, who said the ISF wanted a pact.", "Md Salim"),
        (
            "The Congress met Md Salim of the CPI(M), who later said the ISF wanted a pact.",
            "Md Salim",
        ),
        ("The JUP met Karim Sheikh, an ISF leader, who said it wanted a pact.", "Karim Sheikh"),
        ("The JUP met a senior leader of the ISF who said it wanted a pact.", "unnamed:ISF"),
        ("The JUP turned to the ISF, which said that it wanted a pact.", "ISF"),
        ("Nawsad Siddiqui criticised those who said the ISF wanted a pact.", "report"),
    ],
)
def test_who_is_the_one_named_before(text: str, speaker: str, bengal: Region) -> None:
    assert speakers(text, "a pact", bengal) == {speaker}


@pytest.mark.parametrize(
    "words",
    ["took to X to say that", "was categorical that", "informed the media that", "let slip that",
     "went on record to say that"],
)  # fmt: skip
def test_other_words_for_saying(words: str, bengal: Region) -> None:
    text = f"ISF leader Karim Sheikh {words} a pact was near."
    assert speakers(text, "a pact", bengal) == {"Karim Sheikh"}


def test_a_reply_is_whose_it_came_from(bengal: Region) -> None:
    text = '"We want a pact," came the reply from ISF leader Karim Sheikh.'
    assert speakers(text, "a pact", bengal) == {"Karim Sheikh"}
