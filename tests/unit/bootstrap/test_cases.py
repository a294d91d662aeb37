"""A case's folder: made whole or not at all, private, and never made anew by opening it."""

from __future__ import annotations

import stat
import threading
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kashf.adapters import case_folder
from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.model_file import KeptModel, keep_model
from kashf.bootstrap import cases, create_case, has_english_model, learn_from, make_taggers, open_case, open_for_writing, open_to_decide
from kashf.domain.entity import Mention, MentionType
from kashf.domain.entries.heads import chain_states
from kashf.domain.ids import Json
from kashf.domain.ledger import EntryKind, Recorded, chain_faults
from kashf.errors import BadPathError, CaseLockedError, DamagedCaseError, NotAllowedError, UnfinishedError, UsageError
from kashf.ports.taggers import LabelledText
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record
from kashf.settings import Settings
from tests.recording import record_disk


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", actor="amal")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Path:
    create_case(tmp_path / "a.case", name="Harbour letters", settings=settings)
    return tmp_path / "a.case"


def write(case: WritableCase, kind: EntryKind, body: dict[str, Json]) -> None:
    with case.store.unit() as uow:
        record(case, uow, kind, body)
        uow.commit()


def entries_of(case: Path) -> tuple[Recorded, ...]:
    opened = open_case(case)
    entries = opened.view.entries()
    opened.close()
    return entries


def records(case: Path) -> list[Path]:
    return sorted(case.glob("case.db*"))


@pytest.mark.parametrize("damage", ["missing", "empty", "without tables", "no database"])
def test_a_case_without_its_records_is_damaged_and_no_new_ones_are_made(case: Path, settings: Settings, damage: str) -> None:
    for path in records(case):
        path.unlink()
    content = {"empty": b"", "no database": b"x" * 9000}
    if damage == "without tables":
        import sqlite3

        connection = sqlite3.connect(case / "case.db")
        connection.execute("CREATE TABLE other (a)")
        connection.close()
    elif damage != "missing":
        (case / "case.db").write_bytes(content[damage])
    before = {path.name: path.read_bytes() for path in records(case)}

    with pytest.raises(DamagedCaseError, match=r"case\.db"), open_for_writing(case, settings=settings):
        pass

    assert before == {path.name: path.read_bytes() for path in records(case)}


def test_nobody_is_told_to_rebuild_what_is_damaged() -> None:
    assert "rebuild" not in DamagedCaseError.hint


@pytest.mark.parametrize("name", ["", "  ", "a\x7fb", "a\nb", "a\x85b", "a\udcffb", "x" * 201])
def test_a_name_that_cannot_be_kept_is_refused_before_anything_is_made(tmp_path: Path, settings: Settings, name: str) -> None:
    with pytest.raises(UsageError, match="name"):
        create_case(tmp_path / "a.case", name=name, settings=settings)

    assert not (tmp_path / "a.case").exists()


@pytest.mark.parametrize("name", ['quote " and \\ backslash', "رسائل الميناء", "'''", "a = 1 # b", "a\u2028b"])
def test_every_name_that_is_let_through_is_read_back(tmp_path: Path, settings: Settings, name: str) -> None:
    create_case(tmp_path / "a.case", name=name, settings=settings)

    assert name == tomllib.loads((tmp_path / "a.case" / "case.toml").read_text(encoding="utf-8"))["name"]
    opened = open_case(tmp_path / "a.case")
    opened.close()
    assert name == opened.name


