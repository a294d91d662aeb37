"""What a person may have meant otherwise: a word that was taken for an operator, one that looks like one, a field that there is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kashf.search.lexer import LOOKS_LIKE, SAID_FOR, Token, tokens


class AdviceCode(StrEnum):
    """Kinds of advice."""

    #: A word between two others was taken for AND or OR.
    TAKEN_AS_OPERATOR = "taken-as-operator"
    #: A word was looked for that may have been meant to leave something out.
    NOT_AN_OPERATOR = "not-an-operator"
    #: A word and a colon were looked for as text.
    NOT_A_FIELD = "not-a-field"


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice on a query.

    Args:
        code: Which.
        word: The word of the query that it is about, as typed.
        meant: The operator that it was taken for; "" for none.
    """

    code: AdviceCode
    word: str
    meant: str = ""


def advice(query: str) -> tuple[Advice, ...]:
    """Return what to tell whoever typed a query, each once.

    >>> [(each.code.value, each.word, each.meant) for each in advice("oil or gas not subject:bread")]
    [('taken-as-operator', 'or', 'OR'), ('not-an-operator', 'not', ''), ('not-a-field', 'subject:bread', '')]

    Raises:
        QuerySyntaxError: The query is malformed.
    """
    said = (token for token in tokens(query) if token.said[:1].isalpha())
    return tuple(dict.fromkeys(_of(token) for token in said if token.kind or token.said not in SAID_FOR))


def _of(token: Token) -> Advice:
    if token.kind:
        return Advice(AdviceCode.TAKEN_AS_OPERATOR, token.said, token.kind)
    is_field = ":" in token.said
    return Advice(AdviceCode.NOT_A_FIELD if is_field else AdviceCode.NOT_AN_OPERATOR, token.said, "NOT" if token.said in LOOKS_LIKE else "")
