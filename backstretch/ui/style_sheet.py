"""The style sheet for Qt's own widgets (menus, tool tips, fields, scroll bars); the program's own
paint themselves. Lengths are in ex of the widget's font, so that they grow with it; only borders
are in pixels."""

from collections.abc import Mapping

_SHEET = """
QToolTip { color: %(text)s; background: %(card)s; border: 1px solid %(line)s; padding: 0.5ex; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QMenu { color: %(text)s; background: %(card)s; border: 1px solid %(line)s; padding: 0.6ex; }
QMenu::item { padding: 0.8ex 2.4ex; border-radius: 0.8ex; }
QMenu::item:selected { background: %(accent-soft)s; color: %(text)s; }
QMenu::item:disabled { color: %(text-soft)s; }
QComboBox, QSpinBox, QLineEdit, QPlainTextEdit, QDoubleSpinBox, QKeySequenceEdit QLineEdit {
  color: %(text)s; background: %(fill)s; border: 2px solid %(fill)s;
  border-radius: 1ex; padding: 0.7ex 1.2ex;
  selection-background-color: %(accent)s; selection-color: %(on-accent)s; }
QComboBox:hover, QSpinBox:hover, QLineEdit:hover { border-color: %(fill-strong)s; }
QComboBox:focus, QSpinBox:focus, QLineEdit:focus, QPlainTextEdit:focus, QDoubleSpinBox:focus {
  border-color: %(focus)s; }
QComboBox QAbstractItemView { color: %(text)s; background: %(card)s;
  border: 1px solid %(line)s; selection-background-color: %(accent-soft)s;
  selection-color: %(text)s; outline: none; }
QScrollBar:vertical { background: transparent; width: 1.6ex; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 1.6ex; margin: 0; }
QScrollBar::handle { background: %(track)s; border-radius: 0.6ex; margin: 0.2ex; }
QScrollBar::handle:vertical { min-height: 5ex; }
QScrollBar::handle:horizontal { min-width: 5ex; }
QScrollBar::handle:hover { background: %(fill-strong)s; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
"""


def style_sheet(colours: Mapping[str, str]) -> str:
    """The style sheet with the colours of a theme filled in, "#rrggbb" by role."""
    return _SHEET % colours
