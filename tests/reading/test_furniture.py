"""Lines that a page puts around its news are not read as news; sentences like them are."""

import pytest

from tieup.reading.text.sentences import sentences

FURNITURE = """
Also read: Left and Congress to meet again
ALSO READ | Left and Congress to meet again
Also Read - Left and Congress to meet again
READ | Congress goes alone
Read Full Story
Must Read: Congress goes alone
Related stories: Congress goes alone
Also see: Congress goes alone
WATCH | What the Congress says of talks
By Karim Sheikh
By Express News Service
Written by Karim Sheikh
Edited By: Karim Sheikh
Published: Jan 5, 2026
First Published: January 5, 2026
Published on: Jan 5, 2026
Last Updated : 5 January 2026, 10:12 IST
Updated on January 5, 2026
Share this article
Share via WhatsApp
Follow us on X
Follow The Paper on WhatsApp for Congress news
Join our Telegram channel for news of the Left
Subscribe to our newsletter
Sign up for our newsletter on the Congress
Get the latest news on the Congress
Disclaimer: what the Congress says is its own
Photo: Congress leaders at a rally
Image credit: PTI
File photo of Congress leaders
Representational image
LIVE
Live Updates: Congress and Left meet
Story continues below this ad
© 2026 The Paper
(With inputs from PTI)
(This story has not been edited by our staff)
Tags: Congress, Left Front, alliance
3 min read
"""
NEWS = """
Read my lips: the Congress said no.
By Sunday the Congress will decide.
By election day the Left will know.
By Friday: the Congress must answer
Published reports said the Congress was keen.
Updated lists were sent by the Left.
Edited lists of seats went to the Congress.
Live talks between the two went on.
Photo sessions were held by the Congress.
Follow us or fight alone, the Congress told the Left.
Join us, the Left told the Congress.
Share this burden, the Left told the Congress.
Watch what the Congress does, the Left said.
Related talks between the Left and the Congress failed.
See also what the Left says, said the Congress.
Download the list, the Congress told the Left.
Get the latest offer in writing, the Left told the ISF.
LIVE: Congress and Left seal deal
"""


@pytest.mark.parametrize("line", FURNITURE.strip().splitlines())
def test_furniture_is_no_news(line: str) -> None:
    news = "The talks are on."
    text = f"{news}\n{line}\n{news}"
    assert [span.of(text) for span in sentences(text)] == [news, news]


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_news_that_begins_like_furniture_is_read(line: str) -> None:
    assert sentences(line)
