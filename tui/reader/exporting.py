"""Exports in the application: asks for a form and a place, and writes new files."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui.reader.actions import on_screen
from tui.reader.background import in_background
from tui.reader.visits import Visits

if TYPE_CHECKING:
    from tui.reader.export_request import ExportWanted, FileRequested


class Exports(Visits, inherit_bindings=False):
    """An application that writes files, each whole, on a thread, and never over another."""

    def on_export_wanted(self, message: "ExportWanted") -> None:
        """Ask in which form an article is to be written."""
        from tui.reader.export_screen import ExportScreen, article_exported

        exported = article_exported(message.analysis)
        self._lay(ExportScreen(exported, on_screen(self.actions, "export")))

    def on_file_requested(self, message: "FileRequested") -> None:
        """Write a file where somebody wants it."""
        in_background(self, partial(self._export, message), group="export")

    async def _export(self, message: "FileRequested") -> None:
        from tui.export.new_files import write_new_file
        from tui.reader.home_path import from_home

        path = str(message.path)
        try:
            path = from_home(str(message.path.absolute()))  # the folder one is in may be gone
            text = await asyncio.to_thread(message.text)
            await asyncio.to_thread(write_new_file, message.path, text)
        except FileExistsError:
            there = "is a folder" if message.path.is_dir() else "is there already, and stays"
            self._ask_again(f"{path} {there}: choose another name.")
        except OSError as error:
            self._ask_again(f"{path} cannot be written: {error.strerror}.")
        else:
            self._say(f"Written to {path}.")

    def _ask_again(self, problem: str) -> None:
        from tui.reader.typed_line import AsksWhere

        if isinstance(self.screen, AsksWhere):
            self.screen.ask_where()
        self._say(problem, problem=True)
