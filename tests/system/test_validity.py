"""Every page is HTML without a single parse error, as the standard's parser counts them."""

from flask import Flask
from html5lib import HTMLParser
from html5lib.html5parser import ParseError

from tests.builders import Person
from tests.crawling import every_page


def test_no_page_has_a_parse_error(app: Flask, alice: Person) -> None:
    faults = {}
    for page in every_page(app, alice):
        try:
            HTMLParser(strict=True).parse(page.text)
        except ParseError as fault:
            faults[f"{page.path} ({page.status})"] = str(fault)

    assert faults == {}
