"""Programs and libraries that open leaked files; every one of them runs inside the sandbox."""
