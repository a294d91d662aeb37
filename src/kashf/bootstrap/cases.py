"""Makes a case and opens one, to read it, to work on it or to decide. Imports wait until a function needs them: a person is waiting too."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kashf.adapters.case_folder import (
    CASE_FORMAT,
    DRAFT,
    NAME_LENGTH,
    check_is_free,
    check_records,
    is_case_name,
    lock,
    private,
    raise_format,
    read_label,
    take_away_half_made,
    translate_permissions,
    try_lock,
    write_draft,
)
from kashf.adapters.folder_blobs import FolderBlobs, translate_disk_full
from kashf.adapters.records.at_rest.open_mark import check_copied_whole
from kashf.adapters.signing.ed25519 import is_signed
from kashf.adapters.signing.timestamp_certificates import certified_by
from kashf.adapters.vault.sealed_folder import SealedFolder
from kashf.bootstrap.seen import check_continued, remember
from kashf.bootstrap.signers import as_person, ask_before_writing, keys_folder, make_signer, signer_in
from kashf.domain.sealing.row_seals import SEALED
from kashf.errors import UnfinishedError, UsageError
from kashf.plain_files import CacheSeal, sync_folder
from kashf.services.case.open import OpenCase, WritableCase

if TYPE_CHECKING:
    from kashf.adapters.records.connection import EncryptedRecords
    from kashf.bootstrap.encryption import NewWays
    from kashf.domain.files.case_label import CaseLabel
    from kashf.domain.ids import Json
    from kashf.ports.forms import ShownPages
    from kashf.ports.runtime import Signer
    from kashf.ports.views import CaseView
    from kashf.settings import Settings

    Records = Path | EncryptedRecords


def create_case(path: Path, *, name: str, settings: Settings, ways: NewWays | None = None) -> None:
    """Make a new, empty case; what an earlier attempt left half made is taken away first.

    Args:
        path: Its folder: missing, empty, or one in which an earlier attempt was stopped. Only its owner may look into it.
        name: What people call it; up to 200 code points.
        settings: Who makes it.
        ways: By which it can be opened, if it is to be encrypted; it is unlocked then.

    Raises:
        UsageError: The name cannot be used, or a way in.
        BadPathError: There is something at `path` already.
        NotAllowedError: The folder cannot be made there.
        NoSpaceError: The disk is full; the same call goes on later.
    """
    from kashf.adapters.clock import SystemClock

    _check_name(name)
    device, now = settings.device(), SystemClock().now()
    check_is_free(path)
    ask_before_writing(settings)
    with translate_permissions(path), translate_disk_full():
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.chmod(0o700)
        with lock(path / "lock"):
            check_is_free(path)
            take_away_half_made(path)
            write_draft(path / DRAFT, name="" if ways else name, now=now)
            (path / "blobs").mkdir(mode=0o700)
            signer = make_signer(settings)
            body: dict[str, Json] = {"name": name, "format": CASE_FORMAT, "key": signer.key, **SEALED}
            with _new_records(path, ways) as (records, key):
                write_draft(path / DRAFT, name=name, now=now, key=key)
                _make_records(path / "case.db", records, _Creation(device, settings.actor, now, body, signer))
            # Last, and at once: a folder with case.toml is a whole case.
            (path / DRAFT).rename(path / "case.toml")
            sync_folder(path)
    with closing(open_case(path)) as made:
        remember(path, made.view, settings)


def open_case(path: Path) -> OpenCase:
    """Open a case for reading.

    Raises:
        BadPathError: There is no case at `path`.
        DamagedCaseError: It cannot be read.
        LaterVersionError: It is of a later format.
        CopiedOpenError: It was copied without what was written last.
        NoKeyError: It is encrypted and locked.
    """
    return _open_case(path, settles=True)


def _cache_key() -> bytes:
    from kashf.settings import load_settings

    return load_settings().cache_key()


def _tell_not_from_here(kind: str) -> None:
    from kashf.logs import get_log

    get_log().warning("cache.not_from_here", kind=kind)


#: Of this installation, whichever case it opens.
_CACHES: Final = CacheSeal(_cache_key, _tell_not_from_here)


def _open_case(path: Path, *, settles: bool) -> OpenCase:
    from kashf.adapters.records.store import open_view

    label = read_label(path)
    view = open_view(records_of(path, label), settles=settles)
    if label.key:
        from kashf.bootstrap.encryption import open_encrypted

        return replace(
            open_encrypted(path, label, view), showing=_masked, holds=is_signed, label=label, vouches=certified_by, cache_seal=_CACHES
        )
    from kashf.adapters.index import TantivyIndex

    index, blobs = TantivyIndex(path / "index"), FolderBlobs(path / "blobs")
    return OpenCase(
        path, label.name, view, index, blobs, SealedFolder(path), _masked, is_signed, label, vouches=certified_by, cache_seal=_CACHES
    )


def keep_caches(case: OpenCase) -> None:
    """Bring what an encrypted case has in memory and can be made again to the disk; it is there in one that is not encrypted."""
    if case.caches:
        from kashf.bootstrap.encryption import keep_encrypted_caches

        keep_encrypted_caches(case.path)


def records_of(path: Path, label: CaseLabel) -> Records:
    """Return where the records of a case lie, with what opens them.

    Raises:
        DamagedCaseError: They are missing.
        NoKeyError: The case is encrypted and locked.
    """
    if not label.key:
        return path / "case.db"
    from kashf.bootstrap.encryption import encrypted_records

    return encrypted_records(path, label)


def _masked(view: CaseView) -> ShownPages:
    from kashf.services.forms.sealed.sealed_places import MaskedPages  # most commands show no page

    return MaskedPages(view)


def open_again(case: OpenCase) -> AbstractContextManager[OpenCase]:
    """Open a case once more for reading, so that its readers do not wait for one another; takes 1 ms, index and bytes are shared."""
    from kashf.adapters.records.store import open_view

    return closing(replace(case, view=open_view(records_of(case.path, read_label(case.path)))))


@contextmanager
def open_for_writing(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
    """Open a case for a run, which takes files in or reads them; there is one at a time. The lock falls when the process dies.

    Args:
        path: The case's folder.
        settings: Who is at work, and how.

    Raises:
        BadPathError: There is no case at `path`.
        CaseLockedError: Another run is on.
        DamagedCaseError: Its records are missing or cannot be read; they are not made anew.
        LaterVersionError: A newer kashf made it.
        CopiedOpenError: It was copied without what was written last.
    """
    is_earlier = read_label(path).format != CASE_FORMAT
    ask_before_writing(settings)
    with lock(path / "lock"):
        if is_earlier:
            check_copied_whole(path / "case.db")
            check_records(path / "case.db")
            raise_format(path)
        with _writable(path, settings, alone=lambda: nullcontext(enter_result=True)) as case:
            yield case


@contextmanager
def open_to_decide(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
    """Open a case for writing down decisions of whom `settings` name: short transactions, also beside a run and others who decide.

    Raises:
        CaseLockedError: Another process keeps the records from being written for too long; nothing was written down.
        UnfinishedError: It is of an earlier format, and has to be processed first.
        LostKeyError: Who decides is a person whose key is not here, or was not opened with its passphrase.
        BadPathError, DamagedCaseError, LaterVersionError, CopiedOpenError: As `open_for_writing`.
    """
    if read_label(path).format != CASE_FORMAT:
        raise UnfinishedError("this case was made by an earlier kashf; `kashf process` brings it to this one", code="earlier-case")
    ask_before_writing(settings)
    with _writable(path, settings, alone=partial(try_lock, path / "lock"), decides=True) as case:
        yield case


@contextmanager
def open_to_start_again(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
    """Open a case for an installation that nobody let in, or whose key is another than the case knows; its key is made where it has none.

    Raises:
        UnfinishedError, CaseLockedError, BadPathError, DamagedCaseError, LaterVersionError, CopiedOpenError: As `open_to_decide`.
    """
    if read_label(path).format != CASE_FORMAT:
        raise UnfinishedError("this case was made by an earlier kashf; `kashf process` brings it to this one", code="earlier-case")
    ask_before_writing(settings)
    with lock(path / "lock"), _writable(path, settings, alone=lambda: nullcontext(enter_result=True), starts_again=True) as case:
        yield case


def temporary_blobs(folder: Path) -> FolderBlobs:
    """Return a blob store in a folder that the caller throws away."""
    return FolderBlobs(folder / "blobs")


@contextmanager
def _writable(
    path: Path,
    settings: Settings,
    *,
    alone: Callable[[], AbstractContextManager[bool]],
    decides: bool = False,
    starts_again: bool = False,
) -> Iterator[WritableCase]:
    from kashf.adapters.clock import SystemClock
    from kashf.adapters.records.store import SqlStore
    from kashf.services.ledger.sealing.seal_rows import seal_rows

    check_copied_whole(path / "case.db")  # before anything opens it
    label = read_label(path)
    if not label.key:
        check_records(path / "case.db")
    with ExitStack() as stack:
        # Closed last, since only who may write can put what SQLite logged into the records and drop the log.
        store = stack.enter_context(closing(SqlStore(records_of(path, label))))
        reading = stack.enter_context(closing(_open_case(path, settles=False)))
        stack.callback(keep_caches, reading)
        reading.sealed.keys.use_installation(keys_folder(settings))
        check_continued(path, reading.view, settings)
        stack.callback(remember, path, reading.view, settings)
        case = WritableCase(
            reading=reading,
            store=store,
            device=settings.device(),
            actor=settings.actor,
            clock=SystemClock(),
            alone=alone,
            signer=make_signer(settings) if starts_again else signer_in(reading, settings),
        )
        store.seal_by(partial(seal_rows, case))
        yield as_person(case, settings, decides=decides)


@dataclass(frozen=True, slots=True)
class _Creation:
    """What the first entry of a case's ledger says, and what signs it."""

    device: str
    actor: str
    now: dt.datetime
    body: Mapping[str, Json]
    signer: Signer


def _new_records(path: Path, ways: NewWays | None) -> AbstractContextManager[tuple[Records, str]]:
    """Return a block that is given where the records of a new case are to lie, and the id of its key; "" when it is not encrypted."""
    if ways is None:
        return nullcontext((path / "case.db", ""))
    from kashf.bootstrap.encryption import encrypt_new

    return encrypt_new(path, ways)


def _check_name(name: str) -> None:
    if not is_case_name(name):
        raise UsageError(
            f"a case needs a name of 1 to {NAME_LENGTH} letters, no control characters, no bytes beyond UTF-8; --name gives one"
        )


def _make_records(path: Path, records: Records, creation: _Creation) -> None:
    from kashf.adapters.records.store import SqlStore
    from kashf.domain.ledger import GENESIS, Entry, EntryKind
    from kashf.services.ledger.record import sign_entry

    os.close(private(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # SQLite gives its other files the rights of this one
    with closing(SqlStore(records)) as store, store.unit() as uow:
        made = uow.append(Entry(creation.device, 0, GENESIS, creation.now, creation.actor, EntryKind.CREATED, creation.body))
        sign_entry(uow, made, creation.signer)
        uow.commit()
