"""What must hold when any two names are compared."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kashf.domain.reasons import ReasonCode
from kashf.entities.comparing.compare import MAYBE, SAME, compare, first_pass, prepare

_ARABIC: str = "أبو ابو بن ال عبد الرحمن محمد خالد الشمالي الشامي العدناني شركة لواء م الدين نور الشيخ و خaلid ١٢"
_OTHERS: str = "abu bin al-Shamali Mohammed Mohamed M. Abdulrahman Khaled , - LLC Trading 12 Шамали Şemali x Sheikh of 😀"
WORDS = st.sampled_from([*_ARABIC.split(), *_OTHERS.split(), "\u202e", "\u200f", "\x00"])
NAMES = st.one_of(st.lists(WORDS, max_size=7).map(" ".join), st.text(max_size=30))


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None)
def test_two_names_are_as_alike_one_way_as_the_other(left: str, right: str) -> None:
    one, other = prepare(left), prepare(right)

    assert compare(one, other).score == compare(other, one).score
    assert 0 <= first_pass(one, other) <= 1


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None)
def test_scores_lie_between_none_and_all(left: str, right: str) -> None:
    found = compare(prepare(left), prepare(right))

    assert 0 <= found.score <= 1
    assert all(0 <= part.score <= 1 and part.why and (part.left or part.right) for part in found.parts)


@given(NAMES)
@example("الرحمن خaلid خaلid خaلid خaلid")
@settings(max_examples=300, deadline=None)
def test_a_name_with_a_word_in_it_is_itself(name: str) -> None:
    prepared = prepare(name)
    found = compare(prepared, prepared)

    if any(doubt.code is ReasonCode.NO_NAME for doubt in found.doubts):
        assert MAYBE <= found.score < SAME
    elif prepared.is_cut:  # What was cut off may differ.
        assert MAYBE <= found.score <= 1
    else:
        assert float(bool(prepared.atoms)) == found.score


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None)
def test_each_part_of_two_names_is_laid_down_once(left: str, right: str) -> None:
    one, other = prepare(left), prepare(right)

    shown = [part.left for part in compare(one, other).parts if part.left]

    assert sorted(" ".join(shown).split()) == sorted(" ".join(atom.shown for atom in one.atoms).split())
