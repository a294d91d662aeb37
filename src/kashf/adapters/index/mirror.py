"""A folder of links to an index that may not be written to.

Tantivy takes a lock before it reads, and a lock is a file beside the others. On a medium that cannot be written to, or for a person
who may only read, it gets a folder of its own with links to the files of the index, and puts its lock there.
"""

from __future__ import annotations

import os
import weakref
from pathlib import Path

from kashf.errors import NotAllowedError
from kashf.scratch import remove, scratch_folder


def needs_mirror(path: Path) -> bool:
    """Return whether no file may be made in an index that is there."""
    return path.is_dir() and not os.access(path, os.W_OK)


class Mirror:
    """Such a folder; it is removed with this object, or at the end of the process.

    Args:
        path: The folder of the index. The files that are linked to are those of this moment; an index that another process
            writes to needs a new mirror.

    Raises:
        NotAllowedError: There is no place for such a folder.
    """

    def __init__(self, path: Path) -> None:
        files = [file for file in path.resolve().iterdir() if file.suffix != ".lock"]
        try:
            self.path = scratch_folder()
            weakref.finalize(self, remove, self.path)
            for file in files:
                (self.path / file.name).symlink_to(file)
        except (OSError, NotAllowedError) as error:
            raise NotAllowedError(
                "the case may not be written to, nor any temporary file; copy the case to a disk to search it", code="no-mirror"
            ) from error
