"""Words by which a paper tells that somebody died, and what ends his name behind them; divided by bars and compared folded."""

from typing import Final

#: Right before the name.
DIED: Final = (
    "وفاة|بوفاة|لوفاة|استشهاد|باستشهاد|لاستشهاد|مقتل|بمقتل|لمقتل|توفي|وتوفي|استشهد|واستشهد|قتل|قضى"
    "|the death of|death of|the killing of|killing of|the martyrdom of|martyrdom of"
)
#: Behind the name.
BEHIND_DEAD: Final = "بتاريخ|في|يوم|متأثرا|إثر|أثناء|خلال|على|من|عن|أمس|صباح|مساء|ليلة|وذلك|رحمه|on|in|at|during|of|yesterday|who|after"
