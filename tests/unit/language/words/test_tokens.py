import pytest

from kashf.language.words.tokens import MAX_WORD_LENGTH, Word, folded_words, words, words_of


def found(text: str) -> list[tuple[str, str]]:
    """The original text of each word beside its folded form."""
    return [(text[word.start : word.end], word.folded) for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n،؛ -- 😀 ـ ◌ َ", []),
        ("al-Shamali's note", ["al", "shamali", "s", "note"]),
        ("Ja'far, Ba’ath, Al-Qa`ida; Isma'il's", ["jafar", "baath", "al", "qaida", "ismail", "s"]),
        ("don't we're they’ll d'Alep", ["don", "t", "we", "re", "they", "ll", "d", "alep"]),
        ("Şemali'nin Halep’te Rakka'daki Sa'da Mu'in", ["semali", "nin", "halep", "te", "rakkadaki", "sada", "muin"]),
        ("O'Neill 'quoted' rock'n'roll", ["o", "neill", "quoted", "rock", "n", "roll"]),
        ("ع'ل ab'ع ab''cd", ["ع", "ل", "ab", "ع", "ab", "cd"]),
        ("في ١٢/٣/٢٠١٤م", ["في", "12", "3", "2014", "م"]),
        ("١٤٣٥هـ", ["1435", "ه"]),
        ("الـISIS وداعشISIL", ["ال", "isis", "وداعش", "isil"]),
        ("T72 ق12", ["t72", "ق", "12"]),
        ("abu_omar@mail.example/report.pdf", ["abu", "omar", "mail", "example", "report", "pdf"]),
        ("قتيلٌ،جريحٌ", ["قتيل", "جريح"]),
        ("🇸🇾النصر💪🏽قريب", ["النصر", "قريب"]),
        ("سطر\x00أول\x1cثان\u2028ثالث\u00a0رابع", ["سطر", "اول", "ثان", "ثالث", "رابع"]),
        ("(ﷲ)", ["الله"]),
        ("1½", ["1", "1", "2"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ],
    ids=repr,
)
def test_folded_words_when_text_is_divided_then_only_letters_and_digits_remain(text: str, expected: list[str]) -> None:
    assert expected == folded_words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الشَّمـاليّ، ٢٠١٤", [("الشَّمـاليّ", "الشمالي"), ("٢٠١٤", "2014")]),
        ("قال مُحَمَّدٌ!", [("قال", "قال"), ("مُحَمَّدٌ", "محمد")]),
        ("١٤٣٥هـ", [("١٤٣٥", "1435"), ("هـ", "ه")]),
        ("\u202bأبو\u202c \u200fعمر\u200f", [("أبو", "ابو"), ("عمر", "عمر")]),
        ("ﻻ ﺍﻟﺸﻤﺎﻟﻲ", [("ﻻ", "لا"), ("ﺍﻟﺸﻤﺎﻟﻲ", "الشمالي")]),
        ("😀محمد😀", [("محمد", "محمد")]),
        ("Şemâlî ﬁle", [("Şemâlî", "semali"), ("ﬁle", "file")]),
        ("e\u0301te\u0301", [("e\u0301te\u0301", "ete")]),
        ("al-Qa’ida ʿAli", [("al", "al"), ("Qa’ida", "qaida"), ("Ali", "ali")]),
        ("al-Shamali", [("al", "al"), ("Shamali", "shamali")]),
        ("می‌شود", [("می‌شود", "ميشود")]),
    ],
    ids=repr,
)
def test_words_when_text_is_folded_then_places_point_at_the_original(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize("text", ["", "plain, plain", "كتاب إلى", "الشَّمـاليّ، ٢٠١٤", "ﷺ ßa'b ½", "x" * 300 + "ـ"])
def test_words_of_a_text_are_the_same_for_all_who_ask_for_them(text: str) -> None:
    first = words_of(text)

    assert tuple(words(text)) == first
    assert words_of(text) is first


def test_words_when_one_ligature_is_several_words_then_they_share_its_place() -> None:
    assert [Word(0, 4, "محمد"), *(Word(4, 5, word) for word in ("صلي", "الله", "عليه", "وسلم")), Word(5, 8, "قال")] == words("محمدﷺقال")


def test_words_when_a_token_is_endless_then_its_place_is_whole_and_its_form_is_cut() -> None:
    text = "x" * 5000 + " " + "ش" * 5000

    expected = [Word(0, 5000, "x" * MAX_WORD_LENGTH), Word(5001, 10001, "ش" * MAX_WORD_LENGTH)]

    assert expected == words(text)
    assert [word.folded for word in expected] == folded_words(text)
