"""What finds names in a text: gazetteers, rules and models, each behind the same small port, and what learns from what people decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from kashf.domain.entity import Mention, MentionType
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon

#: Source without its hash, and type -> share of its mentions that were right in held-out texts, in [0..1]: of a model's all, of others
#: those that the model does not have.
Precisions = Mapping[tuple[str, MentionType], float]


class Tagger(Protocol):
    """Finds mentions of its own kinds. Those of one tagger do not overlap; of several, `entities.tagging.settle` settles it."""

    @property
    def name(self) -> str:
        """What it is called in versions and sources."""
        ...

    @property
    def version(self) -> str:
        """Of its model or gazetteer; "" when it goes by code and tables of kashf alone, which have digests of their own."""
        ...

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return mentions in order of their start, not overlapping.

        Args:
            text: Of one page; any length; hostile.
            language: ISO 639-1 code of most of it, or "" when that is not known.
        """
        ...


@runtime_checkable
class LearntTagger(Tagger, Protocol):
    """A tagger that was learnt, with how often it and the others were right where it was tested."""

    @property
    def precisions(self) -> Precisions:
        """Of the types that it may find."""
        ...


@dataclass(frozen=True, slots=True)
class TaggerKit:
    """What texts of a case are looked through with, and what another process makes the same of.

    Args:
        taggers: All of them.
        accepted: Names that people have accepted in the case, with what they name.
        learnt: The model that was learnt in the case, as it is kept; None where none was.
        english_model: Whether a model reads English as well.
        lexicon: Words of the case's letters beside those of the tables.
    """

    taggers: tuple[Tagger, ...]
    accepted: tuple[tuple[str, MentionType], ...] = ()
    learnt: bytes | None = None
    english_model: bool = False
    lexicon: LetterLexicon = NO_LEXICON


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

    def tagger(self, model: bytes, *, types: frozenset[MentionType], precisions: Precisions) -> LearntTagger:
        """Return what finds names by a model; bytes that are none are refused with the first text, by a UsageError.

        Args:
            model: As `train` returned it.
            types: What it may find; other types that it learnt are not reported.
            precisions: How often it and other sources were right in texts that it did not learn from; empty before that is known.
        """
        ...
