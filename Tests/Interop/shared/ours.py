"""Our engine, a child process that is asked by one JSON object per line."""
import json
import os
import subprocess


class Ours:
    """`backchannel internal-tck` of the program that BINARY names."""

    def __init__(self):
        program = os.environ.get("BINARY", ".build/debug/backchannel")
        self.process = subprocess.Popen(
            [program, "internal-tck"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.count = 0

    def ask(self, **request):
        self.count += 1
        self.process.stdin.write(json.dumps({"id": self.count, **request}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"].get("message") or answer["error"])
        return answer
