"""What scans make of the marks behind years and of the labels of heads; written by us from what was read on printed sheets."""

from __future__ import annotations

from typing import Final

#: The mark of a Hijri year as it is read: alone, or with its stroke for an alef, a hamza, or the digit five that it looks like.
HIJRI_MARKS: Final = "هـ|ه|اه|ءاه|ءه|١ه|1ه|ااه|٥|5|°"
#: The mark of a year of the common era as it is read.
COMMON_MARKS: Final = "م|ام|اام|٠م|0م|١م|1م|دام|.م"
#: The digit that the mark of a Hijri year is read as, where it is written onto the year.
MARK_AS_DIGIT: Final = "5"
#: Letters that digits are read as; words of these alone may be digits.
LIKE_DIGITS: Final = "العهدoil"
#: A letter that stands for an office in numbers and is read as a digit, and those.
HAMZA_ALEF: Final = "أ"
HAMZA_ALEF_READ: Final = "1١ا8٨"
#: What joins two calendars.
JOINS: Final = "الموافق|الموافق ل|الموافق لـ|الموافقة|المصادف|المصادف ل"
#: Labels of dates that announce one behind another field without a sign between.
DATE_NOUNS: Final = "التاريخ|بتاريخ|تاريخ|Date|Dated"
#: What stands behind a year and is none of its digits.
HIJRI: Final = "هـ"
COMMON: Final = "م"
#: Labels of the date of a head, and words that announce a day within a sentence.
DATED_HEADS: Final = "التاريخ|التأريخ|بتاريخ|تاريخ|تاريخه"
ANNOUNCING_DAYS: Final = "وتاريخ|وبتاريخ|المؤرخ|المؤرخة|المؤرخه|الموافق|المصادف|في|قبل|أقصاه"
#: Words behind a year, and nouns at which another field begins.
ERAS: Final = "ه|هـ|م|ام|اه|ل|للهجرة|هجرية|ميلادية|ميلادي"
FIELD_NOUNS: Final = "العدد|الرقم|رقم|عدد|القيد|الصادر|الموضوع|المرفقات|إلى"
#: Labels of the number of a head, and words that announce the number of a paper within a sentence.
NUMBERED_HEADS: Final = "العدد|الرقم|رقم|القيد|الصادر|الإشاري|التسلسل|المرجع|إشارتنا"
ANNOUNCING_NUMBERS: Final = "برقم|المرقم|المرقمة|ورقم|المرقوم"
