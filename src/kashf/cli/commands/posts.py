"""`kashf posts`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import InCollection, answering, more_elsewhere, tell_waiting
from kashf.cli.output import emit, emit_json, say
from kashf.domain.entries.delivery import Scope

EPILOG = "Example: kashf posts leak.case --post 'مدير المكتب'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    office: Annotated[str, typer.Option(help="Words of the office.")] = "",
    post: Annotated[str, typer.Option(help="Words of the post.")] = "",
    person: Annotated[str, typer.Option(help="A name, in any script: posts that he, or whoever may be he, holds.")] = "",
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table, a row a tenure.")] = False,
) -> int:
    """Who held which post when, by signatures and orders: at least and at most; whom it names where a paper has a post alone."""
    from kashf.services.posts.posts_of_case import PostsQuery, posts_of_case
    from kashf.show.forms.spreadsheets import csv_bytes
    from kashf.show.posts.post_answers import POST_COLUMNS, post_rows, posts_answer
    from kashf.show.posts.post_lines import ASSUMED, left_out_of_posts, post_lines_of

    with answering(case) as open_case:
        found = posts_of_case(open_case, PostsQuery(office, post, person, collection))
    if as_json:
        emit_json(posts_answer(found))
    elif as_csv:
        emit(csv_bytes([POST_COLUMNS, *post_rows(found)]).decode("utf-8-sig").rstrip())
    else:
        for each in found.posts:
            for line in post_lines_of(each):
                emit(line)
    say(left_out_of_posts(found))
    say(ASSUMED)
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    return 0 if found.posts else 1
