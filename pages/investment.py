"""How many key projects, how much was invested, and how far is it from the plan?"""

from indicators import exhibits, filters
from indicators.exhibits import investment

selection = filters.sidebar()
filters.heading(selection, "investment")
filters.require(selection, "investment", exhibits.sectors(investment.ROWS))

exhibits.lay(investment.ROWS, selection)
