"""Drafts of models in the case's cache, which `kashf destroy` takes away whole: they hold words of documents."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kashf.logs import get_log
from kashf.plain_files import read_kept

#: Most bytes of one draft that are read back.
_MOST_BYTES = 8 << 20


class FolderDrafts:
    """Keeps drafts in a folder, a file each, named by their key.

    Args:
        folder: Made with the first draft.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return what was kept; None when nothing was."""
        with suppress(OSError):
            return read_kept(self._folder / key, most_bytes=_MOST_BYTES)
        return None

    def put(self, key: str, content: bytes) -> None:
        """Keep something whole or not at all."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(name).replace(self._folder / key)
        except OSError as error:
            get_log().warning("draft.not_kept", kind=type(error).__name__, number=error.errno)
