"""Lines as people keyed them, each by one or by several: what stands, and how far two who keyed it blind agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import Signed
from kashf.domain.transcription.transcripts import PageTranscript, Settlement, Words


@dataclass(frozen=True, slots=True)
class KeyedText:
    """What one person says that a line says.

    Args:
        id: The ledger entry.
        person: Id of that person of the case; "" when no person of the case signed it.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        typed: With its marks, as people type it.
        is_blind: Whether it was typed without having seen what another had typed there.
        why: The reason, of one that settles what two read otherwise.
        source: SHA-256 of the file with which `who` brought it in; who typed it nobody knows. "" for what was typed here.
        file: Name of that file.
        creator: Who or what made it, as the file says itself; nobody checked it.
    """

    id: EntryId
    person: str
    who: str
    when: dt.datetime
    typed: str
    is_blind: bool = True
    why: str = ""
    source: str = ""
    file: str = ""
    creator: str = ""


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """One line, or one field of a form, of which somebody typed what stands there.

    Args:
        region: Where, as it was keyed first.
        field: The field of a form that it is, or "".
        keyings: What people typed, each person's last, by who typed first; what was brought in stands behind it.
        settled: What settles it; None while nobody settled anything.
        proposed: What one of those who typed it proposes, until the other one signs the same.
    """

    region: Region
    field: str
    keyings: tuple[KeyedText, ...]
    settled: KeyedText | None = None
    proposed: KeyedText | None = None

    @property
    def blind(self) -> tuple[KeyedText, ...]:
        """What different persons of the case typed, each without having seen the others; nobody confirms himself."""
        return tuple(each for each in self.keyings if each.is_blind and each.person)

    @property
    def standing(self) -> KeyedText:
        """What the page says: what was settled, else what was typed first."""
        return self.settled or self.keyings[0]


def keyed_lines_of(transcript: PageTranscript, words: Mapping[DocumentId, Words]) -> tuple[KeyedLine, ...]:
    """Return the lines of a page that people keyed, in the order in which they began.

    Args:
        transcript: What stands of that page.
        words: What the blobs of its entries hold; a keying of which the words are not here is passed over.
    """
    lines: list[KeyedLine] = []
    for keying in (each for each in transcript.keyings if each.words in words):
        text = _text(keying.signed, words[keying.words], is_blind=keying.is_blind, source=keying.source)
        at = _line_at(lines, keying.region)
        if at is None:
            lines.append(KeyedLine(keying.region, keying.field, (text,)))
        else:
            keyings = sorted(_with(lines[at].keyings, text), key=lambda each: bool(each.source))
            lines[at] = replace(lines[at], keyings=tuple(keyings), field=lines[at].field or keying.field)
    for settlement in (each for each in transcript.settlements if each.words in words):
        at = _line_at(lines, settlement.region)
        if at is not None:
            lines[at] = _settle(lines[at], settlement, words[settlement.words])
    return tuple(lines)


def find_line(lines: Iterable[KeyedLine], region: Region) -> KeyedLine | None:
    """Return the line that stands in a region, or None."""
    return next((line for line in lines if line.region.is_same_line(region)), None)


def _line_at(lines: Sequence[KeyedLine], region: Region) -> int | None:
    return next((number for number, line in enumerate(lines) if line.region.is_same_line(region)), None)


def _with(keyings: tuple[KeyedText, ...], text: KeyedText) -> tuple[KeyedText, ...]:
    """Return what people typed with one more, in place of what the same person typed before."""
    mine = [number for number, each in enumerate(keyings) if _signer(each) == _signer(text)]
    return (*keyings[: mine[0]], text, *keyings[mine[0] + 1 :]) if mine else (*keyings, text)


def _signer(text: KeyedText) -> str:
    return f"file {text.source}" if text.source else text.person or f"actor {text.who}"


def _settle(line: KeyedLine, settlement: Settlement, words: Words) -> KeyedLine:
    """Return a line with a settlement: a third person's stands at once, one of those who typed it needs the other's too."""
    text = _text(settlement.signed, words, is_blind=False)
    took_part = {_signer(each) for each in line.keyings}
    if not text.person or _signer(text) not in took_part:
        return replace(line, settled=text, proposed=None) if text.person else line
    before = line.proposed
    if before and before.typed == text.typed and _signer(before) != _signer(text):
        return replace(line, settled=text, proposed=None)
    return replace(line, proposed=text)


def _text(signed: Signed, words: Words, *, is_blind: bool, source: str = "") -> KeyedText:
    person = "" if source else signed.person
    brought = (source, words.file, words.creator)
    return KeyedText(signed.id, person, signed.who, signed.when, words.typed, is_blind, words.why, *brought)
