"""`kashf models`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, opened
from kashf.cli.output import emit, emit_json, say
from kashf.cli.translation_input import page_named
from kashf.domain.models.installed import ModelKind
from kashf.errors import NotFoundError, UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.models.installed import Model
    from kashf.domain.models.measured import ErrorRate, PastMeasurement
    from kashf.ports.models import ModelRoom

EPILOG = (
    "Example: kashf models add toy.onnx --kind handwriting && kashf models measure leak.case toy --as amal && "
    "kashf models draft leak.case 3fa9c1#2. What a model has to look like: docs/reference/models.md."
)


class ModelAction(StrEnum):
    """What is done with models."""

    LIST = "list"
    ADD = "add"
    SHOW = "show"
    REMOVE = "remove"
    MEASURE = "measure"
    DRAFT = "draft"


#: What each action is told, in this order; of list the case may be missing.
_TAKES = {
    ModelAction.LIST: ("CASE",),
    ModelAction.ADD: ("FILE",),
    ModelAction.SHOW: ("MODEL",),
    ModelAction.REMOVE: ("MODEL",),
    ModelAction.MEASURE: ("CASE", "MODEL"),
    ModelAction.DRAFT: ("CASE", "DOC#PAGE"),
}


def command(
    action: Annotated[ModelAction, typer.Argument(help="Add one, measure it on lines that people typed, let it draft.")] = ModelAction.LIST,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CASE|FILE|MODEL|DOC#PAGE]...",
            help="list [CASE], add FILE, show or remove MODEL, measure CASE MODEL, draft CASE DOC#PAGE.",
        ),
    ] = None,
    kind: Annotated[ModelKind | None, typer.Option(help="With add: what it does.")] = None,
    model: Annotated[str, typer.Option(metavar="MODEL", help="With draft: which one; without, the best that was measured.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Models of handwriting, translation, speech that you bring: pinned by hash, run without network, measured before they draft."""
    given = words or []
    if len(given) != len(_TAKES[action]) and not (action is ModelAction.LIST and not given):
        raise UsageError(f"kashf models {action.value} takes {' '.join(_TAKES[action])}")
    if (kind is not None) != (action is ModelAction.ADD):
        raise UsageError("add needs --kind handwriting, translation or speech; nothing else takes it")
    room = _room()
    match action:
        case ModelAction.LIST:
            return _list(room, Path(given[0]) if given else None, as_json=as_json)
        case ModelAction.ADD if kind:
            return _add(room, Path(given[0]), kind, as_json=as_json)
        case ModelAction.SHOW:
            return _show(room, given[0], as_json=as_json)
        case ModelAction.REMOVE:
            return _remove(room, given[0])
        case ModelAction.MEASURE:
            return _measure(room, Path(given[0]), given[1], as_person=as_person, as_json=as_json)
        case _:
            return _draft(room, Path(given[0]), given[1], model=model, as_person=as_person, as_json=as_json)


def _room() -> ModelRoom:
    from kashf.bootstrap import model_room
    from kashf.settings import load_settings

    return model_room(load_settings())


def _list(room: ModelRoom, case: Path | None, *, as_json: bool) -> int:
    from kashf.show.models.model_answers import model_answer

    models, damaged, measured = room.store.models(), room.store.damaged(), _measured_in(case) if case else {}
    if as_json:
        emit_json({"models": [model_answer(each, measured.get(each.id)) for each in models], "damaged": damaged})
        return 0 if models else 1
    for each in models:
        _print(each, measured.get(each.id), is_asked=case is not None)
    for id in damaged:
        say(f"{id[:12]} is damaged, and nothing of it is run; `kashf models remove {id[:12]}` forgets it")
    if not models:
        say("no models: kashf ships none. `kashf models add FILE --kind handwriting` adds one of yours")
    return 0 if models else 1


def _measured_in(case: Path) -> dict[str, PastMeasurement]:
    from kashf.services.models.measure_model import measurements

    with opened(case) as open_case:
        return {str(model): found for model, found in measurements(open_case.view).items()}


def _print(model: Model, measured: PastMeasurement | None, *, is_asked: bool) -> None:
    emit(f"{model.id[:12]}  {model.kind.value}  {isolate(model.name)}  {model.run_by.value}, {model.size_bytes:,} bytes")
    if measured:
        emit(f"    {_beside(measured)}")
    elif is_asked:
        emit("    not measured in this case, so it drafts nothing")


def _beside(measured: PastMeasurement) -> str:
    from kashf.show.models.model_answers import measured_words
    from kashf.show.wording import wording

    return measured_words(wording("en"), measured)


