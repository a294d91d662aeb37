"""What this machine has of the programs and data that kashf uses, and what does not work without each."""

from __future__ import annotations

import ctypes
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

#: Where Debian and its relatives keep tesseract's languages, by major version.
_LANGUAGE_FOLDERS = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that kashf uses.

    Args:
        name: What it is.
        present: Whether it is here.
        without: What does not work without it, and how to get it.
    """

    name: str
    present: bool
    without: str


def machine_parts() -> tuple[Part, ...]:
    """Return each thing kashf uses from outside its own package, and whether this machine has it."""
    return (
        Part("bubblewrap", shutil.which("bwrap") is not None, "files are opened in a weaker box, or not at all: apt install bubblewrap"),
        Part("libseccomp", _loads("libseccomp.so.2"), "calls of the kernel cannot be filtered: apt install libseccomp2"),
        Part("libmagic", _loads("libmagic.so.1"), "no file can be told by its bytes: apt install libmagic1"),
        Part("libarchive", _loads("libarchive.so.13"), "rar, 7z, cab and iso stay shut: apt install libarchive13"),
        Part("OCR for Arabic", _reads("ara"), "scans in Arabic have no text: apt install tesseract-ocr-ara"),
        Part("OCR for English", _reads("eng"), "scans in English have no text: apt install tesseract-ocr-eng"),
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _reads(language: str) -> bool:
    folders = (os.environ.get("TESSDATA_PREFIX", ""), *_LANGUAGE_FOLDERS)
    return any(Path(folder, f"{language}.traineddata").is_file() for folder in folders if folder)
