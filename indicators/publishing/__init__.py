"""From files that people save to the figures that readers see.

* copies.py: the files as they were when they were read, kept in a working folder
* editions.py: an edition is all that readers see at one time, and what is said of its files
* publisher.py: notices changed files, checks them beside the running edition, swaps it whole
* watching.py: has it look every second
* changes.py: what an edition changed
"""

from indicators.publishing.changes import Changes
from indicators.publishing.editions import Edition, FileState
from indicators.publishing.figures import Figures
from indicators.publishing.publisher import Publisher
from indicators.publishing.resting import Settling
from indicators.publishing.watching import watch

__all__ = ["Changes", "Edition", "Figures", "FileState", "Publisher", "Settling", "watch"]
