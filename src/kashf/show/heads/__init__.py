"""A head as people keep it: read out, photographed, printed."""
