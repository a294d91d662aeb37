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

#: A verb, then the nouns made of it by -al, -ment, -ance, -ence, -ion, -ure or -er. A list and no rule: import is not important, nor is
#: a department to depart.
ENGLISH_NOUNS: Final = """
withdraw withdrawal
arrive arrival
approve approval
remove removal
refuse refusal
deny denial
bury burial
propose proposal
dispose disposal
renew renewal
survive survival survivor
betray betrayal
dismiss dismissal
reverse reversal
retrieve retrieval
rent rental
refer referral
acquit acquittal
appraise appraisal
pay payment
manage management manager
appoint appointment
ship shipment
treat treatment
move movement
equip equipment
govern government governor
agree agreement
announce announcement
punish punishment
imprison imprisonment
recruit recruitment recruiter
deploy deployment
assign assignment
arrange arrangement
settle settlement
replace replacement
require requirement
reinforce reinforcement
involve involvement
develop development
improve improvement
enforce enforcement
establish establishment
invest investment investor
argue argument
enlist enlistment
bombard bombardment
harass harassment
commit commitment
confine confinement
displace displacement
employ employment employer
enrich enrichment
measure measurement
judge judgement judgment
assist assistance assistant
resist resistance
accept acceptance
appear appearance
disappear disappearance
disturb disturbance
enter entrance
guide guidance
insure insurance
maintain maintenance
perform performance
ally alliance
clear clearance
attend attendance
comply compliance
surveil surveillance
exist existence
refer reference
differ difference
depend dependence
occur occurrence
prefer preference
defend defence defense defender
offend offence offense
drive driver
fight fighter
smuggle smuggler
trade trader
farm farmer
train trainer
teach teacher
hunt hunter
bomb bomber
kidnap kidnapper
murder murderer
kill killer
lead leader
buy buyer
sell seller
supply supplier
translate translator translation
work worker
report reporter
loot looter
invade invader invasion
execute execution executioner
detain detention detainee
arm armament
destroy destruction
produce production producer
receive receipt reception
seize seizure
explode explosion
decide decision
divide division
permit permission
admit admission
transmit transmission transmitter
submit submission
collect collection collector
inspect inspection inspector
elect election
abduct abduction abductor
construct construction
instruct instruction instructor
extract extraction
direct direction director
protect protection protector
connect connection
select selection
inject injection
expel expulsion
extort extortion
export exporter
import importer
transport transportation transporter
inform information informer
confirm confirmation
form formation
found foundation founder
tax taxation
accuse accusation
declare declaration
prepare preparation
explain explanation
examine examination
interrogate interrogation interrogator
occupy occupation occupier
apply application
identify identification
verify verification
notify notification
certify certification
qualify qualification
publish publication publisher
expect expectation
install installation
observe observation observer
reserve reservation
imagine imagination
fail failure
depart departure
expose exposure
press pressure
close closure
capture captor
"""
