from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import Limits, Source
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.structured.contacts import ContactsReader, ContactsUnpacker
from tests.documents import encoded, scan, source_of


def card(*lines: str, charset: str = "utf-8") -> bytes:
    """Return an address book with one card."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:2.1", *lines, "END:VCARD", "")).encode(charset)


def source(folder: Path, content: bytes) -> Source:
    """Return it as a file."""
    return source_of(folder, content, "text/vcard")


def _text(folder: Path, content: bytes) -> str:
    return ContactsReader(decode).read(source(folder, content), limits=Limits()).pages[0].text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_quoted_printable_is_read_in_the_character_set_that_is_named(tmp_path: Path, charset: str) -> None:
    written = "".join(f"={byte:02X}" for byte in "أبو سعد".encode(charset))

    assert "N: أبو سعد" == _text(tmp_path, card(f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:;{written};;;"))


def test_a_value_goes_on_over_folded_lines_of_both_kinds(tmp_path: Path) -> None:
    long = quopri.encodestring(("طريق المطحنة " * 8).encode()).decode()

    text = _text(tmp_path, card(f"NOTE;ENCODING=QUOTED-PRINTABLE:{long}", "TEL;CELL:+963", " 944", "FN:Marta"))

    assert ["NOTE: " + ("طريق المطحنة " * 8).rstrip(), "TEL;CELL: +963944", "FN: Marta"] == [line.rstrip() for line in text.split("\n")]


def test_cards_are_divided_and_escapes_read(tmp_path: Path) -> None:
    assert "FN: Amal\nNOTE: a, b\nc\n\nFN: Basil" == _text(tmp_path, card("FN:Amal", r"NOTE:a\, b\nc") + card("FN:Basil"))


def test_a_calendar_is_read_as_its_lines(tmp_path: Path) -> None:
    content = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20141109T100000Z\nSUMMARY:Meeting at the mill\nEND:VEVENT\nEND:VCALENDAR\n"

    assert "DTSTART: 20141109T100000Z\nSUMMARY: Meeting at the mill" == _text(tmp_path, content)


def test_a_photograph_is_a_member_and_no_text(tmp_path: Path) -> None:
    picture = encoded(scan(["Harbour"]))
    content = card("FN:Amal", f"PHOTO;ENCODING=BASE64;PNG:{base64.b64encode(picture).decode()}", "", "PHOTO;BASE64:!")
    members = list(ContactsUnpacker(decode).members(source(tmp_path, content), limits=Limits()))

    assert "FN: Amal" == _text(tmp_path, content)
    assert picture == b"".join(members[0].chunks or ())
    assert (1, Reason.DAMAGED) == (members[1].ordinal, members[1].reason)


def test_a_line_that_is_folded_within_a_letter_is_read(tmp_path: Path) -> None:
    written = "SUMMARY:قسورة".encode()
    content = b"BEGIN:VCALENDAR\r\n" + written[:11] + b"\r\n " + written[11:] + b"\r\nEND:VCALENDAR\r\n"

    assert "SUMMARY: قسورة" == _text(tmp_path, content)


def test_who_is_asked_to_a_meeting_is_read_whatever_signs_the_name_has(tmp_path: Path) -> None:
    event = 'BEGIN:VEVENT\nDTSTART;TZID="Asia/Damascus":20141109T100000\nATTENDEE;CN="Haddad: Salim; Dr":mailto:s@example.org\nEND:VEVENT\n'

    assert 'DTSTART;TZID="Asia/Damascus": 20141109T100000\nATTENDEE;CN="Haddad: Salim; Dr": mailto:s@example.org' == _text(
        tmp_path, event.encode()
    )


def test_an_alarm_is_told_apart_from_its_event(tmp_path: Path) -> None:
    event = b"BEGIN:VEVENT\nSUMMARY:Mill\nBEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:leave\nEND:VALARM\nEND:VEVENT\n"

    assert "SUMMARY: Mill\nVALARM:\nTRIGGER: -PT15M\nDESCRIPTION: leave" == _text(tmp_path, event)
