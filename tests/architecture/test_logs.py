"""Logs carry events, ids, sizes and durations; never a word of a document, a name, a query or a path."""

import ast

from tests.architecture.source import modules

LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
LOGGERS = {"log", "logger"}
#: Keywords under which contents would slip in. A path that helps is logged as the id of its document.
CONTENTS = {
    *("path", "paths", "file", "filename", "folder", "name", "names", "title", "subject", "sender", "recipient", "author"),
    *("text", "word", "words", "query", "snippet", "line", "content", "body", "value", "message", "error_text"),
}


def _is_log_call(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS):
        return False
    owner = node.func.value
    return isinstance(owner, ast.Name) and owner.id.strip("_").lower() in LOGGERS


def _faults(call: ast.Call) -> list[str]:
    """Return what is wrong with one log call: an event that is not a fixed word, or a keyword that carries contents."""
    fixed = len(call.args) == 1 and isinstance(call.args[0], ast.Constant) and " " not in str(call.args[0].value)
    faults = [] if fixed else ["the event is not one fixed word such as 'page.read'"]
    faults += [f"keyword {keyword.arg}" for keyword in call.keywords if keyword.arg is None or keyword.arg in CONTENTS]
    faults += [f"f-string in {keyword.arg}" for keyword in call.keywords if isinstance(keyword.value, ast.JoinedStr)]
    return faults


def _all_faults(path: str, tree: ast.Module) -> list[str]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_log_call(node))
    return [f"{path}:{call.lineno}: {fault}" for call in calls for fault in _faults(call)]


def test_no_log_call_carries_contents() -> None:
    assert [] == [fault for path, tree in modules() for fault in _all_faults(path, tree)]


def test_a_log_call_that_carries_contents_is_noticed() -> None:
    good = ast.parse("log.info('page.read', document=digest[:12], page=3, seconds=0.41)")
    bad = ast.parse("log.info(f'read {path}')\n_log.error('page.failed', path=path)\nself.log('x y')")

    assert ([], 2) == (_all_faults("good.py", good), len(_all_faults("bad.py", bad)))
