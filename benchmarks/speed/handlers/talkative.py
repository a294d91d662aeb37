"""A handler that sends one member of 256 MiB."""

from collections.abc import Iterator, Mapping, Sequence

from kashf.adapters.sandbox.inside.child import Emit

_MEBIBYTES = 256


def preload() -> None:
    """Load nothing."""


def handle(_task: Mapping[str, object], _files: Sequence[int], emit: Emit) -> dict[str, object]:
    """Send a member in pieces of 1 MiB."""
    emit.member({"ordinal": 0}, _pieces())
    return {"mebibytes": _MEBIBYTES}


def _pieces() -> Iterator[bytes]:
    piece = bytes(1 << 20)
    for _ in range(_MEBIBYTES):
        yield piece
