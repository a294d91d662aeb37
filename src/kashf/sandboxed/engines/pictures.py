"""Pictures by Pillow: PNG, JPEG, TIFF with many pages, WebP, BMP, GIF, AVIF, and HEIC as telephones take them.

Sizes are checked before anything is decoded, because a picture of a few bytes may claim a billion pixels.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
from collections.abc import Iterator
from functools import cache

import numpy as np
import PIL
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Picture, Source
from kashf.sandboxed.engines.picture_metadata import picture_metadata

_TYPES = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/tiff": "TIFF",
    "image/webp": "WEBP",
    "image/bmp": "BMP",
    "image/x-ms-bmp": "BMP",
    "image/gif": "GIF",
    "image/jp2": "JPEG2000",
    "image/x-portable-pixmap": "PPM",
    "image/x-portable-greymap": "PPM",
    "image/x-portable-bitmap": "PPM",
    "image/vnd.adobe.photoshop": "PSD",
    "image/vnd.zbrush.pcx": "PCX",
    "image/x-pcx": "PCX",
    "image/x-tga": "TGA",
    "image/avif": "AVIF",
    **dict.fromkeys(("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"), "HEIF"),
}
#: Frames of these are pages, of the others pictures shown one after the other: a few, such as slides, are pages too, more are a film.
_PAGED = frozenset({"TIFF"})
_MOST_SLIDES = 10
#: What Pillow raises for damaged files, by format and place.
_FAULTS = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    struct.error,
    ZeroDivisionError,
)


class PictureReader:
    """Says how many pages a picture file has and what is written in its EXIF fields, and draws the pages."""

    name = "pillow"
    version = PIL.__version__

    def warm_up(self) -> None:
        """Load what is slow to load, in a process whose children will use it."""
        _learn_heif()

    def reads(self, type: str) -> bool:
        """Return whether `type` is a picture that can be decoded."""
        return type in _TYPES

    def images(self, type: str) -> bool:
        """Return whether `type` is a picture that can be decoded."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page without text, and with confidence 0, for each page of the picture.

        Raises:
            EngineError: Damaged, or larger than `limits.pixels`.
        """
        with _opened(source, limits) as image:
            frames, is_paged = getattr(image, "n_frames", 1), image.format in _PAGED
            metadata = {"width": str(image.width), "height": str(image.height)} | picture_metadata(image)
        if not is_paged and frames > _MOST_SLIDES:
            detail = f"a film of {frames} pictures, of which the first was read"
            return Extract((Page(1, "", confidence=0.0),), metadata, Status.PARTIAL, Reason.UNREAD_PART, detail)
        pages = tuple(Page(number, "", confidence=0.0) for number in range(1, min(frames, limits.pages) + 1))
        return Extract(pages, metadata).cut_after(limits.pages, frames)

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        """Return a page upright as its EXIF field says, transparent parts white, never larger than it is.

        Raises:
            EngineError: No such page, damaged, or larger than `limits.pixels`.
        """
        with _opened(source, limits) as image:
            if page > 1:
                image.seek(page - 1)
                _check_size(image, limits)
            image.draft("RGB", (longest_side, longest_side))
            flat = _flat(ImageOps.exif_transpose(image))
            flat.thumbnail((longest_side, longest_side), Image.Resampling.BOX, reducing_gap=2.0)
            return Picture(flat.width, flat.height, len(flat.getbands()), flat.tobytes())


@contextlib.contextmanager
def _opened(source: Source, limits: Limits) -> Iterator[ImageFile.ImageFile]:
    try:
        with warnings.catch_warnings(), source.open() as file:
            if _TYPES[source.type] == "HEIF":
                _learn_heif()
            warnings.simplefilter("ignore")  # Pillow warns of what is checked here, and of odd EXIF fields
            with Image.open(file, formats=[_TYPES[source.type]]) as image:
                _check_size(image, limits)
                yield image
    except Image.DecompressionBombError as error:
        raise EngineError(Reason.BOMB, "picture of too many pixels") from error
    except _FAULTS as error:
        raise EngineError(Reason.DAMAGED, "picture cannot be decoded") from error


@cache
def _learn_heif() -> None:
    """Let Pillow open HEIF; each picture is decoded by one thread, as the limits of a child want it."""
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener()


def _check_size(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise EngineError(Reason.BOMB, f"picture of more than {limits.pixels} pixels")


def _flat(image: Image.Image) -> Image.Image:
    """Return the picture in 8-bit grey or RGB, on white where it is transparent."""
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode in {"1", "L"} and "transparency" not in image.info:
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, dtype=np.float32)
        low, span = values.min(), max(float(np.ptp(values)), 1e-9)
        return Image.fromarray(((values - low) * (255.0 / span)).astype(np.uint8))
    if image.mode in {"LA", "PA", "RGBA", "La", "RGBa"} or "transparency" in image.info:
        opaque = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", opaque.size, "white"), opaque).convert("RGB")
    return image.convert("RGB")
