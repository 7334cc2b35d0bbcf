#pragma once

#include "app/queue/RowSource.h"

namespace sipenduduk {

class Session;

/// What the office finds for a number, a NIK or a name. The text may be a NIK: it is sent to the
/// office and goes nowhere else.
class SearchFeed : public RowSource
{
    Q_OBJECT
public:
    static constexpr int MinLength = 3; ///< as the office has it
    static constexpr int MaxLength = 100;

    SearchFeed(Session &session, const KatalogLayanan &katalog, QObject *parent);

    void search(const QString &text);
    void reload() override;

private:
    Session &m_session;
    QString m_text;
    int m_round = 0;
};

} // namespace sipenduduk
