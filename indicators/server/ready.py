"""Whether the dashboard answers, for whoever watches over it: /ready."""

from typing import Any

from anyio import fail_after, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from indicators import gate, store, warehouse
from indicators.version import version

# A look is due every second; what is older means that changed files do not come into force.
OLD = 30
NOTHING = ("edition", "since", "figures", "seconds_since_look", "refused")
PATIENCE = 5.0  # seconds; who asks is told at last that it does not answer


async def ready(request: Request) -> JSONResponse:
    """200 while an edition is in force, answers a query and is kept up to date, else 503.

    As JSON: the version, the edition in force, since when (UTC), how many figures it has, how
    many seconds ago the files were looked at, and those that are refused.
    """
    try:
        with fail_after(PATIENCE):
            state = await to_thread.run_sync(_edition, abandon_on_cancel=True)
    except (gate.Refused, TimeoutError, warehouse.Unanswered):
        state = None
    return JSONResponse(
        {"version": version(), **(state or dict.fromkeys(NOTHING))},
        status_code=200 if state and state["seconds_since_look"] < OLD else 503,
        headers={"cache-control": "no-store"},
    )


def _edition() -> dict[str, Any]:
    shown = store.publisher().edition
    figures = warehouse.figures(shown.connection)
    return {
        "edition": shown.version,
        "since": shown.since,
        "figures": figures,
        "seconds_since_look": round(store.publisher().since_look),
        "refused": [file.name for file in shown.files if file.state == "refused"],
    }


ROUTE = Route("/ready", ready)
