"""The tagger of what is counted, paid, dialled and shipped, and of what else points to one thing by its signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.identifiers.identifier_finder import VALUES, Span, identifiers
from kashf.language.measures.amounts import listed_end, may_begin, money_end, quantity_end, sign_behind
from kashf.language.measures.counting_words import ARABIC_MULTIPLIERS, ARABIC_NUMBERS
from kashf.language.measures.currencies import SYMBOLS
from kashf.language.measures.goods import goods_end
from kashf.language.measures.numerals import Tokens
from kashf.language.measures.unit_names import ARABIC_GOODS
from kashf.language.measures.values import money_value, no_value, quantity_value
from kashf.language.words.spans import SpanSet

#: What each rule finds, how sure it is (forms that say themselves what they are more than lists of words) and what it is worth.
_RULES: Final = {
    "money": (MentionType.MONEY, 0.95, money_value),
    "quantity": (MentionType.QUANTITY, 0.9, quantity_value),
    "goods": (MentionType.GOODS, 0.85, no_value),
}
#: How sure identifiers are; the rule is called by the type in small letters.
_IDENTIFIERS: Final = {
    MentionType.IBAN: 0.99,
    MentionType.EMAIL: 0.97,
    MentionType.COORDINATES: 0.95,
    MentionType.PHONE: 0.9,
    MentionType.NUMBER: 0.9,
    MentionType.PLATE: 0.85,
}
#: In order: what an earlier one takes no later one sees.
_MEASURES: Final = (("money", money_end), ("quantity", quantity_end), ("quantity", listed_end), ("goods", goods_end))
#: What an Arabic quantity or weapon may begin with; particles before these are no part of it.
_FIRST: Final = frozenset((*ARABIC_GOODS, *ARABIC_NUMBERS, *ARABIC_MULTIPLIERS))


class MeasureTagger:
    """Finds quantities, money, weapons, goods and identifiers (telephones, addresses of mail, accounts), in Arabic and Latin letters."""

    name = "rules:measures"
    version = ""

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:  # noqa: ARG002 - the port fixes the arguments
        """Return mentions in order; see `ports.taggers.Tagger`.

        A number with what it counts is one quantity (20 rifles, ثلاثة صواريخ); goods without a number stand by themselves.
        """
        tokens = Tokens(text)
        named = identifiers(tokens)
        measured = _measured(tokens, SpanSet(span for span, _ in named))
        found = [_identifier(text, span, type_) for span, type_ in named] + [_mention(text, span, rule) for span, rule in measured]
        return sorted(found, key=lambda mention: mention.start)


def _identifier(text: str, span: Span, type_: MentionType) -> Mention:
    said = text[slice(*span)]
    return Mention(*span, said, type_, f"rules:{type_.value.lower()}", _IDENTIFIERS[type_], VALUES[type_](said))


def _mention(text: str, span: Span, rule: str) -> Mention:
    type_, score, worth = _RULES[rule]
    said = text[slice(*span)]
    return Mention(*span, said, type_, f"rules:{rule}", score, worth(said))


def _measured(tokens: Tokens, taken: SpanSet) -> Iterator[tuple[Span, str]]:
    """Yield money, quantities and goods outside what is taken."""
    free = 0
    for index in [index for index, word in enumerate(tokens.words) if may_begin(word.folded)]:
        if index < free:
            continue
        end, rule = _measure_at(tokens, index)
        span = _span(tokens, index, end, rule) if end > index else (0, 0)
        if end > index and taken.is_free(*span):
            yield span, rule
            free = end


def _measure_at(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return the index behind what begins at a word and the rule that says so; the index itself when nothing does."""
    for rule, measure in _MEASURES:
        if (end := measure(tokens, index)) > index:
            return end, rule
    return index, ""


def _span(tokens: Tokens, index: int, end: int, rule: str) -> Span:
    """Return the place of an expression, with the signs at its ends and without the particles written onto its first word."""
    start, last = tokens.start(index, _FIRST), tokens.words[end - 1]
    if rule == "money" and tokens.before(index) in SYMBOLS:
        return start - 1, last.end
    has_sign = rule in {"money", "quantity"} and last.folded[0].isdigit()
    return start, last.end + (sign_behind(tokens, end) if has_sign else 0)
