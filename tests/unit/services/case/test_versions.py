"""Versions of stages: what finds names by its content; reading, indexing, resolving by hand, held to what a small sample yields.

A test here that fails says what to raise: output has changed, and without another version no case that exists would ever get it.
"""

from __future__ import annotations

import ast
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import kashf
from kashf.domain.document import Mark, MarkKind, Page
from kashf.domain.entity import MentionType, NameKey
from kashf.entities.resolving.resolve import join_names, score_pairs
from kashf.entities.tagging.keys import name_key
from kashf.language.grammar.rules import RuleTagger
from kashf.language.measures.tagger import MeasureTagger
from kashf.language.words.stemming import stem
from kashf.ports.mentions import NameTotal
from kashf.sandboxed.worker import handle
from kashf.search.about import about_passages
from kashf.search.passages import Indexable, passages
from kashf.services.case.versions import INDEX_VERSION, READ_VERSION, content_digest, is_outdated, names_version, tagger_versions
from kashf.services.names.regroup import RESOLVE_VERSION
from tests.searchable import case_of

#: Files of kinds that our own code reads; what other programs read changes with their versions, which are kept with each document.
SAMPLE = {
    "order.txt": "أمر بالانسحاب من قرية الوردة\n\nإلى أمير القاطع الشمالي\f- 2 -\nالصفحة الثانية".encode("cp1256"),
    "note.txt": "The convoy passed the second checkpoint.\nFollow us on our channel\n".encode("utf-16"),
    "mail.eml": (
        b"From: Amal <amal@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?b?2KPZhdix?=\r\n"
        b"Date: Sat, 25 Oct 2014 10:00:00 +0300\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nSeen today.\r\n\r\nOn 24 October Basil wrote:\r\n> The mill is empty.\r\n"
    ),
    "list.csv": "name,unit\nأبو سالم,كتيبة النجم\nBasil,Harbour post\n".encode(),
}
TEXT = "وصل أبو سالم الزرقاوي إلى بلدة الوردة. Hassan al-Fayruzi wrote to Abu Salem: 5,000 dollars. (old ticker)"
NAMES = (
    "Abu Salem al-Zarqawi",
    "أبو سالم الزرقاوي",
    "Abu Salim al-Zarqawi",
    "Hassan al-Fayruzi",
    "حسان الفيروزي",
    "حسان",
    "Basil al-Marmari",
)

#: Yields what a stage makes of a sample, working in a folder.
Sample = Callable[[Path], Iterator[object]]
#: What is held: version, and digest of what the sample yields under it.
HELD = {"READ_VERSION": ("4", "1804e34e6f76a1b0"), "INDEX_VERSION": ("6", "983a7df488589757"), "RESOLVE_VERSION": ("3", "90bf76e74d7f814a")}


#: Where looking for names begins, and values whose behaviour has a say in what is found.
STAND_ON = ("services/names/finding/tag.py", "language/grammar/rules.py", "language/measures/tagger.py", "adapters/taggers/gazetteer.py")
VALUES = ("domain/entity.py", "domain/place.py")
STAGES = ("adapters", "entities", "evidence", "intake", "language", "search", "services")


def stands_on(root: Path, *begin: str) -> list[Path]:
    """Return the modules that these import, and those that they do, without ports, errors and plain values."""
    found, left = {root / name for name in VALUES}, [root / name for name in begin]
    while left:
        file = left.pop()
        if file not in found and file.is_file():
            found.add(file)
            asked = (node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.ImportFrom))
            names = (str(node.module).split(".") for node in asked)
            left += [root.joinpath(*name[1:]).with_suffix(".py") for name in names if name[0] == "kashf" and name[1] in STAGES]
    return sorted(file for file in found if "adapters" not in file.parts)


def changes(file: Path, is_other: Callable[[], bool]) -> bool:
    """Return whether it is another when a file has one line more, which is taken back."""
    before = file.read_bytes()
    file.write_bytes(before + b"#: Changed.\n")
    other = is_other()
    file.write_bytes(before)
    return other


class Nowhere:
    def member(self, head: dict[str, object], chunks: object) -> None:
        raise AssertionError("nothing lies in these files")


