"""What corrections of letters teach: labels, titles and openings of acts that were not known, held against all that people judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_corrections import FieldOfLetter, LetterField
from kashf.domain.letters.letter_lexicon import LetterLexicon
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.act_words import FORCES, JOINED
from kashf.language.tables.letters.deeds.act_phrases import ACTS
from kashf.language.tables.letters.head_phrases import ADDRESSED, ADDRESSED_WITH_SIGN, LABELS
from kashf.language.tables.letters.structure.paper_kinds import TITLES
from kashf.language.words.folding import fold
from kashf.services.correcting.lexicon_decisions import is_phrase
from kashf.services.letters.corrections.typed_fields import act_at, span_in
from kashf.services.letters.keep_letters import letters_on

#: What a label of a field announces.
_LABELLED: Final = {
    LetterField.NUMBER: "number",
    LetterField.DATE: "date",
    LetterField.SUBJECT: "subject",
    LetterField.ADDRESSEE: "addressee",
    LetterField.COPIES: "copies",
}
#: Where a label may begin: at the beginning of a line, or behind a gap in it.
_GAP: Final = re.compile(r"\t|\s{2,}|[|]")
_SIGNS: Final = " .:/؛-–(\u200e\u200f"
#: Words of a label, and of what opens an act.
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class JudgedLetter:
    """A letter of which people said something.

    Args:
        document: Which.
        pages: Its pages.
        type: Its media type.
        truth: The letter as it stands.
        places: The fields that people judged, with the words on the page where they pointed at some.
        seconds: What else machines read on its pages.
        nth: Which letter of its document, from 1, where that holds several; 0 where it has it for itself.
    """

    document: DocumentId
    pages: tuple[Page, ...]
    type: str
    truth: Letter
    places: Mapping[FieldOfLetter, Span | None]
    seconds: tuple[Page, ...] = ()
    nth: int = 0

    @property
    def id(self) -> tuple[DocumentId, int]:
        """By which it is told from other letters."""
        return self.document, self.nth


@dataclass(frozen=True, slots=True)
class Lesson:
    """A phrase that letters could be read by.

    Args:
        part: "labels", "titles" or "openers".
        code: What it announces, does or opens.
        phrase: As it is written.
        right: Letters that people judged which are read rightly with it, and were not without, or in which it announces what was.
        contradicted: Those that are read otherwise with it than people say.
    """

    part: str
    code: str
    phrase: str
    right: int
    contradicted: int

    @property
    def is_learnt(self) -> bool:
        """Whether it is worth learning: it helped, and nothing speaks against it."""
        return self.right > 0 and self.contradicted == 0


def lessons_of(judged: Sequence[JudgedLetter], lexicon: LetterLexicon) -> tuple[Lesson, ...]:
    """Return what letters that people judged teach beside a lexicon, what helped most first.

    Args:
        judged: All that were judged.
        lexicon: What is known already.
    """
    found = (each for letter in judged for each in _candidates(letter))
    candidates = dict.fromkeys(each for each in found if is_phrase(each[2]) and not _is_known(*each) and each not in _pairs(lexicon))
    before = {letter.id: _read(letter, lexicon) for letter in judged}
    lessons = [_held_against(judged, before, lexicon, *each) for each in candidates]
    return tuple(sorted((each for each in lessons if each.right or each.contradicted), key=lambda each: (-each.right, each.phrase)))


def with_lessons(lexicon: LetterLexicon, lessons: Sequence[Lesson]) -> LetterLexicon:
    """Return a lexicon with what was learnt."""
    for each in lessons:
        known = getattr(lexicon, each.part)
        lexicon = replace(lexicon, **{each.part: tuple(dict.fromkeys((*known, (each.code, each.phrase))))})
    return lexicon


def _pairs(lexicon: LetterLexicon) -> frozenset[tuple[str, str, str]]:
    return frozenset((part, code, phrase) for part, phrases in lexicon.as_json().items() for code, phrase in phrases)


def _candidates(letter: JudgedLetter) -> Iterator[tuple[str, str, str]]:
    """Yield what could be learnt of a letter: the part of a lexicon, the code, and the phrase."""
    texts = {page.number: page.text for page in letter.pages}
    for about, place in letter.places.items():
        if place is None or place.page not in texts:
            continue
        text = texts[place.page]
        if about.field in _LABELLED:
            yield "labels", _LABELLED[about.field], label_before(text, place.start)
        elif about.field is LetterField.DOES and letter.truth.speech_act:
            yield "titles", letter.truth.speech_act.value, " ".join(text[place.start : place.end].split())
        elif about.field is LetterField.ACT and not about.part and (act := act_at(letter.truth, about)):
            yield "openers", act.force.value, _opener(text[place.start : place.end])


def label_before(text: str, start: int) -> str:
    """Return the words before a place on its line that could be its label; "" where none are."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip(_SIGNS)
    label = _GAP.split(line)[-1].strip(_SIGNS)
    return label if len(label.split()) <= _MOST_WORDS else ""


