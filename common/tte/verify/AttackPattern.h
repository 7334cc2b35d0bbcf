#pragma once

namespace sipenduduk {

/// Published ways to make a changed PDF look signed, by the names of those who published them
/// (pdf-insecurity.org, 2019 to 2021). Append only.
enum class AttackPattern {
    None = 0,
    IncrementalSaving = 1,    ///< ISA: something was saved behind the signed bytes
    SignatureWrapping = 2,    ///< SWA: the ranges lead around bytes that are shown
    UniversalForgery = 3,     ///< USF: no usable range or value, in the hope of being skipped
    ShadowHide = 4,           ///< what covered the content when it was signed is taken away
    ShadowReplace = 5,        ///< fonts or fields of the signed content are redefined
    ShadowHideAndReplace = 6, ///< objects that lay hidden in the signed bytes are shown
    EvilAnnotation = 7,       ///< EAA: an annotation over the content of a certified document
    SneakySignature = 8,      ///< SSA: the look of a further signature covers the content
};

} // namespace sipenduduk
