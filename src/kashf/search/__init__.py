"""Text in, ranked passages out: cutting pages into passages, the query language, spellings, highlights. No store is opened here."""
