"""Builds a haul of forms: plans it, makes its files in one or two processes, writes them and the truth."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import IO

from examples.siege.build import WORTH_A_PROCESS, OutputNotEmptyError, Wish, build
from examples.siege.forms.filling import Row
from examples.siege.forms.kit import Kit
from examples.siege.forms.making import FormMaker, MadeFile
from examples.siege.forms.people import people_rows
from examples.siege.forms.plan import FileSpec, draft
from examples.siege.forms.registers import make_registers


@dataclass(frozen=True, slots=True)
class Order:
    """What a haul is made from; the same order gives the same bytes.

    Attributes:
        forms: How many, copies among them.
        mix: A key of `plan.MIXES`.
        registers: Whether there are lists besides, with a row a person.
        others: How many files of the siege that are no forms lie among them.
    """

    seed: int
    forms: int
    mix: str = "digital"
    registers: bool = False
    others: int = 0


def build_haul(order: Order, kit: Kit, out: Path, *, processes: int = 2) -> int:
    """Write the files to `out/files` and the truth to `out/truth.json`; return how many files there are.

    Raises:
        OutputNotEmptyError: Nothing is written over.
    """
    if out.exists() and any(out.iterdir()):
        raise OutputNotEmptyError(f"{out} is not empty")
    taken = _others(order, out, processes=processes)
    root = out / "files"
    root.mkdir(parents=True, exist_ok=True)
    men, specs = draft(kit, order.seed, order.forms, order.mix)
    rng = Random(f"{order.seed}/folders")
    files: list[Row] = [{"file": path, "kind": path.rpartition(".")[2], "origin": "other"} for path in sorted(taken)]
    placed = tuple(replace(spec, path=_free_path(rng, kit, spec.path, taken)) for spec in specs)
    forms: list[Row] = []
    maker = FormMaker(kit, order.seed)
    for made in _made(maker, root, placed, processes=processes if order.forms >= WORTH_A_PROCESS else 1):
        files += [each.file for each in made]
        forms += [row for each in made for row in each.forms]
    comparisons: list[Row] = []
    if order.registers:
        lists, comparisons = make_registers(kit, order.seed, men, paper=order.mix != "digital")
        for each in lists:
            _write(root, each)
            files.append(each.file)
            forms += each.forms
    with (out / "truth.json").open("w", encoding="utf-8") as target:
        _write_truth(target, order, kit, {"people": people_rows(men), "forms": forms, "comparisons": comparisons, "files": files})
    return len(files)


def _others(order: Order, out: Path, *, processes: int) -> set[str]:
    """Write the files that are no forms, their truth beside ours, and return their paths."""
    if not order.others:
        return set()
    build(Wish(order.seed, order.others, "full" if order.mix == "full" else "digital", names=False), out, processes=processes)
    (out / "truth.json").rename(out / "truth_others.json")
    root = out / "files"
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def _free_path(rng: Random, kit: Kit, name: str, taken: set[str]) -> str:
    """Return a path in one of the kit's folders that no file has, nor the pages of one."""
    stem, _, extension = name.rpartition(".")
    folder, number, free = rng.choice(kit.folders), 2, stem
    while f"{folder}/{free}.{extension}" in taken:
        free = f"{stem} [{number}]"
        number += 1
    path = f"{folder}/{free}.{extension}"
    taken.add(path)
    return path


def _make_and_write(maker: FormMaker, root: Path, spec: FileSpec) -> tuple[MadeFile, ...]:
    """Write the file and return what the truth needs of it, without its bytes."""
    made = maker.make(spec)
    for each in made:
        _write(root, each)
    return tuple(replace(each, data=b"") for each in made)


def _write(root: Path, made: MadeFile) -> None:
    path = root / made.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.data)


#: What a process makes files with, once it was told.
_TASKS: list[Callable[[FileSpec], tuple[MadeFile, ...]]] = []


def _begin(maker: FormMaker, root: Path) -> None:
    _TASKS[:] = [partial(_make_and_write, maker, root)]


def _run(spec: FileSpec) -> tuple[MadeFile, ...]:
    return _TASKS[0](spec)


def _made(maker: FormMaker, root: Path, specs: tuple[FileSpec, ...], *, processes: int) -> Iterator[tuple[MadeFile, ...]]:
    """Write the files and yield the truth about each, in the order of the specs."""
    if processes == 1:
        yield from (_make_and_write(maker, root, spec) for spec in specs)
        return
    with get_context("spawn").Pool(processes, _begin, (maker, root)) as pool:
        yield from pool.imap(_run, specs, chunksize=16)


def _write_truth(target: IO[str], order: Order, kit: Kit, lists: dict[str, Iterable[Row]]) -> None:
    """Write one object; every row of a list is on a line of its own."""
    families = [{"name": family.name, "kind": family.kind, "editions": len(family.editions)} for family in kit.families]
    head = {
        "seed": order.seed, "count": order.forms, "mix": order.mix,
        "wanted": kit.wanted.key, "wanted_countries": list(kit.wanted_countries),
        "families": families if order.registers else [row for row in families if row["kind"] == "form"],
    }  # fmt: skip
    target.write("{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()))
    for key, rows in lists.items():
        target.write(f",\n{json.dumps(key)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]")
    target.write("\n}\n")
