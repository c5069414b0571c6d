"""The user's own keys in the running reader."""

from pathlib import Path

from tests.reader.desk import reader
from tui.reader.actions import FIXED, on_screen
from tui.reader.key_map import with_keys
from tui.settings import load


def settings_with(folder: Path, keys: dict[str, str], *, table: str = "[keys]\n") -> Path:
    path = folder / "settings.toml"
    lines = (f'{name} = "{written}"\n' for name, written in keys.items())
    path.write_text(table + "".join(lines), encoding="utf-8")
    return path


async def test_every_action_of_the_article_can_have_another_key(folder: Path) -> None:
    keys = dict[str, str]()
    for number, action in enumerate(on_screen(with_keys({})[0], "article")):
        if action.id not in FIXED:
            base = f"alt+{chr(ord('a') + number % 26)}"
            own = [f"ctrl+{base}" if number >= 26 else base]
            keys[action.id] = ",".join(
                [f"alt+{k}" for k in action.keys] if action.numbered else own
            )
    async with reader(folder, settings=load(settings_with(folder, keys))) as desk:
        assert desk.notices == []
        bound = {(active.binding.id, key) for key, active in desk.screen.active_bindings.items()}
        for action in on_screen(desk.app.actions, "article"):
            for number, key in enumerate(action.keys, 1):
                name = f"{action.id}_{number}" if action.numbered else action.id
                assert action.id in FIXED or (name, key) in bound
        for old in ("n", "s", "1", "slash", "space", "enter", "tab"):
            assert old not in {key for _, key in bound}


async def test_the_new_key_does_it_and_the_old_one_no_more(folder: Path) -> None:
    keys = {"next_quote": "space", "previous_quote": "comma", "why": "plus", "correct": ""}
    async with reader(folder, settings=load(settings_with(folder, keys))) as desk:
        await desk.press("n", "c", "w", "y")
        assert desk.current is None
        assert desk.notices == ["Choose a quote first: space goes to the next one."]
        await desk.press("space", "space", "comma")
        assert desk.current == "q1"
        await desk.press("plus")
        assert desk.screen._why.display


async def test_what_cannot_be_is_said_at_the_start_with_its_place(folder: Path) -> None:
    path = settings_with(folder, {"why": "z", "entities": "z"})
    async with reader(folder, settings=load(path), analysed=False) as desk:
        await desk.until("Line 3 of settings.toml: entities: z belongs to why.")
