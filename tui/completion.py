"""What lets a shell complete the command: a script made from the parser."""

from collections.abc import Mapping
from typing import Final

import shtab

from tui.command_line import SHELLS, VERBS, parser

_VERBS: Final = " ".join(VERBS)
_SHELLS: Final = " ".join(SHELLS)
# What stands first may be a verb as well as a file, which argparse, and so shtab, cannot tell.
_SOURCES: Final[Mapping[str, str]] = {
    "bash": f"""\
_pullquote_files() {{
  [ "$COMP_CWORD" = 1 ] && compgen -W "{_VERBS}" -- "$1"
  if [ "${{COMP_WORDS[1]}}" = completion ]; then compgen -W "{_SHELLS}" -- "$1"
  else compgen -f -- "$1"; fi
}}""",
    "zsh": f"""\
_pullquote_files() {{
  (( CURRENT == 2 )) && compadd {_VERBS}
  if [[ $words[2] == completion ]]; then compadd {_SHELLS}; else _files; fi
}}""",
    "fish": f"""\
function _pullquote_files
  set -l before (commandline -opc)
  test (count $before) = 1; and string split " " "{_VERBS}"
  if test "$before[2]" = completion; string split " " "{_SHELLS}"
  else; __fish_complete_path (commandline -ct); end
end""",
}


def script(shell: str) -> str:
    """The script for one of the `SHELLS`; the shell reads it at its start."""
    whole = parser()
    for action in whole._actions:
        if action.dest == "sources":
            call = "_pullquote_files"
            calls = {"bash": call, "zsh": call, "fish": f"({call})"}
            # argparse knows no `complete`, which shtab looks for
            action.complete = {**calls, "preamble": _SOURCES}  # type: ignore[attr-defined]
        elif action.dest == "output":
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # so here
    made: str = shtab.complete(whole, shell)
    # In zsh, shtab takes one source where there may be several.
    return made.replace('"(*)::', '"*:').replace("one_or_more='(*)'", "one_or_more='*:'")
