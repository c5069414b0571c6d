"""The settings file: what it gives, what is said of a broken one, what saving keeps."""

from pathlib import Path

import pytest

from tui.analysis.options import Share
from tui.settings import Settings, load, save


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    settings = load(tmp_path / "none.toml")
    assert (settings.theme, settings.summarizer, settings.sentences) == (None, "salience", 3)
    assert settings.problems == ()


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'theme = "nord"\nmeasure = 60\nsummarizer = "lsa"\nsentences = 5\n'
        'copy_form = "markdown"\n'
        '[keys]\nnext_quote = "x"\n',
    )
    settings = load(path)
    assert (settings.theme, settings.summarizer, settings.sentences) == ("nord", "lsa", 5)
    assert (settings.copy_form, settings.measure) == ("markdown", 60)
    assert settings.keys == {"next_quote": "x"}
    assert settings.problems == ()


def test_summaries_can_be_a_share(tmp_path: Path) -> None:
    settings = load(written(tmp_path, 'sentences = "20%"\n'))
    assert settings.sentences == Share(20)
    assert settings.problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = 3", "theme must be a name, not 3"),
        ("measure = 7", "measure must be 20 to 300 columns, not 7"),
        ("measure = 72.0", "measure must be 20 to 300 columns, not 72.0"),
        ('summarizer = "magic"', "summarizer must be one of salience, lead"),
        (
            "sentences = 0",
            "sentences must be a number from 1 to 20, or a share from 1% to 100%, not 0",
        ),
        ("sentences = true", "a share from 1% to 100%, not True"),
        ('sentences = "101%"', "a share from 1% to 100%, not '101%'"),
        ("colour = 1", "line 1 of settings.toml: there is no setting 'colour'"),
        (
            "\n\nthem = 'nord'",
            "line 3 of settings.toml: there is no setting 'them'; did you mean theme?",
        ),
        ("copy_form = 'poem'", "copy_form must be one of plain, markdown, citation, not 'poem'"),
        ("[keys]\nwhy = 1", "line 1 of settings.toml: keys must be a table of lines like"),
        ("theme = ", "line 1 of settings.toml is no TOML: invalid value"),
        pytest.param(
            f"theme = {'[' * 5000}",
            "the file settings.toml is no TOML: it is nested too deeply",
            id="nested",
        ),
        ("measure = 60\nsentences = [3", "the file settings.toml is no TOML: "),
        ('theme = "nord\nsentences = 4', "line 1 of settings.toml: a quotation mark is not closed"),
        ('measure = 60\ntheme = "nord', "line 2 of settings.toml: a quotation mark is not closed"),
        ("theme = 'nord\nmeasure = 60", "line 1 of settings.toml: a quotation mark is not closed"),
        ("theme = 'a\ncopy_form = 'plain'", "line 1 of settings.toml: a quotation mark is not"),
        ('theme = """nord"\n', "the file settings.toml: three quotation marks are not closed"),
        ("theme = '''nord'\n", "the file settings.toml: three quotation marks are not closed"),
        ('theme = "\\q"', "line 1 of settings.toml is no TOML: unescaped"),
    ],
)
def test_what_cannot_be_used_is_said_and_ignored(tmp_path: Path, text: str, said: str) -> None:
    settings = load(written(tmp_path, text))
    assert len(settings.problems) == 1
    assert said in settings.problems[0]
    assert settings.sentences == 3


def test_what_is_wrong_is_told_from_the_first_line_on(tmp_path: Path) -> None:
    text = "# mine\nsummarizer = 'magic'\n\n\"colour\" = 1\nsentences = 0\n[place]\nx = 1\n"
    problems = load(written(tmp_path, text)).problems
    assert [problem.split(" of ")[0] for problem in problems] == [
        "line 2", "line 4", "line 5", "line 6",
    ]  # fmt: skip


def test_where_a_setting_stands_is_known(tmp_path: Path) -> None:
    settings = load(written(tmp_path, 'theme = "nord"\n[keys]\n# mine\n"why" = "x"\n'))
    assert settings.place("theme") == "line 1 of settings.toml"
    assert settings.place("keys.why") == "line 4 of settings.toml"
    assert settings.place("sentences") == "in settings.toml"
    inline = load(written(tmp_path, 'keys = { why = "x" }\n'))
    assert inline.place("keys.why") == "line 1 of settings.toml"
    dotted = load(written(tmp_path, '\nkeys.why = "x"\n'))
    assert dotted.place("keys.why") == "line 2 of settings.toml"


def test_saving_keeps_comments_and_all_else(tmp_path: Path) -> None:
    path = written(tmp_path, '# mine\nsentences = 4\ntheme = "nord"  # blue\n\n[keys]\nwhy = "x"\n')
    save(load(path), "theme", "gruvbox")
    assert path.read_text(encoding="utf-8") == (
        '# mine\nsentences = 4\ntheme = "gruvbox"  # blue\n\n[keys]\nwhy = "x"\n'
    )


def test_saving_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    save(Settings(path=path), "theme", "nord")
    assert load(path).theme == "nord"


def test_saving_puts_a_new_choice_before_the_tables(tmp_path: Path) -> None:
    path = written(tmp_path, '[keys]\ntheme = "odd"\n')
    save(load(path), "theme", "nord")
    assert load(path).theme == "nord"
    assert load(path).keys == {"theme": "odd"}


def test_saving_leaves_a_broken_file_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "sentences = [broken")
    with pytest.raises(ValueError, match="is no TOML"):
        save(load(path), "theme", "nord")
    assert path.read_text(encoding="utf-8") == "sentences = [broken"


def test_what_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    assert load(tmp_path).problems == (f"{tmp_path} could not be read: Is a directory",)
    path = tmp_path / "settings.toml"
    path.write_bytes(b'theme = "caf\xe9"')
    assert load(path).problems == (f"{path} is no text in UTF-8",)
