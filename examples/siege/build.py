"""Builds a leak: plans it, makes its files in one or two processes, writes them and the truth."""

from collections.abc import Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from examples.siege import world
from examples.siege.making import Maker
from examples.siege.operations import ROLES, Operation, make_operation
from examples.siege.plan import Spec, draft
from examples.siege.planting import planted
from examples.siege.truth import FileTruth, Row, Truth, file_truth, place_of

#: Below this many files a second process costs more than it saves.
WORTH_A_PROCESS = 200


class OutputNotEmptyError(RuntimeError):
    """The folder to write to has something in it."""


def build(seed: int, files: int, out: Path, *, mix: str = "full", processes: int = 2) -> Truth:
    """Write `files` files to `out/files` and the truth to `out/truth.json`; return the truth.

    Args:
        seed: The same seed, number of files and mix give the same bytes (with the same versions of the libraries).
        files: At least 1; members of archives and mails come on top.
        out: A folder that does not exist or is empty.
        mix: A key of `mixes.MIXES`.
        processes: How many make files at once; has no influence on what is made.

    Raises:
        OutputNotEmptyError: Nothing is written over.
    """
    if out.exists() and any(out.iterdir()):
        raise OutputNotEmptyError(f"{out} is not empty")
    specs = planted(seed, draft(seed, files, mix))
    truth = Truth(seed, files, mix)
    root = out / "files"
    for folder in sorted({(root / spec.path).parent for spec in specs}):
        folder.mkdir(parents=True)
    for file in _made(Maker.of(seed), root, specs, processes=processes if files >= WORTH_A_PROCESS else 1):
        truth.add(file)
    truth.write(out / "truth.json", _world(seed, specs), _planned_copies(specs))
    return truth


def _write(maker: Maker, root: Path, spec: Spec) -> FileTruth:
    made = maker.make(spec)
    (root / spec.path).write_bytes(made.data)
    return file_truth(spec.path, spec.kind, made)


def _made(maker: Maker, root: Path, specs: tuple[Spec, ...], *, processes: int) -> Iterator[FileTruth]:
    """Write the files and yield the truth about each, in the order of the specs."""
    if processes == 1:
        yield from (_write(maker, root, spec) for spec in specs)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(partial(_write, maker, root), specs, chunksize=16)


def _world(seed: int, specs: tuple[Spec, ...]) -> dict[str, list[Row]]:
    cast = Maker.of(seed).cast
    letters: dict[int, dict[str, str]] = {}
    for spec in (spec for top in specs for spec in top.walk() if spec.operation >= 0):
        letters.setdefault(spec.operation, {})[spec.role] = f"L{spec.content}"
    return {
        "people": [{"ar": person.arabic(), "en": person.latin(), "post": person.post.english} for person in cast],
        "places": [{"ar": place.arabic, "en": place.english} for place in world.PLACES],
        "units": [{"ar": unit.arabic, "en": unit.english} for unit in world.UNITS],
        "operations": [_operation_row(make_operation(seed, number, cast), ids) for number, ids in sorted(letters.items())],
    }


def _operation_row(operation: Operation, letters: dict[str, str]) -> Row:
    fixed = operation.fixed
    return {
        "id": operation.id, "kind": operation.script.kind, "place": fixed.place.arabic, "unit": fixed.unit.arabic,
        "code": fixed.code.arabic, "chief": operation.chief.arabic(), "field_officer": operation.field_officer.arabic(),
        "end": fixed.end.isoformat(), **{role: letters[role] for role in ROLES},
    }  # fmt: skip


def _planned_copies(specs: Iterable[Spec]) -> dict[str, list[list[str]]]:
    """Return groups of near copies (the first the plain one) and of scans of one sheet."""
    by_content: dict[str, list[tuple[str, Spec]]] = {}
    for place, spec in _places(specs):
        by_content.setdefault(spec.content, []).append((place, spec))
    near, scans = [], []
    for group in by_content.values():
        changed = [place for place, spec in group if spec.change]
        if changed:
            near.append([*sorted(place for place, spec in group if not spec.change)[:1], *sorted(changed)])
        if len({(spec.kind, spec.look) for _, spec in group}) > 1 and group[0][1].kind.startswith("scan"):
            scans.append(sorted({(spec.kind, spec.look): place for place, spec in group}.values()))
    return {"near": near, "scan": scans}


def _places(specs: Iterable[Spec]) -> Iterator[tuple[str, Spec]]:
    """Yield every file and member with what it is called in the lists of copies."""

    def within(spec: Spec, path: str, member: str) -> Iterator[tuple[str, Spec]]:
        yield place_of(path, member), spec
        for number, inner in enumerate(spec.inside, start=1):
            name = str(number) if spec.kind == "box_mbox" else inner.path
            yield from within(inner, path, f"{member}/{name}" if member else name)

    for top in specs:
        yield from within(top, top.path, "")
