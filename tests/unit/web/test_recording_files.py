"""Recordings are sent a part at a time, by the type that their bytes tell, and never begin by themselves."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.adapters.folder_blobs import FolderBlobs
from kashf.domain.ids import DocumentId
from kashf.services.case.open import OpenCase
from kashf.web.app import create_app
from tests.fakes import FakeCaseView
from tests.recordings import wav
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor, openings
from tests.unit.web.made import put, record


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    return FolderBlobs(tmp_path / "blobs")


@pytest.fixture
def visitor(case: OpenCase, blobs: FolderBlobs) -> Visitor:
    case = replace(case, blobs=blobs)
    visitor = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT, openings=openings(case)))
    visitor.enter()
    return visitor


def kept(blobs: FolderBlobs, view: FakeCaseView, content: bytes, type: str, name: str = "memo.bin") -> DocumentId:
    draft = blobs.draft()
    draft.write(content)
    blobs.keep([draft])
    put(view, replace(record(name), id=draft.id, type=type, size_bytes=len(content)))
    return draft.id


def test_a_part_of_a_recording_is_sent_by_the_type_of_its_bytes(visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView) -> None:
    content = wav()
    id = kept(blobs, view, content, "audio/wav", "memo.exe")

    answer = visitor.get(f"/document/{id}/recording", Range="bytes=100-199")

    assert (206, content[100:200]) == (answer.status_code, answer.content)
    assert ("audio/wav", f"bytes 100-199/{len(content)}") == (answer.headers["content-type"], answer.headers["content-range"])
    assert ("nosniff", "no-store") == (answer.headers["x-content-type-options"], answer.headers["cache-control"])
    assert "media-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("type", ["audio/amr", "video/x-msvideo", "video/x-matroska"])
def test_what_browsers_do_not_play_is_only_saved_under_a_name_of_ours(
    visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView, type: str
) -> None:
    id = kept(blobs, view, b"sound", type, "evil.html")

    answer = visitor.get(f"/document/{id}/recording")

    assert ("application/octet-stream", f'attachment; filename="{id[:12]}.bin"') == (
        answer.headers["content-type"],
        answer.headers["content-disposition"],
    )


def test_what_is_no_recording_is_not_sent(visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView) -> None:
    id = kept(blobs, view, b"<script>alert(1)</script>", "text/html")

    answer = visitor.get(f"/document/{id}/recording")

    assert 404 == answer.status_code
    assert "alert" not in answer.text


def test_nobody_without_a_session_gets_a_recording(visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView) -> None:
    id = kept(blobs, view, wav(), "audio/wav")
    visitor.cookies.clear()

    assert 403 == visitor.get(f"/document/{id}/recording").status_code


def test_of_ten_gigabytes_only_the_part_asked_for_is_sent(visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView) -> None:
    id = DocumentId(hashlib.sha256(b"stands for ten gigabytes").hexdigest())
    path = blobs.path(id)
    path.parent.mkdir(parents=True)
    path.touch()
    os.truncate(path, 10 << 30)
    put(view, replace(record("film.mp4"), id=id, type="video/mp4", size_bytes=10 << 30))

    answer = visitor.get(f"/document/{id}/recording", Range=f"bytes={(10 << 30) - 5}-")

    assert (206, bytes(5)) == (answer.status_code, answer.content)


@pytest.mark.parametrize(
    ("type", "metadata", "element"),
    [("audio/wav", {}, "<audio"), ("video/mp4", {}, "<video"), ("audio/mp4", {"picture-codec": "avc1"}, "<video"), ("audio/amr", {}, "")],
)
def test_the_page_of_a_recording_plays_it_from_where_it_is_asked_and_never_by_itself(
    visitor: Visitor, blobs: FolderBlobs, view: FakeCaseView, type: str, metadata: dict[str, str], element: str
) -> None:
    id = kept(blobs, view, wav(), type)
    view.known = {**view.known, id: replace(view.known[id], metadata=metadata)}

    page = visitor.get(f"/document/{id}?t=83.5").text

    assert bool(element) == (f"/document/{id}/recording#t=83.5" in page)
    assert element in page
    assert "autoplay" not in page
    assert f"/document/{id}/recording?save=true" in page
