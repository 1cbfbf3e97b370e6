"""Drives a browser of the Chromium family through its pipe, cut off from every network."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]


def find():
    """The path of a browser: $BROWSER_BINARY, else the first that is installed; None without one."""
    return os.environ.get("BROWSER_BINARY") or next(filter(None, map(shutil.which, NAMES)), None)


def without_network():
    """The words before a command that take every network from it; None where that is not allowed."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if shutil.which("unshare") and subprocess.run(words + ["true"], capture_output=True).returncode == 0:
            return words
    return None


class Browser:
    """One browser with one page, and all that the page asked for and complained of."""

    def __init__(self, path, prefix):
        self.folder = tempfile.TemporaryDirectory()
        ours, theirs = os.pipe(), os.pipe()
        # The browser reads commands from 3 and writes answers to 4.
        command = prefix + [
            "sh", "-c", 'exec "$0" "$@" 3<&%d 4>&%d' % (ours[0], theirs[1]), path,
            "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
            "--no-first-run", "--disable-extensions", "--disable-component-update",
            "--user-data-dir=" + self.folder.name, "about:blank",
        ]
        self.process = subprocess.Popen(
            command, pass_fds=(ours[0], theirs[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.commands, self.answers = os.fdopen(ours[1], "wb", 0), os.fdopen(theirs[0], "rb", 0)
        self.rest, self.number, self.session = b"", 0, None
        self.requests, self.complaints, self.dialogs, self.loads = [], [], [], 0
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(domain + ".enable")

    def ask(self, method, **parameters):
        """Sends a command and returns its result; events on the way are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.keep(answer)

    def read(self):
        while b"\0" not in self.rest:
            part = self.answers.read(1 << 20)
            if not part:
                raise RuntimeError("the browser has gone")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def keep(self, event):
        method, what = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(what["exceptionDetails"].get("text", "exception"))
        elif method == "Runtime.consoleAPICalled" and what["type"] in ("error", "warning", "assert"):
            self.complaints.append(str(what["args"]))
        elif method == "Log.entryAdded" and what["entry"]["level"] in ("error", "warning"):
            self.complaints.append(what["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(what["message"])
        elif method == "Page.loadEventFired":
            self.loads += 1

    def open(self, path):
        """Opens a file and waits until it is loaded."""
        self.requests, self.complaints, self.dialogs = [], [], []
        loads = self.loads
        self.ask("Page.navigate", url="file://" + os.path.abspath(path))
        while self.loads == loads:
            self.keep(self.read())

    def value(self, expression):
        """The value of an expression in the page."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def key(self, key, text=None, code=0):
        more = {"text": text} if text else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **more)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def size(self, width, height, mobile=False):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=mobile)

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


def skip(reason):
    """Says why nothing is checked, and is content."""
    print(f"skipped: {reason}")
    sys.exit(0)
