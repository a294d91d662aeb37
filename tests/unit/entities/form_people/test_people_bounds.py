from __future__ import annotations

from kashf.entities.form_people.people_bounds import PeopleBounds, bound_people, joined_places


def test_who_may_be_several_counts_once_at_least_and_each_at_most() -> None:
    homes = joined_places(5, [(0, 1)])

    assert PeopleBounds(least=2, most=4, proposed=3) == bound_people(homes, [(1, 2), (2, 3)], joined_places(5, [(0, 1), (2, 3)]), [4])


def test_of_a_star_the_points_are_men_apart() -> None:
    homes = tuple(range(5))

    assert 4 == bound_people(homes, [(0, at) for at in range(1, 5)], homes).least


def test_no_pair_joins_what_people_parted_even_by_way_of_a_third() -> None:
    assert (0, 0, 2, 2) == joined_places(4, [(0, 1), (1, 2), (2, 3), (1, 3)], [(0, 2)])


def test_nothing_is_nobody_and_forms_of_which_nothing_is_known_are_one_man_at_least() -> None:
    assert PeopleBounds(0, 0, 0) == bound_people((), [], ())
    assert PeopleBounds(1, 2, 2) == bound_people((0, 1), [], (0, 1), [0, 1])
