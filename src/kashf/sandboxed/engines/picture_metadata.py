"""What a picture file says about itself: device, camera time and place (EXIF), and what was written about it (XMP, IPTC, comments)."""

from __future__ import annotations

import math
import re
import struct
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import PIL
from lxml import etree
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.office.package import parse_xml

_EXIF_IFD, _GPS_IFD = ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo
_TOLD = {
    ExifTags.Base.DateTimeOriginal: "created",
    ExifTags.Base.DateTime: "modified",
    ExifTags.Base.Artist: "author",
    ExifTags.Base.Copyright: "copyright",
    ExifTags.Base.ImageDescription: "description",
    ExifTags.Base.UserComment: "comment",
    ExifTags.Base.Make: "camera-make",
    ExifTags.Base.Model: "camera-model",
    ExifTags.Base.BodySerialNumber: "camera-serial-number",
    ExifTags.Base.CameraOwnerName: "camera-owner",
    ExifTags.Base.ImageUniqueID: "image-id",
    ExifTags.Base.Software: "software",
    ExifTags.Base.XPTitle: "title",
    ExifTags.Base.XPAuthor: "author",
    ExifTags.Base.XPComment: "comment",
    ExifTags.Base.XPKeywords: "keywords",
    ExifTags.Base.XPSubject: "subject",
}
#: Fields of XP... are UTF-16, whatever the file's byte order. Source: Windows Imaging Component, photo metadata policies.
_UTF16_TAGS = frozenset(tag for tag in _TOLD if tag.name.startswith("XP"))
#: Eight bytes before a comment that name its character code. Source: EXIF 2.32, 4.6.5.
_COMMENT_CODES = {b"ASCII\0\0\0": "utf-8", b"UNICODE\0": "utf-16-le"}
#: Record and data set -> name. Source: IPTC-IIM 4.2, chapter 6.
_IPTC = {
    (2, 5): "title",
    (2, 25): "keywords",
    (2, 80): "author",
    (2, 90): "place",
    (2, 92): "place",
    (2, 95): "place",
    (2, 101): "place",
    (2, 105): "headline",
    (2, 115): "source",
    (2, 116): "copyright",
    (2, 120): "description",
}
_XMP = {
    "creator": "author",
    "title": "title",
    "description": "description",
    "subject": "keywords",
    "rights": "copyright",
    "headline": "headline",
    "city": "place",
    "state": "place",
    "country": "place",
    "location": "place",
    "creatortool": "software",
    "createdate": "created",
    "datetimeoriginal": "created",
    "gpslatitude": "latitude",
    "gpslongitude": "longitude",
}
_XMP_DEGREES = re.compile(r"(\d+),([\d.]+)(?:,([\d.]+))?([NSEW])")
_UNDRAWN = frozenset({"image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif", "image/jxl"})
#: The mark of EXIF and the header of the TIFF that it is; an item of that name without it is only a list.
_EXIF_BLOCK = re.compile(rb"Exif\0\0(?:II\*\0|MM\0\*)")
_LONGEST_EXIF = 1 << 20
_NOT_DRAWN = "a picture that cannot be drawn here: only what it says of itself"
_LONGEST_XMP = 4 << 20
#: What damaged fields make Pillow and lxml raise.
_FAULTS = (etree.LxmlError, OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, struct.error, ZeroDivisionError)
_WHEN = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d(?::\d\d)?)")


