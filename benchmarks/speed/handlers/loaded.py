"""A handler that loads all parsers, as kashf does, and then does nothing with them."""

from collections.abc import Mapping, Sequence

from kashf.sandboxed import worker


def preload() -> None:
    """Load what kashf loads."""
    worker.preload()


def handle(_task: Mapping[str, object], files: Sequence[int], _emit: object) -> dict[str, object]:
    """Answer with the number of files."""
    return {"files": len(files)}
