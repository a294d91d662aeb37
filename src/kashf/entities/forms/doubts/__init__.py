"""What is to be said of families before anybody counts on them: perhaps no forms, perhaps of several templates."""
