"""A list whose options change: a click on one that is gone by now chooses nothing."""

from textual.events import Click
from textual.widgets import OptionList


class PaintedOptions:
    """Clicks are on what was painted last, which may have had more options than there are.

    Stands before the class of the list.
    """

    def on_click(self, event: Click) -> None:
        """Leave alone what Textual would look for in vain."""
        assert isinstance(self, OptionList)
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked >= self.option_count:
            event.prevent_default()
