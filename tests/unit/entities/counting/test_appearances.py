from collections.abc import Mapping
from types import MappingProxyType

import pytest

from kashf.domain.document import Mark, MarkKind, Page
from kashf.domain.entity import Verdict
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance, Appearances, appearances_on, count
from kashf.language.person_names.finder import prepare_name
from kashf.language.words.tokens import folded_words

LETTER, ORDER, REPORT = (DocumentId(digit * 64) for digit in "123")
NAME = "أبو محمد الشمالي"


def counted(name: str, *texts: str, witnesses: Mapping[DocumentId, DocumentId] = MappingProxyType({})) -> Appearances:
    """Count in documents with one page each."""
    query = prepare_name(name)
    telling = query.telling
    vocabulary = {word for text in texts for word in folded_words(text) if query.accepts(telling, word)}
    found = [
        place
        for document, text in zip((LETTER, ORDER, REPORT), texts, strict=False)
        for place in appearances_on(Page(1, text), document, query=query, vocabulary=vocabulary)
    ]
    return count(name, found, witnesses=witnesses)


def test_mentions_are_counted_in_both_scripts_and_by_document() -> None:
    found = counted(NAME, "أبو محمد الشمالي وابو محمد الشمالى", "Abu Mohammed al-Shamali", "لا أحد")

    assert (3, 2, 2, 0) == (found.mentions, found.documents, found.without_copies, found.undecided)


def test_half_of_a_name_is_undecided_and_widens_the_interval() -> None:
    found = counted(NAME, "أبو محمد الشمالي", "قال الشمالي")

    assert (1, 1, (1, 2)) == (found.mentions, found.undecided, found.interval)
    assert ["الشمالي"] == [place.text for place in found.undecided_spans]
    assert 1 == found.documents


def test_somebody_else_of_the_same_nisba_is_not_counted() -> None:
    found = counted(NAME, "أبو خالد الشمالي والجبهة الشمالية")

    assert (0, 0, (0, 0)) == (found.mentions, found.undecided, found.interval)


def test_a_spelling_that_is_not_certain_is_a_mention_but_not_in_the_lower_bound() -> None:
    doubtful = Appearance(LETTER, 1, 0, 5, "x", "spelling", 0.9, "")
    certain = Appearance(LETTER, 1, 6, 9, "x", "spelling", 0.99, "")

    assert (1, 2) == count("x", [doubtful, certain]).interval


def test_what_a_person_decides_about_a_place_stands_above_what_stands_there() -> None:
    full = Appearance(LETTER, 1, 0, 5, "full", "spelling", 0.9, "")
    half = Appearance(LETTER, 1, 6, 9, "half", "partial", 0.5, "")
    other = Appearance(ORDER, 1, 6, 9, "half", "partial", 0.5, "")

    assert (1, 2, (0, 3)) == ((before := count("x", [full, half, other])).mentions, before.undecided, before.interval)
    judged = {full.span: Verdict.DIFFERENT, half.span: Verdict.SAME, other.span: Verdict.UNSURE}
    after = count("x", [full, half, other], judged=judged)
    assert (1, 1, (1, 2), 2) == (after.mentions, after.undecided, after.interval, after.decided)
    assert (half,) == after.spans
    assert (other,) == after.undecided_spans


def test_levels_and_scripts_are_counted_apart() -> None:
    found = counted(NAME, "أبو محمد الشمالي وابو محمد الشمالى", "Abu Mohammed al-Shamali")

    assert (2, {"arabic": 2, "latin": 1}) == (found.exact, found.by_script)


def test_copies_of_a_document_count_once_without_copies() -> None:
    texts = ("أبو محمد الشمالي",) * 3

    found = counted(NAME, *texts, witnesses={ORDER: LETTER, REPORT: DocumentId("f" * 64)})

    assert (3, 3, 2) == (found.mentions, found.documents, found.without_copies)


def test_variants_that_fold_alike_are_one_and_shown_as_most_often_written() -> None:
    found = counted(NAME, "أبو محمد الشمالي، ابو محمد الشمالي، ابو محمد الشمالي", "Abu Mohammed\nal-Shamali", "Abū Muḥammad aš-Šamālī")

    assert [("ابو محمد الشمالي", "arabic", 3), ("Abu Mohammed al-Shamali", "latin", 1), ("Abū Muḥammad aš-Šamālī", "latin", 1)] == [
        (variant.text, variant.script, variant.mentions) for variant in found.variants
    ]
    assert found.mentions == sum(variant.mentions for variant in found.variants)


def test_every_mention_cites_its_place_on_the_page_in_order() -> None:
    text = "🙂 كتب أبو محمد الشَّمـالي ثم Abu Mohammed al-Shamali"
    found = counted(NAME, text)

    assert ["أبو محمد الشَّمـالي", "Abu Mohammed al-Shamali"] == [text[place.start : place.end] for place in found.spans]
    assert [place.text for place in found.spans] == [text[place.start : place.end] for place in found.spans]


def test_what_a_page_passes_over_is_not_counted_and_places_stay_those_of_the_whole_page() -> None:
    text = "أبو محمد الشمالي\nثم أبو محمد الشمالي"
    page = Page(4, text, marks=(Mark(0, 17, MarkKind.REPEATED),))
    query = prepare_name(NAME)
    (place,) = appearances_on(page, LETTER, query=query, vocabulary={"الشمالي"})

    assert (4, text.rindex("أبو")) == (place.page, place.start)


@pytest.mark.parametrize(
    ("name", "expected"), [("Abu Mohammed al-Shamali", 1), ("الشمالي", 0), ("Khaled bin Walid", 1), ("al-Shamali Khaled", 0), ("Ahmad", 0)]
)
def test_the_telling_part_is_the_nisba_or_else_the_last(name: str, expected: int) -> None:
    assert expected == prepare_name(name).telling
