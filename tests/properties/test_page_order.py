"""What a page says does not depend on the order in which a program wrote its letters."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kashf.sandboxed.engines.pdfium.reading_order import read_in_order
from tests.drawn import glyphs, numbered, seen

#: Letters that nothing is concluded from: not the article, not what only ends a word.
LETTERS = "بتثجحخدذرزسشصضطظعغفقكمنهوي"
MARKS = "\u064e\u064f\u0650\u0652"
letters = st.builds(str.__add__, st.sampled_from(LETTERS), st.sampled_from(["", *MARKS]))
arabic = st.lists(letters, min_size=3, max_size=6).map("".join)
numbers = st.sampled_from(["12", "26/11/2014", "14:30", "٢٦/١١/٢٠١٤", "٤٥٨", "25,000"])
#: Shorter than Arabic words, as what is mostly Latin is read from the left.
latin = st.sampled_from(["Al", "DE89", "Bo"])
#: Every other word is Arabic: a number beside a Latin word may belong to it.
lines = st.lists(st.tuples(arabic, st.one_of(arabic, numbers, latin)), min_size=1, max_size=4).map(
    lambda pairs: [*(word for pair in pairs for word in pair), "خبر"]
)


@given(lines, st.randoms(use_true_random=False))
def test_letters_of_a_line_in_any_order_are_read_as_they_stand(words: list[str], chance: Random) -> None:
    found = glyphs(seen(words))
    chance.shuffle(found)

    assert " ".join(words) == read_in_order(numbered(found))


@given(st.text(alphabet=LETTERS + MARKS + "لاأةى ()«»/-+.:12٣٤abX\ufffd", max_size=40), st.floats(0, 30))
def test_whatever_stands_on_a_line_nothing_is_lost_and_nothing_invented(text: str, step: float) -> None:
    found = glyphs(list(text), left=step)
    kept = sorted(_unmirrored(read_in_order(found)))

    assert sorted(_unmirrored("".join(glyph.text for glyph in found))) == kept


def _unmirrored(text: str) -> str:
    return "".join(text.split()).translate(str.maketrans(")»", "(«"))
