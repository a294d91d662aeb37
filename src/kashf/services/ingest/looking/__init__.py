"""Looks through the texts of documents in worker processes: text in, findings out; this process only stores."""
