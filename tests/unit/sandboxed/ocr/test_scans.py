from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Origin, Page, Reason, Status
from kashf.intake.ink_maps.ink_map import unpacked
from kashf.ports.engines import EngineError, Extract, Limits, Picture, Source
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.lines import Grey
from kashf.sandboxed.ocr.scans import (
    Ocr,
    Scanner,
    grey_of,
    is_blank,
    is_legible,
    join_readings,
    picture_of,
    read_line,
    read_scan,
    scan,
    share_right,
)
from tests.unit.sandboxed.ocr.pages import blank, write, written


@dataclass
class FakeOcr:
    """Reads the same words from every picture, with boxes from edge to edge, and counts the pictures."""

    text: str = "checkpoint"
    confidence: float = 0.9
    name: str = "fake"
    version: str = "1"
    pictures: list[Picture] = field(default_factory=list)

    def read_page(self, picture: Picture, *, number: int) -> Page:
        self.pictures.append(picture)
        boxes = (Box(0, len(self.text), 0, 0, BOX_GRID, BOX_GRID),) if self.text else ()
        return Page(number, self.text, origin=Origin.OCR, confidence=self.confidence if self.text else 0.0, boxes=boxes)


@dataclass
class FakeImager:
    """Draws the same page whatever it is asked for, unless it has a fault to tell."""

    grey: Grey
    fault: EngineError | None = None

    def images(self, type: str) -> bool:
        return True

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        if self.fault:
            raise self.fault
        return picture_of(self.grey)


PDF = Source(Path("/nowhere"), 1, type="application/pdf")
UNREAD = Page(1, "", confidence=0.0)


def _scanner(grey: Grey, ocr: Ocr, *, fault: EngineError | None = None, now: float = 0.0) -> Scanner:
    return Scanner(FakeImager(grey, fault), ocr, seconds=lambda: now, deadline=10.0)


def test_a_clear_page_is_read_once_line_by_line() -> None:
    line, page = FakeOcr(), FakeOcr()

    read = read_scan(written(), ocr=Ocr(page=page, line=line), number=3)

    assert (3, "\n".join(["checkpoint"] * 5), 0.9, Origin.OCR) == (read.number, read.text, read.confidence, read.origin)
    assert (5, 0) == (len(line.pictures), len(page.pictures))


