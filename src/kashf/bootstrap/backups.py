"""Backs a case up into one file while others work on it, and makes a case of such a file. Imports wait until a function needs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, assert_never, cast

from kashf.adapters.case_folder import read_label
from kashf.bootstrap.cases import open_case, records_of
from kashf.domain.ids import DocumentId, canonical_json, is_digest
from kashf.errors import DamagedBackupError

if TYPE_CHECKING:
    from kashf.adapters.age.age_stream import PieceStream
    from kashf.adapters.backups.backup_form import BackupHead
    from kashf.adapters.backups.packing_up import Packed
    from kashf.adapters.backups.taking_apart import TakenApart
    from kashf.adapters.folder_blobs import FolderBlobs
    from kashf.adapters.records.copying.copied_moment import Moment
    from kashf.services.case.open import OpenCase

#: Bytes of a plain backup that are read at once.
_PIECE: Final = 1 << 18
_IN_LEDGER = re.compile(r"[0-9a-f]{64}")

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ToKeys:
    """A backup is encrypted to public keys of age, one at least."""

    keys: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse none: nobody could open it."""
        if not self.keys:
            raise ValueError("no key to encrypt to")


@dataclass(frozen=True, slots=True)
class BySecretKeys:
    """A backup is opened by secret keys of age: the text of the file that holds them."""

    identities: str


@dataclass(frozen=True, slots=True)
class UnderPassphrase:
    """A backup is encrypted under a passphrase, or opened with it."""

    passphrase: str

    def __post_init__(self) -> None:
        """Refuse an empty one: everybody could open it."""
        if not self.passphrase:
            raise ValueError("an empty passphrase")


@dataclass(frozen=True, slots=True)
class InTheClear:
    """A backup is not encrypted: whoever has it has the case. Never what comes of leaving something out."""


