"""The offices of the set that is kept back: whoever writes a reader must not open this module."""

from examples.siege.acts.kept_back import KEPT_ARABIC
from examples.siege.acts.kept_back_latin import KEPT_ENGLISH
from examples.siege.acts.kept_back_more import KEPT_FRENCH, KEPT_PERSIAN, KEPT_TURKISH
from examples.siege.acts.kit import ActsKit, OfficeWords

OFFICES = (
    OfficeWords("g0", "group", "", {"ar": "جماعة فجر الوديان", "en": "Dawn of the Valleys", "fr": "Aube des Vallées",
        "tr": "Vadilerin Şafağı", "fa": "جماعت سپیده دره‌ها"}, "governor", "deputy", "ف", ("{y}-{n}", "{n}")),
    OfficeWords("g1", "group", "g0", {"ar": "اللجنة العسكرية", "en": "Military Committee", "fr": "Comité militaire", "tr": "Askerî Komite",
        "fa": "کمیته نظامی"}, "soldiery", "clerk", "ل ع", ("{n} - {code}", "{n}")),
    OfficeWords("g2", "group", "g0", {"ar": "الهيئة الشرعية", "en": "Sharia Board", "fr": "Conseil de la charia", "tr": "Şer'î Heyet",
        "fa": "هیئت شرعی"}, "judge", "clerk", "هـ", ("{code}: {n}", "{n}/{yy}")),
    OfficeWords("g3", "group", "g1", {"ar": "قطاع التلال", "en": "Hills Sector", "fr": "Secteur des Collines", "tr": "Tepeler Bölgesi",
        "fa": "محور تپه‌ها"}, "sector", "clerk", "ت", ("{n}", "{n}")),
    OfficeWords("g4", "group", "g1", {"ar": "غرفة عمليات الوادي", "en": "Valley Operations Room", "fr": "Salle d'opérations de la Vallée",
        "tr": "Vadi Harekât Odası", "fa": "اتاق عملیات دره"}, "sector", "clerk", "ع", ("{n}", "{a}-{n}")),
    OfficeWords("g5", "group", "g3", {"ar": "مفرزة الطاحون", "en": "Mill Detachment", "fr": "Détachement du Moulin",
        "tr": "Değirmen Müfrezesi", "fa": "دسته آسیاب"}, "sector", "clerk", "ط", ("{n}", "{n}")),
    OfficeWords("s0", "state", "", {"ar": "الديوان السلطاني", "en": "Chamber of the Sultanate", "fr": "Chambre du Sultanat",
        "tr": "Saltanat Divanı", "fa": "دیوان سلطنت"}, "minister", "clerk", "د", ("{n}/{a}/{y}", "{n}")),
    OfficeWords("s1", "state", "s0", {"ar": "مصلحة المنافذ", "en": "Border Service", "fr": "Service des frontières", "tr": "Sınır İdaresi",
        "fa": "اداره مرزها"}, "director", "clerk", "مـن", ("{code} {b}.{n}", "{n}")),
    OfficeWords("s2", "state", "s0", {"ar": "قائمقامية المرجان", "en": "District of al-Murjan", "fr": "District d'al-Murjan",
        "tr": "Mercan Kaymakamlığı", "fa": "فرمانداری مرجان"}, "mukhtar", "clerk", "مرجان", ("{n}", "{y}/{n}")),
    OfficeWords("s3", "state", "s1", {"ar": "لواء الحدود الرابع عشر", "en": "Fourteenth Border Brigade",
        "fr": "Quatorzième brigade des frontières", "tr": "On Dördüncü Sınır Tugayı", "fa": "تیپ چهاردهم مرزی"}, "commander", "clerk",
        "حركات", ("{code}\\{a}\\{n}", "{n}")),
    OfficeWords("s4", "state", "s2", {"ar": "مجلس بلدة العقيق", "en": "Town Council of al-Aqiq", "fr": "Conseil communal d'al-Aqiq",
        "tr": "Akik Belde Meclisi", "fa": "شورای شهر عقیق"}, "mukhtar", "clerk", "ب", ("{n}", "{n}")),
    OfficeWords("x1", "state", "s0", {"ar": "شعبة المراسلات الأجنبية", "en": "Foreign Correspondence Section"}, "director", "clerk", "FCS",
        ("{y}-{code}-{n}", "{n}"), "en"),
    OfficeWords("x2", "state", "s0", {"ar": "بعثة التنسيق", "en": "Coordination Mission", "fr": "Mission de coordination"}, "director",
        "clerk", "MC", ("{code}.{n}.{yy}", "{n}"), "fr"),
    OfficeWords("x3", "state", "s1", {"ar": "مكتب المعبر الشمالي", "en": "Northern Gate Office", "tr": "Kuzey Kapısı Bürosu"}, "director",
        "clerk", "KKB", ("{code}/{y}/{n}", "{n}"), "tr"),
    OfficeWords("x4", "group", "g0", {"ar": "مكتب الروابط الشرقية", "en": "Eastern Ties Office", "fa": "دفتر پیوندهای شرقی"}, "director",
        "clerk", "پ", ("{n}/{code}", "{n}"), "fa"),
)  # fmt: skip
_NAMES = (
    ("قفل الباب", "Bolt the Door", "Verrou", "Sürgü", "قفل در"), ("الحجل", "Partridge", "Perdrix", "Keklik", "کبک"), ("عين الصقر",
        "Falcon's Eye", "Œil du faucon", "Şahin Gözü", "چشم شاهین"),
    ("المنجل", "Sickle", "Faucille", "Orak", "داس"), ("نبع الصخر", "Rock Spring", "Source du rocher", "Kaya Pınarı", "چشمه سنگ"),
        ("ليلة الرعد", "Thunder Night", "Nuit de tonnerre", "Gök Gürültüsü Gecesi", "شب تندر"),
    ("الجسر المكسور", "Broken Bridge", "Pont brisé", "Kırık Köprü", "پل شکسته"), ("حبة القمح", "Grain of Wheat", "Grain de blé",
        "Buğday Tanesi", "دانه گندم"), ("الغراب", "Raven", "Corbeau", "Kuzgun", "کلاغ"),
    ("السراب", "Mirage", "Mirage", "Serap", "سراب"),
)  # fmt: skip
LANGUAGES = ("ar", "en", "fr", "tr", "fa")
KEPT = ActsKit(
    name="kept",
    half=1,
    offices=OFFICES,
    books={"ar": KEPT_ARABIC, "en": KEPT_ENGLISH, "fr": KEPT_FRENCH, "tr": KEPT_TURKISH, "fa": KEPT_PERSIAN},
    old_names={
        "g1": {"ar": "المكتب العسكري العام"}, "g2": {"ar": "دار القضاء"}, "g3": {"ar": "قاطع التلال الغربي"}, "g4": {"ar": "غرفة السهل"},
            "s1": {"ar": "مديرية الجوازات"}, "s2": {"ar": "متصرفية المرجان"},
        "s3": {"ar": "فوج الحدود الثالث"},
    },
    operations=tuple(dict(zip(LANGUAGES, names, strict=True)) for names in _NAMES),
    outsiders=(
        {"ar": "جمعية الأيادي البيضاء", "en": "White Hands Association"}, {"ar": "نقابة السائقين", "en": "Drivers' Union"},
            {"ar": "شركة الموانئ", "en": "Ports Company"},
        {"ar": "هيئة البريد", "en": "Post Authority"}, {"ar": "مشيخة آل قطران", "en": "House of Qatran"},
    ),
    fonts=("Noto Kufi Arabic",),
    latin_fonts=("Noto Serif",),
    folders=("حقيبة ١", "حقيبة ٢ (ناقصة)", "أضابير", "phone dump", "Archive B"),
    stems=("ورقة {n}", "CamScanner {n}", "WA{n}", "p{n}", "ملف ممسوح {n}"),
)  # fmt: skip
