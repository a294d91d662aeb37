"""Numbers of a sentence are bound to words, testimony, dates or a lead, or told."""

from __future__ import annotations

import pytest

from kashf.publish.report.number_binding import bind_numbers, stands_in

GROUNDS = [("1.1", "quoted", "أرسلوا ٤٠ شاحنة، ١٬٢٠٠ رجل"), ("1.2", "said", "I saw 7 of them.")]


@pytest.mark.parametrize(
    ("sentence", "bound", "unbound"),
    [
        ("They sent 40 trucks.", [("40", "quoted", "1.1")], ()),
        ("They sent ٤٠ trucks and 1200 men.", [("٤٠", "quoted", "1.1"), ("1200", "quoted", "1.1")], ()),
        ("Of them 7 came on 24 November 2013.", [("7", "said", "1.2"), ("24", "date", ""), ("2013", "date", "")], ()),
        ("They sent 41 trucks.", [], ("41",)),
        ("It holds 16:1 over the nearest other.", [("16", "lead", ""), ("1", "lead", "")], ()),
        ("They sent trucks.", [], ()),
    ],
)
def test_each_number_is_bound_to_the_first_that_has_it(sentence: str, bound: list[tuple[str, str, str]], unbound: tuple[str, ...]) -> None:
    found, left = bind_numbers(sentence, GROUNDS, lead="16:1")
    assert (bound, unbound) == ([(each.words, each.bound, each.label) for each in found], left)
    assert all(sentence[each.start : each.end] == each.words for each in found)


def test_a_number_stands_in_a_text_whatever_its_digits() -> None:
    assert stands_in("1,200", GROUNDS[0][2])
    assert not stands_in("120", GROUNDS[0][2])
