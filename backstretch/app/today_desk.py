"""Feeds the Today page, and carries out what is chosen there."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSize, QTimer

from backstretch.app.snapshot import TodaySnapshot
from backstretch.session import clock
from backstretch.ui.today.facts import CardFacts, PastFacts, ResumeOffer, TodayFacts
from backstretch.ui.today.today_page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from backstretch.app.history_desk import HistoryDesk
    from backstretch.app.library import Library
    from backstretch.app.session_desk import SessionDesk
    from backstretch.history.reading import Reading
    from backstretch.history.unfinished import Unfinished
    from backstretch.routine.model import Routine
    from backstretch.settings import Preferences, Settings
    from backstretch.ui.actions import Actions
    from backstretch.ui.parts.move_pictures import MovePictures
    from backstretch.ui.theme import Appearance


class TodayDesk(QObject):
    """Keeps the Today page up to date. Imports what a start does not need only when it is used."""

    def __init__(
        self,
        appearance: "Appearance",
        actions: "Actions",
        settings: "Settings",
        library: "Callable[[], Library]",
        pictures: "Callable[[], MovePictures]",
        reading: "Callable[[], Reading]",
        sessions: "SessionDesk",
        history: "HistoryDesk",
        snapshot: TodaySnapshot,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._settings = settings
        self._library = library
        self._pictures = pictures
        self._reading = reading
        self._sessions = sessions
        self._history = history
        self._snapshot = snapshot
        self._order: tuple[str, ...] = ()
        self._shown_key = ""
        self._is_told = False
        self._unfinished: Unfinished | None = None
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(60)
        self._redraw.timeout.connect(self._ask_pictures)
        self._has_answered = False
        self._stillness = False
        self._film_key: object = None
        self._previewed = ""
        self.page = TodayPage(appearance, actions, clock.wall, clock.now)
        self._connect()
        appearance.changed.connect(lambda _theme: self._redraw.start())
        settings.listen(self._follow)

    def _connect(self) -> None:
        page = self.page
        page.order_chosen.connect(self._take_order)
        page.only_chosen.connect(lambda name: self._begin((name,)))
        page.routine_chosen.connect(self._take_routine)
        page.over_chosen.connect(self._start_over)
        page.dose_chosen.connect(self._take_dose)
        page.dose_stepped.connect(self._take_step)
        page.preview_wanted.connect(self._preview)
        page.day_changed.connect(self.refresh_past)
        page.advice_wanted.connect(self._show_advice)
        page.left.connect(self._forget_visit)
        self._sessions.stillness.connect(self._keep_still)

    @property
    def routine(self) -> "Routine":
        return self._library().chosen(self._settings.now.routine)

    def open(self) -> None:
        """Shows the page as it was last. If that no longer fits, the moves appear after the first
        paint."""
        self._shown_key = self._snapshot.key(self._settings.now)
        facts = self._snapshot.load(self._shown_key)
        self._is_told = facts is not None
        if facts is not None:
            self.page.show_facts(facts)

    def after_first_paint(self) -> None:
        if not self._is_told:
            self.refresh()
        self.refresh_past()
        self.page.ask_stiffness(self._settings.now.ask_stiffness)
        self._keep_still(self._stillness)
        self.page.pictures_wanted.connect(self._redraw.start)
        self._redraw.start()

    @property
    def keeps_busy(self) -> bool:
        """True during a session, and while pictures of moves are still to come: on a first start
        the moves have to be read before."""
        drawing = self._redraw.isActive() or self._pictures().are_wanted
        return drawing or self._sessions.under_way

    def start(self) -> None:
        """Continues the unfinished session if there is one, else begins the one shown."""
        if self.page.can_continue and self._unfinished is not None:
            self._sessions.resume(self._unfinished)
        else:
            self._begin(self._order)

    def stop(self) -> None:
        self._redraw.stop()

    def refresh(self) -> None:
        self._is_told = True
        self._shown_key = self._snapshot.key(self._settings.now)
        facts = self._facts()
        self.page.show_facts(facts)
        if not self._order:
            self._snapshot.save(self._shown_key, facts)
        self._redraw.start()

    def refresh_past(self) -> None:
        """Reads the journal again."""
        from backstretch.app.dose_offers import dose_offers
        from backstretch.history.reading import UnreadableError
        from backstretch.history.unfinished import last_unfinished
        from backstretch.session import clock
        from backstretch.session.preferred import plan_of

        reading, settings, routine = self._reading(), self._settings, self.routine
        plan = plan_of(routine, settings.now)
        now = clock.wall()
        today = now.date()
        first = today - timedelta(days=(today.isoweekday() - _first_weekday()) % 7)
        try:
            self._choose_first_range(reading)
            self._unfinished = last_unfinished(reading, now)
            resume = self._resume_offer()
            past = PastFacts(
                today=today,
                week=reading.week(first, now),
                goal_days=reading.practice().goal,
                last=reading.last_session(now),
                resume=resume,
                lost=None if resume else self._lost(),
                offers=()
                if resume or self._has_answered
                else dose_offers(reading, routine, plan, settings.now, now),
            )
        except UnreadableError as error:
            past = PastFacts(today=today)
            self._history.show_unreadable(error)
        self.page.show_past(past)

    def _choose_first_range(self, reading: "Reading") -> None:
        """Writes a smaller range into the settings where nothing is chosen and no session was
        finished yet. Written down, it does not change by itself once one is."""
        from backstretch.session.preferred import FIRST_PERCENT

        if self._settings.now.range_percent is None and not reading.has_finished():
            self._settings.change(range_percent=FIRST_PERCENT)

    def _facts(self) -> TodayFacts:
        from backstretch.session.layout import lay_out
        from backstretch.session.preferred import plan_of

        library, routine = self._library(), self.routine
        plan = plan_of(routine, self._settings.now, self._order)
        moves = [(routine.move(choice.id), choice.dose) for choice in plan.choices]
        return TodayFacts(
            routine=routine.id,
            safety=routine.safety,
            cards=tuple(
                CardFacts(
                    move.id,
                    move.title,
                    move.brief,
                    count,
                    move.dose.unit,
                    move.dose.per_side,
                    move.pacing,
                    move.dose.least,
                    move.dose.most,
                )
                for move, count in moves
            ),
            usual=tuple(move.id for move in routine.moves),
            seconds=lay_out(routine, plan, library.poses).seconds,
            routines=library.titles,
            has_advice=bool(routine.ask_first or routine.see_doctor),
        )

    def _resume_offer(self) -> ResumeOffer | None:
        from backstretch.session.going_on import go_on

        found = self._unfinished
        if found is None or found.move >= len(found.session.moves):
            return None
        routine = self._library().routines.get(found.session.routine)
        if routine is None:
            return None
        going_on = go_on(routine, found.plan, found.happenings)
        if going_on is None:
            return None
        if going_on.happenings is None:
            first = going_on.plan.choices[0]
            began = found.session.started.date()
            return ResumeOffer(1, routine.move(first.id).title, 0, began)
        move = found.session.moves[found.move]
        done = move.done if move.left is None else min(move.left, move.right or 0)
        rep = done + 1 if move.done else 0
        title = routine.move(move.id).title
        return ResumeOffer(found.move + 1, title, rep, found.session.started.date())

    def _lost(self) -> "date | None":
        """The day of the unfinished session if some of it is left, but not in its routine."""
        found = self._unfinished
        if found is None or found.move >= len(found.session.moves):
            return None
        return found.session.started.date()

    def _begin(self, order: tuple[str, ...]) -> None:
        from backstretch.session.preferred import plan_of

        routine = self.routine
        plan = plan_of(routine, self._settings.now, order)
        self._sessions.begin(routine, plan, self.page.take_stiffness())

    def _follow(self, now: "Preferences") -> None:
        """Rebuilds the page only if something on it changed: moving the window changes preferences
        too."""
        if self._snapshot.key(self._settings.now) != self._shown_key:
            self.refresh()
        self.page.ask_stiffness(now.ask_stiffness)
        self._keep_still(self._stillness)
        self._redraw.start()

    def _take_order(self, order: tuple[str, ...]) -> None:
        self._order = order
        self.refresh()

    def _take_routine(self, identity: str) -> None:
        self._order = ()
        self._settings.change(routine=identity)

    def _take_dose(self, move_id: str, dose: int) -> None:
        from backstretch.app.dose_offers import STAYED
        from backstretch.session import clock
        from backstretch.session.preferred import plan_of
        from backstretch.settings.move_choices import with_choice

        settings = self._settings
        plan = plan_of(self.routine, settings.now)
        before = {choice.id: choice.dose for choice in plan.choices}
        chosen: dict[str, object] = {"dose": dose}
        if dose == before.get(move_id):
            chosen[STAYED] = clock.wall().isoformat()
        self._has_answered = True
        settings.change(moves=with_choice(settings.now.moves, self.routine.id, move_id, chosen))
        self.refresh_past()

    def _take_step(self, move_id: str, dose: int) -> None:
        from backstretch.settings.move_choices import with_choice

        moves = with_choice(self._settings.now.moves, self.routine.id, move_id, {"dose": dose})
        self._settings.change(moves=moves)

    def _forget_visit(self) -> None:
        """Another visit may bring another offer, and begins with the first move."""
        self._has_answered = False
        self._previewed = ""
        self.page.end_preview()

    def _keep_still(self, wanted: bool) -> None:
        self._stillness = wanted
        self.page.hero.keep_still(wanted or self._settings.now.reduced_motion)

    def _preview(self, move_id: str) -> None:
        self._previewed = move_id
        self._show_film()

    def _show_film(self) -> None:
        """Lets the figure move through the previewed move, or today's first."""
        from backstretch.figure.look import look_of
        from backstretch.session.layout import lay_out
        from backstretch.session.preferred import plan_of
        from backstretch.ui.today.hero import RATE
        from backstretch.ui.today.hero_film import hero_film

        settings, routine = self._settings.now, self.routine
        plan = plan_of(routine, settings, self._order)
        shown = self._previewed or plan.choices[0].id
        look, poses = look_of(settings.figure), self._library().poses
        key = (routine.id, shown, look, plan)
        if key == self._film_key:
            return
        self._film_key = key
        phases = lay_out(routine, plan, poses).phases
        own = [phase for phase in phases if phase.move_id == shown]
        film = hero_film(routine.move(shown), own, poses, look, RATE)
        if film is not None:
            self.page.hero.play(film)

    def _show_advice(self) -> None:
        from backstretch.ui.dialogs.safety_advice import SafetyAdvice

        SafetyAdvice(self._appearance, self.routine, self.page.window()).open_once()

    def _start_over(self) -> None:
        if self._unfinished is not None:
            self._sessions.leave_unfinished(self._unfinished.id)
        self._begin(self._order)

    def _ask_pictures(self) -> None:
        from backstretch.figure.look import look_of

        look = look_of(self._settings.now.figure)
        ratio = self.page.devicePixelRatioF()
        for name, (width, height) in self.page.picture_sizes().items():
            move, size = self.routine.move(name), QSize(width, height)
            self._pictures().ask(move, look, size, ratio, self.page.set_picture)
        self._show_film()


def _first_weekday() -> int:
    """The first day of the week in this locale, 1 for Monday to 7 for Sunday."""
    return QLocale().firstDayOfWeek().value
