"""A page translated by a program that the user brought: written down as a machine's, with its name and hash, and never one of the two."""

from __future__ import annotations

from kashf.domain.models.installed import Model
from kashf.domain.transcription.signed_words import ModelUsed, PagePlace
from kashf.domain.translation.segments import segments_of
from kashf.domain.translation.translations import Translation
from kashf.errors import UsageError
from kashf.ports.models import ModelRoom
from kashf.services.case.open import WritableCase
from kashf.services.models.run_model import MOST_LINES, translate_lines
from kashf.services.translation.write_translation import Draft, checked_page, translate


def translate_by_model(case: WritableCase, room: ModelRoom, model: Model, place: PagePlace, language: str) -> Translation:
    """Let a program translate the segments of a page, and write down what it made of them as its own version.

    Args:
        case: Which case, opened by the person who asks.
        room: Where models are kept and run.
        model: A model of translation.
        place: Which page.
        language: Into which language.

    Raises:
        NotFoundError: No such page.
        UsageError: As `translate`, or it is no model of translation, or it has no word to say.
        ChangedModelError, RefusedModelError, SandboxError: As `translate_lines`; nothing was written down.
    """
    if not case.person:
        raise UsageError("a translation is signed by a person of the case: say who with --as NAME", code="no-translator")
    page = checked_page(case.reading, place, language)
    segments = segments_of(page.text)
    (record,) = case.reading.view.records([place.document])
    said: list[str] = []
    for at in range(0, len(segments), MOST_LINES):
        texts = [page.text[start:end] for start, end in segments[at : at + MOST_LINES]]
        lines = translate_lines(room, model, texts, from_language=record.language, to_language=language)
        said += [line.text for line in lines]
    renderings = dict(zip(segments, said, strict=True))
    return translate(case, Draft(place, language, renderings, model=ModelUsed(model.name, model.id)))
