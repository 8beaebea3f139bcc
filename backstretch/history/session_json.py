"""A session as plain JSON values, the same on the command line and in an export."""

from backstretch.history.week import SessionDone


def session_values(session: SessionDone) -> dict[str, object]:
    """Returns the session as JSON values. Keys may be added but never changed: other programs read
    them (docs/export.md)."""
    return {
        "id": session.id,
        "routine": session.routine,
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "status": session.status,
        "before": session.before,
        "after": session.after,
        "note": session.note,
        "corrected": session.corrected,
        "moves": [
            {
                "id": move.id,
                "planned": move.planned,
                "done": move.done,
                "left": move.left,
                "right": move.right,
                "seconds": round(move.seconds, 1),
                "skipped": move.skipped,
                "gentler": move.gentler,
            }
            for move in session.moves
        ],
    }
