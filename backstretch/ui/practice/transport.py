"""The transport: back, play or pause, skip; gentler, pace and reps; the session's progress."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from backstretch.session.moment import Moment
from backstretch.session.timeline import Timeline
from backstretch.ui.actions import Actions
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.parts.text_block import Run, TextBlock
from backstretch.ui.practice.progress import Progress
from backstretch.ui.practice.range_slider import RangeSlider
from backstretch.ui.scale import Scale, sized
from backstretch.ui.theme import Appearance
from backstretch.ui.words import numbers, practice_words

MORE: Sequence[str] = (
    "more",
    "less",
    "enough",
    "repeat-side",
    "repeat-move",
    "",
    "breathe",
    "faster",
    "slower",
    "further",
    "less-far",
    "",
    "turn-left",
    "turn-right",
    "turn-reset",
    "mirror",
    "voice",
    "",
    "show-me",
    "moves",
    "instructions",
    "keys",
    "leave",
)
"""The commands in the menu; an empty name is a separator."""
LEAST_PAGE_LINES = 26
"""On a page lower than so many lines of text the transport is drawn as if it had that many, so that
the stage is not squeezed out."""
LEAST_BAR_UNITS = 36


class Transport(QWidget):
    """One row if the width allows, else the progress in a row of its own above the buttons. What
    still does not fit is left to the menu."""

    def __init__(
        self, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        scale = Scale.at(self)
        self.progress = Progress(appearance)
        self._elapsed = _Time(appearance)
        self._left = _Time(appearance)
        self.play = ActionButton(actions["toggle"], "play", "main", appearance)
        self._menu = QMenu(practice_words.more_word(), self)
        self._actions = actions
        self._times = QWidget(self)
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(scale.space(4))
        times.addWidget(self._elapsed)
        times.addWidget(self.progress, 1)
        times.addWidget(self._left)
        self._row = QHBoxLayout()
        self._row.setSpacing(scale.space(4))
        self._fill_row(actions)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._place_times(one_row=True)
        self._settle()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fill_row(self, actions: Actions) -> None:
        wear = self._appearance
        slower, faster = actions["slower"], actions["faster"]
        self._reps = Stepper(actions["less"], actions["more"], practice_words.reps_word(), wear)
        self.range = RangeSlider(wear)
        more = QAction(practice_words.more_word(), self)
        more.setToolTip(practice_words.more_tip())
        self._more = ActionButton(more, "more", "bare", wear)
        more.triggered.connect(self._open_menu)
        gentler = ActionButton(actions["gentler"], "", "pill", wear)
        pace = Stepper(slower, faster, practice_words.pace_word(), wear)
        self._spare: tuple[QWidget, ...] = (self.range, self._reps, pace, gentler)
        self._moves = ActionButton(actions["moves"], "list", "bare", wear)
        self._moves.hide()
        lead: tuple[QWidget, ...] = (
            ActionButton(actions["back"], "back", "round", wear),
            self.play,
            ActionButton(actions["next"], "next", "round", wear),
            *reversed(self._spare),
        )
        trail = (self._moves, ActionButton(actions["mat"], "mat", "bare", wear), self._more)
        self._buttons: tuple[QWidget, ...] = (*lead, *trail)
        for widget in lead:
            self._row.addWidget(widget)
        self._row.addStretch(0)
        for widget in trail:
            self._row.addWidget(widget)

    def _place_times(self, *, one_row: bool) -> None:
        self._one_row = one_row
        if one_row:
            before = self._row.indexOf(self._moves)
            self._row.insertWidget(before, self._times, 1)
        else:
            self._column.insertWidget(0, self._times)

    def offer_moves(self, *, offered: bool) -> None:
        """Shows the button for the list of moves, where they do not stand beside the stage."""
        if offered == self._moves.isHidden():
            self._moves.setVisible(offered)
            self._settle()

    def fit_page(self, page_height: int) -> None:
        """Draws the transport for a page so many pixels high."""
        font = QApplication.font()
        most = page_height / LEAST_PAGE_LINES
        wanted = sized(font, min(1.0, most / Scale.of(font).line))
        if wanted.pointSizeF() != self.font().pointSizeF():
            self.setFont(wanted)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Puts into the row what fits, in the order of its use."""
        scale = Scale.at(self)
        self._row.setSpacing(scale.space(4))
        self._column.setSpacing(scale.space(2))
        self._column.setContentsMargins(*[scale.space(n) for n in (8, 3, 8, 3)])
        room = self.width() - scale.space(16)
        for widget in self._spare:
            widget.show()
        hidden: list[QWidget] = []
        times = self._times.minimumSizeHint().width() + scale.space(LEAST_BAR_UNITS)
        one_row = self._needed(hidden) + times + scale.space(4) <= room
        for widget in self._spare:
            if self._needed(hidden) > room:
                hidden.append(widget)
                widget.hide()
        if one_row != self._one_row:
            self._row.removeWidget(self._times)
            self._column.removeWidget(self._times)
            self._place_times(one_row=one_row)
            self.updateGeometry()

    def _needed(self, hidden: Sequence[QWidget]) -> int:
        """The width in pixels of the row without the progress and what is `hidden`."""
        left_out = (*hidden, self._moves) if self._moves.isHidden() else hidden
        shown = [each for each in self._buttons if each not in left_out]
        return sum(each.sizeHint().width() + self._row.spacing() for each in shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            for time in (self._elapsed, self._left):
                time.setFont(Scale.at(self).font_of("body"))
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The size without what is hidden in a narrow window."""
        return QSize(Scale.at(self).space(150), super().minimumSizeHint().height())

    def show_timeline(self, timeline: Timeline) -> None:
        self.progress.show_timeline(timeline)

    def show_moment(self, moment: Moment) -> None:
        playing = moment.status == "playing"
        self.play.wear("pause" if playing else "play", practice_words.toggle_word(moment))
        self.progress.show_moment(moment)
        self._elapsed.tell(numbers.clock(moment.elapsed), practice_words.elapsed_sentence(moment))
        self.range.show_share(moment.range)
        self._left.tell("−" + numbers.clock(moment.left), practice_words.left_sentence(moment))

    def _open_menu(self) -> None:
        _fill(self._menu, self._actions)
        corner = self._more.mapToGlobal(self._more.rect().topLeft())
        size = self._menu.sizeHint()
        corner.setX(corner.x() + self._more.width() - size.width())
        corner.setY(corner.y() - size.height())
        self._menu.popup(corner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.colour("card"))
        thick = max(1, round(Scale.at(self).hairline))
        painter.fillRect(0, 0, self.width(), thick, theme.colour("line"))


class _Time(TextBlock):
    """A time, as figures to see and a sentence for screen readers; as wide as `00:00`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.setFont(Scale.at(self).font_of("body"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("−00:00 "), self.fontMetrics().height())

    minimumSizeHint = sizeHint

    def tell(self, figures: str, sentence: str) -> None:
        if figures != self.text():
            self.write(Run(figures, "text-soft", bold=True))
            self.setAccessibleName(sentence)


def _fill(menu: QMenu, actions: Actions) -> None:
    """Lists the commands as they are now, each with its first key."""
    menu.clear()
    for command in MORE:
        if not command:
            menu.addSeparator()
            continue
        action = actions[command]
        keys = actions.keys(command)
        entry = menu.addAction(action.text())
        # As a shortcut, not as part of the text, which screen readers would read out. Only for this
        # menu, as the page handles the keys.
        entry.setShortcut(QKeySequence(keys[0]) if keys else QKeySequence())
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        entry.setEnabled(action.isEnabled())
        # After the menu has closed: a question asked from within it would block the screen reader.
        entry.triggered.connect(lambda _=False, a=action: QTimer.singleShot(0, a.trigger))


class Stepper(QWidget):
    """Buttons `less` and `more` on either side of `word`."""

    def __init__(
        self,
        less: QAction,
        more: QAction,
        word: str,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        scale = Scale.at(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.space(1.5), 0, scale.space(1.5), 0)
        row.setSpacing(0)
        self._label = QLabel(word)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(ActionButton(less, "minus", "bare", appearance))
        row.addWidget(self._label)
        row.addWidget(ActionButton(more, "plus", "bare", appearance))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self._label.setFont(Scale.at(self).font_of("body"))
        self.setMinimumHeight(Scale.at(self).space(12))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("fill"))
        edge = max(2.0, Scale.at(self).unit / 2)
        body = QRectF(self.rect()).adjusted(0, edge, 0, -edge)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
