"""The offices of the set that is shown: an emirate and a republic, both invented."""

from examples.siege.acts.kit import ActsKit, OfficeWords
from examples.siege.acts.words_ar import ARABIC_BOOK
from examples.siege.acts.words_en import ENGLISH_BOOK
from examples.siege.acts.words_more import FRENCH_BOOK, PERSIAN_BOOK, TURKISH_BOOK

OFFICES = (
    OfficeWords("g0", "group", "", {"ar": "إمارة السهول", "en": "Emirate of the Plains", "fr": "Émirat des Plaines",
        "tr": "Ovalar Emirliği", "fa": "امارت دشت‌ها"}, "governor", "clerk", "س", ("{n}", "{n}")),
    OfficeWords("g1", "group", "g0", {"ar": "ولاية الضفاف", "en": "Province of the Banks", "fr": "Province des Rives",
        "tr": "Kıyılar Vilayeti", "fa": "ولایت کرانه‌ها"}, "governor", "deputy", "ض", ("{code}/{n}", "{n}")),
    OfficeWords("g2", "group", "g1", {"ar": "ديوان الجند", "en": "Diwan of Soldiers", "fr": "Diwan des soldats", "tr": "Asker Divanı",
        "fa": "دیوان سربازان"}, "soldiery", "clerk", "ج", ("{n}", "{n}/{y}")),
    OfficeWords("g3", "group", "g1", {"ar": "ديوان الخدمات", "en": "Diwan of Services", "fr": "Diwan des services",
        "tr": "Hizmetler Divanı", "fa": "دیوان خدمات"}, "services", "clerk", "خ.ع", ("{n}", "{n}")),
    OfficeWords("g4", "group", "g1", {"ar": "المحكمة", "en": "The Court", "fr": "Le Tribunal", "tr": "Mahkeme", "fa": "دادگاه"}, "judge",
        "clerk", "م", ("{code}.{a}/{code}.{b}/{n}", "{n}")),
    OfficeWords("g5", "group", "g2", {"ar": "قاطع الجسر", "en": "Bridge Sector", "fr": "Secteur du Pont", "tr": "Köprü Bölgesi",
        "fa": "محور پل"}, "sector", "clerk", "ق", ("{n}", "{n}/{yy}")),
    OfficeWords("s0", "state", "", {"ar": "رئاسة مجلس الوزراء", "en": "Prime Minister's Office", "fr": "Cabinet du Premier ministre",
        "tr": "Başbakanlık", "fa": "دفتر نخست‌وزیر"}, "minister", "clerk", "ر.و", ("{a}/{n}/{y}", "{n}")),
    OfficeWords("s1", "state", "s0", {"ar": "مديرية الأمن العام", "en": "Directorate of Public Security",
        "fr": "Direction de la sûreté publique", "tr": "Genel Güvenlik Müdürlüğü", "fa": "اداره امنیت عمومی"}, "director", "clerk", "أ",
        ("{a}/{b}/{code}/{n}", "{n}")),
    OfficeWords("s2", "state", "s0", {"ar": "محافظة السوسن", "en": "Governorate of al-Sawsan", "fr": "Gouvernorat d'al-Sawsan",
        "tr": "Savsan Valiliği", "fa": "استانداری سوسن"}, "director", "clerk", "سوسن", ("{n}", "{n}/{y}")),
    OfficeWords("s3", "state", "s1", {"ar": "قيادة الفرقة الثالثة", "en": "Command of the Third Division",
        "fr": "Commandement de la troisième division", "tr": "Üçüncü Tümen Komutanlığı", "fa": "فرماندهی لشکر سوم"}, "commander", "clerk",
        "ذخيرة", ("{a}/{b}/{code}/{n}", "{n}")),
    OfficeWords("s4", "state", "s2", {"ar": "مديرية ناحية الجسر", "en": "Subdistrict of the Bridge", "fr": "Canton du Pont",
        "tr": "Köprü Nahiyesi", "fa": "بخشداری پل"}, "mukhtar", "clerk", "ن", ("{n}", "{n}")),
    OfficeWords("x1", "state", "s0", {"ar": "مكتب الارتباط الخارجي", "en": "Foreign Liaison Office"}, "director", "clerk", "FLO",
        ("{code}/{n}/{yy}", "{n}"), "en"),
    OfficeWords("x2", "state", "s0", {"ar": "بعثة الارتباط", "en": "Liaison Mission", "fr": "Mission de liaison"}, "director", "clerk",
        "ML", ("{n}/{code}", "{n}"), "fr"),
    OfficeWords("x3", "state", "s1", {"ar": "مكتب البوابة", "en": "Gate Office", "tr": "Kapı Bürosu"}, "director", "clerk", "KB",
        ("{code}-{n}", "{n}"), "tr"),
    OfficeWords("x4", "group", "g0", {"ar": "مكتب العلاقات", "en": "Relations Office", "fa": "دفتر روابط"}, "director", "clerk", "ر",
        ("{n}/{yy}/{code}", "{n}"), "fa"),
)  # fmt: skip

