"""Nouns for papers without their endings, as citations decline them: "كتابكم", "وبرقيتنا", "لمذكرة"; divided by bars, compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: By what a paper of that kind does. A final ة becomes ت before whose it is.
STEMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "letter": "كتاب|خطاب|رسالة|مراسلة|مذكرة|برقية|مكتوب|إرسالية|مكاتبة|حاشية|بطاقة|بريد|إحالة|وثيقة|معاملة|مفكرة|فاكس|مخابرة"
        "|إشارة|تهميش|تهميشة|إرسال"
        "|كتيب|ورقة|مرسول|مراجعة|مخاطبة|نشرة|إفادة|إشعار|إخطار|تبليغ|إعلام|إحاطة|رقعة|قصاصة|فكس|تلكس|لاسلكية|ضميمة|إضبارة|مفاتحة"
        "|مفاتحات|ملاحظة"
        "|نامه|بخشنامه|ابلاغیه",
        "order": "أمر|توجيه|توجيهات|تعليمة|إيعاز|تكليف|أوامر|تعليمات|إرادة|دستور|حکم",
        "circular": "تعميم|إعمام|منشور|دورية|بلاغ|نداء",
        "decree": "قرار|مرسوم|مقرر|توصية",
        "request": "طلب|مطالبة|التماس|معروض|عريضة",
        "report": "تقرير|مطالعة|محضر|موقف|كشف|بيان|خلاصة|دراسة",
        "reminder": "تأكيد|تذكير|تعقيب|استعجال",
        "answer": "جواب|إجابة|رد",
    }
)
#: Nouns that are papers only with whose they are: alone they are other words.
OWNED_ONLY: Final = (
    "كتب|رد|موقف|بيان|كشف|مراجعة|إشارة|بريد|ورقة|إرسال|طلب|بطاقة|إفادة|معاملة|نداء|توصية|ملاحظة|دراسة|خلاصة|إضبارة|تبليغ|إعلام"
)
#: Whose: yours, ours, mine, his, hers, theirs.
OWNERS: Final = "كم|نا|ي|ه|ها|هم|كما|كن|ك"
#: Endings of two papers and of several.
ENDINGS: Final = "ين|ان|ات|ي"
#: What may be written onto the front of a noun.
FRONTS: Final = "و|ف"
PREPOSITIONS: Final = "لل|ل|ب|ك|بال|وال|ال"
#: Kinds of paper in English, and whose.
STEMS_LATIN: Final = (
    "letter|letters|memo|memos|memorandum|memoranda|note|notes|signal|signals|message|messages|cable|cables|telegram|telegrams|telex"
    "|wire|dispatch|despatch|circular"
    "|order|orders|instruction|instructions|directive|decision|resolution|report|reports|minute|fax|email|e-mail|slip|chit"
    "|communication|correspondence|request"
    "|note verbale|d.o. letter|d.o|endorsement|warrant|bulletin|notice|reply|answer|reminder|docket|intimation|submission|query"
    "|petition|application|mail"
    "|lettre|lettres|circulaire|arrêté|décision|télégramme|dépêche|rapport|ordre|bordereau|procès-verbal|correspondance|dahir|décret"
    "|transmission"
)
WHOSE_LATIN: Final = (
    "your|our|my|his|her|their|its|the|a|this office's|that"
    "|votre|notre|vos|nos|ma|mon|la|le|l'|leur"
)  #: Adjectives that say of a paper that it has a number or a date: whatever noun stands before them is a paper.
ADJECTIVES_NUMBERED: Final = (
    "ذي العدد|ذو العدد|ذات العدد|ذي الرقم|ذو الرقم|ذات الرقم|ذا الرقم|ذا العدد|المرقم|المرقمة|المرقمين|المرقمتين|المرقمان|المرقمات"
    "|ذوي الرقمين|ذوي الأرقام|ذوات الأرقام"
    "|ذات الأرقام|المقيد برقم|المقيدة برقم|المسجل برقم|المسجلة برقم|المسجل تحت رقم|المسجلة تحت رقم|ذي النمرة|المنمر|الحامل رقم"
    "|الحامل للرقم|الحاملة للرقم|تحت عدد|numbered|bearing number|bearing no"
)
ADJECTIVES_DATED: Final = (
    "الصادر|الصادرة|المؤرخ في|المؤرخة في|المؤرخ|المؤرخة|المؤرخين في|المحرر في|المحررة في|المحررة|المحرر|الصادر في|الصادرة في|الصادر بتاريخ"
    "|الصادرة بتاريخ|الصادر يوم|الصادرة يوم"
    "|المرسل في|المرسلة في|المرسل بتاريخ|الموقع في|الموقعة في|والمؤرخ في|والمؤرخة في|والمؤرخ|والمؤرخة|ذي التاريخ|ذات التاريخ|dated"
    "|of even date"
    "|مورخ|مورخه|به تاریخ|datée du|daté du|en date du|en date de"
)
#: Words between a kind of paper and its number that are not of whoever wrote it.
NO_AUTHORS: Final = (
    "نمرة|النمرة|بالنمرة|رقم|عدد|ال|المرفوعة|المرفوع|المقدم|المقدمة|من|وعلى|السري|السرية|سري|سرية|والمستعجل|المستعجل|المستعجلة|العاجل|العاجلة"
    "|عاجل|الفوري|الفورية|والفوري|والعاجل|للغاية|جدا|السابق|السابقة"
    "|الأخير|الأخيرة|الأول|الثاني|الوارد"
    "|الواردة|إلينا|لنا|إليكم|إلى|لكم|المرسل|المرسلة|الموجه|الموجهة|الشخصي|الداخلي|الداخلية|داخلية|داخلي|لاسلكية|اللاسلكية|الرسمي"
    "|الرسمية|رسمي|رسمية|المبرق|المبرقة|هاتفية"
    "|الهاتفية|الخطي|الخطية|خطي|المسطرة|المسطر|على|الدوري|الدورية|بالرقم|بعدد|ذو|ذي|ذات|ذا|أعلاه|المشار|إليه|إليها|بلا|دون|بدون"
    "|الصادر|الصادرة|وزاري|إداري|الإداري|الجوابي"
    "|الجوابية|التوضيحي|التفصيلي|والذي|الذي|التي|المتعلق|نفسه|ذاته|بإشارة|secret|urgent|confidential|and|previous|last|recent|undated"
    "|immediate|personal|most|top|above|under|above-mentioned"
)
#: What leads to whoever wrote a paper behind its number and date.
AUTHOR_BEHIND: Final = (
    "الصادر عن|الصادرة عن|الصادر من|الصادرة من|الوارد من|الواردة من|والصادر عن|والصادرة عن|الموجه من|المرسل من|المرسلة من|من|عن"
    "|لدى|from|of|by|issued by"
)
#: What is no paper though it has a number: law, vehicles, people, places, sums.
NO_PAPERS: Final = (
    "قانون|القانون|نظام|النظام|مادة|المادة|فقرة|الفقرة|بند|البند|سيارة|السيارة|مركبة|المركبة|عجلة|هوية|الهوية|حساب|الحساب|هاتف|الهاتف"
    "|جواز|منزل|المنزل|بناية|شارع|حاجز"
    "|الحاجز|مخزن|المخزن|مستودع|مستودعات|غرفة|نقطة|النقطة|لوحة|عقار|العقار|قطعة|بئر|محطة|مدرسة|سجل|صفحة|جدول|الجدول|ملحق|نموذج|سند|صك"
    "|شيك|فاتورة|وصل|إيصال|قضية|دعوى|مبلغ"
    "|law|article|paragraph|vehicle|car|plate|account|passport|house|room|page|table|annex|form|cheque|invoice|receipt|case|road|post"
    "|checkpoint|store|warehouse|unit"
)
#: This very paper.
THIS_PAPER: Final = "هذا|هذه|this|these|present"
#: What counts things as often as it numbers papers.
COUNTING: Final = "عدد|العدد|وعدد|بعدد|number"
#: Words before a number and its day that make a paper of them: "your OPS 77 of 3 March".
YOURS: Final = "your|our|my|رقمكم|عددكم|لرقمكم|لعددكم|رقمنا"
#: Papers that are named by whose they are alone: "yours of 3 March".
WHOSE_ALONE: Final = "yours|ours"
#: Between two papers that are named one after the other.
AND: Final = "و|and|also|as well as"
BEHIND_AND: Final = "على|إلى|also|to|of"
GROWN_ON: Final = "و|ب|ل"
#: Between the number of a paper and its day.
OF_DAY: Final = "of|dated|on|في|بتاريخ|تاريخ"
#: Turkish papers are cited by day and number before their noun: "03.03.2009 tarihli ve 88 sayılı yazınız".
TURKISH_DATED: Final = "tarihli|tarih|gün|günlü"
TURKISH_NUMBERED: Final = "sayılı|nolu|no'lu|numaralı"
