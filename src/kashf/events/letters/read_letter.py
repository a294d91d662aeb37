"""Reads a letter or order from its pages: head, foot, cited papers, acts, and what it does by being written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import CitedPaper, Direction, Letter
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.domain.letters.said import PaperNumber, Said
from kashf.events.letters.act_clauses import Clause, clauses
from kashf.events.letters.citations.cited_papers import MOST_CITED, CitingSentence, cited_papers, citing_sentences
from kashf.events.letters.citations.mentioned_papers import numbered_yours, with_mentions
from kashf.events.letters.filled_sheets import is_filled_sheet
from kashf.events.letters.head.line_kinds import letter_lines
from kashf.events.letters.head.placed_lines import placed_lines
from kashf.events.letters.head.read_head import HeadAndFoot, head_and_foot
from kashf.events.letters.purpose.standing import direction_of
from kashf.events.letters.purpose.telling import tells
from kashf.events.letters.read_acts import MOST_ACTS, Setting, acts_of
from kashf.events.letters.sheet_text import SheetText
from kashf.events.letters.speech_acts import PaperSense, speech_act
from kashf.language.words.folding import fold

#: Of number, date, addressee, title, letterhead, signature and so on: how many a letter has at the least.
_LEAST_SIGNS: Final = 2
#: Where quoted words end.
_QUOTE_END: Final = re.compile('[»”"\\]]')
#: Where they begin behind a paper that is cited, with a few words between; and that they are a sentence, and no date or name.
_QUOTE_START: Final = re.compile('[«“"\\[]')
_BEFORE_QUOTE: Final = 40
_IS_SAID: Final = re.compile(r"\s*(?:[^\W\d]+\W+){3}")
#: The lines that kashf puts before the text of a mail.
_MAIL_LINE: Final = re.compile(r"(?:[A-Z][A-Za-z-]{1,30}: [^\n]*\n)+\n?")


def read_letter(
    document: DocumentId, pages: Sequence[Page], *, is_mail: bool = False, lexicon: LetterLexicon = NO_LEXICON
) -> Letter | None:
    """Return a letter as it says of itself; None where the pages show none.

    Args:
        document: Whose pages they are.
        pages: Those that were read surely, in order.
        is_mail: Whether its first page begins with the header lines of a mail, which are not of the letter.
        lexicon: Words of the case beside those of the tables.
    """
    sheet = SheetText(document, pages)
    begin = _behind_mail_head(pages) if is_mail else 0
    lines, stop = placed_lines([each for each in letter_lines(list(sheet.lines()), lexicon) if each.line.start >= begin])
    if not lines:
        return None
    head = head_and_foot(sheet, lines, stop)
    cited, found = _body(sheet, head)
    body = sheet.folded[head.body[0] : head.body[1]]
    greeted = " ".join(sheet.folded[start:end] for start, end in head.greetings)
    way = direction_of(head.offices, head.addressees, f"{greeted} {body}", _sender(head))
    acts = acts_of(sheet, found, Setting(way is Direction.UP, head.title_kind in _ORDERING, head.title_kind in _TELLING, lexicon))
    does = speech_act(_sense(head, acts, way, body, cited, found))
    if does is SpeechAct.ACKNOWLEDGEMENT:
        acts = tuple(each for each in acts if each.force is not Force.RECEIVED)  # what was received is the letter that is answered
    if _signs(head, cited, tells_what=bool(acts) or tells(body)) < _LEAST_SIGNS or is_filled_sheet(sheet, lines, acts):
        return None
    numbers = _numbers(head)
    return Letter(
        offices=tuple(head.offices),
        number=next(iter(numbers), None),
        other_numbers=numbers[1:],
        written=head.dates[0] if head.dates else None,
        dates=tuple(head.dates[1:]),
        place=head.fields.get("place"),
        sender=head.fields.get("sender"),
        addressees=tuple(head.addressees),
        subject=head.fields.get("subject"),
        title=head.fields.get("title"),
        classification=head.fields.get("classification"),
        signatory=head.signatory,
        stamp=head.fields.get("stamp"),
        copies=tuple(head.copies),
        enclosures=tuple(head.enclosures),
        cited=cited,
        direction=way,
        speech_act=does,
        acts=acts,
        hands=tuple(head.hands),
        is_cut=sheet.is_cut or len(acts) >= MOST_ACTS,
    )


def _behind_mail_head(pages: Sequence[Page]) -> int:
    found = _MAIL_LINE.match(pages[0].text) if pages else None
    return found.end() if found else 0


def _sense(
    head: HeadAndFoot, acts: Sequence[Instruction], way: Direction, body: str, cited: Sequence[CitedPaper], found: Sequence[Clause]
) -> PaperSense:
    title = head.fields.get("title")
    return PaperSense(
        head.title_kind,
        head.ticked,
        acts,
        way,
        body,
        cited,
        has_list=_is_list(found),
        has_office=_has_office(head),
        entitled=" ".join(fold(title.text).split()) if title else "",
        to=head.addressees,
    )


def _sender(head: HeadAndFoot) -> str:
    """Return the post or the office that signs, folded; "" where none does."""
    signed = head.signatory
    return fold(" ".join(each.text for each in (signed.post, signed.office) if each)) if signed else ""


def _has_office(head: HeadAndFoot) -> bool:
    """Return whether an office writes: by its letterhead, its number, its stamp, or the post of who signed."""
    signed = head.signatory is not None and (head.signatory.post is not None or head.signatory.office is not None)
    return bool(head.offices or head.numbers or signed or "stamp" in head.fields)


#: Titles of papers whose sentences order.
_ORDERING: Final = ("order", "circular", "decree", "regulation", "appointment", "dismissal", "permit")

#: Titles of papers whose sentences tell what is or was.
_TELLING: Final = ("report", "minutes", "testimony", "certificate", "petition", "receipt", "handover", "list", "proclamation", "threat")


def _is_list(found: Sequence[Clause]) -> bool:
    return sum(each.is_item for each in found) >= _LEAST_ITEMS


#: Items of a list that make a paper one, where they tell of no act.
_LEAST_ITEMS: Final = 3


def _signs(head: HeadAndFoot, cited: Sequence[CitedPaper], *, tells_what: bool) -> float:
    """Return how many signs of a letter there are; 0.0 for what has nothing that only letters have: news has a day and papers, too."""
    signed = head.signatory is not None and (head.signatory.post is not None or head.signatory.office is not None)
    lettered = any(each.score > _SURE_OFFICE for each in head.offices)
    said_to = max((each.said.score for each in head.addressees), default=0.0)
    numbered = max((each.said.score for each in head.numbers), default=0.0)
    formal = 1.0 * sum(map(bool, (head.other_numbers, head.title_kind, head.copies, "stamp" in head.fields, head.hands, signed, lettered)))
    formal += sum(_WEAK if 0 < score < _SURE else bool(score) for score in (said_to, numbered))
    if head.dates:
        formal += _WEAK * (not signed and head.signatory is not None) + _WEAK * (not lettered and bool(head.offices))
    is_empty = head.body[0] >= head.body[1] and not (head.signatory or head.title_kind or head.addressees or head.copies)
    return 0.0 if formal < 1 or is_empty or head.has_byline else formal + sum(map(bool, (head.dates, cited, tells_what)))


#: From here on a number or an addressee is one by a word; what is one by its place counts half.
_SURE: Final = 0.8
_WEAK: Final = 0.5
#: Above this an office of the head was known by its words, and not by its place alone.
_SURE_OFFICE: Final = 0.9


def _body(sheet: SheetText, head: HeadAndFoot) -> tuple[tuple[CitedPaper, ...], tuple[Clause, ...]]:
    """Return the papers that the sentences cite, and the clauses that cite none; quoted ones carry whose words they are."""
    start, end = head.body
    cited: list[CitedPaper] = []
    found: list[Clause] = []
    at = start
    for recited in citing_sentences(sheet, start, end):
        sentence = _with_quote(sheet, recited, end)
        papers = cited_papers(sheet, sentence)
        if not papers:
            continue
        found += clauses(sheet, at, sentence.start)
        at = sentence.end
        cited += papers
        if sentence.is_quote:
            close = _QUOTE_END.search(sheet.folded, sentence.quoted, end)
            stop = close.start() if close else end
            found += clauses(sheet, sentence.quoted, stop, author=_author(papers))
            at = stop
    found += clauses(sheet, min(at, end), end)
    for first, last in head.references:
        yours = numbered_yours(sheet, first, last)
        cited = [*cited, yours] if yours else with_mentions(sheet, first, last, cited)
    cited = with_mentions(sheet, start, end, cited)
    return tuple(sorted(cited, key=lambda each: (each.said.span.page, each.said.span.start))[:MOST_CITED]), tuple(found)


def _with_quote(sheet: SheetText, sentence: CitingSentence, end: int) -> CitingSentence:
    """Return a sentence that recites papers, up to the words that stand in quotation marks or brackets in it or right behind it."""
    opened = None if sentence.is_quote else _QUOTE_START.search(sheet.folded, sentence.start, min(end, sentence.end + _BEFORE_QUOTE))
    closed = _QUOTE_END.search(sheet.folded, opened.end(), end) if opened else None
    if opened is None or closed is None or not _IS_SAID.match(sheet.folded, opened.end(), closed.start()):
        return sentence
    if sentence.end < opened.start() and "." in sheet.folded[sentence.end : opened.start()]:
        return sentence
    return replace(sentence, end=min(sentence.end, opened.start()), quoted=opened.end(), is_quote=True)


def _author(papers: Sequence[CitedPaper]) -> Said | None:
    """Return whose order the quoted words are: of the first paper of the chain, which the others passed on."""
    return next((each.author or each.said for each in papers), None)


def _numbers(head: HeadAndFoot) -> tuple[PaperNumber, ...]:
    """Return the numbers of a paper, its own first; beside one that a word announces, those that only look like one are none."""
    every = (*head.numbers, *head.other_numbers)
    return tuple(each for each in every if each.said.score >= _SURE) or every
