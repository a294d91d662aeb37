"""What looking again for names that are sure elsewhere adds: ``python -m benchmarks.accuracy.bench_sure_names [--casts 1,2] [--data DIR]``.

Each leak of the example is one case; casts other than 0 have people, places and units that nobody looked at while building. DIR holds
`ner/anercorp`, whose held-out sentences are cut into documents of ten. Printed are precision, recall and F1 before and after, and of what
was added how much is right.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import bench_entities, bench_ner
from benchmarks.accuracy.siege_pages import Leak, digital_pages
from kashf.bootstrap import make_taggers
from kashf.domain.entity import Mention
from kashf.entities.tagging.keys import name_key
from kashf.entities.tagging.settle import find_mentions
from kashf.entities.tagging.sure_names import SURE_RULES, Name, SoughtNames, is_sought
from kashf.language.words.page import WordPage

TOGETHER = 10


def main() -> None:
    """Print a line for each case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--casts", type=lambda words: tuple(map(int, words.split(","))), default=(1, 2))
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    for cast in options.casts:
        print(json.dumps({"cast": cast} | siege(cast, options.files)))
    if options.data:
        print(json.dumps({"anercorp": news(options.data / "ner/anercorp/dev_data.txt")}))


def siege(cast: int, files: int) -> dict[str, object]:
    """Return the figures of one made-up leak."""
    pages, taggers = list(digital_pages(Leak(1, cast, files))), make_taggers()
    found = [find_mentions(page.text, taggers=taggers, language=page.language) for page in pages]
    added = again([(page.document, page.text, mentions) for page, mentions in zip(pages, found, strict=True)])
    before, after, right = bench_entities.Score(), bench_entities.Score(), 0
    for page, first, more in zip(pages, found, added, strict=True):
        before.add(bench_entities.score_page(page, first))
        after.add(bench_entities.score_page(page, sorted((*first, *more), key=lambda mention: mention.start)))
        right += len(bench_entities.paired([name for name in page.names if not name.optional], more))
    figures = {"before": before.rows()["all"], "after": after.rows()["all"]}
    return {**figures, "added": sum(map(len, added)), "right": right}


def news(path: Path) -> dict[str, int]:
    """Return how many names were added to sentences of news, and how many of them rightly."""
    texts, taggers = bench_ner.read(path), make_taggers()
    found = [find_mentions(text.text, taggers=taggers, language="ar") for text in texts]
    numbered = enumerate(zip(texts, found, strict=True))
    added = again([(str(number // TOGETHER), text.text, mentions) for number, (text, mentions) in numbered])
    truth = [{bench_ner.on_words(text.text, mention) for mention in text.mentions} for text in texts]
    pairs = zip(texts, added, truth, strict=True)
    right = sum(bench_ner.on_words(text.text, each) in known for text, more, known in pairs for each in more)
    return {"added": sum(map(len, added)), "right": right}


def again(pages: Sequence[tuple[str, str, Sequence[Mention]]]) -> list[list[Mention]]:
    """Return what is added to each page of a case, given by document, text and what was found there."""
    documents: dict[Name, set[str]] = defaultdict(set)
    for document, _, mentions in pages:
        for each in mentions:
            if each.source in SURE_RULES.get(each.type, ()):
                documents[each.type, name_key(each.text, each.type)].add(document)
    sought = SoughtNames(name for name, where in documents.items() if is_sought(name, documents=len(where)))
    return [list(sought.find(WordPage(text), mentions)) for _, text, mentions in pages]


if __name__ == "__main__":
    main()
