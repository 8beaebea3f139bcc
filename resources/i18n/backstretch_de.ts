<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Backstretch</source>
            <translation>Über Backstretch</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>The routine: {source}</source>
            <translation>Die Übungsfolge: {source}</translation>
        </message>
        <message>
            <source>Backstretch {version} leads you through a few moves for a stiff back.</source>
            <translation>Backstretch {version} führt dich durch ein paar Übungen für einen steifen Rücken.</translation>
        </message>
        <message>
            <source>Stop when something hurts. It does not replace the advice of a doctor or a physiotherapist.</source>
            <translation>Hör auf, wenn etwas wehtut. Das Programm ersetzt keinen Rat aus Arzt- oder Physiotherapiepraxis.</translation>
        </message>
        <message>
            <source>Your data stays on this computer:
{place}</source>
            <translation>Deine Daten bleiben auf diesem Rechner:
{place}</translation>
        </message>
        <message>
            <source>Free software under the MIT licence, built with Python and Qt.</source>
            <translation>Freie Software unter der MIT-Lizenz, gebaut mit Python und Qt.</translation>
        </message>
        <message>
            <source>The recorded voices were made with Kokoro-82M by hexgrad (Apache Licence 2.0).</source>
            <translation>Die aufgenommenen Stimmen stammen aus Kokoro-82M von hexgrad (Apache-Lizenz 2.0).</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Start</source>
            <translation>Los</translation>
        </message>
        <message>
            <source>Begin the session</source>
            <translation>Mit der Einheit beginnen</translation>
        </message>
        <message>
            <source>Pause or resume</source>
            <translation>Pause oder weiter</translation>
        </message>
        <message>
            <source>Pause, or resume where you paused</source>
            <translation>Anhalten, oder dort weitermachen, wo du angehalten hast</translation>
        </message>
        <message>
            <source>Next move</source>
            <translation>Nächste Übung</translation>
        </message>
        <message>
            <source>Skip to the next move</source>
            <translation>Zur nächsten Übung springen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to the start of the move, or to the move before</source>
            <translation>Zum Anfang der Übung oder zur Übung davor</translation>
        </message>
        <message>
            <source>Skip the wait</source>
            <translation>Nicht warten</translation>
        </message>
        <message>
            <source>End the lead-in, the change of position or the rest</source>
            <translation>Vorlauf, Lagewechsel oder Ruhe beenden</translation>
        </message>
        <message>
            <source>Undo the skip</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Return to where you skipped, within five seconds</source>
            <translation>Zurück zur Stelle vor dem Sprung, fünf Sekunden lang</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <source>A little faster, this move only</source>
            <translation>Etwas schneller, nur diese Übung</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <source>A little slower, this move only</source>
            <translation>Etwas langsamer, nur diese Übung</translation>
        </message>
        <message>
            <source>Your breath sets the pace</source>
            <translation>Dein Atem gibt das Tempo vor</translation>
        </message>
        <message>
            <source>Keep it pressed as you breathe in, let go as you breathe out, three times</source>
            <translation>Beim Einatmen gedrückt halten, beim Ausatmen loslassen, dreimal</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>Eine mehr</translation>
        </message>
        <message>
            <source>One more rep of this move</source>
            <translation>Eine Wiederholung mehr in dieser Übung</translation>
        </message>
        <message>
            <source>One fewer</source>
            <translation>Eine weniger</translation>
        </message>
        <message>
            <source>One rep fewer of this move</source>
            <translation>Eine Wiederholung weniger bei dieser Übung</translation>
        </message>
        <message>
            <source>Finish this move</source>
            <translation>Diese Übung beenden</translation>
        </message>
        <message>
            <source>Skip the remaining reps</source>
            <translation>Die restlichen Wiederholungen überspringen</translation>
        </message>
        <message>
            <source>Repeat this side</source>
            <translation>Seite wiederholen</translation>
        </message>
        <message>
            <source>Do this side once more; it counts once</source>
            <translation>Diese Seite noch einmal; sie zählt einmal</translation>
        </message>
        <message>
            <source>Repeat this move</source>
            <translation>Übung wiederholen</translation>
        </message>
        <message>
            <source>Begin this move again</source>
            <translation>Diese Übung von vorn beginnen</translation>
        </message>
        <message>
            <source>Gentler</source>
            <translation>Sanfter</translation>
        </message>
        <message>
            <source>Switch this move to its gentler variant, or back</source>
            <translation>Diese Übung auf die sanftere Variante umstellen, oder zurück</translation>
        </message>
        <message>
            <source>Further</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>A larger range in this move</source>
            <translation>Mehr Bewegungsumfang in dieser Übung</translation>
        </message>
        <message>
            <source>Less far</source>
            <translation>Weniger weit</translation>
        </message>
        <message>
            <source>A smaller range in this move</source>
            <translation>Weniger Bewegungsumfang in dieser Übung</translation>
        </message>
        <message>
            <source>Leave the session</source>
            <translation>Einheit verlassen</translation>
        </message>
        <message>
            <source>Pause and ask; what you did is kept</source>
            <translation>Hält an und fragt; was du getan hast, bleibt erhalten</translation>
        </message>
        <message>
            <source>Mat mode</source>
            <translation>Mattenmodus</translation>
        </message>
        <message>
            <source>Full screen, to be read from the mat</source>
            <translation>Bildschirmfüllend, von der Matte aus zu lesen</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>Übungen</translation>
        </message>
        <message>
            <source>The list of today’s moves, to jump to one of them</source>
            <translation>Die heutigen Übungen, zum Springen</translation>
        </message>
        <message>
            <source>How to do it</source>
            <translation>So geht’s</translation>
        </message>
        <message>
            <source>Fuller instructions for this move; the session pauses</source>
            <translation>Ausführliche Anleitung zu dieser Übung; die Einheit pausiert</translation>
        </message>
        <message>
            <source>Show me slowly</source>
            <translation>Langsam zeigen</translation>
        </message>
        <message>
            <source>The figure shows the move slowly, with its phases named</source>
            <translation>Die Figur zeigt die Übung langsam und nennt jede Phase</translation>
        </message>
        <message>
            <source>Turn the figure left</source>
            <translation>Figur nach links drehen</translation>
        </message>
        <message>
            <source>Turn the figure right</source>
            <translation>Figur nach rechts drehen</translation>
        </message>
        <message>
            <source>Reset view</source>
            <translation>Ansicht zurücksetzen</translation>
        </message>
        <message>
            <source>Mirror view on or off</source>
            <translation>Spiegelansicht ein oder aus</translation>
        </message>
        <message>
            <source>When the figure faces you: as in a mirror, or as seen from outside</source>
            <translation>Wenn die Figur dich ansieht: wie im Spiegel oder von außen gesehen</translation>
        </message>
        <message>
            <source>Voice: full, cues, silent</source>
            <translation>Stimme: alles, Ansagen, stumm</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Diese Woche</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>About Backstretch</source>
            <translation>Über Backstretch</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Import a history…</source>
            <translation>Verlauf importieren…</translation>
        </message>
        <message>
            <source>Export the history…</source>
            <translation>Verlauf exportieren…</translation>
        </message>
        <message>
            <source>Open the data folder</source>
            <translation>Datenordner öffnen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
    </context>
    <context>
        <name>Awake</name>
        <message>
            <source>This desktop offers no way to keep the screen on. Lengthen its screen blanking time before you begin.</source>
            <translation>Auf diesem Desktop lässt sich der Bildschirm nicht wach halten. Verlängere die Zeit bis zum Abschalten, bevor du beginnst.</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Body</name>
        <message>
            <source>neck</source>
            <translation>Nacken</translation>
        </message>
        <message>
            <source>chest</source>
            <translation>Brust</translation>
        </message>
        <message>
            <source>shoulders</source>
            <translation>Schultern</translation>
        </message>
        <message>
            <source>between the shoulder blades</source>
            <translation>zwischen den Schulterblättern</translation>
        </message>
        <message>
            <source>arms</source>
            <translation>Arme</translation>
        </message>
        <message>
            <source>wrists</source>
            <translation>Handgelenke</translation>
        </message>
        <message>
            <source>sides</source>
            <translation>Flanken</translation>
        </message>
        <message>
            <source>belly</source>
            <translation>Bauch</translation>
        </message>
        <message>
            <source>upper back</source>
            <translation>oberer Rücken</translation>
        </message>
        <message>
            <source>lower back</source>
            <translation>unterer Rücken</translation>
        </message>
        <message>
            <source>hips</source>
            <translation>Hüften</translation>
        </message>
        <message>
            <source>glutes</source>
            <translation>Po</translation>
        </message>
        <message>
            <source>thighs</source>
            <translation>Oberschenkel</translation>
        </message>
        <message>
            <source>knees</source>
            <translation>Knie</translation>
        </message>
        <message>
            <source>Working (amber on the figure): {parts}.</source>
            <translation>Hier arbeitest du (an der Figur bernsteingelb): {parts}.</translation>
        </message>
        <message>
            <source>Lengthening (light blue): {parts}.</source>
            <translation>Hier wirst du lang (hellblau): {parts}.</translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>{first} – {last}</source>
            <translation>{first} – {last}</translation>
        </message>
        <message>
            <source>d</source>
            <comment>the day in a date such as 16 – 22 November, as Qt writes formats</comment>
            <translation>d.</translation>
        </message>
        <message>
            <source>d MMMM</source>
            <comment>a date such as 22 November, as Qt writes formats</comment>
            <translation>d. MMMM</translation>
        </message>
        <message>
            <source>{weekday}, {date}</source>
            <translation>{weekday}, {date}</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>a date such as 22 Nov, as Qt writes formats</comment>
            <translation>d. MMM</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
    </context>
    <context>
        <name>Doses</name>
        <message numerus="yes">
            <source>%n breath(s)</source>
            <translation>
                <numerusform>%n Atemzug</numerusform>
                <numerusform>%n Atemzüge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n round(s)</source>
            <translation>
                <numerusform>%n Runde</numerusform>
                <numerusform>%n Runden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bend(s)</source>
            <translation>
                <numerusform>%n Beuge</numerusform>
                <numerusform>%n Beugen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rep(s)</source>
            <translation>
                <numerusform>%n-mal</numerusform>
                <numerusform>%n-mal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n each side</source>
            <translation>
                <numerusform>%n je Seite</numerusform>
                <numerusform>%n je Seite</numerusform>
            </translation>
        </message>
        <message>
            <source>left {left} · right {right}</source>
            <translation>links {left} · rechts {right}</translation>
        </message>
        <message>
            <source>{done} of {amount}</source>
            <translation>{amount}, {done} getan</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <source>with your breath</source>
            <translation>mit dem Atem</translation>
        </message>
        <message>
            <source>flowing</source>
            <translation>fließend</translation>
        </message>
        <message>
            <source>quick and steady</source>
            <translation>zügig, im Takt</translation>
        </message>
        <message>
            <source>slow and strong</source>
            <translation>langsam und kräftig</translation>
        </message>
        <message>
            <source>{seconds} s a side</source>
            <translation>{seconds} s je Seite</translation>
        </message>
        <message>
            <source>{seconds} s a round</source>
            <translation>{seconds} s je Runde</translation>
        </message>
        <message>
            <source>{seconds} s a rep</source>
            <translation>{seconds} s je Wiederholung</translation>
        </message>
        <message>
            <source>{inhale} s in, {hold} s held, {exhale} s out</source>
            <translation>{inhale} s ein, {hold} s halten, {exhale} s aus</translation>
        </message>
        <message>
            <source>{inhale} s in, {exhale} s out</source>
            <translation>{inhale} s ein, {exhale} s aus</translation>
        </message>
    </context>
    <context>
        <name>Ending</name>
        <message>
            <source>A picture (*.png)</source>
            <translation>Ein Bild (*.png)</translation>
        </message>
        <message>
            <source>Save as picture</source>
            <translation>Als Bild speichern</translation>
        </message>
        <message>
            <source>The picture is saved as {file}.</source>
            <translation>Das Bild ist unter {file} gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>Fault</name>
        <message>
            <source>Something unexpected happened, and it is Backstretch's fault:
{what}