@pytest.mark.parametrize("step", ["write_draft", "_make_records", "sync_folder"])
def test_a_case_that_was_left_half_made_is_made_by_the_same_call(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.case"
    done = getattr(cases, step)

    def stop_after(*arguments: object, **more: object) -> None:
        done(*arguments, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(cases, step, stop_after)
        with pytest.raises(KeyboardInterrupt):
            create_case(path, name="first", settings=settings)
    is_whole = (path / "case.toml").exists()

    if is_whole:
        with pytest.raises(BadPathError):
            create_case(path, name="second", settings=settings)
    else:
        create_case(path, name="second", settings=settings)

    with open_for_writing(path, settings=settings) as opened:
        assert [("first" if is_whole else "second")] == [entry.body["name"] for entry, _ in opened.reading.view.entries()]


@pytest.mark.parametrize("left", ["letter.txt", "case.db", "blobs/ab"])
def test_a_folder_with_anything_of_a_person_in_it_is_left_alone(tmp_path: Path, settings: Settings, left: str) -> None:
    path = tmp_path / "a.case"
    (path / left).parent.mkdir(parents=True)
    (path / left).write_text("mine")
    if "/" in left:
        (path / "case.toml.new").write_text("")

    with pytest.raises(BadPathError, match="already"):
        create_case(path, name="a", settings=settings)

    assert "mine" == (path / left).read_text()
    assert not (path / "lock").exists()


def test_a_case_that_another_process_is_making_is_left_alone(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.case").mkdir()
    with case_folder.lock(tmp_path / "a.case" / "lock"), pytest.raises(CaseLockedError):
        create_case(tmp_path / "a.case", name="a", settings=settings)


def test_a_case_is_for_its_owner_alone(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.case"
    path.mkdir(mode=0o755)
    path.chmod(0o755)

    create_case(path, name="a", settings=settings)

    loose = [each.name for each in (path, *path.rglob("*")) if stat.S_IMODE(each.stat().st_mode) & 0o077]
    assert [] == loose


def test_a_file_where_a_folder_is_needed_is_a_bad_path(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(BadPathError):
        create_case(tmp_path / "file" / "a.case", name="a", settings=settings)
    with pytest.raises(BadPathError):
        create_case(tmp_path / "file", name="a", settings=settings)
    with pytest.raises(BadPathError):
        open_case(tmp_path / ("x" * 300))


def test_a_disk_that_cannot_be_written_to_is_not_allowed(case: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    opened = os.open

    def read_only(path: str, flags: int, *more: int, **also: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *more, **also)

    monkeypatch.setattr(cases.os, "open", read_only)
    with pytest.raises(NotAllowedError), open_for_writing(case, settings=settings):
        pass


def test_nothing_is_left_in_the_log_of_the_database_once_a_case_is_let_go(case: Path, settings: Settings) -> None:
    with open_for_writing(case, settings=settings) as writable, writable.store.unit() as uow:
        record(writable, uow, EntryKind.RUN, {"tool": "kashf"})
        uow.commit()

    assert [case / "case.db"] == list(case.glob("case.db*"))


def test_a_decision_is_written_while_others_read_and_they_see_it(case: Path, settings: Settings) -> None:
    body = {"left": "a", "right": "b", "type": "PER", "verdict": "same", "why": ""}
    reading = open_case(case)
    with open_to_decide(case, settings=settings) as writable, writable.store.unit() as uow:
        record(writable, uow, EntryKind.JUDGED, body)
        uow.commit()

    assert ["same"] == [judgement.verdict for judgement in reading.view.judgements()]
    reading.close()


def test_a_decision_is_written_beside_a_run_and_neither_breaks_the_others_chain(case: Path, settings: Settings) -> None:
    with open_for_writing(case, settings=settings) as run:
        for number in range(4):
            write(run, EntryKind.RUN, {"n": number})
            with open_to_decide(case, settings=settings) as deciding:
                write(deciding, EntryKind.UNDONE, {"entry": str(number)})
    entries = entries_of(case)

    assert () == chain_faults(entries)
    assert [5, 4] == [state.length for state in chain_states(entries)]


def test_runs_exclude_each_other(case: Path, settings: Settings) -> None:
    with open_for_writing(case, settings=settings), pytest.raises(CaseLockedError), open_for_writing(case, settings=settings):
        pass


def test_who_writes_waits_for_who_has_begun_and_then_sees_what_was_written(case: Path, settings: Settings) -> None:
    begun, told = threading.Event(), []

    def decide() -> None:
        with open_to_decide(case, settings=settings) as second:
            begun.set()
            write(second, EntryKind.UNDONE, {"entry": "second"})
            told.append("second")

    with open_to_decide(case, settings=settings) as first, ThreadPoolExecutor(1) as threads:
        with first.store.unit() as uow:
            waiting = threads.submit(decide)
            begun.wait()
            record(first, uow, EntryKind.UNDONE, {"entry": "first"})
            told.append("first")
            uow.commit()
        waiting.result()

    assert ["first", "second"] == told
    assert () == chain_faults(entries_of(case))


def test_a_decision_in_a_case_of_the_first_format_is_refused_until_it_was_processed(case: Path, settings: Settings) -> None:
    head = case / "case.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("format = 2", "format = 1"), encoding="utf-8")

    with pytest.raises(UnfinishedError, match="kashf process"), open_to_decide(case, settings=settings):
        pass
    assert 1 == tomllib.loads(head.read_text(encoding="utf-8"))["format"]


def test_a_power_cut_while_a_case_is_brought_forward_leaves_it_whole(
    case: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = case / "case.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("format = 2", "format = 1"), encoding="utf-8")
    done = record_disk(monkeypatch)

    with open_for_writing(case, settings=settings):
        pass

    named = done.index(("rename", case / "case.toml"))
    assert ("sync", case / "case.toml.new") in done[:named]
    assert ("sync", case) in done[named:]


def test_decisions_of_several_at_once_wait_for_each_other(case: Path, settings: Settings) -> None:
    def decide(number: int) -> None:
        with open_to_decide(case, settings=settings) as writable, writable.store.unit() as uow:
            record(writable, uow, EntryKind.JUDGED, {"left": "a", "right": str(number), "type": "PER", "verdict": "same", "why": ""})
            uow.commit()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(decide, range(8)))
    reading = open_case(case)

    assert {str(number) for number in range(8)} == {judgement.right for judgement in reading.view.judgements()}
    assert [*range(8)] == sorted(entry.seq for entry, _ in reading.view.entries() if not entry.is_custody)
    reading.close()


def test_what_was_learnt_in_a_case_finds_names_in_it_and_nowhere_else(case: Path) -> None:
    hired = "model:crf"
    opened = open_case(case)
    before = [tagger.name for tagger in make_taggers(opened)]
    texts = [LabelledText("خرج غراب اليوم", (Mention(4, 8, "غراب", MentionType.PERSON, "rules:x", 1.0),))]
    keep_model(case / "cache" / "learned-names", KeptModel(CrfLearner(()).train(texts), frozenset({MentionType.PERSON}), {}))

    assert [*before, hired] == [tagger.name for tagger in make_taggers(opened)]
    assert hired not in [tagger.name for tagger in make_taggers()]
    opened.close()


def test_learning_from_a_case_without_decisions_says_that_there_is_too_little(case: Path) -> None:
    opened = open_case(case)
    with pytest.raises(UsageError, match="decided"):
        learn_from(opened)
    opened.close()


def test_the_english_model_reads_along_only_where_it_is_asked_for(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.adapters.taggers.spacy.is_installed", lambda: True)
    english = "model:en_core_web_sm"
    opened = open_case(case)

    assert english not in [tagger.name for tagger in make_taggers(opened)]
    assert english in [tagger.name for tagger in make_taggers(opened, english_model=True)]
    opened.close()


def test_an_english_model_that_is_asked_for_and_not_installed_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.adapters.taggers.spacy.is_installed", lambda: False)

    assert not has_english_model()
    with pytest.raises(UsageError, match="not installed"):
        make_taggers(english_model=True)
