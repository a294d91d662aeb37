from __future__ import annotations

import base64
import contextlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Box, Mark, MarkKind, Origin, Page, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.intake.reading_check import check_reading
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.encode import encode_reading

DOCUMENT = DocumentId("ab" * 32)
PAGE = Page(
    1,
    "تقدم\nADVERTISEMENT\nseen",
    origin=Origin.OCR,
    confidence=0.5,
    marks=(Mark(5, 19, MarkKind.BOILERPLATE),),
    boxes=(Box(0, 4, 10, 20, 30, 40),),
)


def _answer(**changes: object) -> dict[str, object]:
    extract = Extract((PAGE,), {"title": "order"})
    whole: dict[str, object] = json.loads(json.dumps(encode_reading(extract, type="image/png", engines={"tesseract": "5"})))
    return whole | changes


def _page(**changes: object) -> dict[str, object]:
    pages = _answer()["pages"]
    assert isinstance(pages, list)
    return _answer(pages=[pages[0] | changes])


def test_a_reading_that_crosses_the_wire_arrives_as_it_was() -> None:
    reading = check_reading(_answer(), document=DOCUMENT, limits=Limits())

    assert (DOCUMENT, "image/png", Status.DONE, (PAGE,)) == (reading.document, reading.type, reading.status, reading.pages)
    assert ({"title": "order"}, {"tesseract": "5"}) == (dict(reading.metadata), dict(reading.engines))


def test_a_failed_reading_keeps_its_reason_and_loses_control_characters_of_its_detail() -> None:
    answer = _answer(status="failed", reason="encrypted", detail="needs\x1b[31m a password", pages=[])

    reading = check_reading(answer, document=DOCUMENT, limits=Limits())

    assert (Status.FAILED, Reason.ENCRYPTED, "needs�[31m a password") == (reading.status, reading.reason, reading.detail)


def test_half_a_surrogate_pair_and_nul_are_replaced_without_moving_what_follows() -> None:
    answer = _page(text="a\ud800\x00b", marks=[[3, 4, "boilerplate"]], boxes=[])

    page = check_reading(answer, document=DOCUMENT, limits=Limits()).pages[0]

    assert ("a��b", "a��") == (page.text, page.shown())


