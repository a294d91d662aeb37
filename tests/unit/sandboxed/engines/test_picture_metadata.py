from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageFile, PngImagePlugin, TiffImagePlugin

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.picture_metadata import UndrawnPictureReader, picture_metadata
from tests.documents import source_of

BASE, GPS = ExifTags.Base, ExifTags.GPS


def _photo(
    fields: dict[int, object], *, inner: dict[int, object] | None = None, place: dict[int, object] | None = None, **options: object
) -> ImageFile.ImageFile:
    exif = Image.Exif()
    for tag, value in fields.items():
        exif[tag] = value
    exif.get_ifd(ExifTags.IFD.Exif).update(inner or {})
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(place or {})
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG", exif=exif, **options)
    return Image.open(io.BytesIO(file.getvalue()))


def test_device_time_with_its_zone_and_place_are_told() -> None:
    inner = {BASE.DateTimeOriginal: "2014:11:12 21:10:00", BASE.OffsetTimeOriginal: "+03:00"}
    place = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (35.0, 57.0, 0.0), GPS.GPSLongitudeRef: "W", GPS.GPSLongitude: (39.0, 1.0, 30.0)}
    place |= {GPS.GPSDateStamp: "2014:11:12", GPS.GPSTimeStamp: (18.0, 10.0, 0.0)}

    told = picture_metadata(_photo({BASE.Make: "Nokia", BASE.Model: "Nokia N78"}, inner=inner, place=place))

    assert "Nokia N78" == told["device"]
    assert "2014-11-12 21:10:00 +03:00" == told["taken"]
    assert ("35.950000", "-39.025000") == (told["latitude"], told["longitude"])
    assert "2014-11-12 18:10:00 UTC" == told["gps-time"]


@pytest.mark.parametrize(
    "degrees", [(0.0, 0.0, 0.0), (400.0, 0.0, 0.0), (TiffImagePlugin.IFDRational(0, 0), 0.0, 0.0)], ids=["zeros", "no degrees", "no number"]
)
def test_a_place_that_the_device_did_not_know_is_none(degrees: tuple[object, ...]) -> None:
    told = picture_metadata(_photo({}, place={GPS.GPSLatitude: degrees, GPS.GPSLongitude: degrees}))

    assert "latitude" not in told


def test_fields_in_utf_16_and_comments_are_read() -> None:
    told = picture_metadata(_photo({BASE.XPTitle: "الجسر\0".encode("utf-16-le")}, comment="seen from the mill"))

    assert ("الجسر", "seen from the mill") == (told["title"], told["comment"])


def test_what_was_written_about_a_picture_in_xmp_is_read() -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="33,30.5S" exif:GPSLongitude="36,17E"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>bridge</rdf:li><rdf:li>river</rdf:li></rdf:Bag>'
        "</dc:subject><dc:creator><rdf:Seq><rdf:li>Amal</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    told = picture_metadata(_photo({}, xmp=packet.encode()))

    assert ("bridge; river", "Amal", "-33.508333", "36.283333") == tuple(
        told[key] for key in ("keywords", "author", "latitude", "longitude")
    )


def test_text_of_a_png_is_told_under_its_own_names() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_itxt("Description", "الجسر")
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "PNG", pnginfo=text)

    assert "الجسر" == picture_metadata(Image.open(io.BytesIO(file.getvalue())))["description"]


def test_damaged_fields_are_said_and_do_not_harm_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off(_image: object) -> Image.Exif:
        raise struct.error

    photo = _photo({}, comment="seen from the mill")
    monkeypatch.setattr(type(photo), "getexif", breaks_off)

    assert {"damaged-fields": "exif", "comment": "seen from the mill"} == picture_metadata(photo)


def test_a_picture_that_cannot_be_drawn_says_where_and_with_what_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[BASE.Model] = "N78"
    content = b"\0\0\0\x18ftypheic" + b"Exif\0\0\0\x94iref" + exif.tobytes() + bytes(99)

    extract = UndrawnPictureReader().read(source_of(tmp_path, content, "image/heic"), limits=Limits())

    assert "N78" == extract.metadata["device"]
    assert (Status.FAILED, Reason.UNSUPPORTED, ()) == (extract.status, extract.reason, extract.pages)


@pytest.mark.parametrize("content", [b"ftypheic", b"Exif\0\0II*\0"])
def test_a_picture_that_says_nothing_is_unsupported(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as caught:
        UndrawnPictureReader().read(source_of(tmp_path, content, "image/heic"), limits=Limits(memory_bytes=4096))

    assert Reason.UNSUPPORTED is caught.value.reason
