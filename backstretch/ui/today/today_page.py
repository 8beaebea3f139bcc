"""The Today page: what the session will be, and one press to start it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backstretch.ui.actions import Actions
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import PastFacts, TodayFacts
from backstretch.ui.today.move_cards import Cards
from backstretch.ui.today.questions import Notices
from backstretch.ui.today.week_glance import WeekGlance
from backstretch.ui.words import today_words

if TYPE_CHECKING:
    from backstretch.ui.parts.choice import Choice
    from backstretch.ui.parts.stiffness import StiffnessCard

MOST_FOOT = 76
"""The greatest height of the week and of the question, in units of the scale."""


class TodayPage(Page):
    """Shows what it is told (`show_facts`, `show_past`) and emits what the user chooses.

    order_chosen     the ids of today's moves in their new order
    only_chosen      the id of the one move to play
    routine_chosen   a routine's id
    resume_chosen    True to continue the unfinished session, False to drop it
    dose_chosen      a move's id and its dose from now on
    pictures_wanted  the cards have a new size and need their pictures (`card_sizes`)
    advice_wanted    the user asks who should see a doctor first
    """

    order_chosen = Signal(tuple)
    only_chosen = Signal(str)
    routine_chosen = Signal(str)
    resume_chosen = Signal(bool)
    dose_chosen = Signal(str, int)
    pictures_wanted = Signal()
    day_changed = Signal()
    advice_wanted = Signal()

    def __init__(
        self, appearance: Appearance, actions: Actions, wall: Callable[[], datetime]
    ) -> None:
        """`wall` reads the local time, for the greeting and for the time the session would end."""
        super().__init__()
        self._wall = wall
        self._appearance = appearance
        self._actions = actions
        self._facts: TodayFacts | None = None
        self._choice: Choice | None = None
        self._question: StiffnessCard | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Today"))
        self._make_head()
        self.notices = Notices(appearance)
        self.notices.resume_chosen.connect(self.resume_chosen)
        self.notices.dose_chosen.connect(self.dose_chosen)
        self.column.addWidget(self.notices)
        self._cards = Cards(appearance, self._offer)
        self._cards.setSpacing(Scale.at(self).space(4))
        self.column.addLayout(self._cards)
        self._make_foot()
        self.column.addStretch(1)
        self._past_day: date | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(20_000)
        self._clock.timeout.connect(self._tell_time)

    def _make_head(self) -> None:
        self._title = Label("", "title")
        self._plan = Label("", "lead", "soft")
        self._start = Button(
            self._appearance, self._actions["start"].text(), icon="play", look="accent", kind="cue"
        )
        self._start.follow(self._actions["start"])
        words = self._words = QVBoxLayout()
        words.setSpacing(Scale.at(self).space(1))
        words.addWidget(self._title)
        words.addWidget(self._plan)
        head = QHBoxLayout()
        head.setSpacing(Scale.at(self).space(6))
        head.addLayout(words, 1)
        head.addWidget(self._start, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)

    def _make_foot(self) -> None:
        self._foot = QGridLayout()
        self._foot.setSpacing(Scale.at(self).space(4))
        self._week_card = Card(self._appearance)
        self._week_title = Label("", "heading")
        self._glance = WeekGlance(self._appearance)
        self._last = Label("", "small", "soft")
        self._empty = Label("", "body", "soft")
        self._empty.hide()
        for widget in (self._week_title, self._empty, self._glance, self._last):
            self._week_card.column.addWidget(widget)
        self._week_card.column.addStretch(0)
        self._week_card.hide()
        self._side = QVBoxLayout()
        self._side.setSpacing(Scale.at(self).space(4))
        self._safety = Label("", "small", "soft")
        self._advice = Button(self._appearance, self.tr("Before you begin"), look="bare")
        self._advice.clicked.connect(self.advice_wanted)
        safety = QHBoxLayout()
        safety.setSpacing(Scale.at(self).space(4))
        safety.addWidget(self._safety, 1)
        safety.addWidget(self._advice, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._foot, 3)
        self.column.addLayout(safety)
        self._foot.addWidget(self._week_card, 0, 0)
        self._foot.addLayout(self._side, 0, 1)

    def ask_stiffness(self, wanted: bool) -> None:
        """Shows or removes the question about stiffness."""
        if wanted and self._question is None:
            from backstretch.ui.parts.stiffness import StiffnessCard

            title = self.tr("How stiff is your back right now?")
            self._question = StiffnessCard(self._appearance, title)
            self._side.addWidget(self._question, 1)
            self._question.show()
        elif not wanted and self._question is not None:
            self._side.removeWidget(self._question)
            self._question.deleteLater()
            self._question = None
        self._arrange()

    def take_stiffness(self) -> int | None:
        """Returns the rating given, and clears it."""
        if self._question is None:
            return None
        value = self._question.value
        self._question.clear()
        return value

    def show_facts(self, facts: TodayFacts) -> None:
        """Shows the session. Cards are made again, and lose their pictures, only if they differ."""
        old = self._facts
        self._facts = facts
        self._tell_time()
        self._safety.setText(facts.safety)
        self._safety.setVisible(bool(facts.safety))
        self._advice.setVisible(facts.has_advice)
        if self._choice is not None or len(facts.routines) > 1:
            self._show_routines(facts)
        if old is None or old.cards != facts.cards:
            self._cards.show_moves(facts.cards)
            self._arrange()
            if facts.cards:
                # Tab would reach it before the new cards, which are above it.
                QWidget.setTabOrder(self._cards[facts.cards[-1].id], self._advice)

    def _show_routines(self, facts: TodayFacts) -> None:
        """Offers a choice of routine if there is more than one."""
        if self._choice is None:
            from backstretch.ui.parts.choice import Choice

            choice = self._choice = Choice(self._appearance)
            choice.setAccessibleName(self.tr("Routine"))
            choice.activated.connect(lambda at: self.routine_chosen.emit(choice.itemData(at)))
            self._words.addSpacing(Scale.at(self).space(2))
            self._words.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeading)
        self._choice.setVisible(len(facts.routines) > 1)
        self._choice.clear()
        for identity, title in facts.routines.items():
            self._choice.addItem(title, identity)
        self._choice.setCurrentIndex(self._choice.findData(facts.routine))

    def show_past(self, past: PastFacts) -> None:
        """Shows the week, the last session and the questions."""
        self._past_day = past.today
        self.notices.show_past(past)
        # Tab follows the order of creation, so new buttons would come last. They are above the
        # cards.
        before: QWidget = self._start
        for button in self.notices.buttons:
            QWidget.setTabOrder(before, button)
            before = button
        self._last.setVisible(past.last is not None)
        if past.last is not None:
            self._last.setText(today_words.last_line(past.last, past.today))
        if past.week is not None:
            self._week_title.setText(today_words.week_title(past.week, past.goal_days))
            self._glance.show_week(past.week, past.today.isoformat())
            self._empty.setText(today_words.empty_week(past.last is None))
            self._show_bars(past.week.days_practised > 0)
        self._arrange()

    def _show_bars(self, wanted: bool) -> None:
        """Gives the bars the height that is left on the page. Without bars the card holds a
        sentence and needs no more than that takes."""
        self._empty.setVisible(not wanted)
        self._week_card.column.setStretchFactor(self._glance, int(wanted))
        self.column.setStretchFactor(self._foot, 3 if wanted else 0)
        self._week_card.show()

    def card_sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of each card's picture, in device-independent pixels."""
        return self._cards.picture_sizes()

    def set_picture(self, move_id: str, picture: QPixmap) -> None:
        self._cards.set_picture(move_id, picture)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates the stiffness; other keys go to the window."""
        if self._question is None or not self._question.take_digit(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _tell_time(self) -> None:
        now = self._wall()
        # Midnight, travel or a clock put right: what was "today" is not any more.
        if self._past_day not in (None, now.date()):
            self._past_day = now.date()
            self.day_changed.emit()
        if self._facts is None:
            self._title.setText(today_words.greeting(now))
            return
        self._title.setText(today_words.headline(now, self._facts.seconds))
        self._plan.setText(today_words.plan_line(now, self._facts.seconds, len(self._facts.cards)))

    def _arrange(self) -> None:
        """Arranges the page for its size: cards in even rows, the question beside the week if there
        is room, else below, and pictures that use up the height."""
        scale, view = Scale.at(self), self.viewport().size()
        margins = self.column.contentsMargins()
        # Equal margins while measuring: `_set_margins` adds spare height to the upper one.
        self.column.setContentsMargins(
            margins.left(), margins.bottom(), margins.right(), margins.bottom()
        )
        self._cards.place(view.width() - margins.left() - margins.right(), scale)
        is_wide = view.width() >= scale.space(150) and self._side.count() > 0
        self._foot.removeItem(self._side)
        self._foot.addLayout(self._side, 0 if is_wide else 1, 1 if is_wide else 0)
        self._foot.setColumnStretch(0, 4)
        self._foot.setColumnStretch(1, 3 if is_wide else 0)
        for card in (self._week_card, self._question):
            if card is not None:
                card.setMaximumHeight(scale.space(MOST_FOOT))
        # Measured with pictures of the usual ratio, which `place` has just set.
        liked = self.column.totalHeightForWidth(view.width())
        least = self.column.totalMinimumHeightForWidth(view.width())
        self._cards.grow(view.height() - liked, view.height() - least)
        self._set_margins(view)
        self.pictures_wanted.emit()

    def _offer(self, move_id: str) -> None:
        """Opens the menu of a move's card."""
        from backstretch.ui.today.move_menu import MoveMenu

        assert self._facts is not None
        menu = MoveMenu(self._cards[move_id], self._facts, move_id)
        menu.only_chosen.connect(self.only_chosen)
        menu.order_chosen.connect(self.order_chosen)
        menu.open_at(Scale.at(self))
