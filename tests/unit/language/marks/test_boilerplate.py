from __future__ import annotations

from itertools import pairwise

import pytest

from kashf.domain.document import Page
from kashf.language.marks.boilerplate import boilerplate


def _shown(text: str) -> str:
    return Page(1, text, marks=boilerplate(text)).shown()


TICKER = """Advertisement
Qasr markets closed
  • NORTH 225

    38,079.70
    +117.90 (+0.31%)
\u0020\u0020\u0020\u0020\u00a0
  • COPPER

    82.77
    -0.08 (-0.10%)

  • SALT FUTURES

    2,396.00
    0.00 (0.00%)

"""
ARTICLE = """Files show who sold the oil

The files, seen by this paper, name 22 drivers.

"We took 5% of the load," one of them said.

:: A deal to trade oil for fertiliser and;

It is a long story."""


def test_a_ticker_above_an_article_goes_and_every_sentence_stays() -> None:
    assert ARTICLE == _shown(TICKER + ARTICLE)


def test_an_advertisement_between_two_paragraphs_goes_with_one_of_the_empty_lines() -> None:
    assert "One.\n\nTwo." == _shown("One.\n\nADVERTISEMENT\n\nTwo.")


def test_menus_and_notices_go_when_several_of_them_say_that_this_is_a_web_page() -> None:
    menus = ("Skip to content\nSign in\n", "Share on Facebook\nRelated articles\n© 2014 The Daily Lantern. All rights reserved.")

    assert "The bridge is closed.\n" == _shown("The bridge is closed.\n".join(menus))


def test_arabic_menus_go_too() -> None:
    text = "تسجيل الدخول\nأغلق الجسر صباح اليوم.\nاقرأ أيضا: خبر آخر\nتابعنا على الشبكات\n"

    assert "أغلق الجسر صباح اليوم.\n" == _shown(text)


def test_the_name_of_the_site_goes_where_it_comes_again_and_again() -> None:
    text = "Daily Lantern\nADVERTISEMENT\nOne thing happened.\nDaily Lantern\nRead more\nAnother thing happened.\nDaily Lantern\n"

    assert "One thing happened.\nAnother thing happened.\n" == _shown(text)


def test_a_ticker_on_one_line_goes() -> None:
    text = "ADVERTISEMENT\nNORTH 7,895 +2 (+0.2%) SOUTH 1,200 -3 (-0.4%) EAST 88 +1 (+1.1%)\nNews of the day.\n"

    assert "News of the day.\n" == _shown(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Order no. 14\nTo all units\n\nRead more about this in the annex.\nThe Emir\n", id="a letter"),
        pytest.param("".join(f"{n}\tKarim Dalloul\t{n * 120}\t+{n}\n" for n in range(40)), id="a register"),
        pytest.param("Unpaid\nUnpaid\nUnpaid\nPaid\nUnpaid\n", id="a column of a register"),
        pytest.param("Wheat\n120 (12%)\nBarley\n45 (4%)\nSalt\n9 (1%)\nOil\n300 (30%)\n", id="shares of a whole"),
        pytest.param("إعلان\n\nتعلن اللجنة عن فتح باب التسجيل.\n", id="a proclamation"),
        pytest.param("Share\n\nEach fighter takes one share of the load.\n", id="one word that web pages use too"),
        pytest.param("12.5\n13.0\n-0.5\n14.25\n", id="a column of numbers"),
        pytest.param("Prices\n\nBread +2 (+10%)\n", id="one change of a price"),
    ],
)
def test_letters_registers_and_tables_of_numbers_stay_whole(text: str) -> None:
    assert () == boilerplate(text)


def test_marks_lie_in_order_and_do_not_overlap() -> None:
    marks = boilerplate(TICKER + ARTICLE + "\n\nADVERTISEMENT\n\nMore.\nRead more\n")

    assert len(marks) >= 2
    assert all(left.end < right.start for left, right in pairwise(marks))
