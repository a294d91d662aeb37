"""Did orders come before events more often than by chance? The engine depends on numpy alone and works on plain tables."""
