#pragma once

#include "app/net/ConnectionState.h"
#include "common/Alur.h"
#include "common/Delivery.h"
#include "common/KartuKendali.h"
#include "common/Permohonan.h"
#include "common/Result.h"
#include "common/Temuan.h"
#include "common/protocol/QueueMessages.h"

#include <QDate>
#include <QDateTime>
#include <QString>

/// How the client words what the office and the rules say in codes. Every text is translated.
namespace sipenduduk::words {

/// A whole sentence for the officer who asked: what went wrong and what to do about it.
[[nodiscard]] QString ofError(const Error &error);
/// Why a PDF of SIAK cannot become a draft; empty when the detail is no SiakPdfReason.
[[nodiscard]] QString ofSiakPdf(const Error &error);
[[nodiscard]] QString ofProblem(ConnectionProblem problem);
[[nodiscard]] QString ofState(ConnectionState state); ///< one or two words for the status bar
[[nodiscard]] QString ofLogout(LogoutReason reason);  ///< empty for one's own wish

[[nodiscard]] QString ofStatus(Status status);
[[nodiscard]] QString ofRole(Role role);         ///< as a column or a heading: "Front office"
[[nodiscard]] QString ofAction(Action action);   ///< as a button
[[nodiscard]] QString doneAction(Action action); ///< as a line of the kartu kendali
[[nodiscard]] QString ofVerdict(Verdict verdict);
[[nodiscard]] QString ofLineKind(LineKind kind);
[[nodiscard]] QString ofDelivery(Delivery delivery);
[[nodiscard]] QString ofView(protocol::QueueView view);
[[nodiscard]] QString ofFinding(const Finding &finding); ///< a whole sentence
[[nodiscard]] QString ofLevel(FindingLevel level);
/// What a guard asks for, as the reason why a button is grey; empty for Guard::None.
[[nodiscard]] QString ofGuard(Guard guard);

/// Office time (UTC+7) whatever the clock of this computer is set to.
[[nodiscard]] QString dateTime(const QDateTime &utc);      ///< 22 Nov 2026 09.15
[[nodiscard]] QString exactDateTime(const QDateTime &utc); ///< 22 Nov 2026 09.15.42
[[nodiscard]] QString date(const QDate &date);
/// "3 minutes", "2 hours 5 minutes", "4 days"; less than a minute is "under a minute".
[[nodiscard]] QString duration(qint64 milliseconds);
/// First eight hex digits, enough to compare by eye; empty for an empty hash.
[[nodiscard]] QString shortHash(const QByteArray &sha256);

} // namespace sipenduduk::words
