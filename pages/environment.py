"""How do afforestation, air, forestry and public works stand?"""

from indicators import exhibits, filters
from indicators.exhibits import environment

selection = filters.sidebar()
filters.heading(selection, "environment")
filters.require(selection, "environment", exhibits.sectors(environment.ROWS))

exhibits.lay(environment.ROWS, selection)
