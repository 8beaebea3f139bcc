"""The Today page: what the session will be, and one press to start it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backstretch.ui.actions import Actions
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.label import Label
from backstretch.ui.parts.page import Page
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.today.facts import PastFacts, TodayFacts
from backstretch.ui.today.hero import Hero
from backstretch.ui.today.move_list import MoveList
from backstretch.ui.today.preview_note import PreviewNote
from backstretch.ui.today.week_strip import WeekStrip
from backstretch.ui.words import today_words

if TYPE_CHECKING:
    from backstretch.ui.parts.choice import Choice
    from backstretch.ui.parts.stiffness import StiffnessRow
    from backstretch.ui.today.offer import OfferCard

_WORDS, _BESIDE, _FIGURE = 66, 240, 42
"""In units of the scale: the width of the words, the least width of a page that has the moves
beside the figure, and the least width of a figure beside the words."""


class TodayPage(Page):
    """Shows what it is told (`show_facts`, `show_past`) and emits what the user chooses.

    order_chosen     the ids of today's moves in their new order
    only_chosen      the id of the one move to play
    routine_chosen   a routine's id
    over_chosen      to start over instead of continuing the unfinished session
    dose_chosen      the answer to an offer: a move's id and its dose from now on
    dose_stepped     a move's id and its dose from now on
    preview_wanted   the id of a move to be shown by the figure
    pictures_wanted  the rows have a new size and need their pictures (`picture_sizes`)
    advice_wanted    the user asks who should see a doctor first
    left             the page is not seen any more
    """

    order_chosen = Signal(tuple)
    only_chosen = Signal(str)
    routine_chosen = Signal(str)
    over_chosen = Signal()
    dose_chosen = Signal(str, int)
    dose_stepped = Signal(str, int)
    preview_wanted = Signal(str)
    pictures_wanted = Signal()
    day_changed = Signal()
    advice_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        wall: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        """`wall` reads the local time, for the time the session would end; `clock` returns seconds
        that only grow."""
        super().__init__()
        self._wall = wall
        self._appearance = appearance
        self._actions = actions
        self._facts: TodayFacts | None = None
        self._choice: Choice | None = None
        self._question: StiffnessRow | None = None
        self._offer: OfferCard | None = None
        self._asks = False
        self.can_continue = False
        """The large button continues an unfinished session."""
        self._past_day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Today"))
        self.hero = Hero(appearance, clock)
        self._make_words()
        self._make_foot()
        self.moves = MoveList(appearance)
        self._connect_moves()
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self.column.setSpacing(0)
        self.column.addLayout(self._grid, 1)
        self._grid.addWidget(self.hero, 0, 0)
        self.hero.resized.connect(self._place_figure)
        self._clock = QTimer(self)
        self._clock.setInterval(20_000)
        self._clock.timeout.connect(self._tell_time)

    def _make_words(self) -> None:
        scale = Scale.at(self)
        self._title = Label("", "title")
        self._plan = Label("", "lead", "soft")
        self._unfinished = Label("", "body", "soft")
        self._start = Button(
            self._appearance, self._actions["start"].text(), icon="play", look="accent", kind="cue"
        )
        self._start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start.follow(self._actions["start"])
        self._over = Button(self._appearance, self.tr("Start over"), look="bare")
        self._over.clicked.connect(self.over_chosen)
        self._words = QWidget()
        words = self._lines = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(scale.space(2.5))
        for widget in (self._title, self._plan, self._unfinished, self._start):
            words.addWidget(widget)
        words.addWidget(self._over, 0, Qt.AlignmentFlag.AlignLeading)
        self._unfinished.hide()
        self._over.hide()
        pad = scale.space(8)
        self._page = QVBoxLayout(self.hero)
        self._page.setContentsMargins(pad, pad, pad, scale.space(5))
        self._page.setSpacing(scale.space(3))
        row = QHBoxLayout()
        row.addWidget(self._words)
        row.addStretch(1)
        self._page.addLayout(row)
        self._gap = QWidget()
        self._gap.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._page.addWidget(self._gap, 1)

    def _make_foot(self) -> None:
        self.week = WeekStrip(self._appearance)
        self._safety = Label("", "small", "soft")
        self._advice = Button(self._appearance, self.tr("Before you begin"), look="bare")
        self._advice.clicked.connect(self.advice_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(Scale.at(self).space(4))
        foot.addWidget(self._safety, 1)
        foot.addWidget(self._advice, 0, Qt.AlignmentFlag.AlignVCenter)
        self._page.addWidget(self.week)
        self._page.addLayout(foot)
        self._preview = PreviewNote(self._appearance, self.hero)
        self._preview.only_chosen.connect(self.only_chosen)

    def _connect_moves(self) -> None:
        moves = self.moves
        moves.order_chosen.connect(self.order_chosen)
        moves.dose_stepped.connect(self.dose_stepped)
        moves.previewed.connect(self._show_preview)
        moves.menu_wanted.connect(self._open_menu)

    # --- what it is told ---

    def ask_stiffness(self, wanted: bool) -> None:
        """Shows or removes the question about stiffness."""
        self._asks = wanted
        if wanted and self._question is None:
            from backstretch.ui.parts.stiffness import StiffnessRow

            title = self.tr("How stiff is your back right now?")
            self._question = StiffnessRow(self._appearance, title)
            self._lines.insertWidget(self._lines.indexOf(self._start), self._question)
        self._show_question()

    def _show_question(self) -> None:
        """The question belongs to a session that begins, not to one that is continued."""
        if self._question is not None:
            self._question.setVisible(self._asks and not self.can_continue)
            QWidget.setTabOrder(self._question, self._start)
        self._arrange()

    def take_stiffness(self) -> int | None:
        """Returns the rating given, and clears it."""
        if self._question is None or self._question.isHidden():
            return None
        value = self._question.value
        self._question.clear()
        return value

    def show_facts(self, facts: TodayFacts) -> None:
        """Shows the session. Rows of moves that stay keep their pictures."""
        self._facts = facts
        self._tell_time()
        self._safety.setText(facts.safety)
        self._safety.setVisible(bool(facts.safety))
        self._advice.setVisible(facts.has_advice)
        if self._choice is not None or len(facts.routines) > 1:
            self._show_routines(facts)
        self.moves.show_facts(facts)
        if self._preview.move_id not in {card.id for card in facts.cards}:
            self.end_preview()
        self._arrange()

    def _show_routines(self, facts: TodayFacts) -> None:
        """Offers a choice of routine if there is more than one."""
        if self._choice is None:
            from backstretch.ui.parts.choice import Choice

            choice = self._choice = Choice(self._appearance)
            choice.setAccessibleName(self.tr("Routine"))
            choice.activated.connect(lambda at: self.routine_chosen.emit(choice.itemData(at)))
            place = self._lines.indexOf(self._plan) + 1
            self._lines.insertWidget(place, choice, 0, Qt.AlignmentFlag.AlignLeading)
        self._choice.setVisible(len(facts.routines) > 1)
        self._choice.clear()
        for identity, title in facts.routines.items():
            self._choice.addItem(title, identity)
        self._choice.setCurrentIndex(self._choice.findData(facts.routine))

    def show_past(self, past: PastFacts) -> None:
        """Shows the week, what can be continued, and an offer."""
        self._past_day = past.today
        self.can_continue = past.resume is not None
        unfinished = today_words.unfinished_line(past)
        self._unfinished.setText(unfinished)
        text = self.tr("Continue") if self.can_continue else self._actions["start"].text()
        self._start.set_words(text, "play")
        self._unfinished.setVisible(bool(unfinished))
        self._over.setVisible(self.can_continue)
        self._show_offer(past)
        if past.week is not None:
            is_first = past.last is None
            self.week.show_week(past.week, past.today, past.goal_days, is_first=is_first)
        self._show_question()

    def _show_offer(self, past: PastFacts) -> None:
        offer = past.offers[0] if past.offers else None
        if self._offer is None and offer is not None:
            from backstretch.ui.today.offer import OfferCard

            self._offer = OfferCard(self._appearance)
            self._offer.dose_chosen.connect(self.dose_chosen)
            self._lines.insertWidget(self._lines.indexOf(self._start), self._offer)
        if self._offer is not None:
            self._offer.show_offer(offer)

    def picture_sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height of each row's picture, in device-independent pixels."""
        return self.moves.picture_sizes()

    def set_picture(self, move_id: str, picture: QPixmap) -> None:
        self.moves.set_picture(move_id, picture)

    # --- what happens to it ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit rates the stiffness; other keys go to the window."""
        asked = self._question is not None and not self._question.isHidden()
        if not asked or self._question is None or not self._question.take_digit(event):
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
        self._title.setText(today_words.headline(self._facts.seconds))
        self._plan.setText(today_words.plan_line(now, self._facts.seconds, len(self._facts.cards)))

    # --- where everything is ---

    def _set_margins(self, size: QSize) -> None:
        """The scene reaches to the edges."""
        del size
        self.column.setContentsMargins(0, 0, 0, 0)

    def _arrange(self) -> None:
        """Puts the moves beside the scene if there is room, else below it."""
        scale, view = Scale.at(self), self.viewport().size()
        beside = view.width() >= scale.space(_BESIDE)
        self._grid.removeWidget(self.moves)
        self._grid.addWidget(self.moves, 0 if beside else 1, 1 if beside else 0)
        self._grid.setColumnStretch(0, 1)
        self.moves.setMaximumWidth(self.moves.sizeHint().width() if beside else 16_777_215)
        pad = scale.space(8 if view.width() >= scale.space(120) else 4)
        self._page.setContentsMargins(pad, pad, pad, scale.space(5))
        across = view.width() - (self.moves.sizeHint().width() if beside else 0)
        room = across - 2 * pad
        self.moves.show_pictures(across >= scale.space(86))
        self._stands_beside = room >= scale.space(_WORDS + _FIGURE)
        self.week.stack(room < scale.space(90))
        self._words.setFixedWidth(min(room, scale.space(_WORDS)))
        self._gap.setMinimumHeight(0 if self._stands_beside else scale.space(50))
        self.hero.setMinimumHeight(0 if beside else view.height() - scale.space(12))
        self._place_figure()
        self.pictures_wanted.emit()

    _stands_beside = True

    def _place_figure(self) -> None:
        """Gives the figure what words and week leave of the scene."""
        self._page.activate()
        hero, unit = self.hero.rect(), Scale.at(self).unit
        words, gap = self._words.geometry(), self._gap.geometry()
        below = self.week.geometry().top() if not self.week.isHidden() else gap.bottom()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._stands_beside:
            left, right = words.right() + 2 * unit, hero.width() - 3 * unit
            if mirrored:
                left, right = 3 * unit, words.left() - 2 * unit
            top = 5 * unit
        else:
            left, right, top = 3 * unit, hero.width() - 3 * unit, gap.top()
        bottom = max(top + 10 * unit, below - 5 * unit)
        self.hero.stand_in(QRectF(left, top, max(10 * unit, right - left), bottom - top))
        at = left if mirrored else right - self._preview.width()
        self._preview.move(round(at), round(bottom - self._preview.height() + 4 * unit))

    def _show_preview(self, move_id: str) -> None:
        self._preview.tell(move_id, self.moves[move_id].facts.title)
        self._place_figure()
        self.preview_wanted.emit(move_id)

    def end_preview(self) -> None:
        self._preview.tell("", "")

    def _open_menu(self, move_id: str, at: QPoint) -> None:
        """Opens the menu of a move."""
        from backstretch.ui.today.move_menu import MoveMenu

        assert self._facts is not None
        menu = MoveMenu(self.moves[move_id], self._facts, move_id)
        menu.only_chosen.connect(self.only_chosen)
        menu.order_chosen.connect(self.order_chosen)
        menu.popup(at)
