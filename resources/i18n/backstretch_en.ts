<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Practice</name>
        <message numerus="yes">
            <source>%n each side</source>
            <translation>
                <numerusform>%n each side</numerusform>
                <numerusform>%n each side</numerusform>
            </translation>
        </message>
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
    </context>
    <context>
        <name>Today</name>
        <message numerus="yes">
            <source>%n minute(s) for your back.</source>
            <translation>
                <numerusform>%n minute for your back.</numerusform>
                <numerusform>%n minutes for your back.</numerusform>
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
            <source>%n each side</source>
            <translation>
                <numerusform>%n each side</numerusform>
                <numerusform>%n each side</numerusform>
            </translation>
        </message>
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
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
</TS>
