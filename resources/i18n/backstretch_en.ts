<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Doses</name>
        <message numerus="yes">
            <source>%n breath(s)</source>
            <translation>
                <numerusform>%n breath</numerusform>
                <numerusform>%n breaths</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n round(s)</source>
            <translation>
                <numerusform>%n round</numerusform>
                <numerusform>%n rounds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bend(s)</source>
            <translation>
                <numerusform>%n bend</numerusform>
                <numerusform>%n bends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rep(s)</source>
            <translation>
                <numerusform>%n rep</numerusform>
                <numerusform>%n reps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n each side</source>
            <translation>
                <numerusform>%n each side</numerusform>
                <numerusform>%n each side</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message numerus="yes">
            <source>Rest for %n minute(s).</source>
            <translation>
                <numerusform>Rest for %n minute.</numerusform>
                <numerusform>Rest for %n minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n day(s) a week</source>
            <translation>
                <numerusform>%n day a week</numerusform>
                <numerusform>%n days a week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} of %n day</numerusform>
                <numerusform>{done} of %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more day(s) for your goal</source>
            <translation>
                <numerusform>%n more day for your goal</numerusform>
                <numerusform>%n more days for your goal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) more than the week before</source>
            <translation>
                <numerusform>%n minute more than the week before</numerusform>
                <numerusform>%n minutes more than the week before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) less than the week before</source>
            <translation>
                <numerusform>%n minute less than the week before</numerusform>
                <numerusform>%n minutes less than the week before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more to the left</source>
            <translation>
                <numerusform>%n more to the left</numerusform>
                <numerusform>%n more to the left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more to the right</source>
            <translation>
                <numerusform>%n more to the right</numerusform>
                <numerusform>%n more to the right</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryDesk</name>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup(s)</source>
            <translation>
                <numerusform>%n backup</numerusform>
                <numerusform>%n backups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s) written to {file}.</source>
            <translation>
                <numerusform>%n session written to {file}.</numerusform>
                <numerusform>%n sessions written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message numerus="yes">
            <source>%n session(s) imported. What was there already stayed.</source>
            <translation>
                <numerusform>%n session imported. What was there already stayed.</numerusform>
                <numerusform>%n sessions imported. What was there already stayed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Numbers</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message numerus="yes">
            <source>%n more file(s) there are faulty, too.</source>
            <translation>
                <numerusform>%n more file there is faulty, too.</numerusform>
                <numerusform>%n more files there are faulty, too.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There is too much in {folder}: %n file(s) could not be read. Take some out.</source>
            <translation>
                <numerusform>There is too much in {folder}: %n file could not be read. Take some out.</numerusform>
                <numerusform>There is too much in {folder}: %n files could not be read. Take some out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>The goal is %n day(s) a week.</source>
            <translation>
                <numerusform>The goal is %n day a week.</numerusform>
                <numerusform>The goal is %n days a week.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionDesk</name>
        <message numerus="yes">
            <source>%n move(s) left to do are not in the routine any more.</source>
            <translation>
                <numerusform>%n move left to do is not in the routine any more.</numerusform>
                <numerusform>%n moves left to do are not in the routine any more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message numerus="yes">
            <source>That makes %n day(s) this week: your goal is reached.</source>
            <translation>
                <numerusform>That makes %n day this week: your goal is reached.</numerusform>
                <numerusform>That makes %n days this week: your goal is reached.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You did %n rep(s).</source>
            <translation>
                <numerusform>You did %n rep.</numerusform>
                <numerusform>You did %n reps.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) this week</source>
            <translation>
                <numerusform>%n day this week</numerusform>
                <numerusform>%n days this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} of %n day</numerusform>
                <numerusform>{done} of %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n move(s)</source>
            <translation>
                <numerusform>%n move</numerusform>
                <numerusform>%n moves</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n rep(s)</source>
            <translation>
                <numerusform>{done} of %n rep</numerusform>
                <numerusform>{done} of %n reps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message numerus="yes">
            <source>%n minute(s) for your back</source>
            <translation>
                <numerusform>%n minute for your back</numerusform>
                <numerusform>%n minutes for your back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n move(s)</source>
            <translation>
                <numerusform>%n move</numerusform>
                <numerusform>%n moves</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n day(s)</source>
            <translation>
                <numerusform>{done} of %n day</numerusform>
                <numerusform>{done} of %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>
