"""The machine around kashf: its clock, and the boxes in which hostile files are opened."""
