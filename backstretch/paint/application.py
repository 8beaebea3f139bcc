"""Qt's application object for pictures with words in them, where there may be no screen."""

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def drawing_application() -> QCoreApplication:
    """The running application, or a new one that opens no window; keep it while you draw."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QCoreApplication.instance() or QGuiApplication(["backstretch"])
