"""Whatever stands in a field, it is read without a fault; what cannot be seen changes no key."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import FuzzyDate
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.field_values.field_parts import read_field
from kashf.language.field_values.read_values import read_value
from kashf.language.field_values.value_states import value_state

#: What people write, so that runs of it are met more often than chance has them.
WRITTEN = st.sampled_from(
    [
        *"0123456789٠١٢٣۴۵/-.,:؛،()[]☐☒✓×+…ـ",
        " ",
        "\n",
        "\u200f",
        "أبو ",
        "محمد",
        "لا ",
        "نعم",
        "يوجد",
        "سويدي",
        "أيار ",
        "محرم ",
        "1990",
        "هـ",
        "A",
        "yes",
    ]
)
#: Also what no field holds.
TEXTS = st.one_of(st.text(max_size=60), st.lists(WRITTEN, max_size=16).map("".join))
KINDS = st.sampled_from(FieldKind)
FILLED_IN = FuzzyDate.on(dt.date(2014, 8, 20))
VALUES = (
    *("أبو محمد الشمالي", "سويدي", "25 أيار 1990", "5/3/1990", "15 محرم 1436", "نعم", "لا يوجد"),
    *("0944 123 456", "طبخ، خياطة", "خمسة", "A+"),
)
UNSEEN = st.sampled_from("ـ\u064b\u064e\u0651\u200e\u200f\u202b\u2067\u061c")
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


@given(KINDS, TEXTS)
def test_any_text_is_read_as_any_kind(kind: FieldKind, text: str) -> None:
    read = read_value(kind, text, written=FILLED_IN)

    assert read.key or read.is_doubtful


@given(TEXTS)
def test_any_text_is_a_label_or_none(label: str) -> None:
    proposal = propose_kind(label)

    assert proposal.kinds
    assert 0 <= proposal.score <= 1


@given(st.lists(KINDS, min_size=1, max_size=5, unique=True), TEXTS)
def test_parts_lie_within_the_value_one_for_each_kind(kinds: list[FieldKind], text: str) -> None:
    parts = read_field(kinds, text, written=FILLED_IN)

    assert kinds == [part.kind for part in parts]
    assert all(0 <= part.start <= part.end <= len(text) for part in parts)
    assert all((part.value is None) <= (part.state is not FieldState.FILLED) for part in parts)


@given(KINDS, st.sampled_from(VALUES), st.lists(st.tuples(st.integers(1, 20), UNSEEN), max_size=4))
def test_what_cannot_be_seen_changes_neither_state_nor_key(kind: FieldKind, text: str, marks: list[tuple[int, str]]) -> None:
    marked = text
    for place, mark in marks:
        at = min(place, len(marked))
        if marked[at - 1].isalpha() and marked[at - 1] > "ء":  # Vowels and tatweel stand behind letters.
            marked = marked[:at] + mark + marked[at:]

    assert (value_state(text, kind), read_value(kind, text).key) == (value_state(marked, kind), read_value(kind, marked).key)


@given(KINDS, st.sampled_from(VALUES), st.sampled_from(DIGITS[:2]))
def test_digits_of_either_set_say_the_same(kind: FieldKind, text: str, digits: str) -> None:
    written = text.translate(str.maketrans(DIGITS[0], digits))

    assert read_value(kind, text).key == read_value(kind, written).key
