"""Help: the keys, the query language and what the words of the interface mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.show.wording import wording
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Queries to try, each with what it shows.
QUERIES: Final = (
    ("قلعة withdraw", "both"),
    ("قلعة OR citadel", "or"),
    ("citadel NOT bridge", "not"),
    ('"heavy weapons"', "phrase"),
    ('"heavy weapons"~2', "slop"),
    ("Shamali~", "fuzzy"),
    ("withdr*", "prefix"),
    ("source:courier", "source"),
    ("from:Sami", "from"),
    ("to:Karim", "to"),
    ("date:2014-10..2014-12", "date"),
    ("file-date:2015", "file_date"),
    ("lang:ar", "lang"),
    ("type:pdf", "type"),
    ("origin:ocr", "origin"),
    ('field:go-between="Abu Omar"', "field"),
)
#: Words of the interface that are explained.
WORDS: Final = ("found", "document", "duplicate", "partial", "receipt", "head", "place", "aside", "confidence")

Told = tuple[tuple[str, str, str], ...]


def view(_: Context, params: ScreenParams) -> Told:
    """Return what is explained, as rows of group, what and its meaning in the interface's language."""
    say = wording(params.lang or "en")
    queries = [("query", query, str(say(f"query.{what}"))) for query, what in QUERIES]
    return (*queries, *(("word", str(say(f"word.{word}")), str(say(f"word_means.{word}"))) for word in WORDS))


def page(_: Visit[ScreenParams, Told]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"queries": QUERIES, "words": WORDS}


def data(visit: Visit[ScreenParams, Told]) -> object:
    """Return the same as a list of objects."""
    return [{"group": group, "what": what, "means": means} for group, what, means in visit.answer]


def rows(visit: Visit[ScreenParams, Told]) -> Spreadsheet:
    """Return the same as rows."""
    return Spreadsheet("help", ("group", "what", "means"), visit.answer)


HELP: Final = Screen("/help", ScreenParams, view, "help.html", page, data, rows)
