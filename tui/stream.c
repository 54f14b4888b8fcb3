#include "config.h"

#include "tui/stream.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/buf.h"
#include "model/mem.h"
#include "model/threads.h"

enum {
	PIECE = 256 << 10,	/* bytes that are worth waking a thread */
	PIECES = 4,
	WHOLE = 128 << 10,	/* text so long is not copied into pieces */
};

/*
 * Pieces first to last, each number modulo PIECES, are full and the thread's;
 * the one behind them is being filled and only the maker's.
 */
struct stream {
	int fd;
	struct buf pieces[PIECES];
	size_t first, last;
	int error;
	bool has_thread, has_ended;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t ready, room;
};

struct stream *stream_new(int fd)
{
	struct stream *stream = calloc(1, sizeof(*stream));

	if (!stream)
		die("out of memory: the output");
	stream->fd = fd;
	pthread_mutex_init(&stream->lock, NULL);
	pthread_cond_init(&stream->ready, NULL);
	pthread_cond_init(&stream->room, NULL);
	return stream;
}

/* Returns 0 or an errno. */
static int write_text(int fd, const char *s, size_t n)
{
	size_t at = 0;

	while (at < n) {
		ssize_t done = write(fd, s + at, n - at);

		if (done < 0 && errno != EINTR)
			return errno;
		if (done > 0)
			at += (size_t)done;
	}
	return 0;
}

static struct buf *piece_at(struct stream *stream, size_t number)
{
	return &stream->pieces[number % PIECES];
}

/* Writes the first piece, if nothing failed before; the lock is held. */
static void write_first(struct stream *stream)
{
	struct buf *piece = piece_at(stream, stream->first);
	int error = stream->error;

	pthread_mutex_unlock(&stream->lock);
	if (!error)
		error = write_text(stream->fd, piece->s, piece->n);
	buf_clear(piece);
	pthread_mutex_lock(&stream->lock);
	stream->error = error;
	stream->first++;
	pthread_cond_signal(&stream->room);
}

static void *run(void *data)
{
	struct stream *stream = data;

	pthread_mutex_lock(&stream->lock);
	for (;;) {
		while (stream->first == stream->last && !stream->has_ended)
			pthread_cond_wait(&stream->ready, &stream->lock);
		if (stream->first == stream->last)
			break;
		write_first(stream);
	}
	pthread_mutex_unlock(&stream->lock);
	return NULL;
}

/* Hands the piece being filled to the thread, and waits for an empty one. */
static void hand_over(struct stream *stream)
{
	if (!stream->has_thread)
		stream->has_thread = !threads_start(&stream->thread, run,
						    stream, 0);
	pthread_mutex_lock(&stream->lock);
	stream->last++;
	pthread_cond_signal(&stream->ready);
	if (!stream->has_thread)
		write_first(stream);
	while (stream->last - stream->first == PIECES)
		pthread_cond_wait(&stream->room, &stream->lock);
	pthread_mutex_unlock(&stream->lock);
}

static int error_of(struct stream *stream)
{
	int error;

	pthread_mutex_lock(&stream->lock);
	error = stream->error;
	pthread_mutex_unlock(&stream->lock);
	return error;
}

/* Waits until the thread has nothing left.  Returns the error so far. */
static int drain(struct stream *stream)
{
	int error;

	pthread_mutex_lock(&stream->lock);
	while (stream->first != stream->last)
		pthread_cond_wait(&stream->room, &stream->lock);
	error = stream->error;
	pthread_mutex_unlock(&stream->lock);
	return error;
}

/*
 * Whoever makes so much text at once does so on all processors, and there is
 * none left for the thread.
 */
static int write_whole(struct stream *stream, const char *s, size_t n)
{
	struct buf *piece = piece_at(stream, stream->last);
	int error = drain(stream);

	if (!error)
		error = write_text(stream->fd, piece->s, piece->n);
	buf_clear(piece);
	if (!error)
		error = write_text(stream->fd, s, n);
	pthread_mutex_lock(&stream->lock);
	stream->error = error;
	pthread_mutex_unlock(&stream->lock);
	return error ? -1 : 0;
}

int stream_write(void *data, const char *s, size_t n)
{
	struct stream *stream = data;
	struct buf *piece = piece_at(stream, stream->last);

	if (n >= WHOLE)
		return write_whole(stream, s, n);
	buf_add(piece, s, n);
	if (piece->n >= PIECE)
		hand_over(stream);
	return error_of(stream) ? -1 : 0;
}

int stream_close(struct stream *stream)
{
	int error;

	pthread_mutex_lock(&stream->lock);
	stream->last++;
	stream->has_ended = true;
	pthread_cond_signal(&stream->ready);
	if (!stream->has_thread)
		write_first(stream);
	pthread_mutex_unlock(&stream->lock);
	if (stream->has_thread)
		pthread_join(stream->thread, NULL);
	error = stream->error;
	for (size_t i = 0; i < PIECES; i++)
		buf_release(&stream->pieces[i]);
	pthread_cond_destroy(&stream->room);
	pthread_cond_destroy(&stream->ready);
	pthread_mutex_destroy(&stream->lock);
	free(stream);
	return error;
}
