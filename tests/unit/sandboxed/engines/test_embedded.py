from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines import embedded
from kashf.sandboxed.engines.embedded.compound import compound
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.unpack import PASSED_OVER
from tests.contracts.compound import compound_file
from tests.documents import encoded, source_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = encoded(Image.new("L", (40, 40), "white"))
ICON = encoded(Image.new("L", (15, 900), "white"))


def package(parts: Mapping[str, bytes], *, external: Mapping[str, str] | None = None) -> bytes:
    linked = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in (external or {}).items()
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", "<document/>")
        out.writestr("word/_rels/document.xml.rels", f"<Relationships>{linked}</Relationships>")
        for name, content in parts.items():
            out.writestr(name, content)
    return packed.getvalue()


def native(path: bytes, content: bytes) -> bytes:
    body = (
        struct.pack("<H", 2)
        + b"label\0"
        + path
        + b"\0"
        + struct.pack("<HHI", 0, 3, 4)
        + b"tmp\0"
        + struct.pack("<I", len(content))
        + content
    )
    return struct.pack("<I", len(body)) + body


def blip(type: int, instance: int, content: bytes) -> bytes:
    return struct.pack("<HHI", instance << 4, type, 17 + len(content)) + bytes(17) + content


def taken_out(folder: Path, content: bytes, type: str) -> list[tuple[str, bytes | str]]:
    """Name and content, or reason, of each member."""
    source = source_of(folder, content, type)
    engine = next(each for each in embedded.unpackers() if each.unpacks(type))
    return [
        (member.untrusted_name.decode(), member.reason if member.chunks is None else b"".join(member.chunks))
        for member in engine.members(source, limits=Limits())
    ]


def test_pictures_and_files_of_a_package_come_out_in_the_order_in_which_a_person_counts(tmp_path: Path) -> None:
    content = package(
        {"word/media/image10.png": PICTURE, "word/media/image2.png": b"two", "word/embeddings/a.docx": b"PK", "word/styles.xml": b"<a/>"}
    )

    found = taken_out(tmp_path, content, WORD)

    assert [("word/embeddings/a.docx", b"PK"), ("word/media/image2.png", b"two"), ("word/media/image10.png", PICTURE)] == found


def test_pictures_without_room_for_a_letter_and_thumbnails_are_passed_over(tmp_path: Path) -> None:
    found = taken_out(tmp_path, package({"word/media/bullet.png": ICON, "docProps/thumbnail.jpeg": PICTURE}), WORD)

    assert [("docProps/thumbnail.jpeg", PASSED_OVER), ("word/media/bullet.png", PASSED_OVER)] == found


def test_a_picture_that_lies_elsewhere_is_a_part_that_is_not_read(tmp_path: Path) -> None:
    found = taken_out(tmp_path, package({}, external={"image": "file:///C:/scan.png", "hyperlink": "https://example.org"}), WORD)

    assert [("file:///C:/scan.png", Reason.UNREAD_PART)] == found


def test_an_open_document_with_a_password_is_encrypted(tmp_path: Path) -> None:
    content = package({"META-INF/manifest.xml": b"<manifest:encryption-data/>", "Pictures/a.png": b"noise"})

    with pytest.raises(EngineError) as caught:
        taken_out(tmp_path, content, "application/vnd.oasis.opendocument.text")

    assert caught.value.reason is Reason.ENCRYPTED


def test_an_encrypted_picture_of_an_e_book_is_told(tmp_path: Path) -> None:
    listed = b'<encryption><EncryptedData><CipherData><CipherReference URI="OPS/a%20b.png"/></CipherData></EncryptedData></encryption>'
    content = package({"META-INF/encryption.xml": listed, "OPS/a b.png": b"noise", "OPS/c.png": PICTURE})

    assert [("OPS/a b.png", Reason.ENCRYPTED), ("OPS/c.png", PICTURE)] == taken_out(tmp_path, content, "application/epub+zip")


