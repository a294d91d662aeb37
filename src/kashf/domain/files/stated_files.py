"""Files that another file names with the hash they should have, as its metadata keep them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

#: Keys of metadata: where files were fetched, when, by what; and lists of them, numbered from 1.
URL_KEY: Final = "archived-url"
TIME_KEY: Final = "archived-at"
TOOL_KEY: Final = "archived-by"
FILES_KEY: Final = "archived-files"
#: Lists that one file has at most.
MOST_VALUES: Final = 100


@dataclass(frozen=True, slots=True)
class StatedFile:
    """A file as another one names it.

    Args:
        hash: As it is written there, such as "SHA-256:9f86d0..."; "" when none is.
        names: What it may be called, as paths from the folder of the file that names it or from one above; the likeliest first.
        url: Where it was fetched, where that is said of it alone; "" where it is said of all.
        time: When, likewise.
    """

    hash: str
    names: tuple[str, ...]
    url: str = ""
    time: str = ""


def stated_files(metadata: Mapping[str, str]) -> Iterator[StatedFile]:
    """Yield the files that metadata list, in order; what is not well formed is passed over.

    >>> [each.names for each in stated_files({"archived-files-1": '[["SHA-256:00", "a/b.png", "b.png"], 7]'})]
    [('a/b.png', 'b.png')]
    """
    for number in range(1, MOST_VALUES + 1):
        try:
            listed = json.loads(metadata.get(f"{FILES_KEY}-{number}", "[]"))
        except (ValueError, RecursionError):
            continue
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, list) and len(each) > 1 and all(isinstance(word, str) for word in each):
                yield StatedFile(each[0], tuple(each[1:]))
            elif isinstance(each, dict) and isinstance(each.get("file"), list):
                url, time = (value if isinstance(value := each.get(key), str) else "" for key in ("url", "time"))
                yield from (replace(file, url=url, time=time) for file in stated_files({f"{FILES_KEY}-1": json.dumps([each["file"]])}))
