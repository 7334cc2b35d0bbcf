#include "common/protocol/WorkMessages.h"

#include "common/protocol/ValueVisits.h"

namespace sipenduduk::protocol {

template <Is<ClaimReply> S>
void visit(S &m, auto &v)
{
    v(1, m.until);
}

template <Is<Claim> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
}

template <Is<ReleaseClaim> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
}

template <Is<ActReply> S>
void visit(S &m, auto &v)
{
    v(1, m.version);
    v(2, m.status);
    v(3, m.holder);
}

template <Is<Act> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.version);
    v(4, m.action);
    v(5, m.note, 2000);
    v(6, m.defects, 64);
    v(7, m.dokumen);
    v(8, m.address, 254);
}

template <Is<SaveData> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.version);
    v(4, m.data, 20'000);
    v(5, m.siakNumber, 64);
    v(6, m.warningReason, 1000);
}

template <Is<BerkasVerdict> S>
void visit(S &m, auto &v)
{
    v(1, m.berkas);
    v(2, m.verdict);
    v(3, m.solution, 1000);
}

template <Is<JudgeBerkas> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.version);
    v(4, m.verdicts, 200);
    v(5, m.answers);
    v(6, m.isAnswersConfirmed);
}

template <Is<AddNote> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.text, 2000);
}

template <Is<MakeDrafts> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.version);
}

template <Is<UploadDraft> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.duty);
    v(3, m.version);
    v(4, m.dokumen);
    v(5, m.sha256, 32);
}

template <Is<RecordView> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.dokumen);
    v(3, m.draftSha256, 32);
    v(4, m.pages, 500);
    v(5, m.milliseconds);
}

SIPENDUDUK_MESSAGE(ClaimReply);
SIPENDUDUK_MESSAGE(Claim);
SIPENDUDUK_MESSAGE(ReleaseClaim);
SIPENDUDUK_MESSAGE(ActReply);
SIPENDUDUK_MESSAGE(Act);
SIPENDUDUK_MESSAGE(SaveData);
SIPENDUDUK_MESSAGE(JudgeBerkas);
SIPENDUDUK_MESSAGE(AddNote);
SIPENDUDUK_MESSAGE(MakeDrafts);
SIPENDUDUK_MESSAGE(UploadDraft);
SIPENDUDUK_MESSAGE(RecordView);

} // namespace sipenduduk::protocol
