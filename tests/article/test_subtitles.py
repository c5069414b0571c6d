"""Subtitles: a transcript of what is said."""

from pathlib import Path

import pytest

from tui.analysis import analyse
from tui.article.loading import article_from_bytes, load
from tui.article.manuscript import Manuscript
from tui.article.model import Article
from tui.article.subtitles import read

FILES = Path(__file__).parent / "files"


def article(text: str, encoding: str = "utf-8") -> Article:
    return article_from_bytes(text.encode(encoding), "-")


def blocks(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(b.kind, found.text[b.span.start : b.span.end]) for b in found.blocks]


def webvtt(*cues: str, header: str = "WEBVTT", pause: float = 0.2) -> str:
    """Cues of three seconds each with a pause between."""
    made = [header]
    for i, cue in enumerate(cues):
        start = i * (3 + pause)
        made.append(f"{_time(start)} --> {_time(start + 3)}\n{cue}")
    return "\n\n".join(made) + "\n"


def subrip(*cues: str, pause: float = 0.2) -> str:
    text = webvtt(*cues, pause=pause)
    made = [
        f"{i}\n{cue.replace('.', ',', 2)}" for i, cue in enumerate(text.split("\n\n")[1:], start=1)
    ]
    return "\n\n".join(made)


def _time(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


@pytest.mark.parametrize("name", ["harbour_inquiry.vtt", "harbour_inquiry.srt"])
def test_the_speakers_are_those_of_the_transcript(name: str) -> None:
    plain = load("sample_articles/transcript.txt")
    shown = load(str(FILES / name))
    turns = [
        [a.text[b.span.start : b.span.end] for b in a.blocks if b.kind == "turn"]
        for a in (plain, shown)
    ]
    assert [turn.split(" (")[0].split(":")[0] for turn in turns[1]] == [
        turn.split(" (")[0].split(":")[0] for turn in turns[0]
    ]
    for said, line in zip(*turns, strict=True):
        assert line.partition(": ")[2].startswith(said.partition(": ")[2])
    voices = {speaker.name for speaker in analyse(shown).speakers}
    assert voices >= {"Strand", "Reddy", "The Chairman", "Lange"}


def test_the_header_gives_the_title() -> None:
    shown = load(str(FILES / "harbour_inquiry.vtt"))
    assert shown.title == "Harbour inquiry, day 12: evidence of the duty officer"
    assert article(webvtt("Hello.", header="WEBVTT\nKind: captions\nTitle: A gale")).title == (
        "A gale"
    )


@pytest.mark.parametrize("header", ["WEBVTT", "WEBVTT Kind: captions", "WEBVTT FILE", "WEBVTT -"])
def test_what_a_header_tells_to_a_player_is_no_title(header: str) -> None:
    assert article(webvtt("Hello there, all.", header=header)).title is None


def test_cues_are_joined_to_sentences_and_a_pause_begins_a_paragraph() -> None:
    assert blocks(subrip("We waited on", "the mole.", "Then", "it came.")) == [
        ("paragraph", "We waited on the mole. Then it came.")
    ]
    assert blocks(subrip("We waited on", "the mole.", "Then it came.", pause=4))[1:] == [
        ("paragraph", "Then it came.")
    ]


def test_a_long_talk_without_a_pause_has_paragraphs_that_end_with_a_sentence() -> None:
    made = blocks(subrip(*["We waited there", "for the ship."] * 60))
    assert len(made) > 2
    assert all(text.endswith("ship.") for _, text in made)


def test_a_voice_that_goes_on_is_one_turn() -> None:
    assert blocks(
        webvtt("<v Ada Falk>We wait", "<v.loud Ada Falk>and see.</v>", "<v Piet>Do we?", "[sighs]")
    )[-2:] == [("turn", "Ada Falk: We wait and see."), ("turn", "Piet: Do we? [sighs]")]


def test_two_voices_in_one_cue_are_two_turns() -> None:
    assert blocks(webvtt("<v Ada>We wait.</v>\n<v Piet>Do we?</v>", "<v Ada>Yes.")) == [
        ("turn", "Ada: We wait."),
        ("turn", "Piet: Do we?"),
        ("turn", "Ada: Yes."),
    ]


def test_labels_in_the_text_are_turns() -> None:
    made = blocks(
        subrip(">> ADA FALK: We wait", "and see.", "- PIET:\nDo we?", ">> ADA FALK (aside): Yes.")
    )
    assert made[-2:] == [("turn", "PIET: Do we?"), ("turn", "ADA FALK (aside): Yes.")]
    assert made[0][1] == "ADA FALK: We wait and see."


def test_a_name_in_brackets_is_a_label_and_a_sound_is_not() -> None:
    assert blocks(
        subrip(
            "[Ada] We wait.",
            "[Piet] Do we?",
            "[Music] [door slams] Yes.",
            "[Ada] Yes.",
            "[Piet] Oh.",
        )
    ) == [
        ("turn", "Ada: We wait."),
        ("turn", "Piet: Do we? [Music] [door slams] Yes."),
        ("turn", "Ada: Yes."),
        ("turn", "Piet: Oh."),
    ]


def test_who_begins_to_speak_without_a_name_is_not_the_one_before() -> None:
    assert blocks(webvtt(">> ADA: We wait.", ">> Do we?", "Do we?", ">> PIET: Yes."))[1:] == [
        ("item", "- Do we? Do we?"),
        ("turn", "PIET: Yes."),
    ]


def test_dashes_and_arrows_alone_begin_paragraphs() -> None:
    text = subrip(
        "- Who waits on the mole?\n- I do.", ">> And why – if", "– as I see – alone?", "-3 degrees."
    )
    assert [text for _, text in blocks(text)] == [
        "Who waits on the mole?",
        "I do.",
        "And why – if – as I see – alone? -3 degrees.",
    ]


def test_lines_that_stay_on_the_screen_are_said_once() -> None:
    rolling = webvtt(
        " \nhello<00:00:00.500><c> everyone</c><c> and</c>",
        "hello everyone and\n ",
        "hello everyone and\nwelcome<00:00:04.000><c> to</c><c> the</c>",
        "welcome to the\n ",
        "welcome to the\nharbour [Applause]",
    )
    assert blocks(rolling) == [
        ("paragraph", "hello everyone and welcome to the harbour [Applause]")
    ]


def test_a_line_that_grows_is_said_once() -> None:
    growing = webvtt("We", "We wait", "We wait for", "We wait for it.\nAll", "All of us.")
    assert blocks(growing) == [("paragraph", "We wait for it. All of us.")]


def test_words_that_are_said_twice_stay_twice() -> None:
    assert blocks(subrip("No.", "No.", "We will not wait.", "It is late."))[0][1] == (
        "No. No. We will not wait. It is late."
    )


def test_tags_settings_and_comments_are_no_text() -> None:
    text = webvtt(
        "<i>It’s</i> <b.loud>late</b>,<c.yellow.bg_blue> all</c> &amp; &lt;sundry&gt;. ♪ La ♪",
        header="WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nnot said",
    ).replace("-->", "-->", 1)
    assert blocks(text)[0][1] == "It’s late, all & <sundry>. ♪ La ♪"
    assert blocks(subrip('{\\an8}<font color="red">3 < 4</font> & “so” <3'))[0][1] == (
        "3 < 4 & “so” <3"
    )


def test_quotation_marks_stay_as_they_are() -> None:
    said = "“It’s late,” 'he' said—\"so\" … 5'8\""
    assert blocks(webvtt(f"<v Ada>{said}", "<v Piet>So?"))[0][1] == f"Ada: {said}"
    assert blocks(subrip(said))[0][1] == said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_subtitles_in_other_encodings_and_line_ends(encoding: str) -> None:
    text = "\r\n" + subrip("“It’s late,” she said.").replace("\n", "\r\n")
    assert article(text, encoding).text == "“It’s late,” she said."


def test_what_is_damaged_is_read_as_far_as_it_goes() -> None:
    text = subrip("We wait", "and lost it", "and see.").replace("00:00:03,200", "soon")
    assert blocks(text)[0][1] == "We wait and see."
    assert blocks(webvtt("We wait.", "We see.")[:-20])[0][1].startswith("We wait.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("WEBVTT\n\nNOTE nothing\n", "there are no words in its cues"),
        (webvtt(" ", "<c></c>"), "there are no words in its cues"),
        ("1\n00:00:01,000", "it is damaged: it has no cues that can be read"),
    ],
)
def test_subtitles_without_words_are_an_error(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        read(text.encode())


def test_who_made_the_subtitles_is_no_part_of_them() -> None:
    credit = "Subtitles by HARBOUR MEDIA\nhello@harbour.example"
    said = ("FALK: It came.", "SAND: So.", "FALK: It did.")
    assert blocks(subrip("Captioned by Harbour Media", *said, credit)) == [
        ("turn", turn) for turn in said
    ]
    assert "Subtitles by whom" in article(subrip("I asked.", "Subtitles by whom", "and why?")).text


def lengths(*cues: str, pause: float = 0.2) -> list[tuple[str, int]]:
    """The kind of each block, and how many words it has."""
    return [(kind, len(text.split())) for kind, text in blocks(webvtt(*cues, pause=pause))]


def test_words_without_sentences_are_cut_at_a_length() -> None:
    for each, first in ((80, 240), (79, 316)):
        found = lengths(*(f"word{i} " * each for i in range(7)))
        assert found[:1] == [("paragraph", first)]
        assert sum(count for _, count in found) == 7 * each


def test_a_long_turn_is_cut_behind_a_sentence() -> None:
    cues = [f"<v Ada>{f'Word{i} ' * 59}word." for i in range(4)]
    assert lengths(*cues, "<v Bo>No.") == [("turn", 121), ("turn", 121), ("turn", 2)]
    cues = [f"<v Ada>{f'word{i} ' * 60}" for i in range(3)]
    assert lengths(*cues, "<v Ada>So.", "<v Bo>No.") == [("turn", 182), ("turn", 2)]


@pytest.mark.parametrize(("pause", "number"), [(2.0, 3), (2.5, 4)])
def test_a_pause_parts_what_nobody_is_named_for(pause: float, number: int) -> None:
    cues = ("<v Ada>So.", "Not so.", "Nor so.", "<v Ada>Yes.", "<v Ada>Oh.")
    assert len(lengths(*cues, pause=pause)) == number


def test_a_note_of_what_is_heard_ends_no_paragraph() -> None:
    assert [text for _, text in blocks(webvtt("[applause]", "It came.", "So.", pause=3))] == [
        "[applause] It came.", "So."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["Subtitles by Ada Falk", "It came.", "So."], "It came. So."),
        (["It came.", "So.", "Captioned by Ada Falk"], "It came. So."),
        (["It came", "Captioned by Ada Falk"], "It came Captioned by Ada Falk"),
        (["Subtitles by Ada Falk"], "Subtitles by Ada Falk"),
        (["Subtitles by Ada Falk", "Captions by Bo Sand"], "Captions by Bo Sand"),
        (["Subtitles by Ada\nIt came.", "So."], "Subtitles by Ada It came. So."),
        (["It came.", "Transcribed by Ada.", "Synced by Bo"], "It came."),
    ],
)
def test_who_made_the_subtitles_is_left_out(cues: list[str], expected: str) -> None:
    assert article(webvtt(*cues)).text == expected


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["one two", "one two\nthree.", "three.\nFour.", "Four."], "one two three. Four."),
        (["one", "one two", "one two three.", "Four."], "one two three. Four."),
        (["one\ntwo", "one\ntwo three.", "Four.", "Four. Five."], "one two three. Four. Five."),
        (["one.", "Two.", "Two.", "Three.", "Four."], "one. Two. Two. Three. Four."),
        (["one", "ones", "ones more."], "one ones more."),
    ],
)
def test_captions_that_grow_are_told_once(cues: list[str], expected: str) -> None:
    assert article(webvtt(*cues)).text == expected


