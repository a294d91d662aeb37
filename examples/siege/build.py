"""Builds a leak: plans it, makes its files in one or two processes, writes them and the truth."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from examples.siege.making import Maker
from examples.siege.operations import ROLES, Operation, make_operation
from examples.siege.plan import Spec, draft
from examples.siege.planting import planted
from examples.siege.story import FIRST, story_rows, with_story
from examples.siege.truth import FileTruth, Row, Truth, file_truth, place_of

#: Below this many files a second process costs more than it saves.
WORTH_A_PROCESS = 200


class OutputNotEmptyError(RuntimeError):
    """The folder to write to has something in it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a leak is made from.

    Attributes:
        seed: The same wish gives the same bytes (with the same versions of the libraries).
        files: At least 1; members of archives and mails come on top.
        mix: A key of `mixes.MIXES`.
        cast: 0 for the first cast, any other number for people, places and units drawn from large pools.
        names: Whether the truth has the list `names`, which is most of it in a large leak.
        story: Whether it has the letters of the story, a forgery and a second channel; the truth then has the list `story`.
    """

    seed: int
    files: int
    mix: str = "full"
    cast: int = 0
    names: bool = True
    story: bool = False


def build(wish: Wish, out: Path, *, processes: int = 2) -> Truth:
    """Write the files to `out/files` and the truth to `out/truth.json`; return the truth.

    Args:
        wish: What to make.
        out: A folder that does not exist or is empty.
        processes: How many make files at once; has no influence on what is made.

    Raises:
        OutputNotEmptyError: Nothing is written over.
    """
    if out.exists() and any(out.iterdir()):
        raise OutputNotEmptyError(f"{out} is not empty")
    specs = planted(wish.seed, draft(wish.seed, wish.files, wish.mix))
    specs = with_story(specs) if wish.story else specs
    truth = Truth(wish.seed, wish.files, wish.mix, wish.cast)
    root = out / "files"
    for folder in sorted({(root / spec.path).parent for spec in specs}):
        folder.mkdir(parents=True)
    maker = Maker.of(wish.seed, wish.cast)
    write = partial(_write, maker, root, names=wish.names)
    for file in _made(write, specs, processes=processes if wish.files >= WORTH_A_PROCESS else 1):
        truth.add(file)
    world = _world(maker, specs) | ({"story": list(story_rows())} if wish.story else {})
    truth.write(out / "truth.json", world, _planned_copies(specs))
    return truth


def _write(maker: Maker, root: Path, spec: Spec, *, names: bool) -> FileTruth:
    made = maker.make(spec)
    (root / spec.path).write_bytes(made.data)
    return file_truth(spec.path, spec.kind, made, names=names)


def _made(write: Callable[[Spec], FileTruth], specs: tuple[Spec, ...], *, processes: int) -> Iterator[FileTruth]:
    """Write the files and yield the truth about each, in the order of the specs."""
    if processes == 1:
        yield from map(write, specs)
        return
    with get_context("spawn").Pool(processes) as pool:
        yield from pool.imap(write, specs, chunksize=16)


def _world(maker: Maker, specs: tuple[Spec, ...]) -> dict[str, list[Row]]:
    cast = maker.cast
    letters: dict[int, dict[str, str]] = {}
    for spec in (spec for top in specs for spec in top.walk() if 0 <= spec.operation < FIRST):
        letters.setdefault(spec.operation, {})[spec.role] = f"L{spec.content}"
    return {
        "people": [{"id": person.id, "ar": person.arabic(), "en": person.latin(), "post": person.post.english} for person in cast.people],
        "places": [{"id": place.id, "ar": place.arabic, "en": place.english} for place in cast.places],
        "units": [{"id": unit.id, "ar": unit.arabic, "en": unit.english} for unit in cast.units],
        "groups": [{"id": group.id, "ar": group.arabic, "en": group.english} for group in cast.groups],
        "operations": [_operation_row(make_operation(maker.seed, number, cast), ids) for number, ids in sorted(letters.items())],
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
