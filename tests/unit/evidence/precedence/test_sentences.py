import re
from dataclasses import replace

import pytest

from kashf.evidence.precedence.result import Conclusion, Dates, PrecedenceResult
from kashf.evidence.precedence.sentences import NOT_SHOWN, SELECTION, card_sentence, lines, quotable_sentence, verdict_sentence
from tests.unit.evidence.precedence.made import events_of, orders_of, result_of

ATTACKS = [(town, 100 + 17 * town) for town in range(10)]


@pytest.fixture(scope="module")
def result() -> PrecedenceResult:
    return result_of(orders_of([*((town, when - 3) for town, when in ATTACKS), (3, 2)]), events_of(ATTACKS))


@pytest.mark.parametrize("verdict", Conclusion)
def test_no_sentence_says_proved_or_that_anybody_knew(result: PrecedenceResult, verdict: Conclusion) -> None:
    sentence = verdict_sentence(replace(result, verdict=verdict))

    assert sentence.endswith(".")
    assert not re.search(r"\bprove[sdn]?\b|\bproof\b|\bknew\b|\bforeknowledge\b", sentence)


def test_each_verdict_has_its_own_sentence_and_only_one_says_that_orders_came_before(result: PrecedenceResult) -> None:
    sentences = {verdict: verdict_sentence(replace(result, verdict=verdict)) for verdict in Conclusion}

    assert len(Conclusion) == len(set(sentences.values()))
    assert "the word before may not be used" in sentences[Conclusion.NOT_CHANCE]
    assert "Not testable: continuous fighting" in sentences[Conclusion.FIGHTING]
    assert "of 10 groups of orders, 10 could" in sentences[Conclusion.TOO_LITTLE]
    assert [Conclusion.BEFORE, Conclusion.NOT_CHANCE] == [verdict for verdict in Conclusion if verdict.is_finding]


def test_the_orders_on_whose_dates_it_depends_are_named_ten_of_them(result: PrecedenceResult) -> None:
    doubtful = replace(result, verdict=Conclusion.DEPENDS_ON_DATES, dates=Dates(12, 0.1, 0.1, 0.1, tuple(f"L{n}" for n in range(12))))

    assert "the exact dates of L0, L1, L2, L3, L4, L5, L6, L7, L8, L9:" in verdict_sentence(doubtful)


def _card(**changed: object) -> str:
    order = result_of(orders_of([(0, 97)]), events_of(ATTACKS)).per_order[0]
    return card_sentence(replace(order, **changed), reach=30, window=(1, 7))


def test_one_order_is_told_beside_what_any_date_would_have_shown() -> None:
    followed = _card(chance_of_any=0.87, chance_of_others=0.85)

    assert (
        "An event began within days 1 to 7 of it; a random date within 30 days would have been followed too with chance 0.87; this hit is "
        "worth at most 1.15 to 1." == followed
    )
    assert "No event began" in _card(hit=False, any_followed=False)
    assert "at most" not in _card(hit=False, any_followed=False)
    assert "not testable, continuous fighting" in _card(state="fighting", hit=False, chance_of_others=0.5)


def test_a_hit_that_is_its_own_only_reference_has_no_bound() -> None:
    assert "nothing bounds what it is worth" in _card()
    assert "to 1." not in _card()


def test_the_whole_answer_says_what_is_not_shown_and_counts_every_row(result: PrecedenceResult) -> None:
    told = list(lines(result))

    assert [NOT_SHOWN, SELECTION] == told[:2]
    assert any("orders: 11 = 10 used + 1 not used (outside of what the catalogue has seen)" in line for line in told)
    assert any("events: 212 = 212 used" in line for line in told)
    assert 10 == sum("of it; " in line for line in told)
    assert any("tests that know nothing of phases of fighting would have said: poisson" in line for line in told)


def test_words_of_the_tables_pass_through_what_makes_them_safe_to_show(result: PrecedenceResult) -> None:
    doubtful = replace(result, verdict=Conclusion.DEPENDS_ON_DATES, dates=Dates(1, 0.1, 0.1, 0.1, ("\x1b[31m",)), unused={"\u202e": 1})

    told = "\n".join(lines(doubtful, show=lambda text: f"<{text!r}>"))

    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "<'L0'>: An event began" in told


def test_beside_every_answer_stands_how_many_orders_were_left_out_and_why(result: PrecedenceResult) -> None:
    none = replace(result, n_orders=2, n_used=0, hits=0, unused={"outside of what the catalogue has seen": 2})
    told = "2 of 2 orders left out (2: outside of what the catalogue has seen)"

    assert any(line.startswith("0 of 0 orders") and line.endswith(told) for line in lines(none))
    for verdict in Conclusion:
        assert 1 == quotable_sentence(replace(none, verdict=verdict), catalogue="c" * 64, plan="").count(told)
    assert "left out" not in quotable_sentence(replace(result, unused={}), catalogue="c" * 64, plan="")
