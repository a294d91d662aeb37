"""Requests for timestamps that this installation wrote, with their salts, as files of its own folder, one a request."""

from __future__ import annotations

import json
from pathlib import Path

from kashf.adapters.signing.key_files import read_private_file, write_once
from kashf.domain.witness.timestamps import TimestampRequest, parse_request


class AskedTimestamps:
    """Keeps requests in a folder.

    Args:
        folder: Made when it is missing, for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, request: TimestampRequest) -> None:
        """Keep a request, before it is given away.

        Raises:
            OSError: It cannot be written.
        """
        write_once(self._path(request.imprint), json.dumps(request.body()) + "\n")

    def find(self, imprint: bytes) -> TimestampRequest | None:
        """Return the request of a hash; None when none was written here.

        Raises:
            InstallationKeyError: Others may read the file, or it is none.
            ValueError: It is damaged.
        """
        path = self._path(imprint)
        return parse_request(json.loads(read_private_file(path))) if path.exists() else None

    def _path(self, imprint: bytes) -> Path:
        return self._folder / f"{imprint.hex()}.json"
