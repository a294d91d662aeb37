"""Near-twins, translations and forgeries of papers that survive."""

import copy
import datetime as dt
from dataclasses import replace
from random import Random

from examples.siege.acts.papers import Act, Link, Paper
from examples.siege.acts.threads import PRIVATE, Plot

#: Of the letters of a pile.
SHARES = {"exemplars": 0.03, "twins": 0.025, "translations": 0.04, "forgeries": 0.015}
#: What is wrong with a forgery that looks right.
FAULTS = ("old_name", "gregorian_alone", "no_number", "old_scheme", "wrong_signer")
_BY_LANGUAGE = "en"
#: Twins so many days apart still tell of the same days.
_SAME_DAYS = 30
#: Deeds of which every wording names the place.
_TELL_PLACE = ("evacuate", "inspect", "guard", "close", "open", "repair", "attend", "carry_arms", "photograph")


def count_of(kind: str, letters: int) -> int:
    """Return how many of a kind there are among so many letters."""
    return max(1, round(SHARES[kind] * letters)) if letters >= 20 else 0


def add_twins(plot: Plot, seed: int, letters: int) -> None:
    """Add papers that differ from another in the day and in one thing; they are issued like any other, before numbers are given out."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/twins")
    fit = [
        each
        for each in plot.papers
        if each.survives and each.state != "draft" and each.speech in {"order", "circular", "minutes", "notification"} and _changes(each)
    ]
    for original in rng.sample(fit, min(len(fit), count_of("twins", letters))):
        twin = _copied(plot, original)
        twin.day = original.day + dt.timedelta(days=354 if original.speech == "minutes" else rng.choice((1, 2, 2, 3, 7)))
        place, field = rng.choice(_changes(original))
        acts = list(twin.acts)
        acts[place] = _other(plot, acts[place], field)
        if (twin.day - original.day).days > _SAME_DAYS:
            acts = [_later(act, twin.day - original.day) for act in acts]
        twin.acts, twin.twin_of, twin.changed = tuple(acts), original.id, (f"acts.{place}.{field}", "day")
        plot.papers.append(twin)
        plot.links.append(Link(twin.id, original.id, "near_twin"))


def _later(act: Act, by: dt.timedelta) -> Act:
    """Return an act of another year, its days moved along."""
    rule = act.rule._replace(day=act.rule.day + by) if act.rule and act.rule.day else act.rule
    return replace(act, rule=rule, day=act.day + by if act.day else None)


def _changes(paper: Paper) -> list[tuple[int, str]]:
    found = []
    for place, act in enumerate(paper.acts):
        if act.place and act.kind in _TELL_PLACE:
            found.append((place, "place"))
        if act.total:
            found.append((place, "total"))
        if act.items and act.kind != "travel":
            found.append((place, "items"))
    return found


def _other(plot: Plot, act: Act, field: str) -> Act:
    if field == "place":
        return replace(act, place=next(key for key in plot.realm.places if key != act.place))
    if field == "total":
        return replace(act, total=act.total + 500)
    (name, quantity), *others = act.items
    return replace(act, items=((name, quantity + 2), *others))


def _copied(plot: Plot, original: Paper) -> Paper:
    paper = copy.copy(original)
    paper.id, paper.refs = plot.new_id(), list(original.refs)
    paper.survives = True
    return paper


def add_exemplars(plot: Plot, seed: int, letters: int) -> None:
    """Add letters that are there twice: as they went out, and as a draft, as a copy on file or as they came in."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/exemplars")
    fit = [each for each in plot.papers if each.survives and each.state == "outgoing" and each.speech not in PRIVATE and not each.twin_of]
    for original in rng.sample(fit, min(len(fit), count_of("exemplars", letters))):
        paper = _copied(plot, original)
        came_in = any(party.kind == "office" for party in original.to)
        paper.state, paper.exemplar_of = rng.choice(("draft", "file_copy", "received") if came_in else ("draft", "file_copy")), original.id
        paper.number = 0 if paper.state == "draft" else original.number
        plot.papers.append(paper)
        plot.links.append(Link(paper.id, original.id, "same_letter"))


def add_translations(plot: Plot, seed: int, letters: int) -> None:
    """Add English renderings of Arabic letters, with their numbers; a translator writes his own conversion behind a Hijri day."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/translations")
    book = plot.realm.kit.books[_BY_LANGUAGE]
    fit = [
        each
        for each in plot.papers
        if each.survives and each.language == "ar" and not each.twin_of and all(act.kind in book.deeds for act in each.acts)
    ]
    fit = [each for each in fit if not each.exemplar_of]
    for original in rng.sample(fit, min(len(fit), count_of("translations", letters))):
        paper = _copied(plot, original)
        paper.language, paper.translation_of = _BY_LANGUAGE, original.id
        plot.papers.append(paper)
        plot.links.append(Link(paper.id, original.id, "translates"))


def add_forgeries(plot: Plot, seed: int, letters: int) -> None:
    """Add papers that look right and are not: an old name of an office, a wrong signer, one calendar alone, no number or a wrong one."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/forgeries")
    names = plot.realm.kit.old_names
    fit = [
        each
        for each in plot.papers
        if each.survives and each.office in names and each.speech not in PRIVATE and each.language == "ar" and each.number
    ]
    fit = [each for each in fit if each.original == each.id and not each.twin_of]
    for original in rng.sample(fit, min(len(fit), count_of("forgeries", letters))):
        paper = _copied(plot, original)
        of_group = plot.realm.offices[original.office].side == "group"
        faults = rng.sample([each for each in FAULTS if each != "gregorian_alone" or of_group], rng.choice((1, 2, 2, 3)))
        if {"no_number", "old_scheme"} <= set(faults):
            faults.remove("old_scheme")
        paper.forged, paper.forged_after, paper.state = tuple(sorted(faults)), original.id, "outgoing"
        paper.thread, paper.refs, paper.operation = f"{original.thread}-forged", [each for each in original.refs if each.use != "quote"], ""
        paper.quotes, paper.copies = "", ()
        paper.acts = tuple(replace(act, author="") for act in original.acts)
        plot.papers.append(paper)
