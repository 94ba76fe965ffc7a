"""The server that `make run` starts: dashboard.py behind compression and security headers."""
