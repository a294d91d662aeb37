"""Number words by what they count, written by us from general knowledge, as one writes them; readers fold them."""

from typing import Final

#: Arabic number words that may stand before what is counted; "one" follows its noun, and is a number only in eleven.
ARABIC_NUMBERS: Final = {
    1: "أحد إحدى",
    2: "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي",
    3: "ثلاثة ثلاث",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان",
    9: "تسعة تسع",
    10: "عشرة عشر",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "مئة مائة",
    200: "مئتان مئتين مائتان مائتين",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة",
    900: "تسعمئة تسعمائة",
}
#: Words that multiply the number before them, or stand alone as one.
ARABIC_MULTIPLIERS: Final = {
    10**3: "ألف ألفا آلاف الاف",
    2 * 10**3: "ألفان ألفين",
    10**6: "مليون مليونا ملايين",
    2 * 10**6: "مليونان مليونين",
    10**9: "مليار مليارا مليارات",
    2 * 10**9: "ملياران مليارين",
}
LATIN_NUMBERS: Final = {
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
LATIN_MULTIPLIERS: Final = {12: "dozen dozens", 100: "hundred", 10**3: "thousand", 10**6: "million millions mn", 10**9: "billion bn"}
#: What names no number when it stands alone: thousands of dollars, dozens of men.
INDEFINITE: Final = "آلاف الاف ملايين مليارات dozens millions"
