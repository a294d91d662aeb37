"""Headings and titles of registers of letters and of deliveries, as one writes them; phrases are divided by bars and compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What a column holds, by its heading.
COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "out-number": "رقم الصادر|رقم الصادرة|الصادر|رقم التصدير|رقم الإرسال|رقم الصادر العام|outgoing no|outgoing number|"
        "out no|despatch no|dispatch no",
        "in-number": "رقم الوارد|رقم الواردة|الوارد|رقم القيد|رقم التسجيل|رقم الورود|رقم الوارد العام|incoming no|"
        "incoming number|in no|entry no|registry no|register no|our no|receipt no",
        "paper-number": "رقم الكتاب|رقم الرسالة|رقم الخطاب|رقم المعاملة|رقم المذكرة|رقم البرقية|رقم الوثيقة|رقم كتابهم|"
        "رقم كتاب الجهة|رقم الأمر|رقمه|رقم التعميم|letter no|letter number|no of letter|number of letter|"
        "their no|their ref|document no|memo no|order no|message no",
        "number": "الرقم|رقم|العدد الصادر|رقم وتسلسل|no|no.|nr|number|ref|ref no|reference|reference no",
        "serial": "ت|م|التسلسل|تسلسل|مسلسل|المسلسل|الرقم المتسلسل|الرقم التسلسلي|ر ت|#|s no|s/n|sn|serial|serial no|item no|row",
        "in-date": "تاريخ الورود|تاريخ الوارد|تاريخ الاستلام|تاريخ القيد|تاريخ الوصول|تاريخ التسجيل|date received|"
        "received|received on|date of receipt|date in|date of entry",
        "date": "التاريخ|تاريخ|تاريخ الكتاب|تاريخه|تاريخ الصادر|تاريخ الصدور|تاريخ الإرسال|تاريخ الرسالة|"
        "تاريخ الخطاب|تاريخ الإصدار|تاريخ المعاملة|اليوم والتاريخ|date|dated|date of letter|date sent|"
        "letter date|sent on|date out|their date",
        "to": "الجهة المرسل إليها|المرسل إليه|المرسل إليها|إلى|الى|الجهة الصادر إليها|الجهة الصادر لها|جهة الإرسال|"
        "موجه إلى|الجهة الموجه إليها|صادر إلى|الجهة المستلمة|المستلم|جهة الوصول|الوجهة|to|to whom|sent to|"
        "recipient|addressee|addressed to|destination|consignee|delivered to",
        "from": "الجهة المرسلة|المرسل|من|الجهة الوارد منها|الجهة الواردة منها|جهة الورود|وارد من|الوارد منه|"
        "مصدر الكتاب|مصدره|الجهة المصدرة|مصدر|المسلم|من مستودع|from|from whom|sender|received from|"
        "originator|origin|source|issued by",
        "party": "الجهة|الدائرة|اسم الجهة|الجهة المعنية|office|party|department|correspondent",
        "subject": "الموضوع|موضوع الكتاب|الخلاصة|خلاصة الكتاب|خلاصة|المضمون|مضمون|ملخص|الملخص|الفحوى|البيان|subject|re|"
        "matter|summary|about|contents|gist|concerning",
        "what": "المادة|المواد|الصنف|نوع المادة|اسم المادة|البضاعة|الحمولة|النوع|item|items|goods|material|cargo|"
        "load|article|commodity|stores",
        "quantity": "الكمية|العدد|الوزن|عدد|كمية|quantity|qty|how many|pieces|weight|number of items",
        "unit": "وحدة القياس|الوحدة|وحدة|unit|units|measure",
        "money": "المبلغ|مبلغ|القيمة|السعر|الرصيد|دائن|مدين|amount|sum|price|balance|debit|credit|total|paid|cost",
        "notes": "ملاحظات|الملاحظات|ملاحظة|remarks|notes|remark|action|الإجراء|التأشيرة|التوقيع|signature",
    }
)
#: What is kept in a register, by words of its title. The first that fits.
BOOKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "both": "الصادر والوارد|الوارد والصادر|الصادرة والواردة|incoming and outgoing|outgoing and incoming|"
        "in and out|letters sent and received",
        "outgoing": "الصادر|الصادرة|صادر|الصادرات|outgoing|letters sent|sent letters|despatch|dispatch|letters out",
        "incoming": "الوارد|الواردة|وارد|الواردات|incoming|letters received|received letters|inward|letters in",
        "letters": "المراسلات|الكتب الرسمية|الخطابات|correspondence|letter book|register of letters",
    }
)
#: Words of a title that say what it is, and not whose.
TITLE_WORDS: Final = (
    "سجل|دفتر|كشف|جدول|قائمة|البريد|بريد|الكتب|كتب|الصادر|الوارد|والوارد|والصادر|الصادرة|الواردة|"
    "والواردة|والصادرة|صادر|وارد|المراسلات|الرسمية|الخطابات|العام|الرسائل|register|book|log|list|of|the|"
    "letters|letter|mail|outgoing|incoming|and|sent|received|correspondence|for|in|out|year|لعام|لسنة|"
    "عام|سنة|للعام|sheet1|sheet2|sheet3|sheet|ورقة|ورقة1|ورقة2|table"
)
#: A cell that says what the one above says.
DITTO: Final = "كذلك|نفسه|ذاته|مثله|أيضا|نفس التاريخ|التاريخ نفسه|بتاريخه|ditto|do|do.|same|same date|idem"
