"""What commands on a case share: opening it, showing progress, and the code they end with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.cli.output import ProgressLine, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from kashf.ports.stores import Totals
    from kashf.services.handles import OpenCase
    from kashf.services.ingest import Progress

#: Some of it failed, and the totals say which. Source: the list of exit codes in docs/reference/commands.md.
_PARTLY_DONE = 3


@contextmanager
def opened(path: Path) -> Iterator[OpenCase]:
    """Open a case for reading and close it afterwards."""
    from kashf.bootstrap import open_case

    case = open_case(path)
    try:
        yield case
    finally:
        case.close()


@contextmanager
def reporter() -> Iterator[Callable[[Progress], None]]:
    """Show progress on stderr while the block runs."""
    line = ProgressLine()
    try:
        yield lambda progress: line.show(progress.stage, progress.done, progress.total)
    finally:
        line.end()


def finish(totals: Totals, *, expected_waiting: bool = False) -> int:
    """Say where everything stands and return 0, or 3 when something failed, is partial, or waits unexpectedly."""
    parts = [f"{getattr(totals, name)} {name}" for name in ("done", "partial", "failed", "duplicates", "waiting")]
    say(f"found {totals.found} = {' + '.join(parts)}")
    if totals.failed or totals.partial:
        reasons = ", ".join(f"{count} {reason}" for reason, count in totals.by_reason.items())
        say(f"not read whole: {reasons}. `kashf status` lists them; `kashf process --retry-failed` tries again.")
    return _PARTLY_DONE if totals.failed or totals.partial or (totals.waiting and not expected_waiting) else 0
