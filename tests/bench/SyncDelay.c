/* Preloaded into the benchmark: counts what reaches the disk, and makes each sync as slow as the
 * disk of an office PC when SIPENDUDUK_SYNC_DELAY_US says so. Both sides of a comparison run in
 * the same process, so both pay the same. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static unsigned long syncs;

unsigned long sipenduduk_sync_count(void)
{
    return __atomic_load_n(&syncs, __ATOMIC_RELAXED);
}

static void note_sync(void)
{
    const char *text = getenv("SIPENDUDUK_SYNC_DELAY_US");
    const long microseconds = text ? strtol(text, NULL, 10) : 0;
    __atomic_add_fetch(&syncs, 1, __ATOMIC_RELAXED);
    if (microseconds > 0) {
        const struct timespec delay = {microseconds / 1000000, (microseconds % 1000000) * 1000};
        nanosleep(&delay, NULL);
    }
}

int fdatasync(int fd)
{
    static int (*real)(int);
    if (!real)
        real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    note_sync();
    return real(fd);
}

int fsync(int fd)
{
    static int (*real)(int);
    if (!real)
        real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    note_sync();
    return real(fd);
}
