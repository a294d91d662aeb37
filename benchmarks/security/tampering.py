"""Changes that somebody who can write to a case's folder, and has none of its keys, may make to it unseen: each by name.

What they do is done by plain SQL and plain files, never by kashf: it must be noticed whoever made it, and however.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.security.changes import Act, Change, statements
from benchmarks.security.ledger_changes import ledger_changes

_PLANTED: Final = "planted evidence: Basil Quorn did it"
_SEEN: Final = "id, document, parent, ordinal, channel, path, size_bytes, reason"
_OF_PAGE: Final = "document, number, text, origin, confidence, marks"
_PLANTED_ROW: Final = "SELECT 'aa', document, NULL, 0, channel, 'planted', size_bytes, '', receipt"


def named_changes() -> tuple[Change, ...]:
    """Return the changes that were found to go unnoticed once, with those that never did."""
    return (*ledger_changes(), *_of_blobs(), *_of_sightings(), *_of_what_was_read(), *_of_files())


def _of_blobs() -> Iterator[Change]:
    for what in ("document", "member", "manifest"):
        yield Change(f"blob: {what} flipped", _flip_blob(what))
        yield Change(f"blob: {what} gone", lambda case, _, what=what: blob(case, what).unlink())  # type: ignore[misc]  # a default binds it
    yield Change("blob: two swapped", _swap_blobs)
    yield Change("blob: one planted that nothing names", lambda case, _: _plant(case) and None)
    yield Change("blob: a link to the same bytes elsewhere", _link_blob)
    yield Change("blob: writable for all", lambda case, _: blob(case, "document").chmod(0o666))
    yield Change("blob: folder gone", lambda case, _: shutil.rmtree(blob(case, "document").parent))


def _of_sightings() -> Iterator[Change]:
    first = "(SELECT min(number) FROM sightings WHERE parent IS NULL)"
    member = "(SELECT min(number) FROM sightings WHERE parent IS NOT NULL)"
    members = "(SELECT document FROM sightings WHERE parent IS NOT NULL)"
    change = "UPDATE sightings SET"
    plain = {
        "received row deleted": [f"DELETE FROM sightings WHERE number = {first}"],
        "member row deleted": [f"DELETE FROM sightings WHERE number = {member}"],
        "all members deleted with what was read of them": [
            f"DELETE FROM documents WHERE id IN {members}",
            f"DELETE FROM pages WHERE document IN {members}",
            "DELETE FROM sightings WHERE parent IS NOT NULL",
        ],
        "path changed": [f"{change} path = '/elsewhere/x.txt' WHERE number = {first}"],
        "channel changed": [f"{change} channel = 'other source'"],
        "document swapped": [
            f"{change} document = (SELECT document FROM sightings WHERE parent IS NULL ORDER BY number DESC LIMIT 1) WHERE number = {first}"
        ],
        "date of the file changed": [f"{change} modified = '1999-01-01T00:00:00.000000Z'"],
        "receipt moved": [f"{change} receipt = (SELECT id FROM ledger WHERE seq = 2 LIMIT 1) WHERE number = {first}"],
        "received row planted": [f"INSERT INTO sightings ({_SEEN}, receipt) {_PLANTED_ROW} FROM sightings WHERE number = {first}"],
        "receipt taken out": [f"{change} receipt = NULL WHERE number = {first}"],
    }
    yield from (Change(f"sighting: {name}", statements(*sql)) for name, sql in plain.items())
    yield Change("sighting: member planted with text", _plant_member)


def _of_what_was_read() -> Iterator[Change]:
    put, gone = "UPDATE documents SET", "DELETE FROM documents WHERE id = ("
    look = "SELECT document, number, replace(text, 'a', 'o') text, origin, confidence, marks, boxes FROM hidden_pages"
    received = "(SELECT document FROM sightings WHERE receipt IS NOT NULL AND document IS NOT NULL)"
    plain = {
        "text: words of pages changed": ["UPDATE pages SET text = replace(text, 'a', 'o')"],
        "text: one page deleted": ["DELETE FROM pages WHERE rowid = (SELECT min(rowid) FROM pages)"],
        "text: page added": [f"INSERT INTO pages ({_OF_PAGE}) SELECT document, 999, '{_PLANTED}', 'digital', 1, '[]' FROM pages LIMIT 1"],
        "text: all pages deleted": ["DELETE FROM pages"],
        "document: failed is done": [f"{put} status = 'done', reason = '' WHERE status = 'failed'"],
        "document: done is failed": [
            f"{put} status = 'failed', reason = 'damaged' WHERE id IN (SELECT id FROM documents WHERE status = 'done' LIMIT 9)"
        ],
        "document: name, date and sender changed": [f"{put} name = '/x/forged.pdf', date = '1999-01-01', sender = 'Forged'"],
        "document: received row deleted": [f"{gone} {received[1:-1]} LIMIT 1)"],
        "document: member row deleted": [
            f"{gone} SELECT document FROM sightings WHERE parent IS NOT NULL AND document NOT IN {received} LIMIT 1)"
        ],
        "document: made copies of one another": [f"{put} text_key = 'same'"],
        "names: mentions of a man deleted": [
            "DELETE FROM mentions WHERE spelling = (SELECT number FROM spellings ORDER BY mentions DESC LIMIT 1)",
            "DELETE FROM spellings WHERE number = (SELECT number FROM spellings ORDER BY mentions DESC LIMIT 1)",
        ],
        "names: counts inflated": ["UPDATE spellings SET mentions = mentions * 10, documents = documents * 10"],
        "names: men joined": [
            "UPDATE memberships SET leader = (SELECT leader FROM memberships WHERE type = 'PER' LIMIT 1) WHERE type = 'PER'"
        ],
        "names: mentions planted": [
            "INSERT INTO mentions SELECT document, place + 100000, page, 0, 5, spelling, source, score, value FROM mentions LIMIT 50"
        ],
        "jobs: all deleted": ["DELETE FROM jobs"],
        "database: trigger that changes text as it is read in": [
            "CREATE TRIGGER t AFTER INSERT ON pages BEGIN UPDATE pages SET text = 'x' WHERE document = new.document; END"
        ],
        "database: pages replaced by a view": [
            "ALTER TABLE pages RENAME TO hidden_pages",
            f"CREATE VIEW pages AS {look}",
        ],
    }
    yield from (Change(name, statements(*sql)) for name, sql in plain.items())


def _of_files() -> Iterator[Change]:
    yield Change("index: a segment deleted", lambda case, _: next(iter(sorted((case / "index").glob("*.idx")))).unlink())
    yield Change("index: emptied", lambda case, _: [each.unlink() for each in (case / "index").iterdir()] and None)
    yield Change("index: a byte flipped", lambda case, _: _flip(_largest(case / "index", "*.store")))
    yield Change("case.toml: name changed", lambda case, _: _toml(case, lambda text: text.replace('name = "', 'name = "Forged ')))
    yield Change("case.toml: day changed", lambda case, _: _toml(case, lambda text: re.sub(r"20\d\d-", "1999-", text)))
    yield Change("case.toml: format of the future", lambda case, _: _toml(case, lambda text: re.sub(r"format = \d+", "format = 99", text)))
    yield Change("case.toml: no name", lambda case, _: _toml(case, lambda text: re.sub(r"name = .*\n", "", text)))
    yield Change("case.toml: name a number", lambda case, _: _toml(case, lambda text: re.sub(r"name = .*\n", "name = 5\n", text)))
    yield Change("database: cut short", lambda case, _: _cut(case / "case.db", 0.5))
    yield Change("database: a page zeroed", _zero_page)
    yield Change("database: emptied", lambda case, _: _put(case / "case.db", b"") and None)
    yield Change("database: an older one in its place", _older, needs_head=True)


def blob(case: Path, what: str) -> Path:
    """Return where the bytes of the first document, member or manifest of a case lie."""
    ask = {
        "document": "SELECT document FROM sightings WHERE receipt IS NOT NULL AND document IS NOT NULL ORDER BY number LIMIT 1",
        "member": "SELECT document FROM sightings WHERE parent IS NOT NULL AND document IS NOT NULL ORDER BY number LIMIT 1",
        "manifest": "SELECT body FROM ledger WHERE kind = 'receipt' LIMIT 1",
    }
    with closing(sqlite3.connect(case / "case.db")) as records:
        said = str(records.execute(ask[what]).fetchone()[0])
    id = json.loads(said)["manifest"] if what == "manifest" else said
    return case / "blobs" / id[:2] / id


def _largest(folder: Path, pattern: str) -> Path:
    return max(folder.glob(pattern), key=lambda each: each.stat().st_size)


def _flip_blob(what: str) -> Act:
    return lambda case, _: _flip(blob(case, what))


def _flip(path: Path) -> None:
    bytes_ = bytearray(path.read_bytes())
    bytes_[len(bytes_) // 2] ^= 255
    _put(path, bytes(bytes_))


def _put(path: Path, what: bytes) -> bool:
    path.chmod(0o600)
    path.write_bytes(what)
    return True


def _cut(path: Path, share: float) -> None:
    _put(path, path.read_bytes()[: int(path.stat().st_size * share)])


def _swap_blobs(case: Path, _: random.Random) -> None:
    one, other = sorted(path for path in (case / "blobs").rglob("*") if path.is_file())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    _put(one, second)
    _put(other, first)


def _plant(case: Path, what: str = _PLANTED) -> str:
    id = hashlib.sha256(what.encode()).hexdigest()
    (case / "blobs" / id[:2]).mkdir(exist_ok=True, mode=0o700)
    path = case / "blobs" / id[:2] / id
    path.touch(mode=0o600)
    path.write_bytes(what.encode())
    return id


def _link_blob(case: Path, _: random.Random) -> None:
    path = blob(case, "document")
    elsewhere = case.parent / "elsewhere"
    elsewhere.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(elsewhere)


def _plant_member(case: Path, _: random.Random) -> None:
    text = _PLANTED.replace("evidence", "member")
    id = _plant(case, text)
    with closing(sqlite3.connect(case / "case.db")) as records:
        ask = "SELECT parent, max(ordinal), channel FROM sightings WHERE parent IS NOT NULL GROUP BY parent LIMIT 1"
        parent, ordinal, channel = records.execute(ask).fetchone()
        seen = (hashlib.sha256(b"x").hexdigest(), id, parent, ordinal + 1, channel, "planted.txt", len(text), "")
        records.execute(f"INSERT INTO sightings ({_SEEN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", seen)
        known = "(id, name, size_bytes, depth, type, status, pages, characters) VALUES (?, ?, ?, 1, 'text/plain', 'done', 1, 30)"
        records.execute(f"INSERT INTO documents {known}", (id, "planted.txt", len(text)))
        page = f"INSERT INTO pages ({_OF_PAGE}) VALUES (?, 1, ?, 'digital', 1, '[]')"
        records.execute(page, (id, text))
        records.commit()


def _toml(case: Path, change: Callable[[str], str]) -> None:
    path = case / "case.toml"
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "case.toml stays as it is"
    path.write_text(after, encoding="utf-8")


def _zero_page(case: Path, _: random.Random) -> None:
    bytes_ = bytearray((case / "case.db").read_bytes())
    size = int.from_bytes(bytes_[16:18], "big") or 4096
    bytes_[10 * size : 11 * size] = bytes(size)
    _put(case / "case.db", bytes(bytes_))


def _older(case: Path, _: random.Random) -> None:
    """Put back the records as they were before the last things were done; the base keeps them beside the case."""
    shutil.copyfile(case.with_name(f"{case.stem}.older.db"), case / "case.db")


def copy_case(base: Path, case: Path) -> None:
    """Put a copy of a case, with its older records beside it, where another stood."""
    shutil.rmtree(case, ignore_errors=True)
    shutil.copytree(base, case, symlinks=True)
    shutil.copyfile(base.with_name(f"{base.stem}.older.db"), case.with_name(f"{case.stem}.older.db"))