Sealing = ToKeys | UnderPassphrase | InTheClear
Opening = BySecretKeys | UnderPassphrase | InTheClear


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds.

    Args:
        head: What it is of.
        files: How many files.
        altered: Names of blobs that are not what was received; they are in it as they are.
        strange: How many files of the folder are no part of a case, and not in it.
        size_bytes: Of the backup.
    """

    head: BackupHead
    files: int
    altered: tuple[str, ...]
    strange: int
    size_bytes: int


def back_up(path: Path, target: Path, *, sealing: Sealing, report: Report) -> BackedUp:
    """Back a case up into one new file, as it is at one moment; `add` and `serve` may go on meanwhile.

    In it are the head, the records, all blobs, and every other file of the folder as it is, such as sealed notes and keys. Index and
    caches are not: they are made anew.

    Args:
        path: The case's folder.
        target: The file; it has its name when it is whole and on the disk.
        sealing: Who can open it.
        report: Called with how many files of how many are in.

    Raises:
        BadPathError: There is no case, or there is something at `target`.
        UnfinishedError: A document was destroyed meanwhile.
        NoSpaceError: No room for it, or beside the records for a copy of them; nothing of it is kept.
        UsageError: A key is none.
        NoKeyError: The case is encrypted and locked.
    """
    from kashf.adapters.age.age_stream import PieceStream
    from kashf.adapters.backups.case_files import case_files, new_file
    from kashf.adapters.backups.packing_up import packed
    from kashf.adapters.records.copying.copied_moment import moment_of

    label = read_label(path)
    before = frozenset(case_files(path).names)
    with closing(open_case(path)) as case, new_file(target) as file, moment_of(records_of(path, label)) as moment:
        head, found, known = _head_of(moment), case_files(path), _known(case, moment)
        names = [name for name in found.names if name in before or known is None or not _is_blob(name) or name in known]
        done: list[str] = []
        altered: list[str] = []

        def tell(name: str, digest: str) -> None:
            done.append(name)
            if known and not label.key and name in known and name.rpartition("/")[2] != digest:
                altered.append(name)
            report(len(done), len(names) + 1)

        _encrypted(sealing, PieceStream(packed(head, _files(path, moment, names), tell=tell)), file)
        size = file.tell()
    return BackedUp(head, len(done), tuple(altered), found.strange, size)


def restore(source: Path, path: Path, *, opening: Opening) -> BackupHead:
    """Make a case of a backup, whole or not at all, and return what the backup is of.

    Args:
        source: The backup.
        path: A new folder.
        opening: What opens it.

    Raises:
        BadPathError: There is no backup, or there is something at `path`.
        DamagedBackupError: It was cut short or changed, or is none.
        NotAllowedError: It is encrypted to other keys.
        WrongPassphraseError: It is under another passphrase.
        LaterVersionError: A newer kashf made it, or the case in it.
        NoSpaceError: No room for it.
        UsageError: It needs a passphrase, or a key, and the other was given.
    """
    from kashf.adapters.backups.case_files import new_folder
    from kashf.adapters.backups.taking_apart import TakenApart

    with _opened(source) as file, new_folder(path) as folder:
        sink = TakenApart(folder)
        try:
            _decrypted(opening, file, sink)
            head = sink.finish()
        finally:
            sink.discard()
        _check(folder, head)
    return head


def needs(source: Path) -> str:
    """Return what opens a backup: "key", "passphrase" or "" for nothing.

    Raises:
        BadPathError: There is none.
        DamagedBackupError: So little is left of it that nobody can tell.
    """
    from kashf.adapters.backups.age_files import AGE, UNDER_PASSPHRASE

    most = max(len(AGE), len(UNDER_PASSPHRASE))
    with _opened(source) as file:
        beginning = file.read(most)
    if len(beginning) < most:
        raise DamagedBackupError("the backup is cut short")
    if beginning.startswith(AGE):
        return "key"
    return "passphrase" if beginning.startswith(UNDER_PASSPHRASE) else ""


def read_keys(text: str) -> tuple[str, ...]:
    """Return the public keys of a list; raises UsageError where there is none."""
    from kashf.adapters.backups.age_files import public_keys_in

    return public_keys_in(text)


def _opened(source: Path) -> BinaryIO:
    from kashf.errors import BadPathError

    try:
        return source.open("rb")
    except OSError as error:
        raise BadPathError(f"{source}: {error.strerror or 'cannot be read'}") from error


def _head_of(moment: Moment) -> BackupHead:
    from kashf import __version__
    from kashf.adapters.backups.backup_form import BackupHead, written_time
    from kashf.adapters.clock import SystemClock
    from kashf.services.case.heads.case_head import head_of_entries

    head = head_of_entries(moment.entries)
    return BackupHead(head.case, head.head, head.entries, written_time(SystemClock().now()), __version__)


def _known(case: OpenCase, moment: Moment) -> AbstractSet[str] | None:
    """Return where in the folder the blobs lie that records speak of; None where their tables cannot be read.

    A blob that came while the records were copied and that they do not speak of came after that moment.
    """
    if moment.documents is None:
        return None
    said = (_IN_LEDGER.findall(canonical_json(entry.body).decode()) for entry, _ in moment.entries)
    blobs = cast("FolderBlobs", case.blobs)
    ids = {*moment.documents, *(DocumentId(id) for ids in said for id in ids)}
    return {blobs.path(id).relative_to(case.path).as_posix() for id in ids}


def _is_blob(name: str) -> bool:
    return name.startswith("blobs/") and is_digest(name.rpartition("/")[2])


def _files(path: Path, moment: Moment, names: Sequence[str]) -> Iterator[Packed]:
    from kashf.adapters.backups.packing_up import Packed
    from kashf.plain_files import open_plain

    yield from (Packed(name, partial(open_plain, path / name)) for name in names[:1])
    yield Packed("case.db", lambda: moment.file)
    yield from (Packed(name, partial(open_plain, path / name)) for name in names[1:])


def _encrypted(sealing: Sealing, source: PieceStream, target: BinaryIO) -> None:
    from kashf.adapters.backups.age_files import encrypt_to, encrypt_under

    match sealing:
        case ToKeys(keys):
            encrypt_to(keys, source, target)
        case UnderPassphrase(passphrase):
            encrypt_under(passphrase, source, target)
        case InTheClear():
            while piece := source.read():
                target.write(piece)
        case _:
            assert_never(sealing)


def _decrypted(opening: Opening, file: BinaryIO, sink: TakenApart) -> None:
    from kashf.adapters.backups.age_files import decrypt_by, decrypt_under

    match opening:
        case BySecretKeys(identities):
            decrypt_by(identities, file, sink)
        case UnderPassphrase(passphrase):
            decrypt_under(passphrase, file, sink)
        case InTheClear():
            while piece := file.read(_PIECE):
                sink.write(piece)
        case _:
            assert_never(opening)


def _check(folder: Path, head: BackupHead) -> None:
    """Check that what was restored is a case that this kashf opens, with the ledger that the backup says."""
    from kashf.adapters.records.store import open_view
    from kashf.services.case.heads.case_head import head_of_entries

    if read_label(folder).key:
        return  # nobody can look into it before it is unlocked; `verify` then holds it against the ledger
    with closing(open_view(folder / "case.db", settles=True)) as view:
        found = head_of_entries(view.entries())
    if (head.entries, head.head) != (found.entries, found.head):
        raise DamagedBackupError("the records in the backup are not those that it says it holds")
