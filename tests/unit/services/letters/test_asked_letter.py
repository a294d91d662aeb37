"""A letter is named by its document and by which letter of it; a wrong part is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Span
from kashf.domain.letters.letter_corrections import Saying
from kashf.errors import NotFoundError, UsageError
from kashf.services.correcting.correct_letter import take_correction_back
from kashf.services.letters.asked_letter import asked_letter, is_within, letters_asked
from kashf.services.letters.corrections.corrected_letters import CorrectionState, corrected_documents
from kashf.services.letters.list_letters import ListedLetter, list_letters
from tests.corrected import letter_case, read_letter_anew, say
from tests.stories.test_several_letters import ORDERS
from tests.transcribed import TypedCase

BUNDLE = "\f".join(ORDERS)


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path, BUNDLE)


def letters(made: TypedCase) -> list[ListedLetter]:
    with made.reading() as case:
        return sorted(list_letters(case, document=made.letter).letters, key=lambda each: each.id)


def numbers(made: TypedCase) -> list[str]:
    return [each.letter.number.normal if each.letter.number else "" for each in letters(made)]


def number_of_second(made: TypedCase) -> Span:
    start = ORDERS[1].index("103")
    return Span(made.letter, 2, start, start + 3)


def test_what_is_said_of_the_second_letter_is_of_it_alone_and_is_taken_back(made: TypedCase) -> None:
    decided = say(made, "number", "114", nth=2)

    assert ["101", "114", "104"] == numbers(made)
    assert [0, 1, 0] == [len(each.corrections) for each in letters(made)]
    with made.reading() as case:
        assert [2] == [told.nth for _, told in corrected_documents(case)]
    with made.as_person("Nour") as case:
        take_correction_back(case, decided.signed.id)
    assert ["101", "103", "104"] == numbers(made)


def test_each_letter_has_its_own_correction_of_one_field(made: TypedCase) -> None:
    for nth, number in ((1, "201"), (2, "203"), (3, "204")):
        say(made, "number", number, nth=nth)

    assert ["201", "203", "204"] == numbers(made)


def test_words_that_stand_in_each_letter_are_found_in_the_one_that_is_meant(made: TypedCase) -> None:
    say(made, "addressee", "كافة المكاتب", nth=3)

    (told,) = letters(made)[2].corrections
    assert told.place
    assert (3, ORDERS[2].index("كافة المكاتب")) == (told.place.page, told.place.start)


def test_an_act_is_counted_in_its_own_letter(made: TypedCase) -> None:
    say(made, "act.1.who", "الصيادين", nth=2)

    assert [None, "الصيادين", None] == [
        next((each.who.text for each in letter.letter.acts if each.who and each.who.rule == "corrected"), None) for letter in letters(made)
    ]


def test_a_letter_that_is_none_leaves_the_others_and_can_be_one_again(made: TypedCase) -> None:
    say(made, "letter", saying=Saying.NOT_SAID, nth=2)
    assert ["101", "104"] == numbers(made)

    say(made, "letter", "letter", nth=2)
    assert ["101", "103", "104"] == numbers(made)


def test_it_follows_its_letter_when_the_page_is_read_anew(made: TypedCase) -> None:
    say(made, "number", "114", nth=2)

    read_letter_anew(made, "\f".join((ORDERS[0], f"\n\n{ORDERS[1]}", ORDERS[2])))

    assert ["101", "114", "104"] == numbers(made)


def test_where_its_letter_is_gone_it_is_told_and_not_followed(made: TypedCase) -> None:
    say(made, "number", "114", nth=3)

    read_letter_anew(made, ORDERS[0])

    assert ["101"] == numbers(made)
    assert [CorrectionState.ADRIFT] == [each.state for each in letters(made)[0].corrections]


def test_which_of_several_must_be_said_and_must_be_there(made: TypedCase) -> None:
    with pytest.raises(UsageError, match=r"holds 3 letters: say which, [0-9a-f]{12}\.1 to [0-9a-f]{12}\.3"):
        say(made, "number", "114")
    with pytest.raises(NotFoundError, match="3; there is no 4"):
        say(made, "number", "114", nth=4)
    with pytest.raises(UsageError, match="in another letter"):
        say(made, "number", "103", nth=1, place=number_of_second(made))


def test_a_letter_is_named_by_a_beginning_and_a_number_behind_the_dot(made: TypedCase) -> None:
    with made.reading() as case:
        assert (made.letter, 2) == asked_letter(case.view, f"{made.letter[:12]}.2")
        assert (made.letter, 0) == asked_letter(case.view, made.letter)
        for bad in ("0", "-1", "x", "", "1.1", "٢", "9" * 7):
            with pytest.raises(UsageError, match="names no letter"):
                asked_letter(case.view, f"{made.letter}.{bad}")
        with pytest.raises(NotFoundError, match="name the document"):
            case.view.resolve(f"{made.letter}.2")


def test_a_place_lies_in_the_letter_that_begins_before_it(made: TypedCase) -> None:
    with made.reading() as case:
        there = letters_asked(case, made.letter, 2)

    assert [False, True, False] == [is_within(number_of_second(made), there, nth) for nth in (1, 2, 3)]
