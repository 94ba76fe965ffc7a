"""POST /workbook: the tables that a page shows, as an Excel workbook.

It computes and keeps nothing: what it writes is what it is sent, so it asks for no right but that
of having got the page. Other sites are refused, and so is what is too large to be a page's.
"""

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from indicators import journal
from indicators.server.crowds import address
from indicators.takeaway.files.request import MOST_BYTES, BadRequest, TooLarge, book
from indicators.takeaway.files.workbook import MEDIA_TYPE
from indicators.takeaway.workbooks import ADDRESS

_ONE_AT_A_TIME = CapacityLimiter(1)  # pages are more urgent than files


async def workbook(request: Request) -> Response:
    """The .xlsx; else 403 (another site), 415 (no JSON), 413 (too large) or 400, in words."""
    if not _is_ours(request):
        return PlainTextResponse("only for pages of this address", 403)
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return PlainTextResponse("JSON is wanted", 415)
    try:
        content = await to_thread.run_sync(book, await _body(request), limiter=_ONE_AT_A_TIME)
    except TooLarge as error:
        return PlainTextResponse(str(error), 413)
    except BadRequest as error:
        return PlainTextResponse(str(error), 400)
    journal.note("workbook", address=address(request.scope), bytes=len(content))
    return Response(content, media_type=MEDIA_TYPE, headers={"cache-control": "no-store"})


def _is_ours(request: Request) -> bool:
    """Whether a page asks: one of another origin doors.py has not let in.

    A browser says so itself over https and on localhost; elsewhere it names the page's origin.
    """
    site = request.headers.get("sec-fetch-site")
    return "origin" in request.headers if site is None else site == "same-origin"


async def _body(request: Request) -> bytes:
    """The request's content. Raises TooLarge as soon as it is."""
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > MOST_BYTES:
            raise TooLarge(f"more than {MOST_BYTES} bytes")
    return bytes(content)


ROUTE = Route(ADDRESS, workbook, methods=["POST"])
