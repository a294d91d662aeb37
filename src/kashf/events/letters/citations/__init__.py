"""Papers that papers name: by the words that recite them, by the grammar of nouns for papers, and what is said of each."""
