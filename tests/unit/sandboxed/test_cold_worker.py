from __future__ import annotations

import tempfile

from kashf.sandboxed import cold_worker, worker


class Nowhere:
    """Takes nothing."""

    def member(self, head: object, chunks: object) -> None:
        raise AssertionError("a text has no members")


def test_a_worker_with_nothing_loaded_reads_as_the_other_does() -> None:
    cold_worker.preload()
    task = {"kind": "read", "params": {"names": ["a.txt"]}}
    with tempfile.TemporaryFile() as file:
        file.write("أمر الى المخزن".encode())
        file.flush()
        cold, warm = (each.handle(task, [file.fileno()], Nowhere()) for each in (cold_worker, worker))

    assert cold == warm
    assert "done" == cold["status"]
