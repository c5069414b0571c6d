"""The reader in a browser: a small server on this machine, and a process for each page."""
