"""What an act of an unknown word is by what it is done to: first words of its object, by kind; divided by bars and compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Right behind the deed; the first kind that fits counts.
OBJECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "committee": "لجنة|لجان|هيئة تحقيق|a committee|a commission|a panel|the committee",
        "list": "قائمة|قوائم|جدول ب|جداول|جدول|كشف ب|كشوف|كشوفا|لائحة|لوائح|ثبت ب|a list|lists|a roll|rolls|an inventory|a schedule of"
        "|a register of"
        "|a tally|a count of",
        "report": "تقرير|تقريرا|تقارير|بيان مفصل|بيانا|موقف مفصل|إيضاح|معلومات عن|a report|reports|an account of|word on|word of"
        "|particulars|details of"
        "|a statement on|in writing on|in writing about",
        "guard": "الحراسة|حراسة|الحراسات|الحرس|الخفارة|نوبات|the guard|guards|the watch|sentries|a guard|watch over",
        "photograph": "صور|الصور|صورا|كاميرا|كاميرات|الكاميرات|آلات التصوير|photographs|photos|pictures|cameras|a camera",
        "publish": "أخبار|الأخبار|خبر|أي خبر|ما يتعلق|ما يخص|معلومات|أي معلومات|أنباء|news|information|anything about|word about|rumours"
        "|matters of",
        "attend": "اجتماع|الاجتماع|الجلسة|جلسة|لقاء|the meeting|a meeting|the session|the gathering",
        "execute": "ما ورد|ما جاء|ما ذكر|ما تقدم|كل ما|هذا الأمر|هذا القرار|هذا الكتاب|هذا التعميم|ما سبق|مضمونه|موجبه|مضمون هذا"
        "|the above|what is above"
        "|this order|this decision|this letter|this circular|the contents|what stands|what is written|all this",
        "pay": "مبلغ|مبلغا|مبالغ|راتب|رواتب|أجور|أجرة|ذمة|مستحقات|بدل|نفقات|ما يستحق|سلفة|a sum|the sum|wages|salary|salaries|dues|money"
        "|what is owed"
        "|the amount",
        "evacuate": "سكان|السكان|الأهالي|أهالي|أهل|قاطني|القاطنين|العائلات|عائلات|المدنيين|inhabitants|the inhabitants|residents"
        "|the residents|the people of"
        "|families|civilians|the population",
        "repair": "شبكة|الشبكة|مولدة|المولدة|عطل|الأعطال|العطل|محرك|مضخة|المضخة|الأنابيب|أنابيب|السقف|the generator|generators"
        "|the water network"
        "|the water mains|the pump|the pipes|the roof|the network",
        "inspect": "المستودعات|مستودعات|المخازن|مخازن|the stores|the storehouses|the depots|the warehouses",
        "close": "المحال|المحلات|محال|محلات|the shops|shops|the stalls",
        "carry-arms": "السلاح|الأسلحة|سلاح|أسلحة|سلاحا|arms|weapons|firearms|a weapon|a gun|guns",
        "summon": "أمام|للمثول|للاستجواب|للتحقيق معه|before the|in person",
    }
)
#: Kinds of object that tell only where something is forbidden or permitted: elsewhere weapons are things that are moved.
ONLY_ALLOWED: Final = ("carry-arms", "publish", "photograph")
#: Words between a deed and its object.
BEFORE_OBJECT: Final = "after|على|عن|في|ب|من|أي|كل|كافة|جميع|بعض|of|over|to|with|on|any|all|for|up|out|from|us|them|the"
#: Posts that somebody is set over or taken from, behind him.
OF_POST: Final = (
    "بمهام|مهام|لمهام|بمنصب|منصب|منصبه|بوظيفة|وظيفة|وظيفته|مديرا|رئيسا|مسؤولا|أميرا|قاضيا|نائبا|وكيلا|أمينا|محافظا"
    "|قائدا|آمرا|وكيلة|مديرة"
    "|as head|as director|as the head|as the director|the post of|his post|the office of|the duties of|his duties|as wali|as the wali"
    "|as deputy"
)
#: What is a post only behind a person: a committee has a head, too.
OF_PERSON: Final = "بإدارة|برئاسة|بقيادة|إدارة|رئاسة"
#: Before a post from which somebody is taken.
FROM_POST: Final = "من|عن|from|off|of his"
