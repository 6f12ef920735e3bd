/* A disk with a cache that power can be cut from, loaded before the service (LD_PRELOAD).
 *
 * What the service syncs under ZHIDU_DISK is copied to ZHIDU_PLATTER; what it only wrote is not. A
 * kill followed by the platter's contents is a loss of power in which everything unsynced is gone.
 * While the file ZHIDU_PLATTER.fails exists, a sync fails and nothing reaches the platter. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t platter_lock = PTHREAD_MUTEX_INITIALIZER;

/* Where a path lies on the platter; 0: not on this disk. */
static int on_platter(const char *path, char *place) {
    const char *disk = getenv("ZHIDU_DISK"), *platter = getenv("ZHIDU_PLATTER");
    size_t length = disk ? strlen(disk) : 0;
    if (!platter || !length || strncmp(path, disk, length) || path[length] != '/') return 0;
    return snprintf(place, PATH_MAX, "%s%s", platter, path + length) < PATH_MAX;
}

static void make_folders(char *place) {
    for (char *slash = strchr(place + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(place, 0700);
        *slash = '/';
    }
}

static int copied(int from, char *place) {
    char half[PATH_MAX + 8], buffer[65536];
    snprintf(half, sizeof half, "%s.half", place);
    make_folders(place);
    int to = open(half, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (to < 0) return -1;
    ssize_t got;
    for (off_t at = 0; (got = pread(from, buffer, sizeof buffer, at)) > 0; at += got)
        if (write(to, buffer, got) != got) got = -1;
    close(to);
    /* Not our own rename, which is below. */
    return got < 0 ? -1 : (int)syscall(SYS_rename, half, place);
}

static int sync_to_platter(int fd, const char *name) {
    char link[64], path[PATH_MAX], place[PATH_MAX], fails[PATH_MAX + 8];
    struct stat kind;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length > 0) path[length] = 0;
    int (*synced)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (length <= 0 || fstat(fd, &kind) || !S_ISREG(kind.st_mode) || !on_platter(path, place))
        return synced(fd);
    snprintf(fails, sizeof fails, "%s.fails", getenv("ZHIDU_PLATTER"));
    if (!access(fails, F_OK)) {
        errno = EIO;
        return -1;
    }
    /* The descriptor may be for writing alone. */
    int reading = open(link, O_RDONLY);
    pthread_mutex_lock(&platter_lock);
    int outcome = reading < 0 ? -1 : copied(reading, place);
    pthread_mutex_unlock(&platter_lock);
    if (reading >= 0) close(reading);
    if (outcome) errno = EIO;
    return outcome;
}

int fsync(int fd) { return sync_to_platter(fd, "fsync"); }
int fdatasync(int fd) { return sync_to_platter(fd, "fdatasync"); }

/* A file that was synced under another name. */
int rename(const char *from, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    int outcome = (int)syscall(SYS_rename, from, to);
    if (!outcome && on_platter(from, old) && on_platter(to, new) && !access(old, F_OK)) {
        make_folders(new);
        syscall(SYS_rename, old, new);
    }
    return outcome;
}
