"""Years in words, and parts of years and centuries; written by us, readers fold them. Beside the numbers of `number_words`."""

from __future__ import annotations

from typing import Final

#: Numbers that years are written with in French, Turkish and Persian; of Arabic and English what `number_words` lacks.
NUMBERS: Final = {
    1: "un|bir|یک|واحد|واحدة|one",
    2: "deux|iki|دو",
    3: "trois|üç|سه",
    4: "quatre|dört|چهار",
    5: "cinq|beş|پنج",
    6: "altı|شش",
    7: "sept|yedi|هفت",
    8: "huit|sekiz|هشت",
    9: "neuf|dokuz|نه",
    10: "dix|ده",
    11: "onze|یازده",
    12: "douze|دوازده",
    13: "treize|سیزده",
    14: "quatorze|چهارده",
    15: "quinze|پانزده",
    16: "seize|شانزده",
    17: "هفده",
    18: "هجده|هیجده",
    19: "نوزده",
    20: "vingt|yirmi|بیست",
    30: "trente|otuz|سی",
    40: "quarante|kırk|چهل",
    50: "cinquante|elli|پنجاه",
    60: "soixante|altmış|شصت",
    70: "yetmiş|هفتاد",
    80: "seksen|هشتاد",
    90: "doksan|نود",
    200: "دویست",
    300: "سیصد",
    400: "چهارصد",
    500: "پانصد",
    600: "ششصد",
    700: "هفتصد",
    800: "هشتصد",
    900: "نهصد",
}
#: Ten in Turkish is "on" in English: it counts within a year only.
TEN_WITHIN: Final = "on"
#: Times twenty in French.
SCORES: Final = "vingts"
HUNDRED: Final = "hundred|cent|cents|yüz|صد"
THOUSAND: Final = "ألف|thousand|mil|mille|bin|هزار"
#: They stand in texts of other languages for something else.
NOT_SIGNS: Final = "bin|mil"
TWO_THOUSAND: Final = "ألفين|ألفان"
AND: Final = "and|et|و"
#: Parts of a year: the first month and how many; the season from 1 in spring, 0 for none.
PARTS: Final = {
    (3, 3, 1): "ربيع|spring|the spring|spring of|the spring of|printemps|printemps de|ilkbahar|بهار",
    (6, 3, 2): "صيف|summer|the summer|summer of|the summer of|été|été de|yaz|تابستان",
    (9, 3, 3): "خريف|autumn|the autumn|autumn of|the autumn of|the fall of|automne|automne de|sonbahar|پاییز|پائیز",
    (12, 3, 4): "شتاء|winter|the winter|winter of|the winter of|hiver|hiver de|kış|زمستان",
    (1, 3, 0): "الربع الأول من|first quarter of|the first quarter of|premier trimestre de|premier trimestre|q1|سه ماهه اول",
    (4, 3, 0): "الربع الثاني من|second quarter of|the second quarter of|deuxième trimestre de|deuxième trimestre|q2|سه ماهه دوم",
    (7, 3, 0): "الربع الثالث من|third quarter of|the third quarter of|troisième trimestre de|troisième trimestre|q3|سه ماهه سوم",
    (10, 3, 0): (
        "الربع الأخير من|الربع الرابع من|fourth quarter of|the fourth quarter of|last quarter of|the last quarter of|"
        "quatrième trimestre de|quatrième trimestre|q4|سه ماهه چهارم"
    ),
}
#: Decades of a century; with their article they are of the last one where none is named.
DECADES: Final = {
    20: "عشرينيات|عشرينات|twenties",
    30: "ثلاثينيات|ثلاثينات|thirties",
    40: "أربعينيات|أربعينات|forties",
    50: "خمسينيات|خمسينات|fifties",
    60: "ستينيات|ستينات|sixties",
    70: "سبعينيات|سبعينات|seventies",
    80: "ثمانينيات|ثمانينات|eighties",
    90: "تسعينيات|تسعينات|nineties",
}
#: The last century, which names of decades alone are of.
LAST_CENTURY: Final = "القرن الماضي|القرن العشرين|من القرن الماضي|من القرن العشرين|of the last century|of the twentieth century"
#: Before a decade in figures.
DECADE_HEAD: Final = "les années|années|the|دهه"
