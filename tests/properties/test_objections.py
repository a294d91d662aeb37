"""What must hold of any two names when something speaks against joining them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.entities.comparing.compare import MAYBE, SAME, compare, prepare, score
from kashf.language.person_names.vocabulary import GIVEN_NAMES

_GIVEN = sorted(GIVEN_NAMES)
GIVEN = st.sampled_from(_GIVEN)
FAMILY = st.sampled_from(["الوردي", "القطربي", "al-Wardi", "المرمري"])
TITLE = st.sampled_from(["", "الشيخ ", "Colonel ", "أمير ", "Haji "])
PARTICLE = st.sampled_from([" ", " بن ", " bin ", " بنت "])
PEOPLE = st.builds(lambda title, one, son, other, family: f"{title}{one}{son}{other} {family}", TITLE, GIVEN, PARTICLE, GIVEN, FAMILY)


@given(PEOPLE, PEOPLE, st.booleans())
@settings(max_examples=300, deadline=None)
def test_what_speaks_against_two_names_is_the_same_both_ways_and_lowers_their_score(left: str, right: str, from_ocr: bool) -> None:
    one, other = prepare(left), prepare(right)

    there, back = compare(one, other, from_ocr=from_ocr), compare(other, one, from_ocr=from_ocr)

    assert there.score == back.score == score(one, other, from_ocr=from_ocr)
    assert {reason.code for reason in there.doubts} == {reason.code for reason in back.doubts}
    assert there.score < SAME or there.score == 1 or not (there.doubts or there.warning)


@given(GIVEN, GIVEN, GIVEN, FAMILY)
@settings(max_examples=300, deadline=None)
def test_a_child_is_not_the_father_and_nobody_is_the_same_with_names_turned_round(one: str, father: str, other: str, family: str) -> None:
    child, parent = prepare(f"{one} بن {father} {family}"), prepare(f"{father} بن {other} {family}")

    assert score(child, parent) < SAME or one == father == other
    assert score(child, prepare(f"{father} بن {one} {family}")) < MAYBE or one == father


@given(GIVEN, FAMILY)
@settings(max_examples=200, deadline=None)
def test_a_mother_is_not_a_father_and_a_unit_is_no_man(name: str, family: str) -> None:
    assert score(prepare(f"أم {name} {family}"), prepare(f"أبو {name} {family}")) < MAYBE
    assert score(prepare(f"كتيبة {name} {family}"), prepare(f"{name} {family}")) < SAME
