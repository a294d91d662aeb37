"""Does what `worker` does, with nothing loaded beforehand: of few files each loads only what it needs."""

from __future__ import annotations

from kashf.sandboxed import worker


def preload() -> None:
    """Leave everything for when a file asks for it."""


handle = worker.handle
