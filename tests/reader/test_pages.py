"""Pages of a long list: what is near is at hand, what was seen long ago is let go."""

from tui.reader.pages import PAGE, Pages


def test_what_is_missing_is_what_is_seen_then_what_is_near() -> None:
    pages = Pages[int]()
    assert pages.missing(60, 70, 10_000) == [1, 0, 2]
    pages.take(1, range(50, 100))
    assert pages.missing(60, 70, 10_000) == [0, 2]
    assert (pages.get(60), pages.get(49)) == (60, None)
    assert pages.missing(9_990, 9_999, 10_000) == [199, 198]


def test_few_pages_are_kept() -> None:
    pages = Pages[int]()
    for page in range(1000):
        pages.take(page, [page] * PAGE)
        pages.missing(0, 0, 50_000)  # the first one is looked at all the time
    assert pages.get(0) == 0
    assert pages.get(5 * PAGE) is None
    assert len(pages.known()) <= 40 * PAGE
