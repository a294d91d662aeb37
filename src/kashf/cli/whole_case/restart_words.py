"""How an answer of verify goes on where an installation that nobody let in started the case again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.ledger.signing.check_signatures import Restart


def restart_words(restart: Restart) -> str:
    """Return who started the case again, from which entry on, why as they say, and what rests on that alone."""
    who = f"installation {restart.device[:12]}, key {restart.key[:16]}"
    why = f": {isolate(' '.join(restart.why.split()))}" if restart.why.strip() else ", and gave no reason"
    if restart.let_in:
        return f"{who}, started the case again at {isolate(restart.where)}{why}; it was let in later"
    since = f"{many(restart.entries, 'entry')} rest on that, from {' and '.join(map(isolate, restart.since))} on" if restart.since else ""
    return f"NOBODY LET IN {who}, which started the case again at {isolate(restart.where)}{why}; {since or 'no entry rests on that'}"
