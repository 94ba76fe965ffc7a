"""A publisher of the small data folder, and what one asks of it in tests."""

from pathlib import Path

from indicators.publishing import Figures, Publisher, Settling

JOBS, ECOLOGY = "observations/jobs.csv", "observations/ecology.csv"
QUICK = Settling(usual=1, suspicious=10)


def started(folder: Path, working: Path) -> Publisher:
    """A publisher as after the start of the dashboard."""
    publisher = Publisher(Figures(), folder, working, QUICK)
    publisher.start()
    return publisher


def rest(publisher: Publisher, seconds: float = 2) -> None:
    """Looks at the files now, and again after they were left alone for so long."""
    publisher.look(100)
    publisher.look(100 + seconds)


def figure(publisher: Publisher, period: str = "2021") -> float | None:
    """New urban jobs of 610902: 5150 in 2021 where nobody changed it."""
    found = publisher.edition.connection.cursor().execute(
        "select obs_value from observations where indicator = 'new_urban_jobs' "
        "and ref_area = '610902' and time_period = $period",
        {"period": period},
    )
    return (found.fetchone() or [None])[0]


def forest(publisher: Publisher) -> float | None:
    """Forest coverage of 2021, in another file than the jobs: 70 where nobody changed it."""
    return (
        publisher.edition.connection.cursor()
        .execute("select obs_value from observations where indicator = 'forest_coverage_pct'")
        .fetchone()[0]
    )


def states(publisher: Publisher) -> dict[str, str]:
    """The files that are not in force as they stand in data/, and why."""
    return {f.name: f.state for f in publisher.edition.files if f.state != "in_force"}


def said(publisher: Publisher) -> list[str]:
    """What the data page says of the files, in Chinese."""
    return [problem.sentence("zh") for problem in publisher.edition.problems]
