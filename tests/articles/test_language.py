"""Whether a text is English."""

import pytest

from tieup.articles.language import foreign

ENGLISH = [
    "",
    "Talks.",
    "Left, Congress seal pact",
    "LEFT FRONT AND CONGRESS SEAL DEAL",
    "Left Front Congress ISF seat deal sealed",
    "TMC: 184, INC: 42, CPIM: 40",
    "Das meets De in Kolkata",
    "Rahul Das, Souza De, Biman La, El Hassan, Van Den Berg, Al Amin",
    "Das, De, La, El, Di, Den, Van and Par named for seven seats",
    "“Khela hobe”, the chief minister said again as the campaign began in the district.",
    'The slogan "साथ साथ" was heard when the two leaders came to the stage.',
    "Trinamool Congress Bharatiya Janata Party Forward Bloc Communist Party Marxist " * 3
    + "of the and in to",
]
FOREIGN = [
    ("कांग्रेस और वाम मोर्चा में सीटों पर बात जारी है", "Devanagari script"),
    ("কংগ্রেস ও বামফ্রন্ট আসন নিয়ে কথা বলছে", "Bengali script"),
    ("காங்கிரஸ் கூட்டணி பேச்சு", "Tamil script"),
    ("Коммунисты и Конгресс договорились", "Cyrillic script"),
    ("左翼阵线与国大党会谈", "Chinese or Japanese script"),
    ("Congress ke saath gathbandhan nahi hoga, neta ne kaha", "Hindi"),
    ("Congress er sathe jot hobe na, neta bolen, kintu kotha hobe", "Bengali"),
    ("Le Front de gauche et le Congrès ne sont pas encore d'accord sur les sièges", "French"),
    ("El Frente y el Congreso no han llegado a un acuerdo sobre los escaños", "Spanish"),
    ("Die Linke und der Kongress haben sich noch nicht auf die Sitze geeinigt", "German"),
    ("Parti itu tidak akan bertanding dengan rakan dalam pilihan raya ini", "Malay or Indonesian"),
    ("Vasemmisto kongressi neuvottelut paikat vaalit puolue " * 8, "another language"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes_however_short(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(("text", "language"), FOREIGN)
def test_other_languages_are_told(text: str, language: str) -> None:
    assert foreign(text) == language


@pytest.mark.parametrize("text", [text for text, _ in FOREIGN])
def test_a_foreign_quote_does_not_make_an_article_foreign(text: str) -> None:
    quote = text[:60]
    article = (
        "The leader of the party was asked about talks on Sunday and said that no decision had "
        f"been taken by the state unit. “{quote}”, he told the crowd, and left for a meeting with "
        "those who are to draw up the list of the seats that it would ask for."
    )
    assert foreign(article) is None
