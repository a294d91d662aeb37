"""The table of places that ships with kashf, and the words beside a name that say it is a place."""
