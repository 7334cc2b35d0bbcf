#include "common/protocol/SigningMessages.h"

#include "common/protocol/ValueVisits.h"

namespace sipenduduk::protocol {

namespace {

constexpr qsizetype MaxAppendix = 256 * 1024;
constexpr qsizetype MaxDokumen = 8;
constexpr qsizetype MaxTimestampUrls = 4;
constexpr qsizetype MaxRisks = 8;
constexpr qsizetype MaxSignable = 500;
constexpr qsizetype MaxRootsPem = 256 * 1024;

} // namespace

template <Is<DokumenToSign> S>
void visit(S &m, auto &v)
{
    v(1, m.dokumen);
    v(2, m.draftSha256, 32);
    v(3, m.parafChain);
    v(4, m.verifyUrl, 300);
}

template <Is<SigningOffer> S>
void visit(S &m, auto &v)
{
    v(1, m.version);
    v(2, m.titleLines, 6);
    v(3, m.name, 200);
    v(4, m.nip, 32);
    v(5, m.certificate, 16 * 1024);
    v(6, m.dokumenList, MaxDokumen);
    v(7, m.at);
    v(8, m.timestampUrls, MaxTimestampUrls);
    v(9, m.timestampPolicy, 100);
    v(10, m.rootsPem, MaxRootsPem);
    v(11, m.pinDokumen);
    v(12, m.pinMinutes);
}

template <Is<OfferSigning> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
}

template <Is<SignedDokumen> S>
void visit(S &m, auto &v)
{
    v(1, m.dokumen);
    v(2, m.draftSha256, 32);
    v(3, m.appendix, MaxAppendix);
}

template <Is<SignSet> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.version);
    v(3, m.signatures, MaxDokumen);
}

template <Is<SignableRow> S>
void visit(S &m, auto &v)
{
    v(1, m.row);
    v(2, m.dokumenCount);
    v(3, m.pageCount);
    v(4, m.seenPages);
    v(5, m.isReady);
    v(6, m.mustBeSeen);
    v(7, m.risks, MaxRisks);
}

template <Is<SignableList> S>
void visit(S &m, auto &v)
{
    v(1, m.rows, MaxSignable);
    v(2, m.isComplete);
}

template <Is<ListSignable> S>
void visit(S &m, auto &v)
{
    v(1, m.limit);
}

SIPENDUDUK_MESSAGE(SignableList);
SIPENDUDUK_MESSAGE(ListSignable);
SIPENDUDUK_MESSAGE(SigningOffer);
SIPENDUDUK_MESSAGE(OfferSigning);
SIPENDUDUK_MESSAGE(SignSet);

} // namespace sipenduduk::protocol
