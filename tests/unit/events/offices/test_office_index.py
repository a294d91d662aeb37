"""Which office is which among the letters of a pile."""

from hypothesis import given
from hypothesis import strategies as st

from kashf.events.offices.office_index import OfficeIndex, OfficeKey, WhichOffice

_TOP, _NORTH, _SOUTH, _GENERAL = "إمارة السهول", "ولاية الشمال", "ولاية الجنوب", "المكتب العام"


def test_a_head_without_its_upper_lines_is_the_only_office_of_the_pile_that_ends_so() -> None:
    offices = OfficeIndex.of([[_TOP, _NORTH, _GENERAL], [_NORTH, "مكتب عام"], ["المكتب العامّ"]])

    found = [offices.which(lines).office for lines in ([_TOP, _NORTH, _GENERAL], [_NORTH, _GENERAL], [_GENERAL])]

    assert len(set(found)) == 1
    assert found[0] is not None
    assert offices.name(found[0])[:2] == (_TOP, _NORTH)
    assert offices.all() == (found[0],)


def test_an_office_under_two_bodies_cannot_be_told_without_its_body() -> None:
    offices = OfficeIndex.of([[_TOP, _NORTH, _GENERAL], [_TOP, _SOUTH, _GENERAL], [_GENERAL]])

    found = offices.which([_GENERAL])

    assert found.office is None
    assert [each.lines[1] for each in found.may_be] == ["ولايه جنوب", "ولايه شمال"]
    assert len(offices.all()) == 2


def test_a_body_that_has_none_above_it_keeps_its_own_letters_though_two_heads_print_something_over_it() -> None:
    offices = OfficeIndex.of([*[[_TOP, _NORTH]] * 9, [_TOP], ["سري", _TOP], ["نسخة", _TOP]])

    assert offices.which([_TOP]).office == OfficeKey(("اماره سهول",))


def test_a_short_form_is_the_one_name_that_it_fits_and_none_of_two() -> None:
    offices = OfficeIndex.of([["General Office"], ["Gen. Off."], ["Western Court"], ["Wooden Court"]])

    assert offices.which(["G. Office"]) == WhichOffice(OfficeKey(("general office",)), is_completed=True)
    assert offices.which(["W. Court"]) == WhichOffice(may_be=(OfficeKey(("western court",)), OfficeKey(("wooden court",))))


def test_an_author_that_no_letter_comes_from_is_an_office_of_its_own() -> None:
    assert OfficeIndex.of([[_TOP]]).which(["وزارة العدل"]) == WhichOffice(OfficeKey(("وزاره عدل",)))


def test_no_lines_are_no_office() -> None:
    assert OfficeIndex.of([[], [" "]]).which(["…"]) == WhichOffice()


_HEADS = st.lists(st.lists(st.sampled_from(["North", "South", "Office", "Off.", "Court", "C.", "Plains"]), max_size=4), max_size=12)


@given(_HEADS)
def test_the_office_of_a_head_is_an_office_of_the_pile_and_stays_itself(heads: list[list[str]]) -> None:
    offices = OfficeIndex.of(heads)

    for head in heads:
        found = offices.which(head)
        assert not (found.office and found.may_be)
        if found.office:
            assert offices.which(found.office.lines).office == found.office
            assert found.office in offices.all()


@given(_HEADS)
def test_the_order_of_letters_changes_nothing(heads: list[list[str]]) -> None:
    one, other = OfficeIndex.of(heads), OfficeIndex.of(heads[::-1])

    assert [one.which(head) for head in heads] == [other.which(head) for head in heads]
