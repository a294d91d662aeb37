"""Tables with ruled lines."""
