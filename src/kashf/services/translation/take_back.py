"""Takes back what was written down of translations: a version, contested words, or how they were settled."""

from __future__ import annotations

from kashf.domain.transcription.signed_words import Signed, SignedEntry
from kashf.domain.translation.contested import CONTESTED
from kashf.domain.translation.translations import TRANSLATIONS, Translation
from kashf.ports.stages import INDEX
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.transcription.bring_up import bring_up


def take_back_translated(case: WritableCase, beginning: str) -> Signed:
    """Take back what an entry says, named by its beginning; the version before stands again, or what was settled is open again.

    Raises:
        NotFoundError: Nothing of translations that stands has an entry that begins like that, or more than one.
        NotAllowedError: Another person signed it.
    """
    with case.store.unit() as uow:
        told, _ = take_back_entry(case, uow, _written(case.reading), beginning, what="entries of translations")
        if isinstance(told, Translation):
            uow.wait_again(INDEX, [told.place.document])
        uow.commit()
    if isinstance(told, Translation):
        bring_up(case, told.place.document)
    return told.signed


def _written(case: OpenCase) -> list[SignedEntry]:
    entries = case.view.entries(kinds=sorted(TRANSLATIONS.kinds | CONTESTED.kinds))
    contested = tuple(CONTESTED.fold(entries).values())
    settled = (each.settled for each in contested if each.settled)
    return [*TRANSLATIONS.fold(entries).values(), *contested, *settled]
