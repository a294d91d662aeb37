"""Words that stand in and around dates of running text, beside months, weekdays and eras; written by us, readers fold them.

Each list holds Arabic, English, French, Turkish and Persian, divided by bars.
"""

from __future__ import annotations

from typing import Final

#: Between a day and its month.
OF: Final = (
    "من|من شهر|شهر|لشهر|من برج|برج|of|of the month of|day of|day of the month of|de|du mois de|d|ماه|از ماه|ayı|ayının|ی|مانگی|د|meha"
)
#: Before a month that stands alone.
MONTH_HEAD: Final = "شهر|في شهر|خلال شهر|لشهر|برج|in|during|since|until|month of|en|au mois de|ماه|در ماه"
#: Words that say of what stands behind them that it is a month.
SAYS_MONTH: Final = (
    "شهر|في شهر|خلال شهر|لشهر|من شهر|مستهل شهر|برج|من برج"
    "|month of|of the month of|au mois de|du mois de|au début du mois de|au milieu du mois de|à la fin du mois de"
)
#: Before a year.
YEAR_HEAD: Final = (
    "سنة|عام|لعام|لسنة|من عام|من سنة|من العام|للعام|العام|السنة|عامي|عام الـ|year|the year|of the year|l an|année|l année|سال|در سال|"
    "yılı|sene|senesi|ساڵی|sala|کال|السنوات|سنوات|الأعوام|للأعوام|للسنوات|العام الدراسي|years|the years"
)
#: Before a year that says by its number alone that it is one.
YEAR_BEFORE: Final = "in|since|en|depuis|منذ"
#: Behind a year.
YEAR_BEHIND: Final = "yılında|yılı|yılından|yılının|senesinde"
#: A date follows.
LABEL: Final = (
    "التاريخ|تاريخ|بتاريخ|وتاريخ|في تاريخ|المؤرخ|المؤرخة|مؤرخ|مؤرخة|المؤرخ في|المؤرخة في|date|dated|date of|tarih|tarihi|datum|"
    "en date du|"
    "daté du|تاریخ|مورخ|مورخه|به تاریخ|التأريخ|بتأريخ|حرر في|حرر بتاريخ|صدر في|fait le"
)
#: A date may follow.
WEAK_LABEL: Final = "في|يوم|في يوم|ليوم|on|on the|le|du|au|در|روز|the"
#: Between a weekday and the day; between two wordings of one day.
CORRESPONDING: Final = (
    "الموافق|الموافق ل|الموافق لـ|والموافق|الموافق له|الموافق في|المصادف|المصادف ل|موافق|يوافق|corresponding to|correspondant au|"
    "correspondant à|qui correspond au|equivalent to|i e|مطابق|مطابق با|برابر با|karşılığı"
)
BEFORE: Final = "قبل|قبيل|قبل تاريخ|قبل يوم|before|prior to|earlier than|avant|avant le|پیش از|قبل از"
AFTER: Final = "بعد|عقب|بعد تاريخ|بعد يوم|after|later than|après|après le|پس از|بعد از"
SINCE: Final = (
    "منذ|ابتداء من|ابتداءً من|إبتداء من|اعتبارا من|اعتباراً من|اعتبارا من تاريخ|ابتداء من تاريخ|من تاريخ|since|as of|as from|starting|"
    "starting from|effective|effective from|with effect from|depuis|depuis le|à partir du|à compter du|از تاریخ"
)
UNTIL: Final = (
    "حتى|حتى تاريخ|لغاية|ولغاية|لغاية تاريخ|إلى غاية|حتى يوم|until|till|up to|no later than|not later than|by|at the latest by|"
    "on or before|"
    "jusqu au|jusqu à|jusqu en|au plus tard le|تا|تا تاریخ|حداکثر تا|في موعد أقصاه|في موعد أقصاه يوم|في موعد لا يتجاوز|في أجل أقصاه|"
    "موعد أقصاه"
)
ABOUT: Final = (
    "حوالي|حوالى|بحوالي|نحو|قرابة|تقريبا|زهاء|في حدود|about|around|on or about|on or around|circa|c|ca|approximately|roughly|vers|"
    "vers le|environ|"
    "aux alentours du|aux environs du|yaklaşık|حدود|در حدود|حدودا"
)
MIDDLE: Final = (
    "العشر الأواسط من|العشر الوسطى من|"
    "منتصف|في منتصف|بمنتصف|أواسط|وسط|mid|in the middle of|the middle of|middle of|mi|au milieu de|au milieu du mois de|milieu|اواسط|"
    "نیمه|میانه"
)
EARLY: Final = (
    "العشر الأوائل من|العشر الأول من|العشر الأولى من|"
    "مطلع|في مطلع|أوائل|بداية|بدايات|مستهل|early|beginning of|the beginning of|start of|the start of|début|au début de|"
    "au début du mois de|اوایل|"
    "ابتدای|آغاز"
)
LATE: Final = (
    "العشر الأواخر من|العشر الأخيرة من|أواخر|نهاية|نهايات|ختام|بنهاية|late|end of|the end of|fin|à la fin de|"
    "à la fin du mois de|اواخر|پایان|انتهای"
)
FIRST_HALF: Final = "النصف الأول من|first half of|the first half of|première moitié de|نیمه اول|نیمه نخست"
SECOND_HALF: Final = "النصف الثاني من|second half of|the second half of|seconde moitié de|deuxième moitié de|نیمه دوم"
#: Behind a date, in Turkish; what may stand between.
BEHIND_BEFORE: Final = "önce|öncesi|öncesinde"
BEHIND_AFTER: Final = "sonra|sonrası|sonrasında"
BEHIND_SINCE: Final = "itibaren|beri"
BEHIND_UNTIL: Final = "kadar|dek|değin"
BEHIND_MIDDLE: Final = "ortası|ortasında|ortaları|ortalarında|ayının ortası|ayının ortasında|ayı ortası|ayı ortasında"
BEHIND_EARLY: Final = "başı|başında|başları|başlarında|ayının başı|ayının başında|ayı başında"
BEHIND_LATE: Final = "sonu|sonunda|sonları|sonlarında|ayının sonu|ayının sonunda|ayı sonunda"
BEHIND_ABOUT: Final = "civarı|civarında|dolaylarında|sıralarında"
SUFFIX: Final = "ten|tan|den|dan|te|ta|de|da|e|a|ye|ya|in|ın|un|nin|nın|tarihinden|tarihine|tarihinde|tarihli|ayından|ayına|yılından|yılına"
#: Before the first of two days, and between them.
RANGE_FROM: Final = (
    "من|من يوم|من تاريخ|بين|ما بين|بين يومي|بين تاريخي|الفترة من|from|from the|between|between the|du|entre le|entre|de|از|بین"
)
RANGE_TO: Final = "إلى|الى|إلى يوم|إلى تاريخ|حتى|وحتى|لغاية|ولغاية|و|ويوم|to|to the|until|till|through|and|and the|au|à|et|et le|تا|ile|ve"
#: The first day of a month, and the last.
FIRST_DAY: Final = "غرة|الفاتح من|فاتح|مستهل شهر|أول يوم من|أول أيام|first day of|the first day of|premier jour de"
LAST_DAY: Final = "سلخ|آخر يوم من|آخر أيام|last day of|the last day of|dernier jour de|منسلخ"
#: Days of a month as words, the first first.
ORDINALS: Final = (
    "الأول|أول|first|1st|premier|یکم|اول|نخست|bir",
    "الثاني|الثانى|second|deux|دوم|iki",
    "الثالث|third|trois|سوم|üç",
    "الرابع|fourth|quatre|چهارم|dört",
    "الخامس|fifth|cinq|پنجم|beş",
    "السادس|sixth|six|ششم|altı",
    "السابع|seventh|sept|هفتم|yedi",
    "الثامن|eighth|huit|هشتم|sekiz",
    "التاسع|ninth|neuf|نهم|dokuz",
    "العاشر|tenth|dix|دهم",
    "الحادي عشر|eleventh|onze|یازدهم|on bir",
    "الثاني عشر|twelfth|douze|دوازدهم|on iki",
    "الثالث عشر|thirteenth|treize|سیزدهم|on üç",
    "الرابع عشر|fourteenth|quatorze|چهاردهم|on dört",
    "الخامس عشر|fifteenth|quinze|پانزدهم|on beş",
    "السادس عشر|sixteenth|seize|شانزدهم|on altı",
    "السابع عشر|seventeenth|dix sept|هفدهم|on yedi",
    "الثامن عشر|eighteenth|dix huit|هجدهم|هیجدهم|on sekiz",
    "التاسع عشر|nineteenth|dix neuf|نوزدهم|on dokuz",
    "العشرون|العشرين|عشرين|twentieth|vingt|بیستم|yirmi",
    "الحادي والعشرون|الحادي والعشرين|الواحد والعشرين|twenty first|vingt et un|بیست و یکم|yirmi bir",
    "الثاني والعشرون|الثاني والعشرين|twenty second|vingt deux|بیست و دوم|yirmi iki",
    "الثالث والعشرون|الثالث والعشرين|twenty third|vingt trois|بیست و سوم|yirmi üç",
    "الرابع والعشرون|الرابع والعشرين|twenty fourth|vingt quatre|بیست و چهارم|yirmi dört",
    "الخامس والعشرون|الخامس والعشرين|twenty fifth|vingt cinq|بیست و پنجم|yirmi beş",
    "السادس والعشرون|السادس والعشرين|twenty sixth|vingt six|بیست و ششم|yirmi altı",
    "السابع والعشرون|السابع والعشرين|twenty seventh|vingt sept|بیست و هفتم|yirmi yedi",
    "الثامن والعشرون|الثامن والعشرين|twenty eighth|vingt huit|بیست و هشتم|yirmi sekiz",
    "التاسع والعشرون|التاسع والعشرين|twenty ninth|vingt neuf|بیست و نهم|yirmi dokuz",
    "الثلاثون|الثلاثين|ثلاثين|thirtieth|trente|سی ام|سیام|otuz",
    "الحادي والثلاثون|الحادي والثلاثين|الواحد والثلاثين|thirty first|trente et un|سی و یکم|سییکم|otuz bir",
)
#: The same without the article and as they are counted, from the eleventh day on.
MORE_ORDINALS: Final = {
    11: "أحد عشر|حادي عشر|إحدى عشر",
    12: "اثنا عشر|اثني عشر|ثاني عشر",
    13: "ثلاثة عشر|ثالث عشر",
    14: "أربعة عشر|رابع عشر",
    15: "خمسة عشر|خامس عشر",
    16: "ستة عشر|سادس عشر",
    17: "سبعة عشر|سابع عشر",
    18: "ثمانية عشر|ثامن عشر",
    19: "تسعة عشر|تاسع عشر",
    20: "عشرون",
    21: "واحد وعشرين|واحد وعشرون|حادي وعشرين|حادي وعشرون",
    22: "اثنين وعشرين|اثنين وعشرون|ثاني وعشرين|ثاني وعشرون",
    23: "ثلاثة وعشرين|ثلاثة وعشرون|ثالث وعشرين|ثالث وعشرون",
    24: "أربعة وعشرين|أربعة وعشرون|رابع وعشرين|رابع وعشرون",
    25: "خمسة وعشرين|خمسة وعشرون|خامس وعشرين|خامس وعشرون",
    26: "ستة وعشرين|ستة وعشرون|سادس وعشرين|سادس وعشرون",
    27: "سبعة وعشرين|سبعة وعشرون|سابع وعشرين|سابع وعشرون",
    28: "ثمانية وعشرين|ثمانية وعشرون|ثامن وعشرين|ثامن وعشرون",
    29: "تسعة وعشرين|تسعة وعشرون|تاسع وعشرين|تاسع وعشرون",
    30: "ثلاثون",
    31: "واحد وثلاثين|واحد وثلاثون|حادي وثلاثين|حادي وثلاثون",
}
#: Days of a Hijri month by its nights, the first first: how many, and that they have gone or are left.
NIGHTS: Final = (
    *("ليلة", "ليلتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"),
    *("إحدى عشرة", "اثنتي عشرة", "ثلاث عشرة", "أربع عشرة", "خمس عشرة"),
)
NIGHTS_GONE: Final = "خلون|خلت|خلتا|مضت|مضين"
NIGHTS_LEFT: Final = "بقين|بقيت|بقيتا"
#: Days with a name of their own: day, month, calendar.
FEASTS: Final = (
    (10, 1, "hijri", "يوم عاشوراء|عاشوراء|عاشورا|ashura|aşure günü"),
    (1, 1, "solar-hijri", "عيد نوروز|نوروز|عید نوروز|newroz|nowruz|nevruz"),
    (1, 10, "hijri", "أول أيام عيد الفطر|يوم عيد الفطر|عيد الفطر|عید فطر|ramazan bayramı|eid al fitr"),
    (10, 12, "hijri", "أول أيام عيد الأضحى|يوم عيد الأضحى|عيد الأضحى|عید قربان|kurban bayramı|eid al adha"),
)
#: Behind a year, beside the eras of `date_words`: of Libya; of the Kurds; of the Ottoman treasury.
MORE_GREGORIAN_ERA: Final = "مسيحي|ف|إفرنجي|افرنجي|miladi|zayînî"
KURDISH_ERA: Final = "کوردی|ی کوردی|kurdî"
RUMI_ERA: Final = "رومي|رومية|الرومية|rumi"
#: What follows is a number of something and no date.
NUMBER_LABEL: Final = (
    "رقم|برقم|ورقم|الرقم|رقمها|العدد|عدد|المادة|مادة|الفقرة|فقرة|البند|بند|صفحة|الصفحة|الإصدار|إصدار|نسخة|هاتف|قانون|القانون|no|nr|"
    "number|num|n|"
    "numéro|ref|reference|file|article|section|paragraph|para|clause|chapter|page|version|v|release|tel|phone|fax|score|id|case|"
    "sayı|no lu|"
    "شماره|بند|ماده|نسخه|تلفن|فاكس|قرار رقم|ملف|القيد|قيد|ip|"
    "pp|pages|cards|files|folios|folio|nos|numbers|items|boxes|صفحات|الصفحات|بطاقات|البطاقات|ملفات|الملفات|أرقام|الأرقام|القيود|sayfa|"
    "إحداثيات|الإحداثيات|إحداثية|coordinates|grid|koordinat|مختصات|سورة|السورة|آية|الآية|verse|surah|sourate|verset|ayet|سوره|آیه|"
    "مقاس|المقاس|القياس|قياس|أبعاد|الأبعاد|size|dimensions|taille|ölçü|بلاغ رقم|dosya no|seri no"
)
#: Behind three short numbers: they are lengths or angles.
UNIT_BEHIND: Final = "cm|mm|km|kg|inch|inches|سم|ملم|كم|كغ|شمالا|جنوبا|شرقا|غربا|شمال|شرق|north|south|east|west|nord|sud|est|ouest"
#: Before a day without a year: something is called after it.
NAMED_AFTER: Final = (
    "قوى|تيار|تحالف|فريق|فريقي|حركة|ثورة|شارع|ساحة|ميدان|جسر|كتيبة|لواء|مدرسة|جامعة|مستشفى|حي|كلية|مدينة|نفق|"
    "forces|movement|alliance|coalition|brigade|battalion|square|bridge|street|university|mouvement|rue|avenue|place|pont|brigade|"
    "hareketi|caddesi|meydanı|köprüsü|جنبش|خیابان|میدان|پل"
)
