"""Keeps names that stand in fields of forms as mentions, and takes out of the mentions what forms print, in documents that wait for it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import kashf
from kashf.domain.entity import NO_VALUE, Mention, MentionType, NameKey, PlacedMention, unchanging
from kashf.domain.forms.form_decisions import sure_families
from kashf.domain.forms.form_families import FormDoubt
from kashf.domain.forms.template_fields import FieldState, ValueType
from kashf.domain.ids import DocumentId, canonical_json
from kashf.entities.tagging.form_mentions import FieldName, form_mentions
from kashf.entities.tagging.keys import mention_key
from kashf.language.person_names.titles import person_key
from kashf.ports.forms import KeptValue, SealedPlace, SealedPlaces
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.stages import FIELDS, StageRow
from kashf.ports.views import CaseView
from kashf.search.passages import counted_places
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import content_digest
from kashf.services.forms.joined_families import form_decisions
from kashf.services.forms.sealed.sealed_places import sealed_places

#: What decides which names stand in fields.
_DECIDES: Final = (
    "domain/entity.py",
    "entities/tagging",
    "language/person_names",
    "services/forms/naming/name_fields.py",
    "services/forms/sealed",
)
_ALL: Final = 1 << 30
#: Documents kept together.
_TOGETHER: Final = 512

_PageId = tuple[DocumentId, int]
_Place = tuple[int, int]


def name_fields(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Bring what is named in forms to what their fields say, in documents of which forms or mentions changed since this was last done.

    Args:
        case: Which case.
        report: Told how many documents were gone through, of how many.

    Returns:
        In how many documents forms were, or had been.
    """
    version = content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]
    with case.store.unit() as uow:
        uow.reopen(FIELDS, unless_version=version)
        waiting = [job.document for job in uow.lease(FIELDS, limit=_ALL)]
        uow.commit()
    if not waiting:
        return 0
    view = case.reading.view
    concerned = documents_named(view).intersection(waiting)
    names = _names(view, concerned)
    rest = [document for document in waiting if document not in concerned]
    with case.store.unit() as uow:
        uow.put_rows(FIELDS, [(document, ()) for document in rest], version=version)
        uow.commit()
    for start in range(0, len(concerned), _TOGETHER):
        some = sorted(concerned)[start : start + _TOGETHER]
        _keep(case, some, names, version)
        report(start + len(some), len(concerned))
    return len(concerned)


def documents_named(view: CaseView) -> frozenset[DocumentId]:
    """Return the documents that have forms, or had some by which mentions were taken out of them."""
    return frozenset({head.document for head in view.record_heads()} | {document for document, _ in view.stage_rows(FIELDS)})


def _keep(case: WritableCase, documents: Sequence[DocumentId], names: Mapping[_PageId, Sequence[FieldName]], version: str) -> None:
    view = case.reading.view
    sealed, before = sealed_places(view, documents), _hidden(view, documents)
    printed = _together(view.template_places(documents), sealed)
    shown = {id: {page.number: [*counted_places(page)] for page in pages} for id, pages in view.bare_pages(documents)}
    mentions: list[tuple[DocumentId, Sequence[PlacedMention]]] = []
    rows: list[tuple[DocumentId, Sequence[StageRow]]] = []
    for document in documents:
        stored = tuple(view.stored_mentions(document))
        every = {_place(each): each for each in (*before.get(document, ()), *stored)}
        pages = shown.get(document, {}).items()
        filled = {page: [name for name in names.get((document, page), ()) if _is_within(name, places)] for page, places in pages}
        filled = {page: [name for name in some if _is_open(name, sealed.get((document, page), ()))] for page, some in filled.items()}
        named, hidden = _told(document, list(every.values()), filled, printed)
        if named != list(stored):
            mentions.append((document, named))
        rows.append((document, [_row(each) for each in hidden]))
    with case.store.unit() as uow:
        uow.put_mentions(mentions)
        uow.put_rows(FIELDS, rows, version=version)
        uow.commit()


