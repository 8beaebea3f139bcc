"""Start-up in named steps. `app` is the only room that builds and connects things."""

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from backstretch import identity
from backstretch.log import catch_errors, catch_qt_messages, open_log
from backstretch.paths import places
from backstretch.settings import Settings
from backstretch.ui.scale import sized

if TYPE_CHECKING:
    from backstretch.ui.single_window import SingleWindow


def start(single: "SingleWindow") -> int:
    """Opens the window and returns the exit code when it is closed."""
    at = places()
    settings = Settings(at.settings)
    open_log(at.log_file)
    app, language = make_application(settings)
    from backstretch.app.program import Program
    from backstretch.app.signals import EndingSignals

    try:
        program = Program(app, at, settings, language)
        signals = EndingSignals(program.end) if os.name == "posix" else None
        app.commitDataRequest.connect(lambda _manager: program.closing.keep())
        program.open()
    except Exception as error:
        logging.getLogger("backstretch.app").critical("The start failed", exc_info=error)
        print(
            f"backstretch: it could not start ({error}); {at.log_file} says more.", file=sys.stderr
        )
        return 1
    catch_errors(at.log_file, program.show_fault)
    program.reading_ahead.done.connect(lambda: program.after_first_paint(single))
    program.window.painted.connect(program.reading_ahead.begin)
    code = app.exec()
    if signals is not None:
        signals.restore()
    program.close()
    return code


def make_application(settings: Settings) -> tuple[QApplication, str]:
    """Makes Qt's application object in the user's language and text size; returns it and the
    language."""
    from backstretch.ui.language import speak

    # Frames create thousands of short-lived records but no cycles, so collect rarely.
    gc.set_threshold(20_000, 20, 20)
    catch_qt_messages()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("backstretch")
    app.setApplicationDisplayName("Backstretch")
    app.setDesktopFileName(identity.ID)
    app.setStyle("fusion")
    language = speak(app, settings.now.language)
    if settings.now.text_percent != 100:
        app.setFont(sized(app.font(), settings.now.text_percent / 100))
    return app, language
