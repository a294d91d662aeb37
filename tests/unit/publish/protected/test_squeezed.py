"""Letters of a text without what divides them keep their places."""

from kashf.publish.protected.squeezed import in_words, without_words


def test_letters_know_where_they_come_from() -> None:
    text = "the Dar-\n  wazi fam_ily"

    (place,) = without_words(in_words(text)).places("darwazi")

    assert "Dar-\n  wazi" == text[slice(*place)]


def test_a_ligature_and_a_folded_letter_share_their_place() -> None:
    assert [(1, 2)] == list(in_words(" \ufefb ").places("لا"))


def test_initials_are_no_spaced_out_word() -> None:
    assert "j r r said" == in_words("J R R said").letters
