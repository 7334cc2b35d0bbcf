#include "server/admin/ServerProgram.h"

int main(int argc, char *argv[])
{
    return sipenduduk::runServerProgram(argc, argv);
}
