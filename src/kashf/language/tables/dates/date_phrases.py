"""Words that stand in and around dates of running text, beside months, weekdays and eras; written by us, readers fold them.

Each list holds Arabic, English, French, Turkish and Persian, divided by bars.
"""

from __future__ import annotations

from typing import Final

#: Between a day and its month.
OF: Final = "من|من شهر|شهر|لشهر|من برج|برج|of|of the month of|de|du mois de|d|ماه|از ماه|ayı|ayının"
#: Before a month that stands alone.
MONTH_HEAD: Final = "شهر|في شهر|خلال شهر|لشهر|برج|in|during|since|until|month of|en|au mois de|ماه|در ماه"
#: Words that say of what stands behind them that it is a month.
SAYS_MONTH: Final = (
    "شهر|في شهر|خلال شهر|لشهر|من شهر|مستهل شهر|برج|من برج"
    "|month of|of the month of|au mois de|du mois de|au début du mois de|au milieu du mois de|à la fin du mois de"
)
#: Before a year.
YEAR_HEAD: Final = (
    "سنة|عام|لعام|لسنة|من عام|من سنة|من العام|للعام|العام|السنة|عامي|عام الـ|year|the year|of the year|l an|année|l année|سال|در سال|yılı"
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
    "منتصف|في منتصف|بمنتصف|أواسط|وسط|mid|in the middle of|the middle of|middle of|mi|au milieu de|au milieu du mois de|milieu|اواسط|"
    "نیمه|میانه"
)
EARLY: Final = (
    "مطلع|في مطلع|أوائل|بداية|بدايات|مستهل|early|beginning of|the beginning of|start of|the start of|début|au début de|"
    "au début du mois de|اوایل|"
    "ابتدای|آغاز"
)
LATE: Final = "أواخر|نهاية|نهايات|ختام|بنهاية|late|end of|the end of|fin|à la fin de|à la fin du mois de|اواخر|پایان|انتهای"
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
FIRST_DAY: Final = "غرة|مستهل شهر|أول يوم من|أول أيام|first day of|the first day of|premier jour de"
LAST_DAY: Final = "سلخ|آخر يوم من|آخر أيام|last day of|the last day of|dernier jour de|منسلخ"
#: Days of a month as words, the first first.
ORDINALS: Final = (
    "الأول|first|1st|premier|یکم|اول",
    "الثاني|الثانى|second|deux|دوم",
    "الثالث|third|trois|سوم",
    "الرابع|fourth|quatre|چهارم",
    "الخامس|fifth|cinq|پنجم",
    "السادس|sixth|six|ششم",
    "السابع|seventh|sept|هفتم",
    "الثامن|eighth|huit|هشتم",
    "التاسع|ninth|neuf|نهم",
    "العاشر|tenth|dix|دهم",
    "الحادي عشر|eleventh|onze|یازدهم",
    "الثاني عشر|twelfth|douze|دوازدهم",
    "الثالث عشر|thirteenth|treize|سیزدهم",
    "الرابع عشر|fourteenth|quatorze|چهاردهم",
    "الخامس عشر|fifteenth|quinze|پانزدهم",
    "السادس عشر|sixteenth|seize|شانزدهم",
    "السابع عشر|seventeenth|dix sept|هفدهم",
    "الثامن عشر|eighteenth|dix huit|هجدهم|هیجدهم",
    "التاسع عشر|nineteenth|dix neuf|نوزدهم",
    "العشرون|العشرين|twentieth|vingt|بیستم",
    "الحادي والعشرون|الحادي والعشرين|الواحد والعشرين|twenty first|vingt et un|بیست و یکم",
    "الثاني والعشرون|الثاني والعشرين|twenty second|vingt deux|بیست و دوم",
    "الثالث والعشرون|الثالث والعشرين|twenty third|vingt trois|بیست و سوم",
    "الرابع والعشرون|الرابع والعشرين|twenty fourth|vingt quatre|بیست و چهارم",
    "الخامس والعشرون|الخامس والعشرين|twenty fifth|vingt cinq|بیست و پنجم",
    "السادس والعشرون|السادس والعشرين|twenty sixth|vingt six|بیست و ششم",
    "السابع والعشرون|السابع والعشرين|twenty seventh|vingt sept|بیست و هفتم",
    "الثامن والعشرون|الثامن والعشرين|twenty eighth|vingt huit|بیست و هشتم",
    "التاسع والعشرون|التاسع والعشرين|twenty ninth|vingt neuf|بیست و نهم",
    "الثلاثون|الثلاثين|thirtieth|trente|سی ام",
    "الحادي والثلاثون|الحادي والثلاثين|الواحد والثلاثين|thirty first|trente et un|سی و یکم",
)
#: What follows is a number of something and no date.
NUMBER_LABEL: Final = (
    "رقم|برقم|ورقم|الرقم|رقمها|العدد|عدد|المادة|مادة|الفقرة|فقرة|البند|بند|صفحة|الصفحة|الإصدار|إصدار|نسخة|هاتف|قانون|القانون|no|nr|"
    "number|num|n|"
    "numéro|ref|reference|file|article|section|paragraph|para|clause|chapter|page|version|v|release|tel|phone|fax|score|id|case|"
    "sayı|no lu|"
    "شماره|بند|ماده|نسخه|تلفن|فاكس|قرار رقم|ملف|القيد|قيد|ip"
)
#: Of other calendars, and names of months that only stand in a list of months: what a name is called besides.
MORE_HIJRI: Final = {
    1: "محرم الحرام|المحرم|شهر الله المحرم|muharrem|mouharram|محرّم",
    2: "صفر الخير|صفر المظفر|sefer",
    3: "ربيع أول|ربيع اول|ربیع الاول|rebiülevvel|rabi al awal|rabia al awwal|rabi' al-awwal|rabi' i|rabie i",
    4: "ربيع آخر|ربيع ثاني|ربيع ثان|ربیع الثانی|rebiülahir|rabi' al-thani|rabi' ii|rabi' al-akhir|rabi al akhar|rabia al thani",
    5: "جماد الأول|جمادي الأولى|جمادى الاول|جماد اول|جمادی الاول|cemaziyelevvel|jumada al awwal|jumada al oula|joumada i",
    6: "جماد الثاني|جماد الآخر|جماد الآخرة|جمادى الآخر|جماد ثاني|جمادی الثانی|cemaziyelahir|jumada al akhirah|joumada ii",
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
    "الدلو|الحوت|آذر|القعدة|الحجة|çile|kanun|gulan|safar|خرداد"
)
#: Month written in the short way of programs, as Levantine and other names beside one another are.
MORE_GREGORIAN: Final = {
    1: "كانون ثاني|ك2",
    2: "فبرایر",
    5: "مايس|ايار",
    7: "يوليو|تموز",
    8: "اب|غوشت|أغسطس",
    9: "أيلول|شتنبر",
    10: "تشرين أول|تشرين اول",
    11: "تشرين ثاني|تشرين ثان|نوفنبر",
    12: "كانون أول|كانون اول",
}
