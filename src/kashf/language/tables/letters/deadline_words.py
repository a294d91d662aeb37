"""Wordings of deadlines and validity, by the rule by which the day is reckoned; compared folded.

`#` stands for a number, `@` for a date, `$` for a weekday.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The first that fits counts.
RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "within-letter": "خلال مدة أقصاها # يوما من تاريخ هذا الكتاب|خلال # أيام من تاريخ هذا الكتاب"
        "|خلال # يوما من تاريخ هذا الكتاب|خلال # يوما من تاريخ هذا القرار|خلال # أيام من تاريخه"
        "|خلال # يوما من تاريخه|خلال # أيام من تاريخ هذا القرار|لمدة # أيام من تاريخه|within # days of this letter"
        "|within # days of the date of this letter|within # days from this letter"
        "|within # days from the date of this letter|within # days of this decision|within # days of this date"
        "|no later than # days from the date of this letter",
        "within-receipt": "خلال # أيام من تاريخ التبليغ|خلال # يوما من تاريخ التبليغ|خلال # أيام من تاريخ التبلغ"
        "|خلال # يوما من تاريخ التبلغ|خلال # أيام من تاريخ استلامه|خلال # أيام من استلام"
        "|within # days of notice|within # days of notification|within # days of receipt|within # days of being notified"
        "|within # days of receiving this|within # days from notification",
        "within-publication": "خلال # يوما من تاريخ نشره|خلال # أيام من تاريخ نشره|اعتبارا من تاريخ نشره|من تاريخ نشره"
        "|من تاريخ صدوره|اعتبارا من تاريخ صدوره|as from its publication"
        "|from its publication|from the date of publication|within # days of publication|from the day of its publication",
        "within": "أقصاها # أيام|أقصاها # يوما|أقصاها # ساعة|أقصاه # أيام|أقصاه # يوما|لا تتجاوز # أيام|لا تتجاوز # يوما"
        "|لا يتجاوز # أيام|لا يتجاوز # يوما|لا تزيد على # أيام|لا تزيد على # يوما|لا تتعدى # أيام|لا تتعدى # يوما"
        "|في ظرف # أيام|في ظرف # يوما|ضمن # أيام|مهلة # أيام|مهلة # يوما|# days at the latest|no more than # days"
        "|not exceeding # days|inside # days|خلال مدة أقصاها # يوما|خلال مدة أقصاها # أيام|خلال # أيام|خلال # يوما|خلال # ساعة"
        "|خلال # يوم|في غضون # أيام"
        "|في غضون # يوما|within # days|within # hours|in # days",
        "every": "في اليوم # من كل شهر هجري|في اليوم # من كل شهر|كل يوم $|كل # أيام|كل # يوما|كل أسبوع|أسبوعيا|كل شهر|شهريا|يوميا"
        "|كل يوم|every $|every day|every week|every month|weekly"
        "|monthly|daily|on day # of every month|on the # of every month|on the # day of every month|on day # of every Hijri month",
        "at-once": "من غير إبطاء|دون إبطاء|بلا إبطاء|بلا تأخير|من غير تأخير|دون تأجيل|دون توان|دونما تأخير|بالسرعة القصوى"
        "|بالسرعة الممكنة|على عجل|في أسرع وقت|with all speed|without loss of time|with no delay|this instant|at the earliest"
        "|فورا|على الفور|على وجه السرعة|على جناح السرعة|بأسرع ما يمكن|بأسرع وقت|حالا|في الحال|دون تأخير|بدون تأخير"
        "|immediately|at once|without delay|as quickly as possible"
        "|as soon as possible|forthwith|urgently|right away",
        "date-set": "في الموعد المقرر|في الموعد المضروب|في اليوم المعين|في الأجل المسمى|في الموعد المعين|at the time fixed"
        "|on the day fixed|at the hour set|on the day agreed|في الموعد المحدد|في التاريخ المحدد|في الوقت المحدد"
        "|on the date set|on the day set|at the appointed time"
        "|on the appointed day|on the date that was set|at the time set",
        "after-act": "ويشترط لذلك تنفيذ البند #|يشترط لذلك تنفيذ البند #|بشرط تنفيذ البند #|شريطة تنفيذ البند #"
        "|on condition that item # is done|عقب إتمام البند #|إثر تنفيذ البند #|فور الانتهاء من البند #"
        "|بعد الفراغ من البند #|بعد الانتهاء من البند #"
        "|following item #|as soon as item #|after carrying out item #|بعد إتمام البند #|بعد تنفيذ البند #"
        "|بعد إنجاز البند #|بعد إتمام ما ورد|once item # is done"
        "|after item # is done|after completion of item #|once item # has been completed"
        "|after item #|upon completion of item #|when item # is done|once item # is completed",
        "until-notice": "حتى يصدر خلاف ذلك|إلى أن يصدر خلافه|حتى يصدر ما يخالفه|until told otherwise|until we write again|حتى إشعار آخر"
        "|إلى إشعار آخر|لحين إشعار آخر|until further notice|till further notice",
        "date": "لا يتعدى @|لا يتجاوز @|أقصاه @|موعد غايته @|غايته @|not after @|latest @|prior to @|ahead of @|في موعد أقصاه @"
        "|قبل تاريخ @|قبل يوم @|قبل @|بتاريخ @|بحلول @|حتى تاريخ @|لغاية @|في موعد لا يتجاوز @|يوم @"
        "|no later than @|not later than @|by @|before @|on @|until @",
    }
)
#: What a length of time until something is to be done begins with.
WITHIN: Final = "خلال|غضون|لمدة|مدة|أقصاها|أقصاه|within|later than|in the space of"
#: What days are counted from where it stands behind them.
COUNTED_FROM: Final[Mapping[str, str]] = MappingProxyType(
    {
        "within-receipt": "التبلغ|التبليغ|تبلغه|تبلغكم|تبليغه|الاستلام|استلامه|استلامكم|استلام|وصوله|وصول|الاطلاع|receipt|notice|told"
        "|notified|receiving|notification",
        "within-publication": "نشره|النشر|الإعلان|إعلانه|publication|its publication|posting",
        "within-letter": "تاريخه|تاريخ هذا|هذا الكتاب|هذا الأمر|هذا القرار|صدوره|تحريره|الصدور|this letter|this order|this date|its date"
        "|today",
    }
)
