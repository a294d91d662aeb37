"""English words whose forms follow no rule, each line one word; written by hand."""

from __future__ import annotations

from typing import Final

ENGLISH_IRREGULAR: Final = """
man men
woman women
child children
person people persons
foot feet
tooth teeth
mouse mice
knife knives
wife wives
life lives
leaf leaves
thief thieves
half halves
go goes going gone went
come comes coming came
leave leaves leaving left
buy buys buying bought
sell sells selling sold
bring brings bringing brought
send sends sending sent
pay pays paying paid
take takes taking took taken
give gives giving gave given
get gets getting got gotten
see sees seeing saw seen
know knows knowing knew known
speak speaks speaking spoke spoken
write writes writing wrote written
drive drives driving drove driven
fly flies flying flew flown
steal steals stealing stole stolen
hide hides hiding hid hidden
fight fights fighting fought
shoot shoots shooting shot
find finds finding found
hold holds holding held
meet meets meeting met
lead leads leading led
lose loses losing lost
win wins winning won
build builds building built
keep keeps keeping kept
sleep sleeps sleeping slept
tell tells telling told
say says saying said
make makes making made
run runs running ran
begin begins beginning began begun
break breaks breaking broke broken
choose chooses choosing chose chosen
catch catches catching caught
teach teaches teaching taught
think thinks thinking thought
fall falls falling fell fallen
rise rises rising rose risen
blow blows blowing blew blown
throw throws throwing threw thrown
draw draws drawing drew drawn
flee flees fleeing fled
bleed bleeds bleeding bled
feed feeds feeding fed
die dies dying died
lie lies lying lied lay
swear swears swearing swore sworn
wear wears wearing wore worn
bury buries burying buried
withdraw withdraws withdrawing withdrew withdrawn
"""
