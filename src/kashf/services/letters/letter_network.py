"""Who writes to whom in a case, and how central each office is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kashf.domain.entries.delivery import Collection, Scope
from kashf.errors import UnknownNameError
from kashf.events.letter_network.central_offices import Centrality, central_offices
from kashf.events.letter_network.letter_ties import Correspondent, LetterNetwork, letter_network
from kashf.events.offices.office_words import office_lines
from kashf.services.case.open import OpenCase
from kashf.services.letters.each_once import LettersOnce, letters_once
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList


@dataclass(frozen=True, slots=True)
class Correspondences:
    """Who writes to whom in a case.

    Args:
        about: The one that was asked for; None for all.
        network: Ties of it, or all.
        central: How central each office is in the whole pile, most partners first.
        copies: Letters passed over since they are copies of others.
        letters: What is not among the letters, and what else stands beside their list; its letters are left out.
    """

    about: Correspondent | None
    network: LetterNetwork
    central: Mapping[Correspondent, Centrality]
    copies: int
    letters: LetterList

    @property
    def elsewhere(self) -> Mapping[Collection, int]:
        """Letters in the other collections."""
        return self.letters.elsewhere


def who_writes_to_whom(case: OpenCase, about: str = "", *, scope: Scope = Scope.LEAK) -> Correspondences:
    """Return who writes to whom by the heads of letters; copies of one letter are one letter.

    Args:
        case: Which case.
        about: Name or key of one of them, to have its ties alone; "" for all.
        scope: Which collection is looked at.

    Raises:
        UnknownNameError: Nobody of that name writes or is written to; or several do, which are named.
    """
    with case.view.snapshot():
        listed, once = letters_once(case, scope)
        network, central = kept_answer(case, f"letter network {scope}", lambda: _network(once))
    asked = _find(network, about) if about else None
    if asked:
        network = replace(network, ties=tuple(tie for tie in network.ties if asked in {tie.sender, tie.receiver}))
    return Correspondences(asked, network, central, once.copies, replace(listed, letters=()))


def _network(once: LettersOnce) -> tuple[LetterNetwork, Mapping[Correspondent, Centrality]]:
    network = letter_network({each.id: each.letter for each in once.letters})
    return network, central_offices(network)


def _find(network: LetterNetwork, about: str) -> Correspondent:
    everybody = network.correspondents()
    wanted = " ".join(office_lines([about]))
    found = [each for each in everybody if each.key == about] or [
        each for each in everybody if wanted and wanted in {each.key, each.key.rsplit(" > ")[-1]}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(each.key for each in found[:10])
        raise UnknownNameError(
            f"{len(found)} have that name, name one by its key: {names}", code="several-correspondents", name=about, keys=names
        )
    raise UnknownNameError(f"nobody of that name writes or is written to: {about}", code="no-such-correspondent", name=about)