def _opener(clause: str) -> str:
    """Return the words of a clause before the word for the act, which say what is done with it; "" where there are none or too many."""
    folded = fold(clause)
    found = re.search(rf"(?<!\w)(?:{JOINED})?{_ACT_WORDS}{WORD_END}", folded)
    count = len(folded[: found.start()].split()) if found else 0
    words = " ".join(clause.split()[:count]).strip(_SIGNS + "،,")
    return words if count <= _MOST_WORDS else ""


def _held_against(
    judged: Sequence[JudgedLetter],
    before: Mapping[tuple[DocumentId, int], Letter],
    lexicon: LetterLexicon,
    part: str,
    code: str,
    phrase: str,
) -> Lesson:
    lesson = Lesson(part, code, phrase, 0, 0)
    taught = with_lessons(lexicon, [lesson])
    right = contradicted = 0
    for letter in judged:
        if fold(phrase) not in fold("\n".join(page.text for page in letter.pages)):
            continue
        after = _read(letter, taught)
        verdicts = {_verdict(letter, about, before[letter.id], after, lesson) for about in letter.places}
        right += verdicts >= {True} and False not in verdicts
        contradicted += False in verdicts
    return replace(lesson, right=right, contradicted=contradicted)


def _verdict(letter: JudgedLetter, about: FieldOfLetter, before: Letter, after: Letter, lesson: Lesson) -> bool | None:
    """Return whether a field is read rightly with a phrase; None where the phrase has nothing to do with how it is read."""
    was, truth = says(before, about), says(letter.truth, about)
    if says(after, about) == was and not _announces(letter, span_in(after, about), lesson.phrase):
        return None
    if says(after, about) == truth:
        return True
    return False if was == truth or about.field in _taught_fields(lesson.part, lesson.code) else None


def _announces(letter: JudgedLetter, place: Span | None, phrase: str) -> bool:
    """Return whether a phrase stands before a value with the sign of a label between them: so it announces what is read without it."""
    if place is None:
        return False
    text = next((page.text for page in letter.pages if page.number == place.page), "")
    behind = text[text.rfind("\n", 0, place.start) + 1 : place.start].rpartition(phrase)[2]
    return label_before(text, place.start) == phrase and any(sign in behind for sign in ":/؛")


def _is_known(part: str, code: str, phrase: str) -> bool:
    """Return whether the tables have a phrase already."""
    table = {
        "labels": LABELS.get(code, f"{ADDRESSED}|{ADDRESSED_WITH_SIGN}"),
        "titles": TITLES.get(code, ""),
        "openers": FORCES.get(code, ""),
    }
    return fold(phrase) in {fold(each) for each in table[part].split("|")}


def _taught_fields(part: str, code: str) -> frozenset[LetterField]:
    """Return the fields that a phrase is to help with."""
    if part == "labels":
        return frozenset(field for field, label in _LABELLED.items() if label == code)
    return frozenset({LetterField.DOES if part == "titles" else LetterField.ACT})


def _read(letter: JudgedLetter, lexicon: LetterLexicon) -> Letter:
    found = letters_on(letter.document, letter.pages, letter.seconds, type=letter.type, lexicon=lexicon)
    return next((each for each in found if each.part and each.part.nth == letter.nth), found[0] if found else Letter())


def says(letter: Letter, about: FieldOfLetter) -> object:
    """Return what a letter says in a field, so that equal things compare equal."""
    act = act_at(letter, about)
    told = _SAYS.get(about.field)
    return (act.kind, act.force) if act else told(letter) if told else None


_SAYS: Final[Mapping[LetterField, Callable[[Letter], object]]] = {
    LetterField.NUMBER: lambda letter: letter.number.normal if letter.number else None,
    LetterField.DATE: lambda letter: letter.written.date.edtf() if letter.written else None,
    LetterField.OFFICE: lambda letter: tuple(fold(each.text) for each in letter.offices),
    LetterField.ADDRESSEE: lambda letter: frozenset(fold(each.said.text) for each in letter.addressees),
    LetterField.SUBJECT: lambda letter: fold(letter.subject.text) if letter.subject else None,
    LetterField.COPIES: lambda letter: frozenset(fold(each.said.text) for each in letter.copies),
    LetterField.DOES: lambda letter: letter.speech_act,
}
_ACT_WORDS: Final = any_of("|".join(ACTS.values()))
