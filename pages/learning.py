"""How many Party members did the study programme reach, and what was done?"""

from indicators import exhibits, filters, headlines
from indicators.exhibits import learning

selection = filters.sidebar()
filters.heading(selection, "learning")
filters.require(selection, "learning", exhibits.sectors(learning.ROWS, learning.CARDS))

answers = headlines.ask(selection, learning.CARDS)
headlines.show(answers, selection, key="learning")
exhibits.lay(learning.ROWS, selection)
