"""What a few lines make of the same texts: SQLite's own full-text search, without custody, copies, names, spellings or a sandbox.

    python -m benchmarks.speed.fts5_baseline FOLDER DATABASE [QUERY]

Reads every file as UTF-8, whatever it is, and prints one JSON object.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path


def main() -> None:
    """Index a folder, or say how many of its files a query finds."""
    folder, database, query = Path(sys.argv[1]), Path(sys.argv[2]), " ".join(sys.argv[3:])
    with sqlite3.connect(database) as store:
        store.execute("CREATE VIRTUAL TABLE IF NOT EXISTS files USING fts5(path UNINDEXED, text)")
        if query:
            counted = store.execute("SELECT COUNT(*) FROM files WHERE files MATCH ?", (query,))
        else:
            store.executemany("INSERT INTO files VALUES (?, ?)", _texts(folder))
            counted = store.execute("SELECT COUNT(*) FROM files")
        (found,) = counted.fetchone()
    store.close()
    print(json.dumps({"files": found, "bytes": database.stat().st_size}))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes().decode("utf-8", "replace")


if __name__ == "__main__":
    main()
