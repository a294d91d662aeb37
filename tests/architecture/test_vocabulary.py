"""Lists of Arabic words stand in one place, so that no two readers of names know different ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import modules

#: Where words are listed: the tables, and the two modules that say what each word and clitic is in a name.
HOMES = ("language/tables/", "language/person_names/vocabulary.py", "language/words/clitics.py")
#: What a person may type, in the help of a command.
EXAMPLES = ("cli/commands/",)
#: Two letters or more in a row; one alone is a letter (of a range, of a frequency), no word.
ARABIC_WORD = re.compile("[\u0621-\u064a][\u0621-\u064a\u064b-\u0652\u0670]+")


def word_lists(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string literal with two Arabic words or more, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in docstrings and len(ARABIC_WORD.findall(text)) > 1:
                yield node.lineno, text


def test_lists_of_arabic_words_stand_in_the_tables_and_the_vocabulary_alone() -> None:
    elsewhere = [
        f"{path}:{line}: {text[:40]}"
        for path, tree in modules()
        if not path.startswith((*HOMES, *EXAMPLES))
        for line, text in word_lists(tree)
    ]

    assert [] == elsewhere


def test_a_list_is_told_from_a_word_a_docstring_and_a_range_of_letters() -> None:
    tree = ast.parse('"""أبو محمد"""\nONE = "أبو"\nRANGE = "[ء-ي]+ و ف"\nTWO = "أبو محمد"\nJOINED = f"{ONE} قال له"')

    assert ["أبو محمد", " قال له"] == [text for _, text in word_lists(tree)]
