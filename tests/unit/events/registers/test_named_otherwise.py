"""Offices under names of another script."""

from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.registers.named_otherwise import named_otherwise
from kashf.events.registers.register_letters import RegisterLetter
from tests.register_papers import cites, letter

_COURT = ("إمارة السهول", "المحكمة")
_PILE = [
    letter("a", "17", "2014-03-04", offices=_COURT),
    letter("b", "18", "2014-03-09", offices=_COURT),
    letter("c", "3", "2014-04-01", cites("17", "2014-03-04", "The Court")),
    letter("d", "4", "2014-04-02", cites("18", "2014-03-09", "The Court")),
]


def _named(letters: list[RegisterLetter]) -> dict[OfficeKey, OfficeKey]:
    offices = OfficeIndex.of(each.offices for each in letters)
    return dict(named_otherwise(letters, offices, {each.id: offices.which(each.offices).office for each in letters}))


def test_two_numbers_with_their_days_tell_which_office_another_script_means() -> None:
    assert {OfficeKey(("court",)): OfficeKey(("اماره سهول", "محكمه"))} == _named(_PILE)


def test_one_number_is_chance() -> None:
    assert {} == _named(_PILE[:3])


def test_two_names_of_one_script_are_never_joined() -> None:
    assert {} == _named(
        [*_PILE[:2], letter("c", "3", "", cites("17", "2014-03-04", "الديوان")), letter("d", "4", "", cites("18", "2014-03-09", "الديوان"))]
    )
