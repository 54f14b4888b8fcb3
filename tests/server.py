"""A web server that answers as tests want it to, wrongly included.

What is asked is kept in `asked`, each as (request line, {header: value}).
Answers are by path: a function that is given the connection and a Request.
All of it is on this machine: 127.0.0.1 unless another address is named, or a
socket in the file system.
"""
import contextlib
import os
import socket
import ssl
import threading

DEADLINE = float(os.environ.get("TEST_DEADLINE", "30"))


class Request:
    def __init__(self, head):
        lines = head.decode("latin-1").split("\r\n")
        self.line = lines[0]
        self.target = (self.line.split(" ") + ["", ""])[1]
        self.path = self.target.partition("?")[0]
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()


class Server:
    """Serves from the start until it is closed; `with` does both."""

    def __init__(self, answers=None, address="127.0.0.1", path=None,
                 tls=None, to_tls=b""):
        self.answers = dict(answers or {})
        self.asked = []
        self.tls = tls
        # What one without TLS says to a greeting of that; b"": it waits.
        self.to_tls = to_tls
        self.connections = []       # that are open
        self.n_accepted = 0
        self.lock = threading.Lock()
        # Answers that hang wait for it.
        self.leaving = threading.Event()
        if path:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.bind(path)
            self.name = "unix:%s:" % path
        else:
            self.socket = socket.socket()
            self.socket.bind((address, 0))
            self.port = self.socket.getsockname()[1]
            self.name = "%s:%d" % (address, self.port)
            self.url = ("https://" if tls else "http://") + self.name
        self.socket.listen(64)
        self.accepting = threading.Thread(target=self.accept, daemon=True)
        self.accepting.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nobody closes what another thread uses: the number would be that of
        the next server's socket, which the thread would then answer on."""
        self.leaving.set()
        self.socket.shutdown(socket.SHUT_RDWR)
        self.accepting.join()
        self.socket.close()
        with self.lock:
            for connection in self.connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.n_accepted += 1
            threading.Thread(target=self.serve, args=(connection,),
                             daemon=True).start()

    def add(self, connection):
        with self.lock:
            self.connections.append(connection)

    def close(self, connection):
        with self.lock:
            self.connections.remove(connection)
            connection.close()

    def serve(self, connection):
        self.add(connection)
        try:
            connection.settimeout(DEADLINE)
            if connection.family != socket.AF_UNIX:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY,
                                      1)
            if self.tls:
                plain = connection
                connection = self.tls.wrap_socket(
                    plain, server_side=True, do_handshake_on_connect=False)
                self.add(connection)
                self.close(plain)
                connection.do_handshake()
            request = Request(self.read_head(connection))
            self.asked.append((request.line, request.headers))
            answer = self.answers.get(request.path, missing)
            answer(connection, request)
        except (OSError, ssl.SSLError):
            pass
        finally:
            self.close(connection)

    def read_head(self, connection):
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(65536)
            if not piece:
                raise OSError("no request")
            head += piece
            # A greeting of TLS has no such end.
            if head.startswith(b"\x16") and self.to_tls:
                connection.sendall(self.to_tls)
                raise OSError("no request")
        return head.partition(b"\r\n\r\n")[0]

    def hang(self, connection, _):
        """Says nothing until the test is over."""
        self.leaving.wait(DEADLINE)


def reply(body=b"", status="200 OK", length=None, **headers):
    """An answer; length as it is said to be, -1: not said."""
    def answer(connection, _):
        head = ["HTTP/1.1 " + status, "Connection: close"]
        if length != -1:
            head.append("Content-Length: %d" %
                        (len(body) if length is None else length))
        head += ["%s: %s" % (name.replace("_", "-"), value)
                 for name, value in headers.items()]
        connection.sendall("\r\n".join(head + ["", ""]).encode("latin-1") +
                           body)
    return answer


def missing(connection, request):
    reply(b"no such page\n", "404 Not Found",
          Content_Type="text/plain")(connection, request)


def go_error(text, status="404 Not Found"):
    return reply(text, status, Content_Type="text/plain; charset=utf-8",
                 X_Go_Pprof="1")


def redirect(where, status="302 Found"):
    return reply(b"see there", status, Location=where)


def by_byte(body):
    """One byte at a time."""
    def answer(connection, request):
        reply(b"", length=len(body))(connection, request)
        for i in range(len(body)):
            connection.sendall(body[i:i + 1])
    return answer


def chunked(body, size):
    def answer(connection, request):
        reply(b"", length=-1, Transfer_Encoding="chunked")(connection, request)
        for i in range(0, len(body), size):
            piece = body[i:i + size]
            connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
        connection.sendall(b"0\r\n\r\n")
    return answer


def endless(start=b"", piece=b"\0" * 65536):
    def answer(connection, request):
        reply(start, length=-1)(connection, request)
        while True:
            connection.sendall(piece)
    return answer


def endless_headers(connection, _):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(10 << 8):
        connection.sendall(b"X-Pad: " + b"x" * 4087 + b"\r\n")
    connection.sendall(b"\r\nbody")


def endless_continues(connection, _):
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def raw(data):
    return lambda connection, _: connection.sendall(data)
