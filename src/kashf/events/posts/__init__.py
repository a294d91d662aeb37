"""Who held which post when, from what letters say of it."""
