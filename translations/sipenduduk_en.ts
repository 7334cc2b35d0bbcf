<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::BerkasPanel</name>
    <message numerus="yes">
        <source>Questions (%n open)</source>
        <translation>
            <numerusform>Questions (%n open)</numerusform>
            <numerusform>Questions (%n open)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::DataPanel</name>
    <message numerus="yes">
        <source>%n error(s) to mend</source>
        <translation>
            <numerusform>%n error to mend</numerusform>
            <numerusform>%n errors to mend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): a reason is needed</source>
        <translation>
            <numerusform>%n warning: a reason is needed</numerusform>
            <numerusform>%n warnings: a reason is needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), accepted with a reason</source>
        <translation>
            <numerusform>%n warning, accepted with a reason</numerusform>
            <numerusform>%n warnings, accepted with a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::KartuKendaliView</name>
    <message numerus="yes">
        <source>%n lines, oldest first</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines, oldest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::MainWindow</name>
    <message numerus="yes">
        <source>Type at least %n characters to search.</source>
        <translation>
            <numerusform>Type at least %n character to search.</numerusform>
            <numerusform>Type at least %n characters to search.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::PermohonanPage</name>
    <message numerus="yes">
        <source>%n page(s) of the drafts were not shown to you yet.</source>
        <translation>
            <numerusform>%n page of the drafts was not shown to you yet.</numerusform>
            <numerusform>%n pages of the drafts were not shown to you yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::QueuePage</name>
    <message numerus="yes">
        <source>First %n permohonan shown</source>
        <translation>
            <numerusform>First permohonan shown</numerusform>
            <numerusform>First %n permohonan shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan</source>
        <translation>
            <numerusform>%n permohonan</numerusform>
            <numerusform>%n permohonan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningDialog</name>
    <message numerus="yes">
        <source>%n dokumen of this permohonan get the signature.</source>
        <translation>
            <numerusform>%n dokumen of this permohonan gets the signature.</numerusform>
            <numerusform>%n dokumen of this permohonan get the signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan: %1</source>
        <translation>
            <numerusform>%n permohonan: %1</numerusform>
            <numerusform>%n permohonan: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan signed.</source>
        <translation>
            <numerusform>%n permohonan signed.</numerusform>
            <numerusform>%n permohonan signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permohonan not signed; they wait as before. Point at a line to see why.</source>
        <translation>
            <numerusform>%n permohonan not signed; it waits as before. Point at its line to see why.</numerusform>
            <numerusform>%n permohonan not signed; they wait as before. Point at a line to see why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sipenduduk::SigningPage</name>
    <message numerus="yes">
        <source>&amp;Sign %n permohonan …</source>
        <translation>
            <numerusform>&amp;Sign %n permohonan …</numerusform>
            <numerusform>&amp;Sign %n permohonan …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dokumen get the signature.</source>
        <translation>
            <numerusform>%n dokumen gets the signature.</numerusform>
            <numerusform>%n dokumen get the signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait, %1 ready</source>
        <translation>
            <numerusform>%n waits, %1 ready</numerusform>
            <numerusform>%n wait, %1 ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n that wait, %1 ready</source>
        <translation>
            <numerusform>The first %n that waits, %1 ready</numerusform>
            <numerusform>The first %n that wait, %1 ready</numerusform>
        </translation>
    </message>
</context>
</TS>
