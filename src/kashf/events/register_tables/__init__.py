"""Tables that are registers: what each column holds, and what each row says of a paper."""
