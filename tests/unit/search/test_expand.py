from collections.abc import Mapping, Sequence

import pytest

from kashf.errors import UsageError
from kashf.language.sounds.similarity import skeleton
from kashf.ports.search import (
    All,
    AnyWord,
    Either,
    Field,
    Fuzzy,
    IndexQuery,
    InDocument,
    Joined,
    Pattern,
    Phrase,
    Preferring,
    Prefix,
    Stem,
    Without,
)
from kashf.search.expand import ExpandedQuery, expand
from kashf.search.parse import parse
from kashf.search.query import Narrow
from kashf.search.ways.name_spellings import MOST_SPELLED, WordList
from kashf.search.ways.way import WayToFind


def word_list(*words: str) -> WordList:
    def among(skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return {code: tuple(word for word in words if skeleton(word) == code) for code in skeletons}

    return among


def ask(query: str, *words: str, exact: bool = False, variants: bool = True) -> ExpandedQuery:
    return expand(parse(query), word_list(*words), exact=exact, variants=variants)


def one(word: str) -> AnyWord:
    return AnyWord(frozenset({word}))


@pytest.mark.parametrize("query", ["Shamali", "الشمالي", "al-Shamali", "Schemali"])
def test_a_name_in_either_script_finds_its_spellings_in_both(query: str) -> None:
    assert {"shamali", "الشمالي", "shemali"} <= {*ask(query, "الشمالي", "shamali", "shemali", "جنوب").spellings[query], query.casefold()}


@pytest.mark.parametrize("query", ["Shamali", "الشمالي"])
def test_a_spelling_with_marks_that_folding_took_off_is_found(query: str) -> None:
    assert {"simali", "samali"} <= set(ask(query, "simali", "samali").spellings[query])


def test_what_only_sounds_like_the_name_is_no_spelling_of_it() -> None:
    assert {} == ask("محمد", "محمود", "احمد", "حمد").spellings


def test_spellings_come_closest_first_and_without_the_word_itself() -> None:
    spellings = ask("Shamali", "shimali", "shamali", "الشمالي").spellings

    assert {"Shamali": ("الشمالي", "shimali")} == spellings


def test_a_word_is_looked_for_as_it_is_by_stem_behind_particles_and_in_other_spellings() -> None:
    question = ask("الشمالي", "shamali")
    exact, by_stem, behind, *_, joined, spelled = question.aims

    assert WayToFind("الشمالي", "exact", one("الشمالي")) == exact
    assert WayToFind("الشمالي", "stem", Stem("شمال")) == by_stem
    assert isinstance(behind.leaf, AnyWord)
    assert {"والشمالي", "بالشمالي", "وللشمالي"} <= behind.leaf.words
    assert WayToFind("الشمالي", "joined", Joined(frozenset({"الشمالي"}))) == joined
    assert WayToFind("الشمالي", "spelling", one("shamali")) == spelled
    assert Preferring(Either(tuple(aim.leaf for aim in question.aims)), one("الشمالي")) == question.query


def test_spellings_in_arabic_are_found_behind_particles_too() -> None:
    spelled = ask("Shamali", "الشمالي").aims[-1].leaf

    assert isinstance(spelled, AnyWord)
    assert {"الشمالي", "والشمالي", "للشمالي"} <= spelled.words


def test_asked_exactly_only_the_folded_word_is_looked_for() -> None:
    assert one("الشمالي") == ask("الشَّمالي", "shamali", exact=True).query


def test_without_variants_the_stem_is_still_looked_for() -> None:
    assert {} == ask("fighters", "مقاتل", variants=False).spellings
    assert Stem("fighter") in [aim.leaf for aim in ask("fighters", variants=False).aims]


@pytest.mark.parametrize("word", ["in", "من", "the", "2014", "T72"])
def test_function_words_and_numbers_have_no_other_spellings(word: str) -> None:
    assert {} == ask(word, "ان", "mn", "ta", "an", "min", "٢٠١٤").spellings


def test_the_name_ali_is_no_function_word_although_upon_is_written_alike() -> None:
    assert {"علي": ("ali",)} == ask("علي", "ali").spellings


@pytest.mark.parametrize(("query", "common"), [("Ali", "الي"), ("oil", "الاول"), ("Ann", "ان")])
def test_a_word_of_every_page_is_no_spelling_of_a_name(query: str, common: str) -> None:
    assert {} == ask(query, common).spellings


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"abu omar"~2', Phrase((one("abu"), one("omar")), 2)),
        ('"omar"', one("omar")),
        ("Omars*", Prefix("omars")),
        ("Ömar~2", Fuzzy("omar", 2)),
        ('"a" "b"', InDocument((one("a"), one("b")))),
        ('"a" "b" within:page', All((one("a"), one("b"), All(())))),
        ('"a" OR "b"', Either((one("a"), one("b")))),
        ('"a" NOT "b"', InDocument((one("a"), Without(one("b"))))),
        ("zul*da", Pattern("zul.*da")),
        ("/zul(qa|ha)da/", Pattern("zul(qa|ha)da")),
        ("source:x", Field("channel", ("x",))),
        ("from:Omar", All((Field("sender", ("omar", "عمر")),))),
    ],
)
def test_each_form_of_a_query_asks_the_index_for_what_it_means(query: str, expected: IndexQuery) -> None:
    asked = ask(query, "عمر").query

    assert expected == (asked.query if isinstance(asked, Preferring) else asked)


def test_what_forms_say_is_asked_by_the_documents_that_say_it() -> None:
    asked, left_out = Narrow("field", "go-between=Omar"), Narrow("field", "mother")
    forms: dict[Narrow, tuple[str, ...]] = {asked: ("d2", "d1"), left_out: ()}
    query = expand(parse('"a" field:go-between=Omar NOT field:mother'), word_list(), exact=True, forms=forms).query

    assert InDocument((one("a"), Field("document", ("d1", "d2")), Without(Field("document", ())))) == query


def test_what_is_left_out_is_no_reason_for_a_hit_but_is_left_out_in_every_spelling() -> None:
    question = ask("oil NOT Shamali", "الشمالي")

    assert {"oil"} == {aim.asked for aim in question.aims}
    assert ("الشمالي",) == question.spellings["Shamali"]


def test_a_list_of_names_longer_than_can_be_spelled_out_is_refused() -> None:
    names = " OR ".join(f"name{'abcdefghij'[number % 10]}{'abcdefghijklmnop'[number // 10]}" for number in range(MOST_SPELLED + 1))

    with pytest.raises(UsageError, match="at most"):
        ask(names)
    assert len(ask(names, exact=True).aims) == MOST_SPELLED + 1
