"""A word for each byte, to read a digest over the telephone. The order is frozen: heads that somebody has written down are made of it."""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
acorn anchor antelope anvil apple apron archway arrow artichoke ashtray aubergine autumn avocet badge badger bagpipe balcony
bamboo banjo barley barnacle basalt basket bassoon beaver bellows bicycle biscuit bismuth bittern blanket blizzard bobbin bonfire
boulder bracken bramble bridge bucket button cabbage cactus caliper canoe canyon carpet castle cello chalk cherry chestnut chimney
chisel cinnamon clarinet clover cobalt coconut compass copper cormorant cotton cricket crystal cucumber cupboard curlew curtain
cyclone daisy dolphin donkey dragonfly drizzle drum dunlin eagle easel ebony echo elbow elephant emerald engine envelope falcon
fathom feather feldspar fennel ferret fiddle flamingo flint flute fountain funnel gannet garlic gasket gazelle geyser ginger
giraffe glacier goblet granite graphite gravel guitar gypsum hammer hammock harbour hazelnut hedgehog helmet heron herring hinge
honey horizon hourglass iceberg icicle indigo island ivory jacket jasmine jetty jigsaw juniper kayak keel kestrel kettle kidney
kiosk kite ladder lagoon lantern lapwing lavender lemon lentil lever lichen lighthouse limestone limpet lobster mackerel magnet
mallet mango maple marble marzipan meadow medal melon meteor millet mirror monsoon mosaic mussel mustard napkin needle nettle
nutmeg oasis oboe obsidian olive onion orbit orchard ostrich otter oyster paddle palette parsley parsnip pebble pelican pencil
pepper petrel piano pillow piston plankton pliers plover pocket pollen poplar porpoise prism puffin pulley pumice pumpkin pyramid
quartz quilt radish raisin ribbon rivet rocket rudder saddle saffron sandal saucer seesaw sesame shale shovel shrimp sickle slate
sorrel spanner spindle sprocket squirrel stencil sulphur teapot thimble thistle thunder tiller toucan trowel trumpet tulip
tungsten turnip umbrella valley velvet violin walnut walrus weasel whistle willow zebra
"""
SPOKEN_WORDS: Final = tuple(_WORDS.split())
