"""Pages as pictures: where their ink is, and which of them show one sheet of paper."""
