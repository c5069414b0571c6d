"""The styles of a widget's components, also while the widget is taken down."""

from rich.style import Style
from textual.widget import Widget


class ComponentLooks:
    """Textual draws some widgets once more when what their styles were is let go already.

    Stands before the class of the widget.
    """

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        """As of any widget; of one that is taken down a style that says nothing."""
        assert isinstance(self, Widget)
        if default is None and not self.is_attached:
            default = Style.null()
        return Widget.get_component_rich_style(self, *names, partial=partial, default=default)
