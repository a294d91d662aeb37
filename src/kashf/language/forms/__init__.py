"""How else a word, a number or a name may be written: what a search looks for beside what was typed."""
