"""Drafts of lines by a model that was measured in this case: suggestions for those who key, never the text of a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from kashf.domain.ids import content_id
from kashf.domain.ledger import EntryKind
from kashf.domain.models.installed import Model, ModelKind
from kashf.domain.models.measured import DRAFTED, LineDraft, PastMeasurement, drafted_body
from kashf.domain.models.outputs import LineText
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import RefusedModelError, UnmeasuredModelError
from kashf.ports.models import DraftCache, ModelRoom
from kashf.ports.runtime import Worker
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.models.check_outputs import check_lines
from kashf.services.models.line_pictures import line_pictures
from kashf.services.models.measure_model import measurements
from kashf.services.models.run_model import read_lines

#: Raised when a line is cut out or handed over otherwise, so that drafts of before are made anew.
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class DraftDesk:
    """What drafting needs.

    Args:
        room: Where models are kept and run.
        worker: A box of the readers, which draws pages.
        cache: What was drafted before.
    """

    room: ModelRoom
    worker: Worker
    cache: DraftCache


def drafting_model(case: OpenCase, room: ModelRoom, model: Model | None = None) -> tuple[Model, PastMeasurement]:
    """Return a model that may draft in a case, with how it was measured there: the one that is asked, else that with the lowest error rate.

    Raises:
        UnmeasuredModelError: It was not measured in this case, or no model of handwriting was.
    """
    measured = measurements(case.view)
    known = (model,) if model else tuple(each for each in room.store.models() if each.kind is ModelKind.HANDWRITING)
    able = [(each, measured[each.id]) for each in known if each.id in measured]
    if not able:
        name = model.name if model else "no model of handwriting"
        raise UnmeasuredModelError(
            f"{name} was {'not ' if model else ''}measured in this case, and drafts nothing before", code="model-unmeasured"
        )
    return min(able, key=lambda pair: pair[1].found.letters.value)


def draft_lines(
    case: WritableCase, desk: DraftDesk, place: PagePlace, regions: Sequence[Region], *, model: Model | None = None
) -> tuple[LineDraft, ...]:
    """Return a draft of each region of a page, in order, and write down which lines were drafted; the same lines are not read twice.

    Args:
        case: Which case.
        desk: What drafting needs.
        place: Which page.
        regions: Where its lines stand.
        model: Which model; None for the best that was measured in this case.

    Raises:
        UnmeasuredModelError: As `drafting_model`.
        ChangedModelError, RefusedModelError, SandboxError: As `read_lines`; nothing is drafted or written down.
        NoPictureError: The page cannot be drawn.
    """
    chosen, measured = drafting_model(case.reading, desk.room, model)
    keys = {region: _key(chosen, place, region) for region in regions}
    known = {region: line for region in keys if (line := _kept(desk.cache, keys[region])) is not None}
    if new := [region for region in keys if region not in known]:
        read = read_lines(desk.room, chosen, line_pictures(case.reading, desk.worker, place, new))
        known |= dict(zip(new, read, strict=True))
    # Before anybody sees a draft, that it was there is on record: such a line no longer measures the model.
    _record(case, chosen, place, list(keys))
    for region in new:
        desk.cache.put(keys[region], json.dumps({"line": 0, **asdict(known[region])}).encode())
    return tuple(LineDraft(place, region, known[region], chosen.id, chosen.name, measured) for region in regions)


def kept_drafts(
    case: OpenCase, cache: DraftCache, place: PagePlace, regions: Sequence[Region], *, by: tuple[Model, PastMeasurement]
) -> tuple[LineDraft, ...]:
    """Return the drafts of these regions that a model made before; nothing is run or written down.

    Args:
        case: Which case.
        cache: What was drafted before.
        place: Which page.
        regions: Where its lines stand.
        by: The model and how it was measured here, as `drafting_model` says.
    """
    model, measured = by
    on_record = _on_record(case, model, place)
    lines = ((region, _kept(cache, _key(model, place, region))) for region in regions if region in on_record)
    return tuple(LineDraft(place, region, line, model.id, model.name, measured) for region, line in lines if line is not None)


def _record(case: WritableCase, model: Model, place: PagePlace, regions: Sequence[Region]) -> None:
    before = _on_record(case.reading, model, place)
    if fresh := [region for region in regions if region not in before]:
        with case.store.unit() as uow:
            record_entry(case, uow, EntryKind.LINES_DRAFTED, drafted_body(model, place, fresh))
            uow.commit()


def _on_record(case: OpenCase, model: Model, place: PagePlace) -> frozenset[Region]:
    """Return the regions of a page that a model is on record to have drafted."""
    told = DRAFTED.fold(case.view.entries(kinds=sorted(DRAFTED.kinds), naming=place.document))
    return frozenset(region for each in told if (each.model, each.place) == (model.id, place) for region in each.regions)


def _key(model: Model, place: PagePlace, region: Region) -> str:
    return content_id([model.id, place.document, place.page, region.as_json(), _VERSION])


def _kept(drafts: DraftCache, key: str) -> LineText | None:
    """Return a draft of before, checked as when it came; None when there is none, or it cannot be."""
    content = drafts.get(key)
    try:
        return check_lines([json.loads(content)], asked=1)[0] if content is not None else None
    except (ValueError, RecursionError, RefusedModelError):
        return None
