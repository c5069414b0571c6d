"""Words as the pieces that the encoder knows: BERT's own tokenizer cuts them the same way."""

import pytest

from tests.analysis.articles import article
from tui.analysis.encoder import encoder
from tui.analysis.quotation import quotations
from tui.analysis.word_pieces import SEPARATOR, word_pieces

VOCABULARY = encoder().vocabulary


def pieces(stretch: str) -> list[tuple[str, str]]:
    """The pieces of a stretch in the vocabulary's letters, and in its own."""
    names = {number: piece for piece, number in VOCABULARY._numbers.items()}
    cut = VOCABULARY.cut(stretch)
    spans = zip(cut.starts, cut.ends, strict=True)
    return [(names[i], stretch[s:e]) for i, (s, e) in zip(cut.ids, spans, strict=True)]


@pytest.mark.parametrize(
    ("stretch", "found"),
    [
        ("harbour", "harbour"),
        ("Harbour’s", "harbour ’ s"),
        ("HARBOURS,", "harbour ##s ,"),
        ("unforeseeable", "un ##for ##ese ##ea ##ble"),
        ("$1,200", "$ 1 , 200"),
        ("e-mail@paper.example", "e - mail @ paper . example"),
        ("Zoë", "zoe"),
        ("Straße", "st ##raße"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣ", "σ ##ι ##σ"),
        ("ÆON", "æ ##on"),
        ("漢字は", "漢 [UNK] は"),
        ("한국", "ᄒ ##ᅡ ##ᆫ ##ᄀ ##ᅮ ##ᆨ"),
        ("🚒", "[UNK]"),
        ("a" * 101, "[UNK]"),
        ("x\u200by", "x ##y"),
        ("\u200b", ""),
    ],
)
def test_a_stretch_is_cut_into_the_longest_pieces(stretch: str, found: str) -> None:
    assert " ".join(piece for piece, _ in pieces(stretch)) == found


def test_pieces_stand_where_their_letters_are() -> None:
    assert [own for _, own in pieces("Zoe\u0308’s")] == ["Zoe", "’", "s"]
    assert [own for _, own in pieces("한국")] == ["한", "한", "한", "국", "국", "국"]
    assert VOCABULARY.cut("Harbour’s").words == (0, 1, 2)


def test_what_reads_like_a_mark_of_the_encoder_is_words() -> None:
    made = article("A mark [SEP] in the middle.", "Another paragraph.")
    found = word_pieces(made, quotations(made), VOCABULARY)
    assert (found.ids == VOCABULARY.number(SEPARATOR)).sum() == len(made.blocks) == 2


def test_a_piece_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="no word piece 'harbourmaster'"):
        VOCABULARY.number("harbourmaster")
