from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import OwnHash, Reason
from kashf.ports.engines import EngineError, Limits, Member
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.webarchives.wacz import WACZ, WaczReader, WaczUnpacker
from tests.contracts.containers import zip_file
from tests.documents import source_of
from tests.web_archives import wacz


def members_of(folder: Path, content: bytes) -> tuple[dict[str, Member], EngineError | None]:
    had: dict[str, Member] = {}
    try:
        for member in WaczUnpacker().members(source_of(folder, content, WACZ), limits=Limits()):
            had[member.untrusted_name.decode()] = member
    except EngineError as fault:
        return had, fault
    return had, None


def hashes_of(had: dict[str, Member]) -> dict[str, OwnHash]:
    return {name: member.capture.own_hash for name, member in had.items() if member.capture}


def test_each_file_of_a_package_is_held_against_the_hash_that_it_states(tmp_path: Path) -> None:
    had, fault = members_of(tmp_path, wacz())

    assert {
        "archive/data.warc.gz": OwnHash.MATCHES,
        "pages/pages.jsonl": OwnHash.MATCHES,
        "datapackage.json": OwnHash.MATCHES,
        "datapackage-digest.json": OwnHash.NOT_GIVEN,
    } == hashes_of(had)
    assert {"Lantern packer 3"} == {member.capture.tool for member in had.values() if member.capture}
    assert fault is None


def test_a_file_that_was_changed_is_kept_and_said(tmp_path: Path) -> None:
    had, fault = members_of(tmp_path, wacz(stated={"pages/pages.jsonl": "sha256:" + "0" * 64}))

    assert OwnHash.DIFFERS is hashes_of(had)["pages/pages.jsonl"]
    assert had["pages/pages.jsonl"].chunks is not None
    assert fault
    assert (Reason.DAMAGED, "files that are not what their own hash says: 1") == (fault.reason, fault.detail)


def test_a_file_that_is_listed_and_not_there_is_missing(tmp_path: Path) -> None:
    had, _ = members_of(tmp_path, wacz(stated={"archive/second.warc.gz": "sha256:" + "0" * 64}))

    assert (None, Reason.DAMAGED) == (had["archive/second.warc.gz"].chunks, had["archive/second.warc.gz"].reason)


def test_a_package_tells_its_title_its_tool_and_who_signed_it_and_that_this_is_not_checked(tmp_path: Path) -> None:
    extract = WaczReader().read(source_of(tmp_path, wacz(signed=True), WACZ), limits=Limits())

    assert ("Convoy pages", "Lantern packer 3") == (extract.metadata["title"], extract.metadata["software"])
    assert "signed-by: seal.example (2016-03-05T00:00:00Z); the signature is not checked here" in extract.pages[0].text


def test_a_package_whose_list_cannot_be_read_says_that_no_hash_was_checked(tmp_path: Path) -> None:
    damaged = wacz(profile=b"[" * 100_000)

    with pytest.raises(EngineError, match="no file is held against its hash"):
        WaczReader().read(source_of(tmp_path, damaged, WACZ), limits=Limits())
    assert OwnHash.NOT_GIVEN is hashes_of(members_of(tmp_path, damaged)[0])["archive/data.warc.gz"]


def test_a_package_of_tables_is_no_archive_of_the_web(tmp_path: Path) -> None:
    tables = zip_file({"datapackage.json": b"{}", "data/rows.csv": b"a,b"})

    identify = LibmagicIdentifier().identify
    assert [WACZ, "application/zip"] == [identify(source_of(tmp_path, each)) for each in (wacz(), tables)]


@pytest.mark.parametrize(
    "stated",
    [
        "sha256:" + "0" * 64,
        "md5:" + "0" * 32,
        "sha256:zz",
        "sha1:" + "0" * 64,
        "sha256:" + "0" * 100_000,
    ],
)
def test_a_hash_that_lies_or_is_none_never_matches(tmp_path: Path, stated: str) -> None:
    had, fault = members_of(tmp_path, wacz(stated={"pages/pages.jsonl": stated}))

    assert OwnHash.DIFFERS is hashes_of(had)["pages/pages.jsonl"]
    assert fault
    assert Reason.DAMAGED is fault.reason


@pytest.mark.parametrize("stated", ["", "crc:12", "sha256", "none"])
def test_a_hash_of_no_known_kind_is_none(tmp_path: Path, stated: str) -> None:
    had, fault = members_of(tmp_path, wacz(stated={"pages/pages.jsonl": stated}))

    assert OwnHash.NOT_GIVEN is hashes_of(had)["pages/pages.jsonl"]
    assert fault is None


@pytest.mark.parametrize(
    "resources",
    ['{"path": 7}', '[{"path": ["a"]}, 7, null]', '[{"path": "pages/pages.jsonl", "hash": {"sha256": 1}, "stats": [1]}]', '"all"'],
)
def test_a_list_of_files_that_is_none_holds_nothing_against_a_hash(tmp_path: Path, resources: str) -> None:
    listed = f'{{"profile": "data-package", "resources": {resources}}}'.encode()
    had, fault = members_of(tmp_path, zip_file({"datapackage.json": listed, "pages/pages.jsonl": b"{}"}))

    assert {OwnHash.NOT_GIVEN} == set(hashes_of(had).values())
    assert fault is None
