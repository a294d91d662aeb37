"""Where the server listens: this machine alone, and on both of its loopback addresses.

Browsers take a name under .localhost to the address of the newer protocol first. Were that left free, another user of the machine could
listen there, and be sent what is meant for us.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from kashf.errors import UsageError

#: Free ports of one protocol that are tried until one is free in the other, too.
_TRIES = 20
#: What says that this machine has no loopback of that protocol, so that nobody can listen there.
_NOT_HERE = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT})


@contextmanager
def listening(port: int) -> Iterator[list[socket.socket]]:
    """Listen on a port of this machine; the first socket is that of 127.0.0.1.

    Args:
        port: 0 takes a free one.

    Raises:
        UsageError: Another program listens there.
    """
    with ExitStack() as open_sockets:
        yield [open_sockets.enter_context(each) for each in _both(port)]


def _both(port: int) -> list[socket.socket]:
    for _ in range(1 if port else _TRIES):
        first = _listen(socket.AF_INET, "127.0.0.1", port)
        try:
            return [first, _listen(socket.AF_INET6, "::1", first.getsockname()[1])]
        except UsageError:
            first.close()
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
            return [first]
    raise _taken(port)


def _listen(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((address, port))
        listener.listen()  # now, so that a browser that is quicker than the server waits instead of being refused
    except OSError as error:
        listener.close()
        if error.errno in _NOT_HERE:
            raise
        raise _taken(port) from error
    return listener


def _taken(port: int) -> UsageError:
    return UsageError(f"port {port} is taken; choose another with --port, or none for a free one")
