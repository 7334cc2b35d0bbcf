#pragma once

// What clang-tidy reads before every source, see .clang-tidy; no compiler does.

namespace qpdf::pl {

/// QPDFWriter.hh has a default argument of std::unique_ptr<Link> and keeps Link to its library.
/// From C++20 on clang wants to destroy it there; GCC does so only in a call.
struct Link
{
};

} // namespace qpdf::pl
