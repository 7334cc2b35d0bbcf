#pragma once

#include "common/Permohonan.h"
#include "common/protocol/Codec.h"

/// Wire form of the value types that several messages carry. Included by their .cpp only.
namespace sipenduduk {

using protocol::Is;

template <Is<PermohonanRow> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.number, 64);
    v(3, m.layanan, 64);
    v(4, m.applicant, 200);
    v(5, m.status);
    v(6, m.holder);
    v(7, m.submittedAt);
    v(8, m.stepSince);
    v(9, m.heldBy, 200);
    v(10, m.version);
    v(11, m.isReturned);
}

template <Is<Defect> S>
void visit(S &m, auto &v)
{
    v(1, m.target);
    v(2, m.code, 64);
    v(3, m.verdict);
    v(4, m.solution, 1000);
}

template <Is<Berkas> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.requirement, 64);
    v(3, m.fileName, 255);
    v(4, m.mediaType, 64);
    v(5, m.size);
    v(6, m.sha256, 32);
    v(7, m.uploadedAt);
    v(8, m.verdict);
    v(9, m.solution, 1000);
    v(10, m.isSuperseded);
}

template <Is<Paraf> S>
void visit(S &m, auto &v)
{
    v(1, m.duty);
    v(2, m.officer, 200);
    v(3, m.draftSha256, 32);
    v(4, m.at);
}

template <Is<Dokumen> S>
void visit(S &m, auto &v)
{
    v(1, m.id);
    v(2, m.output, 64);
    v(3, m.delivery);
    v(4, m.status);
    v(5, m.number, 64);
    v(6, m.issueDate);
    v(7, m.draftVersion);
    v(8, m.draftSha256, 32);
    v(9, m.pageCount);
    v(10, m.isFromSiak);
    v(11, m.signedSha256, 32);
    v(12, m.signedAt);
    v(13, m.parafList);
    v(14, m.seenPages);
}

template <Is<Note> S>
void visit(S &m, auto &v)
{
    v(1, m.officer, 200);
    v(2, m.duty);
    v(3, m.at);
    v(4, m.text);
}

template <Is<KartuKendaliLine> S>
void visit(S &m, auto &v)
{
    v(1, m.seq);
    v(2, m.kind);
    v(3, m.action);
    v(4, m.status);
    v(5, m.duty);
    v(6, m.officerId);
    v(7, m.officer, 200);
    v(8, m.counterpart);
    v(9, m.at);
    v(10, m.note);
    v(11, m.dokumen, 64);
    v(12, m.draftSha256, 32);
    v(13, m.previousHash, 32);
    v(14, m.hash, 32);
}

template <Is<Permohonan> S>
void visit(S &m, auto &v)
{
    v(1, m.row);
    v(2, m.email, 254);
    v(3, m.phone, 32);
    v(4, m.siakNumber, 64);
    v(5, m.data, 20'000);
    v(6, m.answers);
    v(7, m.isAnswersConfirmed);
    v(8, m.isReceivedByMe);
    v(9, m.warningReason, 1000);
    v(10, m.berkasList);
    v(11, m.dokumenList);
    v(12, m.defects);
    v(13, m.notes);
    v(14, m.kartuKendali);
}

} // namespace sipenduduk
