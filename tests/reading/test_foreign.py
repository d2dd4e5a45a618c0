"""What is not English is dropped with a problem row, and never half-read."""

from pathlib import Path

import pytest

from tieup.articles import load
from tieup.reading import read
from tieup.regions import Region

FOREIGN = {
    "Hindi": "कांग्रेस और वाम मोर्चा में सीटों पर बात जारी है, ISF ने कहा",
    "Bengali": "কংগ্রেস ও বামফ্রন্ট আসন নিয়ে কথা বলছে, ISF জানাল",
    "Tamil": "காங்கிரஸ் கூட்டணி குறித்து பேச்சு நடக்கிறது",
    "Marathi": "काँग्रेस आणि शिवसेना यांच्यात जागावाटपाची चर्चा सुरू आहे",
    "Assamese": "কংগ্ৰেছ আৰু বাওঁপন্থী দলে আসন লৈ আলোচনা কৰিছে",
    "romanised Hindi": "Congress aur Left ke beech seat par baat chal rahi hai lekin kuch tay nahi hua",
    "romanised Bengali": "Jot niye kotha cholche, kintu Congress er theke ekhono kichu bole nei ISF",
    "romanised Marathi": "Congress ani Shiv Sena yanchyat jagavatpachi charcha suru ahe pan nirnay zala nahi "
    * 4,
    "romanised Tamil": "Kootani patri pechu nadakkirathu endru katchi thalaivar sonnar aanal mudivu illai "
    * 4,
    "mostly Hindi": "Talks between the Congress and the Left are to go on. "
    + "कांग्रेस और वाम मोर्चा में सीटों पर बात जारी है। नेता ने कहा कि फिर बैठक होगी। " * 2,
}
ENGLISH = (
    "The Congress said that talks with the Left Front were on. “{}”, the crowd heard from the stage, "
    "and the leaders of both parties left for a meeting on the seats that each is to contest."
)
QUOTED = (
    "हम अकेले लड़ेंगे, किसी से गठबंधन नहीं",
    "আমরা একাই লড়ব",
    "Hum akele ladenge, kisi se gathbandhan nahi hoga",
)


def written(folder: Path, text: str) -> Path:
    file = folder / "2026-01-05.txt"
    file.write_text(f"date 2026-01-05\n\n{text}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("language", FOREIGN)
def test_an_article_that_is_not_english_is_dropped_and_told(language: str, tmp_path: Path) -> None:
    loaded = load([written(tmp_path, FOREIGN[language])])
    assert not loaded.articles
    (problem,) = loaded.problems
    assert problem.lost
    assert problem.wrong.startswith("not English")


@pytest.mark.parametrize("quote", QUOTED)
def test_an_english_article_that_quotes_another_language_is_read(
    quote: str, tmp_path: Path, bengal: Region
) -> None:
    loaded = load([written(tmp_path, ENGLISH.format(quote))])
    assert not loaded.problems
    (article,) = loaded.articles
    assert quote in article.text
    assert read(article, bengal).statements
