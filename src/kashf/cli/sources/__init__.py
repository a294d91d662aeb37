"""Who passed files on: code names asked about, and the vault that holds who they are."""
