from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kashf.domain.entity import Mention, MentionType
from kashf.entities.tagging.settle import find_mentions, settle
from kashf.ports.taggers import Precisions


def _mention(start: int, end: int, source: str, type_: MentionType = MentionType.PLACE, *, score: float = 0.9) -> Mention:
    return Mention(start, end, "x" * (end - start), type_, source, score)


@dataclass(frozen=True, slots=True)
class _Fixed:
    mentions: tuple[Mention, ...]
    name: str = "fixed"
    version: str = "1"

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        del text, language
        return self.mentions


@dataclass(frozen=True, slots=True)
class _Learnt(_Fixed):
    precisions: Precisions = field(default_factory=dict)


def test_a_gazetteer_wins_over_rules_and_rules_win_over_a_model() -> None:
    gazetteer, rule = _mention(0, 7, "gazetteer:places"), _mention(0, 7, "rules:x", MentionType.PERSON)
    model = _mention(0, 7, "model:m@1", MentionType.GROUP)

    assert (gazetteer,) == find_mentions("Nowhere", taggers=[_Fixed((model,)), _Fixed((rule,)), _Fixed((gazetteer,))])
    assert (rule,) == find_mentions("Nowhere", taggers=[_Fixed((model,)), _Fixed((rule,))])


def test_a_longer_name_by_rules_takes_in_the_place_it_is_made_of_but_a_model_does_not() -> None:
    place = _mention(9, 16, "gazetteer:places")
    person, guess = _mention(0, 16, "rules:kunya", MentionType.PERSON), _mention(0, 16, "model:m@1", MentionType.PERSON)

    assert (person,) == settle([place, person])
    assert (place,) == settle([place, guess])


def test_a_place_within_a_plate_an_address_or_a_number_is_part_of_it() -> None:
    place = _mention(6, 9, "gazetteer:places")
    wholes = [_mention(0, 16, "rules:x", type_) for type_ in (MentionType.PLATE, MentionType.EMAIL, MentionType.NUMBER)]

    assert [(whole,) for whole in wholes] == [settle([place, whole]) for whole in wholes]


def test_of_mentions_that_only_touch_each_other_all_stay_in_order() -> None:
    first, second = _mention(0, 4, "rules:a"), _mention(4, 8, "gazetteer:places")

    assert (first, second) == settle([second, first])


def test_what_overlaps_in_part_gives_way_to_the_surer_source() -> None:
    place, rule = _mention(4, 10, "gazetteer:places"), _mention(0, 6, "rules:a", MentionType.PERSON)

    assert (place,) == settle([rule, place])


def test_a_doubtful_rule_gives_way_to_a_model() -> None:
    guess, model = _mention(0, 5, "rules:owner", MentionType.PERSON, score=0.3), _mention(0, 5, "model:m@1", MentionType.GROUP)

    assert (model,) == settle([guess, model])


def test_a_quoted_code_name_is_not_the_place_of_the_same_name() -> None:
    code, place = _mention(3, 9, "rules:quoted", MentionType.CODE_NAME), _mention(3, 9, "gazetteer:places")

    assert (code,) == settle([place, code])


def test_what_was_measured_settles_an_overlap_with_a_learnt_model() -> None:
    rule, model = _mention(0, 6, "rules:a"), _mention(3, 9, "model:m@1")
    surer: Precisions = {("model:m", MentionType.PLACE): 0.9, ("rules:a", MentionType.PLACE): 0.6}
    less_sure: Precisions = {("model:m", MentionType.PLACE): 0.6, ("rules:a", MentionType.PLACE): 0.9}

    assert ((model,), (rule,)) == (settle([rule, model], precisions=surer), settle([rule, model], precisions=less_sure))


def test_a_source_that_is_mostly_wrong_where_the_model_disagrees_goes_also_without_an_overlap() -> None:
    alone, agreed = _mention(0, 6, "rules:a"), _mention(10, 16, "rules:a")
    model = _mention(10, 16, "model:m@1")

    assert (agreed,) == settle(
        [alone, agreed, model], precisions={("model:m", MentionType.PLACE): 0.9, ("rules:a", MentionType.PLACE): 0.2}
    )


def test_precisions_of_a_learnt_tagger_hold_for_all_of_them() -> None:
    rule, model = _mention(0, 5, "rules:a"), _mention(0, 7, "model:m@1")
    learnt = _Learnt((model,), precisions={("model:m", MentionType.PLACE): 0.9, ("rules:a", MentionType.PLACE): 0.2})

    assert (model,) == find_mentions("Nowhere", taggers=[_Fixed((rule,)), learnt])


def test_nothing_proposed_is_nothing_found() -> None:
    assert () == find_mentions("", taggers=[])
