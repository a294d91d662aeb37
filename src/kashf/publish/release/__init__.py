"""A release: a folder that proves itself, and the checks of one on a machine that has nothing else."""
