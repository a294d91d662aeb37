"""Page images for the browser: pixels from the sandbox, encoded here, kept in the case's cache until it is full.

The original never reaches the browser, and no encoded image ever leaves the sandbox: what is sent is a JPEG that this process made.
"""

from __future__ import annotations

import hmac
import io
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from kashf.domain.document import BOX_GRID
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.errors import KashfError
from kashf.logs import get_log
from kashf.plain_files import read_kept
from kashf.ports.engines import Picture
from kashf.ports.runtime import Sandbox, Worker
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import page_picture
from kashf.services.ledger.passwords import kept_passwords
from kashf.services.transcription.line_regions import find_lines, known_lines
from kashf.show.error_words import error_words
from kashf.web.rendering import language_of, render
from kashf.web.screens.params import InPath, Number, ScreenParams, read_params

if TYPE_CHECKING:
    from PIL import Image

#: What may be asked for, in pixels of the longer side: beside the text, enlarged. Few sizes, so that the cache is used.
SIDES: Final = (1400, 2800)
#: About two thousand pages; the oldest go first.
CACHE_BYTES: Final = 256 << 20
#: Letters keep their edges; a page of print takes some 150 kB at 1,400 px.
_QUALITY: Final = 82
#: Of a picture in the cache; the largest that is drawn is a tenth of it.
_MOST_BYTES: Final = 32 << 20
#: Before a picture in the cache.
_SEAL_BYTES: Final = 32

log = get_log()


#: Where the picture of a page is.
PICTURE: Final = "/document/{document}/picture/{page:int}"


class PictureParams(ScreenParams):
    """A page's picture.

    Args:
        document: Id, or its beginning.
        page: Number, from 1.
        side: Pixels of the longer side; the nearest of SIDES is sent.
        box: Left, top, right and bottom of the part to send, in units of BOX_GRID; "" for the whole.
    """

    document: InPath
    page: Annotated[Number, Field(exclude=True)]
    side: int = SIDES[0]
    box: Annotated[str, Field(pattern=r"^(\d{1,5}-\d{1,5}-\d{1,5}-\d{1,5})?$")] = ""


def picture(request: Request) -> Response:
    """Send a page's picture, or a picture that says why there is none."""
    params = read_params(PictureParams, request)
    state = request.app.state
    with state.openings.read() as case:
        document = case.view.resolve(params.document)
        passwords = kept_passwords(case).get(document, ())
    side = min(SIDES, key=lambda known: abs(known - params.side))
    try:
        jpeg = state.images.jpeg(document, page=params.page, side=side, passwords=passwords)
    except KashfError as error:
        told = error_words(language_of(request), error)
        return render(request, "no_picture.svg", {"what": told.what, "then": told.then}, status=error.http_status)
    return Response(cut_out(jpeg, params.box) if params.box else jpeg, media_type="image/jpeg")


class PageImages:
    """Draws pages one at a time and remembers them.

    Args:
        case: Whose pages.
        sandbox: Where they are drawn; a worker is started with the first page and lives until `close`.
        key: By which a picture that this installation kept is told from one that somebody put into the case's folder.
    """

    def __init__(self, case: OpenCase, sandbox: Sandbox, *, key: bytes) -> None:
        self._key = key
        self._case = case
        self._sandbox = sandbox
        self._folder = case.cache / "pages"
        self._lock = threading.Lock()
        self._worker: Worker | None = None

    def jpeg(self, document: DocumentId, *, page: int, side: int, passwords: Sequence[str] = ()) -> bytes:
        """Return one page as a JPEG whose longer side is `side` pixels, one of SIDES.

        Raises:
            NoPictureError: It cannot be drawn.
            SandboxError: There is no safe place to draw it.
        """
        kept = self._folder / f"{document}-{page}-{side}.jpg"
        if (image := self._kept(kept)) is not None:
            return image
        with self.worker() as worker:
            if (image := self._kept(kept)) is not None:
                return image
            picture = page_picture(self._case, worker, document, page=page, longest_side=side, passwords=passwords)
            image = encode(picture)
            self._keep(kept, image)
        return image

    def lines(self, document: DocumentId, page: int, *, is_leftward: bool, passwords: Sequence[str] = ()) -> tuple[Region, ...]:
        """Return where the lines of a page stand; found once, then kept.

        Raises:
            NoPictureError: It cannot be drawn.
            SandboxError: There is no safe place to draw it.
        """
        if (known := known_lines(self._case, document, page=page)) is not None:
            return known
        with self.worker() as worker:
            return find_lines(self._case, worker, document, page=page, is_leftward=is_leftward, passwords=passwords)

    @contextmanager
    def worker(self) -> Iterator[Worker]:
        """Lend the worker to one that draws pages, while nobody else does.

        Raises:
            SandboxError: There is no safe place to draw.
        """
        with self._lock:
            self._worker = self._worker or self._sandbox.worker()
            yield self._worker

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            if self._worker is not None:
                self._worker.close()
                self._worker = None

    def _kept(self, path: Path) -> bytes | None:
        """Return a picture from the cache; one that is not from here is none: it would be decoded by this process and by the browser."""
        try:
            stored = read_kept(path, most_bytes=_MOST_BYTES)
        except OSError:
            return None
        seal, image = stored[:_SEAL_BYTES], stored[_SEAL_BYTES:]
        return image if hmac.compare_digest(seal, self._seal(path, image)) else None

    def _seal(self, path: Path, image: bytes) -> bytes:
        return hmac.digest(self._key, path.name.encode() + b"\0" + image, "sha256")

    def _keep(self, path: Path, image: bytes) -> None:
        """Put an image into the cache whole or not at all; without room or right to write, pages are drawn anew each time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            make_room(self._folder, CACHE_BYTES - len(image))
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(descriptor, "wb") as draft:
                draft.write(self._seal(path, image) + image)
            Path(name).replace(path)
        except OSError as error:
            log.warning("picture.not_kept", kind=type(error).__name__, number=error.errno)


def encode(picture: Picture) -> bytes:
    """Return raw pixels as a JPEG without any metadata."""
    from PIL import Image

    mode = "L" if picture.channels == 1 else "RGB"
    image = Image.frombytes(mode, (picture.width, picture.height), picture.pixels)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
    return stream.getvalue()


@lru_cache(maxsize=2)
def _decoded(jpeg: bytes) -> Image.Image:
    """Return a picture that this process made, decoded; forty lines are cut out of one page, one after the other."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        image.load()
        return image


def cut_out(jpeg: bytes, box: str) -> bytes:
    """Return a part of a picture that this process made; at least one pixel of it.

    Args:
        jpeg: The picture.
        box: Left-top-right-bottom, in units of BOX_GRID.
    """
    left, top, right, bottom = (min(int(side), BOX_GRID) / BOX_GRID for side in box.split("-"))
    image = _decoded(jpeg)
    x, y = min(int(left * image.width), image.width - 1), min(int(top * image.height), image.height - 1)
    part = image.crop((x, y, max(x + 1, round(right * image.width)), max(y + 1, round(bottom * image.height))))
    stream = io.BytesIO()
    part.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
    return stream.getvalue()


def make_room(folder: Path, most_bytes: int) -> None:
    """Remove the files of `folder` that were written longest ago until the rest takes at most `most_bytes`."""
    files = sorted(((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in os.scandir(folder)), reverse=True)
    taken = 0
    for _, size, path in files:
        taken += size
        if taken > most_bytes:
            Path(path).unlink(missing_ok=True)
