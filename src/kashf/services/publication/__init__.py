"""What leaves the building: reports, releases, and what is checked before."""
