"""Kinds of identifiers that are covered wherever they stand: telephones, numbers of people and papers, addresses of mail."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from kashf.domain.entity import MentionType
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.language.identifiers.identifier_finder import identifiers
from kashf.language.measures.numerals import Tokens

_PATTERNS: Final = {
    MentionType.PHONE: RedactedPattern.PHONES,
    MentionType.NUMBER: RedactedPattern.IDS,
    MentionType.IBAN: RedactedPattern.IDS,
    MentionType.PLATE: RedactedPattern.IDS,
    MentionType.EMAIL: RedactedPattern.MAILS,
}


def pattern_spans(text: str, patterns: Collection[RedactedPattern]) -> Iterator[tuple[int, int]]:
    """Yield where identifiers of some kinds stand in a text.

    Example:
        >>> list(pattern_spans("a@b.org, tel 2213456", [RedactedPattern.MAILS]))
        [(0, 7)]
    """
    if patterns:
        yield from (span for span, type in identifiers(Tokens(text)) if _PATTERNS.get(type) in patterns)
