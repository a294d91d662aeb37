from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Limits, Picture
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.pictures import PictureReader
from tests.documents import encoded, source_of


def _draw(folder: Path, content: bytes, type: str, *, page: int = 1, side: int = 5000) -> Picture:
    return PictureReader().draw(source_of(folder, content, type), page=page, longest_side=side, limits=Limits())


def test_every_page_of_a_tiff_asks_to_be_read(tmp_path: Path) -> None:
    pages = [Image.new("L", (20 + number, 30), 255) for number in range(3)]
    content = encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:])

    extract = PictureReader().read(source_of(tmp_path, content, "image/tiff"), limits=Limits())

    assert [(1, "", 0.0), (2, "", 0.0), (3, "", 0.0)] == [(page.number, page.text, page.confidence) for page in extract.pages]
    assert 22 == _draw(tmp_path, content, "image/tiff", page=3).width


def test_a_few_pictures_shown_one_after_the_other_are_pages(tmp_path: Path) -> None:
    pages = [Image.new("L", (20, 30), shade) for shade in (0, 255)]
    content = encoded(pages[0], "GIF", save_all=True, append_images=pages[1:])

    assert 2 == len(PictureReader().read(source_of(tmp_path, content, "image/gif"), limits=Limits()).pages)
    assert [0, 255] == [_draw(tmp_path, content, "image/gif", page=page).pixels[0] for page in (1, 2)]


def test_of_a_film_the_first_picture_is_read_and_the_others_are_said_to_be_unread(tmp_path: Path) -> None:
    pages = [Image.new("L", (20, 30), 20 * shade) for shade in range(12)]
    content = encoded(pages[0], "GIF", save_all=True, append_images=pages[1:])

    extract = PictureReader().read(source_of(tmp_path, content, "image/gif"), limits=Limits())

    assert (1, Status.PARTIAL, Reason.UNREAD_PART) == (len(extract.pages), extract.status, extract.reason)


def test_a_photograph_stands_upright_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6  # turned by a quarter
    content = encoded(Image.new("RGB", (40, 20), "white"), "JPEG", exif=exif)

    picture = _draw(tmp_path, content, "image/jpeg")

    assert (20, 40) == (picture.width, picture.height)


def test_what_the_camera_wrote_is_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[306], exif[272] = "2014:09:25 08:30:00", "Lantern 3"
    content = encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif)

    told = PictureReader().read(source_of(tmp_path, content, "image/jpeg"), limits=Limits()).metadata

    assert ("2014:09:25 08:30:00", "Lantern 3", "40") == (told["modified"], told["camera-model"], told["width"])


def test_transparent_parts_are_white_and_not_black(tmp_path: Path) -> None:
    picture = _draw(tmp_path, encoded(Image.new("RGBA", (4, 4), (0, 0, 0, 0))), "image/png")

    assert {255} == set(picture.pixels)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "LA", "RGBA", "I;16", "F"])
def test_every_kind_of_pixel_becomes_grey_or_colour_in_eight_bits(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (6, 5))

    picture = _draw(tmp_path, encoded(image, "TIFF"), "image/tiff")

    assert (6, 5) == (picture.width, picture.height)
    assert picture.channels in {1, 3}
    assert 6 * 5 * picture.channels == len(picture.pixels)


def test_sixteen_bits_are_spread_over_eight(tmp_path: Path) -> None:
    values = np.array([[0, 65535], [32768, 65535]], np.uint16)

    assert [0, 255, 127, 255] == list(_draw(tmp_path, encoded(Image.fromarray(values), "PNG"), "image/png").pixels)


def test_a_large_picture_is_reduced_and_a_small_one_is_not_enlarged(tmp_path: Path) -> None:
    content = encoded(Image.new("L", (300, 200)))

    assert (150, 100) == (_draw(tmp_path, content, "image/png", side=150).width, _draw(tmp_path, content, "image/png", side=150).height)
    assert 300 == _draw(tmp_path, content, "image/png", side=900).width


def test_a_picture_that_claims_a_billion_pixels_is_not_decoded(tmp_path: Path) -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")

    with pytest.raises(EngineError) as fault:
        PictureReader().read(source_of(tmp_path, content, "image/png"), limits=Limits())

    assert Reason.BOMB is fault.value.reason


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"not a picture at all"])
def test_what_is_no_picture_is_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EngineError) as fault:
        PictureReader().read(source_of(tmp_path, content, "image/png"), limits=Limits())

    assert Reason.DAMAGED is fault.value.reason


def test_a_picture_that_breaks_off_is_damaged_when_it_is_drawn(tmp_path: Path) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (200, 200)).astype(np.uint8))

    with pytest.raises(EngineError) as fault:
        _draw(tmp_path, encoded(noise)[:20_000], "image/png")

    assert Reason.DAMAGED is fault.value.reason


HEIC = Path(__file__).parents[3] / "fixtures/pictures/convoy.heic"


def test_a_picture_as_telephones_take_it_is_drawn_and_tells_its_camera(tmp_path: Path) -> None:
    content = HEIC.read_bytes()

    extract = PictureReader().read(source_of(tmp_path, content, "image/heic"), limits=Limits())
    picture = _draw(tmp_path, content, "image/heic")

    assert ([0.0], "Lantern 3") == ([page.confidence for page in extract.pages], extract.metadata["camera-model"])
    assert (480, 72) == (picture.width, picture.height)
    assert 100 > min(picture.pixels)


def test_a_picture_of_a_browser_is_drawn(tmp_path: Path) -> None:
    content = encoded(Image.new("RGB", (40, 20), "white"), "AVIF")

    assert "image/avif" == LibmagicIdentifier().identify(source_of(tmp_path, content))
    assert (40, 20) == ((picture := _draw(tmp_path, content, "image/avif")).width, picture.height)


def test_a_telephone_picture_that_claims_a_billion_pixels_is_not_decoded(tmp_path: Path) -> None:
    content = HEIC.read_bytes()
    extent = struct.pack(">4sIII", b"ispe", 0, 480, 72)
    assert extent in content
    vast = content.replace(extent, struct.pack(">4sIII", b"ispe", 0, 1 << 16, 1 << 16))

    with pytest.raises(EngineError) as raised:
        _draw(tmp_path, vast, "image/heic")
    assert raised.value.reason in {Reason.BOMB, Reason.DAMAGED}
