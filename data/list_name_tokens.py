"""List the Arabic words that are parts of names: ``python data/list_name_tokens.py --data DIR [--out FILE]``.

DIR holds ``wd_arabic_64``, a Latin token, its Arabic token with letters apart, and a count in each line (see name_tokens.SOURCE.md). Words
that occur `LEAST` times or more among the names, of three letters or more, folded, are written in alphabetical order. The same input gives
the same bytes.
"""

import argparse
import textwrap
from collections import Counter
from pathlib import Path

from kashf.language.words.folding import fold

#: A word of fewer names may be a slip, or a word of another kind that once was a name.
LEAST = 3
LEAST_LETTERS = 3
OUT = Path(__file__).parent.parent / "src/kashf/language/tables/names/name_tokens.py"
HEADER = '''"""Words that are parts of the names of people, folded. Made by data/list_name_tokens.py.

From names of Wikidata as collected by Merhav and Ash (2018), CC0: see data/name_tokens.SOURCE.md. Some are ordinary words too.
"""

from typing import Final

NAME_TOKENS: Final = """
'''


def name_tokens(lines: list[str]) -> list[str]:
    """Return the words of a file of names, folded and sorted."""
    counts: Counter[str] = Counter()
    for line in lines:
        _, letters, count = line.split("\t")
        counts[fold(letters.replace(" ", ""))] += int(count)
    return sorted(word for word, count in counts.items() if count >= LEAST and len(word) >= LEAST_LETTERS)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    words = name_tokens((options.data / "wd_arabic_64").read_text(encoding="utf-8").splitlines())
    body = "\n".join(textwrap.wrap(" ".join(words), 139, break_long_words=False, break_on_hyphens=False))
    options.out.write_text(f'{HEADER}{body}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
