"""Wire stories of an invented state, written for the tests, and the ways in which outlets copy them."""

from datetime import date

from tieup.articles import Article

DAY = date(2026, 3, 2)

STORIES = {
    "ferry": (
        "Port Alden, Mar 2 (PTI) The Harbour Party on Monday shut the door on sharing seats with "
        "the River Front, three weeks after both had marched together against the new ferry tolls. "
        'Party president Nila Marsh told reporters that the tolls were "one quarrel, not a '
        'marriage". She said the state committee had voted 31 to 9 for standing in every seat of '
        "the coast. The River Front had offered the party eleven seats, among them Alden East and "
        "the island of Corrow. Its convener, Tomas Reed, called the vote hasty and hoped that the "
        "party would think again before nominations close. Observers say that a split would help "
        "the ruling Union League in at least eight constituencies. The two parties fought apart in "
        "the last election and finished third and fourth."
    ),
    "hills": (
        "Kestrel, Mar 2 (ANI): Four parties of the northern hills agreed on Monday to put up one "
        "candidate in each of the region's fourteen seats. The Hill Congress will stand in seven, "
        "the Miners' Party in four, and two smaller groups in the rest. The pact was signed at the "
        "old assembly hall after talks that lasted until two in the morning. Hill Congress leader "
        "Asha Brandt said a joint programme on roads and clinics would follow within ten days. The "
        "Miners' Party gave up its claim to Lower Kestrel, which had held up the talks since "
        "January. The Union League said the pact brought together people who agree on nothing but "
        "their wish for office. Voters of the hills go to the polls in the second phase."
    ),
    "letter": (
        "Maren, Mar 2 (IANS) The River Front has written to the Farmers' Assembly to ask for talks "
        "about the coming state election, sources in both said. The letter, dated February 26, "
        "names no number of seats and proposes a meeting of two delegates from either side. An "
        "office-bearer of the Farmers' Assembly confirmed that it had arrived and said that the "
        "executive would take it up on Thursday. Some of its district units want to go alone, and "
        "the unit of Upper Maren has already named candidates. In the election before last the two "
        "shared 120 seats and won 46 of them. They parted over the price of cane a year later. The "
        "River Front's convener did not answer calls."
    ),
    "dispute": (
        "Port Alden, Mar 2 (PTI) A claim by the New Dawn movement that it will stand with the "
        "Harbour Party was denied within hours on Monday. Movement founder Idris Cole had told a "
        "rally in Saltmarket that the understanding was complete and would be announced soon. "
        "Harbour Party spokesman Lee Anders said that nobody of the party had met Cole or spoken "
        "with him. Cole replied that Anders was not informed of what the president did. The party "
        "later put out a statement in which president Nila Marsh backed her spokesman. New Dawn "
        "was founded in December by former members of the Union League and has no seat in the "
        "assembly. It says that it has forty thousand members in the port alone."
    ),
    "numbers": (
        "Weir City, Mar 2 (UNI) The Union League will contest 140 of the 180 seats and leave the "
        "remaining 40 to three allies, general secretary Oren Vale announced on Monday. The Land "
        "Party gets 22, the People's Guild 12 and the Lake Conference six. Vale said the lists of "
        "all four would be out by the weekend and that no seat was still in dispute. The Guild had "
        "asked for twenty and held two rounds of talks with the chief minister. Its chairwoman, "
        "Perla Okoye, said she was content because the six added seats were ones it could win. In "
        "the last election the four together took 97 seats. The opposition has not yet begun to "
        "divide its own."
    ),
    "walkout": (
        "Maren, Mar 2 (PTI) The Lake Conference walked out of the government's front on Monday and "
        "said that it would decide within a week whom to support. Its leader, Anton Freese, blamed "
        "broken promises over the dam at Teal Gorge, where 4,000 families await new land. He had "
        "set the chief minister a deadline that passed on Sunday night. Two of the party's five "
        "legislators stayed away from the meeting and are said to favour remaining. The Union "
        "League does not need the Conference for its majority. The River Front said its doors were "
        "open to all who had been let down. Freese said he had talked to nobody and would first "
        "hear his district committees."
    ),
    "youth": (
        "Kestrel, Mar 2 (ANI): The youth wing of the Hill Congress on Monday demanded a third of "
        "the party's tickets for candidates below forty. Its chief, Ren Castell, handed a list of "
        "names to the state election committee after a march through the capital of the hills. He "
        "said the wing would campaign for nobody who had lost twice. The committee's chairman "
        "promised an answer before the first list is published. Older leaders reminded the wing "
        "that only four of the party's seven seats under the pact can be won. A similar demand was "
        "turned down five years ago. Castell said that no one intended to leave the party."
    ),
}

#: Other words for some of those in the stories, as a rewriting desk would choose.
OTHER_WORDS = {
    "on Monday": "earlier in the day", "told reporters": "informed the press", "said": "stated",
    "agreed": "resolved", "offered": "proposed to give", "called": "described",
    "demanded": "sought", "announced": "declared", "will contest": "is to fight",
    "denied": "rejected", "within hours": "the same day", "signed": "sealed", "leader": "head",
    "the coming": "the forthcoming", "talks": "negotiations", "promised": "assured",
    "asked for": "wanted", "sources in both": "people in both parties", "names": "mentions",
    "blamed": "cited", "backed": "stood by", "founded": "set up", "party": "outfit",
}  # fmt: skip
FURNITURE = "Also read: What the polls say\n\nSubscribe to our newsletter\n\n{}\n\nTrending now\n"


def sentences(story: str) -> list[str]:
    """The sentences of a story."""
    found = story.replace('." ', '."\n').replace('". ', '".\n').replace(". ", ".\n").split("\n")
    return [said for said in found if said]


def body(story: str) -> str:
    """A story without its dateline."""
    return story[story.index(")") + 1 :].lstrip(": ")


def whole(story: str) -> str:
    """As the agency sent it."""
    return story


def trimmed(story: str) -> str:
    """Without its last two fifths."""
    said = sentences(story)
    return " ".join(said[: len(said) - len(said) * 2 // 5])


def truncated(story: str) -> str:
    """Cut off in the middle of a word."""
    return story[: len(story) // 2] + "..."


def reworded(story: str) -> str:
    """With other words for some."""
    for word, other in OTHER_WORDS.items():
        story = story.replace(f" {word}", f" {other}")
    return story


def reordered(story: str) -> str:
    """With the sentences after the first from last to first."""
    first, *rest = sentences(body(story))
    return " ".join([first, *reversed(rest)])


def retitled(story: str) -> str:
    """Under another headline, between an outlet's furniture, with paragraphs."""
    return "A headline of our own\n\n" + FURNITURE.format("\n\n".join(sentences(body(story))))


def curled(story: str) -> str:
    """With curly quotes and capitals at the start."""
    first, rest = body(story).split(" ", 1)
    return first.upper() + " " + rest.replace(' "', " “").replace('"', "”").replace("'", "’")


WAYS = (trimmed, truncated, reworded, reordered, retitled, curled)


def article(text: str, *, day: date = DAY, name: str = "", outlet: str | None = None) -> Article:
    """A text as an article of a day."""
    return Article(id=name or f"{len(text)}-{day}", published=day, text=text, outlet=outlet)
