"""Runs a command in a terminal of its own, types when it asks, and prints what the terminal showed."""
import json
import os
import pty
import select
import sys
import time

task = json.load(sys.stdin)
child, terminal = pty.fork()
if child == 0:
    os.chdir(task["folder"])
    os.execvpe(task["command"][0], task["command"], {**os.environ, **task["env"]})

shown = b""
heard = 0
steps = list(task["steps"])
end = time.time() + 60
while time.time() < end:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    if steps and steps[0]["when"].encode() in shown[heard:]:
        heard = len(shown)
        # Whoever types does so after the prompt has appeared.
        time.sleep(0.1)
        os.write(terminal, steps.pop(0)["type"].encode())

_, status = os.waitpid(child, 0)
print(json.dumps({"shown": shown.decode(), "exitCode": os.waitstatus_to_exitcode(status)}))
