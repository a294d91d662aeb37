"""Words of names as they sound."""

from kashf.publish.protected.spelled_words import is_spelling, name_parts, places_of_name, spelled_words


def test_a_compound_is_two_words_however_it_is_joined() -> None:
    for text in ("Abdulrahman", "Abd al-Rahman", "Abdur Rahman", "عبد الرحمن", "عبدالرحمن"):
        assert [(0, len(text))] == list(places_of_name(name_parts("Abd ar-Rahman"), spelled_words(text)))


def test_a_name_of_no_words_stands_nowhere() -> None:
    assert [] == list(places_of_name((), spelled_words("a text")))


def test_two_names_of_like_sound_are_two() -> None:
    assert not is_spelling(*name_parts("Shamil Jamal"))
