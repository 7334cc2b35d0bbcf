#include <catch2/catch_session.hpp>

#include <QCoreApplication>
#include <QStandardPaths>

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
