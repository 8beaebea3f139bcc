"""The page shown after a session: what was done, and how the back feels now."""

from dataclasses import dataclass
from typing import Literal, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from backstretch.routine.model import Routine
from backstretch.session.moment import MoveProgress
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label, Tone
from backstretch.ui.parts.page import Page
from backstretch.ui.parts.stiffness import StiffnessCard
from backstretch.ui.scale import Kind, Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import doses, numbers


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """`status` is how the session ended; `moves` are in the order they were planned."""

    routine: Routine
    status: Literal["finished", "stopped"]
    moves: tuple[MoveProgress, ...]

    @property
    def seconds(self) -> float:
        """The time led in all moves, pauses left out."""
        return sum(move.seconds for move in self.moves)

    @property
    def in_full(self) -> int:
        """How many moves were done with all their reps."""
        return sum(1 for move in self.moves if move.done >= move.planned)


class SummaryPage(Page):
    """`done` is emitted when the user leaves the page."""

    done = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(widest=210)
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Summary"))
        self._title = Label("", "title")
        self._told = Label("", "lead", "soft")
        self.column.addWidget(self._title)
        self.column.addWidget(self._told)
        self._card = Card(appearance)
        self._grid: QGridLayout | None = None
        self._asks: StiffnessCard | None = None
        self.column.addWidget(self._card)
        self._question = QVBoxLayout()
        self.column.addLayout(self._question)
        self.button = Button(appearance, self.tr("Done"), look="accent", kind="lead")
        self.button.clicked.connect(self.done)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self.button)

    def show_facts(self, facts: SummaryFacts, question: StiffnessCard | None = None) -> None:
        """Shows the session, with `question` below the moves. The page owns the question and
        deletes it when it shows the next session."""
        self._title.setText(self._headline(facts))
        self._told.setText(self._sentence(facts))
        self._write_moves(facts)
        while (item := self._question.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self._asks = question
        if question is not None:
            self._question.addWidget(question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates the stiffness; other keys go to the window."""
        if self._asks is None or not self._asks.take_digit(event):
            event.ignore()

    def _headline(self, facts: SummaryFacts) -> str:
        match facts.status:
            case "finished" if facts.in_full == len(facts.moves):
                return self.tr("Well done.")
            case "finished":
                return self.tr("Done.")
            case "stopped":
                return self.tr("That counts.")
            case _:
                assert_never(facts.status)

    def _sentence(self, facts: SummaryFacts) -> str:
        minutes = numbers.minutes(facts.seconds)
        if not facts.in_full:
            return self.tr("{minutes} for your back.").format(minutes=minutes)
        words = self.tr("{minutes} for your back, {done} of {planned} moves in full.")
        return words.format(minutes=minutes, done=facts.in_full, planned=len(facts.moves))

    def _write_moves(self, facts: SummaryFacts) -> None:
        if self._grid is not None:
            while (item := self._grid.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
            self._card.column.removeItem(self._grid)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(Scale.at(self).space(6))
        grid.setVerticalSpacing(Scale.at(self).space(3.5))
        grid.setColumnStretch(0, 1)
        heads = (self.tr("Move"), self.tr("done"), self.tr("left · right"), self.tr("time"))
        for column, head in enumerate(heads):
            self._put(grid, 0, column, head, "small", "soft")
        for row, move in enumerate(facts.moves, 1):
            self._put(grid, row, 0, facts.routine.move(move.id).title, "body")
            self._put(grid, row, 1, self._done(move), "body", "soft" if move.skipped else "text")
            self._put(grid, row, 2, doses.sides(move.left, move.right), "body")
            self._put(grid, row, 3, numbers.clock(move.seconds), "body", "soft")
        self._card.column.addLayout(grid)

    def _done(self, move: MoveProgress) -> str:
        if move.skipped and not move.done:
            return self.tr("skipped")
        told = numbers.of(move.done, move.planned)
        return self.tr("{told}, gentler").format(told=told) if move.gentler else told

    def _put(
        self,
        grid: QGridLayout,
        row: int,
        column: int,
        text: str,
        kind: Kind,
        tone: Tone = "text",
    ) -> None:
        label = Label(text, kind, tone, wraps=column == 0)
        at_end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        label.setAlignment(Qt.AlignmentFlag.AlignLeading if column == 0 else at_end)
        grid.addWidget(label, row, column)
