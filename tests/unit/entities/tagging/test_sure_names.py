"""Names that are sure somewhere in a case are found where nothing says what they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kashf.domain.entity import Mention, MentionType, NameKey
from kashf.entities.tagging.sure_names import SURE_RULES, Name, SoughtNames, is_sought
from kashf.language.measures.numerals import Tokens
from kashf.language.words.tokens import folded_words
from kashf.ports.mentions import FOUND_LONGER
from tests.counting import steps

PERSON, PLACE, GROUP = MentionType.PERSON, MentionType.PLACE, MentionType.GROUP
NURAN, BRANDT, SHAMALI = (PLACE, NameKey("نوران")), (PERSON, NameKey("hugo brandt")), (PERSON, NameKey("ابو عمر الشمالي"))


def found(text: str, *names: Name, taken: tuple[Mention, ...] = ()) -> list[str]:
    mentions = list(SoughtNames(names).find(Tokens(text), taken))
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    return [f"{mention.type} {mention.text}" for mention in mentions]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("وصلوا إلى نوران مساء", NURAN, ["LOC نوران"]),
        ("عاد ونوران بخير، وفي لنوران", NURAN, ["LOC نوران", "LOC نوران"]),
        ("We ship. Hugo Brandt", BRANDT, ["PER Hugo Brandt"]),
        ("سلم لأبي عمر\nالشمالي", SHAMALI, ["PER أبي عمر\nالشمالي"]),
        ("we ship. hugo brandt", BRANDT, []),
        ("Hugo, Brandt", BRANDT, []),
        ("نورانية", NURAN, []),
        ("Hugo Brandt al-Shamali", BRANDT, ["PER Hugo Brandt"]),
        ("محمد أبو عمر الشمالي", SHAMALI, []),
    ],
)
def test_a_sure_name_is_found_as_whole_words_with_clitics_and_cases(text: str, name: Name, expected: list[str]) -> None:
    assert expected == found(text, name)


def test_what_was_found_already_stays() -> None:
    there = Mention(0, 11, "Hugo Brandt", GROUP, "rules:office", 0.5)

    assert [] == found("Hugo Brandt", BRANDT, taken=(there,))


def test_of_two_names_that_begin_alike_the_longer_is_found() -> None:
    longer = (PERSON, NameKey("hugo brandt weiss"))

    assert ["PER Hugo Brandt Weiss"] == found("Hugo Brandt Weiss", BRANDT, longer)


def test_a_name_of_two_kinds_is_sure_of_neither() -> None:
    assert [] == found("نوران", NURAN, (GROUP, NameKey("نوران")))


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("met Hugo Brandt Weiss", "Hugo Brandt", ["Hugo Brandt Weiss"]),
        ("met Hugo Brandt Weiss", "Brandt", ["Hugo Brandt Weiss"]),
        ("met Hugo\nBrandt Weiss", "Hugo\nBrandt", ["Hugo\nBrandt Weiss"]),
        ("met Hugo Brandt Weiss", "Hugo Brandt Weiss", []),
        ("met Hugo Brandt Weiss", "met Hugo", []),
        ("met Hugo Brandt\nWeiss", "Hugo Brandt", []),
        ("met Hugo Brandt   Weiss", "Hugo Brandt", []),
        ("met Hugo Brandt Weiss: Anna", "Hugo Brandt", []),
    ],
)
def test_a_longer_name_takes_the_place_of_its_part_in_one_line_but_for_a_label(text: str, part: str, expected: list[str]) -> None:
    start = text.index(part)
    there = Mention(start, start + len(part), part, PERSON, "rules:given", 0.5)
    found = [*SoughtNames([(PERSON, NameKey("hugo brandt weiss"))]).find(Tokens(text), (), shorter=[there])]

    assert [(each, FOUND_LONGER) for each in expected] == [(each.text, each.source) for each in found]


def test_a_part_that_names_something_else_stays() -> None:
    there = Mention(0, 11, "Hugo Brandt", GROUP, "rules:office", 0.5)

    assert [] == [*SoughtNames([(PERSON, NameKey("hugo brandt weiss"))]).find(Tokens("Hugo Brandt Weiss"), (), shorter=[there])]


@pytest.mark.parametrize(
    ("name", "documents", "expected"),
    [
        (BRANDT, 1, True),
        (NURAN, 2, True),
        (NURAN, 1, False),
        ((PLACE, NameKey("السوق")), 9, False),
        ((PLACE, NameKey("اليورو")), 9, False),
        ((PLACE, NameKey("تجاريه")), 9, False),
        ((PLACE, NameKey("محمد")), 9, False),
        ((PLACE, NameKey("market")), 9, False),
        ((PERSON, NameKey("hugo")), 9, False),
        ((PERSON, NameKey("dear friend")), 9, False),
        ((PERSON, NameKey("خيار اخضر")), 9, False),
        ((PERSON, NameKey("سالم الفخاري")), 1, True),
        ((GROUP, NameKey("لواء المناره")), 1, True),
        ((PERSON, NameKey("Not Folded")), 9, False),
        ((PERSON, NameKey("")), 9, False),
        ((PERSON, NameKey("a b c d e f g h i")), 9, False),
    ],
)
def test_names_of_one_word_have_to_be_no_word_and_places_that_were_sure_twice(name: Name, documents: int, expected: bool) -> None:
    assert expected == is_sought(name, documents=documents)


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("إلى نوران ونوران", ["نوران"], True),
        ("إلى نوران ونوران", ["نوران", "نوران"], False),
        ("تل نوران", ["تل نوران"], False),
        ("Hugo Brandt", [], True),
        ("Hugo said", [], False),
        ("", [], False),
    ],
)
def test_a_text_is_looked_at_only_where_names_stand_oftener_than_they_were_found(text: str, keys: list[str], expected: bool) -> None:
    sought = SoughtNames([NURAN, BRANDT])

    assert expected == sought.has_more([folded_words(text)], [NameKey(key) for key in keys])


def test_every_kind_of_sure_rule_is_a_rule() -> None:
    assert all(source.startswith("rules:") for rules in SURE_RULES.values() for source in rules)


@pytest.mark.parametrize("piece", ["نوران ", "Hugo Brandt ", "Hugo ", "hugo", "ابو عمر ", "\n"])
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    sought = SoughtNames([NURAN, BRANDT, SHAMALI])

    def taken(size: int) -> int:
        text = piece * (size // len(piece))
        return steps(lambda: (list(sought.find(Tokens(text), ())), sought.has_more([folded_words(text)], [])))

    taken(100)  # loads the tables

    assert taken(8_000) < 5 * taken(2_000) + 5_000


def test_names_that_were_found_are_not_asked_for_where_no_sure_name_stands() -> None:
    def asked() -> Iterator[NameKey]:
        raise AssertionError("asked for")
        yield NURAN[1]

    assert not SoughtNames([NURAN]).has_more([["hugo"], ["said"]], asked())


def test_a_name_is_counted_within_longer_ones_that_were_found() -> None:
    assert not SoughtNames([NURAN]).has_more([["نوران", "نوران"]], [NameKey("نوران نوران")])
