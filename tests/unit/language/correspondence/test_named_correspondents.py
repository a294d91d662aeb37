"""What the name before an address names."""

from __future__ import annotations

import pytest

from kashf.domain.entity import MentionType
from kashf.language.correspondence.named_correspondents import in_order, named_by


@pytest.mark.parametrize(
    "display", ["Salim Haddad", "salim haddad", "Haddad, Salim", "أبو عمر", "Dr. Marta Oliveira", "O'Neil, Patrick", "Marta"]
)
def test_a_person_is_named_beside_an_address(display: str) -> None:
    assert MentionType.PERSON is (named_by(display, has_address=True) or (None,))[0]


@pytest.mark.parametrize("display", ["Whitfield Trading Ltd", "Northern Bank", "ديوان الحسبة"])
def test_a_body_is_named_beside_an_address(display: str) -> None:
    assert MentionType.GROUP is (named_by(display, has_address=True) or (None,))[0]


@pytest.mark.parametrize(
    "display",
    ["", "Weekly Newsletter", "no-reply", "Support", "Office", "box 12", "mail.example.org", "jw", "a b c d e f g h", "أمير القاطع", "…"],
)
def test_boxes_hosts_and_posts_name_nobody(display: str) -> None:
    assert named_by(display, has_address=True) is None


@pytest.mark.parametrize("display", ["ديوان الحسبة", "all commanders", "everybody there", "Marta"])
def test_without_an_address_a_name_has_to_look_like_somebody_s(display: str) -> None:
    assert named_by(display, has_address=False) is None


@pytest.mark.parametrize(
    ("display", "expected"),
    [
        ("Haddad, Salim", "Salim Haddad"),
        ("الحداد، سليم", "سليم الحداد"),
        ("Salim Haddad", ""),
        ("Whitfield Trading, Ltd", ""),
        ("a, b, c", ""),
        (",", ""),
    ],
)
def test_a_surname_that_is_written_first_is_put_behind(display: str, expected: str) -> None:
    assert expected == in_order(display)
