"""Records while nobody is at them: closed whole, and copied whole."""
