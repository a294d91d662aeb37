"""Documents held against each other: a document and its copies, or any two, with what differs in their words and in the fields of forms."""
