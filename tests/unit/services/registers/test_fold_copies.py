"""Copies of a letter are one letter."""

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.services.letters.list_letters import ListedLetter
from kashf.services.registers.fold_copies import folded
from tests.register_papers import number


def test_a_copy_whose_number_is_cut_off_is_a_copy_of_the_one_that_has_it() -> None:
    whole, cut = DocumentId("a" * 64), DocumentId("b" * 64)
    letters = [ListedLetter(cut, "", Letter()), ListedLetter(whole, "", Letter(number=number("7/1")))]

    (one,) = folded(letters, {whole: cut})
    assert (whole, (cut,)) == (one.id, one.copies)
