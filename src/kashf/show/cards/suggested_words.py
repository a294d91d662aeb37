"""The wording that kashf suggests for a sentence card, in the words of ICD 203; it stands beside the reporter's own."""

from __future__ import annotations

from kashf.domain.cards.card_entries import BoardRow, CardStrip
from kashf.services.cards.show_board import ShownBoard, show_board
from kashf.services.cards.show_card import ShownCard, show_card
from kashf.services.cards.write_card import find_card
from kashf.services.case.open import OpenCase
from kashf.show.wording import LANGUAGES, wording


def suggested_wording(shown: ShownCard, board: ShownBoard | None, language: str) -> str:
    """Return the wording from the leading row's range; "" where no row leads alone, or nothing on the card supports the sentence.

    Args:
        shown: The card.
        board: Its board.
        language: "en" or "ar".
    """
    if board is None or board.likely is None or not board.strips:
        return ""
    words, table = board.likely, wording(language).table
    (leader,) = board.leaders
    who = "both" if len(board.strips) > 1 else "papers" if board.strips == (CardStrip.PAPER,) else "people"
    key = who if leader is BoardRow.AS_READ else "other"
    row = table[f"board_row.{leader.value.replace('-', '_')}"]
    likely = words.arabic if language == "ar" else words.english
    return table[f"suggested.{key}"].format(sentence=" ".join(shown.sentence.split()), row=row, words=likely)


def suggested_lines(shown: ShownCard, board: ShownBoard | None) -> tuple[str, ...]:
    """Return the wording in each language that the interface has; () where there is none."""
    return tuple(text for language in LANGUAGES if (text := suggested_wording(shown, board, language)))


def suggested_for(case: OpenCase, card: str) -> str:
    """Return what is kept with a clearing: the wording in each language, one a line.

    Raises:
        NotFoundError: No such card.
    """
    shown = show_card(case, find_card(case, card), reader="")
    return "\n".join(suggested_lines(shown, show_board(case, shown)))
