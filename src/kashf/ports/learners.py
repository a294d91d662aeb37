"""What learns to find names from texts in which people have decided on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kashf.domain.entity import Mention, MentionType
from kashf.ports.taggers import Tagger


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text in which every mention of the learnt types was decided on: what nobody looked at would count as no name.

    Args:
        text: A line, a paragraph or a page.
        mentions: What people accepted, in order, without overlap.
        language: ISO 639-1 code, "" when not known.
    """

    text: str
    mentions: tuple[Mention, ...]
    language: str = ""


class Learner(Protocol):
    """Makes taggers from labelled texts; the same texts give the same model."""

    def train(self, texts: Sequence[LabelledText]) -> bytes:
        """Return a model.

        Args:
            texts: With at least one mention among them.

        Raises:
            UsageError: There is no mention to learn from.
        """
        ...

    def tagger(self, model: bytes, *, types: frozenset[MentionType]) -> Tagger:
        """Return what finds names by a model.

        Args:
            model: As `train` returned it.
            types: What it may find; other types that it learnt are not reported.

        Raises:
            UsageError: These bytes are no model.
        """
        ...
