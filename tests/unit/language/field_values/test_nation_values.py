"""Whose nation a value names."""

import pytest

from kashf.language.field_values.nation_values import read_nation


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("تونسيّة", "TN"),
        ("التونسيين", "TN"),
        ("توانسة", "TN"),
        ("tunisienne", "TN"),
        ("Tunesier", "TN"),
        ("Tunuslu", "TN"),
        ("тунисский", "TN"),
        ("تونسی", "TN"),
        ("مواطن تونسي", "TN"),
        ("KSA", "SA"),
        ("U.K.", "GB"),
        ("سوڤيتي", "SUHH"),
        ("الاتحاد السوفيتي", "SUHH"),
        ("Yugoslav", "YUCS"),
        ("عديم الجنسية", "XXA"),
        ("شيشاني", "RU-CE"),
        ("سويدي / عراقي", "IQ+SE"),
        ("British-Pakistani", "GB+PK"),
        ("Swedish of Iraqi origin", "SE"),
    ],
)
def test_a_nation_is_one_as_noun_and_adjective_in_every_language(text: str, key: str) -> None:
    assert (key, False) == (read_nation(text).key, read_nation(text).is_doubtful)


def test_a_misspelt_nation_is_proposed_and_doubtful() -> None:
    assert ("NO", True) == (read_nation("النرويح").key, read_nation("النرويح").is_doubtful)


def test_a_word_as_near_to_two_nations_is_neither() -> None:
    read = read_nation("سودي")  # A letter from Saudi and from Swedish.

    assert ("سودي", True) == (read.key, read.is_doubtful)


def test_a_people_without_a_state_keeps_its_word_and_is_doubtful() -> None:
    assert ("كردي", True) == (read_nation("كردي").key, read_nation("كردي").is_doubtful)


def test_an_origin_is_kept_beside_the_nation_and_not_taken_for_it() -> None:
    assert {"countries": ("FR",), "origin": ("DZ",)} == dict(read_nation("فرنسي من أصل جزائري").value)
