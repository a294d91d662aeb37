"""Names under which one post is held, put together where they are surely one man's, and asked where they may be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final, Literal

from kashf.domain.groups import Groups
from kashf.entities.comparing.compare import SAME, Prepared, compare, prepare, verdict
from kashf.entities.comparing.prepare import KUNYA
from kashf.language.person_names.titles import without_titles

#: Names of one post that are compared with each other; of more, only those written alike are one.
MOST_NAMES: Final = 120


class MayBe(StrEnum):
    """Why two names of a post may be one man's."""

    #: They are alike, and something is missing or in doubt.
    ALIKE = "alike"
    #: One is a kunya and the other has none: nothing in them tells them apart, and nothing joins them.
    KUNYA_AND_NAME = "kunya-and-name"
    #: The same, and a third signature has both together.
    BOTH_WRITTEN = "both-written"


@dataclass(frozen=True, slots=True)
class NamesOfPost:
    """The names of a post.

    Args:
        holder: The name that each goes by, by how it is written.
        may_be: Why two of those may be one, by both in order.
        uncompared: Names beyond `MOST_NAMES`, which were only put together where they are written alike.
    """

    holder: Mapping[str, str]
    may_be: Mapping[tuple[str, str], MayBe]
    uncompared: int = 0

    def why_one(self, one: str, other: str) -> MayBe | None:
        """Return why two holders may be one man; None where they are told apart."""
        return self.may_be.get((one, other) if one < other else (other, one))


def names_of_post(
    names: Iterable[tuple[str, bool]],
    *,
    known_as: Callable[[str], str] = str,
    two_men: Iterable[tuple[str, str]] = (),
    told_apart: Collection[tuple[str, str]] = (),
) -> NamesOfPost:
    """Return the names of a post put together.

    Two names are one only where all that is there agrees and nothing contradicts, or where the case has them as one entity.

    Args:
        names: As written, once for each sign, and whether it was read from a picture.
        known_as: Returns what the case knows a name as, so that decisions of people count; the name itself where it knows none.
        two_men: Names of which one paper says that they are two men's, as where one is relieved and the other named.
        told_apart: What the case knows names as of which people decided that they are two men's, both ways round.
    """
    pictures: dict[str, bool] = {}
    for name, is_picture in names:
        pictures[name] = pictures.get(name, True) and is_picture
    by_key: dict[str, list[str]] = {}
    for name in sorted(pictures):
        by_key.setdefault(known_as(name), []).append(name)
    prepared = {key: prepare(without_titles(some[0]) or some[0]) for key, some in by_key.items()}
    chosen = [key for key, each in prepared.items() if each.atoms][:MOST_NAMES]
    told = {(known_as(one), known_as(other)) for one, other in two_men}
    apart = {pair for one, other in told for pair in ((one, other), (other, one)) if one != other} | {*told_apart}
    groups, may_be = Groups[str](), {}
    for one, other in combinations(sorted(chosen), 2):
        if (one, other) in apart:
            continue
        is_picture = any(pictures[name] for name in (by_key[one][0], by_key[other][0]))
        found = _judge(prepared[one], prepared[other], from_ocr=is_picture)
        if found is True:
            groups.join(one, other)
        elif found is None:
            apart.add((one, other))
        else:
            may_be[one, other] = found
    _both_written(may_be, groups, prepared)
    leaders = _leaders(by_key, groups, apart | {pair for pair, why in may_be.items() if why is not MayBe.ALIKE})
    may_be.update(_parted(groups, chosen, leaders, apart=apart, asked=may_be))
    holder = {name: leaders[key] for key, some in by_key.items() for name in some}
    two = {(leaders[one], leaders[other]) for one, other in apart if one in leaders and other in leaders}
    asked = {}
    for pair, why in may_be.items():
        one, other = sorted(leaders[each] for each in pair)
        if one != other and (one, other) not in two and (other, one) not in two:
            asked[one, other] = why
    return NamesOfPost(holder, asked, len(prepared) - len(chosen))


def _judge(one: Prepared, other: Prepared, *, from_ocr: bool) -> MayBe | Literal[True] | None:
    """Return True where two names are one man's, None where two men's, and else why they may be one."""
    found = compare(one, other, from_ocr=from_ocr)
    if found.score >= SAME and not found.warning and not found.doubts:
        return True
    if verdict(found.score) != "other":
        return MayBe.ALIKE
    return MayBe.KUNYA_AND_NAME if _has_kunya(one) != _has_kunya(other) and not found.warning else None


def _both_written(may_be: dict[tuple[str, str], MayBe], groups: Groups[str], prepared: Mapping[str, Prepared]) -> None:
    """Say of a kunya and a name whether a third name of the post has both: one that is surely, or may be, each of them."""
    full = [key for key, name in prepared.items() if _has_kunya(name) and len(name.atoms) > 1]

    def is_near(one: str, other: str) -> bool:
        pair = (one, other) if one < other else (other, one)
        return groups.find(one) == groups.find(other) or may_be.get(pair) is MayBe.ALIKE

    for pair, why in [*may_be.items()]:
        if why is MayBe.KUNYA_AND_NAME and any(key not in pair and all(is_near(key, one) for one in pair) for key in full):
            may_be[pair] = MayBe.BOTH_WRITTEN


def _parted(
    groups: Groups[str],
    chosen: Iterable[str],
    leaders: Mapping[str, str],
    *,
    apart: set[tuple[str, str]],
    asked: Collection[tuple[str, str]],
) -> Iterator[tuple[tuple[str, str], MayBe]]:
    """Yield names that agree and were not put together, since a third is at odds with one of them: they may be one."""
    by_group: dict[str, list[str]] = {}
    for key in sorted(chosen):
        by_group.setdefault(groups.find(key), []).append(key)
    for some in by_group.values():
        for pair in combinations(some, 2):
            if leaders[pair[0]] != leaders[pair[1]] and pair not in apart and pair not in asked:
                yield pair, MayBe.ALIKE


def _has_kunya(name: Prepared) -> bool:
    return any(atom.part == KUNYA for atom in name.atoms)


def _leaders(by_key: Mapping[str, Sequence[str]], groups: Groups[str], apart: set[tuple[str, str]]) -> Mapping[str, str]:
    """Return the name that each key goes by: of a group in which two are told apart nobody is joined."""
    members: dict[str, list[str]] = {}
    for key in sorted(by_key):
        members.setdefault(groups.find(key), []).append(key)
    leaders: dict[str, str] = {}
    for some in members.values():
        is_one = not any(pair in apart for pair in combinations(some, 2))
        longest = max(some, key=lambda key: (len(by_key[key][0]), by_key[key][0]))
        leaders.update({key: by_key[longest if is_one else key][0] for key in some})
    return leaders
