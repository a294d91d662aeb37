"""Asking for what a person signs with."""
