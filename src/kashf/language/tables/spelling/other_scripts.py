"""Letters of Cyrillic and Greek as the Latin letters that stand for their sounds in English: enough to compare names, not to read them."""

from typing import Final

#: Letter, then what it is written as; "-" for letters that are not heard.
LETTERS: Final = """
а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ sh ъ -
ы y ь - э e ю yu я ya ђ dj ј j љ l њ n ћ c џ dzh ѓ g ќ k ѕ z қ q ғ gh ң ng ү u ұ u һ h ә a ө o
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
"""
