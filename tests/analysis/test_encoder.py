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
