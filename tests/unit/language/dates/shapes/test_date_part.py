"""Walking over the pieces of a date."""

from kashf.language.dates.date_pieces import pieces_of
from kashf.language.dates.shapes.date_part import PieceWalk
from kashf.language.words.tokens import words


def test_a_piece_is_near_where_only_signs_of_dates_stand_between() -> None:
    text = "3 May 2014 AD on 4"
    walk = PieceWalk(text, pieces_of(text, words(text)))

    assert walk.near(1) is not None
    assert (True, "ad") == (walk.is_capital(walk.pieces[1]), (era := walk.era(3)) and era.written)
    assert walk.piece(99) is None
