"""A protected string is found in whatever way it is written, and what only looks like one is not."""

import pytest

from kashf.errors import UsageError
from kashf.publish.protected.protected_strings import HowWritten, ProtectedStrings, protected_lines

NAME = "Yusuf al-Darwazi"
ARABIC = "يوسف الدروازي"


@pytest.mark.parametrize("string", [NAME, ARABIC])
@pytest.mark.parametrize(
    "text",
    [
        "seen: Yusuf al-Darwazi.",
        "YUSUF AL DARWAZI",
        "يوسف الدروازي",
        "وصل ليوسف الدروازي كتاب",
        "يُوسُف الدَّروازي",
        "يوســف الدرو\u200bازي",
        "Yousef ad-Darwazi",
        "Юсуф Дарвази",
        "yusuf\nal-Darwazi",
    ],
)
def test_a_name_is_found_in_both_scripts_however_it_is_spelled(string: str, text: str) -> None:
    (hit, *_) = ProtectedStrings.of([string]).in_text(text)

    assert 1 == hit.number


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("yusuf_al-darwazi2.pdf", HowWritten.WITHIN),
        ("Yusuf al-Dar-\nwazi", HowWritten.CUT),
        ("Yu suf al Dar wazi", HowWritten.CUT),
        ("y u s u f a l d a r w a z i", HowWritten.WITHIN),
    ],
)
def test_what_was_cut_or_joined_is_found_by_its_letters(text: str, written: HowWritten) -> None:
    assert written in {hit.written for hit in ProtectedStrings.of([NAME]).in_text(text)}


def test_a_name_cut_by_a_hyphen_is_found_in_the_other_script() -> None:
    assert HowWritten.CUT in {hit.written for hit in ProtectedStrings.of([ARABIC]).in_text("Yusuf al-D-\narwazi")}


def test_arabic_backwards_as_old_programs_write_it_is_found() -> None:
    assert HowWritten.BACKWARDS in {hit.written for hit in ProtectedStrings.of([ARABIC]).in_text(ARABIC[::-1])}


@pytest.mark.parametrize("text", ["0944 123 456", "٠٩٤٤١٢٣٤٥٦", "00963-944-123456", "+963 (944) 12 34 56", "tel:+963944123456"])
def test_a_number_is_found_in_both_scripts_of_digits_and_however_it_is_grouped(text: str) -> None:
    for string in ("+963 944 123 456", "0944123456", "٠٩٤٤ ١٢٣ ٤٥٦"):
        assert [HowWritten.DIGITS] == [hit.written for hit in ProtectedStrings.of([string]).in_text(text)]


def test_a_short_number_is_none_inside_a_longer_one() -> None:
    protected = ProtectedStrings.of(["4512"])

    assert () == protected.in_text("no. 745129")
    assert [(4, 8)] == [(hit.start, hit.end) for hit in protected.in_text("no. 4512/2014")]


def test_a_short_string_is_found_as_a_whole_word_only() -> None:
    protected = ProtectedStrings.of(["Ali"])

    assert () == protected.in_text("The alibi of an Italian is a reality.")
    assert [(0, 3), (6, 9)] == [(hit.start, hit.end) for hit in protected.in_text("Ali - علي")]


def test_a_common_english_word_that_has_the_letters_is_no_finding() -> None:
    assert () == ProtectedStrings.of(["Ward", "Nour"]).in_text("Go forward and honour the reward.")


def test_letters_that_meet_across_words_are_no_short_string() -> None:
    assert () == ProtectedStrings.of(["Omar"]).in_text("every room are closed")


def test_a_hit_tells_the_place_in_the_text_as_it_stands() -> None:
    text = "كتب إلى يُوسُف الدَّروازي اليوم"
    (hit,) = (hit for hit in ProtectedStrings.of([NAME]).in_text(text) if hit.written is HowWritten.WORDS)

    assert "يُوسُف الدَّروازي" == text[hit.start : hit.end]


@pytest.mark.parametrize(("strings", "code"), [([], "protected-none"), ([" ", "\n"], "protected-none"), (["a1", "--"], "protected-blank")])
def test_a_list_that_protects_nothing_is_refused(strings: list[str], code: str) -> None:
    with pytest.raises(UsageError) as refused:
        ProtectedStrings.of(strings)

    assert code == refused.value.code


def test_what_is_protected_shows_in_no_log() -> None:
    protected = protected_lines(f"\ufeff{NAME}\r\n\r\n0944123456\n")

    assert "ProtectedStrings(2)" == repr(protected)
    assert not any(part in repr(protected.in_text(NAME)) for part in ("Yusuf", "darwazi"))
