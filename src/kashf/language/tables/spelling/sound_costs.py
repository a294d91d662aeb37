"""What it costs to read one sound unit as another, in hundredths: 0 is the usual romanisation, 100 another letter.

The units are those of ``kashf.language.sounds.units``. Set by hand from the common ways of romanising Arabic names (English press, French,
German, Turkish, Russian-style, library transliteration) and checked on the CC0 name pairs of Wikidata (Merhav and Ash 2018).
"""

from typing import Final

#: Arabic letter, then the Latin graphemes it is written with.
ARABIC_LATIN: Final = """
ب b0 p5 v40
ت t0 t$0 th15 d30 d$5
ث th0 s15 t15 t$15
ج j0 dj0 g10 dsch0 dzh0 dsh0 zh5 c10 gh25 ch35 tch40
ح h0 h$0 kh25 ch30
خ kh0 ch5 h15 h$15 k25 x10 q40
د d0 d$0 dh25 t20 t$5
ذ dh0 d10 d$10 z10 th10
ر r0
ز z0 s30 zh25 ts40 tz40 j40
س s0 c10 z35 ts35 sh40 x35
ش sh0 sch0 ch3 tsch20 s35 tch30 c40 j60 zh50
ص s0 c25 z35 ts30
ض d0 d$0 dh5 z15 th20
ط t0 t$0 th15 d35 d$10
ظ z0 dh0 d10 d$10 th10
غ gh0 g3 r40 k45 q45 kh40
ف f0 ph0 v5 p35
ق q0 k3 ck3 g10 c8 gh25 kh35
ك k0 ck0 q10 c3 ch25 g15 kh40 x40
ل l0
م m0 n35
ن n0 m35
ه h0 h$0
ا a0 A0 e32 o25 i60 I70 u55 U70 a$0 A$0 e$10 o$25 i$60 I$70 u$55 U$70
^ا ^a0 ^e0 ^i0 ^o0 ^u0 ^A0 ^I50 ^U25
ا$ a$0 A$0 e$10 o$20 h$10 i$60 I$70 u$55 U$70
و u0 o0 U0 v10 f45 a70 A80 e65 i65 I70 u$0 o$0 U$0
^و ^U0 v8 ^u5 ^o5 b60
ي i0 I0 e8 a60 A70 u65 o65 U75 j12
ي$ i$0 I$0 e$8 a$30 A$40 o$65 u$65 U$75 j25
ى$ a$0 A$0 e$5 i$10 I$10 o$40
^ي ^I0 ^i5 j3 ^e20
ع a2 A0 e2 i2 I10 o2 u2 U10 a$2 e$5 i$10
^ع ^a0 ^A0 ^e0 ^i0 ^I60 ^o0 ^u0 ^U10
ء a5 e5 i5 I5 o5 u5 U10 a$5 A$5
ة$ a$0 e$0 A$3 o$15 h$0 t$10 i$40
ه$ a$0 e$0 A$3 o$15 h$0 t$15 i$40 I$50
-a a0 A5 e3 o20 i40 u45 I50 U55 a$0 e$5
-i i0 I5 e3 a46 u50 o50 A50 U55 i$0
-u u0 o0 U2 e20 i30 a45 A55 I50 u$0 o$0
^-a ^a0 ^A3 ^e2 ^o40 ^i40 ^u45
^-i ^i0 ^e2 ^I3 ^a30 ^u50
^-u ^u0 ^o0 ^U2 ^a45 ^e35 ^i40
"""

#: Two Arabic letters read as one grapheme, or one letter as two graphemes.
ARABIC_LATIN_PAIRS: Final = """
سح sh0
سه sh0
صح sh0
صه sh0
ته th0
تح th0
طه th0
ده dh0 th15
دح dh0 th15
ده$ dh0
ته$ th0
كه kh0
تش ch0 tch0 tsch0 tsh0 c15
تس ts0 tz0 z15 c15
دج dj0 j0 g5 dzh0
كس x0
قس x0
غي gh5
لل l0
اا a0 A0
وو u0 U0 o0
يي i0 I0
عا a0 A0
عي i0 I0 e5
عو u0 U0 o0
ءي i0 e0
اي e3 I5 i10
او o3 U3 u5
اه$ a$0 h$0 A$0
وه$ u$10 o$10
^اي ^I0
^عي ^I0
-iي I0 i0
ي-i i0 e0 I0
^او ^U0
-uو U0 u0 o0
ش s+h0
خ k+h0
ه$ h+a$0 a$+h$0 e$+h$0
ة$ a$+h$0 e$+h$0
ح$ a$+h$3 e$+h$3
"""

#: Leaving a unit out, or reading one that the other word does not write. Consonants cost 100.
ARABIC_DROPPED: Final = "ا60 ^ا30 ا$35 و60 ^و60 ي60 ي$80 ى$60 ^ي50 ع2 ^ع2 ء0 ^ء0 ة$60 ه$60 ه60 ح70 -a20 -i20 -u20 ^-a40 ^-i40 ^-u40"
LATIN_DROPPED: Final = "a5 e5 i5 o12 u7 A35 I35 U20 e$12 a$70 i$60 o$60 u$60 A$60 I$60 U$60 ^a40 ^e40 ^i30 ^o40 ^u40 ^A40 ^I50 ^U50 h50 h$2"

#: Two romanisations: vowels against vowels. Consonants are compared through the Arabic letters both may stand for.
LATIN_LATIN: Final = """
a A3 e6 o25 i30 u40 I45 U45
e i6 I10 A15 o30 u30 U40
i I3 o35 u35 U40 A40
o u2 U3 A35 I45
u U3 A45 I45
A I70 U70
I U75
^a ^o35 ^u45 ^i35
^e ^o40 ^u40
j I12 i15 ^I8 ^i10
v U12 u15 ^U10
"""
#: The vowels that an Arabic name with its vowels written does not have at that place.
LATIN_UNVOWELLED: Final = "a30 e30 i30 o35 u35 A45 I45 U45 e$15"
LATIN_ALONE: Final = (
    "a12 e12 i12 o15 u15 A30 I30 U30 e$12 a$60 i$60 o$60 u$60 A$60 I$60 U$60 ^a40 ^e40 ^i30 ^o40 ^u40 ^A40 ^I50 ^U50 h40 h$2"
)

#: Two Arabic spellings: what writers and readers of scans mix up.
ARABIC_ARABIC: Final = """
ض ظ30
ذ د50 ز50
ث ت60
س ص50
ط ت50
ق ك60
ح ه60
ه$ ت25 ة$0
ة$ ت25
ا$ ي$30 ى$15
ي$ ى$0
ا ي60
"""
ARABIC_ALONE: Final = "ا60 ^ا60 ا$60 و80 ^و80 و$80 ي80 ي$80 ى$80 ^ي80 ء20 ^ء20 ة$65 ه$65"

#: Letters that stand for vowels: romanisations are not compared through them. The second half are place marks and vowel marks.
VOWEL_LETTERS: Final = frozenset("اويعءىة$aiu")
