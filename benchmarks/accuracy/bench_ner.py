"""How well persons, places and groups are found in Arabic news and books: by what ships, and by what is learnt in a case.

    python -m benchmarks.accuracy.bench_ner --data DIR [--quick]

DIR holds `ner/anercorp` and `ner/wojood_sample`, texts of others in which names are marked word by word. For every engine and type the
F1 of exact places is printed: a name counts when it begins and ends at the same words and has the same type. "What ships" learnt nothing
of any set. "Learnt in the case" takes the training part of a set for what people decided in a case, as `kashf names --learn` does: four
fifths teach a model, on the fifth it is measured how often the model and each rule is right, and the test is on the held-out part of the
set. "Model alone" leaves the rules out. "Across" learns from one set and tests on the other, as a case's papers are no news. Sets differ
in what they call a name (Wojood marks ministries inside of posts, ANERcorp leaves out "the government"), so across sets no engine comes
near 1. `--quick` leaves learning out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kashf.adapters.taggers.crf import CrfLearner
from kashf.adapters.taggers.gazetteer import PlacesTagger
from kashf.domain.entity import Mention, MentionType
from kashf.entities.tagging.settle import find_mentions
from kashf.entities.tagging.train import exact_f1, learn
from kashf.language.grammar.rules import RuleTagger
from kashf.ports.taggers import LabelledText, Tagger

TYPES = {
    **dict.fromkeys(("PERS", "PER"), MentionType.PERSON),
    **dict.fromkeys(("LOC", "GPE", "FAC"), MentionType.PLACE),
    "ORG": MentionType.GROUP,
}
ASKED = (MentionType.PERSON, MentionType.PLACE, MentionType.GROUP)

Span = tuple[int, int, MentionType]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.data / "ner"
    sets = {
        "anercorp": (read(folder / "anercorp/train_data.txt"), read(folder / "anercorp/dev_data.txt")),
        "wojood": (read(folder / "wojood_sample/train.txt"), read(folder / "wojood_sample/val.txt")),
    }
    rules: tuple[Tagger, ...] = (PlacesTagger(), RuleTagger())
    results: dict[str, Any] = {f"{name}, held-out part": {"what ships": score(test, rules)} for name, (_, test) in sets.items()}
    for learnt, (train, _) in () if arguments.quick else sets.items():
        began = time.process_time()
        learner = CrfLearner(rules)
        learnt_there = learn(train, taggers=rules, learner=learner)
        took = round(time.process_time() - began, 1)
        alone = learner.tagger(learnt_there.model or b"", types=learnt_there.types, precisions={})
        weighed = learner.tagger(learnt_there.model or b"", types=learnt_there.types, precisions=learnt_there.precisions)
        for name, (_, test) in sets.items():
            kind = "in domain" if name == learnt else f"across, learnt on {learnt}"
            part = results[f"{name}, held-out part"]
            part[f"model alone, {kind}"] = score(test, (alone,)) | {"seconds of learning": took}
            part[f"learnt in the case, {kind}"] = score(test, (*rules, weighed))
    print(json.dumps(results, ensure_ascii=False, indent=1))


def read(path: Path) -> list[LabelledText]:
    """Return the sentences of a file with one word and its labels on each line."""
    sentences: list[LabelledText] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if columns and not columns[0].startswith(("$#$", "-DOCSTART-")):
            rows.append(columns)
        elif not columns and rows:
            sentences.append(labelled(rows))
            rows = []
    return sentences


def labelled(rows: Sequence[Sequence[str]]) -> LabelledText:
    """Join words by spaces and keep the outermost names of the three types."""
    starts: list[int] = []
    text = ""
    for row in rows:
        starts.append(len(text) + bool(text))
        text += (" " if text else "") + row[0]
    mentions = tuple(
        Mention(starts[first], starts[last] + len(rows[last][0]), "", type_, "truth", 1.0) for first, last, type_ in outermost(rows)
    )
    return LabelledText(text, mentions, "ar")


def outermost(rows: Sequence[Sequence[str]]) -> list[Span]:
    """Return the longest names, where several lie in each other, in order."""
    kept: list[Span] = []
    for span in sorted(nested(rows), key=lambda span: (span[0] - span[1], span[0])):
        if all(span[1] < other[0] or span[0] > other[1] for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span[:2])


def nested(rows: Sequence[Sequence[str]]) -> Iterator[Span]:
    """Yield all names: a B opens one, I of the same label go on."""
    for index, row in enumerate(rows):
        for label in row[1:]:
            head, _, kind = label.partition("-")
            if head == "B" and kind in TYPES:
                last = index
                while last + 1 < len(rows) and f"I-{kind}" in rows[last + 1][1:]:
                    last += 1
                yield index, last, TYPES[kind]


def score(texts: Sequence[LabelledText], taggers: Sequence[Tagger]) -> dict[str, Any]:
    """Return precision, recall and F1 by type and over all, and the seconds of processor time it took."""
    began = time.process_time()
    truth: set[tuple[int, int, int, MentionType]] = set()
    found: set[tuple[int, int, int, MentionType]] = set()
    for number, text in enumerate(texts):
        truth.update((number, *on_words(text.text, mention)) for mention in text.mentions)
        mentions = find_mentions(text.text, taggers=taggers, language="ar")
        found.update((number, *on_words(text.text, mention)) for mention in mentions if mention.type in ASKED)
    result: dict[str, Any] = {
        type_.value: figures([x for x in truth if x[3] is type_], [x for x in found if x[3] is type_]) for type_ in ASKED
    }
    return result | {"all": figures(list(truth), list(found)), "seconds": round(time.process_time() - began, 1)}


def on_words(text: str, mention: Mention) -> Span:
    """Return the place of a mention in words, since the sets count particles written onto a name to it."""
    first = text.count(" ", 0, mention.start)
    return first, first + text.count(" ", mention.start, mention.end), mention.type


def figures(truth: Sequence[object], found: Sequence[object]) -> dict[str, float]:
    """Return precision, recall, F1 and how many names there are."""
    right = len(set(truth) & set(found))
    return {
        "F1": round(exact_f1(len(truth), len(found), right), 3),
        "precision": round(right / max(1, len(found)), 3),
        "recall": round(right / max(1, len(truth)), 3),
        "names": len(truth),
    }


if __name__ == "__main__":
    main()
