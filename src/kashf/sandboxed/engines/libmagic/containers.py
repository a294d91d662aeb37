"""What a zip or an OLE file really is, by what it holds."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from typing import BinaryIO

import olefile  # type: ignore[import-untyped]  # it ships no types

_ZIP = "application/zip"
_OLE = "application/x-ole-storage"
#: A list of members longer than this belongs to no office document; reading it here would only cost time.
_DIRECTORY_BYTES = 16 << 20
_PEEK_BYTES = 1 << 20
#: What a damaged or hostile zip makes zipfile raise.
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, ValueError, KeyError, EOFError, NotImplementedError, RuntimeError, struct.error)

_WACZ = "application/wacz"
_OOXML = "application/vnd.openxmlformats-officedocument."
#: A word of [Content_Types].xml -> media type. Source: ECMA-376 part 1, MS-OFFMACRO2; the more special ones first.
_MAIN_PARTS = (
    (b"ms-word.document.macroenabled.main", "application/vnd.ms-word.document.macroenabled.12"),
    (b"ms-word.template.macroenabledtemplate.main", "application/vnd.ms-word.template.macroenabled.12"),
    (b"ms-excel.sheet.macroenabled.main", "application/vnd.ms-excel.sheet.macroenabled.12"),
    (b"ms-excel.sheet.binary.macroenabled.main", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    (b"ms-excel.template.macroenabled.main", "application/vnd.ms-excel.template.macroenabled.12"),
    (b"ms-excel.addin.macroenabled.main", "application/vnd.ms-excel.addin.macroenabled.12"),
    (b"ms-powerpoint.presentation.macroenabled.main", "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
    (b"ms-powerpoint.slideshow.macroenabled.main", "application/vnd.ms-powerpoint.slideshow.macroenabled.12"),
    (b"wordprocessingml.document.main", f"{_OOXML}wordprocessingml.document"),
    (b"wordprocessingml.template.main", f"{_OOXML}wordprocessingml.template"),
    (b"spreadsheetml.sheet.main", f"{_OOXML}spreadsheetml.sheet"),
    (b"spreadsheetml.template.main", f"{_OOXML}spreadsheetml.template"),
    (b"presentationml.presentation.main", f"{_OOXML}presentationml.presentation"),
    (b"presentationml.slideshow.main", f"{_OOXML}presentationml.slideshow"),
    (b"presentationml.template.main", f"{_OOXML}presentationml.template"),
    (b"ms-visio.drawing.main", "application/vnd.ms-visio.drawing"),
    (b"ms-package.xps-fixeddocumentsequence", "application/vnd.ms-xpsdocument"),
)
#: A name inside -> media type; for packages without a list of types, and for damaged ones.
_TELLING_NAMES = (
    ("datapackage.json", _WACZ),
    ("word/document.xml", f"{_OOXML}wordprocessingml.document"),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("xl/workbook.xml", f"{_OOXML}spreadsheetml.sheet"),
    ("ppt/presentation.xml", f"{_OOXML}presentationml.presentation"),
    ("visio/document.xml", "application/vnd.ms-visio.drawing"),
    ("fixeddocseq.fdseq", "application/vnd.ms-xpsdocument"),
    ("fixeddocumentsequence.fdseq", "application/vnd.ms-xpsdocument"),
    ("androidmanifest.xml", "application/vnd.android.package-archive"),
    ("meta-inf/manifest.mf", "application/java-archive"),
    ("index.apxl", "application/vnd.apple.keynote"),
)
_APPLE_PARTS = ("index/document.iwa", "index.zip", "index.xml", "index.xml.gz", ".iwpv2", "index/metadata.iwa")
_APPLE_SUFFIXES = {".key": "keynote", ".pages": "pages", ".numbers": "numbers"}
_OFFICE_SUFFIXES = {".docx": "wordprocessingml.document", ".xlsx": "spreadsheetml.sheet", ".pptx": "presentationml.presentation"}
#: What a package may call itself; another word there, such as "application/pdf", would only keep its members from being seen.
_OWN_TYPE = re.compile(rb"application/(?:epub\+zip|vnd\.oasis\.opendocument\.[a-z-]{1,60}|vnd\.sun\.xml\.[a-z.]{1,60})")

#: A stream or storage at the root -> media type.
_STREAMS = (
    ("EncryptedPackage", "application/encrypted"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("PP97_DUALSTORAGE", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("VisioDocument", "application/vnd.visio"),
    ("Quill", "application/x-mspublisher"),
    ("NativeContent_MAIN", "application/x-quattro-pro"),
)


def ends_like_zip(file: BinaryIO) -> bool:
    """Return whether a file has a zip's list of members at its end, whatever stands before the zip."""
    return b"PK\x05\x06" in _tail(file)


