"""What scanning and typing do to names: letters that differ by dots change places, letters and spaces get lost, neighbours swap."""

import random
from typing import Final

#: Arabic letters that differ by their dots alone, and Latin ones that print alike.
_ALIKE: Final = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق", "وؤ", "هة", "اإأ", "il1", "uv", "oa", "ec", "rn", "hb")


def damage(name: str, chance: random.Random) -> str:
    """Return a name with one or two letters hurt; its first word keeps at least one letter."""
    letters = list(name)
    for _ in range(chance.choice((1, 1, 2))):
        place = chance.randrange(1, len(letters))
        alike = [row.replace(letters[place], "") for row in _ALIKE if letters[place] in row]
        deed = chance.random()
        if alike and deed < 0.6:
            letters[place] = chance.choice(alike[0])
        elif deed < 0.75:
            letters[place - 1], letters[place] = letters[place], letters[place - 1]
        else:
            letters[place] = ""
    return "".join(letters)
