"""How often letters show each field, by side: as the papers that were read do."""

#: Share of the papers for which the question arises at all that show a field. Drafts, lists and papers without an office
#: never show some, so that of all papers about as many do as of the 31 of armed groups and the 37 of a state that were
#: counted (`shares.py` has those counts).
PROFILES: dict[str, dict[str, float]] = {
    "group": {
        "below_top": 0.95, "number": 0.42, "number_blank": 0.09, "date": 0.79, "incomplete": 0.15, "addressee": 0.76, "from": 1 / 57,
        "place": 0.01, "subject": 6 / 31, "signed": 0.95, "unnamed": 0.5, "class": 2 / 31, "stamp": 0.6, "other_stamp": 0.3, "title": 0.6,
        "mark": 0.6, "greeting": 0.35, "hand": 0.22, "both": 0.42, "opening": 0.2, "reason": 0.45,
    },
    "state": {
        "below_top": 1.0, "number": 0.99, "number_blank": 0.0, "date": 0.97, "incomplete": 0.05, "addressee": 0.8, "from": 0.02,
            "place": 0.01,
        "subject": 0.5, "signed": 0.85, "unnamed": 0.6, "class": 0.09, "stamp": 0.4, "other_stamp": 0.2, "title": 0.5, "mark": 0.3,
            "greeting": 0.3,
        "hand": 0.1, "both": 0.2, "opening": 0.3, "reason": 0.6,
    },
}  # fmt: skip
#: Calendars of days that are in one alone.
CALENDARS = {"group": {"gregorian": 52, "hijri": 48}, "state": {"gregorian": 60, "hijri": 40}}
#: Where another language is written.
CALENDARS_BY_LANGUAGE = {
    "fa": {"solar": 85, "gregorian": 15},
    "fr": {"gregorian": 100},
    "tr": {"gregorian": 100},
    "en": {"gregorian": 92, "hijri": 8},
}
