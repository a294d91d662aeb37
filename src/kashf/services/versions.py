"""Versions of the stages; a document is taken through a stage again when its version has changed."""

from __future__ import annotations

#: Raise it when reading yields something else for the same bytes: every document is then read again by `process`.
READ_VERSION = "1"
#: Raise it when words, stems or passages change: every document is then indexed again.
INDEX_VERSION = "1"
