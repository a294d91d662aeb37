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
        "|في غضون # يوما|within # days|within # hours|in # days"
        "|في أجل # أيام|في أجل # يوما|في أجل لا يتعدى # أيام|في أجل أقصاه # أيام|في أجل أقصاه # يوما|داخل أجل # أيام|داخل أجل # يوما"
        "|في مدة # أيام|في مدة لا تتجاوز # أيام|في مدة لا تتجاوز # يوما|في مهلة # أيام|في مهلة أقصاها # أيام|بغضون # أيام|بظرف # أيام"
        "|خلال # ساعات|في غضون # ساعة|أقصاها # ساعات|خلال فترة # أيام|خلال فترة # يوما|خلال مهلة # أيام|خلال مهلة # يوما"
        "|in the course of # days|in the space of # days|within a period of # days|within a maximum of # days|before # days have passed"
        "|inside # hours|not more than # days|at most # days|# hours at the latest",
        "every": "في اليوم # من كل شهر هجري|في اليوم # من كل شهر|كل يوم $|كل # أيام|كل # يوما|كل أسبوع|أسبوعيا|كل شهر|شهريا|يوميا"
        "|كل يوم|every $|every day|every week|every month|weekly"
        "|monthly|daily|on day # of every month|on the # of every month|on the # day of every month|on day # of every Hijri month",
        "at-once": "من غير إبطاء|دون إبطاء|بلا إبطاء|بلا تأخير|من غير تأخير|دون تأجيل|دون توان|دونما تأخير|بالسرعة القصوى"
        "|بالسرعة الممكنة|على عجل|في أسرع وقت|with all speed|without loss of time|with no delay|this instant|at the earliest"
        "|فورا|على الفور|على وجه السرعة|على جناح السرعة|بأسرع ما يمكن|بأسرع وقت|حالا|في الحال|دون تأخير|بدون تأخير"
        "|immediately|at once|without delay|as quickly as possible"
        "|as soon as possible|forthwith|urgently|right away"
        "|دون أي تأخير|بدون أي تأخير|من دون تأخير|دونما إبطاء|بدون إبطاء|في أقرب وقت|في أقرب وقت ممكن|في أقرب فرصة|في أقرب الآجال"
        "|بأقصى سرعة|بأقصى سرعة ممكنة|بصورة عاجلة|بصورة فورية|بشكل فوري|بشكل عاجل|على سبيل الاستعجال|على وجه الاستعجال|على جناح الاستعجال"
        "|فور الاستلام|فور وصول هذا|حال وصوله|حال استلامه|with immediate effect|without further delay|with the least delay"
        "|with the least possible delay|with utmost speed|with all haste|with all dispatch|as a matter of urgency|as a matter of priority"
        "|at your earliest convenience|at the earliest opportunity|at the earliest possible|on receipt of this|straight away|straightaway"
        "|asap",
        "date-set": "في الموعد المقرر|في الموعد المضروب|في اليوم المعين|في الأجل المسمى|في الموعد المعين|at the time fixed"
        "|on the day fixed|at the hour set|on the day agreed|في الموعد المحدد|في التاريخ المحدد|في الوقت المحدد"
        "|on the date set|on the day set|at the appointed time"
        "|on the appointed day|on the date that was set|at the time set"
        "|في الوقت المقرر|في الموعد المتفق عليه|في الأجل المحدد|ضمن المهلة المحددة|خلال المهلة المحددة|في المدة المحددة"
        "|خلال المدة المحددة|في المواعيد المقررة|at the agreed time|on the agreed date|on the appointed date|by the date set"
        "|by the date fixed|within the period set|within the time allowed|within the time limit",
        "after-act": "ويشترط لذلك تنفيذ البند #|يشترط لذلك تنفيذ البند #|بشرط تنفيذ البند #|شريطة تنفيذ البند #"
        "|on condition that item # is done|عقب إتمام البند #|إثر تنفيذ البند #|فور الانتهاء من البند #"
        "|بعد الفراغ من البند #|بعد الانتهاء من البند #"
        "|following item #|as soon as item #|after carrying out item #|بعد إتمام البند #|بعد تنفيذ البند #"
        "|بعد إنجاز البند #|بعد إتمام ما ورد|once item # is done"
        "|after item # is done|after completion of item #|once item # has been completed"
        "|after item #|upon completion of item #|when item # is done|once item # is completed",
        "until-notice": "حتى يصدر خلاف ذلك|إلى أن يصدر خلافه|حتى يصدر ما يخالفه|until told otherwise|until we write again|حتى إشعار آخر"
        "|إلى إشعار آخر|لحين إشعار آخر|until further notice|till further notice"
        "|حتى صدور أمر آخر|إلى حين إشعار آخر|حتى صدور تعليمات أخرى|إلى أن يصدر أمر آخر|لحين صدور أمر آخر|لحين ورود تعليمات"
        "|حتى ورود أوامر أخرى|حتى إشعار لاحق|لغاية إشعار آخر|until further orders|until further instructions|pending further notice"
        "|pending further orders|pending further instructions|until otherwise ordered|until countermanded",
        "date": "لا يتعدى @|لا يتجاوز @|أقصاه @|موعد غايته @|غايته @|not after @|latest @|prior to @|ahead of @|في موعد أقصاه @"
        "|قبل تاريخ @|قبل يوم @|قبل @|بتاريخ @|بحلول @|حتى تاريخ @|لغاية @|في موعد لا يتجاوز @|يوم @"
        "|no later than @|not later than @|by @|before @|on @|until @"
        "|قبل نهاية يوم @|قبل نهاية دوام يوم @|قبل متم @|حتى يوم @|لغاية يوم @|إلى غاية @|إلى غاية يوم @|في أجل أقصاه @|أقصاه يوم @"
        "|وقبل حلول @|قبل حلول @|في مهلة أقصاها @|في مدة أقصاها @|آخر موعد @|آخر أجل @|to arrive by @|to reach us by @|at the latest by @"
        "|at the latest on @|up until @|to be received by @|not later than close of business on @|by close of business on @"
        "|by the end of @|before the end of @|by midnight on @",
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
