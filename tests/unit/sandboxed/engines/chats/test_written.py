from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.language.correspondence.chat_heads import chat_heads, is_conversation, senders
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.chats.written import WrittenConversationReader, day_order
from kashf.sandboxed.engines.libmagic.text_kinds import text_type
from tests.documents import source_of

LEFT, RIGHT, NARROW = "\u200e", "\u200f", "\u202f"
ANDROID = "12/11/2014, 09:06 - أبو عمر: وصل كتاب\nالسطر الثاني\n13/11/2014, 09:07 - Basil Aridi: ready\n"


def read(folder: Path, text: str) -> Extract:
    """Return what is read of a conversation."""
    return WrittenConversationReader(decode).read(source_of(folder, text.encode(), "text/x-chat"), limits=Limits())


def told(page: Page, order: str = "") -> list[tuple[str, str, str]]:
    """Return sender, day and words of each message."""
    return [
        (page.text[slice(*head.sender)], head.date.edtf(), page.text[head.body : head.end].strip())
        for head in chat_heads(page, day_order=order)
    ]


def test_the_text_stays_as_it_is_and_each_message_is_marked(tmp_path: Path) -> None:
    extract = read(tmp_path, ANDROID)
    (page,) = extract.pages

    assert ANDROID == page.text
    assert [("أبو عمر", "2014-11-12", "وصل كتاب\nالسطر الثاني"), ("Basil Aridi", "2014-11-13", "ready")] == told(
        page, extract.metadata["day-order"]
    )
    assert ("in doubt", "أبو عمر; Basil Aridi") == (extract.metadata["zone"], extract.metadata["to"])


@pytest.mark.parametrize(
    "written",
    [
        f"{LEFT}[12.11.14, 09:06:01] Salim: hello",
        f"[11/12/14, 9:06:01{NARROW}PM] Salim: hello",
        f"{RIGHT}[١٢/١١/٢٠١٤، ٩:٠٦:٠١ م] Salim: hello",
        "12.11.14, 09:06 - Salim: hello",
        "2014-11-12, 9:06 a.m. - Salim: hello",
        "2014/11/12, 9:06 - Salim: hello",
        "2014. 11. 12. 오후 9:06, - Salim: hello".replace(",", ""),
        "12/11/2014, 9:06 μ.μ. - Salim: hello",
        "[12.11.2014 klo 9.06.01] Salim: hello",
        "12/11/14 à 09:06 - Salim: hello",
        "24/08/13 10:35:12: Salim: hello",
        f"{RIGHT}12{RIGHT}/11{RIGHT}/2014، 9:06 م - Salim: hello",
    ],
)
def test_messages_are_known_in_the_signs_of_many_telephones(written: str, tmp_path: Path) -> None:
    text = f"{written}\n{written}, again\n"

    assert "text/x-chat" == text_type(text, "WhatsApp Chat with Salim.txt")
    assert [("Salim", "hello"), ("Salim", "hello, again")] == [(sender, words) for sender, _, words in told(read(tmp_path, text).pages[0])]


@pytest.mark.parametrize(
    "text",
    [
        "[2014-11-12 10:00:00] ERROR: disk full\n[2014-11-12 10:00:01] INFO: fine\n",
        "2014-11-12 10:00:00,123 - ERROR: disk full\n2014-11-12 10:00:01,001 - INFO: fine\n",
        "12/11/2014, 09:05 - met with somebody\n13/11/2014, 09:05 - nothing new\n",
        "كتب في 12/11/2014, 09:05 - عمر: نعم\n",
        "12/11/2014\nSubject: supplies\nFrom: depot\n",
        "10:35 - Salim: hello\n10:36 - Basil: hello\n",
        "12/11/2014 09:05 - Gate one: open\n12/11/2014 09:06 - Gate two: shut\n",
    ],
)
def test_texts_that_only_look_like_a_conversation_are_none(text: str) -> None:
    assert not is_conversation(text)
    assert [] == list(senders(text))


def test_a_message_that_quotes_another_in_other_signs_is_one_message(tmp_path: Path) -> None:
    text = "12/11/2014, 09:06 - Salim: he wrote\n[11/11/14, 8:00:00] Karl: come\n12/11/2014, 09:07 - Basil: no\n"

    assert ["Salim", "Basil"] == [sender for sender, *_ in told(read(tmp_path, text).pages[0])]


