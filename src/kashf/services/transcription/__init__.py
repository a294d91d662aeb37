"""What machines cannot read people type, line by line, and two persons where a name, a date or a number stands."""
