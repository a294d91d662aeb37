"""What the rules find, in indexes of words, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.entity import MentionType


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A name by a rule.

    Attributes:
        start: Index of its first word, whose clitic is no part of it.
        end: One past its last word.
        type: What is named.
        rule: Which rule found it, a word or two joined by hyphens.
        score: In (0..1].
    """

    start: int
    end: int
    type: MentionType
    rule: str
    score: float
