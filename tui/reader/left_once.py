"""A screen that is left once, however many keys were pressed before it was gone."""

from typing import Generic

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class LeftOnce(Generic[ScreenResultType]):
    """When a screen is left Textual takes away what is on top: the second time that is another.

    Stands before the class of the screen.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Be left, where that has not happened yet."""
        assert isinstance(self, Screen)
        return Screen.dismiss(self, result) if self.is_active else AwaitComplete()
