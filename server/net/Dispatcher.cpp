#include "server/net/Dispatcher.h"

#include "server/net/ClientConnection.h"
#include "server/net/NetContext.h"
#include "server/net/ReplySlot.h"
#include "server/services/Office.h"

#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using protocol::Envelope;
using protocol::MessageType;

using DispatchHandler = void (*)(ClientConnection &, const Envelope &);
constexpr std::size_t TypeCount = 64;

enum class Weight { Plain, Bulk };

template <typename Request, auto Method, Weight weight>
void dispatchTo(ClientConnection &connection, const Envelope &envelope)
{
    constexpr bool isBulk = weight == Weight::Bulk;
    constexpr bool takesKey = std::is_invocable_v<decltype(Method), Office &, const Session &,
                                                  const Request &, const Office::Key &>;
    const auto request = protocol::fromCbor<Request>(envelope.body);
    if (!request)
        return connection.refuse(envelope.id, request.error());
    if (takesKey && envelope.key.isEmpty())
        return connection.refuse(envelope.id,
                                 {ErrorCode::InvalidArgument, u"no idempotency key"_s});
    if (!connection.begin(envelope.id, isBulk))
        return;
    Office &office = connection.context().office;
    auto answer = [&] {
        if constexpr (takesKey)
            return (office.*Method)(connection.session(), *request, envelope.key);
        else
            return (office.*Method)(connection.session(), *request);
    }();
    connection.responder().bring(
        std::move(answer),
        [id = envelope.id](ClientConnection &waiting, Result<typename Request::Reply> &outcome) {
            waiting.end(isBulk);
            waiting.answer(id, outcome);
        });
}

class DispatchTable
{
public:
    constexpr DispatchTable();

    [[nodiscard]] constexpr DispatchHandler find(MessageType type) const
    {
        // A number below zero becomes a large one.
        return std::size_t(type) < m_handlers.size() ? m_handlers[std::size_t(type)] : nullptr;
    }

private:
    template <typename Request, auto Method, Weight weight = Weight::Plain>
    constexpr void add()
    {
        m_handlers[std::size_t(Request::Type)] = &dispatchTo<Request, Method, weight>;
    }

    std::array<DispatchHandler, TypeCount> m_handlers{};
};

constexpr DispatchTable::DispatchTable()
{
    using namespace protocol;
    add<ListQueue, &Office::listQueue>();
    add<Search, &Office::search>();
    add<OpenPermohonan, &Office::openPermohonan>();
    add<Claim, &Office::claim>();
    add<ReleaseClaim, &Office::releaseClaim>();
    add<Act, &Office::act>();
    add<SaveData, &Office::saveData>();
    add<JudgeBerkas, &Office::judgeBerkas>();
    add<AddNote, &Office::addNote>();
    add<MakeDrafts, &Office::makeDrafts, Weight::Bulk>();
    add<UploadDraft, &Office::uploadDraft, Weight::Bulk>();
    add<RecordView, &Office::recordView>();
    add<OfferSigning, &Office::offerSigning>();
    add<ListSignable, &Office::listSignable>();
    add<SignSet, &Office::signSet, Weight::Bulk>();
    add<FetchBlob, &Office::fetchBlob, Weight::Bulk>();
    add<ExportKartuKendali, &Office::exportKartuKendali, Weight::Bulk>();
}

constexpr DispatchTable Table;

} // namespace

bool Dispatcher::knows(MessageType type)
{
    return Table.find(type) != nullptr;
}

void Dispatcher::dispatch(ClientConnection &connection, const Envelope &request)
{
    Table.find(request.type)(connection, request);
}

} // namespace sipenduduk
