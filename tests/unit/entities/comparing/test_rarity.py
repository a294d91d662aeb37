from __future__ import annotations

import pytest

from kashf.entities.comparing.rarity import Rarity, group_share, is_legal_form, person_share, usual_word


def test_spellings_of_a_common_name_are_as_common_as_it() -> None:
    assert 1 == len({person_share(word) for word in ("محمد", "mohammed", "mohamed", "muhammad")})


def test_common_names_are_more_common_than_rare_ones() -> None:
    assert person_share("محمد") > person_share("خالد") > person_share("قطربي")


def test_what_a_company_is_says_less_than_what_it_is_called() -> None:
    assert group_share("llc") > group_share("company") > group_share("nour")


@pytest.mark.parametrize(("word", "usual"), [("شركه", "company"), ("ministere", "ministry"), ("لواء", "brigade"), ("nour", "nour")])
def test_words_for_one_thing_stand_for_each_other(word: str, usual: str) -> None:
    assert usual == usual_word(word)


def test_legal_forms_are_known_in_both_scripts() -> None:
    assert (True, True, False) == (is_legal_form("gmbh"), is_legal_form("ذمم"), is_legal_form("nour"))


def test_a_population_puts_the_built_in_shares_right_in_any_script() -> None:
    rarity = Rarity.of([("qatrabi",)] * 500 + [("haddad",)] * 10)

    assert rarity.nats("قطربي", 0.001) < rarity.nats("haddad", 0.001) < rarity.nats("nowhere", 0.001)


def test_without_names_the_built_in_shares_stand() -> None:
    assert Rarity().nats("khaled", 0.02) == Rarity.of([]).nats("khaled", 0.02)
