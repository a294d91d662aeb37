"""Draws what letters order, allow, forbid and tell, and to whom."""

import datetime as dt
from dataclasses import replace
from random import Random

from examples.siege.acts.papers import Act, Party, Rule
from examples.siege.acts.realm import Realm

#: Kinds of deeds by what is said of them, with weights: as often as real orders have them, as far as that is known.
KINDS: dict[str, dict[str, int]] = {
    "order": {
        "report": 26, "pay": 8, "transfer": 5, "evacuate": 5, "list": 4, "deliver": 3, "summon": 2, "withdraw": 1,
        "inspect": 11, "guard": 6,
        "close": 5, "open": 3, "repair": 9, "committee": 6, "attend": 6, "inform": 3,
    },
    "forbid": {"travel": 5, "carry_arms": 4, "photograph": 4, "publish": 3, "trade": 4},
    "permit": {"travel": 6, "trade": 5, "open": 2},
    "request": {"pay": 5, "deliver": 4, "repair": 3, "transfer": 3, "report": 2, "travel": 3},
    "done": {"deliver": 4, "transfer": 3, "evacuate": 2, "pay": 3, "guard": 3, "repair": 3, "inspect": 3, "close": 2, "open": 1},
}  # fmt: skip
MOVES = ("deliver", "transfer", "withdraw")
_ITEMS = ("rifles", "ammunition", "diesel", "flour", "blankets", "vehicles", "medicine", "radios", "fertiliser", "wheat")
_HEAVY = ("heavy", "mortars", "vehicles")
#: Deadlines are relative nearly always: of 35 that were read, four named a day.
_RULES = {
    "within_receipt": 6, "within_letter": 6, "within_publication": 3, "every": 3, "week": 2, "date": 4, "at_once": 8, "date_set": 3,
        "until_notice": 2,
}  # fmt: skip
SHARE_WITH_DEADLINE = 0.4
_SHARE_WITH_DAY = {"done": 0.45, "planned": 0.35}
CLASSES = {
    "group": {"all_offices": 4, "sector_heads": 3, "checkpoints": 3, "fighters": 2, "residents": 2, "merchants": 1},
    "state": {"directors": 4, "units": 3, "residents": 1},
}


def drawn(rng: Random, weights: dict[str, int]) -> str:
    """Return a key by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


class Doer:
    """Draws acts in a world for letters of one language."""

    def __init__(self, realm: Realm, rng: Random) -> None:
        self._realm, self._rng = realm, rng

    def act(self, force: str, *, kind: str = "", language: str = "ar", day: dt.date, side: str = "group") -> Act:
        """Return an act of some force, with all that it needs to be told."""
        rng = self._rng
        known = self._realm.kit.books[language].deeds
        weights = {each: weight for each, weight in KINDS.get(force, KINDS["order"]).items() if each in known}
        kind = kind or drawn(rng, weights)
        act = self._filled(Act(kind, force), language)
        if force in {"order", "request"} and rng.random() < SHARE_WITH_DEADLINE:
            act = replace(act, rule=self.rule(day, language))
        if force in _SHARE_WITH_DAY and rng.random() < _SHARE_WITH_DAY[force]:
            act = replace(act, day=day + dt.timedelta(days=rng.randrange(1, 20) if force == "planned" else -rng.randrange(10)))
        if force in {"forbid", "permit"} and rng.random() < 0.5:
            act = replace(act, agent=Party("class", self.class_of(side)))
        elif force == "order" and rng.random() < 0.25:
            act = replace(act, agent=rng.choice((Party("office", self.office(side)), Party("class", self.class_of(side)))))
        return act

    def _filled(self, act: Act, language: str) -> Act:
        rng, kind = self._rng, act.kind
        if kind in MOVES:
            persons = (self.person(),) if kind == "transfer" and rng.random() < 0.6 else ()
            act = replace(
                act, persons=persons, items=() if persons else self.items(heavy=kind == "withdraw"),
                origin=Party("place", self.place()) if rng.random() < 0.25 else None,
                goal=rng.choice((Party("office", self.office()), Party("place", self.place()))) if rng.random() < 0.5 else None,
            )  # fmt: skip
        elif kind == "trade":
            act = replace(act, items=self.items(), place=self.place(), origin=Party("place", self.place()) if rng.random() < 0.3 else None)
        elif kind == "pay":
            act = replace(act, total=rng.randrange(2, 90) * 500, persons=(self.person(),) if rng.random() < 0.5 else ())
            act = act if act.persons or rng.random() < 0.4 else replace(act, goal=Party("office", self.office()))
        elif kind in {"summon", "inform"}:
            act = replace(
                act, persons=(self.person(),), goal=Party("office", self.office()) if kind == "summon" and rng.random() < 0.6 else None
            )
        elif kind in {"report", "list", "committee", "publish"}:
            act = replace(act, topic=rng.choice(list(self._realm.kit.books[language].topics)))
        elif kind == "travel":
            act = replace(act, place=self.place(), origin=Party("place", self.place()), goal=Party("place", self.place()))
        elif kind == "evacuate":
            act = replace(act, place=self.place(), goal=Party("place", self.place()) if rng.random() < 0.3 else None)
        else:
            act = replace(act, place=self.place())
        return act

    def rule(self, day: dt.date, language: str) -> Rule:
        """Return by when something is to be done."""
        rng = self._rng
        known = self._realm.kit.books[language].when
        key = drawn(rng, {key: weight for key, weight in _RULES.items() if key in known})
        match key:
            case "within_receipt" | "within_letter" | "within_reference":
                n = rng.choice((5, 7, 10, 15, 30, 60)) if key == "within_letter" else rng.choice((3, 5, 7, 10))
                return Rule(key, n, day + dt.timedelta(days=n) if key == "within_letter" else None)
            case "every":
                return Rule(key, rng.choice((1, 5, 15, 20, 25, 27)))
            case "week":
                return Rule(key, rng.randrange(7))
            case "date":
                return Rule(key, 0, day + dt.timedelta(days=rng.randrange(3, 40)))
            case "within_publication":
                return Rule(key, 0, day)
        return Rule(key)

    def items(self, *, heavy: bool = False, most: int = 2) -> tuple[tuple[str, int], ...]:
        """Return one or more things, each with how many."""
        rng = self._rng
        names = rng.sample(_HEAVY if heavy else _ITEMS, rng.randrange(1, most + 1))
        return tuple((name, rng.choice((*range(3, 25), 30, 40, 50, 120, 250))) for name in names)

    def person(self) -> str:
        """Return somebody."""
        return self._rng.choice(list(self._realm.people))

    def people(self, count: int) -> tuple[str, ...]:
        """Return so many people."""
        return tuple(self._rng.sample(list(self._realm.people), count))

    def place(self) -> str:
        """Return a place."""
        return self._rng.choice(list(self._realm.places))

    def office(self, side: str = "") -> str:
        """Return an office that writes Arabic, of a side if one is named."""
        return self._rng.choice([key for key, each in self._realm.offices.items() if not each.foreign and side in {"", each.side}])

    def class_of(self, side: str) -> str:
        """Return a class of addressees of a side."""
        return drawn(self._rng, CLASSES[side])