def test_what_is_shown_longer_is_no_pause() -> None:
    text = webvtt("It came.", "It came.", "So.", "So.", "And so.", "And so.", pause=1.5)
    assert article(text).text == "It came. So. And so."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("WEBVTT - A gale", "A gale"), ("WEBVTT: A gale", "A gale"),
        ("WEBVTT\ntitle: A gale", "A gale"),
        ("WEBVTT A gale\nTitle: Fog", "Fog"), ("WEBVTT\nlang: en", None), ("WEBVTT file", None),
        ("WEBVTT filed", "filed"), ("WEBVTT\n\nNOTE\nTitle: Fog", None),
    ],
)  # fmt: skip
def test_what_the_header_calls_it(header: str, title: str | None) -> None:
    made = read(webvtt("Hello there, all.", header=header).encode())
    assert isinstance(made, Manuscript)
    assert made.title == title


def test_times_count_to_the_hour() -> None:
    def at(first: str, second: str) -> int:
        cues = f"{first}\nIt came.\n\n{second}\nSo.\n"
        return len(blocks(f"WEBVTT\n\n{cues}"))

    assert at("00:59:58.000 --> 00:59:59.900", "01:00:01.800 --> 01:00:03.000") == 1
    assert at("00:59:58.000 --> 00:59:59.900", "01:00:01.950 --> 01:00:03.000") == 2
    assert at("01:00:00.000 --> 01:00:01.000", "01:01:00.000 --> 01:01:01.000") == 2
    assert at("00:00:00.000 --> 00:00:01.050", "00:00:03.000 --> 00:00:04.000") == 1
