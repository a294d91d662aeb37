"""Who stands in the same documents as whom, and the probability that it is chance."""
