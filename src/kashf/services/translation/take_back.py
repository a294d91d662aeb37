"""Takes back what was written down of translations: a version, contested words, or how they were settled."""

from __future__ import annotations

from kashf.domain.ledger import EntryKind
from kashf.domain.transcription.signed_words import Signed
from kashf.domain.translation.contested import CONTESTED
from kashf.domain.translation.translations import TRANSLATIONS
from kashf.errors import NotAllowedError, NotFoundError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry


def take_back_translated(case: WritableCase, beginning: str) -> Signed:
    """Take back what an entry says, named by its beginning; the version before stands again, or what was settled is open again.

    Raises:
        NotFoundError: Nothing of translations that stands has an entry that begins like that, or more than one.
        NotAllowedError: Another person signed it.
    """
    with case.store.unit() as uow:
        found = [each for each in _standing(case.reading) if beginning and each.id.startswith(beginning)]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} entries of translations that stand begin with {beginning}", code="no-such-translated")
        if not found[0].may_be_undone_by(case.person):
            raise NotAllowedError(f"only {found[0].who} can take that back", code="others-disposition", who=found[0].who)
        record_entry(case, uow, EntryKind.UNDONE, {"entry": found[0].id})
        uow.commit()
    return found[0]


def _standing(case: OpenCase) -> tuple[Signed, ...]:
    entries = case.view.entries(kinds=sorted(TRANSLATIONS.kinds | CONTESTED.kinds))
    contested = tuple(CONTESTED.fold(entries).values())
    signed = [each.signed for each in TRANSLATIONS.fold(entries).values()]
    signed += [each.signed for each in contested]
    signed += [each.settled.signed for each in contested if each.settled]
    return tuple(each for each in signed if each.undone is None)
