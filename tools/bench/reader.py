"""A reader without a browser: speaks to the server as Streamlit's own page does."""

import time
from types import TracebackType
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect


class Reader:
    """One open session. `rerun` asks for a page with a query and waits until it is sent whole."""

    def __init__(self, address: str, page: str = "", **more: Any) -> None:
        """`more` is for the connection: sock= one that comes from another address."""
        self._page = page
        self.sent: list[ForwardMsg] = []  # by the last run
        socket = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = connect(socket, subprotocols=["streamlit"], max_size=None, **more)

    def rerun(self, query: str) -> tuple[float, int]:
        """Seconds from the request to the end of the run, and the bytes that came."""
        ask = BackMsg()
        ask.rerun_script.query_string = query
        ask.rerun_script.page_name = self._page
        began = time.perf_counter()
        self._socket.send(ask.SerializeToString())
        size, self.sent = 0, []
        while True:
            raw = self._socket.recv(timeout=300)
            size += len(raw)
            message = ForwardMsg.FromString(raw)
            self.sent.append(message)
            if message.WhichOneof("type") == "script_finished":
                return time.perf_counter() - began, size

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()
