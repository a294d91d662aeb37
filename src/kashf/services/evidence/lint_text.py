"""The linter of findings on a text: with the numbers of its dates bound to them."""

from __future__ import annotations

from collections.abc import Collection

from kashf.evidence.wording.sentence_linter import LintFault, lint_sentences
from kashf.language.dates.find_dates import find_dates


def lint_text(text: str, *, values: Collection[str], concludes: bool, lead: str) -> tuple[LintFault, ...]:
    """Return the faults of a text, as `lint_sentences` does."""
    dates = [(found.start, found.end) for found in find_dates(text)]
    return lint_sentences(text, values=values, dates=dates, concludes=concludes, lead=lead)
