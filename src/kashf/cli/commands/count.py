"""`kashf count`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import InCollection, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.output import emit, emit_json
from kashf.domain.entries.delivery import Scope
from kashf.language.words.visible import isolate
from kashf.show.answers import count_answer, count_by_role_answer
from kashf.show.counted import many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.entities.counting.appearances import Appearances
    from kashf.entities.counting.interval import Estimate
    from kashf.services.case.open import OpenCase
    from kashf.services.names.counting.by_role import RoleCount

EPILOG = "Example: kashf count leak.case 'Abu Mohammed al-Shamali' --by role --json"


class By(StrEnum):
    """What a count is taken apart by."""

    ROLE = "role"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    name: Annotated[str, typer.Argument(help="A person's name, in Arabic or Latin letters.")],
    collection: InCollection = Scope.LEAK,
    by: Annotated[By | None, typer.Option("--by", help="Say also in what roles: in which field of forms, as sender of mails.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with the place of every mention.")] = False,
) -> int:
    """Count a name in every spelling and both scripts: mentions, documents, without copies; exits with 1 when there is none."""
    from kashf.services.names.count import count_in_roles, count_name

    asked = checked_words(name, what="the name")
    with opened(case) as open_case:
        counted, roles = count_in_roles(open_case, asked, scope=collection) if by else (count_name(open_case, asked, scope=collection), ())
        estimate = _estimate(open_case, counted)
    if as_json:
        emit_json(count_by_role_answer(counted, estimate, roles) if by else count_answer(counted, estimate))
    else:
        _print(counted, estimate)
        _print_roles(roles)
    tell_left_out(counted.left_out, case)
    return 0 if counted.mentions or counted.undecided else 1


def _estimate(case: OpenCase, counted: Appearances) -> Estimate | None:
    """Return what an audit of this count says, None where there was none."""
    if not counted.decided:
        return None
    from kashf.services.names.audit import audit_state

    return audit_state(case, counted.name, scope=counted.collection).estimate


def _looked_up(counted: Appearances) -> str:
    """Return how a name was counted that is nobody's in the case."""
    from kashf.language.person_names.finder import prepare_name

    if len(prepare_name(counted.name).parts) > 1:
        found = "counted where it stands whole" if counted.mentions else "it stands whole in none of them"
        return f"nobody was found to have this name; it was looked for in the texts: {found}"
    nothing = "" if counted.undecided else "nothing found: "
    return f"{nothing}nobody was found to have this very name, and one word alone is not looked for in the texts, where it may be any word"


def _print(counted: Appearances, estimate: Estimate | None) -> None:
    least, most = counted.interval
    emit(f"{isolate(counted.name)}: {many(counted.mentions, 'mention')} in {many(counted.documents, 'document')}")
    if counted.is_looked_up:
        emit(f"  {_looked_up(counted)}")
    if not counted.mentions and not counted.undecided:
        return
    emit(f"  {many(counted.without_copies, 'document')} without copies")
    if counted.elsewhere:
        emit(f"  {more_elsewhere(counted.elsewhere)}")
    emit(f"  {counted.exact} exactly as asked; {many(counted.decided, 'place')} decided by people")
    undecided = many(counted.undecided, "more place is", "more places are")
    emit(f"  {undecided} undecided; at least {least} (certain spellings), at most {many(most, 'mention')} (with these)")
    if estimate:
        missed = "" if estimate.is_whole else ", without what the search missed"
        emit(f"  by audit about {estimate.value:.0f} ({estimate.whole[0]}-{estimate.whole[1]}, {estimate.level:.0%}{missed})")
    for variant in counted.variants:
        emit(f"{variant.mentions:8}  {isolate(variant.text)}  {variant.script}")


def _print_roles(roles: Sequence[RoleCount]) -> None:
    from kashf.show.forms.role_words import role_line

    for each in roles:
        emit(f"  {role_line(each)}")
    if len(roles) > 1 and any(each.role.code == "own" for each in roles):
        emit("  a form's own person who is called so may be another man: nothing but the name says that they are one")
