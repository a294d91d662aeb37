"""Letters as the stage keeps them: what was read, before people's corrections and before what is sealed is left out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_json import letter_from
from kashf.ports.stages import LETTERS
from kashf.ports.views import CaseView


def kept_letters(view: CaseView, documents: Sequence[DocumentId] | None = None) -> dict[DocumentId, Letter]:
    """Return what was read of the letters among some documents, or of all, by document; of several in one the first."""
    return {id: letters[0] for id, letters in letters_of_documents(view, documents).items()}


def letters_of_documents(view: CaseView, documents: Sequence[DocumentId] | None = None) -> dict[DocumentId, tuple[Letter, ...]]:
    """Return what was read of the letters among some documents, or of all, by document, in their order on it."""
    found: dict[DocumentId, list[Letter]] = {}
    for id, row in view.stage_rows(LETTERS, documents):
        found.setdefault(id, []).append(letter_from(json.loads(str(row[0])), id))
    return {id: tuple(sorted(letters, key=lambda each: each.part.nth if each.part else 0)) for id, letters in found.items()}
