"""Letters that a bad print or a scan takes for one another."""

from typing import Final

#: Folded Arabic letters of one shape without their dots.
LETTERS: Final = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "كل")
#: Latin letters as they are read, and as one of those they are read for.
LATIN: Final = (("rn", "m"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("v", "u"), ("e", "c"), ("h", "n"), ("t", "f"))
