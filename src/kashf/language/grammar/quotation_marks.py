"""Names in quotation marks: operations, passwords and groups under cover, and units whose name is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.grammar.latin.latin_shapes import vocabulary
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words, words

_QUOTED: Final = re.compile('«([^«»]{1,60})»|“([^“”]{1,60})”|„([^„“”]{1,60})[“”]|"([^"\n]{1,60})"')
#: Characters before and behind a quotation that may say what it names.
_BESIDE: Final = 40
_MOST_WORDS: Final = 6
_NAMED, _AGAIN, _BARE = 0.9, 0.8, 0.45
#: A short quotation in Arabic that nothing explains has at most so many words to be a name at all.
_MOST_BARE: Final = 3


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What stands in quotation marks.

    Attributes:
        start: First code point within the marks.
        end: One past the last.
        outer: Where the opening mark stands.
        words: Its folded words.
    """

    start: int
    end: int
    outer: int
    words: tuple[Folded, ...]


def find_quoted(text: str) -> Iterator[Mention]:
    """Yield names in quotation marks, in order; one that a page once calls a code name is one wherever it quotes it."""
    quotations = list(_quotations(text))
    kinds = [_what(text, each) for each in quotations]
    known = {each.words for each, kind in zip(quotations, kinds, strict=True) if kind is MentionType.CODE_NAME}
    for each, kind in zip(quotations, kinds, strict=True):
        if kind:
            yield _mention(text, each, type_=kind, score=_NAMED)
        elif each.words in known:
            yield _mention(text, each, type_=MentionType.CODE_NAME, score=_AGAIN)
        elif _may_be_name(text, each):
            yield _mention(text, each, type_=MentionType.CODE_NAME, score=_BARE)


def _quotations(text: str) -> Iterator[_Quotation]:
    for found in _QUOTED.finditer(text):
        group = found.lastindex or 1
        inner = words(found[group])
        if 0 < len(inner) <= _MOST_WORDS:
            start = found.start(group)
            yield _Quotation(start + inner[0].start, start + inner[-1].end, found.start(), tuple(word.folded for word in inner))


def _what(text: str, quotation: _Quotation) -> MentionType | None:
    """Return what the words beside a quotation say that it is, None when they say nothing."""
    before = folded_words(text[max(0, quotation.outer - _BESIDE) : quotation.outer].rpartition("\n\n")[2])
    behind = folded_words(text[quotation.end + 1 : quotation.end + _BESIDE])[:2]
    last = before[-1:]
    if (last and look_up(last[0]).kind & (Kind.UNIT | Kind.OFFICE)) or vocabulary("QUOTED_UNIT_HEADS").intersection(last):
        return MentionType.GROUP
    if vocabulary("QUOTED_UNIT_TAILS").intersection(behind[:1]):
        return MentionType.GROUP
    if any(_is_code_trigger(word) for word in last) or vocabulary("CODE_TRIGGERS").intersection(before[-3:]):
        return MentionType.CODE_NAME
    is_code_name = before[-2:] == ["code", "name"] or bool(vocabulary("CODE_TAILS").intersection(behind))
    return MentionType.CODE_NAME if is_code_name else None


def _is_code_trigger(word: Folded) -> bool:
    return any(look_up(Folded(form)).kind & Kind.CODE for form in (word, word[1:]) if form and not form.isascii())


def _may_be_name(text: str, quotation: _Quotation) -> bool:
    """Return whether a short Arabic quotation has nothing in it that no name has."""
    if text[quotation.outer] not in '«"' or len(quotation.words) > _MOST_BARE or quotation.words[0].isascii():
        return False
    return not any(look_up(word).kind & (Kind.STOP | Kind.VERB) for word in quotation.words)


def _mention(text: str, quotation: _Quotation, *, type_: MentionType, score: float) -> Mention:
    rule = "quoted" if score > _BARE else "quoted-bare"
    return Mention(quotation.start, quotation.end, text[quotation.start : quotation.end], type_, f"rules:{rule}", score)
