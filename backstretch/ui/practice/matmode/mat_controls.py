"""What moving the pointer shows in mat mode: the transport and the way out."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from backstretch.session.moment import Moment
from backstretch.ui.actions import Actions
from backstretch.ui.parts.action_button import ActionButton
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

SHOWN_MS = 3_000


class MatControls(QWidget):
    """Hides a while after the pointer last moved, unless the pointer or the focus is on it."""

    def __init__(
        self, actions: Actions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        scale = Scale.at(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[scale.space(n) for n in (3, 2, 3, 2)])
        row.setSpacing(scale.space(3))
        self._play = ActionButton(actions["toggle"], "play", "main", appearance)
        out = QAction(practice_words.leave_mat_word(), self)
        out.triggered.connect(lambda: actions["mat"].trigger())
        for button in (
            ActionButton(actions["back"], "back", "round", appearance),
            self._play,
            ActionButton(actions["next"], "next", "round", appearance),
            ActionButton(actions["gentler"], "", "pill", appearance),
            ActionButton(out, "mat", "pill", appearance),
        ):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._put_away)
        self.hide()

    def appear(self) -> None:
        """Shows the controls for a while from now on."""
        self.show()
        self.raise_()
        self._over.start(SHOWN_MS)

    def show_moment(self, moment: Moment) -> None:
        playing = moment.status == "playing"
        self._play.wear("pause" if playing else "play", practice_words.toggle_word(moment))

    def place(self, stage: QRectF) -> None:
        """At the foot of the stage, in the middle."""
        size = self.sizeHint()
        gap = Scale.at(self).space(3)
        left = stage.center().x() - size.width() / 2
        self.setGeometry(
            round(left), round(stage.bottom() - size.height() - gap), size.width(), size.height()
        )

    def _put_away(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.focusWidget() or self.window()):
            self._over.start(SHOWN_MS)
        else:
            self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._over.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("card"))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
