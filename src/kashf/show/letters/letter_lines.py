"""Letters as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from kashf.domain.ids import short_id
from kashf.domain.letters.instructions import Instruction
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.language.words.visible import isolate
from kashf.services.letters.enclosed_papers import EnclosedPaper, EnclosedSign, PerhapsEnclosed
from kashf.services.letters.list_letters import LetterList, ListedLetter
from kashf.show.counted import many
from kashf.show.letters.told_corrections import correction_line
from kashf.show.plain import plain
from kashf.show.wording import wording


def letters_answer(found: LetterList, enclosed: Mapping[str, Sequence[EnclosedPaper]] = MappingProxyType({})) -> dict[str, Any]:
    """Return letters as JSON values, with what was left out."""
    answer = dict(plain(found))
    answer["letters"] = [letter_answer(each, enclosed.get(each.id, ())) for each in found.letters]
    return answer


def letter_answer(listed: ListedLetter, enclosed: Sequence[EnclosedPaper] = ()) -> dict[str, Any]:
    """Return one letter as JSON values: document, path, what it says at the same level, and what people corrected."""
    told = {"corrections": plain(listed.corrections), "read": plain(listed.read)} if listed.corrections else {}
    return {
        "id": listed.id,
        "document": listed.document,
        "path": listed.path,
        "is_masked": listed.is_masked,
        **plain(listed.letter),
        **({"enclosed": plain(tuple(enclosed))} if enclosed else {}),
        **told,
    }


def letter_lines_of(listed: ListedLetter, enclosed: Sequence[EnclosedPaper] = ()) -> Iterator[str]:
    """Yield one letter as lines: what it is first, then what it says, a line a field; what it does not say has none."""
    letter = listed.letter
    number, day = _number(letter.number), _date(letter.written)
    does = letter.speech_act.value if letter.speech_act else "letter"
    masked = "; some of it is sealed" if listed.is_masked else ""
    part = f", letter {letter.part.nth} of {letter.part.of} from p. {letter.part.page} on" if letter.part else ""
    yield f"{short_id(listed.id)}  {does}  no. {number or '-'}  {day or 'no date'}  {isolate(listed.path)}{part}{masked}"
    yield from (f"  {label}: {words}" for label, words in _fields(letter) if words)
    yield from (f"  encloses: {_enclosed(each)}" for each in enclosed)
    yield from (f"  cites: {_cited(each)}" for each in letter.cited)
    yield from (f"  {_act(each)}" for each in letter.acts)
    yield from (f"  by another hand, {each.kind}: {isolate(each.said.text)}" for each in letter.hands)
    yield from (f"  {correction_line(each)}" for each in listed.corrections)
    if letter.is_cut:
        yield "  it is longer than is read"


def left_out_of_letters(found: LetterList) -> str:
    """Return in one line what the list of letters leaves out."""
    of = f" of {found.of}" if found.of > found.total else ""
    return (
        f"{many(found.total, 'letter')}{of}; {found.without_number} without a number, {found.without_date} without a date of writing; "
        f"{not_letters(found.no_letters, found.unsure, found.partly_read, found.beyond)}"
    )


def read_in_part(documents: int, beyond: int) -> str:
    """Return how many documents with letters were not read to their end, and how many letters begin behind what is read; "" for none."""
    if not documents:
        return ""
    more = f": {many(beyond, 'letter')} beyond their limit {'was' if beyond == 1 else 'were'} not read" if beyond else ""
    return f"{many(documents, 'document was', 'documents were')} read in part{more}"


def not_letters(no_letters: int, unsure: int, partly_read: int, beyond: int) -> str:
    """Return how many documents are no letters, and how many were read too unsurely to tell, as the end of a line on what is left out."""
    part = read_in_part(partly_read, beyond)
    no_letters_words = many(no_letters, "document is no letter", "documents are no letters")
    return f"{no_letters_words}, {many(unsure, 'was', 'were')} read too unsurely{f'; {part}' if part else ''}"


def _fields(letter: Letter) -> Iterator[tuple[str, str]]:
    signed = letter.signatory
    yield "from", " > ".join(isolate(each.text) for each in letter.offices)
    yield "to", "; ".join(f"{isolate(each.said.text)} ({each.kind.value})" for each in letter.addressees)
    yield "sender", _said(letter.sender)
    yield "about", _said(letter.subject)
    yield "title", _said(letter.title)
    yield "marked", _said(letter.classification)
    yield "place", _said(letter.place)
    yield "signed", ", ".join(_said(each) for each in (signed.name, signed.post, signed.office) if each) if signed else ""
    yield "stamp", _said(letter.stamp)
    yield "copies", "; ".join(_said(each.said) for each in letter.copies)
    witness = letter.witness
    yield "witness", ", ".join(_said(each) for each in (witness.name, witness.role) if each) if witness else ""


def _cited(cited: CitedPaper) -> str:
    said = (_said(cited.kind), _said(cited.author), _number(cited.number), _date(cited.date))
    what = "quoted" if cited.is_quoted else "answered" if cited.is_answered else ""
    return ", ".join(each for each in (*said, what) if each)


def _enclosed(paper: EnclosedPaper) -> str:
    if not paper.perhaps:
        return f"{_said(paper.said)}: not in the pile as far as can be seen"
    return f"{_said(paper.said)}: {'; '.join(map(_perhaps, paper.perhaps))}"


def _perhaps(found: PerhapsEnclosed) -> str:
    words = f" ({' '.join(map(isolate, found.words))})" if found.words else ""
    say = wording("en").table
    signs = ", ".join(f"{say[f'enclosed_sign.{sign.value}']}{words if sign is EnclosedSign.SAME_WORDS else ''}" for sign in found.signs)
    return f"perhaps {short_id(found.id)} {isolate(found.path)} [{signs}; {found.score:.1f}]"


def _act(act: Instruction) -> str:
    things = ", ".join(isolate(each.said.text) for each in act.things)
    said = (
        ("who", _said(act.who)),
        ("on the order of", _said(act.author)),
        ("things", things),
        ("people", _all(act.people)),
        ("from", _said(act.origin)),
        ("to", _said(act.goal)),
        ("by", isolate(act.by_when.said.text) if act.by_when else ""),
    )
    told = "; ".join(f"{label} {words}" for label, words in said if words)
    return f"{act.force.value}: {act.kind}{'; ' + told if told else ''} [{isolate(act.said.text)}]"


def _said(said: Said | None) -> str:
    return isolate(said.text) if said else ""


def _all(said: Sequence[Said]) -> str:
    return "; ".join(map(_said, said))


def _number(number: PaperNumber | None) -> str:
    return _readings([isolate(each) for each in (number.normal, *number.also_read)], is_unseen=number.is_unseen) if number else ""


def _date(date: PaperDate | None) -> str:
    if date is None:
        return ""
    readings = [date.date.edtf() or isolate(date.said.text), *(each.edtf() for each in date.also_read)]
    return _readings(readings, is_unseen=date.is_unseen)


def _readings(readings: Sequence[str], *, is_unseen: bool) -> str:
    """Return what a machine read, with what else it may be; of what nobody looked at it is said."""
    if readings[1:]:
        return f"{' or '.join(readings)}; look at the paper"
    return f"{readings[0]} (not confirmed)" if is_unseen else readings[0]
