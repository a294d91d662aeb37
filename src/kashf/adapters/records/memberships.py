"""Writes which entity some names belong to, and leaves all others as they are: a decision touches few of many."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert

from kashf.adapters.records.rows import member_values
from kashf.adapters.records.schema import MEMBERSHIPS
from kashf.domain.entity import MentionType
from kashf.ports.resolutions import Membership

#: SQLite takes 32,766 variables in a statement.
_MANY = 500


def replace_members(connection: Connection, type: MentionType, members: Sequence[Membership]) -> None:
    """Store the entities of some names in place of those they had."""
    for start in range(0, len(members), _MANY):
        some = members[start : start + _MANY]
        mine = MEMBERSHIPS.c.key.in_([member.key for member in some])
        connection.execute(delete(MEMBERSHIPS).where(MEMBERSHIPS.c.type == type.value, mine))
        connection.execute(insert(MEMBERSHIPS), [member_values(type, member) for member in some])
