"""The kit of the siege itself: its names, its go-betweens, its templates."""

from examples.siege.forms.kit import Figure, Kit, Part
from examples.siege.forms.people import FATHER_OF, arabic_of
from examples.siege.forms.templates import FORMS, REGISTERS
from examples.siege.forms.words_ar import ARABIC
from examples.siege.forms.words_en import ENGLISH
from examples.siege.forms.words_fa import PERSIAN_LANGUAGE
from examples.siege.pool_people import FAMILY, GIVEN
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK
from examples.siege.wanted import ARABIC_SPELLINGS, CANONICAL, LATIN_SPELLINGS

WOMEN: tuple[Part, ...] = (
    ("فاطمة", "Fāṭima"),
    ("خديجة", "Ḫadīǧa"),
    ("زينب", "Zaynab"),
    ("مريم", "Maryam"),
    ("عائشة", "ʿĀʾiša"),
    ("آمنة", "Āmina"),
    ("سعاد", "Suʿād"),
    ("نادية", "Nādiya"),
    ("حليمة", "Ḥalīma"),
    ("سميرة", "Samīra"),
    ("هدى", "Hudā"),
    ("ليلى", "Laylā"),
    ("سلمى", "Salmā"),
    ("رقية", "Ruqayya"),
    ("منيرة", "Munīra"),
    ("وداد", "Widād"),
    ("نعيمة", "Naʿīma"),
    ("صفية", "Ṣafiyya"),
    ("بشرى", "Bušrā"),
    ("جميلة", "Ǧamīla"),
)
#: Kunya and nisba of those who bring people, vouch for them and sign; none of them is of the north.
_KNOWN: tuple[tuple[Part, Part], ...] = (
    (("نزار", "Nizār"), ("الغديري", "al-Ġadīrī")),
    (("وائل", "Wāʾil"), ("الصخري", "al-Ṣaḫrī")),
    (("جابر", "Ǧābir"), ("الغزلاني", "al-Ġizlānī")),
    (("هيثم", "Hayṯam"), ("السواقي", "al-Sawāqī")),
    (("محمد", "Muḥammad"), ("الغربي", "al-Ġarbī")),
    (("خالد", "Ḫālid"), ("الياقوتي", "al-Yāqūtī")),
    (("عاصم", "ʿĀṣim"), ("الزمردي", "al-Zumurrudī")),
    (("ياسر", "Yāsir"), ("القرنفلي", "al-Qurunfulī")),
    (("غسان", "Ġassān"), ("الوعري", "al-Waʿrī")),
    (("سعيد", "Saʿīd"), ("الخزامي", "al-Ḫuzāmī")),
    (("طارق", "Ṭāriq"), ("الجسري", "al-Ǧisrī")),
    (("رائد", "Rāʾid"), ("الصباري", "al-Ṣabbārī")),
    (("عمر", "ʿUmar"), ("العقيقي", "al-ʿAqīqī")),
    (("حسان", "Ḥassān"), ("الفخاري", "al-Faḫḫārī")),
    (("نبيل", "Nabīl"), ("السهلي", "al-Sahlī")),
)


def figures(known: tuple[tuple[Part, Part], ...]) -> tuple[Figure, ...]:
    """Return somebody for each kunya with its nisba, known by the plain Arabic of it."""
    return tuple(Figure(arabic_of((FATHER_OF, *parts)), (FATHER_OF, *parts), {}) for parts in known)


_FIGURES = figures(_KNOWN)
_ONE_LINE = {ord(SOFT_BREAK): " ", ord(NO_BREAK_SPACE): " "}
WANTED = Figure(
    CANONICAL.arabic,
    (FATHER_OF, ("محمد", "Muḥammad"), ("الشمالي", "al-Šamālī")),
    {
        "ar": tuple(f"{spelling.father['nom']}{spelling.rest}".translate(_ONE_LINE) for spelling in ARABIC_SPELLINGS),
        "en": tuple(spelling.translate(_ONE_LINE) for spelling in LATIN_SPELLINGS["en"]),
        "fa": ("ابو محمد الشمالی", "ابومحمد شمالی", "ابو محمد شمالی"),
    },
)
SIEGE = Kit(
    families=(*FORMS, *REGISTERS),
    languages={"ar": ARABIC, "en": ENGLISH, "fa": PERSIAN_LANGUAGE},
    given=GIVEN,
    family_names=FAMILY,
    women=WOMEN,
    wanted=WANTED,
    wanted_countries=("SE", "NO"),
    go_betweens=_FIGURES[:8],
    guarantors=_FIGURES[4:11],
    signers=_FIGURES[11:],
    countries={
        "SE": 0,
        "NO": 0,
        "TN": 22,
        "SA": 20,
        "TR": 10,
        "MA": 12,
        "EG": 10,
        "JO": 8,
        "DE": 5,
        "FR": 6,
        "GB": 3,
        "DK": 2,
        "LY": 5,
        "DZ": 3,
        "RU": 4,
        "KZ": 2,
    },
    choices={
        "marital": {"single": 70, "married": 27, "widowed": 1, "divorced": 2},
        "education": {"none": 4, "primary": 20, "secondary": 52, "university": 24},
        "duty": {"fighter": 86, "guard": 4, "administration": 7, "medical": 3},
        "conduct": {"good": 97, "fair": 2, "bad": 1},
        "religion_level": {"simple": 78, "middle": 17, "student": 5},
        "leave_kind": {"ordinary": 80, "sick": 15, "marriage": 5},
        "wound": {"shrapnel": 45, "bullet": 25, "fever": 20, "fracture": 10},
        "weapon": {"rifle": 85, "machine_gun": 6, "pistol": 6, "night_sight": 3},
        "exit_reason": {"treatment": 40, "family": 40, "work": 20},
    },
    yes_shares={"fought_before": 0.08, "illness": 0.12, "approved": 0.8, "surgery": 0.4, "returns": 0.9, "working": 0.98, "received": 0.95},
    numbers={"days": (2, 21), "magazines": (1, 7), "amount": (40, 400)},
    folders=("دفعة ١ - ساعي المنارة", "دفعة ٢ - ساعي المنارة", "أرشيف الديوان", "ذاتية", "Batch 3 (USB)", "new folder (2)"),
    stems=("استمارة {n}", "{name}", "{name} {n}", "doc{n}", "و-{n}", "ملف {n}", "form_{n}"),
)
