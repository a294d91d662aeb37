"""How much of the text the readers get, next to the engines they are made of.

Run: python benchmarks/accuracy/bench_readers.py --data DIR [--set tika|pdfjs|openiti] [--misses] [--json FILE]

DIR holds formats/tika with tika_expected.json, formats/pdfjs with pdfjs_manifest.json, and ocr/openiti. Every file is read in a forked
child with a time limit, as in the product but without the sandbox. Scores: recall of expected strings after NFKC, without white space,
in lower case, metadata and members included; for PDFs, how many open, fail with a reason, or hang; for printed lines, the share of wrong
characters (CER) after NFKC, without marks and tatweel, with alef and ya folded, and the share of numbers that are right.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import pickle
import re
import signal
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

SECONDS = 60
DEPTH = 3


def main() -> None:
    """Run the sets that were asked for and print their figures."""
    parser = argparse.ArgumentParser(description="Accuracy of the readers")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", choices=("tika", "pdfjs", "openiti"), action="append")
    parser.add_argument("--misses", action="store_true", help="print every expected string that was not found")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    benches: dict[str, Callable[[Path], dict[str, object]]] = {"tika": bench_tika, "pdfjs": bench_pdfjs, "openiti": bench_openiti}
    figures = {name: benches[name](options.data) for name in options.set or benches}
    if not options.misses and "tika" in figures:
        del figures["tika"]["misses"]
    print(json.dumps({"cores": os.cpu_count(), **figures}, ensure_ascii=False, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2), "utf-8")


def bench_tika(data: Path) -> dict[str, object]:
    """Return recall of expected text by kashf, iscc-tika alone and kreuzberg alone."""
    expected = json.loads((data / "formats/tika_expected.json").read_text("utf-8"))
    result: dict[str, object] = {}
    misses: dict[str, set[tuple[str, str]]] = {}
    for name, read in {"kashf": _by_kashf, "iscc-tika": _by_tika, "kreuzberg": _by_kreuzberg}.items():
        found = total = hangs = 0
        missed: dict[str, list[str]] = {}
        started = time.perf_counter()
        for file, checks in expected.items():
            answer = _in_child(read, data / "formats/tika" / file)
            hangs += answer is None
            folded = _squeezed(answer or "")
            missed[file] = [text for text in checks["contains"] if _squeezed(text) not in folded]
            total += len(checks["contains"])
            found += len(checks["contains"]) - len(missed[file])
        seconds = round(time.perf_counter() - started, 1)
        result[name] = {"recall": round(found / total, 3), "strings": total, "hangs_or_crashes": hangs, "seconds": seconds}
        misses[name] = {(file, text) for file, texts in missed.items() for text in texts}
    alone = misses["kashf"] - misses["iscc-tika"] & misses["kreuzberg"]
    result["misses"] = [
        f"{file}: {text}{' (another engine has it)' if (file, text) in alone else ''}" for file, text in sorted(misses["kashf"])
    ]
    return result


def bench_pdfjs(data: Path) -> dict[str, object]:
    """Return how PDFs of the pdf.js test suite end."""
    ends: Counter[str] = Counter()
    wrong = []
    for entry in json.loads((data / "formats/pdfjs_manifest.json").read_text("utf-8")):
        answer = _in_child(_answer_of, data / "formats/pdfjs" / entry["file"])
        end = "hang or crash" if answer is None else f"{answer['status']} {answer['reason'] or ''}".strip()
        ends[end] += 1
        if end not in {"done", "partial unreadable"} and not (entry["password"] and end == "failed encrypted"):
            wrong.append({"file": entry["file"], "end": end, "password": entry["password"]})
    return {"files": ends.total(), "ends": dict(ends), "unexpected": wrong}


def bench_openiti(data: Path) -> dict[str, object]:
    """Return the share of wrong characters and of right numbers on printed Arabic lines, by book."""
    result: dict[str, object] = {}
    for book in sorted((data / "ocr/openiti").iterdir()):
        wrong = letters = numbers = right = empty = 0
        started = time.perf_counter()
        for image in sorted(book.glob("*.png")):
            truth = _folded_arabic(image.with_suffix("").with_suffix(".gt.txt").read_text("utf-8"))
            read = _folded_arabic(_in_child(_line_of, image) or "")
            wrong += Levenshtein.distance(truth, read)
            letters += len(truth)
            empty += not read.strip()
            found = Counter(re.findall(r"\d+", read))
            for number in re.findall(r"\d+", truth):
                numbers += 1
                right += found[number] > 0
                found[number] -= 1
        result[book.name] = {
            "cer": round(wrong / max(1, letters), 3),
            "numbers_right": f"{right}/{numbers}",
            "empty_lines": empty,
            "seconds": round(time.perf_counter() - started, 1),
        }
    return result


class _Members:
    """Takes members of a container as kashf sends them, into files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self.names: list[str] = []

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Write one member."""
        self.names.append(base64.b64decode(str(head["name"])).decode("utf-8", "replace"))
        if chunks is None:
            return
        path = self.folder / str(len(self.files))
        with path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
        self.files.append(path)


def _answer_of(path: Path) -> Any:
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return worker.handle({"kind": "read", "params": {"names": [path.name]}}, [file], _Members(Path(folder)))
    finally:
        os.close(file)


def _line_of(path: Path) -> str:
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    answer: Any = worker.handle({"kind": "line", "params": {}}, [file], _Members(path.parent))
    return "\n".join(page["text"] for page in answer["pages"])


def _by_kashf(path: Path, name: str = "", depth: int = 0) -> str:
    """Return text and metadata of a file and of its members."""
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    with tempfile.TemporaryDirectory() as folder:
        members = _Members(Path(folder))
        answer: Any = worker.handle({"kind": "read", "params": {"names": [name or path.name]}}, [file], members)
        os.close(file)
        inner = [_by_kashf(member, "member", depth + 1) for member in members.files] if depth < DEPTH else []
    return "\n".join((*(page["text"] for page in answer["pages"]), *answer["metadata"].values(), answer["type"], *members.names, *inner))


def _by_tika(path: Path) -> str:
    import iscc_tika

    text, metadata = iscc_tika.Extractor().extract_bytes_to_string(bytearray(path.read_bytes()))
    return "\n".join((text, *(value for values in metadata.values() for value in values)))


def _by_kreuzberg(path: Path) -> str:
    import kreuzberg

    result = kreuzberg.extract_file_sync(str(path), config=kreuzberg.ExtractionConfig(use_cache=False, disable_ocr=True))  # type: ignore[call-arg]  # the stub leaves these arguments out
    return f"{result.content}\n{result.metadata}"


def _in_child(read: Callable[[Path], Any], path: Path) -> Any:
    """Return what `read` returns, "" when it raises, None when its process hangs or crashes."""
    outgoing, incoming = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        _quiet()
        try:
            answer = read(path)
        except Exception:  # noqa: BLE001 - whatever an engine raises counts as no answer
            answer = ""
        with os.fdopen(incoming, "wb") as file:
            pickle.dump(answer, file)
        os._exit(0)
    os.close(incoming)
    with os.fdopen(outgoing, "rb") as file:
        content = file.read()
    os.waitpid(child, 0)
    return pickle.loads(content) if content else None  # noqa: S301 - written by our own child


def _quiet() -> None:
    """Send what engines write about bad files to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def _folded_arabic(text: str) -> str:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKC", text) if not unicodedata.combining(letter) and letter not in "ـ\u200e\u200f"
    )
    return " ".join(re.sub("[أإآٱ]", "ا", plain).replace("ى", "ي").translate({0x0660 + digit: str(digit) for digit in range(10)}).split())


if __name__ == "__main__":
    from kashf.sandboxed.worker import preload

    os.environ["PATH"] = "/nonexistent"  # as in the sandbox, where engines find no programs to call
    preload()
    main()
