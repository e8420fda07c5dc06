"""Runs a command on a pseudo-terminal: terminal.py COLUMNS COMMAND...

Standard input is what is typed, standard output what the screen gets. The end of standard input hangs up.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

pid, screen = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])

while True:
    ready, _, _ = select.select([0, screen], [], [])
    if screen in ready:
        try:
            shown = os.read(screen, 65536)
        except OSError:  # Linux says so when the last process has left the terminal.
            shown = b""
        if not shown:
            break
        os.write(1, shown)
    if 0 in ready:
        typed = os.read(0, 65536)
        if not typed:
            break
        os.write(screen, typed)
os.close(screen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
