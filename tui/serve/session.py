"""A reader's process behind a page: Textual's packets on standard input and output."""

import gc
import sys
from collections.abc import Sequence


def main(sources: Sequence[str]) -> int:
    """Show sources in the page until it is left; gives the exit status.

    What fails is one line on standard error.
    """
    gc.disable()  # all that is made until the first picture stays: the reader turns it on again
    from tui.article.loading import ArticleError
    from tui.reader.app import failure_in_a_sentence
    from tui.serve.served_reader import served_reader
    from tui.settings import load as load_settings

    try:
        app = served_reader(sources, load_settings())
    except ArticleError as error:
        print(f"pullquote: {error}", file=sys.stderr)
        return 1
    app.run()
    if app.failure is not None:
        print(failure_in_a_sentence(app.failure), file=sys.stderr)
        return 1
    return app.return_code or 0
