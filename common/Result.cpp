#include "common/Result.h"

namespace sipenduduk {

std::unexpected<Error> fail(ErrorCode code, QString detail)
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace sipenduduk
