"""Who held which post when, from the letters of a case."""
