"""How the forms of the siege are filled in by those who write English."""

from random import Random

from examples.siege.dates import HIJRI_MONTHS_LATIN, LATIN_MONTHS
from examples.siege.forms.kit import Language, Part
from examples.siege.forms.words_ar import WESTERN
from examples.siege.spelling import romanised


def spell(parts: tuple[Part, ...], rng: Random | None) -> str:
    """Return a name in English letters."""
    return romanised(" ".join(latin for _, latin in parts), "en", rng)


ENGLISH = Language(
    rtl=False,
    digits=(WESTERN,),
    spell=spell,
    nothing=("None", "none", "N/A", "n/a", "nil", "no"),
    unknown=("unknown", "not known", "does not know"),
    unread=("(illegible)", "[illegible]", "[unclear]", "xxxx ?"),
    answers={"yes": ("Yes", "yes", "Y"), "no": ("No", "no", "N", "never")},
    months=(LATIN_MONTHS["en"], tuple(month[:3] for month in LATIN_MONTHS["en"])),
    date_styles=(
        "{d}/{m}/{y}",
        "{d:02}/{m:02}/{y}",
        "{d} {month} {y}",
        "{month} {d}, {y}",
        "{d}.{m}.{y}",
        "{y}-{m:02}-{d:02}",
        "{d}-{m}-{yy:02}",
    ),
    other_calendar="hijri",
    other_months=HIJRI_MONTHS_LATIN,
    other_styles=("{d} {month} {y} AH", "{d}/{m}/{y} H", "{d} {month} {y}"),
    both="{day} ({other})",
    page="Page {} of {}",
    stamps=("ARRIVALS OFFICE", "Diwan of Qasr al-Sawsan", "COPY", "Seen"),
    notes=("checked", "see form {n}", "he did not sign", "asked again on the {n}th", "double?", "confirmed by the clinic"),
    closings=(
        "I, the undersigned, declare that the above is true and that I have withheld nothing.",
        "This form stays in the file; copies by written order only.",
        "Remarks of the committee: quiet, willing, would rather work in the workshop.",
    ),
    remarks=(
        "left his passport with the secretary of the diwan",
        "has a bad knee",
        "has a brother in the Hoopoe Battalion",
        "waits for a letter from home",
        "would like to work near the dam",
        "came with the flour convoy",
        "brought no luggage",
        "used to work in a printing shop",
        "finished the first course",
        "a month late on the road",
        "speaks three languages",
        "swims well",
    ),
    choices={
        "marital": {"single": ("single", "unmarried"), "married": ("married",), "widowed": ("widower",), "divorced": ("divorced",)},
        "education": {
            "none": ("none", "illiterate"),
            "primary": ("primary", "primary school"),
            "secondary": ("secondary", "high school"),
            "university": ("university", "BA"),
        },
        "duty": {
            "guard": ("guard",),
            "fighter": ("fighter", "soldier"),
            "administration": ("administration", "clerk"),
            "medical": ("medic",),
        },
        "conduct": {"good": ("good",), "fair": ("fair",), "bad": ("poor",)},
        "religion_level": {"simple": ("basic",), "middle": ("medium",), "student": ("student",)},
        "leave_kind": {"ordinary": ("ordinary",), "sick": ("sick",), "marriage": ("wedding",)},
        "wound": {"shrapnel": ("shrapnel",), "bullet": ("gunshot",), "fever": ("fever",), "fracture": ("fracture", "broken bone")},
        "weapon": {"rifle": ("assault rifle",), "machine_gun": ("machine gun",), "pistol": ("pistol",), "night_sight": ("night sight",)},
        "exit_reason": {"treatment": ("treatment",), "family": ("family visit", "family"), "work": ("errand", "work")},
    },
    skills={
        "driving": ("driver", "driving"),
        "welding": ("welding", "welder"),
        "nursing": ("nurse", "first aid"),
        "computers": ("computers", "IT"),
        "cooking": ("cook",),
        "electricity": ("electrician",),
        "languages": ("translator", "languages"),
        "farming": ("farmer",),
    },
    countries={
        "SE": ("Sweden", "Swedish", "sweden", "Sverige", "Swede"),
        "NO": ("Norway", "Norwegian", "norway", "Norge"),
        "TN": ("Tunisia", "Tunisian", "Tunis"),
        "SA": ("Saudi Arabia", "Saudi", "KSA", "S. Arabia"),
        "TR": ("Turkey", "Turkish", "Turkiye"),
        "MA": ("Morocco", "Moroccan", "Marocco"),
        "EG": ("Egypt", "Egyptian"),
        "JO": ("Jordan", "Jordanian"),
        "DE": ("Germany", "German", "Deutschland"),
        "FR": ("France", "French", "Frensh"),
        "GB": ("United Kingdom", "British", "UK", "England"),
        "DK": ("Denmark", "Danish", "Danmark"),
        "LY": ("Libya", "Libyan", "Lybia"),
        "DZ": ("Algeria", "Algerian"),
        "RU": ("Russia", "Russian"),
        "KZ": ("Kazakhstan", "Kazakh", "Kazakstan"),
    },
    places={
        "manara_crossing": ("the Manara crossing", "Manara"),
        "mafraq": ("Mafraq al-Khuzama", "Khuzama junction"),
        "tell_yaqut": ("Tell al-Yaqut", "Tal Yaqut"),
        "ayn_marmar": ("Ayn al-Marmar", "Ain Marmar"),
        "khan_qurunful": ("Khan al-Qurunful",),
        "wadi_hudhud": ("Wadi al-Hudhud",),
        "ras_aqiq": ("Ras al-Aqiq",),
        "qasr_sawsan": ("Qasr al-Sawsan", "Qasr Sawsan"),
    },
    relations={"brother": ("brother",), "father": ("father",), "uncle": ("uncle",), "wife": ("wife",), "mother": ("mother",)},
    called=("{} ({})", "{} a.k.a. {}", "{}, {}"),
    via=("through {}", "brother {}", "{} (crossing)", "by {}"),
)
