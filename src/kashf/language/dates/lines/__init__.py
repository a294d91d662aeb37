"""In which lines of a text days may be named."""