class UndrawnPictureReader:
    """Says what pictures say of themselves that cannot be drawn here, as telephones take them."""

    name = "exif"
    version = PIL.__version__

    def reads(self, type: str) -> bool:
        """Return whether `type` is such a picture."""
        return type in _UNDRAWN

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return no page, and why not.

        Raises:
            EngineError: It is too large to be looked through, or says nothing.
        """
        if source.size_bytes > limits.memory_bytes // 4:
            raise EngineError(Reason.TOO_LARGE, "the picture is too large to be looked through")
        content = source.read()
        block = _EXIF_BLOCK.search(content)
        if block is None:
            raise EngineError(Reason.UNSUPPORTED, _NOT_DRAWN)
        exif = Image.Exif()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow warns of odd fields
                exif.load(content[block.start() : block.start() + _LONGEST_EXIF])
                told = _told(_exif(exif))
        except _FAULTS as error:
            raise EngineError(Reason.UNSUPPORTED, _NOT_DRAWN) from error
        return Extract((), told, Status.FAILED, Reason.UNSUPPORTED, _NOT_DRAWN)


def picture_metadata(image: ImageFile.ImageFile) -> dict[str, str]:
    """Return what is written in the fields of a picture, under few names; of two places for one thing EXIF counts before XMP and IPTC.

    "device" is maker and model; "taken" the camera's own time with its zone where it says one; "latitude" and "longitude" are degrees,
    south and west negative.
    """
    return _told(each for fields in (_exif_of, _xmp, _iptc, _comments) for each in _readable(fields, image))


def _told(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return each name with its first value, or with all where several are usual; and the device."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        if (clean := " ".join(value.replace("\0", " ").split())) and clean not in found.setdefault(name, []):
            found[name].append(clean)
    told = {name: "; ".join(values) if name in {"keywords", "place", "comment"} else values[0] for name, values in found.items() if values}
    make, model = told.get("camera-make", ""), told.get("camera-model", "")
    if make or model:
        told["device"] = model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()
    return told


def _readable(fields: Callable[[ImageFile.ImageFile], Iterator[tuple[str, str]]], image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    """Yield what a kind of fields says until its first fault, which is said as well; the picture itself may be whole."""
    try:
        yield from fields(image)
    except _FAULTS:
        yield "damaged-fields", fields.__name__.removesuffix("_of").strip("_")


def _exif_of(image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    return _exif(image.getexif())


def _exif(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    inner = exif.get_ifd(_EXIF_IFD)
    for tag, value in (*exif.items(), *inner.items()):
        name = _TOLD.get(ExifTags.Base(tag)) if tag in ExifTags.Base._value2member_map_ else None
        if name:
            yield name, _text(tag, value)
    # Some telephones write one time only, that of the file.
    if when := _WHEN.match(str(inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime) or "")):
        zone = str(inner.get(ExifTags.Base.OffsetTimeOriginal) or "").strip("\0 ")
        yield "taken", f"{when[1]}-{when[2]}-{when[3]} {when[4]} {zone}".strip()
    yield from _place(exif.get_ifd(_GPS_IFD))


def _text(tag: int, value: object) -> str:
    if isinstance(value, bytes | tuple) and tag in _UTF16_TAGS:
        return bytes(value).decode("utf-16-le", "replace")
    if isinstance(value, bytes):
        code = _COMMENT_CODES.get(value[:8])
        return value[8:].decode(code, "replace") if code else _decoded(value.removeprefix(bytes(8)))
    # Pillow reads these fields as Latin-1; programs write them in UTF-8 or in the encoding of their country.
    return _decoded(value.encode("latin-1", "replace")) if isinstance(value, str) and not value.isascii() else str(value)


def _place(fields: Mapping[int, Any]) -> Iterator[tuple[str, str]]:
    """Yield where the picture was taken, and the time of the satellites."""
    gps = ExifTags.GPS
    latitude, longitude = _degrees(fields.get(gps.GPSLatitude), limit=90), _degrees(fields.get(gps.GPSLongitude), limit=180)
    # Devices that do not know where they are write zeros.
    if latitude is not None and longitude is not None and (latitude or longitude):
        yield "latitude", f"{-latitude if str(fields.get(gps.GPSLatitudeRef)).startswith('S') else latitude:.6f}"
        yield "longitude", f"{-longitude if str(fields.get(gps.GPSLongitudeRef)).startswith('W') else longitude:.6f}"
    time, day = _numbers(fields.get(gps.GPSTimeStamp)), str(fields.get(gps.GPSDateStamp) or "").strip("\0 ").replace(":", "-")
    if len(time) == 3 and day:
        yield "gps-time", f"{day} {int(time[0]):02}:{int(time[1]):02}:{int(time[2]):02} UTC"


def _degrees(value: object, *, limit: int) -> float | None:
    parts = _numbers(value)
    if not parts:
        return None
    degrees = sum(part / 60**place for place, part in enumerate(parts))
    return degrees if 0 <= degrees <= limit else None


def _numbers(value: object) -> list[float]:
    """Return the numbers of a field, or none of them when one is missing or divided by nothing."""
    try:
        numbers = [float(each) for each in value] if isinstance(value, Iterable) else []
    except (TypeError, ValueError, ZeroDivisionError):
        return []
    return numbers if all(math.isfinite(number) for number in numbers) else []


def _xmp(image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    if not packet or len(packet) > _LONGEST_XMP:
        return
    root = parse_xml(packet.strip(b"\0 \r\n\t"))
    for element in root.iter(etree.Element) if root is not None else ():
        for tag, value in (*element.attrib.items(), (element.tag, " ".join("".join(element.itertext()).split()))):
            name = _XMP.get(etree.QName(tag).localname.lower())
            if name == "keywords":
                yield from ((name, "".join(each.itertext())) for each in element.iter("{*}li"))
            elif name:
                yield name, _signed(str(value)) if name in {"latitude", "longitude"} else str(value)


def _signed(written: str) -> str:
    """Return degrees as XMP writes them (33,30.5N) as a number."""
    match = _XMP_DEGREES.fullmatch(written.strip())
    if match is None:
        return ""
    value = int(match[1]) + float(match[2]) / 60 + float(match[3] or 0) / 3600
    return f"{-value if match[4] in 'SW' else value:.6f}"


def _iptc(image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    fields = IptcImagePlugin.getiptcinfo(image) or {}
    for key, name in _IPTC.items():
        value = fields.get(key) or []
        for each in value if isinstance(value, list) else [value]:
            yield name, _decoded(each)


def _comments(image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    """Yield comments of JPEG and GIF, and the text fields of PNG under their own names."""
    comment = image.info.get("comment")
    if comment:
        yield "comment", _decoded(comment) if isinstance(comment, bytes) else str(comment)
    for name, value in getattr(image, "text", {}).items() if image.format == "PNG" else ():
        if not name.startswith("XML:"):
            yield name.lower(), str(value)


def _decoded(content: bytes) -> str:
    decoded = decode(content.rstrip(b"\0"))
    return decoded[0] if decoded else ""
