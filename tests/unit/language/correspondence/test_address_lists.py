"""The names in a header line, however mail programs write them."""

from __future__ import annotations

import pytest

from kashf.language.correspondence.address_lists import display_names
from tests.counting import steps


def names(line: str) -> list[str]:
    return [line[start:end] for (start, end), _ in display_names(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Salim Haddad <s@example.org>", ["Salim Haddad"]),
        ('"Haddad, Salim" <s@example.org>, Karl Weiss <k@example.org>', ["Haddad, Salim", "Karl Weiss"]),
        ("Haddad, Salim <s@example.org>; Weiss, Karl <k@example.org>", ["Haddad, Salim", "Weiss, Karl"]),
        ("a@example.org, Haddad, Salim <s@example.org>", ["Haddad, Salim"]),
        ("s@example.org (Salim Haddad)", ["Salim Haddad"]),
        ("'Salim Haddad' <s@example.org>", ["Salim Haddad"]),
        ("\"'Salim Haddad' via List\" <list@example.org>", ["Salim Haddad"]),
        ("Salim Haddad [mailto:s@example.org]", ["Salim Haddad"]),
        ("Salim Haddad (Operations) <s@example.org>", ["Salim Haddad"]),
        ("Friends: a@example.org, Karl Weiss <k@example.org>;", ["Karl Weiss"]),
        ("Salim Haddad; Marta Oliveira", ["Salim Haddad", "Marta Oliveira"]),
        ("أبو عمر الشمالي <abu@example.org>", ["أبو عمر الشمالي"]),
        ("s@example.org", []),
        ('"s@example.org" <s@example.org>', []),
        ("undisclosed-recipients:;", []),
        (",;,<>", []),
        ("", []),
    ],
)
def test_each_name_is_found_without_address_quotes_and_additions(line: str, expected: list[str]) -> None:
    assert expected == names(line)


@pytest.mark.parametrize("piece", [",", "<", '"', "(", "a, ", "a <b@c>, ", "a:", "via "])
def test_hostile_lines_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        return steps(lambda: names(piece * (size // len(piece))))

    assert taken(8_000) < 5 * taken(2_000) + 5_000
