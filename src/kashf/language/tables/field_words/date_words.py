"""Words of dates that people write into forms, beside those of calendar_words: months of other countries and languages, eras, days."""

from typing import Final

#: Of the Gregorian year, January first, each as it is written in Algeria and Tunisia, Morocco, Egypt, by speakers of Kurdish, in Russian
#: (both cases) and in Persian.
MORE_MONTHS: Final = (
    ("جانفي", "جانفى", "يناير", "ژانویه", "کانوونی دووەم", "کانونی دووەم", "çile", "rêbendan", "январь", "января", "янв"),
    ("فيفري", "فبراير", "فوریه", "شوبات", "sibat", "reşemî", "февраль", "февраля", "фев"),
    ("مارس", "مارت", "ئازار", "آدار", "اذار", "adar", "avdar", "март", "марта", "мар"),
    ("أفريل", "ابريل", "أبريل", "آوریل", "نیسان", "nîsan", "avrêl", "апрель", "апреля", "апр"),
    ("ماي", "مايو", "مه", "ئایار", "مايس", "gulan", "май", "мая"),
    ("جوان", "يونيه", "يونية", "ژوئن", "حوزەیران", "خزيران", "hezîran", "pûşper", "июнь", "июня"),
    ("جويلية", "يوليوز", "يوليه", "يولية", "ژوئیه", "تەممووز", "تەمووز", "tîrmeh", "июль", "июля"),
    ("أوت", "اوت", "غشت", "اغسطس", "اوگوست", "ئاب", "tebax", "gelawêj", "август", "августа", "авг"),
    ("سبتمبر", "شتنبر", "سپتامبر", "ئەیلوول", "ايلول", "îlon", "rezber", "сентябрь", "сентября", "сен"),
    ("اكتوبر", "اكتوبر", "أكتوبر", "اکتبر", "تشرینی یەکەم", "cotmeh", "çiriya pêşîn", "октябрь", "октября", "окт"),
    ("نونبر", "نوفمبر", "نوامبر", "تشرینی دووەم", "mijdar", "çiriya paşîn", "ноябрь", "ноября", "ноя"),
    ("دجنبر", "ديسمبر", "دسامبر", "کانوونی یەکەم", "کانونی یەکەم", "berfanbar", "kanûn", "декабрь", "декабря", "дек"),
)
#: Of the solar Hijri year, Farvardin first: Persian, Afghan, Kurdish.
SOLAR_MONTHS: Final = (
    ("فروردین", "حمل", "خاکەلێوە", "farvardin", "newroz"),
    ("اردیبهشت", "ثور", "گوڵان", "ordibehesht"),
    ("خرداد", "جوزا", "جۆزەردان", "khordad"),
    ("تیر", "سرطان", "پووشپەڕ", "tir"),
    ("مرداد", "امرداد", "اسد", "گەلاوێژ", "mordad"),
    ("شهریور", "سنبله", "خەرمانان", "shahrivar"),
    ("مهر", "میزان", "ڕەزبەر", "mehr"),
    ("آبان", "عقرب", "گەڵاڕێزان", "aban"),
    ("آذر", "قوس", "سەرماوەز", "azar"),
    ("دی", "جدی", "بەفرانبار", "dey"),
    ("بهمن", "دلو", "ڕێبەندان", "bahman"),
    ("اسفند", "حوت", "ڕەشەمە", "esfand"),
)
GREGORIAN: Final = "م|ميلادي|ميلادية|ميلاديه|للميلاد|ad|ce|н э|г|года|year|زاینی|میلادی|z"
HIJRI: Final = "ه|هـ|هجري|هجرية|هجريه|للهجرة|ah|h|hijri|هجری قمری|ق|قمری|کۆچی|koçî"
SOLAR: Final = "ش|شمسی|هجری شمسی|ه ش|هـ ش|خورشیدی|هەتاوی"
#: They stand in a date and say nothing of it.
FILLING: Final = (
    "مواليد|من مواليد|ولد|ولدت|ولادة|عام|سنة|العام|السنة|شهر|الشهر|يوم|في|من|بتاريخ|تاريخ|بتأريخ|لعام|لسنة|"
    "born|in|on|of|the|year|month|day|date|dated|né|née|le|en|de|du|er|am|im|vom|geboren|jahr|doğumlu|tarihinde|yılı|ayı|"
    "род|родился|года|год|متولد|سال|ماه|روز|ساڵی|مانگی|ڕۆژی|ی|sala|roja|meha|ê|a|an|s|st|nd|rd|th"
)
#: Between two wordings of one day.
CORRESPONDING: Final = "الموافق|الموافق ل|الموافق لـ|corresponding to|correspondant à|entsprechend|مطابق|بەرامبەر"
#: Monday first.
MORE_DAYS: Final = (
    ("الاثنين", "الإثنين", "monday", "mon", "lundi", "montag", "pazartesi", "понедельник", "دوشنبه", "دووشەممە"),
    ("الثلاثاء", "tuesday", "tue", "mardi", "dienstag", "salı", "вторник", "سه شنبه", "سێشەممە"),
    ("الأربعاء", "wednesday", "wed", "mercredi", "mittwoch", "çarşamba", "среда", "چهارشنبه", "چوارشەممە"),
    ("الخميس", "thursday", "thu", "jeudi", "donnerstag", "perşembe", "четверг", "پنجشنبه", "پێنجشەممە"),
    ("الجمعة", "friday", "fri", "vendredi", "freitag", "cuma", "пятница", "جمعه", "هەینی"),
    ("السبت", "saturday", "sat", "samedi", "samstag", "cumartesi", "суббота", "شنبه", "شەممە"),
    ("الأحد", "sunday", "sun", "dimanche", "sonntag", "pazar", "воскресенье", "یکشنبه", "یەکشەممە"),
)
#: Behind a number: it is an age.
AGE: Final = (
    "سنة|عام|عاما|عاماً|سنوات|سنين|أعوام|ربيعا|years|years old|yrs|year old|ans|jahre|jahre alt|yaş|yaşında|yaşındayım|лет|год|года|"
    "سال|ساله|ساڵ|salî"
)
#: Before a number: it is an age.
AGED: Final = "العمر|عمره|عمري|عمرها|السن|age|aged|âge|alter|yaşı|возраст|سن|تەمەن|temen"
#: Words of labels that ask for an age, beside these.
ASKS_AGE: Final = "عمر|عمرك|كم عمرك|years old|âgé|lebensalter|yaş|лет|تەمەنی|temenê"
