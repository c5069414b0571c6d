"""Whether what is installed has weaknesses that are known; says so where that cannot be found out.

Exit status: 0 none is known, 1 some are, 3 the source of such knowledge is out of reach.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from subprocess import CompletedProcess
from typing import Any, Final

NONE_KNOWN: Final = 0
SOME_KNOWN: Final = 1
OUT_OF_REACH: Final = 3
_COMMAND: Final = (
    "-m", "pip_audit", "--local", "--skip-editable",
    "--format", "json", "--progress-spinner", "off",
)  # fmt: skip
_NO_WORD: Final = "nothing is known of what is installed: {}"

Run = Callable[[Sequence[str]], CompletedProcess[str]]


def _run(command: Sequence[str]) -> CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def audit(run: Run = _run) -> tuple[int, list[str]]:
    """The exit status, and what is to be said, line by line."""
    ran = run([sys.executable, *_COMMAND])
    try:
        told: Sequence[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (ran.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1]
        why = last.partition(":")[0][:200]
        return OUT_OF_REACH, [_NO_WORD.format(f"the audit's source is out of reach ({why})")]
    looked_at = [one for one in told if "skip_reason" not in one]
    # its source answers of every package, or of none: a mirror knows no weaknesses
    if not looked_at:
        return OUT_OF_REACH, [_NO_WORD.format("the audit's source is out of reach")]
    lines = [
        f"{one['name']} {one['version']}: {weakness['id']}"
        f", mended in {', '.join(weakness['fix_versions']) or 'no version'}"
        for one in looked_at
        for weakness in one["vulns"]
    ]
    skipped = [one["name"] for one in told if "skip_reason" in one and one["name"] != "pullquote"]
    status = SOME_KNOWN if lines else NONE_KNOWN
    lines.append(f"packages looked at: {len(looked_at)}, known weaknesses: {len(lines)}")
    if skipped:
        lines.append(f"not looked at, for nobody there knows them: {', '.join(skipped)}")
    return status, lines


def main() -> int:
    """Look, and say what was found."""
    status, lines = audit()
    print("\n".join(lines), file=sys.stderr if status == OUT_OF_REACH else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
