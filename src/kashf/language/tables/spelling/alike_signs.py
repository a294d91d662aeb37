"""Signs that a reader cannot tell apart from others, small ones behind NFKD: each with the one that stands for both."""

from typing import Final

#: Letters of Cyrillic and Greek that look like Latin letters in one of their forms; letters of Arabic that look like others.
LOOK_ALIKES: Final = """
а a в b е e к k м m н h о o р p с c т t у y х x і i ј j ѕ s һ h ԁ d ԛ q ԝ w ӏ l
α a β b ε e ζ z η h ι i κ k μ m ν n ο o ρ p τ t υ y χ x
ı i ȷ j ɑ a ɡ g
ک ك ی ي ى ي ة ه ہ ه ە ه ھ ه ې ي
"""
#: Digits that look like letters.
DIGITS_ALIKE: Final = "0 o 1 l"