def read_sample(folder: Path) -> Iterator[object]:
    for name, content in SAMPLE.items():
        (folder / name).write_bytes(content)
        descriptor = os.open(folder / name, os.O_RDONLY)
        answer = handle({"kind": "read", "params": {"names": [name]}}, [descriptor], Nowhere())
        os.close(descriptor)
        yield name, {key: value for key, value in answer.items() if key != "engines"}


def index_sample(folder: Path) -> Iterator[object]:
    case = case_of(folder, Page(1, TEXT, marks=(Mark(TEXT.index("("), len(TEXT), MarkKind.BOILERPLATE),)))
    for record in case.view.walk():
        item = Indexable(record, case.view.pages(record.id), places=("leak/Order_12.pdf",))
        for passage in (*about_passages(item), *passages(item)):
            words = [(word, stem(word)) for word in passage.words]
            yield passage.start, passage.end, passage.is_marked, passage.kind, passage.has_others, words, passage.joined, passage.onward


def resolve_sample(_folder: Path) -> Iterator[object]:
    keys = {name_key(text, MentionType.PERSON): text for text in NAMES}
    names = [NameTotal(MentionType.PERSON, NameKey(key), text, 3, 2) for key, text in keys.items()]
    pairs = score_pairs(names)
    yield sorted((pair.left, pair.right, round(pair.score, 9)) for pair in pairs)
    yield sorted((each.key, each.leader, each.is_undecided) for each in join_names(MentionType.PERSON, names, pairs, []).members)


@pytest.mark.parametrize(
    ("which", "version", "sample"),
    [
        ("READ_VERSION", READ_VERSION, read_sample),
        ("INDEX_VERSION", INDEX_VERSION, index_sample),
        ("RESOLVE_VERSION", RESOLVE_VERSION, resolve_sample),
    ],
)
def test_what_a_sample_yields_changes_with_its_version_only(which: str, version: str, sample: Sample, tmp_path: Path) -> None:
    digest = hashlib.sha256(repr(list(sample(tmp_path))).encode()).hexdigest()[:16]

    assert HELD[which] == (version, digest), f"output changed: raise {which}, and hold it here to {digest!r}"


def test_a_rule_or_a_table_that_changes_changes_the_digest_and_a_compiled_file_does_not(tmp_path: Path) -> None:
    copy = copytree(Path(kashf.__file__).parent / "language" / "grammar", tmp_path / "grammar")
    before = content_digest([copy])
    (copy / "__pycache__").mkdir(exist_ok=True)
    (copy / "__pycache__" / "rules.pyc").write_bytes(b"compiled")
    compiled = content_digest([copy])
    (copy / "rules.py").write_text((copy / "rules.py").read_text() + "\n#: Another rule.\n")
    changed = content_digest([copy])

    assert before == compiled
    assert 3 == len({before, changed, content_digest([copy / "rules.py"])})


def test_a_place_that_is_not_there_has_no_digest(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        content_digest([tmp_path / "moved"])


def test_a_change_to_anything_that_looking_for_names_stands_on_changes_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copytree(Path(kashf.__file__).parent, tmp_path / "kashf", ignore=ignore_patterns("static", "__pycache__"))
    monkeypatch.setattr(kashf, "__file__", str(root / "__init__.py"))
    taggers = (RuleTagger(), MeasureTagger())
    before = names_version(taggers)
    not_noticed = [file for file in stands_on(root, *STAND_ON) if not changes(file, lambda: names_version(taggers) != before)]

    assert [] == not_noticed
    assert names_version(taggers) == before


def test_a_tagger_by_rules_has_another_version_when_a_table_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "kashf"
    copytree(Path(kashf.__file__).parent / "language", root / "language")
    monkeypatch.setattr(kashf, "__file__", str(root / "__init__.py"))
    before = tagger_versions([RuleTagger(), MeasureTagger()])
    (root / "language" / "tables" / "unit_words.py").write_text("#: Other units.\n")
    after = tagger_versions([RuleTagger(), MeasureTagger()])

    assert {"rules", "rules:measures"} == {name for name in before if before[name] != after[name]}


def test_a_document_is_read_again_when_an_engine_that_read_it_has_another_version() -> None:
    now = {"mail": ["2"], "ocr": ["5 lines", "5 pages"]}

    assert is_outdated({"mail": "1"}, now)
    assert not is_outdated({"mail": "2", "ocr": "5 lines"}, now)
    assert not is_outdated({"gone": "1"}, now)
