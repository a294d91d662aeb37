"""What looks through texts inside the sandbox with nothing loaded beforehand: tables that one text asks for are made when it does."""

from __future__ import annotations

from kashf import text_worker


def preload() -> None:
    """Leave everything for when a text asks for it."""


handle = text_worker.handle
