"""Words that tell of what was done."""

import pytest

from kashf.language.dates.kinds.past_verbs import is_past
from kashf.language.words.tokens import words


def told(text: str, *, by_shape: bool = True) -> list[str]:
    found = list(words(text))
    return [word.folded for at, word in enumerate(found) if is_past(text, found, at, by_shape=by_shape)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("انقطع التيار واستمر العمل", ["انقطع", "واستمر"]),
        ("احترقت السيارة ونقلوا الجرحى", ["احترقت", "ونقلوا"]),
        ("غادرنا المكان", ["غادرنا"]),
        ("وصلتنا المواد", ["وصلتنا"]),
        ("انقطاع التيار واستمرار العمل في البيت", []),
        ("سوف يصل التاجر", []),
        ("the gate collapsed and they fled", ["collapsed", "fled"]),
        ("the list is to be returned, we need speed", []),
        ("le pont a brûlé, ils furent sauvés", ["brule", "furent"]),
        ("köprü yıkıldı, belge alınmıştır", ["yikildi", "alinmistir"]),
        ("Hamdi will come", []),
    ],
)
def test_verbs_of_the_past_are_known_by_shape_or_list(text: str, verbs: list[str]) -> None:
    assert verbs == told(text)


def test_words_of_persian_are_not_taken_for_arabic_verbs() -> None:
    assert ["شد"] == told("پل فرو ریخت و بسته شد", by_shape=False)
    assert (["حركت"], []) == (told("حركت"), told("حركت", by_shape=False))
