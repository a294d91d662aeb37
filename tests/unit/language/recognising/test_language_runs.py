"""Tests for the languages of a page by stretches."""

import pytest

from kashf.language.recognising.language_runs import LanguageRun, language_runs, language_shares, languages_within

SENTENCES = {
    "ar": "سلم الحارس المفتاح إلى أمين المخزن في الصباح.",
    "fa": "نگهبان کلید را به انباردار داد و رفت.",
    "ur": "چوکیدار نے چابی گودام والے کو دے دی ہے۔",
    "ckb": "پاسەوانەکە کلیلەکەی دایە بەرپرسی کۆگا.",
    "ku": "Nobedar mifte da berpirsê embarê û çû malê.",
    "tr": "Bekçi anahtarı sabah depo sorumlusuna verdi ve gitti.",
    "en": "The guard gave the key to the keeper of the store.",
    "fr": "Le gardien a donné la clef au magasinier et il est parti.",
    "de": "Der Wächter gab den Schlüssel dem Verwalter des Lagers.",
    "ru": "Сторож отдал ключ кладовщику и ушёл.",
    "uk": "Сторож віддав ключ комірнику і пішов.",
    "es": "El guardia dio la llave al encargado y se fue.",
    "he": "השומר נתן את המפתח למחסנאי.",
}


def told(text: str, expected: str = "") -> list[tuple[str, str]]:
    return [(run.language, text[run.start : run.end]) for run in language_runs(text, expected=expected)]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_alone_is_given_its_language(language: str, sentence: str) -> None:
    assert {language: 1.0} == language_shares(language_runs(sentence))


def test_each_line_of_a_page_that_mixes_all_of_them_is_given_its_own() -> None:
    assert [*SENTENCES] == [language for language, _ in told("\n".join(SENTENCES.values()))]


def test_two_sentences_of_one_line_may_be_of_two_languages() -> None:
    assert ["en", "tr"] == [language for language, _ in told(f"{SENTENCES['en']} {SENTENCES['tr']}")]


def test_a_short_line_takes_the_language_of_what_stands_around_it() -> None:
    page = f"{SENTENCES['fa']}\nبار\n{SENTENCES['fa']}"

    assert [("fa", page.rstrip("."))] == told(page)


def test_a_short_line_of_another_script_does_not() -> None:
    assert ["fa", "ru", "fa"] == [language for language, _ in told(f"{SENTENCES['fa']}\nКлюч\n{SENTENCES['fa']}")]


def test_a_name_in_foreign_letters_is_of_no_language() -> None:
    assert [("ar", "وصل الشمالي"), ("", "el-Shamali"), ("ar", "إلى البلدة")] == told("وصل الشمالي (el-Shamali) إلى البلدة")


@pytest.mark.parametrize("text", ["", " \n\t", "12/5 - 2014\n٣٤ | 7.5", "…!؟"])
def test_numbers_and_points_have_no_language(text: str) -> None:
    assert () == language_runs(text)


def test_a_line_of_numbers_parts_two_runs_of_one_language() -> None:
    assert ["استلم السائق", "ثم عاد"] == [text for _, text in told("استلم السائق\n250 | 31\nثم عاد")]


def test_signs_of_vowels_and_the_stroke_that_lengthens_a_word_change_nothing() -> None:
    assert [("ar", "وَصَلَ إِلى المَكتَبِ فِي الصَّبـــاح")] == told("وَصَلَ إِلى المَكتَبِ فِي الصَّبـــاح")


def test_places_stay_where_a_capital_grows_in_small_letters() -> None:
    text = "İİİİ bu bir liste ve defterdir\nThe list is in the book"

    assert "The list is in the book" == told(text)[1][1]


def test_what_tells_nothing_is_of_the_language_of_its_document_if_that_has_these_letters() -> None:
    assert ["fa", "fr", "ar"] == [told(text, expected)[0][0] for text, expected in (("گزارش", "fa"), ("rapport", "fr"), ("تقرير", "fr"))]


def test_a_document_in_a_language_without_rules_is_not_taken_for_its_relatives() -> None:
    assert ["ro"] == [language for language, _ in told("Paznicul a dat cheia la magazioner și a plecat acasă.", "ro")]


def test_a_part_holds_a_language_of_which_it_has_a_fifth_or_twenty_letters() -> None:
    runs = (
        LanguageRun(0, 1000, "ar", 900),
        LanguageRun(1001, 1031, "fa", 25),
        LanguageRun(1032, 1042, "en", 9),
        LanguageRun(1043, 1050, "", 7),
    )

    assert [("ar", "fa"), ("en",), ()] == [languages_within(runs, *place) for place in ((0, 1050), (1032, 1042), (1043, 1050))]
