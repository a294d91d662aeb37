from __future__ import annotations

import base64
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.structured import xml_text
from kashf.sandboxed.engines.structured.xml_text import XmlReader, XmlUnpacker
from tests.documents import encoded, scan, source_of

PICTURE = encoded(scan(["Harbour"]))


def read(folder: Path, xml: str | bytes) -> Extract:
    """Return what is read of XML."""
    content = xml.encode() if isinstance(xml, str) else xml
    return XmlReader(decode).read(source_of(folder, content, "text/xml"), limits=Limits())


def members(folder: Path, xml: str) -> list[tuple[bytes, bytes]]:
    """Return names and bytes of what is taken out."""
    found = XmlUnpacker(decode).members(source_of(folder, xml.encode(), "text/xml"), limits=Limits())
    return [(each.untrusted_name, b"".join(each.chunks or ())) for each in found]


def test_attributes_are_read_beside_texts(tmp_path: Path) -> None:
    xml = '<r xmlns:k="urn:x"><person name="قسورة" k:phone="+963"/><p>some <b class="x">bold</b> text</p><!-- by Amal --></r>'

    assert "name: قسورة; phone: +963\nsome (class: x) bold text\nby Amal" == read(tmp_path, xml).pages[0].text


def test_text_messages_of_a_backup_are_conversations(tmp_path: Path) -> None:
    xml = f"""<?xml version='1.0' encoding='UTF-8'?><smses count="3">
      <sms address="+963944555123" date="1415527300000" type="2" body="yes" contact_name="Salim"/>
      <sms address="+963944555123" date="1415527200000" type="1" subject="null" body="قسورة &#55357;&#56842;&#10;two" contact_name="Salim"/>
      <mms date="1415527400000" msg_box="1" address="+1" contact_name="(Unknown)"><parts>
      <part ct="image/png" cl="p.png" data="{base64.b64encode(PICTURE).decode()}"/>
      <part ct="text/plain" text="Zebraquartz"/></parts>
      <addrs><addr address="+1" type="137"/><addr address="+2" type="151"/></addrs></mms></smses>"""
    first, second = read(tmp_path, xml).pages

    assert [
        "From: Salim (+963944555123)\nDate: 2014-11-09 10:00:00 UTC\n\nقسورة 😊\ntwo",
        "From: me\nDate: 2014-11-09 10:01:40 UTC\nTo: Salim (+963944555123)\n\nyes",
    ] == [first.text[mark.start : mark.end] for mark in first.marks]
    assert second.text.endswith("From: +1\nDate: 2014-11-09 10:03:20 UTC\nFile: p.png\nTo: +2\n\nZebraquartz")
    assert [(b"p.png", PICTURE)] == members(tmp_path, xml)


def test_calls_of_a_backup_are_told(tmp_path: Path) -> None:
    xml = '<calls count="1"><call number="+963" duration="61" date="1415527200000" type="3" contact_name="Salim"/></calls>'

    assert "From: Salim (+963)\nDate: 2014-11-09 10:00:00 UTC\n\nmissed call, 61 seconds" in read(tmp_path, xml).pages[0].text


def test_a_file_in_an_element_is_a_member_and_no_text(tmp_path: Path) -> None:
    xml = f"<r><photo>\n{base64.encodebytes(PICTURE).decode()}</photo><n>Amal</n></r>"

    assert f"({len(PICTURE)} bytes)\nAmal" == read(tmp_path, xml).pages[0].text
    assert [(b"photo", PICTURE)] == members(tmp_path, xml)


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_xml_is_read_in_the_encoding_it_declares(encoding: str, tmp_path: Path) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><r name="قسورة"/>'.encode(encoding)

    assert "name: قسورة" == read(tmp_path, content).pages[0].text


def test_entities_that_a_file_defines_do_not_multiply(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE r [<!ENTITY l0 "lol">{levels}<!ENTITY out SYSTEM "file:///etc/hostname">]><r a="1">Amal &out; &l11;</r>'
    extract = read(tmp_path, xml)

    assert (Status.PARTIAL, Reason.UNREAD_PART, True) == (extract.status, extract.reason, len(extract.pages[0].text) < 2_000_000)


def test_xml_that_nests_deeper_than_anybody_writes_is_no_fault_of_ours(tmp_path: Path) -> None:
    assert "n: Amal" in read(tmp_path, '<r n="Amal">' + "<a>" * 200_000).pages[0].text


def test_xml_without_any_text_is_left_to_others(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        read(tmp_path, "<r><a/></r>")


def test_xml_in_which_no_file_can_stand_is_not_parsed_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(content: bytes, target: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(xml_text, "_walked", fail)

    assert [] == members(tmp_path, f"<a>{'the convoy ' * 99}</a>")
