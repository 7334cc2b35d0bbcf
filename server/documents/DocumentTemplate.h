#pragma once

#include "common/Result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sipenduduk {

/// A step of a template: either a mark-up block or a directive ("@space 8").
struct TemplatePart
{
    QString directive; ///< without '@'; empty for a mark-up block
    QString text;      ///< mustache source: the directive's arguments or the block's HTML
    bool operator==(const TemplatePart &) const = default;
};

/// A file of resources/documents cut into steps, before any value is put in, so that no value
/// can ever act as a directive. The format is described in resources/documents/README.md.
struct DocumentTemplate
{
    QList<TemplatePart> body;
    QList<TemplatePart> closing; ///< stands just above the place of the signature
    QList<TemplatePart> note;    ///< stands at its left
};

/// Reads `:/sipenduduk/documents/NAME.mustache`. Internal when it is missing.
[[nodiscard]] Result<DocumentTemplate> loadDocumentTemplate(const QString &name);

/// The arguments of a directive, parted by " | ".
[[nodiscard]] QStringList templateArguments(const TemplatePart &part);

/// What is special to one output whose layout is shared: titles, wording, fields not printed.
/// Source: resources/documents/outputs.json.
struct OutputWording
{
    QString layout; ///< name of the template, or "kartu-keluarga"
    QString name;   ///< "Kutipan Akta Kematian"
    QString nameEnglish;
    QString basis;        ///< "Akta Kematian"
    QString basisEnglish; ///< "Death Certificate"
    QString opening;
    QString closing;
    QStringList omit; ///< field codes that are not printed; "saksi*" stands for all that begin so
};

[[nodiscard]] Result<OutputWording> outputWording(const QString &output);
[[nodiscard]] QStringList knownOutputs();

} // namespace sipenduduk
