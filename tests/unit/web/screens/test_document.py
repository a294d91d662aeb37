"""The document screen: text as stored, occurrences, a citation anybody can check, custody."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Box, Mark, MarkKind, Origin, Page, Sighting, Status
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.ports.stages import DATES
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from kashf.web.app import create_app
from kashf.web.text.page_view import Rectangle, rectangles
from tests.fakes import FakeCaseView
from tests.unit.services.case.copies.test_filled_copies import own
from tests.unit.services.forms.filled import fill
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor
from tests.unit.web.made import document_id, put, record

Visit = Callable[[str], str]

LETTER = "إلى القائد\nيسحب السلاح الثقيل من القلعة\nthe citadel 😀 citadel"


@pytest.fixture
def letter(view: FakeCaseView) -> DocumentId:
    pages = (Page(1, LETTER), Page(2, "nothing"), Page(3, "the citadel again"))
    return put(view, record("box/letter.txt"), *pages).id


def test_every_line_of_the_text_is_there_with_its_place(letter: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{letter}")

    assert ["0", "11", "40"] == re.findall(r'<p data-at="(\d+)"', page)
    assert "يسحب السلاح الثقيل من القلعة</p>" in page


def test_a_shortened_id_leads_to_the_whole_one(letter: DocumentId, visitor: Visitor) -> None:
    answer = visitor.get(f"/document/{letter[:10]}?page=3&q=citadel")

    assert (307, f"/document/{letter}?page=3&q=citadel") == (answer.status_code, answer.headers["location"])


@pytest.mark.parametrize("path", ["/document/ffff", "/document/{id}?page=4", "/document/{id}?at=5-500", "/document/..%2f..%2fetc"])
def test_what_is_not_there_is_said_in_words(letter: DocumentId, visitor: Visitor, path: str) -> None:
    answer = visitor.get(path.format(id=letter))

    assert 404 == answer.status_code
    assert "What is safe" in answer.text


@pytest.mark.parametrize("asked", ["page=0", "page=x", "page=99999999999999999999", "at=1", "at=9-", "mode=all", "nonsense=1", "side=1"])
def test_what_an_address_cannot_say_is_refused(letter: DocumentId, visitor: Visitor, asked: str) -> None:
    assert 400 == visitor.get(f"/document/{letter}?{asked}").status_code


def test_occurrences_are_marked_counted_and_lead_on(letter: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{letter}?q=citadel")

    assert "2 occurrences on this page" in page
    assert ['id="at-44"', 'id="at-54"'] == re.findall(r'id="at-\d+"', page)
    assert f'href="/document/{letter}?q=citadel&amp;page=3" data-found="following"' in page
    assert f'href="/document/{letter}?q=citadel#last" data-found="before"' in visit(f"/document/{letter}?page=3&q=citadel")


def test_a_citation_names_place_and_quote_and_its_hash(letter: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{letter}?at=44-51")

    assert f"{letter}#1:44-51" in page
    assert '<blockquote dir="auto">citadel</blockquote>' in page
    assert hashlib.sha256(b"citadel").hexdigest() in page


def test_the_cited_place_is_underlined_beside_the_occurrences(letter: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{letter}?q=citadel&at=40-51")

    assert '<span class="cited">the </span><span class="cited"><mark data-hit="0" id="at-44">citadel</mark></span>' in page
    assert '<mark data-hit="1" id="at-54">citadel</mark></p>' in page


@pytest.fixture
def scan(view: FakeCaseView) -> DocumentId:
    boxes = (Box(0, 6, 8000, 100, 9000, 200, 0.93), Box(7, 10, 6000, 100, 7000, 200, 0.3), Box(11, 14, 20, 100, 900, 200, 0.2))
    page = Page(1, "number 40 dim", Origin.OCR, 0.8, boxes=(boxes[0], replace(boxes[1], end=9), replace(boxes[2], start=10, end=13)))
    id = put(view, record("scan.pdf", type="application/pdf", origin="ocr"), page).id
    view.read_again = {id: (replace(page, text="number ٤٥٨ dim", boxes=boxes),)}
    return id


def test_a_word_that_was_read_unsurely_says_so_and_how_else_it_was_read(scan: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{scan}")

    assert ">40</span>" in page
    assert re.search(
        'title="Number read by machine, not looked at. Read with confidence 30\\W%: compare the picture. Also read as ٤٥٨"', page
    )
    assert re.search('<span class="doubt" title="Read with confidence 20\\W%: compare the picture.">dim</span></p>', page)
    assert 2 == page.count('class="doubt"')


def test_an_amount_that_a_machine_read_is_named_as_one_that_nobody_looked_at(view: FakeCaseView, scan: DocumentId, visit: Visit) -> None:
    named = [Mention(7, 9, "40", MentionType.MONEY, "rules:sum", 1.0), Mention(10, 13, "dim", MentionType.PERSON, "rules:kunya", 1.0)]
    view.named = tuple(PlacedMention(scan, 1, NameKey(each.text), each) for each in named)

    page = visit(f"/document/{scan}")

    assert re.search(r"40</bdi></a> <small>\(Number read by machine, not looked at\.\)</small>", page)
    assert 1 == page.count("<small>(Number read")


def test_the_dates_of_a_page_are_listed_with_their_days_and_those_that_nobody_looked_at_say_so(view: FakeCaseView, visit: Visit) -> None:
    page = Page(1, "Date: 3 May 2014\nwe met on 20 محرم 1435", Origin.OCR, 0.9)
    id = put(view, record("scan.png", type="image/png", origin="ocr"), page).id
    view.rows[DATES.name] = dict(keep_dates(view, [id]))
    shown = visit(f"/document/{id}")

    assert "written <bdi>3 May 2014</bdi> (read by machine, not looked at)" in shown
    assert f"/document/{id}?at=6-16#at-6" in shown
    assert re.search(r"between 22 Nov 2013 and 24 Nov 2013", shown)
    assert 3 == shown.count("(read by machine, not looked at)")


def test_what_was_read_in_several_ways_is_listed_with_its_place_on_the_picture(scan: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{scan}")

    assert f'<img src="/document/{scan}/picture/1?side=2800&amp;box=5940-40-7060-260"' in page
    assert "<bdi>40</bdi>" in page
    assert "Also read as <bdi>٤٥٨</bdi>" in page


def test_places_are_code_points_beyond_an_emoji_too(letter: DocumentId, visit: Visit) -> None:
    start = LETTER.rindex("citadel")

    assert '<blockquote dir="auto">citadel</blockquote>' in visit(f"/document/{letter}?at={start}-{start + 7}")


def test_every_sighting_is_told_with_its_receipt(letter: DocumentId, visit: Visit) -> None:
    page = visit(f"/document/{letter}")

    assert "from <bdi>courier</bdi>, recorded 2 May 2016, 10:00 UTC by <bdi>layla</bdi>" in page
    assert letter in page


def test_a_member_names_the_container_it_was_found_in(view: FakeCaseView, visit: Visit) -> None:
    inner, box = put(view, record("box.zip/inner.txt"), Page(1, "x")), document_id("box.zip")
    view.seen = {**view.seen, inner.id: ((Sighting(inner.id, "box.zip/inner.txt", "courier", parent=box, ordinal=3), None),)}

    assert f'found inside <a href="/document/{box}">' in visit(f"/document/{inner.id}")


def test_a_container_lists_what_was_found_inside(view: FakeCaseView, visit: Visit) -> None:
    box, inner = put(view, record("box.zip", type="application/zip")), document_id("inner")
    held = Sighting(inner, "box.zip/a.txt", "courier", parent=box.id)
    shut = Sighting(None, "box.zip/b.txt", "courier", parent=box.id, ordinal=1, reason="encrypted")
    view.seen, view.shut = {**view.seen, inner: ((held, None),)}, (shut,)

    page = visit(f"/document/{box.id}")

    assert f'<a href="/document/{inner}">' in page
    assert "Encrypted" in page
    assert "No text was read from this document." in page


def test_copies_are_listed_as_copies(view: FakeCaseView, letter: DocumentId, visit: Visit) -> None:
    copy = put(view, record("other/copy.txt", text_key="same"), Page(1, LETTER))
    view.known = {**view.known, letter: replace(view.known[letter], text_key="same")}

    page = visit(f"/document/{letter}")

    assert "A copy is not a second witness." in page
    assert f'href="/document/{copy.id}"' in page


def test_tracked_changes_comments_and_hidden_text_are_shown_as_what_they_are(view: FakeCaseView, visit: Visit) -> None:
    text = "send ten\nforty lorries why now secret"
    marks = tuple(
        Mark(text.index(words), text.index(words) + len(words), kind)
        for words, kind in (
            ("ten\nforty", MarkKind.DELETED),
            ("lorries", MarkKind.INSERTED),
            ("why now", MarkKind.COMMENT),
            ("secret", MarkKind.HIDDEN),
        )
    )
    page = visit(f"/document/{put(view, record(language='en'), Page(1, text, marks=marks)).id}")

    assert '<p data-at="0" dir="auto" lang="en">send <del class="changed">ten</del></p>' in page
    assert '<p data-at="9" dir="auto" lang="en"><del class="changed">forty</del> <ins class="changed">lorries</ins> ' in page
    assert '<span class="comment-text" data-what="comment">why now</span>' in page
    assert '<span class="hidden-text" data-what="hidden">secret</span></p>' in page
    assert "struck out by a tracked change" in page
    assert "not the writer" not in page


def test_the_signs_of_a_text_that_has_none_are_not_explained(letter: DocumentId, visit: Visit) -> None:
    assert "legend" not in visit(f"/document/{letter}")


def test_a_page_that_was_read_too_unsurely_says_so_above_its_text(view: FakeCaseView, visit: Visit) -> None:
    one = put(view, record(), Page(1, "8 ,ll", Origin.OCR, 0.31), Page(2, "order", Origin.OCR, 0.5))

    assert "Read at 31 %: not counted." in visit(f"/document/{one.id}")
    assert "not counted" not in visit(f"/document/{one.id}?page=2")


def test_a_document_that_is_in_no_answer_says_so(view: FakeCaseView, visit: Visit) -> None:
    one = put(view, record(), Page(1, "order"))
    assert "Set aside or excluded." not in visit(f"/document/{one.id}")

    view.aside = (one.id,)

    assert "Set aside or excluded." in visit(f"/document/{one.id}")


def test_text_set_aside_is_dimmed_and_can_be_hidden(view: FakeCaseView, visit: Visit) -> None:
    one = put(view, record("page.html"), Page(1, "ticker\nstory", marks=(Mark(0, 7, MarkKind.BOILERPLATE),)))

    dimmed, hidden = visit(f"/document/{one.id}"), visit(f"/document/{one.id}?aside=hide")

    assert '<p data-at="0" dir="auto" lang="en" class="aside">ticker</p>' in dimmed.replace('lang="ar"', 'lang="en"')
    assert "hide-aside" not in dimmed
    assert "leaf hide-aside" in hidden


@pytest.mark.parametrize(("status", "words"), [(Status.PARTIAL, "read in part"), (Status.FAILED, "failed"), (None, "waiting")])
def test_what_is_not_whole_says_so_and_why(view: FakeCaseView, visit: Visit, status: Status | None, words: str) -> None:
    one = put(view, record("torn.pdf", status=status, reason="damaged", detail="page 2 ends early"), Page(1, "x"))

    page = visit(f"/document/{one.id}")

    assert f"<b>{words}: <bdi>Damaged</bdi>.</b>" in page
    assert "page 2 ends early" in page


def test_a_picture_stands_beside_the_text_where_pages_are_drawn(view: FakeCaseView, visit: Visit) -> None:
    boxes = (Box(0, 3, 9000, 100, 9500, 200), Box(4, 11, 8000, 100, 8900, 200))
    page = Page(1, "the citadel", Origin.OCR, 0.83, boxes=boxes)
    one = put(view, record("scan.png", type="image/png", origin="ocr"), page)

    shown = visit(f"/document/{one.id}?q=citadel")

    assert f'<img src="/document/{one.id}/picture/1"' in shown
    assert '<rect data-hit="0" x="7982" y="82" width="936" height="136"/>' in shown
    assert "confidence 83 %" in shown


def test_a_text_file_is_shown_alone(letter: DocumentId, visit: Visit) -> None:
    assert "<img" not in visit(f"/document/{letter}")


def test_highlights_on_the_picture_are_the_words_in_the_ranges() -> None:
    boxes = tuple(Box(n * 5, n * 5 + 4, n * 1000, 0, n * 1000 + 900, 100) for n in range(6))

    found = rectangles(boxes, [(0, 4), (11, 19), (29, 40)])

    assert [0, 1, 1] == [one.occurrence for one in found]
    assert Rectangle(0, 0, 918, 118, 0) == found[0]


def test_a_very_long_page_comes_in_parts_and_opens_where_the_citation_is(view: FakeCaseView, visit: Visit) -> None:
    text = "line of text\n" * 10_000 + "the citadel"
    one = put(view, record("long.txt", language="en"), Page(1, text))

    first, last = visit(f"/document/{one.id}"), visit(f"/document/{one.id}?at={len(text) - 7}-{len(text)}")

    assert "part 1 of 4" in first
    assert "part 4 of 4" in last
    assert len(first) < 600_000
    assert '>the <span class="cited">citadel</span></p>' in last


def test_the_document_as_json_and_its_pages_as_a_spreadsheet(letter: DocumentId, visitor: Visitor) -> None:
    answer = visitor.get(f"/document/{letter}?q=citadel&at=44-51&format=json").json()
    content = visitor.get(f"/document/{letter}?format=csv").content.decode("utf-8-sig")

    assert (letter, LETTER, "citadel") == (answer["document"], answer["pages"][0]["text"], answer["citation"]["quote"])
    assert [[44, 51], [54, 61]] == answer["found"]["places"]
    assert 3 == content.count(f'"{letter}"')


def test_a_document_that_has_not_been_read_yet_is_shown(view: FakeCaseView, visit: Visit) -> None:
    one = put(view, record("new.bin", type="", status=None, language="", origin=""))
    view.known = {**view.known, one.id: replace(one, engines={})}

    assert "Not read yet" in visit(f"/document/{one.id}")


def test_a_conversation_is_shown_as_its_messages_with_their_files_and_what_is_in_doubt(view: FakeCaseView, visit: Visit) -> None:
    text = 'Chat: North\n\nFrom: <b>Salim</b>"\nDate: 2014-11-09 10:00:00\nFile: photos/gone.jpg\n\nجاهز'
    chat = put(view, record("exp/result.json"), Page(1, text, marks=(Mark(13, len(text), MarkKind.MESSAGE),))).id
    page = visit(f"/document/{chat}")

    assert '<article class="said" aria-label="&lt;b&gt;Salim&lt;/b&gt;&#34;, 2014-11-09 10:00:00">' in page
    assert "gone.jpg" in page
    assert "1 message; the zone of their times is not written and stays in doubt; 1 file that they name is not here." in page


def test_a_twin_of_a_form_says_which_fields_differ_and_no_word_of_what_is_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    settings, path = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "twins.case"
    create_case(path, name="Twins", settings=settings)
    with open_for_writing(path, settings=settings) as writable:
        first, *_ = fill(writable, *map(own, range(8)), own(0, nation="Ruritania"))
        keep_families(writable)
        group_copies(writable)
    case = open_case(path)
    reader = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    reader.enter()
    family = reader.get("/forms?format=json").json()["families"][0]["id"]
    pages = [reader.get(f"/document/{first}").text]
    reader.post("/at-work", {"name": "Layla", "back": "/forms"})
    reader.post("/forms/map", {"family": family, "field": "nationality", "kind": "nationality", "sealed": "true", "back": "/forms"})
    pages.append(reader.get(f"/document/{first}").text)
    twins = [page[page.index('id="copies-title"') :] for page in pages]
    case.close()

    assert "1 field of the form differs" in twins[0]
    assert '<bdi>Nationality</bdi>: <del class="changed"><bdi>Arcadia</bdi></del>' in twins[0]
    assert "<ins><bdi>Ruritania</bdi></ins>" in twins[0]
    assert "<bdi>sealed</bdi>" in twins[1]
    assert "Ruritania" not in twins[1]
