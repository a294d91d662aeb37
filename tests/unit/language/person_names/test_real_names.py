from __future__ import annotations

import pytest

from kashf.language.person_names.real_names import is_code_name, tells_who
from kashf.language.tables.lists.code_words import CODE_WORDS

REAL = [
    *("Khalid", "KHALID-2", "khalid the tailor, Gaziantep", "Marmari", "k-t", "K. T.", "Jean Dupont", "the baker", "Umm Salim", "ul-haq"),
    *("Gaziantep", "Aleppo-3", "met at hotel X", "a.b@example.org", "+90 532 111 22 33", "0532", "heron-1974", "1 2 3 4 5", "090-532"),
    *("heron\nKhalid", "heron; Khalid", "heron/Khalid", "x" * 60, "", " ", "-", "--", "7", "heron-kestrel-plover-otter-2", "Kha\u200blid"),
    *("خالد", "أبو عمر", "الشمالي", "حلب", "خالد ٢", "٠٩٣٣"),
]


@pytest.mark.parametrize("name", REAL)
def test_what_may_be_a_name_a_place_a_number_or_a_sentence_is_no_code_name(name: str) -> None:
    assert not is_code_name(name)


@pytest.mark.parametrize("name", ["kestrel-2", "Heron 1", "blue heron 7", "my-folder", "courier", "k", "source-b", "فانوس ٢", "قنفذ"])
def test_things_and_animals_with_a_number_are_code_names(name: str) -> None:
    assert is_code_name(name)


def test_no_word_of_the_list_is_a_name_written_as_people_write_it() -> None:
    assert [] == [word for word in CODE_WORDS if word.isascii() is False and tells_who(word)]