def test_a_doubtful_line_is_read_once_more_smaller_and_the_surer_reading_is_kept() -> None:
    class Short(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            page = super().read_page(picture, number=number)
            return page if picture.height <= 34 else Page(number, "chckpnt", confidence=0.6)

    line = Short()
    page = written(lines=1).repeat(3, axis=0).repeat(3, axis=1)

    assert "checkpoint" == Sheet.of(page).read(line, number=1).text
    assert [40, 34] == [picture.height for picture in line.pictures]


def test_words_have_their_boxes_on_the_page_and_their_places_in_the_text() -> None:
    read = read_scan(written(), ocr=Ocr(page=FakeOcr(), line=FakeOcr()), number=1)

    assert ["checkpoint"] * 5 == [read.text[box.start : box.end] for box in read.boxes]
    first = read.boxes[0]
    assert (60 / 700, 60 / 500, 620 / 700, 84 / 500) == pytest.approx(
        [edge / BOX_GRID for edge in (first.left, first.top, first.right, first.bottom)], abs=0.02
    )


def test_boxes_of_a_page_that_was_levelled_lie_where_the_words_are_on_the_page_as_it_came() -> None:
    tilted = np.asarray(Image.fromarray(written()).rotate(-4, Image.Resampling.BICUBIC, fillcolor=255))

    sheet = Sheet.of(tilted)
    read = sheet.read(FakeOcr(), number=1)

    assert sheet.skew == pytest.approx(4.0, abs=0.3)
    top = read.boxes[0]
    ink = np.argwhere(tilted[: round(top.bottom * 500 / BOX_GRID)] < 100)
    assert ink[:, 0].min() == pytest.approx(top.top * 500 / BOX_GRID, abs=8)
    assert ink[:, 1].max() == pytest.approx(top.right * 700 / BOX_GRID, abs=8)


def test_boxes_of_a_page_that_lay_on_its_side_lie_where_the_words_are() -> None:
    upright = Sheet.of(np.rot90(written(), 3), quarters=1)

    left, top, right, bottom = upright.on_original(60, 60, 640, 84)

    assert (BOX_GRID - 84 * 20, 60 * BOX_GRID // 700, BOX_GRID - 60 * 20, 640 * BOX_GRID // 700) == pytest.approx(
        (left, top, right, bottom), abs=2
    )


def test_a_wide_gap_between_two_lines_becomes_an_empty_line() -> None:
    page = np.full((600, 700), 255, np.uint8)
    for top in (40, 100, 160, 400, 460):
        write(page, top, 60, 640)

    read = Sheet.of(page).read(FakeOcr(text="word"), number=1)

    assert "word\nword\nword\n\nword\nword" == read.text


def test_cells_of_an_arabic_page_are_read_from_the_right() -> None:
    page = written(lines=3)
    page[:, 250:450] = 255
    seen: list[int] = []

    class Numbered(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            seen.append(picture.width)
            return Page(number, f"{'أ' * 4}{len(seen)}", confidence=0.9)

    read = Sheet.of(page).read(Numbered(), number=1)

    assert ["أأأأ2\tأأأأ1", "أأأأ4\tأأأأ3", "أأأأ6\tأأأأ5"] == read.text.split("\n")


def test_a_line_that_begins_with_a_number_is_read_with_room_before_it_and_the_longer_number_is_kept() -> None:
    class Short(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            widest = max((each.width for each in self.pictures), default=picture.width)
            self.text = "7150 dinars" if picture.width > widest else "0 dinars"
            return super().read_page(picture, number=number)

    ocr = Short()

    assert "7150 dinars" == Sheet.of(written(lines=1)).read(ocr, number=1).text
    assert 2 == len(ocr.pictures)


def test_a_doubtful_reading_is_given_up_for_a_surer_one_of_the_whole_page() -> None:
    line, page = FakeOcr(text="chckpnt", confidence=0.4), FakeOcr(text="the second checkpoint before dawn and all that", confidence=0.8)

    assert page.text == read_scan(written(), ocr=Ocr(page=page, line=line), number=1).text


def test_a_doubtful_reading_is_kept_when_the_other_one_is_no_better() -> None:
    line, page = FakeOcr(text="checkpoint", confidence=0.5), FakeOcr(text="x", confidence=0.5)

    assert 5 == read_scan(written(), ocr=Ocr(page=page, line=line), number=1).text.count("checkpoint")


def test_light_writing_on_a_dark_page_is_turned_round_before_it_is_read() -> None:
    line = FakeOcr()

    read_scan(255 - written(), ocr=Ocr(page=FakeOcr(), line=line), number=1)

    assert all(np.median(np.frombuffer(picture.pixels, np.uint8)) > 128 for picture in line.pictures)


def test_a_picture_that_is_one_line_is_read_as_a_line() -> None:
    line = FakeOcr(text="دليل")

    assert "دليل" == read_line(written(lines=1), ocr=Ocr(page=FakeOcr(), line=line)).text


@pytest.mark.parametrize(
    ("text", "confidence", "legible"),
    [
        ("The convoy passed", 0.6, True),
        ("مرت القافلة", 0.45, True),
        ("14", 0.95, True),
        ("Sen", 0.33, False),
        ("5", 0.7, False),
        ("7 2 ii a | 4 .. o i 7 1 x", 0.54, False),
        ("1 2 3 4 5", 0.9, True),
        ("The convoy passed", 0.2, False),
        ("", 0.0, False),
    ],
)
def test_what_a_texture_is_read_as_is_told_from_writing(text: str, confidence: float, legible: bool) -> None:
    assert legible == is_legible(Page(1, text, confidence=confidence))


def test_paper_with_some_grain_is_blank_and_paper_with_one_line_is_not() -> None:
    grain = np.random.default_rng(1).integers(235, 250, (500, 700)).astype(np.uint8)
    line = grain.copy()
    line[100:110, 100:300] = 20

    assert is_blank(grain)
    assert not is_blank(line)
    assert is_blank(np.zeros((0, 0), np.uint8))


def test_colours_become_the_grey_the_eye_sees() -> None:
    picture = Picture(2, 1, 3, bytes((255, 0, 0, 255, 255, 255)))

    assert [76, 255] == grey_of(picture)[0].tolist()


def test_only_pages_that_ask_for_it_are_read_from_their_image() -> None:
    line = FakeOcr()
    extract = Extract((Page(1, "digital"), Page(2, "", confidence=0.0)))

    read = _scanner(written(), Ocr(page=FakeOcr(), line=line)).read(PDF, extract, limits=Limits())

    assert [(1, Origin.DIGITAL), (2, Origin.OCR)] == [(page.number, page.origin) for page in read.pages]
    assert (Status.DONE, 5) == (read.status, len(line.pictures))


def test_of_an_answer_that_was_read_twice_the_first_reading_is_kept_beside_the_page() -> None:
    class Words(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            page = super().read_page(picture, number=number)
            at = self.text.index("8")
            box = page.boxes[0]
            return replace(page, boxes=(replace(box, end=at - 1), replace(box, start=at)))

    line, blood = Words(text="Blood group: 8+"), FakeOcr(text="B+")

    read = _scanner(written(), Ocr(page=line, line=line, blood=blood)).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert "Blood group: B+" == read.pages[0].text.splitlines()[0]
    assert [1] == [page.number for page in read.second_readings]
    assert "Blood group: 8+" == read.second_readings[0].text.splitlines()[0]


def test_a_blank_page_is_done_without_being_read() -> None:
    line = FakeOcr()

    read = _scanner(np.full((300, 200), 240, np.uint8), Ocr(page=FakeOcr(), line=line)).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.DONE, "", 0) == (read.status, read.pages[0].text, len(line.pictures))


def test_a_page_on_which_nothing_is_legible_makes_the_whole_partial() -> None:
    ocr = Ocr(page=FakeOcr(text=""), line=FakeOcr(text=""))

    read = _scanner(written(), ocr).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.PARTIAL, Reason.UNREADABLE, "") == (read.status, read.reason, read.pages[0].text)


@pytest.mark.parametrize(
    ("text", "confidence", "is_kept"), [("", 0.0, True), ("the convoy passed", 0.55, True), ("the convoy passed", 0.9, False)]
)
def test_where_a_page_has_ink_is_kept_unless_its_words_are_sure(text: str, confidence: float, is_kept: bool) -> None:
    ocr = Ocr(page=FakeOcr(text=text, confidence=confidence), line=FakeOcr(text=text, confidence=confidence))

    read = _scanner(written(), ocr).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert [number for number, _ in read.ink_prints] == [1] * is_kept
    assert all(unpacked(ink).any() for _, ink in read.ink_prints)


def test_no_page_is_begun_when_the_time_is_over_and_what_was_read_stays() -> None:
    extract = Extract((Page(1, "digital"), replace_number(UNREAD, 2)))

    read = _scanner(written(), Ocr(page=FakeOcr(), line=FakeOcr()), now=11.0).read(PDF, extract, limits=Limits())

    assert (Status.PARTIAL, Reason.TIMEOUT, ["digital", ""]) == (read.status, read.reason, [page.text for page in read.pages])


def test_a_document_none_of_whose_pages_can_be_drawn_has_failed() -> None:
    fault = EngineError(Reason.BOMB, "too many pixels")

    read = _scanner(written(), Ocr(page=FakeOcr(), line=FakeOcr()), fault=fault).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.FAILED, Reason.BOMB, ()) == (read.status, read.reason, read.pages)


def test_a_stamp_on_a_scan_follows_what_was_read_unless_it_was_read_too() -> None:
    read = Page(1, "The order", origin=Origin.OCR, confidence=0.9)

    assert "The order\n\nLANTERN 0014" == join_readings(Page(1, "LANTERN 0014", confidence=0.0), read).text
    assert "The order" == join_readings(Page(1, "the order".title().replace("O", "o"), confidence=0.0), read).text


def test_a_stamp_stays_when_the_scan_says_nothing() -> None:
    read = join_readings(Page(1, "LANTERN 0014", confidence=0.0), Page(1, "", origin=Origin.OCR, confidence=0.0))

    assert ("LANTERN 0014", Origin.DIGITAL, 1.0) == (read.text, read.origin, read.confidence)


def test_a_page_of_which_a_line_was_not_read_is_read_another_way_and_stays_partial_when_that_does_not_help() -> None:
    class Forgetful(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            page = super().read_page(picture, number=number)
            return Page(number, "", confidence=0.0) if len(self.pictures) in {2, 6} else page

    whole = FakeOcr(text="another reading", confidence=0.3)
    read = _scanner(written(), Ocr(page=whole, line=Forgetful())).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.PARTIAL, Reason.UNREAD_PART, 4) == (read.status, read.reason, read.pages[0].text.count("checkpoint"))
    assert 1 == len(whole.pictures)


def test_a_line_that_was_left_out_is_read_by_itself() -> None:
    class SlowToSee(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            page = super().read_page(picture, number=number)
            return Page(number, "", confidence=0.0) if len(self.pictures) == 2 else page

    made = scan(written(), ocr=Ocr(page=FakeOcr(), line=SlowToSee()), number=1)

    assert (None, 5) == (made.reason, made.page.text.count("checkpoint"))
    assert ["checkpoint"] * 5 == [made.page.text[box.start : box.end] for box in made.page.boxes]


@pytest.mark.parametrize(("engine", "right"), [(0.95, 0.95), (0.8, 0.8), (0.7, 0.59), (0.65, 0.485), (0.1, 0.01)])
def test_a_page_is_believed_by_the_share_of_words_that_are_right(engine: float, right: float) -> None:
    assert right == pytest.approx(share_right(engine))


def test_a_page_read_too_unsurely_is_kept_and_makes_the_whole_partial() -> None:
    ocr = Ocr(page=FakeOcr(text=""), line=FakeOcr(text="checkpoint", confidence=0.45))

    read = _scanner(written(), ocr).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.PARTIAL, Reason.LOW_CONFIDENCE) == (read.status, read.reason)
    assert 5 == read.pages[0].text.count("checkpoint") == len(read.pages[0].boxes)


def test_a_photograph_without_writing_is_done_and_says_so() -> None:
    random = np.random.default_rng(4)
    rough = random.integers(0, 255, (40, 60)).repeat(12, axis=0).repeat(12, axis=1).astype(np.float64)
    photograph = np.clip(rough + random.normal(0, 12, rough.shape), 0, 255).astype(np.uint8)
    ocr = Ocr(page=FakeOcr(text="ii a |", confidence=0.4), line=FakeOcr(text="7 .", confidence=0.3))

    read = _scanner(photograph, ocr).read(PDF, Extract((UNREAD,)), limits=Limits())

    assert (Status.DONE, Reason.NO_WRITING, [""]) == (read.status, read.reason, [page.text for page in read.pages])


def test_a_photograph_among_pages_with_text_takes_nothing_from_the_whole() -> None:
    extract = Extract((Page(1, "digital"), replace_number(UNREAD, 2)))

    read = _scanner(blank(300, 200, grey=240), Ocr(page=FakeOcr(), line=FakeOcr())).read(PDF, extract, limits=Limits())

    assert (Status.DONE, None) == (read.status, read.reason)


def test_a_stamp_on_a_scan_that_could_not_be_read_does_not_count_as_sure() -> None:
    extract = Extract((Page(1, "LANTERN 0014", confidence=0.0),))

    read = _scanner(written(), Ocr(page=FakeOcr(), line=FakeOcr()), now=11.0).read(PDF, extract, limits=Limits())

    assert (Status.PARTIAL, Reason.TIMEOUT) == (read.status, read.reason)
    assert [("LANTERN 0014", False)] == [(page.text, page.is_sure) for page in read.pages]


def test_faint_lines_that_read_as_words_are_kept() -> None:
    page = written(lines=4)
    for top in (320, 380, 440):
        write(page, top, 60, 640, grey=190)

    read = read_scan(page, ocr=Ocr(page=FakeOcr(), line=FakeOcr()), number=1)

    assert 7 == read.text.count("checkpoint")


def test_faint_lines_that_do_not_read_as_words_are_what_shines_through() -> None:
    page = written(lines=4)
    for top in (320, 380, 440):
        write(page, top, 60, 640, grey=190)

    class OnlyStrong(FakeOcr):
        def read_page(self, picture: Picture, *, number: int) -> Page:
            faint = np.frombuffer(picture.pixels, np.uint8).min() > 100
            page = super().read_page(picture, number=number)
            return Page(number, "ii", confidence=0.2) if faint else page

    made = scan(page, ocr=Ocr(page=FakeOcr(), line=OnlyStrong()), number=1)

    assert (None, 4) == (made.reason, made.page.text.count("checkpoint"))


def replace_number(page: Page, number: int) -> Page:
    return Page(number, page.text, confidence=page.confidence)
