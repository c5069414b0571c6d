"""A terminal without UTF-8 is sent letters that it has, and as many."""

from io import BytesIO, TextIOWrapper

import pytest
from rich.cells import cell_len

from tui.reader.plain_letters import use_plain_letters


def written(text: str, encoding: str) -> str:
    screen = TextIOWrapper(BytesIO(), encoding=encoding, errors="backslashreplace")
    use_plain_letters(screen)
    screen.write(text)
    screen.flush()
    assert isinstance(screen.buffer, BytesIO)
    return screen.buffer.getvalue().decode(encoding)


def test_quotation_marks_bars_and_accents_have_plain_letters() -> None:
    seen = "1▐ “Où est l’élan …” ┊ ████ 40 % · e\u0301nd"
    assert written(seen, "ascii") == '1| "Ou est l\'elan ." : #### 40 % * end'
    assert written("é “ja”", "iso-8859-1") == 'é "ja"'


def test_utf_8_stays_as_it_is() -> None:
    assert written("“Où” ▐ 東京", "utf-8") == "“Où” ▐ 東京"


@pytest.mark.parametrize("text", ["東京で「遅い」", "שלום", "e\u0301\u0302a", "🎉 ⏎ №", "½ ﬁ"])
def test_every_row_keeps_its_width(text: str) -> None:
    plain = written(text, "ascii")
    assert plain.isascii()
    assert cell_len(plain) == cell_len(text)
