"""Headings of the columns of tables by what stands in them, as one writes them, divided by strokes."""

from typing import Final

PERSONS: Final = (
    "الاسم|الاسم الكامل|الاسم الثلاثي|اسم المقاتل|الكنية|اسم المستلم|المستلم|الاسم والكنية|الاسم والنسبة|اسم العنصر|name|"
    "full name|names|recipient|person|holder|nom|nom complet|isim|ad soyad|adi soyadi"
)
PLACES: Final = (
    "المكان|الموقع|مكان الولادة|البلدة|القرية|المدينة|المحافظة|السكن|مكان الإقامة|المنطقة|place|location|town|city|"
    "village|site|residence|place of birth|province|lieu|ville|ort|stadt|yer|sehir"
)
GROUPS: Final = (
    "الوحدة|الكتيبة|اللواء|الفصيل|الجهة|السرية|القطعة|unit|battalion|brigade|group|organisation|organization|unité|einheit|birlik"
)
#: Of two columns of names to be compared.
OF_PAIRS: Final = (
    "a|b|name a|name b|name1|name2|name 1|name 2|left|right|first|second|query|candidate|source|target|listed|found|"
    "الاسم الأول|الاسم الثاني|اسم 1|اسم 2|nom 1|nom 2|isim 1|isim 2"
)
