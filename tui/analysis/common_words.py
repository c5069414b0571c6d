"""Common English words, which open a sentence with a capital letter and are no names."""

from functools import cache, lru_cache

from tui.analysis.digests import text_of


@lru_cache(20_000)
def is_common(low: str) -> bool:
    """Whether a lower-case word is common English, in American or British spelling."""
    words = common_words()
    if "-" in low:
        return all(part in words for part in low.split("-"))
    if low in words or low.replace("our", "or") in words or low.replace("is", "iz") in words:
        return True
    return any(
        low.endswith(ending) and low.removesuffix(ending) + rest in words
        for ending, rest in (("s", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("ies", "y"))
    )


@cache
def common_words() -> frozenset[str]:
    """Common English words, in lower case (weights/common_words.txt)."""
    return frozenset(text_of("common_words.txt").split())
