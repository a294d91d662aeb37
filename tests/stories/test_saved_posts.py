"""Posts that an archiver saved: each file tells where and when it was fetched, and whether it is what its list says."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json
from tests.unit.sandboxed.engines.structured.test_archived_pages import page, table

URL, WHEN = "https://posts.example/heron/7", "2024-05-06 07:08:09+00:00"
KEPT, CHANGED, INNER, GONE = b"The convoy left the bridge.", b"Nobody left the mill.", b"Lamps at the depot.", b"gone"


def media(name: str, content: bytes, *, algorithm: str = "SHA-256", inner: tuple[dict[str, object], ...] = ()) -> dict[str, object]:
    """Return a file as the archiver lists it: its key in the store, and the path that it had on another machine."""
    stated = hashlib.new({"SHA-256": "sha256", "SHA3-512": "sha3_512"}[algorithm], content).hexdigest()
    properties = {"hash": f"{algorithm}:{stated}", "thumbnails": list(inner)}
    return {"filename": f"/tmp/archive/{name}", "_key": f"store/posts-example/{name}", "urls": [], "properties": properties}


def listed(*files: Mapping[str, object]) -> str:
    """Return a list of saved files."""
    told = {"_processed_at": WHEN, "url": URL, "title": "Seven lamps"}
    return json.dumps({"status": "lantern: success", "metadata": told, "media": list(files)}, indent=4)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case with a folder of a post, of which a file was changed and one is gone, and with a zip of another post."""
    brought = tmp_path_factory.mktemp("brought") / "saved"
    folder = brought / "posts-example"
    folder.mkdir(parents=True)
    (folder / "kept.txt").write_bytes(KEPT)
    (folder / "inner.txt").write_bytes(INNER)
    (folder / "changed.txt").write_bytes(CHANGED)
    within = media("inner.txt", INNER, algorithm="SHA3-512")
    files = (media("kept.txt", KEPT, inner=(within,)), media("changed.txt", b"Basil left the mill."), media("gone.txt", GONE))
    (folder / "metadata.json").write_text(listed(*files), "utf-8")
    with zipfile.ZipFile(brought / "other.zip", "w") as archive:
        archive.writestr("other/kept.txt", b"Omar counted the lorries.")
        archive.writestr("other/list.json", listed(media("kept.txt", b"Omar counted the lorries.")))
    case = tmp_path_factory.mktemp("cases") / "saved.case"
    kashf("init", case, home=home)
    kashf("add", case, brought, "--from", "heron-1", home=home, expect=3)
    return case


def captures(case: Path, home: Path, *asked: str) -> dict[str, tuple[str, str, str, str]]:
    """Return what is said of each text file, by its path."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for words in asked or ("convoy", "mill", "lamps depot", "lorries"):
        for hit in kashf_json("find", case, words, home=home)["hits"]:
            for custody in kashf_json("show", case, hit["document"], home=home)["custody"]:
                if custody["capture"]:
                    found[custody["path"]] = tuple(custody["capture"][key] for key in ("url", "time", "tool", "own_hash"))
    return found


def test_each_saved_file_tells_where_it_came_from_and_whether_it_is_what_was_saved(case: Path, home: Path) -> None:
    tool = "auto-archiver, lantern: success"

    assert {
        "saved/posts-example/kept.txt": (URL, WHEN, tool, "matches"),
        "saved/posts-example/inner.txt": (URL, WHEN, tool, "matches"),
        "saved/posts-example/changed.txt": (URL, WHEN, tool, "differs"),
        "saved/other.zip/other/kept.txt": (URL, WHEN, tool, "matches"),
    } == captures(case, home)


def test_a_list_whose_files_do_not_fit_says_so(case: Path, home: Path) -> None:
    [exception] = kashf_json("exceptions", case, home=home)["files"]

    assert ("saved/posts-example/metadata.json", "damaged") == (exception["path"], exception["kind"])
    assert "saved files: 1 of 4 changed since: the hash in the list is another; 1 of 4 not here" == exception["detail"]


def test_what_is_said_of_saved_files_survives_a_rebuild(case: Path, home: Path) -> None:
    before = captures(case, home)

    kashf("rebuild", case, home=home, expect=3)

    assert before == captures(case, home)
    kashf("verify", case, home=home)


def test_a_page_and_a_table_of_the_archiver_are_held_against_their_files_too(tmp_path: Path, home: Path) -> None:
    case, brought = tmp_path / "pages.case", tmp_path / "brought"
    brought.mkdir()
    (brought / "kept.txt").write_bytes(KEPT)
    (brought / "changed.txt").write_bytes(CHANGED)
    (brought / "heron.html").write_bytes(page(("posts/kept.txt", f"SHA-256:{hashlib.sha256(KEPT).hexdigest()}")))
    (brought / "db.csv").write_bytes(table((URL, [("/tmp/changed.txt", "posts/changed.txt", f"SHA-256:{'0' * 64}")])))
    kashf("init", case, home=home)
    kashf("add", case, brought, "--from", "heron-1", home=home, expect=3)

    assert {
        "brought/kept.txt": (URL, "2024-05-06 07:08:09", "auto-archiver", "matches"),
        "brought/changed.txt": (URL, "2024-05-06T07:08:09", "auto-archiver", "differs"),
    } == captures(case, home, "convoy", "mill")


@pytest.mark.parametrize(
    "broken",
    [
        '{"status": "x", "metadata": {"_processed_at": 1, "url": [',
        '{"status": 7, "metadata": {"_processed_at": 1}, "media": [{"filename": 3}]}',
    ],
)
def test_a_list_that_is_broken_is_read_as_the_text_it_is(broken: str, home: Path, tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_text(broken, "utf-8")

    assert "_processed_at" in kashf("text", tmp_path / "metadata.json", home=home).stdout
