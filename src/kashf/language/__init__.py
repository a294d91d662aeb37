"""Pure functions on text: folding, words, names across scripts. No stores, no settings, no input or output."""
