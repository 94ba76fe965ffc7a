"""Whether the dashboard answers, for whoever watches over it: /ready."""

from anyio import fail_after, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from indicators import gate, store, warehouse
from indicators.version import version

PATIENCE = 5.0  # seconds; who asks is told at last that it does not answer


async def ready(request: Request) -> JSONResponse:
    """200 while an edition is in force and answers a query, else 503.

    As JSON: the version, the edition in force, since when (UTC), and how many figures it has.
    """
    try:
        with fail_after(PATIENCE):
            state = await to_thread.run_sync(_edition, abandon_on_cancel=True)
    except (gate.Refused, TimeoutError, warehouse.Unanswered):
        state = None
    return JSONResponse(
        {"version": version(), **(state or {"edition": None, "since": None, "figures": None})},
        status_code=200 if state else 503,
        headers={"cache-control": "no-store"},
    )


def _edition() -> dict[str, str | int]:
    shown = store.publisher().edition
    figures = warehouse.figures(shown.connection)
    return {"edition": shown.version, "since": shown.since, "figures": figures}


ROUTE = Route("/ready", ready)
