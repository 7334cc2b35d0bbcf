#pragma once

#include "app/net/Session.h"
#include "common/KatalogLayanan.h"
#include "tests/support/FakeOffice.h"

#include <QSettings>
#include <QTemporaryDir>

class QWidget;

namespace sipenduduk::test {

/// What a screen needs to be tested: an office on loopback, a session, the real catalogue, and
/// settings of its own. Sets the Indonesian language and the program's theme, once.
struct TestDesk
{
    TestDesk();

    /// Logs in as the officer of FakeOffice; the test fails when that does not work.
    void logIn();
    [[nodiscard]] Endpoint endpoint() const;

    FakeOffice office;
    Session session;
    QTemporaryDir folder;
    QSettings settings;
};

/// The catalogue of the program.
[[nodiscard]] const KatalogLayanan &testKatalog();

/// Shortest waits for tests of lost lines.
[[nodiscard]] SessionTimes testTimes();

/// Rows as a queue shows them, numbered from 1, the first one waiting longest.
[[nodiscard]] QList<PermohonanRow> testRows(int count);
[[nodiscard]] protocol::QueuePage testPage(const QList<PermohonanRow> &rows, bool isLast = true);

/// A permohonan in the hands of the Kasi with a kartu kendali of some steps, and two notes.
[[nodiscard]] Permohonan testPermohonan();

/// Saves a picture of the widget as NAME.png when the environment names a folder in
/// SIPENDUDUK_SHOTS; else does nothing.
void shoot(QWidget &widget, const QString &name);

} // namespace sipenduduk::test
