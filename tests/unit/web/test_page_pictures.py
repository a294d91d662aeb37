"""Page images: encoded here, kept within bounds, one worker for all."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from PIL import Image

from kashf.domain.document import Page, Reason
from kashf.errors import SandboxError
from kashf.ports.engines import Picture
from kashf.ports.runtime import MemberWriter, Outcome, Task, Worker
from kashf.services.case.open import OpenCase
from kashf.web.app import create_app
from kashf.web.page_pictures import SIDES, PageImages, encode, make_room
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import PORT, TOKEN, Visitor, openings
from tests.unit.web.made import document_id, put, record


@dataclass
class PaintingSandbox:
    """Draws grey pages, or fails for a reason."""

    reason: Reason | None = None
    has_no_place: bool = False
    grade: str = "none"
    drawn: list[Task] = field(default_factory=list)
    open_workers: int = 0

    def worker(self) -> Worker:
        if self.has_no_place:
            raise SandboxError("bubblewrap is not installed")
        self.open_workers += 1
        return self

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        self.drawn.append(task)
        if self.reason is not None or members is None:
            return Outcome(None, self.reason)
        head: Mapping[str, object] = {"width": 30, "height": 40, "channels": 1}
        members.begin(head).write(bytes(30 * 40))
        members.end()
        return Outcome({"ok": True})

    def close(self) -> None:
        self.open_workers -= 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


@pytest.fixture
def sandbox() -> PaintingSandbox:
    return PaintingSandbox()


@pytest.fixture
def scan(case: OpenCase, view: FakeCaseView) -> str:
    draft = case.blobs.draft()
    draft.write(b"scan.png")  # of which the id of the record is the hash
    case.blobs.keep([draft])
    return put(view, record("scan.png", type="image/png"), Page(1, "x")).id


@pytest.fixture
def viewer(case: OpenCase, sandbox: PaintingSandbox) -> Visitor:
    visitor = Visitor(create_app(case, sandbox, token=TOKEN, port=PORT, openings=openings(case)))
    visitor.enter()
    return visitor


@pytest.mark.parametrize(("channels", "mode"), [(1, "L"), (3, "RGB")])
def test_pixels_become_a_jpeg_of_the_same_size(channels: int, mode: str) -> None:
    image = Image.open(io.BytesIO(encode(Picture(30, 40, channels, bytes(30 * 40 * channels)))))

    assert ("JPEG", (30, 40), mode) == (image.format, image.size, image.mode)
    assert {} == dict(image.getexif())


def test_a_page_is_drawn_once_and_then_remembered(viewer: Visitor, scan: str, sandbox: PaintingSandbox) -> None:
    answers = [viewer.get(f"/document/{scan}/picture/1") for _ in range(3)]

    assert [(200, "image/jpeg")] * 3 == [(answer.status_code, answer.headers["content-type"]) for answer in answers]
    assert 1 == len(sandbox.drawn)
    assert "no-store" == answers[0].headers["cache-control"]


@pytest.mark.parametrize(("asked", "side"), [("", SIDES[0]), ("?side=1", SIDES[0]), ("?side=99999999", SIDES[1]), ("?side=2800", SIDES[1])])
def test_few_sizes_can_be_asked_for(viewer: Visitor, scan: str, sandbox: PaintingSandbox, asked: str, side: int) -> None:
    viewer.get(f"/document/{scan}/picture/1{asked}")

    assert side == sandbox.drawn[0].params["longest_side"]


@pytest.mark.parametrize(
    ("box", "size"), [("0-0-5000-2500", (15, 10)), ("9999-9999-0-0", (1, 1)), ("0-0-99999-99999", (30, 40)), ("", (30, 40))]
)
def test_a_part_of_a_page_is_cut_out(viewer: Visitor, scan: str, box: str, size: tuple[int, int]) -> None:
    answer = viewer.get(f"/document/{scan}/picture/1?box={box}")

    assert size == Image.open(io.BytesIO(answer.content)).size


@pytest.mark.parametrize("box", ["1-2-3", "a-b-c-d", "-1-2-3-4", "1-2-3-4-5"])
def test_a_part_that_is_none_is_refused(viewer: Visitor, scan: str, box: str) -> None:
    assert 400 == viewer.get(f"/document/{scan}/picture/1?box={box}").status_code


def test_a_page_that_cannot_be_drawn_is_a_picture_that_says_why(viewer: Visitor, scan: str, sandbox: PaintingSandbox) -> None:
    sandbox.reason = Reason.TIMEOUT
    answer = viewer.get(f"/document/{scan}/picture/1")

    assert (404, "image/svg+xml") == (answer.status_code, answer.headers["content-type"])
    assert "page 1 cannot be drawn (timeout)" in answer.text


def test_without_a_sandbox_nothing_is_opened_and_the_hint_says_what_to_do(case: OpenCase, scan: str) -> None:
    viewer = Visitor(create_app(case, PaintingSandbox(has_no_place=True), token=TOKEN, port=PORT, openings=openings(case)))
    viewer.enter()
    answer = viewer.get(f"/document/{scan}/picture/1")

    assert 503 == answer.status_code
    assert "kashf doctor" in answer.text


@pytest.mark.parametrize("path", ["/document/ffff/picture/1", "/document/{scan}/picture/0", "/document/{scan}/picture/x"])
def test_a_picture_of_nothing_is_refused(viewer: Visitor, scan: str, path: str, sandbox: PaintingSandbox) -> None:
    assert viewer.get(path.format(scan=scan)).status_code in {400, 404}
    assert [] == sandbox.drawn


def test_a_stranger_gets_no_picture(case: OpenCase, scan: str, sandbox: PaintingSandbox) -> None:
    stranger = Visitor(create_app(case, sandbox, token=TOKEN, port=PORT, openings=openings(case)))

    assert 403 == stranger.get(f"/document/{scan}/picture/1").status_code
    assert [] == sandbox.drawn


def test_the_worker_is_started_with_the_first_page_and_ended_with_the_server(case: OpenCase, scan: str, sandbox: PaintingSandbox) -> None:
    images = PageImages(case, sandbox, key=b"key")
    before = sandbox.open_workers
    for page in (1, 2, 3):
        images.jpeg(document_id("scan.png"), page=page, side=SIDES[0])
    during = sandbox.open_workers
    images.close()

    assert (0, 1, 0) == (before, during, sandbox.open_workers)


def test_the_cache_forgets_what_was_written_longest_ago(tmp_path: Path) -> None:
    for age, name in enumerate("abcd"):
        (tmp_path / name).write_bytes(bytes(100))
        os.utime(tmp_path / name, (1000 - age, 1000 - age))

    make_room(tmp_path, 250)

    assert {"a", "b"} == {path.name for path in tmp_path.iterdir()}


def test_a_case_that_cannot_be_written_to_shows_its_pages_all_the_same(
    case: OpenCase, scan: str, sandbox: PaintingSandbox, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    images = PageImages(replace(case, path=tmp_path / "file"), sandbox, key=b"key")

    drawn = [images.jpeg(document_id("scan.png"), page=1, side=SIDES[0]) for _ in range(2)]

    assert drawn[0] == drawn[1]
    assert 2 == len(sandbox.drawn)


@pytest.mark.parametrize(
    "change", [lambda stored: stored[:32] + b"x" + stored[33:], lambda _: b"", lambda stored: stored[32:], lambda stored: stored + b"x"]
)
def test_a_picture_that_somebody_put_into_the_cache_is_never_decoded(
    case: OpenCase, scan: str, sandbox: PaintingSandbox, change: Callable[[bytes], bytes]
) -> None:
    drawn = PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[0])
    (kept,) = (case.cache / "pages").glob("*.jpg")
    kept.write_bytes(change(kept.read_bytes()))

    again = PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[0])

    assert (drawn, 2) == (again, len(sandbox.drawn))


def test_a_pipe_in_the_place_of_a_picture_holds_nobody(case: OpenCase, scan: str, sandbox: PaintingSandbox) -> None:
    drawn = PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[0])
    (kept,) = (case.cache / "pages").glob("*.jpg")
    kept.unlink()
    os.mkfifo(kept)

    assert drawn == PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[0])


def test_a_picture_of_another_page_or_installation_is_drawn_anew(case: OpenCase, scan: str, sandbox: PaintingSandbox) -> None:
    PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[0])
    (kept,) = (case.cache / "pages").glob("*.jpg")
    kept.rename(kept.with_name(kept.name.replace(str(SIDES[0]), str(SIDES[1]))))

    PageImages(case, sandbox, key=b"key").jpeg(document_id("scan.png"), page=1, side=SIDES[1])
    PageImages(case, sandbox, key=b"other").jpeg(document_id("scan.png"), page=1, side=SIDES[1])

    assert 3 == len(sandbox.drawn)
