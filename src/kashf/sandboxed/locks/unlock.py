"""Tries passwords on one file, for as long as that may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from kashf.ports.engines import Source
from kashf.sandboxed.locks.lock import Lock
from kashf.sandboxed.locks.office_secrets import may_be_encrypted
from kashf.sandboxed.locks.typed_passwords import spellings

_FOLDER: Final = "kashf.sandboxed.locks"
_OFFICE_LOCK: Final = (f"{_FOLDER}.office_lock", "OfficeLock")
#: Module and name of the lock of each type; loaded when there is something to try, for what decrypts takes a tenth of the start of a box.
_LOCKS: Final[Mapping[str, tuple[str, str]]] = {
    "application/zip": (f"{_FOLDER}.zip_lock", "ZipLock"),
    "application/x-7z-compressed": (f"{_FOLDER}.seven_zip.seven_zip_lock", "SevenZipLock"),
    "application/pdf": (f"{_FOLDER}.pdf_lock", "PdfLock"),
    "application/encrypted": _OFFICE_LOCK,
    "application/msword": _OFFICE_LOCK,
    "application/vnd.ms-excel": _OFFICE_LOCK,
    "application/vnd.ms-powerpoint": _OFFICE_LOCK,
    **{
        f"application/vnd.oasis.opendocument.{kind}{form}": (f"{_FOLDER}.open_document_lock", "OpenDocumentLock")
        for kind in ("text", "spreadsheet", "presentation", "graphics", "formula", "chart", "database")
        for form in ("", "-template", "-master")
    },
}
#: Types of which readers take what is encrypted for damaged.
_UNTOLD: Final = frozenset({"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"})
_OFFICE: Final = _UNTOLD | {"application/encrypted"}
#: What Excel encrypts a workbook with that may be read by everybody and changed by some; it opens without asking. Source: MS-XLS 2.2.10.
_OPENS_BY_ITSELF: Final = "VelvetSweatshop"
#: Each round but the last opened something; a zip rarely has members of more than two passwords.
_MOST_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of trying passwords.

    Args:
        source: The file, as far as it could be opened.
        tried: How many passwords were tried; 0 where there is nothing to try them on.
        opened: Numbers of those that opened something, from 0.
        is_shut: Whether it stays encrypted in a way that nobody who reads it would tell from damage.
    """

    source: Source
    tried: int = 0
    opened: tuple[int, ...] = ()
    is_shut: bool = False


def unlock(source: Source, passwords: Sequence[str], *, may_go_on: Callable[[], bool]) -> Attempt:
    """Return the file as it is with those of some passwords that fit.

    Args:
        source: The file, with its type.
        passwords: Tried in this order, each in all its spellings.
        may_go_on: Asked before each password; False ends it.
    """
    lock = _lock_of(source) if passwords or source.type in _OFFICE else None
    if lock is None:
        return Attempt(source)
    if source.type in _OFFICE and _fits(lock, _OPENS_BY_ITSELF):
        return Attempt(lock.unlocked())
    tried, opened = 0, set[int]()
    # A password may open what comes behind something that another one opens, so all are tried again after a round that opened any.
    for _ in range(_MOST_ROUNDS):
        known = len(opened)
        for number, password in enumerate(passwords):
            if lock.is_open or not may_go_on():
                break
            tried = max(tried, number + 1)
            if number not in opened and any(_fits(lock, each) for each in spellings(password)):
                opened.add(number)
        if len(opened) == known:
            break
    is_shut = source.type in _UNTOLD and not lock.is_open
    return Attempt(lock.unlocked() if opened else source, tried, tuple(sorted(opened)), is_shut)


def _lock_of(source: Source) -> Lock | None:
    """Return the lock of a file; None when it has none, or one that nobody here knows."""
    named = _LOCKS.get(source.type)
    if named is None or (source.type in _UNTOLD and not may_be_encrypted(source)):
        return None
    try:
        lock: Lock = getattr(import_module(named[0]), named[1])(source)
        return lock if lock.is_locked else None
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - parsers raise whatever a hostile file leads them to; who reads the file says what is wrong with it
        return None


def _fits(lock: Lock, password: str) -> bool:
    """Return whether a password opens something; one that a hostile file makes fail does not."""
    try:
        return lock.fits(password)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what a hostile file leads its parser to raise is no password that fits
        return False
