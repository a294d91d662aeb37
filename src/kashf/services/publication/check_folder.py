"""Reads a folder that says it is a release, and checks it with nothing else at hand."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kashf.errors import BadPathError
from kashf.plain_files import read_kept
from kashf.ports.runtime import SignatureCheck
from kashf.publish.release.check_release import CheckedRelease, ReleaseFault, check_release
from kashf.publish.report.report_page import ReportWords, report_page

__all__ = ["CheckedRelease", "ReleaseFault", "check_folder", "read_release", "release_pages"]

#: Files of a release, and bytes of one, that are read.
_MOST_FILES: Final = 1000
_LARGEST: Final = 64 << 20


def release_pages(told: Mapping[str, Any], languages: Sequence[ReportWords]) -> dict[str, bytes]:
    """Return the pages of a release by path: the report in each language, and the page on which a reader sees each citation."""
    pages = {}
    for say in languages:
        ending = "" if say.code == "en" else f".{say.code}"
        pages[f"report{ending}.html"] = report_page(told, say).encode()
        pages[f"index{ending}.html"] = report_page(told, say, public=True).encode()
    return pages


def read_release(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path.

    Raises:
        BadPathError: Something in it is no file and no folder, it has too many files, or one is too large.
    """
    files: dict[str, bytes] = {}
    for root, folders, names in os.walk(folder):
        for name in sorted((*folders, *names)):
            path = Path(root, name)
            where = path.relative_to(folder).as_posix()
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                raise BadPathError(f"{where} is neither a file nor a folder; a release has nothing else")
            if path.is_dir() and not any(path.iterdir()):
                raise BadPathError(f"{where} is an empty folder; a release has none")
            if path.is_file():
                if len(files) >= _MOST_FILES:
                    raise BadPathError(f"{where} is more than a release holds")
                try:
                    files[where] = read_kept(path, most_bytes=_LARGEST)
                except OSError as error:
                    raise BadPathError(f"{where} cannot be read, or is more than a release holds") from error
    return files


def check_folder(folder: Path, holds: SignatureCheck, languages: Sequence[ReportWords]) -> CheckedRelease:
    """Check a release in a folder.

    Raises:
        BadPathError: As for `read_release`.
    """
    return check_release(read_release(folder), holds, lambda told: release_pages(told, languages))
