"""sumy's LSA (Steinberger and Ježek, 2004), silent where there is too little to read."""

from typing import Any

from sumy.models.dom import ObjectDocumentModel
from sumy.summarizers.lsa import LsaSummarizer


class Lsa(LsaSummarizer):  # type: ignore[misc]  # sumy tells no types
    """A summariser of sumy's."""

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Any, ...]:
        """So many sentences, or none: fewer words than sentences span no space of topics."""
        if len(self._create_dictionary(document)) < len(document.sentences):
            return ()
        picked: tuple[Any, ...] = super().__call__(document, sentences_count)
        return picked

    def _create_dictionary(self, document: ObjectDocumentModel) -> dict[str, int]:
        """The row of each word, in an order that is the same in each process, as sumy's is not."""
        words = sorted(super()._create_dictionary(document))
        return {word: row for row, word in enumerate(words)}
