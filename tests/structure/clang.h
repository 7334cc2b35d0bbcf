#pragma once

// What clang reads before every source: clang-tidy (see .clang-tidy) and the compiler of the
// fuzzers. GCC does not.

namespace qpdf::pl {

/// QPDFWriter.hh has a default argument of std::unique_ptr<Link> and keeps Link to its library.
/// From C++20 on clang wants to destroy it there; GCC does so only in a call.
struct Link
{
};

} // namespace qpdf::pl
