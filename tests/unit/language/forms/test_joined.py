"""Forms without the signs that part letters and digits: the same of a text and of what is asked of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.language.forms.joined import joined, joined_whole, not_drawn_out


@pytest.mark.parametrize(
    ("text", "form"),
    [
        *((written, "250000") for written in ("250,000", "250.000", "250 000", "250'000", "٢٥٠٬٠٠٠", "٢٥٠,٠٠٠", "250\u00a0000")),
        *(("1,250.50", form) for form in ("1250", "1250.5")),
        *((written, "944550101") for written in ("+963 944 550 101", "00963-944-550101", "0944/550101", "(0944) 550-101", "٠٩٤٤ ٥٥٠ ١٠١")),
        *((written, "944550101") for written in ("963944550101", "+963944550101")),
        ("DE89 3704 0044 0532 0130 00", "de89370400440532013000"),
        ("DE89-3704-0044-0532-0130-00", "de89370400440532013000"),
        *((written, "ak47") for written in ("AK-47", "AK 47")),
        *((written, "4723ق") for written in ("٤٧٢/٣/ق", "٤٧٢ / ٣ / ق")),
        ("I.S.I.S.", "isis"),
        ("O'Brien", "obrien"),
        ("al-Shamali", "alshamali"),
        ("with-\ndrawal", "withdrawal"),
        ("#SaveTheBridge", "bridge"),
        ("کەرکووک", "كركوك"),
        ("XIV", "14"),
        *(
            (written, "2014-03-12")
            for written in ("12/3/2014", "12.03.2014", "2014-03-12", "12 March 2014", "١٢ آذار ٢٠١٤", "12 mars 2014")
        ),
        ("25 ذو الحجة 1435", "2014-10-19"),
    ],
)
def test_a_number_a_name_or_a_day_has_one_form_however_it_is_parted(text: str, form: str) -> None:
    assert form in {word.folded for word in joined(f"a {text} b")}
    assert form in joined_whole(text) or text.startswith("#")


@given(st.text(alphabet="aZ٤ 7-/.,+(XIV١٢March2014\n", max_size=60))
def test_all_that_is_looked_for_among_digits_has_a_digit(text: str) -> None:
    bare = {word for word in joined(text) if not any(letter.isdigit() for letter in word.folded)}

    assert bare == {word for word in joined(text, numbers=False) if not any(letter.isdigit() for letter in word.folded)}


@pytest.mark.parametrize("text", ["in 2014 he", "the bridge", "250000", "3.14159 of", "من حلب إلى الرقة", "1.2.3.4.5.6.7"])
def test_what_is_no_such_thing_has_no_form_that_it_is_not_written_in(text: str) -> None:
    assert not {word.folded for word in joined(text)} & {"in2014", "of314159", "314159", "250"}


def test_a_form_stands_where_the_whole_of_it_is_written() -> None:
    text = "call +963 944 550 101 now"

    assert "+963 944 550 101" in {text[word.start : word.end] for word in joined(text)}


@pytest.mark.parametrize(("word", "forms"), [("ياااارب", ("يارب", "ياارب")), ("soooo", ("so", "soo")), ("good", ())])
def test_a_word_that_is_drawn_out_has_its_letters_once_and_twice(word: str, forms: tuple[str, ...]) -> None:
    assert forms == not_drawn_out(word)


@given(st.text(st.one_of(st.sampled_from("0123 -./,+()'aIVXAK\n"), st.characters(codec="utf-8")), max_size=200))
def test_forms_lie_in_any_text_in_order(text: str) -> None:
    found = joined(text)

    assert all(0 <= word.start < word.end <= len(text) and word.folded for word in found)
    assert found == sorted(found)
