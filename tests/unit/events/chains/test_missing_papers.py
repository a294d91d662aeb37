"""What belongs to a chain and is not in the pile."""

from __future__ import annotations

import datetime as dt

from kashf.domain.letters.instructions import SpeechAct
from kashf.events.chains.chain import Chain, MissingBecause, MissingPaper
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, COMPLETION, ORDER, OTHERS, find_chains, letters_of


def chain_of(*texts: str) -> Chain:
    (chain,) = find_chains(letters_of(*texts, *OTHERS), {})
    return chain


def test_a_completion_is_looked_for_in_the_days_in_which_they_come() -> None:
    (missing,) = chain_of(ORDER, ACKNOWLEDGEMENT).missing

    assert (MissingBecause.EXPECTED, (SpeechAct.COMPLETION,), 9) == (missing.why, missing.acts, missing.share)
    assert (("Office of Wells",), ("Office of Roads",)) == (missing.senders, missing.addressees)
    assert missing.earliest
    assert missing.latest
    assert dt.date(2014, 5, 25) < missing.earliest < dt.date(2014, 6, 24) < missing.latest


def test_a_deadline_says_until_when_a_completion_is_looked_for() -> None:
    (missing,) = chain_of(ORDER.replace("to Tall al-Rih", "to Tall al-Rih no later than 30 June 2014"), ACKNOWLEDGEMENT).missing

    assert (dt.date(2014, 5, 25), dt.date(2014, 7, 15), 0) == (missing.earliest, missing.latest, missing.share)


def test_nothing_is_missing_that_is_there() -> None:
    assert () == chain_of(ORDER, ACKNOWLEDGEMENT, COMPLETION).missing


def test_letters_that_follow_one_order_that_is_not_here_are_a_chain_with_that_order_missing() -> None:
    chain = chain_of(ACKNOWLEDGEMENT, COMPLETION)

    assert (2, ()) == (len(chain.letters), chain.links)
    (missing,) = chain.missing
    assert (MissingBecause.CITED, (SpeechAct.ORDER,), 2) == (missing.why, missing.acts, len(missing.cited))
    assert (dt.date(2014, 5, 25), dt.date(2014, 5, 25)) == (missing.earliest, missing.latest)
    assert (("Office of Roads",), ("Office of Wells",)) == (missing.senders, missing.addressees)


def test_nothing_is_expected_of_an_order_that_nothing_follows() -> None:
    assert () == chain_of(ORDER).missing


def test_a_paper_without_any_day_is_looked_for_without_days() -> None:
    order, answer = ORDER.replace("25 May 2014", ""), ACKNOWLEDGEMENT.replace("27 May 2014", "").replace("of 25 May 2014", "")

    missing: tuple[MissingPaper, ...] = chain_of(order, answer).missing

    assert [(None, None)] == [(each.earliest, each.latest) for each in missing]
