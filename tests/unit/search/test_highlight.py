import pytest

from kashf.language.sounds.similarity import skeleton
from kashf.search.expand import expand
from kashf.search.highlight import SNIPPET_LENGTH, Finder, Match, Snippet, snippet
from kashf.search.parse import parse


def matches(query: str, text: str, *spellings: str) -> list[Match]:
    question = expand(parse(query), lambda codes: {code: tuple(word for word in spellings if skeleton(word) == code) for code in codes})
    return Finder(question.aims).matches(text, [(0, len(text))])


def cut(query: str, text: str, *spellings: str) -> Snippet:
    return snippet(text, [(0, len(text))], matches(query, text, *spellings))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("الشمالي", "قال الشَّمـالى، ثم", [("الشَّمـالى", "exact")]),
        ("الشمالي", "🙂🙂 والشمالي", [("والشمالي", "stem")]),
        ("الشمالي", "ثم شمالي", [("شمالي", "stem")]),
        ("Shamali", "ثم الشَّمالي", [("الشَّمالي", "spelling")]),
        ("Shamali", "وللشمالي", [("وللشمالي", "spelling")]),
        ("fighters", "One FIGHTER", [("FIGHTER", "stem")]),
        ("sham*", "Shamali, sham and shimali", [("Shamali", "prefix"), ("sham", "prefix")]),
        ("shamali~", "Shemali Shemaly", [("Shemali", "fuzzy")]),
        ("shamali~", "hSamali", [("hSamali", "fuzzy")]),
        ("shamali~2", "Shemaly", [("Shemaly", "fuzzy")]),
        ('"abu omar"', "Abu\nOmar, abu ali omar", [("Abu\nOmar", "phrase")]),
        ('"abu omar"~1', "omar abu ali omar", [("abu ali omar", "phrase")]),
        ('"abu omar"~1', "abu x y omar", []),
        ('"a b c"~2', "a x b y c", [("a x b y c", "phrase")]),
        ('"a b c"~1', "a x b y c", []),
        ('"a a"', "a a a", [("a a", "phrase")]),
        ("al-Shamali", "Mr al-Shamali", [("al-Shamali", "exact")]),
        ("ﷺ", "قال ﷺ", [("ﷺ", "exact")]),
        ("x NOT y", "x y", [("x", "exact")]),
        ("type:pdf", "type pdf", []),
    ],
)
def test_what_answers_is_found_where_it_stands_in_the_original(query: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = matches(query, text, "الشمالي")

    assert expected == [(text[match.start : match.end], match.by) for match in found]


def test_matches_say_which_word_they_answer() -> None:
    assert ["oil", "Shamali"] == [match.asked for match in matches("Shamali oil", "oil of الشمالي", "الشمالي")]


def test_a_phrase_runs_on_over_what_is_passed_over() -> None:
    text = "abu [quoted] omar"
    question = expand(parse('"abu omar"'), lambda codes: {})

    assert [(0, 17)] == [(match.start, match.end) for match in Finder(question.aims).matches(text, [(0, 4), (12, 17)])]


def test_a_short_text_is_its_own_snippet_with_plain_spaces() -> None:
    found = cut("omar", "letter\tof\nOmar")

    assert ("letter of Omar", ((10, 14),), (10, 14)) == (found.text, found.highlights, found.best)


def test_a_long_text_is_cut_between_words_around_the_match() -> None:
    text = "lorem ipsum " * 40 + "Omar came " + "dolor sit " * 40
    found = cut("omar", text)
    ((start, end),) = found.highlights

    assert "Omar" == found.text[start:end] == text[slice(*found.best)]
    assert text[found.start : found.start + len(found.text)] == found.text
    assert SNIPPET_LENGTH - 24 <= len(found.text) <= SNIPPET_LENGTH
    assert text[found.start - 1].isspace()
    assert not found.text[0].isspace()
    assert text[found.start + len(found.text)].isspace()


def test_the_snippet_shows_where_most_of_the_query_stands_together() -> None:
    text = "oil " + "x " * 300 + "oil from Omar " + "x " * 300 + "Omar Omar Omar"
    found = cut("omar oil", text)

    assert "oil from Omar" in found.text
    assert "oil" == text[slice(*found.best)]


def test_neighbours_are_one_highlight_and_the_place_to_cite() -> None:
    text = "It was Abu  Mohammed al-Shamali who"
    found = cut("abu mohammed shamali al", text)

    assert "Abu  Mohammed al-Shamali" == text[slice(*found.best)]
    assert 1 == len(found.highlights)


def test_a_literal_match_is_cited_before_another_spelling() -> None:
    text = "الشمالي then Shamali"

    assert "Shamali" == text[slice(*cut("shamali", text, "الشمالي").best)]


def test_without_a_word_in_the_query_the_beginning_is_shown() -> None:
    found = cut("type:pdf", "word " * 100)

    assert ((), (), (0, len(found.text))) == (found.highlights, found.why, found.best)
    assert SNIPPET_LENGTH - 5 <= len(found.text) <= SNIPPET_LENGTH


def test_each_reason_is_given_once() -> None:
    found = cut("omar", "Omar and Omar and عمر", "عمر")

    assert [("Omar", "exact", "omar"), ("عمر", "spelling", "omar")] == [(why.matched, why.by, why.asked) for why in found.why]


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    found = cut("xy*", "x" + "y" * 5_000)

    assert len(found.text) == SNIPPET_LENGTH


def test_many_matches_in_a_row_do_not_make_one_endless_highlight() -> None:
    found = cut("oil", "oil " * 2_000)

    assert len(found.text) <= SNIPPET_LENGTH
    assert all(0 <= start < end <= len(found.text) for start, end in found.highlights)
