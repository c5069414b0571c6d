"""What the command tells of the settings, and where each comes from."""

import tomllib

from tests.command import pullquote
from tui.settings import default_path


def test_the_settings_are_told_with_where_each_comes_from() -> None:
    place = default_path()
    place.parent.mkdir(parents=True)
    place.write_text('copy_form = "citation"\n[keys]\nwhy = "z, F5"\ntop = "space"\n', "utf-8")
    done = pullquote("config", "--sentences", "20%")
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode().splitlines()
    assert told[0] == f"# {place}"
    rows = {line.split(" = ")[0]: " ".join(line.split()) for line in told}
    for row in (
        'summarizer = "salience" # default',
        'sentences = "20%" # command line',
        'copy_form = "citation" # line 1 of settings.toml',
        'why = "z,f5" # line 3 of settings.toml',
        'next_quote = "n" # default',
        'page_down = "pagedown" # default, without what others take',
    ):
        assert rows[row.split(" = ")[0]] == row


def test_of_a_theme_that_needs_more_colours_it_is_said_what_is_shown() -> None:
    def theme(terminal: str) -> str:
        done = pullquote("config", TERM=terminal, COLORTERM="")
        (row,) = (r for r in done.stdout.decode().splitlines() if r.startswith("theme = "))
        return " ".join(row.split())

    assert theme("xterm") == (
        'theme = "pullquote-dark" # default; this terminal has too few colours for it and shows'
        " ansi-dark"
    )
    default_path().parent.mkdir(parents=True)
    default_path().write_text('theme = "nord"\n', "utf-8")
    assert theme("xterm-256color") == 'theme = "nord" # line 1 of settings.toml'
    assert theme("xterm") == (
        'theme = "nord" # line 1 of settings.toml; this terminal has too few colours for it and'
        " shows ansi-dark"
    )


def test_what_is_told_of_the_settings_can_be_the_settings() -> None:
    told = pullquote("config").stdout
    assert f"# {default_path()} (there is none yet)".encode() in told
    default_path().parent.mkdir(parents=True)
    default_path().write_bytes(told)
    again = pullquote("config")
    assert (again.returncode, again.stderr) == (0, b"")

    def values(document: bytes) -> dict[str, object]:
        return tomllib.loads(document.decode())

    assert values(again.stdout) == values(told)
    assert b"# default" not in again.stdout


def test_what_of_the_settings_cannot_be_used_is_a_line_with_its_place() -> None:
    default_path().parent.mkdir(parents=True)
    default_path().write_text(
        'theme = "mud"\nsentences = 0\n[keys]\nwhy = "z"\nentities = "z"\n\ndance = "d"\n', "utf-8"
    )
    done = pullquote("config")
    assert done.returncode == 1
    *others, theme = done.stderr.decode().splitlines()
    assert others == [
        "pullquote: line 2 of settings.toml: sentences must be a number from 1 to 20, or a share"
        " from 1% to 100%, not 0",
        "pullquote: line 5 of settings.toml: entities: z belongs to why",
        "pullquote: line 7 of settings.toml: there is no action 'dance'",
    ]
    assert theme.startswith("pullquote: line 1 of settings.toml: there is no theme 'mud', but ")
    assert "textual-dark" in theme
    told = done.stdout.decode()
    for name in ("theme", "sentences", "entities"):
        (row,) = (line for line in told.splitlines() if line.startswith(f"{name} = "))
        assert row.endswith("# default")
