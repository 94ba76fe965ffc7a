"""How many new enterprises, and how many jobs with them?"""

from indicators import exhibits, filters
from indicators.exhibits import enterprises_and_jobs

selection = filters.sidebar()
filters.heading(selection, "enterprises_and_jobs")
filters.require(selection, "enterprises_and_jobs", exhibits.sectors(enterprises_and_jobs.ROWS))

exhibits.lay(enterprises_and_jobs.ROWS, selection)
