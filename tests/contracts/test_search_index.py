"""What every SearchIndex must do; an adapter's tests inherit it and say how one is made."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.errors import CaseLockedError, DamagedIndexError
from kashf.ports.search import (
    All,
    AnyWord,
    Days,
    Either,
    Facets,
    Field,
    Fuzzy,
    IndexQuery,
    InDocument,
    Joined,
    Layer,
    OfFile,
    Passage,
    Pattern,
    Phrase,
    Preferring,
    Prefix,
    SearchIndex,
    Stem,
    Without,
)

LETTER, ORDER, REPORT = (DocumentId(digit * 64) for digit in "a1f")


def word(text: str) -> AnyWord:
    return AnyWord(frozenset({text}))


def passage(document: DocumentId, text: str, **changes: object) -> Passage:
    values: dict[str, object] = {"page": 1, "start": 0, "end": 100, "facets": Facets(), **changes}
    return Passage(document=document, words=text.split(), **values)  # type: ignore[arg-type]  # a test gives what the passage takes


def fill(index: SearchIndex, *passages: Passage) -> None:
    writer = index.writer()
    writer.put(passages)
    writer.commit()
    writer.close()


def found(index: SearchIndex, query: IndexQuery, *, layer: Layer = Layer.SHOWN) -> set[DocumentId]:
    return {hit.document for hit in index.search(query, limit=100, layer=layer).hits}


class SearchIndexContract:
    """Inherit it and give the fixture `index`: an index that holds nothing and whose writer is free."""

    @pytest.fixture
    def index(self) -> SearchIndex:
        raise NotImplementedError

    def test_nothing_written_yet_is_no_whole_index(self, index: SearchIndex) -> None:
        assert not index.is_whole()
        with pytest.raises(DamagedIndexError):
            index.search(word("x"), limit=1)

    def test_what_was_put_is_found_after_commit_only(self, index: SearchIndex) -> None:
        writer = index.writer()
        writer.put([passage(LETTER, "وصل الشمالي", page=3, start=5, end=16)])
        assert 0 == index.search(word("الشمالي"), limit=5).total

        writer.commit()
        (hit,) = index.search(word("الشمالي"), limit=5).hits
        writer.close()

        assert (LETTER, 3, 5, 16, False) == (hit.document, hit.page, hit.start, hit.end, hit.is_marked)

    def test_the_documents_that_answer_are_told_each_once_in_order(self, index: SearchIndex) -> None:
        fill(index, passage(REPORT, "oil"), passage(LETTER, "oil", page=1), passage(LETTER, "oil oil", page=2), passage(ORDER, "bread"))

        assert (LETTER, REPORT) == index.documents(word("oil"))
        assert () == index.documents(word("salt"))

    def test_the_pages_that_answer_are_told_each_once_other_than_those_known(self, index: SearchIndex) -> None:
        where = ((REPORT, 1, 0), (LETTER, 1, 0), (LETTER, 1, 90), (LETTER, 2, 5))
        fill(index, passage(ORDER, "bread"), *(passage(document, "oil", page=page, start=start) for document, page, start in where))

        assert {(REPORT, 1), (LETTER, 1), (LETTER, 2)} == index.pages(word("oil"))
        assert {(LETTER, 2)} == index.pages(word("oil"), but=[(LETTER, 1), (REPORT, 1), (ORDER, 1)])
        assert frozenset() == index.pages(word("salt"))

    def test_pages_of_text_that_is_passed_over_are_not_told(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "oil", page=1, is_marked=True), passage(LETTER, "oil", page=2))

        assert {(LETTER, 2)} == index.pages(word("oil"))

    def test_closing_without_commit_keeps_nothing(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "kept"))
        writer = index.writer()
        writer.put([passage(ORDER, "kept")])
        writer.close()

        assert {LETTER} == found(index, word("kept"))

    def test_dropping_and_putting_again_leaves_one(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "before"), passage(ORDER, "before"))
        writer = index.writer()
        writer.drop([LETTER])
        writer.put([passage(LETTER, "after")])
        writer.commit()
        writer.close()

        assert {ORDER} == found(index, word("before"))
        assert 1 == index.search(word("after"), limit=5).total

    def test_a_second_writer_is_refused_while_the_first_lives(self, index: SearchIndex) -> None:
        first = index.writer()
        with pytest.raises(CaseLockedError):
            index.writer()
        first.close()

        index.writer().close()

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (word("كتاب"), {LETTER}),
            (AnyWord(frozenset({"shamali", "الشمالي"})), {ORDER, REPORT}),
            (AnyWord(frozenset({"absent"})), set()),
            (Stem("مقاتل"), {LETTER, ORDER}),
            (Prefix("الش"), {ORDER}),
            (Fuzzy("shamal", 1), {REPORT}),
            (Fuzzy("shalami", 1), set()),
            (Fuzzy("shalami", 2), {REPORT}),
            (Fuzzy("hsamali", 1), {REPORT}),
            (All((Stem("مقاتل"), word("كتاب"))), {LETTER}),
            (Either((word("كتاب"), word("shamali"))), {LETTER, REPORT}),
            (All((Stem("مقاتل"), Without(word("كتاب")))), {ORDER}),
            (Without(Stem("مقاتل")), {REPORT}),
            (All((Without(Stem("مقاتل")), Without(word("shamali")))), set()),
            (Either((word("كتاب"), Without(Stem("مقاتل")))), {LETTER, REPORT}),
            (Either(()), set()),
        ],
    )
    def test_each_kind_of_question_finds_the_right_documents(self, index: SearchIndex, query: IndexQuery, expected: set[str]) -> None:
        fill(index, passage(LETTER, "كتاب للمقاتلين"), passage(ORDER, "مقاتلون الشمالي"), passage(REPORT, "the shamali report"))

        assert expected == found(index, query)

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (InDocument((word("oil"), word("bread"))), {(LETTER, 1), (LETTER, 2), (ORDER, 1)}),
            (All((word("oil"), word("bread"))), {(ORDER, 1)}),
            (InDocument((word("oil"), Without(word("bread")))), {(REPORT, 1)}),
            (InDocument((Without(word("oil")), word("bread"))), set()),
            (InDocument((word("oil"), Either((word("salt"), word("bread"))))), {(LETTER, 1), (LETTER, 2), (LETTER, 3), (ORDER, 1)}),
            (InDocument((word("oil"), InDocument((word("bread"), word("salt"))))), {(LETTER, 1), (LETTER, 2), (LETTER, 3)}),
            (InDocument((word("oil"), Field("type", ("x",)))), set()),
        ],
    )
    def test_what_has_to_be_in_a_document_may_stand_on_different_pages(
        self, index: SearchIndex, query: IndexQuery, expected: set[tuple[str, int]]
    ) -> None:
        pages = enumerate(("oil", "bread", "salt"), start=1)
        letter = (passage(LETTER, text, page=number, has_others=True) for number, text in pages)
        fill(index, *letter, passage(ORDER, "oil bread"), passage(REPORT, "oil"))

        assert expected == {(hit.document, hit.page) for hit in index.search(query, limit=100).hits}

    def test_a_passage_that_holds_all_comes_before_those_that_hold_some(self, index: SearchIndex) -> None:
        fill(
            index,
            passage(LETTER, "oil " * 9, page=1, has_others=True),
            passage(LETTER, "bread", page=2, has_others=True),
            passage(REPORT, "oil and many other words bread"),
        )

        assert [REPORT, LETTER, LETTER] == [hit.document for hit in index.search(InDocument((word("oil"), word("bread"))), limit=9).hits]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (Joined(frozenset({"250000"})), {LETTER}),
            (word("250000"), set()),
            (Pattern("shi?mali"), {ORDER}),
            (Pattern("mali"), set()),
            (Phrase((word("heavy"), word("weapons"))), {LETTER}),
            (OfFile("name", word("order")), {REPORT}),
            (OfFile("folder", word("order")), set()),
            (InDocument((OfFile("name", word("order")), word("text"))), {REPORT}),
        ],
    )
    def test_what_stands_beside_the_words_of_a_passage_is_found_when_asked_for(
        self, index: SearchIndex, query: IndexQuery, expected: set[str]
    ) -> None:
        fill(
            index,
            passage(LETTER, "250 000 heavy", joined=("250000",), onward=("heavy", "weapons")),
            passage(ORDER, "shimali"),
            passage(REPORT, "text", has_others=True),
            passage(REPORT, "order 12", page=0, kind="name", has_others=True),
        )

        assert expected == found(index, query)

    def test_what_is_preferred_comes_first_whatever_its_score(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "shimali " * 9), passage(ORDER, "shamali and much else"))
        asked = Preferring(AnyWord(frozenset({"shamali", "shimali"})), word("shamali"))

        assert [ORDER, LETTER] == [hit.document for hit in index.search(asked, limit=9).hits]

    def test_its_words_are_those_of_texts_and_files(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "oil ore"), passage(REPORT, "oven", page=0))
        words = index.vocabulary()

        assert frozenset({"oil", "oven"}) == words.known(["oil", "oven", "bread"])
        assert {"oil", "ore", "oven"} == set(words.beginning("o"))

    @pytest.mark.parametrize(
        ("words", "slop", "expected"),
        [
            ("abu omar north", 0, True),
            ("abu omar", 0, True),
            ("omar abu", 0, False),
            ("omar abu", 3, False),
            ("abu north", 0, False),
            ("abu north", 1, True),
            ("abu road", 2, False),
            ("abu road", 3, True),
            ("abu north road", 2, True),
            ("abu north road", 1, False),
            ("abu", 0, True),
            ("omar omar", 0, False),
        ],
    )
    def test_a_phrase_keeps_order_and_allows_so_many_words_between(self, index: SearchIndex, words: str, slop: int, expected: bool) -> None:
        fill(index, passage(LETTER, "abu omar north of road"))

        assert expected == bool(found(index, Phrase(tuple(map(word, words.split())), slop)))

    def test_a_phrase_may_have_alternatives_at_a_place_and_stems(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "ابو محمد الشمالي"), passage(ORDER, "abu muhammad"), passage(REPORT, "ابو علي"))
        either = Phrase((AnyWord(frozenset({"ابو", "abu"})), AnyWord(frozenset({"محمد", "muhammad"}))))

        assert {LETTER, ORDER} == found(index, either)
        assert {LETTER} == found(index, Phrase((Stem("محمد"), Stem("شمال"))))

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            (Field("type", ("application/pdf",)), {LETTER}),
            (Field("type", ("application/pdf", "image/png")), {LETTER, ORDER}),
            (Field("channel", ("Courier One",)), {LETTER, ORDER}),
            (Field("channel", ("courier one",)), {LETTER, ORDER}),
            (Field("channel", ("courier",)), set()),
            (Field("language", ("ar",)), {LETTER}),
            (Field("origin", ("ocr",)), {ORDER}),
            (Field("sender", ("عمر",)), {LETTER}),
            (Field("recipient", ("council", "nobody")), {LETTER}),
            (Days(FuzzyDate.parse("2014-10..2014-12"), of_file=True), {LETTER}),
            (Days(FuzzyDate.parse("2014-10-26..2014-12-31"), of_file=True), set()),
            (Days(FuzzyDate.parse("..2014-10-25"), of_file=True), {LETTER}),
            (Days(FuzzyDate.parse("..2014-10-24"), of_file=True), set()),
            (Days(FuzzyDate.parse("2014-10-25.."), of_file=True), {LETTER}),
            (Days(FuzzyDate.parse("2014-10-25"), of_file=True), {LETTER}),
        ],
    )
    def test_a_facet_narrows(self, index: SearchIndex, query: IndexQuery, expected: set[str]) -> None:
        letter = Facets(
            "application/pdf",
            ("Courier One", "Second"),
            ("ar",),
            FuzzyDate.parse("2014-10-25"),
            ("ابو", "عمر"),
            ("the", "council"),
            "digital",
        )
        fill(index, passage(LETTER, "x", facets=letter), passage(ORDER, "x", facets=Facets("image/png", ("Courier One",), origin="ocr")))

        assert expected == found(index, All((word("x"), query)))

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            ("2014-10-20..2014-10-31", {LETTER, REPORT}),
            ("2014-11", {LETTER}),
            ("2014-10-26..2014-10-31", {LETTER}),
            ("..2014-09", {ORDER}),
            ("..2014-10-01", {LETTER, ORDER}),
            ("2015..", set()),
        ],
    )
    def test_a_date_in_doubt_is_found_under_each_day_on_which_it_may_lie(self, index: SearchIndex, days: str, expected: set[str]) -> None:
        dates = {LETTER: "2014-10..2014-11", ORDER: "..2014-10-19", REPORT: "2014-10-25"}
        dated = [passage(one, "x", facets=Facets(own_date=FuzzyDate.parse(date))) for one, date in dates.items()]
        fill(index, *dated, passage(DocumentId("e" * 64), "x"))

        assert expected == found(index, All((word("x"), Days(FuzzyDate.parse(days)))))

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            (Days(FuzzyDate.parse("2014"), written=frozenset({ORDER})), {LETTER, ORDER}),
            (Days(FuzzyDate.parse("2015"), written=frozenset({ORDER})), {ORDER}),
            (Days(UNDATED, written=frozenset({ORDER})), {REPORT}),
            (Days(FuzzyDate.parse("2014-11"), is_sure=True), set()),
            (Days(FuzzyDate.parse("2014-10..2014-11"), is_sure=True), {LETTER}),
            (Days(FuzzyDate.parse("2016"), of_file=True), {REPORT}),
            (Days(UNDATED, of_file=True), {LETTER, ORDER}),
        ],
    )
    def test_when_a_document_was_written_is_told_by_the_case_and_the_date_of_its_file_is_another_field(
        self, index: SearchIndex, asked: Days, expected: set[str]
    ) -> None:
        said = Facets(own_date=FuzzyDate.parse("2014-10..2014-11"))
        filed = Facets(file_date=FuzzyDate.parse("2016-02"))
        fill(index, passage(LETTER, "x", facets=said), passage(ORDER, "x"), passage(REPORT, "x", facets=filed))

        assert expected == found(index, All((word("x"), asked)))

    def test_months_are_those_of_what_was_written(self, index: SearchIndex) -> None:
        said = Facets(own_date=FuzzyDate.parse("2014-10-02"), file_date=FuzzyDate.parse("2016"))
        fill(index, passage(LETTER, "x", facets=said), passage(ORDER, "x"), passage(REPORT, "y"))

        assert {"2014-10": 1, "2013-05": 1} == index.facets(word("x"), months={ORDER: "2013-05", REPORT: "2013-05"})["month"]

    def test_a_facet_has_no_say_in_the_order(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "x", facets=Facets(languages=("ar",))), passage(ORDER, "x y"))
        bare = index.search(word("x"), limit=1).hits[0].score

        assert bare == index.search(All((word("x"), Field("language", ("ar",)))), limit=1).hits[0].score

    def test_text_left_out_by_default_is_found_when_asked_for_and_apart(self, index: SearchIndex) -> None:
        fill(
            index,
            passage(LETTER, "ticker story"),
            passage(ORDER, "ticker", is_marked=True),
            passage(REPORT, "ticker", is_marked=True, is_unsure=True, facets=Facets(origin="ocr")),
            passage(REPORT, "ticker of ink", page=2, is_unsure=True, facets=Facets(origin="ocr")),
        )

        assert {LETTER} == found(index, word("ticker"))
        assert {ORDER} == found(index, word("ticker"), layer=Layer.PASSED_OVER)
        assert {REPORT} == found(index, word("ticker"), layer=Layer.UNSURE)
        assert {LETTER, ORDER, REPORT} == found(index, word("ticker"), layer=Layer.ALL)
        assert [(True, True), (False, True)] == [
            (hit.is_marked, hit.is_unsure) for hit in index.search(word("ticker"), limit=9, layer=Layer.UNSURE).hits
        ]
        assert {"ocr": 1} == index.facets(word("ticker"), layer=Layer.UNSURE)["origin"]
        assert {} == index.facets(word("ticker"))["origin"]

    def test_documents_without_a_date_are_asked_for_by_none(self, index: SearchIndex) -> None:
        dates = {LETTER: UNDATED, ORDER: FuzzyDate.parse("2014"), REPORT: FuzzyDate.parse("..2014")}
        fill(index, *(passage(document, "x", facets=Facets(own_date=date)) for document, date in dates.items()))

        assert {LETTER} == found(index, All((word("x"), Days(UNDATED))))

    def test_passages_of_one_score_come_by_document_page_and_start_in_pages_without_gap(self, index: SearchIndex) -> None:
        places = [(document, page, start) for document in (REPORT, LETTER, ORDER) for page in (12, 2) for start in (900, 0)]
        writer = index.writer()
        for document, page, start in places:  # A segment each, so that the order they were put in is not the order they lie in.
            writer.put([passage(document, "same words", page=page, start=start, end=start + 10)])
            writer.commit()
        writer.close()

        for query in (word("same"), Prefix("wor"), Field("origin", ("",)), All((Fuzzy("some", 1), Field("origin", ("",))))):
            answers = [index.search(query, limit=5, offset=offset) for offset in (0, 5, 10)]
            seen: Sequence[tuple[str, int, int]] = [(hit.document, hit.page, hit.start) for answer in answers for hit in answer.hits]
            assert [12, 12, 12] == [answer.total for answer in answers]
            assert sorted(places) == list(seen)

    def test_more_of_what_was_asked_for_ranks_first(self, index: SearchIndex) -> None:
        filler = " ".join(f"w{number}" for number in range(40))
        fill(index, passage(ORDER, f"raqqa {filler}"), passage(LETTER, "raqqa raqqa"), passage(REPORT, filler))

        assert [LETTER, ORDER] == [hit.document for hit in index.search(word("raqqa"), limit=5).hits]

    def test_a_rare_misspelling_does_not_outrank_the_common_spelling(self, index: SearchIndex) -> None:
        often = [passage(DocumentId(f"{number:064x}"), "shamali came home", page=1) for number in range(30)]
        fill(index, *often, passage(REPORT, "shamaly came home"))
        scores = {hit.score for hit in index.search(AnyWord(frozenset({"shamali", "shamaly"})), limit=50).hits}

        assert max(scores) - min(scores) < 0.001

    def test_facets_count_documents_not_passages(self, index: SearchIndex) -> None:
        pdf = Facets("application/pdf", ("one", "two"), ("ar",), origin="digital", own_date=FuzzyDate.parse("2014-10-25"))
        png = Facets("image/png", ("one",), ("ar",), origin="ocr")
        fill(
            index,
            passage(LETTER, "x", page=1, facets=pdf),
            passage(LETTER, "x", page=2, facets=pdf),
            passage(ORDER, "x", facets=png),
            passage(REPORT, "other", facets=png),
        )
        expected = {
            "type": {"application/pdf": 1, "image/png": 1},
            "channel": {"one": 2, "two": 1},
            "language": {"ar": 2},
            "origin": {"digital": 1, "ocr": 1},
            "month": {"2014-10": 1},
        }

        assert expected == index.facets(word("x"))

    def test_a_cleared_index_is_made_anew_by_the_next_writer(self, index: SearchIndex) -> None:
        fill(index, passage(LETTER, "x"))
        index.clear()
        assert not index.is_whole()

        fill(index, passage(ORDER, "x"))

        assert {ORDER} == found(index, word("x"))

    def test_an_index_that_is_written_to_is_not_cleared(self, index: SearchIndex) -> None:
        writer = index.writer()
        with pytest.raises(CaseLockedError):
            index.clear()
        writer.close()

    def test_size_is_told(self, index: SearchIndex) -> None:
        assert 0 == index.size_bytes()
        fill(index, passage(LETTER, "x"))

        assert index.size_bytes() > 0
