"""What Word and Excel before 2007 hide, which those that read them do not say. Source: MS-DOC, MS-XLS."""
