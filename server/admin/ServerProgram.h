#pragma once

namespace sipenduduk {

/// The program `sipenduduk-server`: its sub-commands. Exit code 0; 1 for what the administrator
/// has to mend, said in a sentence on standard error; 2 for a command that does not exist.
[[nodiscard]] int runServerProgram(int argc, char *argv[]);

} // namespace sipenduduk
