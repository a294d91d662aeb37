"""All that finds names on this machine, and what learns to."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.adapters.taggers import spacy
from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.gazetteer import GazetteerTagger, PlacesTagger, case_entries
from kashf.adapters.taggers.model_file import kept_model
from kashf.domain.entity import MentionType
from kashf.errors import UsageError
from kashf.language.correspondence.correspondents import CorrespondentTagger
from kashf.language.grammar.rules import RuleTagger
from kashf.language.measures.tagger import MeasureTagger
from kashf.ports.taggers import Learner, Tagger


def taggers_of(accepted: Iterable[tuple[str, MentionType]], *, english_model: bool) -> tuple[Tagger, ...]:
    """Return what finds names, some accepted ones included.

    Args:
        accepted: Names that people have accepted, with what they name.
        english_model: Whether spaCy's model reads English as well.

    Raises:
        UsageError: The English model is asked for and not installed.
    """
    if english_model and not spacy.is_installed():
        raise UsageError("KASHF_ENGLISH_MODEL asks for a model that is not installed: pip install 'kashf[english]', or set it to false")
    entries = case_entries(accepted)
    own = (GazetteerTagger(entries, table="case"),) if entries else ()
    english = (spacy.SpacyTagger(),) if english_model else ()
    return (PlacesTagger(), *own, RuleTagger(), MeasureTagger(), CorrespondentTagger(), *english)


def learnt_taggers(kept: bytes | None) -> tuple[Tagger, ...]:
    """Return what was learnt in a case, if anything was; raises UnfinishedError where it is not what was kept."""
    if kept is None:
        return ()
    model = kept_model(kept)
    return (case_learner().tagger(model.model, types=model.types, precisions=model.precisions),)


def case_learner() -> Learner:
    """Return what learns, with hints of what knows no case."""
    return CrfLearner((PlacesTagger(), RuleTagger()))
