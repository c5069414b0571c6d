"""The encoder is alone with the article: it leaves nothing behind and tells nobody."""

import os
import subprocess
import sys
from pathlib import Path


def test_it_leaves_nothing_in_the_user_s_folders(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    code = "from tui.analysis.encoder import encoder; encoder()"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **home})
    assert list(tmp_path.rglob("*")) == []


def test_nothing_of_what_is_read_is_reported() -> None:
    code = (
        "import os; from tui.analysis.encoder import encoder; encoder();"
        "print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
