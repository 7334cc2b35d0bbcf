#pragma once

#include "common/tte/TimestampClient.h"

#include <QCommandLineParser>

namespace sipenduduk {

/// The options that name time stamp authorities.
class StampOptions
{
public:
    StampOptions();

    void addTo(QCommandLineParser &parser) const;

    [[nodiscard]] bool areSet(const QCommandLineParser &parser) const;

    /// What they say. NotFound, TooLarge or Malformed for a root that cannot be read.
    [[nodiscard]] Result<TimestampSettings> settings(const QCommandLineParser &parser) const;

private:
    QCommandLineOption m_address;
    QCommandLineOption m_policy;
    QCommandLineOption m_root;
};

} // namespace sipenduduk
