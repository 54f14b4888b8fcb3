#include "config.h"

#include "tui/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/mem.h"

/*
 * The descriptor that a path of the system stands for, -1 for any other path.
 * Such a file is shared with who opened it, so it is not to be replaced.
 */
static int find_fd(const char *path)
{
	static const struct {
		const char *path;
		int fd;
	} names[] = {
		{ "", STDOUT_FILENO },
		{ "/dev/stdout", STDOUT_FILENO },
		{ "/dev/stderr", STDERR_FILENO },
		{ "/dev/fd/1", STDOUT_FILENO },
		{ "/dev/fd/2", STDERR_FILENO },
		{ "/proc/self/fd/1", STDOUT_FILENO },
		{ "/proc/self/fd/2", STDERR_FILENO },
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (!strcmp(names[i].path, path))
			return names[i].fd;
	}
	return -1;
}

/* What is there and is no file: a terminal, a pipe; or a folder. */
static bool is_other(const char *path)
{
	struct stat st;

	return !stat(path, &st) && !S_ISREG(st.st_mode);
}

static int open_file(struct output *output, const char *path, struct err *err)
{
	if (outfile_open(&output->file, path, err))
		return -1;
	output->fd = output->file.fd;
	return 0;
}

static int open_numbered(struct output *output, const char *extension,
			 struct err *err)
{
	char path[64];
	struct stat st;

	for (int i = 1; i < 10000; i++) {
		snprintf(path, sizeof(path), "profile%03d.%s", i, extension);
		if (!lstat(path, &st) || errno != ENOENT)
			continue;
		if (open_file(output, path, err))
			return -1;
		output->name = buf_str(&output->file.path);
		return 0;
	}
	return err_fail(err, "profile001.%s: there are too many of those",
			extension);
}

int output_open(struct output *output, const char *path,
		const char *extension, struct err *err)
{
	*output = (struct output){
		.name = *path ? path : "standard output", .fd = find_fd(path),
		.file.fd = -1,
	};
	if (!*path && extension && isatty(STDOUT_FILENO))
		return open_numbered(output, extension, err);
	if (output->fd >= 0)
		return 0;
	if (!is_other(path))
		return open_file(output, path, err);
	output->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	output->is_opened = output->fd >= 0;
	return output->is_opened ? 0 : err_fail(err, "%.400s: %s", path,
						strerror(errno));
}

int output_close(struct output *output, bool keeps, struct err *err)
{
	int result = 0;

	if (output->is_opened && close(output->fd) && keeps)
		result = err_fail(err, "%.400s: %s", output->name,
				  strerror(errno));
	if (output->file.fd >= 0) {
		if (keeps)
			result = outfile_close(&output->file, err);
		outfile_discard(&output->file);
	}
	return result;
}
