#include "config.h"

#include "helpers/status.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A line at once; that nobody reads it any more is noticed elsewhere. */
static void put_line(const char *line)
{
	ssize_t done = write(STDERR_FILENO, line, strlen(line));

	(void)done;
}

void status_size(uint64_t n)
{
	char line[40];

	snprintf(line, sizeof(line), "size %" PRIu64 "\n", n);
	put_line(line);
}

void status_over(void)
{
	put_line("over\n");
	_exit(1);
}

void status_fail(const char *fmt, ...)
{
	char line[1024] = "fail ";
	size_t start = strlen(line), n;
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line + start, sizeof(line) - start - 1, fmt, ap);
	va_end(ap);
	for (n = strlen(line); line[n - 1] && strchr(" \r\n", line[n - 1]);)
		n--;
	for (size_t i = 0; i < n; i++) {
		if (line[i] == '\n' || line[i] == '\r')
			line[i] = ' ';
	}
	line[n] = '\n';
	line[n + 1] = '\0';
	put_line(line);
	_exit(1);
}
