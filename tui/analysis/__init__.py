"""From an Article to an Analysis: who said what. Usable as a library, without a terminal."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.analysis.pipeline import analyse

__all__ = ["analyse"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the signature that Python asks for
    """Load the pipeline when it is asked for: the reader imports the model without the engine."""
    if name == "analyse":
        from tui.analysis.pipeline import analyse

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
