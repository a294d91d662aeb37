from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markupsafe import escape

from kashf.evidence.precedence.result import Conclusion, Dates, PrecedenceResult
from kashf.evidence.precedence.rows.inputs import read_orders
from kashf.evidence.precedence.sentences import CALLED
from kashf.publish.figures import alone, lead_time_plot, sweep_plot
from kashf.publish.precedence_page import Provenance, precedence_page
from tests.unit.evidence.precedence.made import events_of, order_rows, orders_of, result_of

MADE_FROM = Provenance("", "p" * 64, "every letter of 2031 that orders a withdrawal", "o" * 64, "e" * 64, "1.2")
ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
FORESEEN = [(town, when - 3) for town, when in ATTACKS]
SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    SCRIPT,
    '"><img src=//evil.example/x onerror=alert(1)>',
    "</style></title>&amp;",
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "\u202eevil",
)
#: What may stand in a page that asks nobody for anything; svg is drawn in it.
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "p", "h1", "h2", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("div", "code", "time", "bdi", "br", "svg", "rect", "polygon", "polyline", "line", "circle", "text"),
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in {"meta", "br", "rect", "polygon", "polyline", "line", "circle"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"rect", "polygon", "polyline", "line", "circle"}:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert [] == reader.open
    return reader


@pytest.fixture(scope="module")
def result() -> PrecedenceResult:
    return result_of(orders_of(FORESEEN), events_of(ATTACKS))


def test_the_same_result_gives_the_same_bytes(result: PrecedenceResult) -> None:
    again = result_of(orders_of(FORESEEN), events_of(ATTACKS))

    assert precedence_page(result, MADE_FROM).encode() == precedence_page(again, MADE_FROM).encode()


def test_a_page_asks_nobody_for_anything_and_runs_nothing(result: PrecedenceResult) -> None:
    page = precedence_page(result, MADE_FROM)
    reader = _read(page)

    assert reader.tags <= TAGS
    assert not {name for name in reader.attributes if name.startswith("on")} | (reader.attributes & {"src", "href", "style", "action"})
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page
    assert [] == re.findall(r"https?://", page)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_the_tables_and_of_the_plan_are_words_on_the_page(words: str) -> None:
    rows = [row | {"id": f"{words}{n}", "place": words, "group": words * n} for n, row in enumerate(order_rows(FORESEEN, doubt=1))]
    hostile = result_of(read_orders(rows), events_of(ATTACKS))
    hostile = replace(hostile, verdict=Conclusion.DEPENDS_ON_DATES, unused={words: 1}, events_unused={words: 2})

    page = precedence_page(hostile, Provenance(words, "p" * 64, words, "o" * 64, "e" * 64, "1.2"))

    assert _read(page).tags <= TAGS
    assert words in _read(page).text
    if escape(words) != words:
        assert words not in page


def test_words_that_turn_the_direction_stay_inside_of_their_own_place(result: PrecedenceResult) -> None:
    rows = [row | {"id": f"\x1b\u202e{n}", "place": "\u2067قلعة"} for n, row in enumerate(order_rows(FORESEEN))]

    hostile = replace(result_of(read_orders(rows), events_of(ATTACKS)), verdict=Conclusion.DEPENDS_ON_DATES, unused={"\u2067": 1})
    hostile = replace(hostile, dates=Dates(1, 0.1, 0.1, 0.1, ("\u202e0", "\u20691")))

    page = precedence_page(hostile, MADE_FROM)

    assert not set("\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067") & set(page)
    assert 3 == page.count("\u2068") == page.count("\u2069")  # two dates, and why orders were left out
    assert "<bdi>⇠قلعة</bdi>" in page


@pytest.mark.parametrize("verdict", Conclusion)
def test_every_verdict_has_a_page_with_what_is_not_shown(result: PrecedenceResult, verdict: Conclusion) -> None:
    text = _read(precedence_page(replace(result, verdict=verdict), MADE_FROM)).text

    assert f"{CALLED[verdict][:1].upper()}{CALLED[verdict][1:]}" in text
    assert "Not shown: who knew" in text
    assert "was decided by whoever passed them on" in text


def test_a_page_says_first_what_has_to_be_said_first_and_holds_the_hashes(result: PrecedenceResult) -> None:
    page = precedence_page(result, replace(MADE_FROM, notice="No plan was frozen.", plan_sha256="", rule=""))

    assert page.index("No plan was frozen.") < page.index("<h1>")
    for told in ("none was frozen", "a rule that nobody has written down", "o" * 64, "e" * 64, "10 = 10 used", "212 = 212 used"):
        assert told in page


def test_a_page_without_any_order_that_could_be_used_is_still_a_page() -> None:
    nothing = result_of(orders_of([(0, 1)]), events_of(ATTACKS))

    text = _read(precedence_page(nothing, MADE_FROM)).text

    assert "1 = 0 used + 1 not used (outside of what the catalogue has seen)" in text


def test_a_p_that_is_shown_is_never_0(result: PrecedenceResult) -> None:
    text = _read(precedence_page(result, MADE_FROM)).text

    assert "< 0.0001" in text
    assert "0.0000" not in text


def test_drawings_have_a_title_stay_in_their_frame_and_colour_nothing_else(result: PrecedenceResult) -> None:
    for drawing in (lead_time_plot(result.leads, (1, 7)), sweep_plot(result.sweep, 0.05)):
        assert "<title>" in drawing
        numbers = [float(number) for number in re.findall(r'(?:x|y|x1|x2|y1|y2|cx|cy)="(-?[0-9.]+)"', drawing)]
        assert min(numbers) >= 0
        assert max(numbers) <= 760
    _, _, style = alone(lead_time_plot(result.leads, (1, 7))).partition("<style>")
    selectors = re.findall(r"([.\w -]+?) \{|, ([.\w -]+?)(?=,| \{)", style.partition("</style>")[0])
    assert 7 < len(selectors)
    assert {".kashf-figure"} == {("".join(selector)).split()[0] for selector in selectors}
