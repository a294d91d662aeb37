"""The head of a case on a terminal: its digits, the words that stand for them, and a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.cli.output import emit
from kashf.language.identifiers.spoken_digests import spoken
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.heads.case_head import CaseHead


def emit_head(head: CaseHead) -> None:
    """Print a head in digits and in words."""
    emit(f"head {head.head} over {many(head.entries, 'ledger entry')}")
    emit(spoken(head.head))


def emit_code(head: CaseHead) -> None:
    """Print a head as a code to photograph."""
    from kashf.show.heads.head_code import terminal_code  # its library is loaded for whoever asks to see one

    emit(terminal_code(head))
