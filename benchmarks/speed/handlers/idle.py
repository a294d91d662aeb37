"""A handler that loads and does nothing: what is left is the cost of the sandbox itself."""

from collections.abc import Mapping, Sequence


def preload() -> None:
    """Load nothing."""


def handle(_task: Mapping[str, object], files: Sequence[int], _emit: object) -> dict[str, object]:
    """Answer with the number of files."""
    return {"files": len(files)}
