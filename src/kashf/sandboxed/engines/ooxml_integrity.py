"""Whether a package, the zip that office documents and e-books are kept in, is as it was when it was packed.

The readers of such documents take what they can get: of a file that was cut off they give the beginning, and say nothing.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Final

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Reader, Source
from kashf.sandboxed.engines.office.package import ZIP_FAULTS

#: Bytes of unpacked content that are compared with their checksums, which takes half a second; documents larger than this are all pictures.
_MOST_BYTES: Final = 256 << 20
_CHUNK_BYTES: Final = 1 << 20
_BEGINNING: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True, slots=True)
class PackageReader:
    """A reader that says so when what it reads is a damaged package; other files are not looked at.

    Args:
        reader: Reads packages, and perhaps other files.
    """

    reader: Reader

    def __getattr__(self, name: str) -> Any:
        """Return what the reader has."""
        return getattr(self.reader, name)

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return what the reader reads; partial when the package is damaged.

        Raises:
            EngineError: As the reader raises it; and DAMAGED, when the package is and nothing was read.
        """
        extract = self.reader.read(source, limits=limits)
        if extract.status is not Status.DONE:
            return extract
        with source.open() as file:
            if file.read(len(_BEGINNING)) != _BEGINNING or is_whole_package(file):
                return extract
        if not any(page.text.strip() for page in extract.pages):
            raise EngineError(Reason.DAMAGED, "the package is damaged")
        return replace(extract, status=Status.PARTIAL, reason=Reason.DAMAGED, detail="the package is damaged; there may be more text")


def is_whole_package(file: BinaryIO) -> bool:
    """Return whether a zip has its list of members, and the members have their checksums as far as is looked.

    Args:
        file: At any place; left at any place.
    """
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(file) as package:
            for member in package.infolist():
                if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
                    continue
                with package.open(member) as content:
                    while left > 0 and (chunk := content.read(_CHUNK_BYTES)):
                        left -= len(chunk)
    except NotImplementedError:
        return True  # Packed in a way that is not known here, which is no damage.
    except ZIP_FAULTS:
        return False
    return True
