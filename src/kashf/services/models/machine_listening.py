"""A recording heard by a program that the user brought: all that it hears is kept as a draft, and refused where it cannot be."""

from __future__ import annotations

from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.models.installed import Model
from kashf.domain.pages.time_code import TimeRange
from kashf.domain.transcription.heard_quotes import HeardPassage
from kashf.domain.transcription.signed_words import ModelUsed
from kashf.ports.models import ModelRoom
from kashf.services.case.open import WritableCase
from kashf.services.models.run_model import hear_recording
from kashf.services.transcription.heard_lines import check_listener, keep_output


def hear_by_model(case: WritableCase, room: ModelRoom, model: Model, document: DocumentId, *, language: str = "") -> EntryId:
    """Let a program listen to a recording and keep what it heard as a draft; return its entry.

    Args:
        case: Which case, opened by the person who asks.
        room: Where models are kept and run.
        model: A model of speech.
        document: Which recording.
        language: ISO 639 code of what is spoken; "" for untold.

    Raises:
        NotFoundError: It is no recording.
        UsageError: Nobody of the case asks, it heard nothing, or something beyond the end.
        ChangedModelError, RefusedModelError, SandboxError: As `hear_recording`; nothing was written down.
    """
    check_listener(case, document)
    with case.reading.blobs.local(document) as path:
        heard = hear_recording(room, model, path, language=language)
    passages = [HeardPassage(TimeRange(each.start_ms, max(each.end_ms, each.start_ms + 1)), each.text) for each in heard]
    return keep_output(case, document, passages, model=ModelUsed(model.name, model.id))
