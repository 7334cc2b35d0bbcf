#include "app/signing/SigningWords.h"

#include "app/words/Words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct SigningTr
{
    Q_DECLARE_TR_FUNCTIONS(SigningWords)
};

QString offerProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Incomplete:
        return SigningTr::tr(
            "Not every page of the drafts was shown to you yet. Look through all of "
            "them before you sign.");
    case ErrorCode::FourEyes:
        return SigningTr::tr(
            "You gave a paraf on this permohonan yourself. Another person must sign "
            "it.");
    default: return words::ofError(error);
    }
}

QString expiryProblem(const Error &error)
{
    return error.detail.contains("not yet valid"_L1)
        ? SigningTr::tr(
              "This certificate is not valid yet. Check the date of this computer and the "
              "certificate.")
        : SigningTr::tr("This certificate has expired. Ask the certification authority for a new "
                        "one.");
}

/// What only a token says.
QString tokenProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongPin:
        return SigningTr::tr("The token did not accept the PIN. It locks after a few tries: make "
                             "sure of the PIN before you type again.");
    case ErrorCode::Locked:
        return SigningTr::tr(
            "The token is locked after too many wrong PINs. Unlock it with its PUK "
            "in the token's own software, or ask whoever issued it.");
    case ErrorCode::NotFound:
        return error.detail == "module"_L1
            ? SigningTr::tr("The driver of the token is not on this computer.")
            : SigningTr::tr("The token is gone. Plug it in again and repeat the signing.");
    case ErrorCode::Busy:
        return error.detail == "cancelled at the reader"_L1
            ? SigningTr::tr("The PIN was cancelled at the reader.")
            : SigningTr::tr("Another part of this computer is using the token. Try again.");
    case ErrorCode::Incomplete:
        return SigningTr::tr("The private key of this certificate is not on the token.");
    case ErrorCode::Unsupported:
        return SigningTr::tr("This token cannot sign: its key is neither an RSA key of at least "
                             "2048 bits nor a P-256 or P-384 key, or its driver does not start.");
    case ErrorCode::Internal:
        return SigningTr::tr("The token did not sign. Take it out, plug it in again and repeat the "
                             "signing.");
    default: return {};
    }
}

QString keyProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongPin: return SigningTr::tr("The PIN is wrong. Type it again.");
    case ErrorCode::NotFound:
        return SigningTr::tr("The key file cannot be read. Is the flash drive plugged in?");
    case ErrorCode::TooLarge:
    case ErrorCode::Malformed:
        return SigningTr::tr("This file is not a key file (PKCS#12), or it is damaged. Choose the "
                             "file that you got with the certificate, ending in .p12 or .pfx.");
    case ErrorCode::Incomplete:
        return SigningTr::tr("This file holds no private key with its certificate. Choose the file "
                             "that you got with the certificate.");
    case ErrorCode::Unsupported:
        return SigningTr::tr(
            "This key cannot be used: it is neither an RSA key of at least 2048 bits nor a P-256 or "
            "P-384 key, or a part of the cryptography is missing on this computer.");
    case ErrorCode::Expired: return expiryProblem(error);
    case ErrorCode::Forbidden:
        return SigningTr::tr("This certificate is not meant for signatures. Choose the one for "
                             "electronic signatures.");
    case ErrorCode::Untrusted:
        return error.detail.contains("no certificate"_L1)
            ? SigningTr::tr(
                  "The office has no certificate registered for you. Ask the administrator "
                  "to register it.")
            : SigningTr::tr(
                  "This is not the certificate that is registered for you. Choose the right "
                  "key, or ask the administrator to register this one.");
    default: return words::ofError(error);
    }
}

QString signatureProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Tampered:
        return SigningTr::tr("The draft is not the one that was approved, or the signature did not "
                             "stand the check. Nothing was signed. Tell the administrator.");
    case ErrorCode::Busy: return SigningTr::tr("The signing was stopped. Nothing was signed.");
    case ErrorCode::Malformed:
    case ErrorCode::InvalidArgument:
    case ErrorCode::Unsupported:
    case ErrorCode::TooLarge:
        return SigningTr::tr("This draft cannot be signed as it is. Return it so that it is made "
                             "anew.");
    default: return keyProblem(error);
    }
}

QString sendingProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Tampered:
    case ErrorCode::Malformed:
        return SigningTr::tr("The office did not accept the signature: it does not belong to the "
                             "approved draft. Load the permohonan again and repeat the signing.");
    case ErrorCode::Untrusted:
        return SigningTr::tr(
            "The office does not trust this certificate or it is not the registered "
            "one. Ask the administrator.");
    case ErrorCode::Network:
        return SigningTr::tr(
            "The line broke while the signatures were handed over. It is not known "
            "whether they arrived: look into the list before you sign again.");
    case ErrorCode::Expired:
        return SigningTr::tr("The office did not accept the signature: the certificate is out of "
                             "date by the clock of the office.");
    default: return offerProblem(error);
    }
}

} // namespace

QString attentionText(const protocol::SignableRow &row)
{
    QStringList parts;
    for (const SigningRisk risk : row.risks) {
        switch (risk) {
        case SigningRisk::NewClerk: parts.append(SigningTr::tr("new clerk")); break;
        case SigningRisk::CorrectedDraft: parts.append(SigningTr::tr("corrected draft")); break;
        case SigningRisk::RareLayanan: parts.append(SigningTr::tr("rare dokumen")); break;
        }
    }
    if (!row.isReady)
        parts.append(SigningTr::tr("receive it and look through its pages"));
    else if (row.seenPages < row.pageCount)
        parts.append(SigningTr::tr("spared by the sample"));
    return parts.join(u", "_s);
}

QString signingProblem(SigningStage stage, const Error &error, bool isToken)
{
    const bool isCancelled = error.code == ErrorCode::Busy && error.detail == "cancelled"_L1;
    const bool isAboutDraft =
        stage == SigningStage::Signing && error.code == ErrorCode::Unsupported;
    if (isToken && !isCancelled && !isAboutDraft
        && (stage == SigningStage::Key || stage == SigningStage::Signing)) {
        if (const QString text = tokenProblem(error); !text.isEmpty())
            return text;
    }
    switch (stage) {
    case SigningStage::Offer: return offerProblem(error);
    case SigningStage::Drafts: return signatureProblem(error);
    case SigningStage::Key: return keyProblem(error);
    case SigningStage::Signing: return signatureProblem(error);
    case SigningStage::Sending: return sendingProblem(error);
    }
    return {};
}

} // namespace sipenduduk
