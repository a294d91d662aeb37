"""What people decide about what leaves the building, and what left it."""
