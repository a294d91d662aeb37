"""Sentences that somebody wants to publish, each with what supports it, what speaks against it, and who looked it over."""
