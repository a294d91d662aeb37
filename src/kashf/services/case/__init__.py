"""What a person asks of a whole case: where it stands, its documents, its custody."""
