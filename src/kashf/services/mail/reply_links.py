"""What answers what: by the ids that messages name, else by subject, people and time; and who is named but not there.

Source: Zawinski, "message threading" (1997), and RFC 5256, without joining by subject alone, which makes one thread of every "Hello".
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.services.case.messages import Message, Quotation

#: Earlier messages of one subject that an answer without ids is compared with.
_LOOKED_BACK: Final = 50
_FIRST: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(slots=True, eq=False)
class Node:
    """A place in a thread.

    Args:
        id: Message-ID; "" for a message that has none, and for a mail that is only known from what quotes it.
        copies: The message in each file that holds it; empty for a ghost, a mail that is cited or quoted and not in the pile.
        quotation: What quotes say of a ghost; None when nothing quotes it.
        cited_by: The message that cites or quotes a ghost, the earliest that was seen.
        above: What it answers.
        below: What answers it, in order of time.
    """

    id: str
    copies: tuple[Message, ...] = ()
    quotation: Quotation | None = None
    cited_by: Message | None = None
    above: Node | None = None
    below: list[Node] = field(default_factory=list)

    @property
    def message(self) -> Message | None:
        """The message; None for a ghost."""
        return self.copies[0] if self.copies else None

    @property
    def moment(self) -> dt.datetime:
        """When it was sent; of a ghost, when the first that cites it was; the beginning of time where nothing says it."""
        told = self.message or self.cited_by
        return (told.moment if told else None) or _FIRST


def linked(groups: Sequence[tuple[Message, ...]]) -> tuple[Node, ...]:
    """Return the first node of each thread, with all others below; every message is in exactly one place.

    Args:
        groups: The messages, those that are one together.
    """
    nodes = sorted((Node(some[0].id, some) for some in groups), key=lambda node: (node.moment, node.id))
    by_id: dict[str, Node] = {}
    for node in nodes:
        if node.id:
            by_id.setdefault(node.id, node)
    ghosts: list[Node] = []
    for node in nodes:
        ghosts += _put_below_ids(node, by_id)
    by_topic = _by_topic(nodes)
    for node in nodes:
        if node.above is None:
            ghosts += _put_below_words(node, by_topic)
    return _roots([*nodes, *ghosts])


def walk(root: Node) -> Iterator[tuple[int, Node]]:
    """Yield each node of a thread with its depth, answers behind what they answer, in order of time."""
    waiting = [(0, root)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, node
        waiting.extend((depth + 1, each) for each in sorted(node.below, key=lambda each: (each.moment, each.id), reverse=True))


def _put_below_ids(node: Node, by_id: dict[str, Node]) -> list[Node]:
    """Put a message below the last id it names, and yield nodes for those that are named and not there."""
    message, ghosts, above = node.copies[0], [], None
    for id in message.parents:
        if id == node.id:
            continue
        if id not in by_id:
            by_id[id] = Node(id, cited_by=message)
            ghosts.append(by_id[id])
        below = by_id[id]
        if above is not None and below.above is None and not below.copies:
            _put(below, above)
        above = below
    if above is not None:
        _put(node, above)
        if not above.copies and above.quotation is None:
            above.quotation = message.quotations[0] if message.quotations else None
    return ghosts


def _put(node: Node, above: Node) -> None:
    """Put a node below another; circles, which only wrong ids make, are opened when all are put."""
    if node is not above:
        node.above = above


def _by_topic(nodes: Sequence[Node]) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.copies[0].topic:
            found[node.copies[0].topic].append(node)
    return found


def _put_below_words(node: Node, by_topic: Mapping[str, list[Node]]) -> list[Node]:
    """Put an answer that names no id below the message it seems to answer; where none is there, below the ghost that it quotes."""
    message = node.copies[0]
    if not message.quotations and not message.is_answer:
        return []
    same_topic = by_topic.get(message.topic, [])
    at = same_topic.index(node) if len(same_topic) <= _LOOKED_BACK else _place(same_topic, node)
    before = same_topic[max(0, at - _LOOKED_BACK) : at][::-1]
    for fits in (_is_quoted, _may_answer):
        if found := next((earlier for earlier in before if fits(message, earlier.copies[0])), None):
            _put(node, found)
            return []
    if not message.quotations:
        return []
    ghost = Node("", quotation=message.quotations[0], cited_by=message)
    _put(node, ghost)
    return [ghost]


def _place(nodes: Sequence[Node], node: Node) -> int:
    """Return where a node stands among nodes in order of time."""
    low, high = 0, len(nodes)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if (nodes[middle].moment, nodes[middle].id) < (node.moment, node.id) else (low, middle)
    return low


def _is_quoted(message: Message, earlier: Message) -> bool:
    """Return whether a message is by whom the first quotation of a later one of the same subject names as its sender."""
    return any(_names_sender(each.sender.lower(), earlier) for each in message.quotations[:1])


def _may_answer(message: Message, earlier: Message) -> bool:
    """Return whether a message of the same subject is by somebody to whom this one goes, or whom it quotes."""
    said = " ".join((message.recipients, *(f"{each.sender} {each.said}" for each in message.quotations))).lower()
    return _names_sender(said, earlier)


def _names_sender(said: str, message: Message) -> bool:
    name = message.sender.partition("<")[0].strip(' "').lower()
    return bool(message.address) and (message.address in said or (len(name) > 1 and name in said))


def _roots(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the first node of each thread; of messages that answer each other in a circle the first in `nodes`."""
    for node in nodes:
        if node.above is not None:
            node.above.below.append(node)
    roots = [node for node in nodes if node.above is None]
    reached = {each for root in roots for _, each in walk(root)}
    for node in nodes:
        if node not in reached and node.above is not None:
            node.above.below.remove(node)
            node.above = None
            roots.append(node)
            reached |= {each for _, each in walk(node)}
    return tuple(roots)
