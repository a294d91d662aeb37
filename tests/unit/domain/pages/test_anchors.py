import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import Quote, quote

DOCUMENT = DocumentId("a" * 64)
TEXT = "وصل أبو عمر أمس إلى القرية ثم كتب أبو عمر رسالة إلى آمر السرية الثانية"


def quoted(text: str, words: str, *, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return quote(Page(1, text), Span(DOCUMENT, 1, start, start + len(words)))


@pytest.mark.parametrize("nth", [0, 1])
def test_a_place_on_the_reading_it_was_made_on_stays_where_it_is(nth: int) -> None:
    made = quoted(TEXT, "أبو عمر", nth=nth)

    assert made.span == anchor(made, Page(1, TEXT))


@pytest.mark.parametrize("nth", [0, 1])
def test_words_further_down_are_followed_by_what_stands_around_them(nth: int) -> None:
    made, now = quoted(TEXT, "أبو عمر", nth=nth), "رقم ٧\n" + TEXT.replace(" أمس", "\n أمس")

    assert quoted(now, "أبو عمر", nth=nth).span == anchor(made, Page(1, now))


@pytest.mark.parametrize(
    "now",
    [
        pytest.param("", id="nothing"),
        pytest.param("ثم وصل أبو عمرو أمس إلى القرية البعيدة", id="a longer word"),
        pytest.param("ثم وصل أبو عمار أمس إلى القرية البعيدة", id="other letters"),
        pytest.param("كتب أبو عمر رسالة", id="another place of the same words"),
        pytest.param("أرسل أبو عمر أمس إلى القرية البعيدة " * 2, id="twice alike, neither where it was"),
    ],
)
def test_what_cannot_be_told_for_sure_is_left_to_a_person(now: str) -> None:
    made = quoted("ثم وصل أبو عمر أمس إلى القرية البعيدة", "أبو عمر")

    assert anchor(made, Page(1, now)) is None


def test_a_page_that_is_gone_has_no_place() -> None:
    assert anchor(quoted(TEXT, "أبو عمر"), None) is None


def test_words_that_are_a_whole_page_need_no_context() -> None:
    made = quote(Page(1, "قسورة"), Span(DOCUMENT, 1, 0, 5))

    assert Span(DOCUMENT, 1, 1, 6) == anchor(made, Page(1, "\nقسورة"))


@given(st.text(alphabet="اب \n", max_size=40), st.integers(0, 39), st.integers(1, 6), st.text(alphabet="اب \n", max_size=40))
def test_an_anchored_place_has_the_words_of_the_quote(text: str, start: int, length: int, now: str) -> None:
    if not text[start : start + length].strip():
        return
    made = quote(Page(1, text), Span(DOCUMENT, 1, start, min(start + length, len(text))))

    found = anchor(made, Page(1, now))

    assert found is None or now[found.start : found.end].split() == made.text.split()


@given(st.text(alphabet="اب \n", min_size=1, max_size=40), st.data())
def test_a_quote_is_found_where_it_was_made_whenever_it_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = quote(Page(1, text), Span(DOCUMENT, 1, start, end))

    found = anchor(made, Page(1, text))

    assert found is None or made.text != made.text.strip() or found == made.span
