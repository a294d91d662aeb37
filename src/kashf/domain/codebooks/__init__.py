"""Questions put to drawn samples of documents, and what two people answered of each."""
