"""Names of months beside those of `calendar_words`, by calendar and country; written by us, readers fold them."""

from __future__ import annotations

from typing import Final

#: Of other calendars, and names of months that only stand in a list of months: what a name is called besides.
MORE_HIJRI: Final = {
    1: "محرم الحرام|المحرم|شهر الله المحرم|muharrem|mouharram|mouharrem|moharrem|محرّم",
    2: "صفر الخير|صفر المظفر|sefer|safer",
    3: "ربيع أول|ربيع اول|ربيع ١|ربیع الاول|rebiülevvel|rabi al awal|rabia al awwal|rabi' al-awwal|rabi' i|rabie i",
    4: "ربيع آخر|ربيع ثاني|ربيع ٢|ربيع ثان|ربیع الثانی|rebiülahir|rabi' al-thani|rabi' ii|rabi' al-akhir|rabi al akhar|rabia al thani",
    5: "جماد الأول|جمادى ١|جمادي الأولى|جمادى الاول|جماد اول|جمادی الاول|cemaziyelevvel|jumada al awwal|jumada al oula|joumada i",
    6: "جماد الثاني|جمادى ٢|جماد الآخر|جماد الآخرة|جمادى الآخر|جماد ثاني|جمادی الثانی|cemaziyelahir|jumada al akhirah|joumada ii",
    7: "رجب الفرد|رجب المرجب|recep|rajab",
    8: "شعبان المعظم|şaban|chaabane|sha'aban",
    9: "رمضان المبارك|ramazan|ramadhan|ramadan",
    10: "شوال المكرم|şevval|chawwal|shawal",
    11: "ذوالقعدة|ذيالقعدة|ذي قعدة|ذو قعدة|القعدة|zilkade|dhu al qida|dhu l qada|dhul qada|dhu al-qa'dah|dhu al-qa'da|ذیقعده|ذی القعده",
    12: "ذوالحجة|ذيالحجة|ذي حجة|ذو حجة|الحجة|zilhicce|dhu al hijja|dhu l hijja|dhul hijjah|dhu'l-hijja|ذیحجه|ذی الحجه",
}
#: Signs of the zodiac as months of the solar year, with their article, as offices in Saudi Arabia and Afghanistan write them.
MORE_SOLAR: Final = {
    1: "الحمل",
    2: "الثور",
    3: "الجوزاء|جوزاء",
    4: "السرطان",
    5: "الأسد|أسد",
    6: "السنبلة|سنبلة",
    7: "الميزان|ميزان",
    8: "العقرب",
    9: "القوس",
    10: "الجدي",
    11: "الدلو",
    12: "الحوت",
}
#: Names of months that are words of their own or people's names: they count beside a day and a year, or an era.
WEAK_MONTHS: Final = (
    "may|mar|mars|mart|mai|dec|jan|sep|sept|oct|nov|feb|apr|jun|jul|aug|adar|aban|tir|mehr|dey|دی|مه|مهر|تیر|ماي|جوان|صفر|مار|newroz|"
    "حمل|ثور|جوزا|جوزاء|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت|الحمل|الثور|الجوزاء|السرطان|الأسد|السنبلة|الميزان|العقرب|القوس|الجدي|"
    "الدلو|الحوت|آذر|القعدة|الحجة|çile|kanun|gulan|safar|خرداد|"
    "ocak|ekim|ت1|ت2|ك1|ك2|çileya|kanûna"
)
#: Of the Gregorian year: the short ways of Iraq, French and programs, Ottoman names in Latin letters, Kurdish ones with the ending that
#: binds them to their year.
MORE_GREGORIAN: Final = {
    1: (
        "كانون ثاني|ك2|janv|kânunusani|kânunisani|kanun-ı sani|kanun-i sani|ikincikânun|ikinci kânun|کانوونی دووەمی|کانونی دووەمی|"
        "çileya|rêbendana"
    ),
    2: "فبرایر|févr|fév|شوباتی|sibata|reşemiya",
    3: "ئازاری|ئاداری|adara|avdara|مارتی",
    4: "avr|نیسانی|nîsana",
    5: "مايس|ايار|ئایاری|gulana",
    6: "حوزەیرانی|hezîrana|pûşpera",
    7: "يوليو|تموز|juil|تەممووزی|تەمووزی|tîrmeha",
    8: "اب|غوشت|أغسطس|ئابی|tebaxa|gelawêja",
    9: "أيلول|شتنبر|ئەیلوولی|ئەیلولی|îlona|rezbera",
    10: ("تشرين أول|تشرين اول|ت1|teşrinievvel|teşrin-i evvel|birinciteşrin|birinci teşrin|ilkteşrin|تشرینی یەکەمی|cotmeha"),
    11: ("تشرين ثاني|تشرين ثان|نوفنبر|ت2|teşrinisani|teşrin-i sani|ikinciteşrin|ikinci teşrin|sonteşrin|تشرینی دووەمی|mijdara"),
    12: (
        "كانون أول|كانون اول|ك1|déc|kânunuevvel|kânunievvel|kanun-ı evvel|kanun-i evvel|birincikânun|birinci kânun|ilkkânun|"
        "کانوونی یەکەمی|کانونی یەکەمی|berfanbara|kanûna"
    ),
}
#: Of the Gregorian year in Libya under Gaddafi; all are words of their own, and count between a day and a year.
LIBYAN: Final = {
    1: "أي النار",
    2: "النوار",
    3: "الربيع",
    4: "الطير",
    5: "الماء",
    6: "الصيف",
    7: "ناصر",
    8: "هانيبال",
    9: "الفاتح",
    10: "التمور",
    11: "الحرث",
    12: "الكانون",
}
#: Of the solar year in Pashto, as they are and behind a preposition; they count beside a year, or before a day.
PASHTO: Final = {
    1: "وری|وري",
    2: "غویی|غوايي",
    3: "غبرګولی|غبرګولي",
    4: "چنګاښ",
    5: "زمری|زمري",
    6: "وږی|وږي",
    7: "تله|تلې",
    8: "لړم",
    9: "لیندۍ",
    10: "مرغومی|مرغومي",
    11: "سلواغه|سلواغې",
    12: "کب",
}
#: Of the solar year in Sorani, with the ending that binds them to their year.
SORANI_SOLAR: Final = {
    1: "خاکەلێوەی",
    2: "گوڵانی",
    3: "جۆزەردانی",
    4: "پووشپەڕی",
    5: "گەلاوێژی",
    6: "خەرمانانی",
    7: "ڕەزبەری",
    8: "گەڵاڕێزانی",
    9: "سەرماوەزی",
    10: "بەفرانباری",
    11: "ڕێبەندانی",
    12: "ڕەشەمەی",
}
#: Letters for Hijri months in papers of Ottoman offices: they count between a day and a year of four digits.
OTTOMAN_LETTERS: Final = {
    1: "م",
    2: "ص",
    3: "را",
    4: "ر",
    5: "جا",
    6: "ج",
    7: "ب",
    8: "ش",
    9: "ن",
    10: "ل",
    11: "ذا",
    12: "ذ",
}
