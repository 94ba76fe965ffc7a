"""python -m indicators.server: see run.py."""

from indicators.server.run import main

main()
