"""How much of the expected text of each format kashf finds, beside the engines it is made of and pdftotext.

A string is found when it stands in the text, the metadata or a member, after NFKC, without white space and control characters, in lower
case. Strings that name a class or an exception of Tika itself stand in no file; they are counted, and counted apart.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.in_child import Members, in_child

DEPTH = 3
#: What Tika says of itself.
_OF_TIKA_ITSELF = re.compile(r"org\.apache\.tika\.|^\w+Exception$")
PDFTOTEXT = shutil.which("pdftotext")


@dataclass(frozen=True, slots=True)
class Found:
    """What one engine found of the strings expected in one file."""

    file: str
    engine: str
    found: tuple[str, ...]
    missed: tuple[str, ...]
    cpu_seconds: float
    is_lost: bool
    by_ocr: bool

    @property
    def format(self) -> str:
        """The file's suffix, by which formats are told apart here."""
        return self.file.rpartition(".")[2].lower()


def bench_tika(data: Path, every: int = 1) -> dict[str, object]:
    """Print a table by format and return the figures: recall, processor seconds without OCR, and where another engine finds more."""
    expected = json.loads((data / "formats/tika_expected.json").read_text("utf-8"))
    readers: dict[str, Callable[[Path], Any]] = {"kashf": _by_kashf, "iscc-tika": _by_tika, "kreuzberg": _by_kreuzberg}
    readers |= {"pdftotext": _by_pdftotext} if PDFTOTEXT else {}
    all_found = [
        _look_for(checks["contains"], data / "formats/tika" / file, engine=engine, read=read)
        for file, checks in sorted(expected.items())[::every]
        for engine, read in readers.items()
        if checks["contains"] and (engine != "pdftotext" or file.endswith(".pdf"))
    ]
    _print_table(all_found, list(readers))
    kashf = {each.file: each for each in all_found if each.engine == "kashf"}
    return {
        **{engine: _figures([each for each in all_found if each.engine == engine], kashf) for engine in readers},
        "found_by_another": _found_by_another(all_found, kashf),
        "misses": [f"{each.file}: {text}" for each in kashf.values() for text in each.missed],
    }


def _look_for(strings: list[str], path: Path, *, engine: str, read: Callable[[Path], Any]) -> Found:
    outcome = in_child(read, path)
    text, by_ocr = outcome.answer if isinstance(outcome.answer, tuple) else (outcome.answer or "", False)
    folded = squeezed(text)
    there = {each: squeezed(each) in folded for each in strings}
    return Found(
        path.name,
        engine,
        tuple(each for each in strings if there[each]),
        tuple(each for each in strings if not there[each]),
        outcome.cpu_seconds,
        outcome.answer is None,
        by_ocr,
    )


def _figures(found: list[Found], kashf: dict[str, Found]) -> dict[str, object]:
    """Return what one engine comes to; seconds leave out the files on which kashf used OCR."""
    hits = sum(len(each.found) for each in found)
    total = hits + sum(len(each.missed) for each in found)
    named = sum(1 for each in found for text in each.found if _OF_TIKA_ITSELF.search(text))
    of_tika = named + sum(1 for each in found for text in each.missed if _OF_TIKA_ITSELF.search(text))
    return {
        "recall": round(hits / total, 3),
        "recall_without_names_of_tika": round((hits - named) / (total - of_tika), 3),
        "strings": total,
        "hangs_or_crashes": sum(each.is_lost for each in found),
        "cpu_seconds_without_ocr": round(sum(each.cpu_seconds for each in found if not kashf[each.file].by_ocr), 1),
    }


def _found_by_another(all_found: list[Found], kashf: dict[str, Found]) -> list[str]:
    """Return what kashf misses and another engine has, with the engine's name."""
    others: dict[tuple[str, str], list[str]] = {}
    for each in all_found:
        for text in each.found:
            if text in kashf[each.file].missed:
                others.setdefault((each.file, text), []).append(each.engine)
    return [f"{file}: {text} ({', '.join(engines)})" for (file, text), engines in sorted(others.items())]


def _print_table(all_found: list[Found], engines: list[str]) -> None:
    """Print how many of the strings of each format each engine finds, the formats with most strings first."""
    by_format: dict[str, list[Found]] = {}
    for each in all_found:
        by_format.setdefault(each.format, []).append(each)
    totals = {
        name: sum(len(each.found) + len(each.missed) for each in found if each.engine == "kashf") for name, found in by_format.items()
    }
    print("| format | strings | " + " | ".join(engines) + " | less than |")
    print("|---|" + "---|" * (len(engines) + 2))
    for name in sorted(by_format, key=lambda each: (-totals[each], each)):
        asked = {each.engine for each in by_format[name]}
        hits = {engine: sum(len(each.found) for each in by_format[name] if each.engine == engine) for engine in engines}
        cells = [str(hits[engine]) if engine in asked else "" for engine in engines]
        more = [engine for engine in engines if hits[engine] > hits["kashf"]]
        print(f"| {name} | {totals[name]} | {' | '.join(cells)} | {', '.join(more)} |")


def _by_kashf(path: Path) -> tuple[str, bool]:
    """Return text and metadata of a file and of its members, and whether OCR took part."""
    parts: list[str] = []
    by_ocr = _gather(path, path.name, parts, depth=0)
    return "\n".join(parts), by_ocr


def _gather(path: Path, name: str, parts: list[str], *, depth: int) -> bool:
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    with tempfile.TemporaryDirectory() as folder:
        members = Members(Path(folder))
        answer: Any = worker.handle({"kind": "read", "params": {"names": [name]}}, [file], members)
        os.close(file)
        parts += [*(page["text"] for page in answer["pages"]), *answer["metadata"].values(), answer["type"], *members.names]
        by_ocr = "tesseract" in answer["engines"]
        for member in members.files if depth < DEPTH else ():
            by_ocr |= _gather(member, "member", parts, depth=depth + 1)
    return by_ocr


def _by_tika(path: Path) -> str:
    import iscc_tika

    text, metadata = iscc_tika.Extractor().extract_bytes_to_string(bytearray(path.read_bytes()))
    return "\n".join((text, *(value for values in metadata.values() for value in values)))


def _by_kreuzberg(path: Path) -> str:
    import kreuzberg

    result = kreuzberg.extract_file_sync(str(path), config=kreuzberg.ExtractionConfig(use_cache=False, disable_ocr=True))  # type: ignore[call-arg]  # the stub leaves these arguments out
    return f"{result.content}\n{result.metadata}"


def _by_pdftotext(path: Path) -> str:
    if PDFTOTEXT is None:
        raise FileNotFoundError("pdftotext")
    return subprocess.run([PDFTOTEXT, path, "-"], capture_output=True, check=False).stdout.decode("utf-8", "replace")


def squeezed(text: str) -> str:
    """Return a text as it is compared: NFKC, without white space and control characters, in lower case."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(each for each in folded if not each.isspace() and unicodedata.category(each) != "Cc").lower()
