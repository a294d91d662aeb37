"""How names sound and are spelled, as far as it is written down or learnt."""
