"""Addresses of mail, at their exact place and without what only looks like one."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.emails import email_value, emails
from tests.counting import steps


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in emails(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mail abu.omar@Example.net.", "abu.omar@Example.net"),
        ("البريد: وabu_omar@example.org،", "abu_omar@example.org"),
        ("<m.oliveira+leak@mail.example.org>", "m.oliveira+leak@mail.example.org"),
        ("mailto:abu@example.org?subject=1", "abu@example.org"),
        ("https://example.org/?email=abu@example.net", "abu@example.net"),
        ("email=abu@example.org", "abu@example.org"),
        ("'abu@example.org'", "abu@example.org"),
        ("abu@xn--mgbh0fb.xn--kgbechtv", "abu@xn--mgbh0fb.xn--kgbechtv"),
    ],
)
def test_an_address_is_found_without_what_is_glued_to_it(text: str, address: str) -> None:
    assert [address] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "a@b",
        "name@@example.org",
        "@example.org",
        "https://user@example.org/",
        "Message-ID: <abc@mail.example.org>",
        "References: <a1@example.org> <a2@example.org>",
        "a" * 65 + "@example.org",
        "abu@" + "a." * 150 + "org",
        "abu@example.org@example.net",
        "abu@-example.org",
        "abu..omar@example.org",
        "",
    ],
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert [] == found(text)


def test_the_domain_of_an_address_is_in_small_letters_in_its_value() -> None:
    assert {"address": "Abu.Omar@example.net"} == email_value("Abu.Omar@EXAMPLE.net")
    assert {} == email_value("a" * 300 + "@example.net")


@pytest.mark.parametrize("piece", ["@", "a@", "a.", "a@b.co", "x", "://a@", "Message-ID: "])
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        return steps(lambda: found(piece * (size // len(piece))))

    assert taken(10_000) < 5 * taken(2_500) + 5_000
