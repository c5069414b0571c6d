"""What pullquote keeps from one session to the next, in one SQLite database."""
