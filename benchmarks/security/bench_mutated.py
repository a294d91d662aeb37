"""Whether kashf stands when what it keeps beside a case's records was changed: index, what was learnt, pictures, its own memory of cases.

    python -m benchmarks.security.bench_mutated [--each 125] [--seed 1] [--work DIR]

A file that is changed by chance must be refused in words or passed over: a traceback, a signal or a command that hangs is a crash. What
was learnt is a program of its own kind that runs in the box; its bytes are loaded here in a fork, under a right hash, and what ends by a
signal there is counted apart: it is what the box is for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, Final, cast

from benchmarks.security.bench_tampering import make_base
from benchmarks.security.commands import start
from benchmarks.speed.measure import machine
from kashf.adapters.taggers.assembled import learnt_taggers
from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.model_file import KeptModel, keep_model
from kashf.domain.entity import Mention, MentionType
from kashf.errors import KashfError
from kashf.plain_files import CacheSeal
from kashf.ports.taggers import LabelledText
from kashf.web.page_pictures import PageImages

#: Seconds after which a command hangs.
_HANGS_AFTER: Final = 90
#: Exit codes from here on are of errors that nobody foresaw.
_UNFORESEEN: Final = 70
_TEXT: Final = "The order was signed by Omar Wardi and read by Omar Fayruzi at the harbour."
_JPEG: Final = b"\xff\xd8 of a page" * 50
#: JSON that is no answer to any question.
_JSON: Final = ("null", "[]", "5", '"x"', "{}", "[" * 20_000, '{"types": [[]], "precisions": [[1, 2, 3]]}', "1e999", "9" * 5_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Change files, and print what each kind came to; exit code 1 when anything crashed."""
    options = _parser().parse_args(arguments)
    print(machine())
    crashes = 0
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        base = make_base(work)
        kinds: dict[str, Callable[[Path, Path, random.Random], str]] = {
            "index": _index,
            "memory of the installation": _home,
            "what was learnt": _learnt,
            "picture of a page": _picture,
            "links, fits and lines": _sealed,
        }
        for kind, told in kinds.items():
            chance, ends = random.Random(f"{options.seed} {kind}"), Counter[str]()
            for _ in range(options.each):
                said = told(base, work, chance)
                ends[said.partition(":")[0]] += 1
                if said.startswith("CRASH"):
                    print(f"  {kind}: {said}", flush=True)
            crashes += ends["CRASH"]
            print(f"{kind}: {ends.total()} changed: " + ", ".join(f"{count} {end}" for end, count in sorted(ends.items())), flush=True)
    return 1 if crashes else 0


def _index(base: Path, work: Path, chance: random.Random) -> str:
    case = _copied(base, work / "mutated" / "a.case")
    paths = sorted(path for path in (case / "index").iterdir() if not path.name.endswith(".lock"))
    how = _change(chance.choice(paths), chance)
    return _ended(how, work, "find", str(case), chance.choice(("order", "كتيبة", '"the checkpoint"', "fuel OR وقود")), "--json")


def _home(base: Path, work: Path, chance: random.Random) -> str:
    home = work / "mutated" / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(work / "kashf", home / "kashf")
    paths = sorted(path for path in (home / "kashf").rglob("*") if path.is_file() and path.suffix != ".log")
    how = _change(chance.choice(paths), chance)
    return _ended(how, home, chance.choice(("status", "verify", "persons")), str(base), "--json")


def _ended(how: str, home: Path, *words: str) -> str:
    try:
        done = start(home, *words).done(_HANGS_AFTER)
    except RuntimeError as error:
        return f"CRASH: {how}: {error}"
    if done.returncode < 0 or done.returncode >= _UNFORESEEN or "Traceback" in done.stderr:
        return f"CRASH: {how}: {words[0]} ended with {done.returncode}: {done.stderr[-300:]}"
    return "refused in words" if done.returncode else "answered"


def _learnt(_: Path, work: Path, chance: random.Random) -> str:
    path = work / "mutated" / "learned-names"
    keep_model(path, KeptModel(_model(), frozenset({MentionType.PERSON}), {("model:crf", MentionType.PERSON): 0.5}))
    head, _newline, model = path.read_bytes().partition(b"\n")
    if chance.random() < 0.5:
        how = _change(path, chance, is_file=True)
        kept = path.read_bytes()
    else:
        model = _changed(model, chance)
        how, kept = "model", json.dumps({**json.loads(head), "sha256": hashlib.sha256(model).hexdigest()}).encode() + b"\n" + model
    return _loaded(how, kept)


