"""What stands before every page: who may come in, what may be sent, what every answer says to the browser."""
