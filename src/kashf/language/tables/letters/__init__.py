"""The words of letters, by what they are; whoever knows more of them adds them here."""
