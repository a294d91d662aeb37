"""How the forms of the siege are filled in by those who write Persian."""

from random import Random

from examples.siege.forms import words_ar
from examples.siege.forms.kit import Language, Part
from examples.siege.forms.words_ar import PERSIAN, WESTERN

_LETTERS = str.maketrans("يىكةأإ", "ییکها" + "ا")
_MONTHS = ("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر")
_SOLAR = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")


def spell(parts: tuple[Part, ...], rng: Random | None) -> str:
    """Return a name in the letters of Persian."""
    return words_ar.spell(parts, rng).translate(_LETTERS)


PERSIAN_LANGUAGE = Language(
    rtl=True,
    digits=(PERSIAN, PERSIAN, WESTERN),
    spell=spell,
    nothing=("ندارد", "ندارد", "هیچ", "نیست"),
    unknown=("نمی‌داند", "نامعلوم", "معلوم نیست"),
    unread=("(ناخوانا)", "[ناخوانا]", "....؟"),
    answers={"yes": ("بله", "بلی", "آری"), "no": ("خیر", "نه", "خیر")},
    months=(_MONTHS,),
    date_styles=("{y}/{m}/{d}", "{y}/{m:02}/{d:02}", "{d} {month} {y}", "{d}/{m}/{y}", "{y}-{m}-{d}"),
    other_calendar="solar",
    other_months=_SOLAR,
    other_styles=("{y}/{m}/{d}", "{d} {month} {y}", "{y}/{m:02}/{d:02} ش"),
    both="{other} برابر با {day}",
    page="صفحه {} از {}",
    stamps=("مهر دفتر واردین", "دیوان قصر السوسن", "برابر اصل"),
    notes=("بررسی شد", "به فرم شماره {n} نگاه کنید", "امضا نکرد", "تکراری؟"),
    closings=("اینجانب گواهی می‌دهم که آنچه نوشته شده درست است.", "این فرم در پرونده می‌ماند."),
    remarks=(
        "گذرنامه را نزد منشی گذاشت",
        "زانویش درد می‌کند",
        "برادرش در گردان است",
        "چشم به راه نامه خانواده است",
        "با کاروان آرد رسید",
        "چمدان نداشت",
        "در چاپخانه کار می‌کرد",
        "یک ماه در راه بود",
        "سه زبان می‌داند",
    ),
    choices={
        "marital": {"single": ("مجرد",), "married": ("متاهل", "متأهل"), "widowed": ("همسرش درگذشته",), "divorced": ("مطلقه", "جداشده")},
        "education": {"none": ("بی‌سواد",), "primary": ("ابتدایی",), "secondary": ("دیپلم", "متوسطه"), "university": ("دانشگاهی", "لیسانس")},
        "duty": {"guard": ("نگهبان",), "fighter": ("رزمنده",), "administration": ("اداری",), "medical": ("امدادگر",)},
        "conduct": {"good": ("خوب",), "fair": ("متوسط",), "bad": ("ضعیف",)},
        "religion_level": {"simple": ("ساده",), "middle": ("متوسط",), "student": ("طلبه",)},
    },
    skills={
        "driving": ("رانندگی", "راننده"),
        "welding": ("جوشکاری",),
        "nursing": ("پرستاری",),
        "computers": ("کامپیوتر", "رایانه"),
        "cooking": ("آشپزی",),
        "electricity": ("برق‌کاری",),
        "languages": ("مترجم",),
        "farming": ("کشاورزی",),
    },
    countries={
        "SE": ("سوئد", "سوئدی"),
        "NO": ("نروژ", "نروژی"),
        "TN": ("تونس", "تونسی"),
        "SA": ("عربستان", "عربستان سعودی", "سعودی"),
        "TR": ("ترکیه", "ترک"),
        "MA": ("مراکش", "مراکشی"),
        "EG": ("مصر", "مصری"),
        "JO": ("اردن", "اردنی"),
        "DE": ("آلمان", "آلمانی"),
        "FR": ("فرانسه", "فرانسوی"),
        "GB": ("انگلستان", "انگلیس", "بریتانیا"),
        "DK": ("دانمارک",),
        "LY": ("لیبی",),
        "DZ": ("الجزایر",),
        "RU": ("روسیه", "روس"),
        "KZ": ("قزاقستان",),
    },
    places={
        "manara_crossing": ("گذرگاه مناره", "مناره"),
        "mafraq": ("مفرق خزامی",),
        "tell_yaqut": ("تل یاقوت",),
        "ayn_marmar": ("عین مرمر",),
        "khan_qurunful": ("خان قرنفل",),
        "wadi_hudhud": ("وادی هدهد",),
        "ras_aqiq": ("راس عقیق",),
        "qasr_sawsan": ("قصر سوسن", "قصر السوسن"),
    },
    relations={"brother": ("برادرش",), "father": ("پدرش",), "uncle": ("عمویش",), "wife": ("همسرش",), "mother": ("مادرش",)},
    called=("{} ({})", "{} معروف به {}"),
    via=("از طریق {}", "برادر {}", "به واسطه {}"),
)
