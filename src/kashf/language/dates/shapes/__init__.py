"""Shapes that a wording of a date may have."""
