"""Where cases are kept: blobs in a folder, records in SQL, words in tantivy."""
