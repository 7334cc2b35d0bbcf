#pragma once

#include <QtTypes>

#include <chrono>

namespace sipenduduk {

/// Bounds of the office protocol's door. Everything that a peer can make the server keep or wait
/// for has one; tests make them small.
struct NetLimits
{
    std::chrono::milliseconds handshake{5'000};       ///< TLS, and again until Hello
    std::chrono::milliseconds idle{90'000};           ///< without a frame; clients ping every 20 s
    std::chrono::milliseconds sessionIdle{3'600'000}; ///< logged in without any request but Ping
    std::chrono::milliseconds closing{500}; ///< for an error answer to arrive before the end
    int connections = 2'000;
    int connectionsPerPeer = 256;          ///< one address may be a terminal server
    int outstanding = 128;                 ///< requests of one connection under way; more get Busy
    int outstandingBulk = 4;               ///< of these, such as carry parts of documents
    int failedLogins = 10;                 ///< on one connection, then it ends
    qint64 waitingBytes = 8 * 1024 * 1024; ///< written, but not yet taken by the peer
    qint64 upload = 20 * 1024 * 1024;      ///< bytes of one upload
    int uploads = 4;                       ///< of one connection at a time
    qint64 uploadsTotal = 256 * 1024 * 1024; ///< bytes announced by all connections together
};

} // namespace sipenduduk
