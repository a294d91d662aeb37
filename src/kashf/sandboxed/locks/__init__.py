"""Opens what is encrypted with passwords that people have: each kind of lock says whether a password fits, and gives the file without it.

Everything here runs in the sandbox. Passwords come as parameters of one task, and go with the process that had them.
"""
