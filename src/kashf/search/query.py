"""The query language: what a person types becomes a tree, or a message that says where and why it cannot.

Words side by side must all stand in a document, or in one passage of it where that is asked for. AND, OR and NOT in capitals join them,
and a few signs and words that people use for these; parentheses group, quotes hold a phrase together, "a phrase"~2 lets two words come
between, word~ and word~2 allow one or two wrong letters, * stands for any letters of a word and ? for one, /expression/ is a regular
expression on one word. Fields narrow to documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several joined by hyphens and the like, as typed; found in all its forms and spellings."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words next to one another, in order, as typed; up to `slop` other words between them."""

    text: str
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any word that begins like this."""

    text: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Any word that fits, with `*` for any letters and `?` for one."""

    text: str


@dataclass(frozen=True, slots=True)
class Expression:
    """Any word that a regular expression fits, given without its slashes."""

    text: str


@dataclass(frozen=True, slots=True)
class Similar:
    """Any word that differs by at most `distance` letters, 1 or 2."""

    text: str
    distance: int = 1


@dataclass(frozen=True, slots=True)
class Narrow:
    """Only documents of which a field has this value."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds; parts are never And themselves."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds; parts are never Or themselves."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part, which is not a Not itself, does not hold."""

    part: Node


Leaf = Term | Quoted | Beginning | Wildcard | Expression | Similar | Narrow
Node = Leaf | And | Or | Not


def all_of(parts: list[Node]) -> Node:
    """Return the parts joined by AND, flat."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(parts: list[Node]) -> Node:
    """Return the parts joined by OR, flat."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def none_of(part: Node) -> Node:
    """Return what holds when the part does not."""
    return part.part if isinstance(part, Not) else Not(part)


def finds_something(node: Node) -> bool:
    """Return whether a passage has to contain or be something to answer; false for what only leaves out.

    >>> finds_something(Not(Term("x"))), finds_something(And((Term("y"), Not(Term("x")))))
    (False, True)
    """
    match node:
        case Not():
            return False
        case And(parts):
            return any(map(finds_something, parts))
        case Or(parts):
            return all(map(finds_something, parts))
        case _:
            return True


def every_leaf(node: Node) -> Iterator[Leaf]:
    """Yield all that a query names, in the order it was typed, also what it leaves out."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from every_leaf(part)
        case Not(part):
            yield from every_leaf(part)
        case _:
            yield node


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield what the query looks for, in the order it was typed; what it leaves out is not among it."""
    match node:
        case Not():
            return
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield node


def render(node: Node) -> str:
    """Return the query as it can be typed; parsing it again gives the same tree.

    >>> render(And((Or((Term("a"), Term("b"))), Not(Quoted("c d", 2)))))
    '(a OR b) NOT "c d"~2'
    """
    match node:
        case And(parts):
            return " ".join(f"({render(part)})" if isinstance(part, Or) else render(part) for part in parts)
        case Or(parts):
            return " OR ".join(map(render, parts))
        case Not(part):
            return f"NOT ({render(part)})" if isinstance(part, And | Or) else f"NOT {render(part)}"
        case _:
            return _render_leaf(node)


def explain(node: Node) -> str:
    """Return what is looked for in words for a person.

    >>> explain(And((Term("Shamali"), Narrow("date", "2014"))))
    'Shamali and written 2014'
    """
    match node:
        case And(parts):
            return " and ".join(f"({explain(part)})" if isinstance(part, Or) else explain(part) for part in parts)
        case Or(parts):
            return " or ".join(f"({explain(part)})" if isinstance(part, And) else explain(part) for part in parts)
        case Not(part):
            return f"not ({explain(part)})" if isinstance(part, And | Or) else f"not {explain(part)}"
        case _:
            return _explain_leaf(node)


def _render_leaf(leaf: Leaf) -> str:
    match leaf:
        case Term(text) | Wildcard(text):
            return text
        case Quoted(text, slop):
            return f'"{text}"~{slop}' if slop else f'"{text}"'
        case Beginning(text):
            return f"{text}*"
        case Expression(text):
            return f"/{text}/"
        case Similar(text, distance):
            return f"{text}~{distance}"
        case Narrow(field, value):
            return f'{field}:"{value}"'


#: The day on which the paper says it was written, and that which the metadata of its file give.
_FIELD_WORDS = {"date": "written", "file-date": "file date"}


def _explain_leaf(leaf: Leaf) -> str:
    match leaf:
        case Term(text):
            return text
        case Quoted(text, slop):
            return f'"{text}"' + (f" with up to {slop} words between" if slop else "")
        case Beginning(text):
            return f"words beginning with {text}"
        case Wildcard(text) | Expression(text):
            return f"words that fit {text}"
        case Similar(text, distance):
            return f"words within {distance} {'letters' if distance > 1 else 'letter'} of {text}"
        case Narrow(field, value):
            return f"{_FIELD_WORDS.get(field, field)} {value}"
