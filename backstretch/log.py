"""The log: a rotating file, with what Qt says and every unexpected error. Importing this opens no
file; the first record does."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import FileIO, TextIOWrapper
from pathlib import Path
from types import TracebackType

from backstretch.private_files import private_folder

MOST_BYTES = 512 * 1024
OLD_FILES = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_Error = tuple[type[BaseException], BaseException, TracebackType | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """An unexpected error. `what` is its text, `place` the file and line it came from, `log_file`
    where it is written in full."""

    what: str
    place: str
    log_file: Path


class LogFile(logging.Handler):
    """Writes to `path` (mode 0600, rotating); opened at the first record. If it cannot be written,
    says so once on stderr and never stops the program."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._target is None:
            self._target = self._open()
        self._target.handle(record)

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        class Private(RotatingFileHandler):
            def _open(self) -> TextIOWrapper:
                descriptor = os.open(
                    self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600
                )
                return TextIOWrapper(FileIO(descriptor, "a"), encoding="utf-8")

            def handleError(self, record: logging.LogRecord) -> None:
                """On a full disk there is nothing to do about it here."""

        try:
            private_folder(self._path.parent)
            target = Private(self._path, maxBytes=MOST_BYTES, backupCount=OLD_FILES)
        except OSError as error:
            print(f"The log cannot be written ({error}); going on without.", file=sys.stderr)
            return logging.NullHandler()
        target.setFormatter(logging.Formatter(FORMAT))
        return target

    def close(self) -> None:
        if self._target is not None:
            self._target.close()
        super().close()


def open_log(path: Path) -> LogFile:
    """Sends everything from INFO up to `path`. A second call replaces the first."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, LogFile)]:
        root.removeHandler(handler)
        handler.close()
    log_file = LogFile(path)
    root.addHandler(log_file)
    root.setLevel(logging.INFO)
    return log_file


def catch_errors(log_file: Path, tell: Callable[[Fault], None]) -> None:
    """Logs unexpected errors, also from slots and threads. Calls `tell` once for each place they
    come from, in the thread where it happened."""
    import threading

    told: set[str] = set()

    def caught(error: _Error) -> None:
        logging.getLogger("backstretch").critical("Unexpected error", exc_info=error)
        place = _place(error[2])
        if place not in told:
            told.add(place)
            tell(Fault(f"{error[0].__name__}: {error[1]}", place, log_file))

    def in_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            caught((kind, error, trace))

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            caught((args.exc_type, args.exc_value, args.exc_traceback))

    sys.excepthook = in_main
    threading.excepthook = in_thread


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "unknown place"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def catch_qt_messages() -> None:
    """Sends Qt's messages to the log as `qt.…`; a fatal one is written before Qt aborts."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }

    def heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        logging.getLogger(f"qt.{context.category}").log(levels[kind], "%s", message)

    qInstallMessageHandler(heard)
