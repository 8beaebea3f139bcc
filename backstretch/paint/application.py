"""Qt's application object for pictures that contain text, also where there is no screen."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def drawing_application() -> QCoreApplication:
    """The running application, or a new one that opens no window. Keep it while you draw."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QCoreApplication.instance() or QGuiApplication(["backstretch"])
