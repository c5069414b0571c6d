"""From an Article to an Analysis: who said what. Usable as a library, without a terminal."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis, Entity, Quote, Speaker, SummarySentence
    from tui.analysis.options import Options, Share
    from tui.analysis.pipeline import analyse
    from tui.analysis.schema import from_json, to_json
    from tui.analysis.tables import Tables, to_pandas, to_polars

__all__ = [
    "Analysis",
    "Correction",
    "Entity",
    "Options",
    "Quote",
    "Share",
    "Speaker",
    "SummarySentence",
    "Tables",
    "analyse",
    "from_json",
    "to_json",
    "to_pandas",
    "to_polars",
]

_ROOMS = {
    "Correction": "corrections",
    "analyse": "pipeline",
    "from_json": "schema",
    "to_json": "schema",
    "to_pandas": "tables",
    "to_polars": "tables",
    "Tables": "tables",
    "Options": "options",
    "Share": "options",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the signature that Python asks for
    """Load a public name when it is asked for: the reader imports the model without the engine."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(f"tui.analysis.{_ROOMS.get(name, 'model')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
