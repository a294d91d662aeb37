"""Calling codes, dialling plans, letters of plates, and the words beside numbers that point to one thing."""
