"""Why an address on the web cannot be had."""


class FetchError(ValueError):
    """Why an address cannot be had, in a few words."""


class UnreachableError(FetchError):
    """The network or the host cannot be reached: what was kept of the address still holds."""
