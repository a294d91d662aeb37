"""Words of days that are counted from another day; written by us, readers fold them. Arabic, English, French, Turkish, Persian."""

from __future__ import annotations

from typing import Final

#: Days from the day of writing, by their words.
DAYS_AWAY: Final = {
    -2: "أول أمس|أول من أمس|أمس الأول|the day before yesterday|avant hier|پریروز",
    -1: "أمس|يوم أمس|البارحة|yesterday|hier|dün|دیروز",
    0: "هذا اليوم|تاريخ اليوم|يومنا هذا|today|aujourd hui|bugün|امروز",
    1: "غدا|غداً|يوم غد|يوم الغد|صباح الغد|مساء الغد|حتى الغد|tomorrow|demain|yarın",
    2: "بعد غد|بعد غد|the day after tomorrow|après demain|پس فردا",
}
#: The same in Persian, Pashto and Kurdish; in Arabic some of them are other words.
PERSIAN_DAYS_AWAY: Final = {-1: "دوێنێ|پرون", 0: "ئەمڕۆ|نن", 1: "فردا|سبەینێ|سبا"}
#: Behind a weekday, a month or a day of one, or before it: the next, the last.
NEXT: Final = "القادم|القادمة|المقبل|المقبلة|الآتي|الآتية|next|coming|prochain|prochaine|gelecek|önümüzdeki|آینده|بعدی|داهاتوو"
LAST: Final = "الماضي|الماضية|المنصرم|المنصرمة|الفائت|الفائتة|last|past|dernier|dernière|geçen|geçtiğimiz|گذشته|قبل|ڕابردوو"
#: Behind a day: of this month, of the last, of the next.
OF_THIS_MONTH: Final = "الجاري|الحالي|inst|instant|courant|جاری|من الشهر الجاري|من هذا الشهر|من شهره|of this month|de ce mois|این ماه"
OF_LAST_MONTH: Final = "ult|ultimo|من الشهر الماضي|من الشهر المنصرم|من الشهر الفائت|of last month|du mois dernier|ماه گذشته"
OF_NEXT_MONTH: Final = "prox|proximo|من الشهر القادم|من الشهر المقبل|of next month|du mois prochain|ماه آینده"
#: Before a day.
MONTH_BEFORE_DAY: Final = {0: "bu ayın", -1: "geçen ayın", 1: "gelecek ayın|önümüzdeki ayın"}
#: Months and weeks beside the one of writing.
NEXT_MONTH: Final = "الشهر القادم|الشهر المقبل|next month|le mois prochain|gelecek ay|ماه آینده"
LAST_MONTH: Final = "الشهر الماضي|الشهر المنصرم|last month|le mois dernier|geçen ay|ماه گذشته"
THIS_MONTH: Final = "الشهر الجاري|الشهر الحالي|هذا الشهر|this month|ce mois ci|bu ay|این ماه"
NEXT_WEEK: Final = "الأسبوع القادم|الأسبوع المقبل|next week|la semaine prochaine|gelecek hafta|هفته آینده"
LAST_WEEK: Final = "الأسبوع الماضي|last week|la semaine dernière|geçen hafta|هفته گذشته"
NEXT_YEAR: Final = "العام القادم|العام المقبل|السنة القادمة|next year|l année prochaine|gelecek yıl|سال آینده"
LAST_YEAR: Final = "العام الماضي|السنة الماضية|last year|l année dernière|geçen yıl|سال گذشته"
#: Units of time, their length in days from and to (a month of either calendar), and one or two of them in one word.
UNITS: Final = {
    "hour": "ساعة|ساعات|hour|hours|heure|heures|saat|ساعت",
    "day": "يوم|يوما|يوماً|أيام|ايام|day|days|jour|jours|gün|روز",
    "week": "أسبوع|أسابيع|اسبوع|week|weeks|semaine|semaines|hafta|هفته",
    "month": "شهر|أشهر|شهرا|شهور|month|months|mois|ay|ماه",
    "year": "سنة|سنوات|عام|أعوام|عاما|year|years|ans|année|années|yıl|سال",
}
TWO: Final = {"day": "يومين|يومان", "week": "أسبوعين|أسبوعان", "month": "شهرين|شهران", "year": "سنتين|عامين|سنتان|عامان", "hour": "ساعتين"}
#: They say that a length of time is a term: its end is what counts.
WITHIN: Final = (
    "خلال|في غضون|خلال مدة|خلال مدة أقصاها|خلال مدة لا تتجاوز|في مدة أقصاها|في مدة لا تتجاوز|خلال مهلة|مهلة|مهلة أقصاها|لمدة أقصاها|"
    "within|within a period of|in|no later than|not later than|at the latest|sous|dans les|dans un délai de|dans le délai de|"
    "ظرف|ظرف مدت|در مدت|حداکثر ظرف|en geç"
)
AGO: Final = "ago|önce|پیش"
AHEAD: Final = "later|hence|plus tard|sonra|içinde|zarfında"
BEFORE_NOW: Final = "قبل|منذ|il y a"
AFTER_NOW: Final = "بعد|in|dans"
#: Between a length and the day that it is counted from.
FROM: Final = (
    "من|من تاريخ|بعد|اعتبارا من|ابتداء من|تبدأ من|من يوم|from|of|after|from the date of|of the date of|after the date of|following|"
    "following the date of|starting from|à compter de|à compter du|à partir de|à partir du|de|après|suivant|از|از تاریخ|پس از"
)
BEFORE: Final = "قبل|before|prior to|avant|پیش از"
#: What they are counted from: this writing, its notice, its publication, its receipt.
ANCHORS: Final = {
    "writing": (
        "تاريخه|تاريخ هذا القرار|هذا القرار|هذا الكتاب|هذا التعميم|هذا الأمر|القرار|صدوره|تاريخ صدوره|صدور هذا القرار|"
        "تاريخ صدور هذا القرار|"
        "تاريخ القرار|تاريخ الكتاب|تاريخ هذا التعميم|تاريخ التعميم|تاريخ هذا الكتاب|this decision|this letter|this order|this date|today|"
        "the date of this decision|this circular|the date of this letter|the date of this order|the date of this circular|"
        "the date hereof|"
        "la présente|la présente décision|ce jour|این نامه|این حکم|صدور|تاریخ صدور|issue|issuance|its issue"
    ),
    "notice": (
        "تبليغه|تاريخ تبليغه|التبليغ|تاريخ التبليغ|تبلغه|تبلغكم|إبلاغكم|تاريخ إبلاغه|إعلان|notice|notification|this notice|the notice|"
        "la notification|sa notification|ابلاغ|تاریخ ابلاغ|tebliğ"
    ),
    "publication": (
        "نشره|تاريخ نشره|النشر|تاريخ النشر|نشر هذا القرار|تاريخ نشر هذا القرار|publication|its publication|the publication|"
        "sa publication|"
        "la publication|انتشار"
    ),
    "receipt": (
        "استلامه|تاريخ استلامه|استلامكم|وصوله|تاريخ وروده|receipt|its receipt|receipt of this letter|réception|sa réception|دریافت|وصول"
    ),
}
#: At once: the day of writing, or of publication where that is said.
AT_ONCE: Final = (
    "من تاريخه|اعتبارا من تاريخه|ابتداء من تاريخه|من تاريخ اليوم|as of today|à compter de ce jour|از این تاریخ|"
    "فور صدوره|فورا|فوراً|على الفور|في أقرب وقت|بأسرع وقت|بالسرعة القصوى|immediately|as soon as possible|as quickly as possible|at once|"
    "dès que possible|immédiatement|derhal|en kısa zamanda"
)
EVERY: Final = "كل|في كل|من كل|every|each|of every|of each|chaque|de chaque|tous les|tous les deux|her|هر"
EVERY_DAY_OF: Final = (
    "من كل شهر|من كل شهر هجري|of every month|of each month|of every hijri month|of each hijri month|de chaque mois|هر ماه|her ayın"
)
HIJRI_MONTH: Final = "شهر هجري|hijri month|mois hégirien|شهر قمري|ماه قمری|hicri ay"