def _told(
    document: DocumentId,
    found: Sequence[PlacedMention],
    names: Mapping[int, Sequence[FieldName]],
    printed: Mapping[_PageId, Sequence[_Place]],
) -> tuple[list[PlacedMention], list[PlacedMention]]:
    """Return what is named in a document, and what is left out of that, both in order."""
    named: list[PlacedMention] = []
    hidden: list[PlacedMention] = []
    keys = {(each.page, each.mention): each.key for each in found}
    for page in sorted({*(each.page for each in found), *names}):
        mine = [each.mention for each in found if each.page == page]
        told = form_mentions(mine, names.get(page, ()), printed.get((document, page), ()))
        for home, some in ((named, told.named), (hidden, told.left_out)):
            placed = (PlacedMention(document, page, keys.get((page, each)) or mention_key(each), each) for each in some)
            home.extend(each for each in placed if each.key and max(len(each.key), len(each.mention.text)) <= NAME_LENGTH)
    return named, hidden


def _names(view: CaseView, documents: frozenset[DocumentId]) -> Mapping[_PageId, Sequence[FieldName]]:
    """Return the names that fill fields of some documents, by page; letters of one layout name people where names are found in them."""
    found: dict[_PageId, list[FieldName]] = {}
    families = view.kept_families()
    of_letters = {kept.family.id for kept in families if kept.family.doubt is FormDoubt.LETTERS}
    of_letters -= sure_families([kept.family for kept in families], form_decisions(view)) if of_letters else set()
    for kept in families:
        if kept.family.id in of_letters:
            continue
        for field, kind in zip(kept.family.fields, kept.kinds, strict=True):
            values = view.values_in(kept.family.id, field.key) if kind.traits.type is ValueType.NAME else ()
            for value in values:
                if value.record.document in documents and value.value.span and (name := _name(value)):
                    found.setdefault((value.record.document, value.value.span.page), []).append(name)
    return found


def _name(kept: KeptValue) -> FieldName | None:
    """Return the name in a value: where a field asks something else too, the part that was read as its name."""
    value, words = kept.value, kept.read.label.split()
    if value.state is not FieldState.FILLED or value.span is None or not words or person_key(kept.read.label) != kept.read.key:
        return None
    part = re.search(r"\s+".join(map(re.escape, words)), value.text)
    return FieldName(value.span.start + part.start(), value.span.start + part.end(), part[0], value.is_unseen) if part else None


def _is_within(name: FieldName, places: Sequence[_Place]) -> bool:
    return any(start <= name.start and name.end <= end for start, end in places)


def _is_open(name: FieldName, sealed: Sequence[SealedPlace]) -> bool:
    return all(name.end <= each.start or each.end <= name.start for each in sealed)


def _together(printed: Mapping[_PageId, Sequence[_Place]], sealed: SealedPlaces) -> Mapping[_PageId, Sequence[_Place]]:
    """Return where nobody is named: what templates print, and what is sealed."""
    found = {page: list(places) for page, places in printed.items()}
    for page, some in sealed.items():
        found.setdefault(page, []).extend((each.start, each.end) for each in some)
    return found


def _place(placed: PlacedMention) -> tuple[int, int, int, MentionType]:
    return placed.page, placed.mention.start, placed.mention.end, placed.mention.type


def _hidden(view: CaseView, documents: Sequence[DocumentId]) -> Mapping[DocumentId, Sequence[PlacedMention]]:
    found: dict[DocumentId, list[PlacedMention]] = {}
    for document, row in view.stage_rows(FIELDS, documents):
        found.setdefault(document, []).append(_of_row(document, row))
    return found


def _row(placed: PlacedMention) -> StageRow:
    mention = placed.mention
    value = canonical_json(mention.value).decode() if mention.value else ""
    return placed.page, mention.start, mention.end, mention.type.value, placed.key, mention.text, mention.source, mention.score, value


def _of_row(document: DocumentId, row: StageRow) -> PlacedMention:
    values: Sequence[Any] = row
    page, start, stop, type, key, text, source, score, value = values
    said = unchanging(json.loads(value)) if value else NO_VALUE
    return PlacedMention(document, page, NameKey(key), Mention(start, stop, text, MentionType(type), source, score, said))
