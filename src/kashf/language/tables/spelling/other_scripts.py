"""Letters of Cyrillic, Greek and Kurdish as Latin letters of the same sounds in English: enough to compare names, not to read them."""

from typing import Final

#: Letter, then what it is written as; "-" for letters that are not heard.
LETTERS: Final = """
а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ sh ъ -
ы y ь - э e ю yu я ya ђ dj ј j љ l њ n ћ c џ dzh ѓ g ќ k ѕ z қ q ғ gh ң ng ү u ұ u һ h ә a ө o
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
"""

#: Kurdish in Arabic letters (Sorani) as Latin letters of like sounds: it writes its vowels. A vowel's seat and ayn are not heard.
KURDISH: Final = """
ئ - ا a ب b پ p ت t ج j چ ch ح h خ kh د d ر r ڕ r ز z ژ zh س s ش sh ع - غ gh ف f ڤ v ق q ک k ك k گ g ل l ڵ l م m ن n ه h ھ h ە a و w ۆ o ۊ u
ی y ي y ێ e ى y ص s ض z ط t ظ z ث s ذ z ة a أ a إ i آ a ء -
"""

#: "-uddin" as Persian writes it onto a name without an article (گلبدین), and no plural (مجاهدین, عابدین): a pattern.
PERSIAN_FAITH: Final = "(?<![\u0620-\u06ff])(?!م|ال|.ا.دین)([\u0620-\u06ff]{2,}(?<!ال))دین(?![\u0620-\u06ff])"
