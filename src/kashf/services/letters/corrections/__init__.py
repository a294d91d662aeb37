"""What people say of letters that were read otherwise, followed wherever letters are told of."""
