"""Pages that somebody archived: each tells where, when and by what it was fetched, and whether its own hash still matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json
from tests.web_archives import PAGE, URL, response, wacz, warc, warcinfo


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case with a package of pages, and an archive in which a page was changed."""
    brought = tmp_path_factory.mktemp("brought") / "web"
    brought.mkdir()
    (brought / "pages.wacz").write_bytes(wacz())
    (brought / "changed.warc").write_bytes(warcinfo() + response(b"<html><p>Nobody left the mill.</p></html>", stated="sha256:" + "0" * 64))
    case = tmp_path_factory.mktemp("cases") / "web.case"
    kashf("init", case, home=home)
    kashf("add", case, brought, "--from", "heron-1", home=home, expect=3)
    return case


def shown(case: Path, words: str, home: Path) -> tuple[dict[str, object], str]:
    [hit] = [hit for hit in kashf_json("find", case, words, home=home)["hits"] if hit["type"] == "text/html"]
    document = hit["document"]
    return kashf_json("show", case, document, home=home)["custody"][0]["capture"], kashf("show", case, document, home=home).stdout


def test_a_page_is_found_and_tells_how_it_was_archived(case: Path, home: Path) -> None:
    capture, told = shown(case, "convoy bridge", home)

    assert {
        "url": f"{URL}/1",
        "time": "2016-03-04T10:11:12Z",
        "tool": "Lantern/2.1",
        "own_hash": "matches",
        "status": "200 OK",
        "type": "text/html",
    } == capture
    assert f"archived from {URL}/1 at 2016-03-04T10:11:12Z by Lantern/2.1; its own hash matches" in "".join(
        sign for sign in told if sign not in "\u2068\u2069"
    )


def test_a_page_that_is_not_what_was_archived_is_found_too_and_says_so(case: Path, home: Path) -> None:
    capture, told = shown(case, "nobody mill", home)

    assert "differs" == capture["own_hash"]
    assert "its own hash DIFFERS" in told
    [listed] = kashf_json("exceptions", case, home=home)["files"]
    assert ("web/changed.warc", "damaged", "files that are not what their own hash says: 1") == tuple(
        listed[key] for key in ("path", "kind", "detail")
    )


def test_what_an_archive_says_survives_a_rebuild(case: Path, home: Path) -> None:
    before, _ = shown(case, "convoy bridge", home)

    kashf("rebuild", case, home=home, expect=3)

    assert before == shown(case, "convoy bridge", home)[0]


def test_an_archive_without_an_answer_that_is_whole_keeps_its_words(tmp_path: Path, home: Path) -> None:
    (tmp_path / "cut.warc").write_bytes(warc(PAGE.encode(), b"The last page breaks off here and there")[:-20])

    assert "The convoy left the bridge." in kashf("text", tmp_path / "cut.warc", home=home, expect=3).stdout
