"""How mobile telephones are dialled at home in the region: the first digits and how many there are, with the country they are of.

Only what no other country of the region shares: ten digits behind 05 may be Saudi, Emirati or Palestinian, and are left out. Sources: the
numbering plans that SY, IQ, TR, JO, IR and LB gave to the ITU (E.164 national numbering plans).
"""

from typing import Final

#: Country -> patterns of the digits dialled at home.
DIALLING_PLANS: Final = {
    "SY": "09[3-9][0-9]{7}",
    "IQ": "07[3-9][0-9]{8}",
    "TR": "05[0-5][0-9]{8}",
    "JO": "07[7-9][0-9]{7}",
    "IR": "09[0-9]{9}",
    "LB": "(?:03|7[0168]|81)[0-9]{6}",
}
