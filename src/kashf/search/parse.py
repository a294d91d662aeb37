"""Read what a person typed; a fault is told with its place and with what to type instead."""

from __future__ import annotations

from typing import Final

from kashf.errors import QuerySyntaxError
from kashf.search.lexer import OPERATORS, Token, tokens
from kashf.search.query import Node, all_of, any_of, finds_something, none_of

#: Parentheses within one another.
MOST_NESTED: Final = 50


def parse(query: str) -> Node:
    """Return the tree of a query.

    Raises:
        QuerySyntaxError: It is malformed; carries the place of the fault and a message for the person who typed it.

    >>> parse('Shamali NOT "the north"')
    And(parts=(Word(text='Shamali'), Not(part=Quoted(text='the north', slop=0))))
    """
    pieces = tokens(query)
    node = _Parser(pieces).whole()
    if not finds_something(node):
        raise QuerySyntaxError(
            "NOT only leaves out; say also what to find, as in: order NOT draft", position=pieces[0].position, code="only-not"
        )
    return node


class _Parser:
    """Recursive descent: ORs of ANDs of NOTs, where AND may be left out."""

    def __init__(self, pieces: tuple[Token, ...]) -> None:
        self._pieces = pieces
        self._next = 0

    def whole(self) -> Node:
        node = self._either(nested=0)
        if stray := self._peek():
            raise _stray(stray)
        return node

    def _either(self, *, nested: int) -> Node:
        parts = [self._all(nested=nested)]
        while self._take("OR"):
            parts.append(self._all(nested=nested))
        return any_of(parts)

    def _all(self, *, nested: int) -> Node:
        parts = [self._one(nested=nested)]
        while (token := self._peek()) and token.kind not in {"OR", ")"}:
            self._take("AND")
            parts.append(self._one(nested=nested))
        return all_of(parts)

    def _one(self, *, nested: int) -> Node:
        is_left_out = False
        while self._take("NOT"):
            is_left_out = not is_left_out
        node = self._primary(nested=nested)
        return none_of(node) if is_left_out else node

    def _primary(self, *, nested: int) -> Node:
        token = self._peek()
        if token is None or token.kind in {"AND", "OR", ")"}:
            raise _missing(self._pieces[self._next - 1] if self._next else None, token)
        self._next += 1
        if token.leaf is not None:
            return token.leaf
        if nested >= MOST_NESTED:
            raise QuerySyntaxError(
                f"parentheses stand in one another more than {MOST_NESTED} deep; ask more simply",
                position=token.position,
                code="too-deep",
                most=MOST_NESTED,
            )
        node = self._either(nested=nested + 1)
        if not self._take(")"):
            raise _unclosed(token)
        return node

    def _peek(self) -> Token | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _take(self, kind: str) -> bool:
        token = self._peek()
        if token is None or token.kind != kind:
            return False
        self._next += 1
        return True


def _missing(before: Token | None, after: Token | None) -> QuerySyntaxError:
    """Say what is wrong where a word should stand, between two tokens or at an end of the query."""
    if before and before.kind in OPERATORS:
        return _dangling(before, "after")
    if after and after.kind in OPERATORS:
        return _dangling(after, "before")
    if before and after:
        return QuerySyntaxError("there is nothing between these parentheses", position=before.position, code="empty-parentheses")
    if before:
        return _unclosed(before)
    if after:
        return _stray(after)
    return QuerySyntaxError("there is nothing to search for: type a word or a name", position=0, code="empty-query")


def _dangling(operator: Token, where: str) -> QuerySyntaxError:
    message = f'{operator.kind} needs something {where} it; to find the word itself, put it in quotes: "{operator.kind}"'
    return QuerySyntaxError(message, position=operator.position, code="operator-alone", word=operator.kind)


def _unclosed(opening: Token) -> QuerySyntaxError:
    return QuerySyntaxError("this parenthesis is not closed; add a )", position=opening.position, code="open-parenthesis")


def _stray(closing: Token) -> QuerySyntaxError:
    return QuerySyntaxError(
        "this parenthesis closes nothing; take it out, or add a ( before it", position=closing.position, code="stray-parenthesis"
    )