def test_what_the_program_says_has_no_sender(tmp_path: Path) -> None:
    text = "12/11/2014, 09:05 - Salim created group “north: one”\n12/11/2014, 09:06 - Salim: hello\n"

    assert ["", "Salim"] == [sender for sender, *_ in told(read(tmp_path, text).pages[0])]


@pytest.mark.parametrize(
    ("text", "files"),
    [
        (f"[12.11.14, 09:07:01] Salim: {LEFT}<attached: 00000012-PHOTO-2014-11-12.jpg>", ("00000012-PHOTO-2014-11-12.jpg",)),
        (f"12/11/2014, 09:07 - Salim: {LEFT}IMG-20141112-WA0001.jpg (الملف مرفق)\nنص", ("IMG-20141112-WA0001.jpg",)),
        ("12/11/2014, 09:07 - Salim: <Media omitted>", ()),
    ],
)
def test_a_message_names_the_files_that_hang_on_it(text: str, files: tuple[str, ...], tmp_path: Path) -> None:
    (head,) = chat_heads(read(tmp_path, text).pages[0])

    assert files == head.files


@pytest.mark.parametrize(
    ("days", "texts", "order"),
    [
        (["5/11/14", "13/11/14"], (), "day first"),
        (["11/5/14", "11/13/14"], (), "month first"),
        (["2014-11-05"], (), "year first"),
        (["5/11/14", "6/11/14"], (), "in doubt"),
        (["30/1/14", "1/30/14"], (), "in doubt"),
        (["9/1/14", "10/1/14", "2/2/14"], (), "day first"),
        (["1/9/14", "1/10/14", "2/2/14"], (), "month first"),
        (["5/11/14"], ["IMG-20141105-WA0001.jpg"], "day first"),
        (["5/11/14"], ["00000012-PHOTO-2014-05-11-10-00-00.jpg"], "month first"),
    ],
)
def test_only_the_file_itself_settles_which_number_is_the_day(days: list[str], texts: list[str], order: str) -> None:
    assert order == day_order(days, texts)


def test_a_day_in_doubt_is_either_of_two(tmp_path: Path) -> None:
    extract = read(tmp_path, "5/11/14, 09:05 - Salim: one\n6/11/14, 09:05 - Salim: two\n")

    assert ["[2014-05-11,2014-11-05]", "[2014-06-11,2014-11-06]"] == [
        day for _, day, _ in told(extract.pages[0], extract.metadata["day-order"])
    ]


def test_pages_are_of_whole_messages_and_cover_the_text(tmp_path: Path) -> None:
    text = "".join(f"12/11/2014, 09:06 - Salim: {number} {'word ' * 30}\n" for number in range(400))
    pages = read(tmp_path, text).pages

    assert text == "".join(page.text for page in pages)
    assert [400, True, True] == [sum(len(page.marks) for page in pages), len(pages) > 1, all(page.marks[0].start == 0 for page in pages)]


def test_a_form_feed_in_a_message_begins_none(tmp_path: Path) -> None:
    (page,) = read(tmp_path, "12/11/2014, 09:06 - Salim: one\f13/11/2014, 09:06 - Karl: forged\n").pages

    assert ["Salim"] == [sender for sender, *_ in told(page)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Nov 12, 2014, 21:05 - ", "2014-11-12"),
        ("12 Nov 2014, 21:05 - ", "2014-11-12"),
        ("8:05pm, Nov 12 - ", ""),
        ("۱۳۹۳/۸/۲۱،\u200f ۹:۰۵ - ", ""),
        ("[12/11/2557 BE, 21:05:01] ", ""),
    ],
)
def test_a_day_of_another_calendar_or_without_its_year_is_kept_as_it_is_written(written: str, day: str, tmp_path: Path) -> None:
    text = f"{written}Salim [north]: one\n{written}\u202aKarl\u202c: two\n"
    extract = read(tmp_path, text)

    assert is_conversation(text)
    assert [("Salim [north]", day, "one"), ("Karl", day, "two")] == told(extract.pages[0], extract.metadata.get("day-order", ""))
