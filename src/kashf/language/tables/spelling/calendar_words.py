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
