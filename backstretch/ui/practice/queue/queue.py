"""The queue: today's moves, each with a small picture and whether it is done, now or next."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.ui.practice.queue.queue_row import ENTRY_ROLE, QueueEntry, QueueRow
from backstretch.ui.theme import Appearance
from backstretch.ui.words import doses, practice_words

AnyIndex = QModelIndex | QPersistentModelIndex


def queue_entries(routine: Routine, moment: Moment) -> tuple[QueueEntry, ...]:
    """The rows. During a lead-in or change the coming move is `next`, as it has not begun."""
    return tuple(_entry(routine, moment, index) for index in range(len(moment.moves)))


def _entry(routine: Routine, moment: Moment, index: int) -> QueueEntry:
    progress = moment.moves[index]
    move = routine.move(progress.id)
    state = _state(moment, index)
    part = 0 < progress.done < progress.planned
    if state == "now" or (part and state in ("done", "skipped")):
        line = doses.done_of(move, progress)
    else:
        line = doses.planned_dose(move, progress.planned)
    return QueueEntry(progress.id, move.title, state, practice_words.state_word(state), line)


def _state(moment: Moment, index: int) -> practice_words.MoveState:
    progress = moment.moves[index]
    under_way = moment.status not in ("finished", "stopped")
    getting_in = moment.phase.kind in ("lead-in", "change")
    if index == moment.phase.move and under_way:
        return "next" if getting_in else "now"
    if progress.skipped:
        return "skipped"
    if progress.done >= progress.planned or (index < moment.phase.move and progress.done):
        return "done"
    coming = index == moment.coming and under_way and not getting_in
    return "next" if coming else "later"


class QueueModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[QueueEntry, ...] = ()

    def replace(self, entries: tuple[QueueEntry, ...]) -> None:
        if [entry.id for entry in entries] != [entry.id for entry in self.entries]:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()
            return
        before, self.entries = self.entries, entries
        for row, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return practice_words.queue_sentence(entry.title, entry.word, entry.line)
        return None


class Queue(QListView):
    """`chosen` carries the index of the move to jump to."""

    chosen = Signal(int)

    def __init__(
        self,
        appearance: Appearance,
        picture: Callable[[str, int, int], QPixmap],
        parent: QWidget | None = None,
    ) -> None:
        """`picture(move_id, width, height)` returns a move's picture; sizes are device-independent
        pixels."""
        super().__init__(parent)
        self._model = QueueModel(self)
        self.setModel(self._model)
        self.setItemDelegate(QueueRow(appearance, picture, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(practice_words.queue_title())
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def show_moment(self, routine: Routine, moment: Moment) -> None:
        entries = queue_entries(routine, moment)
        if entries == self._model.entries:
            return
        moved = _now(entries) != _now(self._model.entries)
        self._model.replace(entries)
        if moved and not self.hasFocus():
            index = self._model.index(moment.phase.move)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The queue takes the keys that walk a list and choose from it; all others go to the
        page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()


def _now(entries: tuple[QueueEntry, ...]) -> Literal[-1] | int:
    return next((row for row, entry in enumerate(entries) if entry.state == "now"), -1)