def test_a_damaged_picture_is_told_and_the_next_comes_out(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 400
    content = package({"word/media/image1.png": noise, "word/media/image2.png": PICTURE})
    at = content.index(b"word/media/image1.png") + 30
    damaged = content[:at] + b"\xff" * 50 + content[at + 50 :]

    assert [("word/media/image1.png", Reason.DAMAGED), ("word/media/image2.png", PICTURE)] == taken_out(tmp_path, damaged, WORD)


@pytest.mark.parametrize("written", [PICTURE.hex().encode(), b"\\bin%d %s" % (len(PICTURE), PICTURE)], ids=["hexadecimal", "binary"])
def test_a_picture_of_rtf_comes_out_once(tmp_path: Path, written: bytes) -> None:
    content = (
        b"{\\rtf1 a{\\*\\shppict{\\pict{\\*\\blipuid 00ff}\\pngblip\\picw9 " + written + b"}}{\\nonshppict{\\pict\\wmetafile8 0011}} b}"
    )

    assert [("picture1.png", PICTURE)] == taken_out(tmp_path, content, "application/rtf")


def test_a_file_in_an_object_of_rtf_comes_out_under_the_path_that_it_had(tmp_path: Path) -> None:
    body = native(b"C:\\desk\\order.txt", b"an order")[4:]
    written = struct.pack("<II", 0x501, 2) + struct.pack("<I", 8) + b"Package\0" + bytes(8) + struct.pack("<I", len(body)) + body
    content = b"{\\rtf1{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata " + written.hex().encode() + b"}}}"

    assert [("C:/desk/order.txt", b"an order")] == taken_out(tmp_path, content, "application/rtf")


def test_a_device_independent_bitmap_gets_the_head_of_a_file(tmp_path: Path) -> None:
    bitmap = encoded(Image.new("L", (20, 20), "white"), "BMP")

    found = taken_out(tmp_path, b"{\\rtf1{\\pict\\dibitmap0 " + bitmap[14:].hex().encode() + b"}}", "application/rtf")

    assert isinstance(found[0][1], bytes)
    assert Image.open(io.BytesIO(found[0][1])).size == (20, 20)


def test_a_package_a_picture_and_a_document_come_out_of_an_old_document(tmp_path: Path) -> None:
    inner = {"WordDocument": b"inner text".ljust(5000, b"\0"), "1Table": b"table"}
    tree = {
        "WordDocument": b"w" * 5000,
        "Data": b"head" + blip(0xF01E, 0x6E0, PICTURE),
        "ObjectPool": {"_1": {"\x01Ole10Native": native(b"a.txt", b"inside")}, "_2": inner},
    }

    found = dict(taken_out(tmp_path, compound_file(tree), "application/msword"))

    assert {"Data-picture1.png", "a.txt", "_2.doc"} == set(found)
    assert (PICTURE, b"inside") == (found["Data-picture1.png"], found["a.txt"])
    assert "application/msword" == LibmagicIdentifier().identify(source_of(tmp_path, bytes(found["_2.doc"]), ""))  # type: ignore[arg-type]  # it is no reason


def test_a_metafile_comes_out_unpacked_and_a_picture_of_a_workbook_joined(tmp_path: Path) -> None:
    metafile = b"\1\0\0\0" + b"drawn" * 2000
    packed = zlib.compress(metafile)
    record = (
        struct.pack("<HHI", 0x3D4 << 4, 0xF01A, 16 + 34 + len(packed)) + bytes(16) + struct.pack("<I28xBB", len(metafile), 0, 254) + packed
    )
    half = len(record) // 2
    book = struct.pack("<HH", 0x00EB, half) + record[:half] + struct.pack("<HH", 0x003C, len(record) - half) + record[half:]

    found = taken_out(tmp_path, compound_file({"Workbook": book}), "application/vnd.ms-excel")

    assert [("Workbook-picture1.emf", metafile)] == found


def test_an_object_of_an_old_presentation_comes_out(tmp_path: Path) -> None:
    inner = compound_file({"WordDocument": b"inner"})
    packed = struct.pack("<I", len(inner)) + zlib.compress(inner)
    slides = b"before" + struct.pack("<HHI", 0x10, 0x1011, len(packed)) + packed

    assert [("object1.bin", inner)] == taken_out(tmp_path, compound_file({"PowerPoint Document": slides}), "application/vnd.ms-powerpoint")


def test_macros_come_out_as_their_source(tmp_path: Path) -> None:
    # "Attribute VB_Name\n" as letters, then a copy of nine letters from eighteen before: eight tokens to a byte of flags.
    letters = b"Attribute VB_Name\n"
    body = b"".join(b"\0" + letters[at : at + 8] for at in (0, 8)) + b"\x04" + letters[16:] + struct.pack("<H", (17 << 11) | 6)
    stream = b"cache" + b"\1" + struct.pack("<H", 0xB000 | (len(body) - 1)) + body

    found = taken_out(tmp_path, compound({("VBA", "Module1"): stream}), "application/x-ole-storage")

    assert [("Module1.bas", letters + b"Attribute")] == found


def test_an_object_of_an_unknown_program_is_not_called_read(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        taken_out(tmp_path, compound_file({"Equation Native": b"x"}), "application/x-ole-storage")

    assert caught.value.reason is Reason.UNSUPPORTED


def test_a_storage_is_written_as_a_file_that_reads_as_before(tmp_path: Path) -> None:
    import olefile  # type: ignore[import-untyped]  # it ships no types

    streams = {("WordDocument",): b"w" * 9_000_000, ("short",): b"s" * 70, ("a", "b", "deep"): b"d" * 4096, ("empty",): b""}

    with olefile.OleFileIO(io.BytesIO(compound(streams))) as ole:
        found = {tuple(path): ole.openstream(path).read() for path in ole.listdir()}

    assert streams == found


@pytest.mark.parametrize(
    ("type", "markup"),
    [
        ("text/html", b'<p>a<img src="data:image/png;base64,%s"><style>@font-face{src:url(data:font/woff;base64,AAAA)}</style>'),
        ("image/svg+xml", b'<svg><image xlink:href="data:image/png;base64,%s"/></svg>'),
        ("application/vnd.oasis.opendocument.text-flat-xml", b"<draw:image><office:binary-data>\n%s\n</office:binary-data></draw:image>"),
        ("application/vnd.ms-wordml", b'<w:pict><w:binData w:name="wordml://1.png">%s</w:binData></w:pict>'),
    ],
)
def test_what_markup_holds_as_base64_comes_out(tmp_path: Path, type: str, markup: bytes) -> None:
    found = taken_out(tmp_path, markup % base64.encodebytes(PICTURE).strip(), type)

    assert [PICTURE] == [content for _, content in found]


def test_each_type_is_taken_apart_by_one_engine() -> None:
    types = [WORD, "application/vnd.ms-excel", "application/vnd.ms-excel.sheet.macroenabled.12", "application/rtf", "text/html"]
    types += ["application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-flat-xml", "application/epub+zip"]

    assert [1] * len(types) == [sum(engine.unpacks(type) for engine in embedded.unpackers()) for type in types]


def test_engines_have_a_name_and_a_version() -> None:
    assert all(engine.name and engine.version for engine in embedded.unpackers())