def _loaded(how: str, kept: bytes) -> str:
    """Load a model in a fork, look for names with it, and return what came of it."""
    sys.stdout.flush()
    if not (child := os.fork()):
        code = 99
        try:
            taggers = learnt_taggers(kept)  # what a command does, out of the box
            code = 98
            for tagger in taggers:  # what is done in the box alone
                tagger.tag(_TEXT, language="en")
            code = 0
        except KashfError:
            code = 1
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    ends = {0: "answered", 1: "refused in words", 98: "failed in the box"}
    return ends.get(code) or ("ended by a signal in the box" if code < 0 else f"CRASH: {how}: {kept[:60]!r}")


@cache
def _model() -> bytes:
    name = Mention(start := _TEXT.index("Omar"), start + 10, "Omar Wardi", MentionType.PERSON, "hand", 1.0)
    return CrfLearner(()).train([LabelledText(_TEXT, (name,), "en")])


def _picture(_: Path, work: Path, chance: random.Random) -> str:
    folder = work / "mutated" / "cache"
    shutil.rmtree(folder, ignore_errors=True)
    case: Any = SimpleNamespace(cache=folder)  # all that is asked of it for a picture that is kept
    images, path = PageImages(case, cast("Any", None), key=b"of this installation"), folder / "pages" / "picture.jpg"
    images._keep(path, _JPEG)  # noqa: SLF001 - drawing it takes a sandbox
    how = _change(path, chance)
    signal.alarm(_HANGS_AFTER)
    try:
        kept = images._kept(path)  # noqa: SLF001 - drawing it takes a sandbox
    except Exception as error:  # noqa: BLE001 - whatever comes up is what we look for
        return f"CRASH: {how}: {error!r}"
    finally:
        signal.alarm(0)
    return "passed over" if kept is None else f"CRASH: {how}: believed"


def _sealed(_: Path, work: Path, chance: random.Random) -> str:
    """Change what chains, copies and lines of pages are kept in, all of which is read under one seal."""
    told: list[str] = []
    seal = CacheSeal(lambda: b"of this installation", told.append)
    path = work / "mutated" / "cache" / chance.choice(("chain-links-leak.json", "sheet-fits-1.json", "page-1.json"))
    shutil.rmtree(path.parent, ignore_errors=True)
    seal.keep(path, b'{"key": "1", "links": [[1, 0, "acknowledges", 1.0]]}')
    before, how = path.read_bytes(), _change(path, chance)
    signal.alarm(_HANGS_AFTER)
    try:
        seal.read(path, most_bytes=1 << 20)
    except OSError:
        return "passed over"
    except Exception as error:  # noqa: BLE001 - whatever comes up is what we look for
        return f"CRASH: {how}: {error!r}"
    finally:
        signal.alarm(0)
    return "unchanged" if path.read_bytes() == before else f"CRASH: {how}: believed"


def _copied(base: Path, case: Path) -> Path:
    shutil.rmtree(case, ignore_errors=True)
    shutil.copytree(base, case, symlinks=True)
    return case


def _change(path: Path, chance: random.Random, *, is_file: bool = False) -> str:
    """Change a file by chance, and return how."""
    ways = ("bytes", "bytes", "bytes", "json") if is_file else ("bytes", "bytes", "bytes", "json", "folder", "link", "pipe", "gone")
    how = chance.choice(ways)
    if how in {"bytes", "json"}:
        before = path.read_bytes()
        path.chmod(0o600)
        path.write_bytes(_changed(before, chance) if how == "bytes" else chance.choice(_JSON).encode())
    else:
        path.unlink()
    if how == "folder":
        path.mkdir(0o700)
    elif how == "link":
        path.symlink_to(chance.choice(("/dev/null", "/nowhere", ".")))
    elif how == "pipe":
        os.mkfifo(path, 0o600)
    return f"{path.name} {how}"


def _changed(before: bytes, chance: random.Random) -> bytes:
    if not before:
        return b"x"
    how, place = chance.randrange(6), chance.randrange(len(before))
    if how == 0:
        return before[:place]
    if how == 1:
        return before + chance.randbytes(40)
    if how == 2:  # a number made huge or tiny, as lengths and places in files are
        return before[:place] + chance.choice((b"\xff", b"\0")) * 8 + before[place + 8 :]
    if how == 3:
        return before[:place] + before[chance.randrange(len(before)) :]
    return bytes(_flipped(before, chance))


def _flipped(before: bytes, chance: random.Random) -> Iterator[int]:
    places = {chance.randrange(len(before)) for _ in range(chance.choice((1, 1, 8, 64)))}
    return (byte ^ 1 << chance.randrange(8) if place in places else byte for place, byte in enumerate(before))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=125, help="changes of each of the five kinds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="where the case stays, so that it need not be made again")
    return parser


if __name__ == "__main__":
    sys.exit(main())
