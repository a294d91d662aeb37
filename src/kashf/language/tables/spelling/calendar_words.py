"""Names of months and days as programs write them in Arabic. Source: CLDR 45, ar and ar_SY."""

from __future__ import annotations

from typing import Final

#: January first.
ARABIC_MONTHS: Final = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
#: Of Iraq, Syria, Lebanon, Jordan and Palestine; January first.
LEVANTINE_MONTHS: Final = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
    *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)
#: Monday first.
ARABIC_DAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")

#: Of the Hijri year, Muharram first, each as it is written in Arabic and in Latin letters.
HIJRI_MONTHS: Final = (
    ("محرم", "muharram", "moharram"),
    ("صفر", "safar"),
    ("ربيع الأول", "rabi al awwal", "rabi i", "rabi al-awwal"),
    ("ربيع الآخر", "ربيع الثاني", "rabi al thani", "rabi ii", "rabi al-thani", "rabi al-akhir"),
    ("جمادى الأولى", "جمادى الأول", "jumada al ula", "jumada i", "jumada al-ula", "jumada al-awwal"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الثاني", "jumada al thani", "jumada ii", "jumada al-thani", "jumada al-akhira"),
    ("رجب", "rajab"),
    ("شعبان", "shaban", "sha'ban"),
    ("رمضان", "ramadan", "ramadhan"),
    ("شوال", "shawwal"),
    ("ذو القعدة", "ذي القعدة", "ذو القعده", "dhu al-qadah", "dhul qadah", "dhu al-qi'dah", "zulqada"),
    ("ذو الحجة", "ذي الحجة", "dhu al-hijjah", "dhul hijjah", "dhu al-hijja", "dhul hijja", "zulhijja"),
)
#: January first, in English, French, German and Turkish, with what is short for them.
LATIN_MONTHS: Final = (
    ("january", "jan", "janvier", "januar", "ocak"),
    ("february", "feb", "febr", "février", "februar", "şubat"),
    ("march", "mar", "mars", "märz", "mart"),
    ("april", "apr", "avril", "nisan"),
    ("may", "mai", "mayıs"),
    ("june", "jun", "juin", "juni", "haziran"),
    ("july", "jul", "juillet", "juli", "temmuz"),
    ("august", "aug", "août", "ağustos"),
    ("september", "sep", "sept", "septembre", "eylül"),
    ("october", "oct", "octobre", "oktober", "ekim"),
    ("november", "nov", "novembre", "kasım"),
    ("december", "dec", "décembre", "dezember", "aralık"),
)
