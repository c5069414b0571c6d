"""An engine that speaks the protocol and says what it was told to.

Its one argument is a file of answers (to any article, as soon as there is such a file; a wish then
cuts the summaries), or `silent`, `dies`, `garbage`, `error`. An answer with an `after` waits until
there is a file of that name.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any


def say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main(what: str) -> None:
    latest: dict[str, Any] = {}
    for line in sys.stdin:
        request = json.loads(line)
        if what == "dies":
            sys.exit(3)
        elif what == "garbage":
            print("this is no JSON", flush=True)
        elif what == "error":
            say({"id": request["id"], "error": "ValueError: too odd"})
        elif what != "silent":
            while not Path(what).exists():
                time.sleep(0.02)
            answers = json.loads(Path(what).read_text(encoding="utf-8"))
            if "article" not in request:
                for speaker in latest["analysis"]["speakers"]:
                    speaker["summary"] = speaker["summary"][: request["sentences"]]
                answers = [latest]
            say({**answers[0], "id": "of another time"})
            for latest in answers:
                while "after" in latest and not Path(latest["after"]).exists():
                    time.sleep(0.01)
                say({**latest, "id": request["id"]})


if __name__ == "__main__":
    main(sys.argv[1])
