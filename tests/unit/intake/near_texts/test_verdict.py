from __future__ import annotations

from collections.abc import Mapping

from kashf.intake.near_texts.compared_text import ComparedText, compared_text
from kashf.intake.near_texts.verdict import near_share

PRINTED = "every letter of this office bears a number and the seal of its keeper and is answered within a week"
#: What the steps to words tell that are filled in; those to all others tell nothing.
TOLD = {"ada": 2.0, "stone": 3.0, "ten": 2.0, "sacks": 2.0, "six": 2.0, "drums": 2.0, "mill": 2.0, "ford": 1.0, "gate": 1.0}


def a_letter(filled_in: str, *, is_scan: bool = False, told: Mapping[str, float] = TOLD) -> tuple[ComparedText, list[float]]:
    text = compared_text([f"{PRINTED} {filled_in} {PRINTED}"], is_scan=is_scan)
    return text, [told.get(word, 0.0) for word in text.words[1:]]


def share(one: tuple[ComparedText, list[float]], other: tuple[ComparedText, list[float]]) -> float:
    return near_share(one[0], other[0], one[1], other[1])


def test_what_stands_on_either_side_alone_differs_as_what_stands_at_one_place_does() -> None:
    """Both name the mill, before and behind what else they say, so that nothing stands beside anything."""
    one = a_letter("ten sacks from the mill to the ford by ada stone")
    other = a_letter("from the mill with six drums to the gate by ada stone")

    assert 0 == share(one, other)
    assert 0.9 < share(one, a_letter("ten sacks from the mill to the gate by ada stone")) < 1
    assert 0.9 < share(one, a_letter("ten sacks from the mill to the gate by ada stone and by the six")) < 1


def test_a_printed_word_that_was_misread_in_both_is_no_likeness() -> None:
    told = {"ten": 4.0, "six": 4.0, "neeber": 9.0, "nomder": 9.0, "number": 0.0}
    one = a_letter("ten", is_scan=True, told=told)
    other = a_letter("six", told=told)
    misread = [
        (ComparedText(tuple(how if word == "number" else word for word in text.words), text.addressed, text.fields, text.is_scan), how)
        for (text, _), how in ((one, "neeber"), (other, "nomder"))
    ]

    assert 0 == share(*((text, [told.get(word, 0.0) for word in text.words[1:]]) for text, _ in misread))
