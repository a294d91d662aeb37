"""A report as one page that needs nothing else: no request, no script, printable, light and dark, in English and Arabic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from kashf.errors import UsageError
from kashf.language.words.visible import visible_name
from kashf.publish.report.quote_selectors import selectors
from kashf.publish.report.report_figures import chances_drawing, days_drawing

_ARABIC: Final = re.compile("[\u0600-\u06ff]")


class ReportWords(Protocol):
    """The words of the interface in one language."""

    @property
    def code(self) -> str:
        """Of the language: "en" or "ar"."""
        ...

    @property
    def direction(self) -> str:
        """Which way the page runs: "rtl" or "ltr"."""
        ...

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the words for `key`, with its placeholders filled and escaped."""
        ...

    def number(self, n: float, *, decimals: int = 0) -> str:
        """Return a number as this language writes it."""
        ...

    def digits(self, text: str) -> str:
        """Return digits as this language writes them."""
        ...

    def written_day(self, untrusted_iso: str) -> str:
        """Return a day or a month in words."""
        ...


def report_page(told: Mapping[str, Any], say: ReportWords, *, public: bool = False) -> str:
    """Return the page as HTML. The same report gives the same bytes; every word of it is escaped.

    Args:
        told: The report's JSON.
        say: The words of a language.
        public: One page for everybody, "how we know": the sentences, what they rest on in short, and where they are weakest.

    Raises:
        UsageError: It is no whole report.
    """
    template = _environment().get_template("how_we_know.html" if public else "report.html")
    try:
        drawn = {
            "chances": chances_drawing(told["findings"], str(say("report.chances"))),
            "days": days_drawing(told["findings"], str(say("report.days_means"))),
        }
        return template.render(report=told, method=told["method"], say=say, is_arabic=lambda text: bool(_ARABIC.search(text)), **drawn)
    except (UndefinedError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError("report.json is no whole report of this kashf", code="no-report") from error


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kashf.publish"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"words": _words, "key": lambda code: str(code).replace("-", "_"), "selectors": selectors, "lines": _lines}
    return environment


def _words(untrusted_text: str) -> Markup:
    """Return words of a paper or a person, which may be of any script and mean harm, for a line of the page."""
    return Markup("<bdi>{}</bdi>").format(visible_name(str(untrusted_text)))


def _lines(untrusted_text: str) -> Markup:
    """Return words of several lines, each in a line of its own."""
    return Markup("<br>").join(_words(line) for line in str(untrusted_text).splitlines() if line.strip())
