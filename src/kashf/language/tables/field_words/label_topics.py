"""Words of labels that say what is asked, by the kind of field they name. Divided by strokes, as one writes them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Kind of field -> its words.
TOPICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "الاسم الكامل|الاسم الثلاثي|اللقب|full name|surname",
        "kunya": "الكنية|kunya",
        "mother": "الأم|الوالدة|mother",
        "relative": "الأب|الوالد|الأهل|الأقارب|father|relatives",
        "birth": "الولادة|الميلاد|مواليد|birth|born",
        "nationality": "الجنسية|nationality|citizenship",
        "written": "تعبئة|تحرير",
        "place": "المنفذ|المعبر|العنوان|البلدان|crossing|address",
        "go-between": "الواسطة|الوسيط|go between",
        "guarantor": "المزكي|التزكية|الكفيل|guarantor",
        "signer": "التوقيع|الموقع أدناه|signature|signed",
        "skills": "الاختصاص|المهارات|الخبرات|skills",
        "choice": "مقاتل|استشهادي|انغماسي|الحالة الاجتماعية|التحصيل|العمل",
        "phone": "التواصل|contact",
        "number": "العمر|age",
        "blood": "فصيلة الدم|زمرة الدم|blood",
        "free": "ملاحظات|notes|remarks",
    }
)
