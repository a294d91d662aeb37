"""Which words of a case may stand for the parts of names: for many names at once, with the answers of ``NameQuery.accepts``."""

from collections.abc import Mapping, Sequence
from typing import Final

from kashf.language.person_names.patterns import PartPattern, WordPattern
from kashf.language.sounds.similarity import SAME_NAME, pair_similarities
from kashf.language.words.folding import Folded

#: A word this much less alike than a spelling of a name is none by the slower comparison either, which rounds after other steps.
_SURELY_LESS: Final = SAME_NAME - 0.005
#: Pairs below which comparing them one by one is faster than loading what compares many.
_MANY: Final = 64


def rule_out_others(asked: Mapping[PartPattern, Sequence[Folded]]) -> None:
    """Let patterns remember which words are surely no spelling of theirs, so that only the few others are compared one by one.

    Args:
        asked: Words that each pattern will be asked about.
    """
    pairs = [
        (pattern, form, target)
        for part, words in asked.items()
        for form in dict.fromkeys(reading for word in words if not part.knows(word) for reading in part.readings(word))
        for pattern in dict.fromkeys(option[-1] for option in part.options)
        if pattern.is_open(form)
        for target in pattern.targets
    ]
    if len(pairs) < _MANY:
        return
    best: dict[tuple[WordPattern, Folded], float] = {}
    scores = pair_similarities([target for _, _, target in pairs], [form for _, form, _ in pairs]).tolist()
    for (pattern, form, _), score in zip(pairs, scores, strict=True):
        best[pattern, form] = max(score, best.get((pattern, form), 0.0))
    for (pattern, form), score in best.items():
        if score < _SURELY_LESS:
            pattern.rule_out(form)
