from __future__ import annotations

from kashf.services.forms.form_values import ValueGroup
from kashf.services.forms.offered.likely_values import OFFERED, likely_values


def group(label: str, records: int = 1) -> ValueGroup:
    return ValueGroup(label.casefold(), label, records, records, (label.casefold(),), (label,), is_undecided=True)


def test_values_with_like_letters_come_before_frequent_ones_and_none_is_offered_to_itself() -> None:
    asked = group("سويدي")
    offered = likely_values(asked, [asked, group("النرويج", 40), group("تونس", 30), group("السويد", 3)])

    assert ["السويد", "النرويج", "تونس"] == [each.label for each in offered]


def test_no_more_are_offered_than_a_person_looks_through() -> None:
    assert OFFERED == len(likely_values(group("x"), [group(f"value {number}") for number in range(40)]))
