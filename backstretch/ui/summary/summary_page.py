"""The page shown after a session: its picture, how the back feels now, and what was done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backstretch.figure.look import Look
from backstretch.figure.poses import Poses
from backstretch.ui.actions import Actions
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.flow_layout import Flow
from backstretch.ui.parts.page import Page
from backstretch.ui.parts.stiffness import StiffnessCard
from backstretch.ui.scale import Scale
from backstretch.ui.summary.move_table import MoveTable
from backstretch.ui.summary.scene_card import SceneCard
from backstretch.ui.summary.summary_facts import SummaryFacts
from backstretch.ui.theme import Appearance


class SummaryPage(Page):
    """`done` is emitted when the user leaves the page, `save_wanted` for the picture to be
    saved."""

    done = Signal()
    save_wanted = Signal()

    def __init__(self, appearance: Appearance, actions: Actions) -> None:
        super().__init__(widest=260)
        self._appearance = appearance
        self._actions = actions
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Summary"))
        self.column.setSpacing(Scale.at(self).space(4))
        self._scene = SceneCard(appearance)
        self._asks: StiffnessCard | None = None
        self._can_undo = False
        self._question = QVBoxLayout()
        self._table = MoveTable(appearance)
        self.column.addWidget(self._scene)
        self.column.addLayout(self._question)
        self.column.addWidget(self._table)
        self._add_buttons()
        self.column.addStretch(1)

    def _add_buttons(self) -> None:
        appearance = self._appearance
        self.undo = Button(appearance, self.tr("Undo the skip"), icon="undo", kind="lead")
        self.undo.follow(self._actions["undo"])
        self.save = Button(appearance, self.tr("Save as picture"), icon="download", kind="lead")
        self.save.clicked.connect(self.save_wanted)
        self.button = Button(appearance, self.tr("Done"), look="accent", kind="lead")
        self.button.clicked.connect(self.done)
        row = QWidget()
        flow = Flow(row, at_end=True)
        for button in (self.undo, self.save, self.button):
            flow.addWidget(button)
        self.undo.hide()
        self.column.addWidget(row)

    def show_facts(
        self,
        facts: SummaryFacts,
        poses: Poses,
        look: Look,
        question: StiffnessCard | None = None,
        *,
        still: bool = False,
    ) -> None:
        """Shows the session, with `question` below its picture. The page owns the question and
        deletes it when it shows the next session. `still`: nothing on the page moves."""
        self.tell_more(facts, poses, look, still=still)
        self._table.fold.setChecked(False)
        while (item := self._question.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._asks = question
        if question is not None:
            self._question.addWidget(question)
            QWidget.setTabOrder(question, self._table.fold)
        self._arrange()

    def tell_more(
        self, facts: SummaryFacts, poses: Poses, look: Look, *, still: bool = False
    ) -> None:
        """Shows what has become known of the same session; a rating and an open table stay."""
        self._scene.show_facts(facts, poses, look, still=still)
        self._table.show_facts(facts)
        self._can_undo = facts.can_undo
        self.undo.setVisible(facts.can_undo)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the focus on to Done. A focus proxy would let Tab jump there as well, past
        everything above it."""
        super().focusInEvent(event)
        self.button.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Makes the picture as high as the page allows, with all else in sight."""
        margins = self.column.contentsMargins()
        view = self.viewport().size()
        width = view.width() - margins.left() - margins.right()
        parts = [self._table.fold.sizeHint().height() + 2 * Scale.at(self).space(2)]
        parts.append(self.button.sizeHint().height())
        if self._asks is not None:
            parts.append(self._asks.sizeHint().height())
        gaps = len(parts) * self.column.spacing() + 2 * margins.bottom()
        self._scene.fit(width, view.height() - sum(parts) - gaps)

    def picture(self) -> QImage:
        return self._scene.picture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates the stiffness, and the key for it undoes the skip; other keys go to the
        window."""
        if self._asks is not None and self._asks.take_digit(event):
            return
        undoes = self._can_undo and self._actions.match(event, "session") == "undo"
        if undoes and not event.isAutoRepeat():
            self._actions["undo"].trigger()
        else:
            event.ignore()
