from __future__ import annotations

from kashf.domain.date import UNDATED
from kashf.services.case.conversations import SaidMessage
from kashf.web.text.message_blocks import message_blocks
from kashf.web.text.page_text import TextView, lines

TEXT = "Chat: North\n\nFrom: Salim\nDate: 2014\n\none\ntwo\n\nFrom: Omar\n\nthree"


def message(start: str, end: str, body: str) -> SaidMessage:
    """Return the message from one word to the end of another."""
    return SaidMessage(1, TEXT.index(start), TEXT.index(end) + len(end), TEXT.index(body), "Salim", "", UNDATED, False, ())


def test_lines_are_told_message_by_message_heads_apart() -> None:
    said = (message("From: Salim", "two", "one"), message("From: Omar", "three", "three"))
    blocks = message_blocks(tuple(lines(TEXT, TextView())), said)

    def words(some: object) -> list[str]:
        return ["".join(piece.text for piece in line.pieces) for line in some]  # type: ignore[attr-defined]  # lines, of either kind of tuple

    assert [
        ([], ["Chat: North", ""], None),
        (["From: Salim", "Date: 2014", ""], ["one", "two"], said[0]),
        ([], [""], None),
        (["From: Omar", ""], ["three"], said[1]),
    ] == [(words(block.head), words(block.lines), block.message) for block in blocks]


def test_a_page_without_messages_is_one_block() -> None:
    whole = tuple(lines("one\ntwo", TextView()))

    assert [(whole, None)] == [(block.lines, block.message) for block in message_blocks(whole, ())]
