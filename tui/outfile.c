#include "config.h"

#include "tui/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TRIES = 100,
	LINKS_MAX = 40,		/* as many as Linux follows */
};

static int fail_path(const struct outfile *file, int error, struct err *err)
{
	return err_fail(err, "%.400s: %s", buf_str(&file->path),
			strerror(error));
}

/* Makes a link into where it leads; false when it is none. */
static bool follow_link(struct buf *path)
{
	char target[PATH_MAX];
	ssize_t n = readlink(buf_str(path), target, sizeof(target));
	const char *slash = strrchr(buf_str(path), '/');
	struct buf next = BUF_INIT;

	if (n <= 0 || n == sizeof(target))
		return false;
	if (*target != '/' && slash)
		buf_add(&next, path->s, (size_t)(slash + 1 - path->s));
	buf_add(&next, target, (size_t)n);
	buf_release(path);
	*path = next;
	return true;
}

/* Where links lead, be there something or nothing; not into a circle. */
static void set_path(struct outfile *file, const char *path)
{
	char *real = realpath(path, NULL);
	int n_links = 0;

	buf_adds(&file->path, real ? real : path);
	free(real);
	while (n_links < LINKS_MAX && follow_link(&file->path))
		n_links++;
	if (n_links < LINKS_MAX)
		return;
	buf_clear(&file->path);
	buf_adds(&file->path, path);
}

static int check_target(struct outfile *file, struct stat *st, struct err *err)
{
	const char *path = buf_str(&file->path);

	if (stat(path, st))
		return errno == ENOENT ? 0 : fail_path(file, errno, err);
	file->replaces = true;
	if (!S_ISREG(st->st_mode))
		return err_fail(err, "%.400s: not a regular file", path);
	return access(path, W_OK) ? fail_path(file, errno, err) : 0;
}

/* "dir/.name.1234-0": a name of ours in the same folder. */
static void set_temporary(struct outfile *file, int try)
{
	const char *path = buf_str(&file->path), *slash = strrchr(path, '/');
	size_t dir = slash ? (size_t)(slash + 1 - path) : 0;

	buf_clear(&file->temporary);
	buf_add(&file->temporary, path, dir);
	buf_addf(&file->temporary, ".%.200s.%ld-%d", path + dir,
		 (long)getpid(), try);
}

static mode_t mode_of(const struct outfile *file)
{
	return file->is_private ? 0600 : 0666;
}

/* A file without a name, of which nothing is left however we end. */
static int open_nameless(struct outfile *file)
{
	const char *path = buf_str(&file->path), *slash = strrchr(path, '/');
	struct buf dir = BUF_INIT;

	buf_add(&dir, slash ? path : "./",
		slash ? (size_t)(slash + 1 - path) : 2);
	if (!access("/proc/self/fd", X_OK))
		file->fd = open(buf_str(&dir), O_WRONLY | O_TMPFILE |
				O_CLOEXEC, mode_of(file));
	buf_release(&dir);
	return file->fd < 0 ? -1 : 0;
}

static int open_temporary(struct outfile *file)
{
	for (int try = 0; try < TRIES; try++) {
		set_temporary(file, try);
		file->fd = open(buf_str(&file->temporary),
				O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
				O_NOCTTY, mode_of(file));
		if (file->fd >= 0 || errno != EEXIST)
			break;
	}
	return file->fd < 0 ? -1 : 0;
}

/* Not every file system has files without a name. */
static int open_any(struct outfile *file)
{
	return open_nameless(file) ? open_temporary(file) : 0;
}

int outfile_open(struct outfile *file, const char *path, struct err *err)
{
	struct stat st;

	*file = (struct outfile){ .fd = -1 };
	set_path(file, path);
	if (check_target(file, &st, err)) {
		outfile_discard(file);
		return -1;
	}
	if (open_any(file) ||
	    (file->replaces && fchmod(file->fd, st.st_mode & 07777))) {
		fail_path(file, errno, err);
		outfile_discard(file);
		return -1;
	}
	return 0;
}

int outfile_create(struct outfile *file, const char *path, struct err *err)
{
	struct stat st;

	*file = (struct outfile){ .fd = -1, .is_private = true };
	buf_adds(&file->path, path);
	if (!lstat(path, &st))
		err_set(err, "%.400s: is there and is kept; name another",
			path);
	else if (errno != ENOENT || open_any(file))
		fail_path(file, errno, err);
	if (file->fd < 0)
		outfile_discard(file);
	return file->fd < 0 ? -1 : 0;
}

static void count_lines(struct outfile *file, const char *s, size_t n)
{
	const char *end = s + n;

	while ((s = memchr(s, '\n', (size_t)(end - s)))) {
		file->n_lines++;
		s++;
	}
}

int outfile_write(struct outfile *file, const char *s, size_t n)
{
	count_lines(file, s, n);
	while (n && !file->error) {
		ssize_t done = write(file->fd, s, n);

		if (done < 0 && errno != EINTR)
			file->error = errno;
		if (done > 0) {
			file->n_bytes += (uint64_t)done;
			s += done;
			n -= (size_t)done;
		}
	}
	return file->error ? -1 : 0;
}

/* Gives what was written a name where nothing is. */
static int link_to(const struct outfile *file, const char *path)
{
	char nameless[64];

	snprintf(nameless, sizeof(nameless), "/proc/self/fd/%d", file->fd);
	return linkat(AT_FDCWD, nameless, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
}

/* A name to be renamed: only that replaces what is there at once. */
static int link_temporary(struct outfile *file)
{
	int result = -1;

	for (int try = 0; try < TRIES && result; try++) {
		set_temporary(file, try);
		result = link_to(file, buf_str(&file->temporary));
		if (result && errno != EEXIST)
			break;
	}
	if (result)
		buf_clear(&file->temporary);
	return result;
}

/* Its last name where it must be new, else one beside its place. */
static int give_name(struct outfile *file)
{
	const char *path = buf_str(&file->path);

	if (!file->is_private)
		return file->temporary.n ? 0 : link_temporary(file);
	if (fsync(file->fd))
		return -1;
	return file->temporary.n ? link(buf_str(&file->temporary), path) :
				   link_to(file, path);
}

static void remove_temporary(const struct outfile *file)
{
	if (file->temporary.n)
		unlink(buf_str(&file->temporary));
}

int outfile_close(struct outfile *file, struct err *err)
{
	int fd = file->fd;

	if (!file->error && give_name(file))
		file->error = errno;
	file->fd = -1;
	if (close(fd) && !file->error)
		file->error = errno;
	if (!file->error && !file->is_private &&
	    rename(buf_str(&file->temporary), buf_str(&file->path)))
		file->error = errno;
	if (file->error || file->is_private)
		remove_temporary(file);
	return file->error ? fail_path(file, file->error, err) : 0;
}

void outfile_discard(struct outfile *file)
{
	if (file->fd >= 0) {
		close(file->fd);
		remove_temporary(file);
	}
	file->fd = -1;
	buf_release(&file->path);
	buf_release(&file->temporary);
}
