"""Who held which post when, as the terminal and programs are told it."""
