"""What commands of the precedence test share."""