def test_two_halves_that_stand_side_by_side_do_not_become_one_character_on_the_way() -> None:
    extract = Extract((Page(1, "\ud83d\ude00!"),))

    answer = json.loads(json.dumps(encode_reading(extract, type="text/plain", engines={})))

    assert "��!" == check_reading(answer, document=DOCUMENT, limits=Limits()).pages[0].text


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(None, id="nothing"),
        pytest.param([], id="a list"),
        pytest.param(_answer(type="text/plain; charset=x"), id="no media type"),
        pytest.param(_page(origin="transcription"), id="a page that people typed"),
        pytest.param(_page(marks=[[0, 4, "draft"]]), id="a mark of what people typed"),
        pytest.param(_answer(type="../etc/passwd\n"), id="a path"),
        pytest.param(_answer(status="good"), id="unknown status"),
        pytest.param(_answer(status=["done"]), id="status is a list"),
        pytest.param(_answer(status="partial"), id="partial without a reason"),
        pytest.param(_answer(reason="damaged"), id="done with a reason"),
        pytest.param(_answer(status="failed", reason="damaged"), id="failed with pages"),
        pytest.param(_answer(detail="x" * 301), id="long detail"),
        pytest.param(_answer(members=-1), id="members below zero"),
        pytest.param(_answer(members=True), id="members is a truth value"),
        pytest.param(_answer(metadata={"title": 1}), id="metadata is no text"),
        pytest.param(_answer(metadata={str(number): "" for number in range(201)}), id="much metadata"),
        pytest.param(_answer(metadata={"title": "x" * 10_001}), id="long metadata"),
        pytest.param(_answer(engines={str(number): "" for number in range(21)}), id="many engines"),
        pytest.param(_answer(pages={}), id="pages is an object"),
        pytest.param(_answer(pages=[*_page()["pages"], *_page()["pages"]]), id="page number twice"),  # type: ignore[misc]  # an answer is any JSON here
        pytest.param(_page(number=0), id="page nought"),
        pytest.param(_page(number=1.0), id="page number with a point"),
        pytest.param(_page(text=7), id="text is a number"),
        pytest.param(_page(origin="guess"), id="unknown origin"),
        pytest.param(_page(confidence=1.01), id="more than sure"),
        pytest.param(_page(confidence=float("nan")), id="confidence is no number"),
        pytest.param(_page(confidence=True), id="confidence is a truth value"),
        pytest.param(_page(marks=[[0, 99, "quoted"]]), id="mark beyond the text"),
        pytest.param(_page(marks=[[3, 3, "quoted"]]), id="mark of nothing"),
        pytest.param(_page(marks=[[0, 4, "repeated"]]), id="a mark that only a case can know"),
        pytest.param(_page(marks=[[0, 4, "quoted"], [3, 6, "quoted"]]), id="marks overlap"),
        pytest.param(_page(marks=[[0, 4]]), id="mark without a kind"),
        pytest.param(_page(boxes=[[0, 4, 10, 20, 5, 40]]), id="box from right to left"),
        pytest.param(_page(boxes=[[0, 4, 10, 20, 30, 10_001]]), id="box beyond the page"),
        pytest.param(_page(boxes=[[0, 4, 10, 20, 30]]), id="box of five"),
        pytest.param(_page(boxes=[[4, 5, 1, 2, 3, 4], [0, 4, 1, 2, 3, 4]]), id="boxes out of order"),
    ],
)
def test_an_answer_that_is_not_well_formed_is_refused(answer: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        check_reading(answer, document=DOCUMENT, limits=Limits())


def test_text_beyond_the_limit_over_all_pages_is_refused() -> None:
    pages = [_page(number=number, text="x" * 60, marks=[], boxes=[])["pages"] for number in (1, 2)]
    answer = _answer(pages=[page for few in pages for page in few])  # type: ignore[attr-defined]  # an answer is any JSON here

    with pytest.raises(ValueError, match="text"):
        check_reading(answer, document=DOCUMENT, limits=Limits(text_characters=100))


def test_pages_beyond_the_limit_are_refused() -> None:
    with pytest.raises(ValueError, match="pages"):
        check_reading(_answer(), document=DOCUMENT, limits=Limits(pages=0))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from([*_answer(), "pages.0"]), _JSON)
def test_whatever_stands_in_a_field_the_check_passes_it_or_refuses_it(field: str, anything: object) -> None:
    answer = _answer(**{field: anything}) if field != "pages.0" else _answer(pages=[anything])

    with contextlib.suppress(ValueError):
        reading = check_reading(answer, document=DOCUMENT, limits=Limits())

        assert json.dumps([page.text for page in reading.pages], ensure_ascii=False).encode()


@given(st.sampled_from(["number", "text", "origin", "confidence", "marks", "boxes"]), _JSON)
def test_whatever_stands_in_a_page_the_check_passes_it_or_refuses_it(field: str, anything: object) -> None:
    with contextlib.suppress(ValueError):
        [page] = check_reading(_page(**{field: anything}), document=DOCUMENT, limits=Limits()).pages

        assert all(0 <= each.start < each.end <= len(page.text) for each in (*page.marks, *page.boxes))


INK = bytes((0, 7)) + zlib.compress(b"\x81")


def test_where_a_page_has_ink_crosses_the_wire() -> None:
    extract = Extract((PAGE,), ink_prints=((1, INK),))
    answer = json.loads(json.dumps(encode_reading(extract, type="image/png", engines={})))

    assert check_reading(answer, document=DOCUMENT, limits=Limits()).ink_prints == ((1, INK),)


@pytest.mark.parametrize(
    "prints",
    [
        "ink",
        [[1]],
        [[2, base64.b64encode(INK).decode()]],
        [[1, base64.b64encode(INK).decode()]] * 2,
        [[1, "no base64!"]],
        [[1, base64.b64encode(INK[:1]).decode()]],
        [[1, base64.b64encode(INK[:2] + b"not compressed").decode()]],
        [[1, base64.b64encode(INK[:2] + zlib.compress(bytes(100_000))).decode()]],
        [[1, base64.b64encode(bytes(99_999)).decode()]],
    ],
)
def test_ink_that_is_none_is_refused(prints: object) -> None:
    with pytest.raises(ValueError, match="ink print"):
        check_reading(_answer(ink_prints=prints), document=DOCUMENT, limits=Limits())
