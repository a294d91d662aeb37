"""Mentions in, how they hang together out."""
