"""Whether all that is seen of a window has room: nothing cut, nothing one over the other."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from backstretch.ui.parts.text_block import TextBlock
from backstretch.ui.practice.pacer.pacer import Pacer

_WITH_WORDS = (QLabel, QAbstractButton, TextBlock)


def faults(window: QWidget) -> list[str]:
    """A sentence for each thing that is cut off or lies over another."""
    return [*_cut(window), *_overlapping(window)]


def _seen(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _scrolls(widget, window):
            yield widget


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    """True if the widget lies in something that scrolls, where it may well be out of sight."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _cut(window: QWidget) -> Iterator[str]:
    whole = window.rect()
    for widget in _seen(window):
        if not isinstance(widget, _WITH_WORDS):
            continue
        place = _place(widget, window)
        if not whole.contains(place):
            yield f"{_name(widget)} reaches out of the window: {place}"
        if isinstance(widget, TextBlock) and widget.text():
            needed = widget.height_needed(widget.width())
            if needed > widget.height() + 2:
                yield f"{_name(widget)} needs {needed} px of height and has {widget.height()}"
        elif isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + 2 or _word_width(widget) > widget.width() + 2:
                yield f"{_name(widget)} is cut off: {place}"
        elif isinstance(widget, QAbstractButton):
            asked = widget.sizeHint()
            # The rail's buttons go without their words in a low window, and say so by this size.
            least = min(0.7 * asked.height(), widget.minimumSizeHint().height())
            if widget.width() < asked.width() - 1 or widget.height() < least:
                yield f"{_name(widget)} asks for {asked} and has {widget.size()}"


def _word_width(label: QLabel) -> int:
    """The width of the widest thing that cannot be wrapped."""
    words = label.text().split() if label.wordWrap() else [label.text()]
    return max(label.fontMetrics().horizontalAdvance(word) for word in words)


def _overlapping(window: QWidget) -> Iterator[str]:
    """Things with words, and the pacer, that lie one over the other."""
    kinds = (*_WITH_WORDS, Pacer)
    shown = [each for each in _seen(window) if isinstance(each, kinds) and _name(each)]
    for one, other in combinations(shown, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        shared = _written(one, window).intersected(_written(other, window))
        if shared.width() > 2 and shared.height() > 2 and not _hidden_under(one, other, window):
            yield f"{_name(one)} and {_name(other)} overlap by {shared.size()}"


def _written(widget: QWidget, window: QWidget) -> QRect:
    """Where its words are: a text's widget may be wider and higher than they are."""
    place = _place(widget, window)
    if isinstance(widget, TextBlock):
        wide = round(widget.width_used(widget.width()))
        tall = widget.height_needed(widget.width())
        if widget.isRightToLeft():
            place.setLeft(place.right() - wide)
        place.setWidth(min(place.width(), wide))
        if widget._at_bottom:
            place.setTop(place.bottom() - tall)
        place.setHeight(min(place.height(), tall))
    return place


def _hidden_under(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """True if one of the two belongs to something opaque that lies over the other, as a drawer."""
    middle = _written(one, window).intersected(_written(other, window)).center()
    top = window.childAt(middle)
    drawers = [each for each in window.findChildren(QWidget) if type(each).__name__ == "SidePanel"]
    return any(
        each.isVisible()
        and (each is top or (top is not None and each.isAncestorOf(top)))
        and each.isAncestorOf(one) != each.isAncestorOf(other)
        for each in drawers
    )


def _name(widget: QWidget) -> str:
    if isinstance(widget, _WITH_WORDS):
        return repr(widget.text() or widget.accessibleName())
    return type(widget).__name__
