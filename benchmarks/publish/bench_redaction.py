"""Whether redactions hold, and whether bad ones are refused: ``python -m benchmarks.publish.bench_redaction [--exports 20] [--bad 36]``.

Exports: papers of `pages_with_names` go into a case and are redacted by the name of whom each is about, in the other script, and by their
telephone numbers, in the sandbox and with its proof. What comes out is then searched by this bench for every spelling that the maker of the
paper used, in what pdfium reads and in the bytes, by plain comparison and none of the house's own.

Bad: `bad_redactions` makes a failure a file; the proof is to refuse each, and says by what. Papers, people and failures are invented by
those who wrote kashf; the maker of failures was written from descriptions of published ones and shares no code with what checks.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from benchmarks.publish.bad_redactions import KINDS, OTHERS, bad_redaction
from benchmarks.publish.pages_with_names import PEOPLE, NamedPaper, named_paper
from kashf.bootstrap import make_sandbox, open_case
from kashf.domain.ids import DocumentId
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import KashfError
from kashf.ports.runtime import Worker
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.redaction.placed_hits import placed_hits
from kashf.services.publication.boxed_tasks import RedactionBox
from kashf.services.publication.prove_redaction import prove_redaction
from kashf.services.publication.redact_document import RedactionAsked, redact_document


def main() -> int:
    """Print both tables; exit with 1 when an export leaks or a bad redaction passes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exports", type=int, default=20)
    parser.add_argument("--bad", type=int, default=36)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, make_sandbox(accept_unsafe=False).worker() as worker:
        leaks = _exports(Path(folder), worker, given.exports)
        passed = _bad(Path(folder), worker, given.bad)
    return 1 if leaks or passed else 0


def _exports(folder: Path, worker: Worker, count: int) -> int:
    papers = {hashlib.sha256(paper.content).hexdigest(): paper for paper in map(named_paper, range(count))}
    case = _case_with(folder / "exports.case", folder / "papers", papers)
    made, refused, leaks = Counter[str](), Counter[str](), 0
    opened = open_case(case)
    for id, paper in papers.items():
        name = PEOPLE[paper.person][1 if paper.is_arabic else 0][0]
        asked = RedactionAsked(id, entities=(name,), patterns=frozenset({RedactedPattern.PHONES}))
        try:
            redaction = redact_document(opened, worker, asked)
        except KashfError as error:
            refused[f"{paper.kind}: {error.code}: {error}"] += 1
            continue
        made[paper.kind] += 1
        leaks += _leaks(redaction.content, paper)
    opened.close()
    print(f"exports: {sum(made.values())} of {count} made {dict(sorted(made.items()))}, {leaks} with a name or number in them")
    for why, often in refused.most_common():
        print(f"  refused {often}: {why}")
    return leaks


def _leaks(content: bytes, paper: NamedPaper) -> bool:
    """Return whether an export has a spelling or the number in its text or bytes, by comparison of small letters without spaces."""
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    said = "".join(text.lower().split())
    spelled = [form for forms in PEOPLE[paper.person] for form in forms]
    sought = ["".join(form.lower().split()) for form in (*spelled, paper.phone)]
    raw = [form.encode(codec) for form in (*spelled, paper.phone) for codec in ("utf-8", "utf-16-be", "utf-16-le")]
    return any(form in said or form[::-1] in said for form in sought) or any(form in content for form in raw)


def _bad(folder: Path, worker: Worker, count: int) -> int:
    kinds = (*KINDS, *OTHERS)
    originals = {nth: _original(nth) for nth in range(min(count, 5))}
    papers = {hashlib.sha256(paper.content).hexdigest(): paper for paper in originals.values()}
    case = _case_with(folder / "bad.case", folder / "originals", papers)
    opened = open_case(case)
    caught, by, passed = Counter[str](), Counter[str](), Counter[str]()
    for nth in range(count):
        kind, paper = kinds[nth % len(kinds)], originals[nth % len(originals)]
        name = PEOPLE[paper.person][1][0]
        protected = ProtectedStrings.of([PEOPLE[paper.person][0][0], paper.phone])
        box = RedactionBox(opened, worker, DocumentId(hashlib.sha256(paper.content).hexdigest()))
        layers = box.layers(1)
        hits = [hit for layer in layers for each in protected.in_text(layer.text) for hit in placed_hits(layer, [(each.start, each.end)])]
        regions = [hit.region for hit in hits]
        sides = [(r.left / 1e4, r.top / 1e4, r.right / 1e4, r.bottom / 1e4) for r in regions]
        place = (min(s[0] for s in sides), min(s[1] for s in sides), max(s[2] for s in sides), max(s[3] for s in sides))
        made = bad_redaction(kind, paper.content, place, name, seed=nth)
        found = prove_redaction(box, made, protected, [(1, (), regions)])
        reasons = {each.extractor.value for each in found if each.what != "changed"}
        (caught if reasons else passed)[kind] += 1
        by.update(reasons)
    opened.close()
    print(f"bad redactions: {sum(caught.values())} of {count} refused; by {dict(sorted(by.items()))}")
    for kind, often in passed.items():
        print(f"  PASSED {often}: {kind}")
    return sum(passed.values())


def _original(nth: int) -> NamedPaper:
    """Return a paper in English, drawn by letters, upright."""
    return next(
        paper
        for number in range(1000 + 40 * nth, 2000 + 40 * nth)
        if (paper := named_paper(number)).kind == "letters" and not paper.is_arabic
    )


def _case_with(case: Path, folder: Path, papers: dict[str, NamedPaper]) -> Path:
    folder.mkdir()
    for id, paper in papers.items():
        (folder / f"{id[:12]}.pdf").write_bytes(paper.content)
    for command in _commands(case, folder):
        _run(command)
    return case


def _commands(case: Path, folder: Path) -> Iterator[list[str]]:
    yield ["init", str(case)]
    yield ["add", str(case), str(folder), "--from", "courier"]


def _run(words: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "kashf", *words], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(done.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
