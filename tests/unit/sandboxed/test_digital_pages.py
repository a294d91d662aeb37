from __future__ import annotations

import pytest

from kashf.domain.document import Box, Origin, Page, Reason, Status
from kashf.ports.engines import Extract
from kashf.sandboxed.digital_pages import for_image, settled

RIGHT = (
    "The second batch reached the store near the bridge yesterday morning and the drivers left after handing the crates to the keeper, "
    "who asks for the list of those on duty before the end of the week"
)
GARBLED = RIGHT.replace("e", "\ufffd")
BROKEN, SOUND = Page(1, GARBLED, confidence=0.0), Page(1, "page 1", confidence=0.0, boxes=(Box(0, 1, 4000, 9000, 6000, 9200),))


def image(text: str, *, confidence: float = 0.9, top: int = 1000) -> Page:
    """Return what was read on an image, its words side by side."""
    boxes, start = [], 0
    for word in text.split():
        boxes.append(Box(start, start + len(word), 1000 + 10 * start, top, 1000 + 10 * start + 9, top + 200, confidence))
        start += len(word) + 1
    return Page(1, text, origin=Origin.OCR, confidence=confidence, boxes=tuple(boxes))


def test_a_page_whose_text_is_weighed_is_read_from_its_image_as_if_it_had_none() -> None:
    stamp = Page(1, "LANTERN 0014", confidence=0.0)

    assert [("", 0.0), ("LANTERN 0014", 0.0), ("", 0.0)] == [
        (page.text, page.confidence) for each in (BROKEN, stamp, SOUND) for page in for_image(Extract((each,))).pages
    ]


def test_of_a_garbled_text_and_its_image_the_more_believable_is_the_text_and_both_are_kept() -> None:
    extract = settled(Extract((BROKEN,)), Extract((image(RIGHT),)))

    assert ((RIGHT,), (GARBLED,)) == (texts(extract.pages), texts(extract.second_readings))


def test_a_text_stays_when_nothing_could_be_read_on_its_image_and_is_not_sure() -> None:
    extract = settled(Extract((BROKEN,)), Extract((Page(1, "", confidence=0.0),), status=Status.PARTIAL, reason=Reason.UNREADABLE))

    assert ((GARBLED,), False, Reason.UNREADABLE) == (texts(extract.pages), extract.pages[0].is_sure, extract.reason)


def test_a_text_that_its_image_agrees_with_was_right() -> None:
    odd = Page(1, "ab12 " + RIGHT, confidence=0.0)

    assert ("ab12 " + RIGHT, 1.0) == ((page := settled(Extract((odd,)), Extract((image(RIGHT),))).pages[0]).text, page.confidence)


def test_what_was_read_beside_the_text_is_added_with_its_boxes() -> None:
    page = settled(Extract((SOUND,)), Extract((image("harbour closed"),))).pages[0]

    assert "page 1\n\nharbour closed" == page.text
    assert ["harbour", "closed"] == [page.text[box.start : box.end] for box in page.boxes]
    assert 0.9 < page.confidence < 1.0


@pytest.mark.parametrize(("status", "reason"), [(Status.DONE, Reason.NO_WRITING), (Status.PARTIAL, Reason.LOW_CONFIDENCE)])
def test_what_is_said_of_an_image_does_not_hold_for_a_page_with_sure_text(status: Status, reason: Reason) -> None:
    page = Page(1, "ab12 " + RIGHT, confidence=0.0)
    seen = image(RIGHT, confidence=0.4) if reason is Reason.LOW_CONFIDENCE else Page(1, "", confidence=0.0)
    digital = Extract((Page(1, RIGHT), Page(2, RIGHT, confidence=0.0))) if not seen.text else Extract((page,))

    extract = settled(digital, Extract((seen, image(RIGHT)) if not seen.text else (seen,), status=status, reason=reason))

    assert (Status.DONE, None) == (extract.status, extract.reason)


def test_what_the_text_says_already_is_not_added_and_is_not_unread() -> None:
    extract = settled(Extract((SOUND,)), Extract((image("page 1"),)))

    assert (Status.DONE, ("page 1",)) == (extract.status, texts(extract.pages))


def test_a_page_with_writing_that_cannot_be_read_is_partial_and_keeps_its_text() -> None:
    extract = settled(Extract((SOUND,)), Extract((Page(1, "page", boxes=(Box(0, 4, 4500, 9050, 4700, 9150),)),)))

    assert (Status.PARTIAL, Reason.UNREAD_PART) == (extract.status, extract.reason)
    assert ("page 1", 1.0) == (extract.pages[0].text, extract.pages[0].confidence)
    assert Status.PARTIAL == settled(Extract((SOUND,)), Extract((Page(1, "", confidence=0.0),))).status


def test_a_document_whose_images_all_failed_keeps_the_text_it_had() -> None:
    extract = settled(Extract((SOUND,)), Extract(status=Status.FAILED, reason=Reason.TIMEOUT))

    assert (Status.PARTIAL, Reason.TIMEOUT, ("page 1",)) == (extract.status, extract.reason, texts(extract.pages))


def test_pages_that_are_not_weighed_are_as_they_were_scanned() -> None:
    scanned = Extract((image("a letter"), Page(2, "typed")))

    assert scanned == settled(Extract((Page(1, "", confidence=0.0), Page(2, "typed"))), scanned)


def texts(pages: tuple[Page, ...]) -> tuple[str, ...]:
    return tuple(page.text for page in pages)
