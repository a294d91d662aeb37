"""The places that papers of a case name: what they may be, what people decided, a case's own places, and the map."""
