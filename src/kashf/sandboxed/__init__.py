"""Everything that meets the bytes of a leaked file. It runs inside the sandbox and knows nothing that holds a case."""