def _add(room: ModelRoom, path: Path, kind: ModelKind, *, as_json: bool) -> int:
    from kashf.services.models.add_model import add_model
    from kashf.show.models.model_answers import model_answer

    model = add_model(room, path, kind)
    if as_json:
        emit_json(model_answer(model, with_files=True))
    else:
        _print(model, None, is_asked=False)
    say(f"{many(len(model.files), 'file')} copied and pinned. It drafts nothing before it was measured")
    return 0


def _show(room: ModelRoom, asked: str, *, as_json: bool) -> int:
    from kashf.services.models.add_model import find_model
    from kashf.show.models.model_answers import model_answer

    model = find_model(room.store, asked)
    if as_json:
        emit_json(model_answer(model, with_files=True))
        return 0
    _print(model, None, is_asked=False)
    for each in model.files:
        emit(f"    {each.sha256}  {each.size_bytes:>12,}  {isolate(each.path)}")
    return 0


def _remove(room: ModelRoom, asked: str) -> int:
    from kashf.services.models.add_model import remove_model

    name = remove_model(room.store, asked)
    say(f"{isolate(name)} is gone; what it was measured on and which lines it drafted stays on record in each case")
    return 0


def _measure(room: ModelRoom, case: Path, asked: str, *, as_person: str | None, as_json: bool) -> int:
    from kashf.bootstrap import make_sandbox, open_to_decide
    from kashf.services.models.add_model import find_model
    from kashf.services.models.measure_model import measure_model
    from kashf.services.models.true_lines import true_lines
    from kashf.show.models.model_answers import measured_answer

    model, settings = find_model(room.store, asked), acting(case, as_person)
    sandbox = make_sandbox(accept_unsafe=settings.accept_unsafe_parsing)
    with open_to_decide(case, settings=settings) as writable, sandbox.worker() as worker:
        measured = measure_model(writable, room, model, true_lines(writable.reading), worker=worker)
    if as_json:
        emit_json(measured_answer(measured))
        return 0
    found = measured.found
    emit(f"{isolate(model.name)}  measured on {many(found.lines, 'line')} that people typed  {measured.id[:12]}")
    for what, rate in (("letters (CER)", found.letters), ("words (WER)", found.words), ("names, dates, numbers", found.values)):
        emit(f"  {what}: {_percent(rate)}")
    for number, why in (
        (found.helped, "typed when a draft of this model was there"),
        (found.doubtful, "in which somebody was not sure"),
        (found.undrawn, "on pages that cannot be drawn"),
    ):
        if number:
            say(f"left out: {many(number, 'line')} {why}")
    return 0


def _percent(rate: ErrorRate) -> str:
    if not rate.of:
        return "none there"
    return f"{100 * rate.value:.1f} % wrong ({100 * rate.low:.1f} to {100 * rate.high:.1f} %), {rate.errors} of {rate.of}"


def _draft(room: ModelRoom, case: Path, asked: str, *, model: str, as_person: str | None, as_json: bool) -> int:
    from kashf.bootstrap import draft_cache, make_sandbox, open_to_decide
    from kashf.services.models.add_model import find_model
    from kashf.services.models.draft_lines import DraftDesk, draft_lines
    from kashf.services.transcription.page_lines import lines_of
    from kashf.show.models.model_answers import draft_answer

    chosen, settings = find_model(room.store, model) if model else None, acting(case, as_person)
    place = page_named(case, asked)
    with open_to_decide(case, settings=settings) as writable:
        known = lines_of(writable.reading, place.document, place.page)
        lines = [line for line in known if line.is_untyped]
        if not known:
            raise NotFoundError(f"page {place.page} has no lines yet; draw them with `kashf transcribe {shell_word(str(case))}`")
        with make_sandbox(accept_unsafe=settings.accept_unsafe_parsing).worker() as worker:
            desk = DraftDesk(room, worker, draft_cache(writable.reading))
            drafts = draft_lines(writable, desk, place, [line.region for line in lines], model=chosen)
    if as_json:
        emit_json({"drafts": [draft_answer(each) for each in drafts], "left_out": {"typed": len(known) - len(lines)}})
        return 0
    for line, draft in zip(lines, drafts, strict=True):
        cer, day = draft.measured.found.letters.value, draft.measured.when.date()
        emit(f"{line.number:>4}  {draft.line.confidence:.2f}  (CER {cer:.1%}, {day})  {isolate(draft.line.text)}")
    if drafts:
        say(_beside(drafts[0].measured))
    if left := len(known) - len(lines):
        say(f"left out: {many(left, 'line')} that somebody typed; whoever types them too sees no draft")
    return 0
