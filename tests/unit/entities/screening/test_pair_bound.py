from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType, NameKey
from kashf.entities.comparing.compare import MAYBE, SAME, Prepared, prepare, score
from kashf.entities.screening.pair_bound import PairBound
from kashf.entities.screening.possible import screen
from kashf.entities.screening.watchlist import WatchlistName
from kashf.ports.mentions import NameTotal

_GIVEN = ("Khaled", "خالد", "Omar", "عمر", "Abdul Rahman", "Abdurrahman", "عبد الرحمن", "Samer", "سامر", "K.", "Abu Omar", "أبو خالد")
_MIDDLE = ("", "bin Salem", "بن سالم", "Salem", "al-Haj", "Karim Nasser", "Dr.", "2")
_FAMILY = ("", "al-Wardi", "الوردي", "Elwardi", "al-Tini", "التيني", "Noureddin", "Nour al-Din", "al-Khalidi", "الخالدي")
_NAMES = st.lists(st.tuples(*map(st.sampled_from, (_GIVEN, _MIDDLE, _FAMILY))).map(" ".join), min_size=1, max_size=8, unique=True)


def _reached(lefts: list[Prepared], rights: list[Prepared]) -> set[tuple[int, int]]:
    import numpy as np

    bound, columns = PairBound(lefts, rights), np.arange(len(rights))
    return {(row, int(column)) for row in range(len(lefts)) for column in columns[bound.reach(row, columns)]}


@given(_NAMES, _NAMES)
def test_whoever_is_the_same_by_comparing_all_pairs_is_found_by_screening(listed: list[str], known: list[str]) -> None:
    entries = [WatchlistName(text, MentionType.PERSON, (text,)) for text in listed]
    names = [NameTotal(MentionType.PERSON, NameKey(text), text, 1, 1) for text in known]
    same = {(one, other) for one, other in product(listed, known) if score(prepare(one), prepare(other)) >= SAME}

    assert same <= {(hit.entry.id, hit.name.text) for hit in screen(entries, names)}


@given(_NAMES, _NAMES)
def test_no_pair_that_may_be_one_is_out_of_reach(listed: list[str], known: list[str]) -> None:
    lefts, rights = (list(map(prepare, each)) for each in (listed, known))
    may_be = {(i, j) for (i, left), (j, right) in product(enumerate(lefts), enumerate(rights)) if score(left, right) >= MAYBE}

    assert may_be <= _reached(lefts, rights)


def test_names_without_a_common_part_are_out_of_reach() -> None:
    assert {(0, 0)} == _reached([prepare("Khaled al-Wardi")], [prepare("خالد الوردي"), prepare("Omar al-Tini")])