SHOWN = ActsKit(
    name="shown",
    half=0,
    offices=OFFICES,
    books={"ar": ARABIC_BOOK, "en": ENGLISH_BOOK, "fr": FRENCH_BOOK, "tr": TURKISH_BOOK, "fa": PERSIAN_BOOK},
    old_names={
        "g2": {"ar": "إدارة شؤون المجاهدين"}, "g3": {"ar": "هيئة خدمات المسلمين"}, "g4": {"ar": "الهيئة القضائية"},
            "g1": {"ar": "قاطع الضفاف"},
        "s1": {"ar": "شعبة الأمن القومي"}, "s2": {"ar": "لواء السوسن"}, "s3": {"ar": "آمرية الفرقة الثالثة"},
    },
    operations=(
        {"ar": "كسر الحصار", "en": "Break the Siege", "fr": "Briser le siège", "tr": "Kuşatmayı Kırma", "fa": "شکست محاصره"},
            {"ar": "ريح الشمال", "en": "North Wind", "fr": "Vent du nord", "tr": "Kuzey Rüzgârı", "fa": "باد شمال"}, {"ar": "السيل الجارف",
            "en": "Torrent", "fr": "Torrent", "tr": "Sel", "fa": "سیل"},
        {"ar": "فجر الضفاف", "en": "Dawn of the Banks", "fr": "Aube des rives", "tr": "Kıyıların Şafağı", "fa": "سپیده کرانه"},
            {"ar": "الغيث", "en": "Rain", "fr": "Pluie", "tr": "Yağmur", "fa": "باران"}, {"ar": "سد الثغور", "en": "Closing the Gaps",
            "fr": "Colmater", "tr": "Gedik", "fa": "بستن رخنه"},
        {"ar": "الرماد", "en": "Ashes", "fr": "Cendres", "tr": "Kül", "fa": "خاکستر"}, {"ar": "خيط العنكبوت", "en": "Spider's Thread",
            "fr": "Fil d'araignée", "tr": "Örümcek Ağı", "fa": "تار عنکبوت"}, {"ar": "الحصاد", "en": "Harvest", "fr": "Moisson",
            "tr": "Hasat", "fa": "درو"}, {"ar": "المطرقة", "en": "Hammer", "fr": "Marteau", "tr": "Çekiç", "fa": "پتک"},
        {"ar": "البئر", "en": "The Well", "fr": "Le Puits", "tr": "Kuyu", "fa": "چاه"}, {"ar": "قوس قزح", "en": "Rainbow",
            "fr": "Arc-en-ciel", "tr": "Gökkuşağı", "fa": "رنگین‌کمان"},
    ),
    outsiders=(
        {"ar": "منظمة الهلال الأزرق", "en": "Blue Crescent Society"}, {"ar": "لجنة وجهاء العشائر", "en": "Committee of Tribal Elders"},
        {"ar": "شركة مطاحن السهل", "en": "Plain Mills Company"}, {"ar": "وزارة العدل", "en": "Ministry of Justice"}, {"ar": "بلدية نورانة",
            "en": "Municipality of Nurana"},
    ),
    fonts=("Noto Naskh Arabic", "Noto Sans Arabic"),
    latin_fonts=("Noto Sans",),
    folders=("دفعة أولى", "دفعة ثانية - الساعي", "أرشيف المكتب", "USB (3)", "صور الجوال"),
    stems=("كتاب {n}", "IMG_{n}", "scan{n}", "doc{n}", "وثيقة {n}", "{n}"),
)  # fmt: skip
