"""Evidence weighed: records of channels, roads of reports, boards of hypotheses."""
