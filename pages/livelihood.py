"""Schools, health, insurance, jobs and incomes: what has reached the people?"""

from indicators import exhibits, filters, headlines
from indicators.exhibits import livelihood

selection = filters.sidebar()
filters.heading(selection, "livelihood")
filters.require(selection, "livelihood", exhibits.sectors(livelihood.ROWS, livelihood.CARDS))

answers = headlines.ask(selection, livelihood.CARDS, selection.sectors)
headlines.show(answers, selection, key="livelihood")
exhibits.lay(livelihood.ROWS, selection)
