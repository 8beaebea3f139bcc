"""Tells screen readers what kind of thing each of the program's own widgets is. Qt knows that only
of the widgets it ships."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QMenu, QScrollArea, QWidget

_ROLES = {
    "Window": QAccessible.Role.Window,
    "Stage": QAccessible.Role.Graphic,
    "Pacer": QAccessible.Role.StaticText,
    "TextBlock": QAccessible.Role.StaticText,
    "_Time": QAccessible.Role.StaticText,
    "Progress": QAccessible.Role.ProgressBar,
    "Notice": QAccessible.Role.StatusBar,
    "BreathPanel": QAccessible.Role.StatusBar,
    "_Words": QAccessible.Role.StaticText,
    "Instructions": QAccessible.Role.Pane,
    "Board": QAccessible.Role.Pane,
    "Transport": QAccessible.Role.ToolBar,
    "SidePanel": QAccessible.Role.Pane,
    "_Dots": QAccessible.Role.Graphic,
    "SceneCard": QAccessible.Role.Graphic,
    "MoveRow": QAccessible.Role.Grouping,
    "_Grip": QAccessible.Role.Grip,
    "StageAndColumn": QAccessible.Role.Pane,
    "ColumnsChart": QAccessible.Role.Graphic,
    "MonthChart": QAccessible.Role.Graphic,
    "TrendChart": QAccessible.Role.Graphic,
}


class _WithMenus(QAccessibleWidget):
    """Lists open menus among the widget's children, where screen readers look for them. Qt tells a
    menu its parent, but not the parent its menus."""

    def childCount(self) -> int:
        return super().childCount() + len(self._menus())

    def child(self, index: int) -> QAccessibleInterface:
        own = super().childCount()
        if index < own:
            return super().child(index)
        return QAccessible.queryAccessibleInterface(self._menus()[index - own])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        menus = self._menus()
        thing = child.object()
        return (
            super().childCount() + menus.index(thing)
            if thing in menus
            else super().indexOfChild(child)
        )

    def _menus(self) -> list[QMenu]:
        near = Qt.FindChildOption.FindDirectChildrenOnly
        return [
            menu for menu in self.widget().findChildren(QMenu, options=near) if menu.isVisible()
        ]


_kept: list[QAccessibleInterface] = []
"""Qt holds plain pointers, so without a reference here Python would free the interfaces."""
_installed: list[bool] = []


def install_roles() -> None:
    """Registers the roles with Qt. Call before the first window is shown; later calls do
    nothing."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def _interface(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = _ROLES.get(name.rpartition("::")[2])
    if isinstance(thing, QScrollArea):
        # Qt's own interface (6.11) reads past its children if a client asks for a scroll bar that
        # has just been hidden, and crashes.
        role = QAccessible.Role.Pane
    if role is None or not isinstance(thing, QWidget):
        return None
    made = (_WithMenus if role == QAccessible.Role.ToolBar else QAccessibleWidget)(thing, role)
    _kept.append(made)
    thing.destroyed.connect(lambda: _forget(made))
    return made


def _forget(made: QAccessibleInterface) -> None:
    if made in _kept:
        _kept.remove(made)
