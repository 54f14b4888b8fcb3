/*
 * Text that is written behind its maker: all of it, in order, whatever the
 * sizes, and what becomes of it when the other end is slow, full or gone.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/buf.h"
#include "tests/tap.h"
#include "tui/stream.h"

static uint32_t seed = 1;

static uint32_t random_below(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Fills s with bytes that tell where in the whole text they stand. */
static void fill(char *s, size_t n, size_t at)
{
	for (size_t i = 0; i < n; i++)
		s[i] = (char)((at + i) * 2654435761u >> 24);
}

struct reader {
	int fd;
	bool is_slow;
	size_t n;
	bool is_right;
};

static void *read_all(void *data)
{
	struct reader *r = data;
	char s[5000], want[5000];
	ssize_t n;

	r->is_right = true;
	while ((n = read(r->fd, s, sizeof(s))) > 0) {
		fill(want, (size_t)n, r->n);
		r->is_right &= !memcmp(s, want, (size_t)n);
		r->n += (size_t)n;
		if (r->is_slow)
			usleep(100);
	}
	return NULL;
}

/* Writes total bytes, at most `most` at once, through a pipe. */
static void check_pipe(const char *name, size_t total, uint32_t most,
		       bool is_slow)
{
	struct reader reader = { .is_slow = is_slow };
	char *s = malloc(most);
	struct stream *stream;
	pthread_t thread;
	int ends[2], failed = 0;

	if (pipe(ends))
		return;
	reader.fd = ends[0];
	pthread_create(&thread, NULL, read_all, &reader);
	stream = stream_new(ends[1]);
	for (size_t at = 0, n; at < total; at += n) {
		n = random_below(most + 1);
		if (n > total - at)
			n = total - at;
		fill(s, n, at);
		failed |= stream_write(stream, s, n);
	}
	is_int(stream_close(stream), 0, "%s: written", name);
	close(ends[1]);
	pthread_join(thread, NULL);
	close(ends[0]);
	ok(!failed && reader.is_right, "%s: in order", name);
	is_int(reader.n, total, "%s: all of it", name);
	free(s);
}

/* Writes n_writes times so many bytes. */
static void check_failure(const char *name, int fd, int want, size_t n_writes,
			  size_t n)
{
	static char s[300000];
	struct stream *stream = stream_new(fd);
	size_t n_failed = 0;
	int error;

	for (size_t i = 0; i < n_writes; i++)
		n_failed += stream_write(stream, s, n) != 0;
	error = stream_close(stream);
	is_int(error, want, "%s: the reason", name);
	ok(n < 200000 ? n_failed < n_writes : n_failed == n_writes,
	   "%s: is known some time, of large text at once", name);
	if (n_writes > 1000)
		ok(n_failed, "%s: is known before the end", name);
}

int main(void)
{
	int ends[2], full = open("/dev/full", O_WRONLY);

	signal(SIGPIPE, SIG_IGN);
	check_pipe("nothing", 0, 1, false);
	check_pipe("a byte", 1, 1, false);
	check_pipe("small pieces", 300000, 7, false);
	check_pipe("large pieces", 5000000, 300000, false);
	check_pipe("more than is kept", 3000000, 2000000, false);
	check_pipe("a slow reader", 2000000, 70000, true);
	check_failure("a full disk", full, ENOSPC, 1, 100000);
	check_failure("a full disk, much text", full, ENOSPC, 3000, 100000);
	check_failure("a full disk, large text", full, ENOSPC, 3000, 300000);
	close(full);
	if (!pipe(ends)) {
		close(ends[0]);
		check_failure("nobody reads", ends[1], EPIPE, 3000, 100000);
		check_failure("nobody reads large text", ends[1], EPIPE, 3000,
			      300000);
		close(ends[1]);
	}
	check_failure("not open", -1, EBADF, 2, 100000);
	return tap_done();
}
