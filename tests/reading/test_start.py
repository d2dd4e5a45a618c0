"""A reading starts soon: it loads nothing heavy that reading an article does not need."""

import json
import subprocess
import sys

READ_ONE = """
import json, sys
from datetime import date
from tieup.articles import Article
from tieup.reading import read
from tieup.regions import RegionChoice
article = Article(
    id="one", published=date(2025, 12, 28),
    text="Kolkata: The ISF will hold talks with the Left Front on an alliance, Nawsad Siddiqui said.",
)
found = read(article, RegionChoice().of_article(article)).statements
print(json.dumps([len(found), sorted(name for name in sys.modules if "." not in name)]))
"""


def test_reading_an_article_loads_no_heavy_library() -> None:
    done = subprocess.run([sys.executable, "-c", READ_ONE], check=True, capture_output=True)
    count, loaded = json.loads(done.stdout)
    assert count
    heavy = {"numpy", "pyarrow", "holidays", "sqlalchemy", "altair", "rich", "scipy"}
    assert not heavy & set(loaded)
