"""The real program in this process, for benches that lead a session in it."""

from PySide6.QtWidgets import QApplication

from backstretch.app import make_application
from backstretch.app.program import Program
from backstretch.paths import places
from backstretch.settings import Settings


def opened() -> tuple[QApplication, Program]:
    """The application, and the program with its window open, in the home of this process."""
    at = places()
    settings = Settings(at.settings)
    app, language = make_application(settings)
    program = Program(app, at, settings, language)
    program.open()
    return app, program
