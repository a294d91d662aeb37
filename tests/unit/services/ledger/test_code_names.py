from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.document import Sighting
from kashf.domain.entries.delivery import Collection
from kashf.errors import NotFoundError, UsageError
from kashf.language.person_names.real_names import is_code_name, tells_who
from kashf.services.case.open import WritableCase
from kashf.services.ingest.process import Delivery, add
from kashf.services.ledger import code_names as sources
from kashf.services.ledger.custody import bring_forward, verify
from kashf.settings import Settings
from tests.earlier_cases import unpacked


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(actor="amal", home=tmp_path / "home")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Iterator[WritableCase]:
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    folder = tmp_path / "stick of Umm Salim" / "leak"
    (folder / "letters").mkdir(parents=True)
    (folder / "letters" / "a.txt").write_text("order")
    (folder / "b.txt").write_text("note")
    return folder


def everything(case: WritableCase) -> bytes:
    """Return all bytes of a case, with its sealed notes as they lie there."""
    files = [file for file in case.reading.path.rglob("*") if file.is_file()]
    return b"".join(file.read_bytes() for file in files)


def receive(case: WritableCase, *paths: Path, channel: str = "kestrel-2", note: str = "") -> int:
    return add(case, paths, Delivery(channel, note=note), report=lambda _: None).new


def test_a_path_is_told_from_the_folder_that_was_given_and_nothing_of_this_machine_is_kept(case: WritableCase, leak: Path) -> None:
    receive(case, leak, leak / "b.txt", note="at hotel Ziraa")

    paths = [seen.path for record in case.reading.view.walk() for seen, _ in case.reading.view.sightings(record.id)]
    assert ["b.txt", "leak/b.txt", "leak/letters/a.txt"] == sorted(paths)
    assert {b"hotel Ziraa", b"Umm Salim", str(leak.parent).encode()} & {
        word for word in (b"hotel Ziraa", b"Umm Salim", str(leak.parent).encode()) if word in everything(case)
    } == set()


def test_what_was_received_is_known_again_from_another_place(case: WritableCase, leak: Path) -> None:
    assert 2 == receive(case, leak)
    moved = leak.parent.rename(leak.parent.with_name("other stick"))

    assert 0 == receive(case, moved / "leak")


def test_what_a_kashf_of_whole_paths_received_is_not_received_twice(tmp_path: Path, settings: Settings) -> None:
    with open_for_writing(unpacked(tmp_path), settings=settings) as case:
        bring_forward(case)
        view = case.reading.view
        seen = [each for record in view.walk() for each, _ in view.sightings(record.id) if each.parent is None]
        assert all(each.path.startswith("/") for each in seen)
        for each in seen:
            copy = tmp_path / "elsewhere" / each.channel / Path(each.path).parent.name / Path(each.path).name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(stored(case, each))
        before = view.totals()

        for folder in (tmp_path / "elsewhere").iterdir():
            assert 0 == receive(case, *folder.iterdir(), channel=folder.name)
        assert before == view.totals()


def stored(case: WritableCase, seen: Sighting) -> bytes:
    assert seen.document is not None
    with case.reading.blobs.open(seen.document) as stream:
        return stream.read()


def test_a_source_is_known_however_its_code_name_is_written(case: WritableCase) -> None:
    known = [sources.add_source(case, name) for name in ("kestrel-2", "KESTREL-2")]

    found = [sources.find_source(known, name) for name in ("KESTREL-2", " Kestrel-2 ", "kestrel\u200b-2", "kestrel-3")]
    assert [known[1], known[0], known[0], None] == found


def test_a_source_is_entered_once_with_a_random_id_that_its_receipts_name(case: WritableCase, leak: Path) -> None:
    entered = sources.add_source(case, "kestrel-2")
    receive(case, leak)

    assert (entered,) == sources.list_sources(case.reading)
    assert [entered.id] == [entry.body["source"] for entry, _ in case.reading.view.entries(kinds=["receipt"])]
    assert 1 == len(case.reading.view.entries(kinds=["source"]))
    assert entered.id != sources.add_source(case, "gannet-3").id


def test_a_source_of_an_earlier_kashf_goes_by_its_channel(tmp_path: Path, settings: Settings) -> None:
    with open_for_writing(unpacked(tmp_path), settings=settings) as case:
        assert [("", "courier"), ("", "neighbour")] == [(each.id, each.code_name) for each in sources.list_sources(case.reading)]
        entered = sources.add_source(case, "courier")
        assert [entered.id, ""] == [each.id for each in sources.list_sources(case.reading)]


def test_what_is_sealed_may_be_taken_out_and_the_case_is_intact(case: WritableCase, leak: Path) -> None:
    sources.add_source(case, "kestrel-2", sealed="Salim Marmari, the baker")
    receive(case, leak, note="at hotel Ziraa")
    sealed = case.reading.path / "sealed"

    shown = sources.show_source(case.reading, "kestrel-2")
    assert ["Salim Marmari, the baker", "at hotel Ziraa"] == [note.get("about", note.get("note")) for note in shown.notes]
    assert b"Marmari" not in everything(case)
    assert {0o600} == {file.stat().st_mode & 0o777 for file in sealed.iterdir()}
    assert (True, 0) == ((whole := verify(case.reading)).ok, whole.sealed_away)

    sealed.rename(sealed.with_name("moved"))
    assert (True, 2) == ((without := verify(case.reading)).ok, without.sealed_away)
    assert (2, ()) == ((shown := sources.show_source(case.reading, "kestrel-2")).away, shown.notes)


def test_a_sealed_note_that_was_changed_is_a_fault(case: WritableCase, leak: Path) -> None:
    receive(case, leak, note="at hotel Ziraa")
    (file,) = (case.reading.path / "sealed").iterdir()
    file.write_bytes((stored := file.read_bytes())[:-1] + bytes([stored[-1] ^ 1]))

    assert ["sealed note"] == [fault.what for fault in verify(case.reading).faults]


def test_no_invented_name_tells_who_somebody_is() -> None:
    assert {("", True)} == {(tells_who(f"{word}-7"), is_code_name(f"{word}-7")) for word in sources._INVENTED}
    assert sources.invent_code_name(["flint-2"]) != "flint-2"


def test_a_real_name_is_refused_and_leaves_nothing_behind(case: WritableCase, leak: Path) -> None:
    for attempt in (lambda: receive(case, leak, channel="Khalid the tailor, Ziraa"), lambda: sources.add_source(case, "Ziraa")):
        with pytest.raises(UsageError, match="can never be taken out"):
            attempt()

    assert b"Ziraa" not in everything(case)
    assert () == sources.list_sources(case.reading)


def test_a_source_that_a_case_knows_from_before_is_continued_however_it_is_called(tmp_path: Path, settings: Settings) -> None:
    with open_for_writing(unpacked(tmp_path), settings=settings) as case:
        assert "neighbour" == sources.taken_code_name(sources.list_sources(case.reading), " Neighbour ")
        with pytest.raises(UsageError):
            sources.taken_code_name([], "neighbour")


def test_a_source_that_nobody_entered_is_not_found(case: WritableCase) -> None:
    with pytest.raises(NotFoundError):
        sources.show_source(case.reading, "kestrel-2")


def test_a_delivery_is_leak_unless_told(case: WritableCase, leak: Path) -> None:
    receive(case, leak)

    assert [Collection.LEAK] == [entry.body["collection"] for entry, _ in case.reading.view.entries(kinds=["receipt"])]
