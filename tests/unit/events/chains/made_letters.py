"""Letters of an invented office, as the reader of letters reads them, and the chains among them."""

from __future__ import annotations

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.events.letters.read_letter import read_letter
from kashf.services.chains.list_chains import find_chains

ORDER = """Province of the Marsh
Office of Roads
No. R/12
Dated 25 May 2014
Order
To: Office of Wells
You are to move 6 radios to Tall al-Rih as part of operation "Red Lamp".
Omar Haddad
Director
"""
ACKNOWLEDGEMENT = """Province of the Marsh
Office of Wells
No. W/44
Dated 27 May 2014
To: Office of Roads
In reply to the order of Office of Roads No. R/12 of 25 May 2014.
We acknowledge receipt of your letter.
Sami Khalil
Director
"""
COMPLETION = """Province of the Marsh
Office of Wells
No. W/61
Dated 20 June 2014
To: Office of Roads
Further to the order of Office of Roads No. R/12 of 25 May 2014.
We have completed moving 6 radios to Tall al-Rih under the name of "Red Lamp".
Sami Khalil
Director
"""
CANCELLATION = """Province of the Marsh
Office of Roads
No. R/19
Dated 2 June 2014
To: Office of Wells
Further to the order of Office of Roads No. R/12 of 25 May 2014.
The order to move 6 radios to Tall al-Rih is cancelled.
Omar Haddad
Director
"""
#: Letters about other things, so that there is a pile in which to count.
OTHERS = tuple(
    f"""Province of the Marsh
Office of {office}
No. {office[0]}/{number}
Dated {day} June 2014
To: Office of {other}
It is forbidden to {what}.
Director
"""
    for number, (day, office, other, what) in enumerate(
        [
            (1, "Mills", "Roads", "photograph the bridge"),
            (3, "Roads", "Mills", "carry weapons in the market"),
            (5, "Wells", "Mills", "travel to Wadi al-Ghaym"),
            (8, "Mills", "Wells", "sell wheat in Bir al-Shams"),
            (9, "Roads", "all offices", "travel to Kafr al-Ward by night"),
            (12, "Mills", "all offices", "enter the mill of Dar al-Zayt"),
            (14, "Wells", "all offices", "draw water after dark"),
            (17, "Roads", "Wells", "close the road of Wadi al-Lawz"),
        ],
        start=70,
    )
)


def letters_of(*texts: str) -> list[tuple[DocumentId, Letter]]:
    """Return the letters on texts; their ids are numbers in the order of the texts."""
    found = []
    for number, text in enumerate(texts, start=1):
        document = DocumentId(f"{number:064x}")
        letter = read_letter(document, [Page(1, text)])
        assert letter is not None
        found.append((document, letter))
    return found


def place(number: int) -> DocumentId:
    """Return the id of the letter on the so-manieth text."""
    return DocumentId(f"{number:064x}")


__all__ = ["ACKNOWLEDGEMENT", "CANCELLATION", "COMPLETION", "ORDER", "OTHERS", "find_chains", "letters_of", "place"]