def zip_type(file: BinaryIO, untrusted_head: bytes, untrusted_name: str) -> str:
    """Return the media type of a file that begins like a zip: an office document, a book, a program, or "application/zip".

    Args:
        file: At any place; left at any place.
        untrusted_head: Its beginning, which decides where the list of members is damaged.
        untrusted_name: Tells apart Apple's Pages, Numbers and Keynote.
    """
    if not _directory_is_small(file):
        return _ZIP
    try:
        with zipfile.ZipFile(file) as package:
            names = [name.replace("\\", "/").lower() for name in package.namelist()]
            said = _said_by_itself(package)
    except _ZIP_FAULTS:
        return _by_head(untrusted_head.decode("latin-1").lower(), untrusted_name)
    return said or _by_names(names) or _apple_type(names, untrusted_name) or _ZIP


def _by_head(untrusted_head: str, untrusted_name: str) -> str:
    """Return the type of a package whose list of members is lost, by the names that stand between its first members."""
    for telling, type in _TELLING_NAMES:
        if telling in untrusted_head:
            return type
    suffix = untrusted_name[untrusted_name.rfind(".") :].lower()
    is_office = "[content_types].xml" in untrusted_head and suffix in _OFFICE_SUFFIXES
    return f"{_OOXML}{_OFFICE_SUFFIXES[suffix]}" if is_office else _ZIP


def ole_type(file: BinaryIO) -> str:
    """Return the media type of an OLE file by the streams at its root; "application/x-ole-storage" when they tell nothing."""
    file.seek(0)
    try:
        with olefile.OleFileIO(file) as ole:
            names = {entry.name.lower() for entry in ole.root.kids}
    except (OSError, ValueError, IndexError, AttributeError, RecursionError, struct.error):
        return _OLE
    return next((type for stream, type in _STREAMS if stream.lower() in names), _OLE)


def _directory_is_small(file: BinaryIO) -> bool:
    """Return whether the zip's list of members, where one is found, may be read."""
    tail = _tail(file)
    end = tail.rfind(b"PK\x05\x06")
    return end < 0 or len(tail) < end + 16 or struct.unpack_from("<I", tail, end + 12)[0] <= _DIRECTORY_BYTES


def _tail(file: BinaryIO) -> bytes:
    """Return as much of the end of a file as may hold the last record of a zip and its comment."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 22 - 0xFFFF))
    return file.read()


def _said_by_itself(package: zipfile.ZipFile) -> str:
    """Return the type that the package states: OpenDocument and EPUB in `mimetype`, Office in `[Content_Types].xml`."""
    by_name = {info.filename.replace("\\", "/").lower(): info for info in package.infolist()}
    if "mimetype" in by_name:
        match = _OWN_TYPE.fullmatch(_peek(package, by_name["mimetype"]).strip().lower())
        if match:
            return match[0].decode("ascii")
    if "[content_types].xml" in by_name:
        types = _peek(package, by_name["[content_types].xml"]).replace(b"\0", b"").lower()
        return next((type for word, type in _MAIN_PARTS if word in types), "")
    if "meta-inf/manifest.xml" in by_name:
        match = re.search(rb'"(application/vnd\.oasis\.opendocument\.[a-z-]+)"', _peek(package, by_name["meta-inf/manifest.xml"]))
        return match[1].decode("ascii") if match else ""
    return ""


def _peek(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the beginning of a member; nothing when it cannot be read."""
    try:
        with package.open(info) as member:
            return member.read(_PEEK_BYTES)
    except _ZIP_FAULTS:
        return b""


def _by_names(names: list[str]) -> str:
    """Return the type that the names of members tell, or nothing."""
    found = next((type for telling, type in _TELLING_NAMES if telling in names), "")
    # Data packages hold tables too; one of the web has its archives in a folder of that name.
    return "" if found == _WACZ and not any(name.startswith("archive/") for name in names) else found


def _apple_type(names: list[str], untrusted_name: str) -> str:
    """Return Pages, Numbers or Keynote, which only the file's name tells apart."""
    suffix = untrusted_name[untrusted_name.rfind(".") :].lower()
    is_apple = suffix in _APPLE_SUFFIXES and any(name.endswith(_APPLE_PARTS) for name in names)
    return f"application/vnd.apple.{_APPLE_SUFFIXES[suffix]}" if is_apple else ""