What you did so far is kept. The log says more, and helps to mend it:
{log}</source>
            <translation>Etwas Unerwartetes ist passiert, und es liegt an Backstretch:
{what}

Was du bisher getan hast, bleibt erhalten. Mehr steht im Protokoll, es hilft beim Beheben:
{log}</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>That should not have happened</source>
            <translation>Das hätte nicht passieren dürfen</translation>
        </message>
    </context>
    <context>
        <name>FigureButton</name>
        <message>
            <source>chosen</source>
            <translation>gewählt</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Voice</source>
            <translation>Stimme</translation>
        </message>
        <message>
            <source>Sounds</source>
            <translation>Klänge</translation>
        </message>
        <message>
            <source>Screen stays on</source>
            <translation>Bildschirm bleibt an</translation>
        </message>
        <message>
            <source>Media controls</source>
            <translation>Medientasten</translation>
        </message>
        <message>
            <source>A session is being followed</source>
            <translation>Eine Einheit läuft</translation>
        </message>
        <message>
            <source>{cue}, {number}</source>
            <translation>{cue}, {number}</translation>
        </message>
        <message>
            <source>{number}, {line}</source>
            <translation>{number}, {line}</translation>
        </message>
        <message>
            <source>How many to each side? {count}.</source>
            <translation>Auf jeder Seite {count} Mal.</translation>
        </message>
        <message>
            <source>How many? {count}.</source>
            <translation>Wie oft? {count} Mal.</translation>
        </message>
        <message>
            <source>Rest for ten seconds.</source>
            <translation>Zehn Sekunden Ruhe.</translation>
        </message>
        <message>
            <source>Rest for twenty seconds.</source>
            <translation>Zwanzig Sekunden Ruhe.</translation>
        </message>
        <message>
            <source>Rest for half a minute.</source>
            <translation>Eine halbe Minute Ruhe.</translation>
        </message>
        <message>
            <source>Rest for three quarters of a minute.</source>
            <translation>Eine Dreiviertelminute Ruhe.</translation>
        </message>
        <message>
            <source>Rest for a minute.</source>
            <translation>Eine Minute Ruhe.</translation>
        </message>
        <message>
            <source>Rest for a minute and a half.</source>
            <translation>Anderthalb Minuten Ruhe.</translation>
        </message>
        <message numerus="yes">
            <source>Rest for %n minute(s).</source>
            <translation>
                <numerusform>%n Minute Ruhe.</numerusform>
                <numerusform>%n Minuten Ruhe.</numerusform>
            </translation>
        </message>
        <message>
            <source>Last two</source>
            <translation>Noch zwei</translation>
        </message>
        <message>
            <source>Last one</source>
            <translation>Die letzte</translation>
        </message>
        <message>
            <source>{move}.</source>
            <translation>{move}.</translation>
        </message>
        <message>
            <source>Next: {move}.</source>
            <translation>Als Nächstes: {move}.</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Going on</source>
            <translation>Weiter geht’s</translation>
        </message>
        <message>
            <source>Gentler</source>
            <translation>Sanfter</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Whenever you are ready</source>
            <translation>Sobald du so weit bist</translation>
        </message>
        <message>
            <source>That's it, well done. When you're ready, walk your hands back and come up slowly, head last.</source>
            <translation>Das war’s, gut gemacht. Wenn du so weit bist, geh mit den Händen zurück und komm langsam hoch, der Kopf zuletzt.</translation>
        </message>
        <message>
            <source>Well done</source>
            <translation>Gut gemacht</translation>
        </message>
        <message>
            <source>Full guidance</source>
            <translation>Volle Begleitung</translation>
        </message>
        <message>
            <source>Cues only</source>
            <translation>Nur Ansagen</translation>
        </message>
        <message>
            <source>Silent from here on</source>
            <translation>Ab jetzt stumm</translation>
        </message>
        <message>
            <source>Breathe in, and let your shoulders sink.</source>
            <translation>Atme ein und lass die Schultern sinken.</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Move to correct</source>
            <translation>Zu berichtigende Übung</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Getan</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <source>Correct the count</source>
            <translation>Anzahl berichtigen</translation>
        </message>
        <message>
            <source>The session was deleted.</source>
            <translation>Die Einheit ist gelöscht.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>How it felt, what to watch next time</source>
            <translation>Wie es sich anfühlte, worauf du nächstes Mal achten willst</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>Übungen</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Nothing yet. Your first session will show here.</source>
            <translation>Noch nichts. Deine erste Einheit erscheint hier.</translation>
        </message>
        <message>
            <source>Minutes a day</source>
            <translation>Minuten am Tag</translation>
        </message>
        <message>
            <source>Bars: minutes. Line: stiffness from 0 to 10.</source>
            <translation>Balken: Minuten. Linie: Steifheit von 0 bis 10.</translation>
        </message>
        <message>
            <source>Twelve weeks</source>
            <translation>Zwölf Wochen</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Einheiten</translation>
        </message>
        <message>
            <source>The week</source>
            <translation>Die Woche</translation>
        </message>
        <message>
            <source>Delete this session</source>
            <translation>Einheit löschen</translation>
        </message>
        <message>
            <source>How stiff was your back?</source>
            <translation>Wie steif war dein Rücken?</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>berichtigt</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>a whole session</source>
            <translation>eine ganze Einheit</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Stiffness before</source>
            <translation>Steifheit vorher</translation>
        </message>
        <message>
            <source>after</source>
            <translation>nachher</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Übung</translation>
        </message>
        <message>
            <source>done</source>
            <translation>getan</translation>
        </message>
        <message>
            <source>left · right</source>
            <translation>links · rechts</translation>
        </message>
        <message>
            <source>gentler</source>
            <translation>sanfter</translation>
        </message>
        <message>
            <source>{move} ({routine})</source>
            <translation>{move} ({routine})</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Beginn</translation>
        </message>
        <message>
            <source>Stiffness</source>
            <translation>Steifheit</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>This is a rest week</source>
            <translation>Dies ist eine Ruhewoche</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Report as PDF…</source>
            <translation>Bericht als PDF …</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Delete everything…</source>
            <translation>Alles löschen …</translation>
        </message>
        <message>
            <source>No goal</source>
            <translation>Kein Ziel</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) a week</source>
            <translation>
                <numerusform>%n Tag pro Woche</numerusform>
                <numerusform>%n Tage pro Woche</numerusform>
            </translation>
        </message>
        <message>
            <source>The year before</source>
            <translation>Das Jahr davor</translation>
        </message>
        <message>
            <source>The year after</source>
            <translation>Das Jahr danach</translation>
        </message>
        <message>
            <source>{sentence}.</source>
            <translation>{sentence}.</translation>
        </message>
        <message>
            <source>Nothing in these twelve weeks.</source>
            <translation>Nichts in diesen zwölf Wochen.</translation>
        </message>
        <message>
            <source>{minutes} a week on average.</source>
            <translation>{minutes} pro Woche im Schnitt.</translation>
        </message>
        <message>
            <source>Stiffness went from {first} to {last}.</source>
            <translation>Die Steifheit ging von {first} auf {last}.</translation>
        </message>
        <message>
            <source>Nothing in this month.</source>
            <translation>Nichts in diesem Monat.</translation>
        </message>
        <message>
            <source>{days}, {minutes}.</source>
            <translation>{days}, {minutes}.</translation>
        </message>
        <message>
            <source>Nothing in this year.</source>
            <translation>Nichts in diesem Jahr.</translation>
        </message>
        <message>
            <source>Rest week</source>
            <translation>Ruhewoche</translation>
        </message>
        <message>
            <source>{days}, the goal is reached</source>
            <translation>{days}, Ziel erreicht</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} von %n Tag</numerusform>
                <numerusform>{done} von %n Tagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more day(s) for your goal</source>
            <translation>
                <numerusform>noch %n Tag bis zu deinem Ziel</numerusform>
                <numerusform>noch %n Tage bis zu deinem Ziel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) more than the week before</source>
            <translation>
                <numerusform>%n Minute mehr als in der Woche davor</numerusform>
                <numerusform>%n Minuten mehr als in der Woche davor</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) less than the week before</source>
            <translation>
                <numerusform>%n Minute weniger als in der Woche davor</numerusform>
                <numerusform>%n Minuten weniger als in der Woche davor</numerusform>
            </translation>
        </message>
        <message>
            <source>as much as the week before</source>
            <translation>so viel wie in der Woche davor</translation>
        </message>
        <message>
            <source>Left and right are even</source>
            <translation>Links und rechts gleich oft</translation>
        </message>
        <message numerus="yes">
            <source>%n more to the left</source>
            <translation>
                <numerusform>Links einmal öfter</numerusform>
                <numerusform>Links %n-mal öfter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more to the right</source>
            <translation>
                <numerusform>Rechts einmal öfter</numerusform>
                <numerusform>Rechts %n-mal öfter</numerusform>
            </translation>
        </message>
        <message>
            <source>Stiffness stayed at {first}</source>
            <translation>Die Steifheit blieb bei {first}</translation>
        </message>
        <message>
            <source>Stiffness: {before} before, {after} after</source>
            <translation>Steifheit: {before} davor, {after} danach</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>not finished</source>
            <translation>nicht beendet</translation>
        </message>
        <message>
            <source>Stiffness before: {value}</source>
            <translation>Steifheit vorher: {value}</translation>
        </message>
        <message>
            <source>Stiffness after: {value}</source>
            <translation>Steifheit nachher: {value}</translation>
        </message>
    </context>
    <context>
        <name>HistoryDesk</name>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Save elsewhere…</source>
            <translation>Anderswo speichern …</translation>
        </message>
        <message>
            <source>Report of the last four weeks</source>
            <translation>Bericht über die letzten vier Wochen</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>PDF-Dokument (*.pdf)</translation>
        </message>
        <message>
            <source>The report is saved as {file}.</source>
            <translation>Der Bericht ist unter {file} gespeichert.</translation>
        </message>
        <message>
            <source>A table for an office program in your language (*.csv)</source>
            <translation>Eine Tabelle für ein Büroprogramm in deiner Sprache (*.csv)</translation>
        </message>
        <message>
            <source>Everything, to be imported again (*.json)</source>
            <translation>Alles, zum Wiedereinlesen (*.json)</translation>
        </message>
        <message>
            <source>A table of moves, for other programs (*.csv)</source>
            <translation>Eine Tabelle der Übungen, für andere Programme (*.csv)</translation>
        </message>
        <message>
            <source>A calendar (*.ics)</source>
            <translation>Ein Kalender (*.ics)</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>Verlauf exportieren</translation>
        </message>
        <message>
            <source>The file's name has to end in .json, .csv or .ics.</source>
            <translation>Der Dateiname muss auf .json, .csv oder .ics enden.</translation>
        </message>
        <message>
            <source>Import a history</source>
            <translation>Verlauf importieren</translation>
        </message>
        <message>
            <source>Exports of Backstretch (*.json)</source>
            <translation>Exporte von Backstretch (*.json)</translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n Einheit</numerusform>
                <numerusform>%n Einheiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n Sicherung</numerusform>
                <numerusform>%n Sicherungen</numerusform>
            </translation>
        </message>
        <message>
            <source>every session</source>
            <translation>alle Einheiten</translation>
        </message>
        <message>
            <source>every backup</source>
            <translation>alle Sicherungen</translation>
        </message>
        <message>
            <source>This deletes {sessions} with ratings and notes, and {backups}, from this computer. It cannot be undone; only importing an export made before brings sessions back. Your settings and routines stay.</source>
            <translation>Das löscht {sessions} mit Bewertungen und Notizen sowie {backups} von diesem Rechner. Es lässt sich nicht rückgängig machen; nur aus einem vorher gemachten Export kommen Einheiten zurück. Deine Einstellungen und Übungsfolgen bleiben.</translation>
        </message>
        <message>
            <source>Delete everything?</source>
            <translation>Alles löschen?</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Delete everything</source>
            <translation>Alles löschen</translation>
        </message>
        <message>
            <source>Everything is deleted.</source>
            <translation>Alles ist gelöscht.</translation>
        </message>
        <message>
            <source>Save what is kept in memory</source>
            <translation>Speichern, was im Arbeitsspeicher liegt</translation>
        </message>
        <message>
            <source>That could not be done ({why}).</source>
            <translation>Das ging nicht ({why}).</translation>
        </message>
        <message numerus="yes">
            <source>%n session(s) written to {file}.</source>
            <translation>
                <numerusform>%n Einheit in {file} geschrieben.</numerusform>
                <numerusform>%n Einheiten in {file} geschrieben.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message>
            <source>An import is under way; wait until it is done.</source>
            <translation>Ein Import läuft schon; warte, bis er fertig ist.</translation>
        </message>
        <message>
            <source>Importing {file}…</source>
            <translation>{file} wird importiert …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>%n session(s) imported. What was there already stayed.</source>
            <translation>
                <numerusform>%n Einheit importiert. Was schon da war, ist geblieben.</numerusform>
                <numerusform>%n Einheiten importiert. Was schon da war, ist geblieben.</numerusform>
            </translation>
        </message>
        <message>
            <source>The import was broken off; nothing of it was taken in.</source>
            <translation>Der Import wurde abgebrochen; nichts davon wurde übernommen.</translation>
        </message>
        <message>
            <source>{file} was not imported ({why}); try again.</source>
            <translation>{file} wurde nicht importiert ({why}); versuche es noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>KeyField</name>
        <message>
            <source>Press a key</source>
            <translation>Taste drücken</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
    </context>
    <context>
        <name>KeyList</name>
        <message>
            <source>While practising</source>
            <translation>Beim Üben</translation>
        </message>
        <message>
            <source>On Today</source>
            <translation>Auf „Heute“</translation>
        </message>
        <message>
            <source>In History</source>
            <translation>Im Verlauf</translation>
        </message>
        <message>
            <source>Anywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Keys can be changed on the Settings page.</source>
            <translation>Tasten lassen sich in den Einstellungen ändern.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Mat</name>
        <message>
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <source>{word} · {key} undoes it</source>
            <translation>{word} · {key} macht es rückgängig</translation>
        </message>
        <message>
            <source>Gentler version</source>
            <translation>Sanftere Variante</translation>
        </message>
        <message>
            <source>Usual version</source>
            <translation>Übliche Variante</translation>
        </message>
        <message>
            <source>A little faster</source>
            <translation>Etwas schneller</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <source>A little slower</source>
            <translation>Etwas langsamer</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <source>Voice: everything</source>
            <translation>Stimme: alles</translation>
        </message>
        <message>
            <source>Voice: cues only</source>
            <translation>Stimme: nur Ansagen</translation>
        </message>
        <message>
            <source>Voice off</source>
            <translation>Stimme aus</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
    </context>
    <context>
        <name>MenuDesk</name>
        <message>
            <source>The folder could not be opened: {place}</source>
            <translation>Der Ordner ließ sich nicht öffnen: {place}</translation>
        </message>
    </context>
    <context>
        <name>MoveList</name>
        <message>
            <source>Today's moves</source>
            <translation>Übungen heute</translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n Minute</numerusform>
                <numerusform>%n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n Tag</numerusform>
                <numerusform>%n Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n Einheit</numerusform>
                <numerusform>%n Einheiten</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {planned}</source>
            <translation>{done} von {planned}</translation>
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Try {count}</source>
            <translation>{count} probieren</translation>
        </message>
        <message>
            <source>Keep {count}</source>
            <translation>Bei {count} bleiben</translation>
        </message>
    </context>
    <context>
        <name>Practice</name>
        <message>
            <source>From the next rep on</source>
            <translation>Ab der nächsten Wiederholung</translation>
        </message>
        <message>
            <source>As in a mirror</source>
            <translation>Wie im Spiegel</translation>
        </message>
        <message>
            <source>As seen from outside</source>
            <translation>Von außen gesehen</translation>
        </message>
        <message>
            <source>How {move} is done</source>
            <translation>So geht „{move}“</translation>
        </message>
        <message>
            <source>Getting into it</source>
            <translation>So kommst du hinein</translation>
        </message>
        <message>
            <source>How to do it</source>
            <translation>So geht’s</translation>
        </message>
        <message>
            <source>Feel it here</source>
            <translation>Hier spürst du es</translation>
        </message>
        <message>
            <source>Take care</source>
            <translation>Gib acht</translation>
        </message>
        <message>
            <source>Your breath sets the pace</source>
            <translation>Dein Atem gibt das Tempo vor</translation>
        </message>
        <message>
            <source>Keep {key} pressed as you breathe in, let go as you breathe out, three times</source>
            <translation>{key} beim Einatmen gedrückt halten, beim Ausatmen loslassen, dreimal</translation>
        </message>
        <message>
            <source>Hold the button while you breathe in, let go while you breathe out, three times</source>
            <translation>Beim Einatmen die Schaltfläche gedrückt halten, beim Ausatmen loslassen, dreimal</translation>
        </message>
        <message>
            <source>Breathing in …</source>
            <translation>Einatmen …</translation>
        </message>
        <message>
            <source>Breathing out …</source>
            <translation>Ausatmen …</translation>
        </message>
        <message>
            <source>Breath {count} of {total}</source>
            <translation>Atemzug {count} von {total}</translation>
        </message>
        <message>
            <source>This is your pace now</source>
            <translation>Das ist jetzt dein Tempo</translation>
        </message>
        <message>
            <source>Move {number} of {total}</source>
            <translation>Übung {number} von {total}</translation>
        </message>
        <message>
            <source>gentler</source>
            <translation>sanfter</translation>
        </message>
        <message>
            <source>Rest</source>
            <translation>Ruhen</translation>
        </message>
        <message>
            <source>Get ready</source>
            <translation>Bereit machen</translation>
        </message>
        <message>
            <source>Inhale</source>
            <translation>Einatmen</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Halten</translation>
        </message>
        <message>
            <source>Exhale</source>
            <translation>Ausatmen</translation>
        </message>
        <message>
            <source>and on</source>
            <translation>gleich weiter</translation>
        </message>
        <message>
            <source>to begin</source>
            <translation>zum Auftakt</translation>
        </message>
        <message>
            <source>of {total}</source>
            <translation>von {total}</translation>
        </message>
        <message>
            <source>ready?</source>
            <translation>bereit?</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>{count} of {total}</source>
            <translation>{count} von {total}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Los</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Leave mat mode</source>
            <translation>Mattenmodus verlassen</translation>
        </message>
        <message>
            <source>Range {number}%</source>
            <translation>Umfang {number} %</translation>
        </message>
        <message>
            <source>How far you go in this move</source>
            <translation>Wie weit du in dieser Übung gehst</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Everything else you can do here</source>
            <translation>Was du hier sonst noch tun kannst</translation>
        </message>
        <message>
            <source>This move has no gentler variant</source>
            <translation>Von dieser Übung gibt es keine sanftere Variante</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>Reps</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>{time} done</source>
            <translation>{time} getan</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <source>Today’s moves</source>
            <translation>Die Übungen heute</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Figure: {move}</source>
            <translation>Figur: {move}</translation>
        </message>
        <message>
            <source>Progress of the session</source>
            <translation>Verlauf der Einheit</translation>
        </message>
        <message>
            <source>First:</source>
            <translation>Zuerst:</translation>
        </message>
        <message>
            <source>Next:</source>
            <translation>Gleich:</translation>
        </message>
        <message>
            <source>Press {key} to resume.</source>
            <translation>Weiter mit {key}.</translation>
        </message>
        <message>
            <source>The play button resumes.</source>
            <translation>Weiter mit der Wiedergabetaste.</translation>
        </message>
        <message>
            <source>The computer was asleep.</source>
            <translation>Der Rechner hat geschlafen.</translation>
        </message>
        <message>
            <source>The program stood still for a while.</source>
            <translation>Das Programm stand eine Weile still.</translation>
        </message>
        <message>
            <source>The clock was changed.</source>
            <translation>Die Uhr wurde verstellt.</translation>
        </message>
        <message>
            <source>The screen was locked.</source>
            <translation>Der Bildschirm war gesperrt.</translation>
        </message>
        <message>
            <source>Move skipped</source>
            <translation>Übung übersprungen</translation>
        </message>
        <message>
            <source>Remaining reps skipped</source>
            <translation>Restliche Wiederholungen ausgelassen</translation>
        </message>
        <message>
            <source>Undo within 5 seconds, or the session ends</source>
            <translation>5 Sekunden lang rückgängig zu machen, dann endet die Einheit</translation>
        </message>
        <message>
            <source>Undo within 5 seconds</source>
            <translation>Lässt sich 5 Sekunden lang zurücknehmen</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>{key} resumes</source>
            <translation>weiter mit {key}</translation>
        </message>
        <message>
            <source>Then:</source>
            <translation>Dann:</translation>
        </message>
        <message>
            <source>Hold to breathe in</source>
            <translation>Halten beim Einatmen</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Stimme</translation>
        </message>
        <message>
            <source>Everything is said</source>
            <translation>Alles wird gesagt</translation>
        </message>
        <message>
            <source>Only the cues are said</source>
            <translation>Nur die Ansagen</translation>
        </message>
        <message>
            <source>Nothing is said</source>
            <translation>Nichts wird gesagt</translation>
        </message>
        <message>
            <source>Shown slowly</source>
            <translation>Langsam gezeigt</translation>
        </message>
        <message>
            <source>Shown slowly · {key} ends it</source>
            <translation>Langsam gezeigt · {key} beendet es</translation>
        </message>
    </context>
    <context>
        <name>Practising</name>
        <message>
            <source>Your progress is saved.</source>
            <translation>Dein Fortschritt ist gespeichert.</translation>
        </message>
        <message>
            <source>End session?</source>
            <translation>Einheit beenden?</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>End session</source>
            <translation>Einheit beenden</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Your own routines</source>
            <translation>Deine eigenen Übungsfolgen</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>The last four weeks on one page, for a physiotherapist</source>
            <translation>Die letzten vier Wochen auf einer Seite, etwa für die Physiotherapie</translation>
        </message>
        <message>
            <source>Report as PDF…</source>
            <translation>Bericht als PDF …</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>All of it for another computer, or a table or calendar</source>
            <translation>Alles für einen anderen Rechner, oder als Tabelle oder Kalender</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Takes in another computer's history; nothing is lost on either</source>
            <translation>Nimmt den Verlauf eines anderen Rechners auf; auf keinem geht etwas verloren</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Delete everything</source>
            <translation>Alles löschen</translation>
        </message>
        <message>
            <source>The history and its backups; you are asked once</source>
            <translation>Den Verlauf und seine Sicherungen; du wirst einmal gefragt</translation>
        </message>
        <message>
            <source>Delete everything…</source>
            <translation>Alles löschen …</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Erscheinungsbild</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Figur</translation>
        </message>
        <message>
            <source>Who shows you the moves</source>
            <translation>Wer dir die Übungen zeigt</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>From the next start on</source>
            <translation>Ab dem nächsten Start</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>Relative to your system text size</source>
            <translation>Im Verhältnis zur Schriftgröße des Systems</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>Bewegung reduzieren</translation>
        </message>
        <message>
            <source>Still key poses that fade into one another; the system's own wish is followed too</source>
            <translation>Stehende Haltungen, die ineinander überblenden; auch der Wunsch des Systems gilt</translation>
        </message>
        <message>
            <source>Lead-in</source>
            <translation>Vorlauf</translation>
        </message>
        <message>
            <source>Before the first move; 10 s once you know it</source>
            <translation>Vor der ersten Übung; 10 s, sobald du sie kennst</translation>
        </message>
        <message>
            <source>Count after a pause</source>
            <translation>Einzählen nach einer Pause</translation>
        </message>
        <message>
            <source>Before it goes on where you paused</source>
            <translation>Bevor es dort weitergeht, wo du angehalten hast</translation>
        </message>
        <message>
            <source>Changes of position</source>
            <translation>Lagewechsel</translation>
        </message>
        <message>
            <source>How long they last, compared with the routine</source>
            <translation>Wie lange sie dauern, verglichen mit der Übungsfolge</translation>
        </message>
        <message>
            <source>Wait for me</source>
            <translation>Auf mich warten</translation>
        </message>
        <message>
            <source>After a change of position the next move begins when you press {go-on}</source>
            <translation>Nach einem Lagewechsel beginnt die nächste Übung, sobald du {go-on} drückst</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Bewegungsumfang</translation>
        </message>
        <message>
            <source>How far you go, of the full range; half of it, done well, is the exercise</source>
            <translation>Wie weit du gehst, vom vollen Umfang; die Hälfte, gut gemacht, ist schon die Übung</translation>
        </message>
        <message>
            <source>Hold the last one</source>
            <translation>Das letzte Mal halten</translation>
        </message>
        <message>
            <source>15 s in the last bend of each side and in the last cobra; that lengthens most</source>
            <translation>15 s in der letzten Beuge jeder Seite und in der letzten Kobra; das dehnt am meisten</translation>
        </message>
        <message>
            <source>Careful with my neck</source>
            <translation>Meinen Nacken schonen</translation>
        </message>
        <message>
            <source>Moves that ask much of it are done in their gentler variant</source>
            <translation>Übungen, die ihn fordern, in der sanfteren Variante</translation>
        </message>
        <message>
            <source>Careful with my lower back</source>
            <translation>Meinen unteren Rücken schonen</translation>
        </message>
        <message>
            <source>Careful with my wrists</source>
            <translation>Meine Handgelenke schonen</translation>
        </message>
        <message>
            <source>Careful with my knees</source>
            <translation>Meine Knie schonen</translation>
        </message>
        <message>
            <source>Ask how stiff my back is</source>
            <translation>Nach der Steifheit fragen</translation>
        </message>
        <message>
            <source>Before and after a session; never in the way of starting</source>
            <translation>Vor und nach einer Einheit; steht dem Beginnen nie im Weg</translation>
        </message>
        <message>
            <source>Spoken guidance</source>
            <translation>Gesprochene Anleitung</translation>
        </message>
        <message>
            <source>How much is said</source>
            <translation>Wie viel gesagt wird</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Cues only</source>
            <translation>Nur Ansagen</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Tips on form</source>
            <translation>Hinweise zur Haltung</translation>
        </message>
        <message>
            <source>Spoken while you move; fewer as you get to know a move</source>
            <translation>Gesprochen, während du dich bewegst; weniger, je besser du eine Übung kennst</translation>
        </message>
        <message>
            <source>As I learn</source>
            <translation>Solange ich lerne</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>Immer</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nie</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Stimme</translation>
        </message>
        <message>
            <source>How fast it speaks</source>
            <translation>Wie schnell sie spricht</translation>
        </message>
        <message>
            <source>How loud it speaks</source>
            <translation>Wie laut sie spricht</translation>
        </message>
        <message>
            <source>How loud the sounds are</source>
            <translation>Wie laut die Klänge sind</translation>
        </message>
        <message>
            <source>Breath, reps, sides, next move</source>
            <translation>Atem, Wiederholungen, Seiten, nächste Übung</translation>
        </message>
        <message>
            <source>Breath by ear</source>
            <translation>Atem zum Hören</translation>
        </message>
        <message>
            <source>A quiet tone rises while you breathe in and falls while you breathe out</source>
            <translation>Ein leiser Ton steigt beim Einatmen und fällt beim Ausatmen</translation>
        </message>
        <message>
            <source>In mat mode</source>
            <translation>Im Mattenmodus</translation>
        </message>
        <message>
            <source>Distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <source>From your eyes on the mat to the screen; mat mode writes as large as that needs</source>
            <translation>Von deinen Augen auf der Matte zum Bildschirm; der Mattenmodus schreibt so groß, wie es das braucht</translation>
        </message>
        <message>
            <source>Screen size</source>
            <translation>Bildschirmgröße</translation>
        </message>
        <message>
            <source>Its diagonal, where the screen does not tell it right</source>
            <translation>Die Diagonale, falls der Bildschirm sie nicht richtig angibt</translation>
        </message>
        <message>
            <source>Flash</source>
            <translation>Aufleuchten</translation>
        </message>
        <message>
            <source>A gentle flash when a phase begins</source>
            <translation>Ein sanftes Aufleuchten, wenn eine Phase beginnt</translation>
        </message>
        <message>
            <source>When the figure faces you</source>
            <translation>Wenn die Figur dich ansieht</translation>
        </message>
        <message>
            <source>As in a mirror it moves on the side where you do; the words mean your own side</source>
            <translation>Wie im Spiegel bewegt sie sich auf deiner Seite; links und rechts meinen immer deine eigene Seite</translation>
        </message>
        <message>
            <source>As in a mirror</source>
            <translation>Wie im Spiegel</translation>
        </message>
        <message>
            <source>As seen from outside</source>
            <translation>Von außen gesehen</translation>
        </message>
        <message>
            <source>Start with the left side</source>
            <translation>Mit der linken Seite beginnen</translation>
        </message>
        <message>
            <source>In moves with two sides, from the next session on</source>
            <translation>Bei Übungen mit zwei Seiten, ab der nächsten Einheit</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Press a command's keys here, then the new key; Backspace takes it away. A key that another command has is taken from it.</source>
            <translation>Drück hier auf die Tasten eines Befehls und dann die neue Taste; die Rücktaste nimmt sie weg. Gehört eine Taste schon zu einem anderen Befehl, verliert er sie.</translation>
        </message>
        <message>
            <source>Reset all keys</source>
            <translation>Alle Tasten zurücksetzen</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Moves and doses</source>
            <translation>Übungen und Umfang</translation>
        </message>
        <message>
            <source>How often each move is done, how far you go, and whether in its gentler variant. The pace is set during a session, with {faster} and {slower}.</source>
            <translation>Wie oft du jede Übung machst, wie weit du gehst und ob in der sanfteren Variante. Das Tempo stellst du beim Üben ein, mit {faster} und {slower}.</translation>
        </message>
        <message>
            <source>Reset to routine defaults</source>
            <translation>Auf Vorgaben der Übungsfolge zurücksetzen</translation>
        </message>
        <message>
            <source>Doses, paces, ranges and variants</source>
            <translation>Anzahl, Tempo, Bewegungsumfang und Art</translation>
        </message>
        <message>
            <source>{move}, range</source>
            <translation>{move}, Bewegungsumfang</translation>
        </message>
        <message>
            <source>{move}, gentler</source>
            <translation>{move}, sanfter</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <source>Read from the mat</source>
            <translation>Lesen von der Matte</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Deine Daten</translation>
        </message>
        <message>
            <source>Everything stays on this computer.</source>
            <translation>Alles bleibt auf diesem Rechner.</translation>
        </message>
        <message>
            <source>Sound and voice</source>
            <translation>Klang und Stimme</translation>
        </message>
        <message>
            <source>Best available</source>
            <translation>Die beste verfügbare</translation>
        </message>
        <message>
            <source>Sound check</source>
            <translation>Hörprobe</translation>
        </message>
        <message>
            <source>A sentence as it will be spoken</source>
            <translation>Ein Satz, wie er gesprochen wird</translation>
        </message>
        <message>
            <source>Test voice</source>
            <translation>Stimme testen</translation>
        </message>
        <message>
            <source>Sounds</source>
            <translation>Klänge</translation>
        </message>
        <message>
            <source>All of them, one after the other</source>
            <translation>Alle nacheinander</translation>
        </message>
        <message>
            <source>Test sounds</source>
            <translation>Klänge testen</translation>
        </message>
        <message>
            <source>works</source>
            <translation>geht</translation>
        </message>
        <message>
            <source>not available here</source>
            <translation>hier nicht verfügbar</translation>
        </message>
        <message>
            <source>{number} s</source>
            <translation>{number} s</translation>
        </message>
        <message>
            <source>{number} m</source>
            <translation>{number} m</translation>
        </message>
        <message>
            <source>as the screen says</source>
            <translation>wie der Bildschirm sagt</translation>
        </message>
        <message>
            <source>{number} inches</source>
            <translation>{number} Zoll</translation>
        </message>
        <message>
            <source>{number}%</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>{amount}, as the routine has it</source>
            <translation>{amount}, wie in der Routine</translation>
        </message>
        <message>
            <source>The settings in {file} cannot be read ({why}); defaults are used.</source>
            <translation>Die Einstellungen in {file} lassen sich nicht lesen ({why}); es gelten die Vorgaben.</translation>
        </message>
        <message>
            <source>The settings in {file} are not a JSON object; defaults are used.</source>
            <translation>Die Einstellungen in {file} sind kein JSON-Objekt; es gelten die Vorgaben.</translation>
        </message>
        <message>
            <source>The setting {key} cannot be {found}; it has to be {wanted}. Its default is used.</source>
            <translation>Die Einstellung {key} kann nicht {found} sein, erlaubt ist: {wanted}. Es gilt die Vorgabe.</translation>
        </message>
        <message>
            <source>The settings cannot be saved in {file} ({why}).</source>
            <translation>Die Einstellungen lassen sich nicht in {file} speichern ({why}).</translation>
        </message>
        <message>
            <source>“Mirror” is now two choices in Settings. Yours became “Start with the left side”; a figure that faces you moves as in a mirror.</source>
            <translation>Aus „Spiegeln“ sind in den Einstellungen zwei geworden. Bei dir gilt jetzt „Mit der linken Seite beginnen“; eine Figur, die dich ansieht, bewegt sich wie im Spiegel.</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <source>one of {options}</source>
            <translation>eines von {options}</translation>
        </message>
        <message>
            <source>a number from {least} to {most}</source>
            <translation>eine Zahl von {least} bis {most}</translation>
        </message>
        <message>
            <source>a whole number from {least} to {most}</source>
            <translation>eine ganze Zahl von {least} bis {most}</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>a table of moves</source>
            <translation>eine Tabelle der Übungen</translation>
        </message>
        <message>
            <source>a table of keys</source>
            <translation>eine Tabelle der Tasten</translation>
        </message>
        <message>
            <source>four whole numbers</source>
            <translation>vier ganze Zahlen</translation>
        </message>
    </context>
    <context>
        <name>PreviewNote</name>
        <message>
            <source>Play only this move</source>
            <translation>Nur diese Übung</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>{file} cannot be used; `backstretch check {file}` says how to mend it.</source>
            <translation>{file} ist nicht zu gebrauchen; `backstretch check {file}` sagt, wie du es behebst.</translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s) there are faulty, too.</source>
            <translation>
                <numerusform>Dort hat noch %n Datei Fehler.</numerusform>
                <numerusform>Dort haben noch %n Dateien Fehler.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There is too much in {folder}: %n file(s) could not be read. Take some out.</source>
            <translation>
                <numerusform>In {folder} liegt zu viel: %n Datei wurde nicht gelesen. Nimm einige heraus.</numerusform>
                <numerusform>In {folder} liegt zu viel: %n Dateien wurden nicht gelesen. Nimm einige heraus.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
    </context>
    <context>
        <name>RailButton</name>
        <message>
            <source>shown now</source>
            <translation>wird gezeigt</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Back exercises in the last four weeks</source>
            <translation>Rückenübungen der letzten vier Wochen</translation>
        </message>
        <message>
            <source>… and {count} sessions before these.</source>
            <translation>… und davor noch {count} Einheiten.</translation>
        </message>
        <message>
            <source>{days} of practice, {sessions}, {minutes}.</source>
            <translation>{days} geübt, {sessions}, {minutes}.</translation>
        </message>
        <message numerus="yes">
            <source>The goal is %n day(s) a week.</source>
            <translation>
                <numerusform>Das Ziel: %n Tag pro Woche.</numerusform>
                <numerusform>Das Ziel: %n Tage pro Woche.</numerusform>
            </translation>
        </message>
        <message>
            <source>Stiffness on a scale from 0 to 10: on average {before} before and {after} after a session ({count} rated).</source>
            <translation>Steifheit auf einer Skala von 0 bis 10: im Schnitt {before} vor und {after} nach einer Einheit ({count} bewertet).</translation>
        </message>
        <message>
            <source>Day by day</source>
            <translation>Tag für Tag</translation>
        </message>
        <message>
            <source>Bars: minutes. Line: stiffness after a session, from 0 to 10.</source>
            <translation>Balken: Minuten. Linie: Steifheit nach einer Einheit, von 0 bis 10.</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>Übungen</translation>
        </message>
        <message>
            <source>Sessions, the last first</source>
            <translation>Einheiten, die letzte zuerst</translation>
        </message>
    </context>
    <context>
        <name>SafetyAdvice</name>
        <message>
            <source>Before you begin</source>
            <translation>Bevor du anfängst</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Ask a doctor or physiotherapist first if you have any of these</source>
            <translation>Frag zuerst eine Ärztin oder einen Physiotherapeuten bei</translation>
        </message>
        <message>
            <source>Stop and see a doctor at once if</source>
            <translation>Hör auf und geh sofort zum Arzt, wenn</translation>
        </message>
    </context>
    <context>
        <name>SessionDesk</name>
        <message numerus="yes">
            <source>%n move(s) left to do are not in the routine any more.</source>
            <translation>
                <numerusform>%n Übung, die noch offen war, steht nicht mehr in der Routine.</numerusform>
                <numerusform>%n Übungen, die noch offen waren, stehen nicht mehr in der Routine.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>Sound</name>
        <message>
            <source>No sound comes out: check that a loudspeaker is connected and switched on.</source>
            <translation>Es kommt kein Ton: Ist ein Lautsprecher angeschlossen und eingeschaltet?</translation>
        </message>
    </context>
    <context>
        <name>Stiffness</name>
        <message>
            <source>How stiff is your back?</source>
            <translation>Wie steif ist dein Rücken?</translation>
        </message>
        <message>
            <source>{number} of 10</source>
            <translation>{number} von 10</translation>
        </message>
        <message>
            <source>before the session</source>
            <translation>vor der Einheit</translation>
        </message>
    </context>
    <context>
        <name>StiffnessCard</name>
        <message>
            <source>0 = loose, 10 = very stiff (optional)</source>
            <translation>0 = locker, 10 = sehr steif (freiwillig)</translation>
        </message>
        <message>
            <source>before {before}</source>
            <translation>vorher {before}</translation>
        </message>
        <message>
            <source>before {before}, now {now}</source>
            <translation>vorher {before}, jetzt {now}</translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>How stiff is your back now?</source>
            <translation>Wie steif ist dein Rücken jetzt?</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Übung</translation>
        </message>
        <message>
            <source>Done</source>
            <comment>a heading: how many reps were done</comment>
            <translation>Geschafft</translation>
        </message>
        <message>
            <source>Left · right</source>
            <translation>Links · rechts</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>open</source>
            <translation>aufgeklappt</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>zugeklappt</translation>
        </message>
        <message>
            <source>Well done.</source>
            <translation>Gut gemacht.</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Geschafft.</translation>
        </message>
        <message>
            <source>Every minute counts.</source>
            <translation>Jede Minute zählt.</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} min {seconds} s</translation>
        </message>
        <message>
            <source>Your first session is done. The next one will feel familiar.</source>
            <translation>Deine erste Einheit ist geschafft. Die nächste wird dir schon vertraut sein.</translation>
        </message>
        <message numerus="yes">
            <source>That makes %n day(s) this week: your goal is reached.</source>
            <translation>
                <numerusform>Das war dein Tag für diese Woche: Ziel erreicht.</numerusform>
                <numerusform>Das war Tag %n in dieser Woche: Ziel erreicht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You did %n rep(s).</source>
            <translation>
                <numerusform>Du hast %n Wiederholung geschafft.</numerusform>
                <numerusform>Du hast %n Wiederholungen geschafft.</numerusform>
            </translation>
        </message>
        <message>
            <source>You did {done} of {planned} moves in full.</source>
            <translation>Du hast {done} von {planned} Übungen ganz geschafft.</translation>
        </message>
        <message>
            <source>You did every rep, and as many to the left as to the right.</source>
            <translation>Du hast alle Wiederholungen geschafft, links so viele wie rechts.</translation>
        </message>
        <message>
            <source>You did every rep.</source>
            <translation>Du hast alle Wiederholungen geschafft.</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) this week</source>
            <translation>
                <numerusform>%n Tag in dieser Woche</numerusform>
                <numerusform>%n Tage in dieser Woche</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} von %n Tag</numerusform>
                <numerusform>{done} von %n Tagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n move(s)</source>
            <translation>
                <numerusform>%n Übung</numerusform>
                <numerusform>%n Übungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n rep(s)</source>
            <translation>
                <numerusform>{done} von %n Wiederholung</numerusform>
                <numerusform>{done} von %n Wiederholungen</numerusform>
            </translation>
        </message>
        <message>
            <source>left {left}, right {right}</source>
            <translation>links {left}, rechts {right}</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <source>{told}, gentler</source>
            <translation>{told}, sanfter</translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <source>Summary</source>
            <translation>Rückblick</translation>
        </message>
        <message>
            <source>Undo the skip</source>
            <translation>Überspringen rückgängig machen</translation>
        </message>
        <message>
            <source>Save as picture</source>
            <translation>Als Bild speichern</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Good morning.</source>
            <translation>Guten Morgen.</translation>
        </message>
        <message>
            <source>Good afternoon.</source>
            <translation>Guten Tag.</translation>
        </message>
        <message>
            <source>Good evening.</source>
            <translation>Guten Abend.</translation>
        </message>
        <message>
            <source>Hello.</source>
            <translation>Hallo.</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) for your back</source>
            <translation>
                <numerusform>%n Minute für deinen Rücken</numerusform>
                <numerusform>%n Minuten für deinen Rücken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n move(s)</source>
            <translation>
                <numerusform>%n Übung</numerusform>
                <numerusform>%n Übungen</numerusform>
            </translation>
        </message>
        <message>
            <source>done at {time}</source>
            <translation>fertig um {time}</translation>
        </message>
        <message>
            <source>This week · {minutes} min</source>
            <translation>Diese Woche · {minutes} min</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n Tag</numerusform>
                <numerusform>%n Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} von %n Tag</numerusform>
                <numerusform>{done} von %n Tagen</numerusform>
            </translation>
        </message>
        <message>
            <source>{day} {minutes} min</source>
            <translation>{day} {minutes} min</translation>
        </message>
        <message>
            <source>No practice yet this week</source>
            <translation>Diese Woche noch nicht geübt</translation>
        </message>
        <message>
            <source>Your first session will show here. A few minutes on the mat are enough.</source>
            <translation>Deine erste Einheit erscheint hier. Ein paar Minuten auf der Matte genügen.</translation>
        </message>
        <message>
            <source>A fresh week. Today is a good day to begin it.</source>
            <translation>Eine neue Woche. Heute ist ein guter Tag, um sie zu beginnen.</translation>
        </message>
        <message>
            <source>Pick up where you stopped ({day}): move {move}, {title}, rep {rep}</source>
            <translation>Mach weiter, wo du aufgehört hast ({day}): Übung {move}, {title}, Wiederholung {rep}</translation>
        </message>
        <message>
            <source>Pick up where you stopped ({day}): move {move}, {title}</source>
            <translation>Mach weiter, wo du aufgehört hast ({day}): Übung {move}, {title}</translation>
        </message>
        <message>
            <source>Your last session ({day}) can't be continued: the moves that were left are no longer in its routine. What you did is kept.</source>
            <translation>Deine letzte Einheit ({day}) lässt sich nicht fortsetzen: Die übrigen Übungen stehen nicht mehr in ihrer Routine. Was du geübt hast, bleibt erhalten.</translation>
        </message>
        <message>
            <source>Three good sessions in a row. Try {next} of {title}?</source>
            <translation>Drei gute Einheiten in Folge. Bei {title} einmal {next} probieren?</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Play only this move</source>
            <translation>Nur diese Übung</translation>
        </message>
        <message>
            <source>Earlier in today's order</source>
            <translation>Heute früher</translation>
        </message>
        <message>
            <source>Later in today's order</source>
            <translation>Heute später</translation>
        </message>
        <message>
            <source>The usual order</source>
            <translation>Die übliche Reihenfolge</translation>
        </message>
        <message>
            <source>Preview {move}</source>
            <translation>{move} ansehen</translation>
        </message>
        <message>
            <source>{move}: one fewer</source>
            <translation>{move}: eins weniger</translation>
        </message>
        <message>
            <source>{move}: one more</source>
            <translation>{move}: eins mehr</translation>
        </message>
        <message>
            <source>{move}: move with the arrow keys</source>
            <translation>{move}: mit den Pfeiltasten verschieben</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Von vorn beginnen</translation>
        </message>
        <message>
            <source>Before you begin</source>
            <translation>Bevor du anfängst</translation>
        </message>
        <message>
            <source>How stiff is your back right now?</source>
            <translation>Wie steif ist dein Rücken gerade?</translation>
        </message>
        <message>
            <source>Routine</source>
            <translation>Übungsfolge</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
    </context>
    <context>
        <name>Trouble</name>
        <message>
            <source>What you do is kept in memory and tried again by itself.</source>
            <translation>Was du tust, bleibt im Arbeitsspeicher; das Speichern wird von selbst wieder versucht.</translation>
        </message>
        <message>
            <source>The disk is full ({place}).</source>
            <translation>Der Datenträger ist voll ({place}).</translation>
        </message>
        <message>
            <source>The disk refused to write {place}.</source>
            <translation>Der Datenträger konnte {place} nicht schreiben.</translation>
        </message>
        <message>
            <source>{place} may not be written.</source>
            <translation>{place} darf nicht beschrieben werden.</translation>
        </message>
        <message>
            <source>The folder of {place} is gone.</source>
            <translation>Der Ordner von {place} ist weg.</translation>
        </message>
        <message>
            <source>Another program holds {place}.</source>
            <translation>Ein anderes Programm hält {place} fest.</translation>
        </message>
        <message>
            <source>A newer Backstretch wrote {place}; install that one.</source>
            <translation>Ein neueres Backstretch hat {place} geschrieben; installiere jenes.</translation>
        </message>
        <message>
            <source>Today's backup could not be made ({place}).</source>
            <translation>Die heutige Sicherung ließ sich nicht anlegen ({place}).</translation>
        </message>
        <message>
            <source>All that was kept in memory is saved.</source>
            <translation>Alles, was im Arbeitsspeicher lag, ist gespeichert.</translation>
        </message>
        <message>
            <source>What could not be saved last time is in the history now.</source>
            <translation>Was beim letzten Mal nicht gespeichert werden konnte, steht jetzt im Verlauf.</translation>
        </message>
        <message>
            <source>What could not be saved last time is in {place}, which is damaged.</source>
            <translation>Was beim letzten Mal nicht gespeichert werden konnte, liegt in {place}; diese Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>The history was damaged. It is set aside as {kept}; the backup {backup} is in its place.</source>
            <translation>Der Verlauf war beschädigt. Er liegt jetzt in {kept}; an seine Stelle trat die Sicherung {backup}.</translation>
        </message>
        <message>
            <source>The history was damaged and is set aside as {kept}; a new one is begun.</source>
            <translation>Der Verlauf war beschädigt und liegt jetzt in {kept}; ein neuer ist begonnen.</translation>
        </message>
        <message>
            <source>{file} cannot be written ({why}).</source>
            <translation>{file} lässt sich nicht schreiben ({why}).</translation>
        </message>
        <message>
            <source>A newer Backstretch wrote {place}; install that one to read it.</source>
            <translation>Ein neueres Backstretch hat {place} geschrieben; installiere jenes, um den Verlauf zu lesen.</translation>
        </message>
        <message>
            <source>The history in {place} cannot be read now. It is mended, as far as it can be, when the next session is written.</source>
            <translation>Der Verlauf in {place} lässt sich gerade nicht lesen. Er wird, so weit es geht, repariert, wenn die nächste Einheit geschrieben wird.</translation>
        </message>
        <message>
            <source>{file} is no export of Backstretch.</source>
            <translation>{file} ist kein Export von Backstretch.</translation>
        </message>
        <message>
            <source>{file} was written by a newer Backstretch; install that one to import it.</source>
            <translation>{file} stammt von einem neueren Backstretch; installiere jenes, um die Datei zu importieren.</translation>
        </message>
        <message>
            <source>{file} is damaged ({where}); nothing of it was imported. Export it again.</source>
            <translation>{file} ist beschädigt ({where}); nichts davon wurde importiert. Exportiere die Datei noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>Unsaved</name>
        <message>
            <source>It is kept in a file of its own, and the next start tries again.</source>
            <translation>Es liegt in einer eigenen Datei, und der nächste Start versucht es noch einmal.</translation>
        </message>
        <message>
            <source>Close, save next time</source>
            <translation>Schließen, nächstes Mal speichern</translation>
        </message>
        <message>
            <source>If you close now, it is lost.</source>
            <translation>Wenn du jetzt schließt, ist es verloren.</translation>
        </message>
        <message>
            <source>Close and lose it</source>
            <translation>Schließen und verlieren</translation>
        </message>
        <message>
            <source>What you did last could not be written to the history.</source>
            <translation>Was du zuletzt gemacht hast, konnte nicht in den Verlauf geschrieben werden.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Save elsewhere…</source>
            <translation>Anderswo speichern …</translation>
        </message>
        <message>
            <source>Not everything is saved</source>
            <translation>Noch nicht alles gespeichert</translation>
        </message>
    </context>
    <context>
        <name>Voice</name>
        <message>
            <source>Recorded, a woman's voice</source>
            <translation>Aufgenommen, Frauenstimme</translation>
        </message>
        <message>
            <source>Recorded, a man's voice</source>
            <translation>Aufgenommen, Männerstimme</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>Die des Systems</translation>
        </message>
        <message>
            <source>recorded with Kokoro-82M (Apache-2.0)</source>
            <translation>aufgenommen mit Kokoro-82M (Apache-2.0)</translation>
        </message>
        <message>
            <source>The voice is starting.</source>
            <translation>Die Stimme startet.</translation>
        </message>
        <message>
            <source>No voice was found. Add one in the system's speech settings.</source>
            <translation>Keine Stimme gefunden. Füge eine in den Spracheinstellungen des Systems hinzu.</translation>
        </message>
        <message>
            <source>No voice was found. On Debian and Ubuntu: sudo apt install espeak-ng (or speech-dispatcher with speech-dispatcher-espeak-ng).</source>
            <translation>Keine Stimme gefunden. Unter Debian und Ubuntu: sudo apt install espeak-ng (oder speech-dispatcher mit speech-dispatcher-espeak-ng).</translation>
        </message>
    </context>
</TS>
