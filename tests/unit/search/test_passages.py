from dataclasses import replace

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Mark, MarkKind, Origin, Page, Status
from kashf.domain.ids import DocumentId
from kashf.ports.search import Facets, Layer
from kashf.ports.views import DocumentRecord
from kashf.search.passages import LONGEST_PASSAGE, Indexable, passages, pieces, shown_places

LETTER = DocumentRecord(
    id=DocumentId("a" * 64),
    name="letter.txt",
    size_bytes=10,
    type="text/plain",
    status=Status.DONE,
    reason="",
    detail="",
    pages=1,
    origin="digital",
    title="",
    file_date=FuzzyDate.parse("2014-10-25"),
    sender="أبو عمر <omar@example.org>",
    recipient="Council; Council",
    language="ar",
    text_key=None,
    metadata={},
    engines={},
)


def marked(start: int, end: int) -> Mark:
    return Mark(start, end, MarkKind.BOILERPLATE)


def test_a_page_is_one_passage_with_its_folded_words() -> None:
    (passage,) = passages(Indexable(LETTER, (Page(3, "وصل الشَّمـالي، 12"),), ("one",)))

    assert (3, 0, 18, ["وصل", "الشمالي", "12"], False) == (passage.page, passage.start, passage.end, passage.words, passage.is_marked)


def test_the_facets_of_a_passage_are_those_of_its_document() -> None:
    (passage,) = passages(Indexable(LETTER, (Page(1, "x"),), ("one", "two")))

    assert passage.facets == Facets(
        "text/plain",
        ("one", "two"),
        ("ar",),
        FuzzyDate.parse("2014-10-25"),
        ("ابو", "عمر", "omar", "example", "org"),
        ("council",),
        "digital",
    )


def test_marked_text_is_left_out_of_the_page_and_becomes_a_passage_of_its_own() -> None:
    page = Page(1, "old TICKER news", marks=(marked(4, 10),))
    found = [(passage.start, passage.end, list(passage.words), passage.is_marked) for passage in passages(Indexable(LETTER, (page,)))]

    assert [(0, 15, ["old", "news"], False), (4, 10, ["ticker"], True)] == found


def test_a_page_of_which_most_words_are_wrong_is_found_apart_with_all_that_stands_on_it() -> None:
    pages = (Page(1, "clear"), Page(2, "ink TICKER", Origin.OCR, 0.49, (marked(4, 10),)), Page(3, "fair", Origin.OCR, 0.5))
    found = [(passage.page, list(passage.words), passage.layer) for passage in passages(Indexable(LETTER, pages))]

    assert [(1, ["clear"], Layer.SHOWN), (2, ["ink"], Layer.UNSURE), (2, ["ticker"], Layer.UNSURE), (3, ["fair"], Layer.SHOWN)] == found


def test_marks_with_only_space_between_are_one_passage() -> None:
    page = Page(1, "> one\n> two\nanswer\n> three", marks=(marked(0, 5), marked(6, 11), marked(19, 26)))
    found = [(passage.start, passage.end) for passage in passages(Indexable(LETTER, (page,))) if passage.is_marked]

    assert [(0, 11), (19, 26)] == found


def test_a_stretch_without_words_yields_no_passage() -> None:
    assert [] == list(passages(Indexable(LETTER, (Page(1, ""), Page(2, " …\n")))))


def test_a_long_text_is_cut_at_an_empty_line_before_a_line_before_a_space() -> None:
    words = "word " * 1_000
    by_paragraph = f"{words}\n\n{words}\n{words}"
    by_line = f"{words}\n{words}{words}"
    by_space = words * 3

    assert len(words) + 2 == next(iter(pieces(by_paragraph)))[1]
    assert len(words) + 1 == next(iter(pieces(by_line)))[1]
    assert LONGEST_PASSAGE == next(iter(pieces(by_space)))[1]
    assert (0, LONGEST_PASSAGE) == next(iter(pieces("x" * 9_000)))


def test_pieces_cover_the_text_without_gap() -> None:
    text = "para graph\n\n" * 3_000
    cut = list(pieces(text))

    assert text == "".join(text[start:end] for start, end in cut)
    assert len(cut) == 5
    assert max(end - start for start, end in cut) <= LONGEST_PASSAGE


def test_a_page_cut_in_pieces_shows_in_each_only_what_is_not_marked() -> None:
    page = Page(1, "0123456789", marks=(marked(2, 4), marked(6, 8)))

    assert [(0, 2), (4, 5)] == list(shown_places(page, 0, 5))
    assert [(5, 6), (8, 10)] == list(shown_places(page, 5, 10))
    assert [] == list(shown_places(page, 6, 8))
    assert [(4, 6)] == list(shown_places(page, 3, 7))


def test_each_message_of_a_conversation_is_a_passage_with_its_own_sender_recipients_and_day() -> None:
    text = "Chat: North\n\nFrom: Salim\nDate: 2014-11-09 10:00:00\n\nready\n\nFrom: Omar\nDate: 2014-11-10 10:00:00\n\ngo"
    second = text.index("From: Omar")
    page = Page(1, text, marks=(Mark(13, second - 2, MarkKind.MESSAGE), Mark(second, len(text), MarkKind.MESSAGE)))
    made = list(passages(Indexable(replace(LETTER, recipient="North; Salim; Omar"), (page,))))
    said = [passage for passage in made if passage.is_whole]

    assert [(("salim",), ("north", "omar"), "2014-11-09"), (("omar",), ("north", "salim"), "2014-11-10")] == [
        (passage.facets.sender, passage.facets.recipient, passage.facets.own_date.edtf()) for passage in said if passage.facets.own_date
    ]
    assert [["chat", "north"]] == [list(passage.words) for passage in made if not passage.is_whole]


def test_a_passage_is_found_by_the_languages_that_it_holds_and_else_by_that_of_its_document() -> None:
    english = "The letter that was sent to the office has not been answered."
    pages = (Page(1, f"{'وصل الكتاب إلى المكتب في الصباح. ' * 9}\n{english}"), Page(2, english), Page(3, "250 31"))

    assert [("ar", "en"), ("en",), ("ar",)] == [passage.facets.languages for passage in passages(Indexable(LETTER, pages))]
