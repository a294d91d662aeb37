"""Mail as correspondence: messages, the same one in several formats, threads, and which quoted mail is there itself."""
