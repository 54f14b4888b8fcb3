#include "config.h"

#include "model/header_file.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_SIZE_MAX = 16 << 10 };

/* "Name: value" with a name of letters, digits and dashes. */
static bool is_header(const char *line, size_t n)
{
	size_t i = 0;

	while (i < n && line[i] > ' ' && line[i] < 0x7f && line[i] != ':')
		i++;
	if (!i || i == n || line[i] != ':')
		return false;
	for (; i < n; i++) {
		if ((unsigned char)line[i] < ' ' && line[i] != '\t')
			return false;
	}
	return true;
}

/* Blank lines and those behind a # say nothing; a \r may be before the end. */
static int take_headers(struct buf *headers, char *text, struct err *err)
{
	char *rest = NULL;
	size_t number = 0;

	for (char *line = text; line; line = rest) {
		size_t n = strcspn(line, "\n");

		rest = line[n] ? line + n + 1 : NULL;
		number++;
		if (n && line[n - 1] == '\r')
			n--;
		if (strspn(line, " \t") >= n || *line == '#')
			continue;
		if (!is_header(line, n))
			return err_fail(err, "line %zu is not \"Name: value\"",
					number);
		buf_add(headers, line, n);
		buf_addc(headers, '\n');
	}
	return 0;
}

static ssize_t read_file(const char *path, char *text, size_t size,
			 struct err *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;
	ssize_t n = -1;

	if (fd < 0 || fstat(fd, &st))
		err_set(err, "%m");
	else if (!S_ISREG(st.st_mode))
		err_set(err, "not a regular file");
	else if ((n = read(fd, text, size)) < 0)
		err_set(err, "%m");
	if (fd >= 0)
		close(fd);
	return n;
}

int header_file_read(struct buf *headers, const char *path, struct err *err)
{
	char text[FILE_SIZE_MAX + 1];
	ssize_t n = read_file(path, text, sizeof(text), err);

	if (n > FILE_SIZE_MAX) {
		err_set(err, "more than %d kB", FILE_SIZE_MAX >> 10);
		n = -1;
	}
	if (n >= 0) {
		text[n] = '\0';
		if (strlen(text) != (size_t)n)
			n = err_fail(err, "has a NUL");
		else if (take_headers(headers, text, err))
			n = -1;
	}
	return n < 0 ? err_within(err, "-header_file=%.80s", path) : 0;
}
