#include "config.h"

#include "model/inflater.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "model/gunzip.h"
#include "model/threads.h"

enum {
	BLOCK = 256 * 1024,	/* stored bytes read at once */
	RING = 4,		/* from 2 to 8 it measures the same */
	RATIO_MAX = 1032,	/* what deflate can make of a byte */
	POLL_MS = 50,		/* between two looks at cancel in a pipe */
	STACK = 256 * 1024,	/* of the thread */
};

struct inflater {
	struct input_limits limits;

	/*
	 * For whoever fills steps: the thread, or without one the reader.
	 * What it leaves is read when its last step was taken.
	 */
	int fd;			/* -1: memory */
	bool is_owned;
	bool may_wait;		/* a pipe or socket: poll before reading */
	struct keep *keep;	/* NULL: nothing is kept */
	input_read *reader;	/* NULL: fd or memory */
	void *data;
	const uint8_t *memory;
	size_t memory_n;
	uint64_t size;		/* of the file, 0 when nobody knows */
	uint8_t *block;
	uint64_t read, made;	/* stored and inflated bytes so far */
	struct inflate_io io;
	struct gunzip *gunzip;	/* NULL: not gzip */
	bool failed;
	struct err err;

	/* Shared, under the lock. */
	pthread_mutex_t lock;
	pthread_cond_t ready, room;
	uint64_t filled, freed;	/* steps since the start */
	_Atomic bool stop;

	/* The reader's. */
	struct step ring[RING];
	unsigned n_steps;	/* 1, and RING with a thread */
	pthread_t thread;
	uint64_t taken;
};

/* The stored bytes. */

/*
 * Each of these reads some bytes.  They return how many, 0 at the end, -1 with
 * f->err, and INPUT_NOT_YET when there have been none for a while.
 */

static ssize_t try_fd(struct inflater *f, uint8_t *to, size_t n)
{
	struct pollfd p = { .fd = f->fd, .events = POLLIN };
	ssize_t got;

	if (f->may_wait && poll(&p, 1, POLL_MS) <= 0)
		return INPUT_NOT_YET;
	got = read(f->fd, to, n);
	if (got >= 0)
		return got;
	return errno == EINTR || errno == EAGAIN ? INPUT_NOT_YET :
	       err_fail(&f->err, "cannot be read: %s", strerror(errno));
}

static ssize_t try_memory(struct inflater *f, uint8_t *to, size_t n)
{
	if (n > f->memory_n)
		n = f->memory_n;
	memcpy(to, f->memory, n);
	f->memory += n;
	f->memory_n -= n;
	return (ssize_t)n;
}

static ssize_t source_try(struct inflater *f, uint8_t *to, size_t n)
{
	ssize_t got;

	if (input_is_cancelled(&f->limits) || atomic_load(&f->stop))
		return err_fail(&f->err, "cancelled");
	if (f->reader)
		got = f->reader(f->data, to, n, &f->err);
	else
		got = f->fd < 0 ? try_memory(f, to, n) : try_fd(f, to, n);
	if (got <= 0)
		return got;
	f->read += (uint64_t)got;
	if (f->limits.progress)
		atomic_fetch_add(&f->limits.progress->read, (uint64_t)got);
	if (input_is_over(&f->limits, f->read))
		return input_fail_over(&f->limits, "", &f->err);
	if (f->keep)
		keep_add(f->keep, to, (size_t)got);
	return got;
}

/* The same, however long that takes. */
static ssize_t source_read(struct inflater *f, uint8_t *to, size_t n)
{
	ssize_t got = INPUT_NOT_YET;

	while (got == INPUT_NOT_YET)
		got = source_try(f, to, n);
	return got;
}

/* Reads the next block.  Returns 1, 0 at the end, -1 with f->err. */
static int source_block(struct inflater *f)
{
	ssize_t got = source_read(f, f->block, BLOCK);

	if (got < 0)
		return -1;
	f->io.in = f->block;
	f->io.n_in = (size_t)got;
	return got > 0;
}

/*
 * Reads the first block: enough of it to tell gzip from anything else, and all
 * that comes without being waited for, to tell whether it is long.  What comes
 * slower does not wait for zlib.
 */
static int source_first(struct inflater *f)
{
	size_t n = 0;
	ssize_t got = 1;

	while (got > 0 && n < BLOCK) {
		got = n < 2 ? source_read(f, f->block + n, BLOCK - n) :
			      source_try(f, f->block + n, BLOCK - n);
		if (got == -1)
			return -1;
		n += got > 0 ? (size_t)got : 0;
	}
	f->io.in = f->block;
	f->io.n_in = n;
	return n ? 0 : err_fail(&f->err, "empty file");
}

/* Inflating. */

static uint64_t stored_offset(const struct inflater *f)
{
	return f->read - f->io.n_in;
}

static int fail_garbage(struct inflater *f)
{
	return err_fail(&f->err, "what follows the gzip data is not gzip, "
			"near byte %" PRIu64 "; cut it off", stored_offset(f));
}

static int fail_truncated(struct inflater *f)
{
	return err_fail(&f->err, "truncated gzip: it ends after %" PRIu64
			" bytes, %" PRIu64 " bytes inflated; fetch it again",
			f->read, f->made);
}

static int fail_data(struct inflater *f)
{
	return err_fail(&f->err, "damaged gzip: %s near byte %" PRIu64 ", %"
			PRIu64 " bytes inflated; fetch it again",
			gunzip_why(f->gunzip), stored_offset(f), f->made);
}

static int gunzip_some(struct inflater *f)
{
	size_t room = f->io.n_out;
	enum gunzip_status status = gunzip_run(f->gunzip, &f->io);

	f->made += room - f->io.n_out;
	if (input_is_over(&f->limits, f->made))
		return input_fail_over(&f->limits, " inflated", &f->err);
	if (status == GUNZIP_GARBAGE)
		return fail_garbage(f);
	return status == GUNZIP_DAMAGED ? fail_data(f) : 0;
}

/* Fills a step.  Returns 1 for more to come, 0 at the end, -1 with f->err. */
static int step_inflate(struct inflater *f)
{
	int more;

	for (;;) {
		if (gunzip_some(f))
			return -1;
		if (!f->io.n_out)
			return 1;
		more = source_block(f);
		if (more < 0)
			return -1;
		if (!more)
			return gunzip_may_end(f->gunzip) ? 0 :
							   fail_truncated(f);
	}
}

/* The same for data that is not gzip: first what source_first has read. */
static int step_copy(struct inflater *f)
{
	struct inflate_io *io = &f->io;
	size_t n = io->n_in;
	ssize_t got;

	memcpy(io->out, io->in, n);
	io->n_in = 0;
	for (;;) {
		io->out += n;
		io->n_out -= n;
		f->made += n;
		if (!io->n_out)
			return 1;
		got = source_read(f, io->out, io->n_out);
		if (got <= 0)
			return (int)got;
		n = (size_t)got;
	}
}

static void step_fill(struct inflater *f, struct step *step)
{
	int more;

	f->io.out = step->data;
	f->io.n_out = STEP_MAX;
	more = f->gunzip ? step_inflate(f) : step_copy(f);
	step->n = STEP_MAX - f->io.n_out;
	step->last = more <= 0;
	f->failed = more < 0;
	if (f->limits.progress)
		atomic_fetch_add(&f->limits.progress->inflated, step->n);
}

/* The ring, and the thread that fills it. */

static void *ring_run(void *arg)
{
	struct inflater *f = arg;
	struct step *step;
	bool last = false;

	pthread_mutex_lock(&f->lock);
	while (!last) {
		while (f->filled - f->freed >= RING && !atomic_load(&f->stop))
			pthread_cond_wait(&f->room, &f->lock);
		if (atomic_load(&f->stop))
			break;
		step = &f->ring[f->filled % RING];
		pthread_mutex_unlock(&f->lock);
		step_fill(f, step);
		last = step->last;
		pthread_mutex_lock(&f->lock);
		f->filled++;
		pthread_cond_signal(&f->ready);
	}
	pthread_mutex_unlock(&f->lock);
	return NULL;
}

static void ring_stop_thread(struct inflater *f)
{
	pthread_mutex_lock(&f->lock);
	atomic_store(&f->stop, true);
	pthread_cond_signal(&f->room);
	pthread_mutex_unlock(&f->lock);
	pthread_join(f->thread, NULL);
}

/* Gives the ring n steps, at least one, from however many it has. */
static void ring_resize(struct inflater *f, unsigned n)
{
	struct mem *mem = f->limits.mem;
	size_t size = STEP_HEAD + STEP_MAX;
	uint8_t *head;

	for (; f->n_steps < n; f->n_steps++) {
		head = mem_alloc(mem, size);
		f->ring[f->n_steps].data = head + STEP_HEAD;
	}
	for (; f->n_steps > n; f->n_steps--) {
		head = f->ring[f->n_steps - 1].data - STEP_HEAD;
		mem_free(mem, head, size);
	}
}

struct inflater *inflater_new(const struct input_limits *limits)
{
	struct inflater *f = mem_alloc(limits->mem, sizeof(*f));

	f->limits = *limits;
	f->fd = -1;
	f->block = mem_alloc(limits->mem, BLOCK);
	pthread_mutex_init(&f->lock, NULL);
	pthread_cond_init(&f->ready, NULL);
	pthread_cond_init(&f->room, NULL);
	ring_resize(f, 1);
	return f;
}

void inflater_free(struct inflater *f)
{
	struct mem *mem = f->limits.mem;

	if (f->n_steps > 1)
		ring_stop_thread(f);
	gunzip_free(f->gunzip);
	if (f->is_owned)
		close(f->fd);
	ring_resize(f, 0);
	pthread_cond_destroy(&f->room);
	pthread_cond_destroy(&f->ready);
	pthread_mutex_destroy(&f->lock);
	mem_free(mem, f->block, BLOCK);
	mem_free(mem, f, sizeof(*f));
}

void inflater_set_fd(struct inflater *f, int fd, bool is_owned)
{
	f->fd = fd;
	f->is_owned = is_owned;
	f->may_wait = true;
}

void inflater_set_size(struct inflater *f, uint64_t size)
{
	f->size = size;
	f->may_wait = false;
}

void inflater_keep(struct inflater *f)
{
	f->keep = f->limits.keep;
}

void inflater_set_reader(struct inflater *f, input_read *read, void *data)
{
	f->reader = read;
	f->data = data;
}

void inflater_set_memory(struct inflater *f, const uint8_t *data, size_t n)
{
	f->memory = data;
	f->memory_n = n;
	f->size = n;
}

int inflater_start(struct inflater *f, struct err *err)
{
	const struct inflate_io *io = &f->io;

	if (source_first(f)) {
		*err = f->err;
		return -1;
	}
	if (io->n_in < 2 || io->in[0] != 0x1f || io->in[1] != 0x8b)
		return 0;
	f->gunzip = gunzip_new(f->limits.mem, io->n_in == BLOCK);
	return f->gunzip ? 0 : err_fail(err, "inflating cannot start");
}

void inflater_run(struct inflater *f)
{
	f->filled = f->taken;
	f->freed = f->taken - 1;
	ring_resize(f, RING);
	if (threads_start(&f->thread, ring_run, f, STACK))
		ring_resize(f, 1);
}

uint8_t *inflater_next(struct inflater *f)
{
	return f->ring[f->taken % f->n_steps].data;
}

const struct step *inflater_take(struct inflater *f)
{
	struct step *step = &f->ring[f->taken % f->n_steps];

	if (f->n_steps == 1) {
		step_fill(f, step);
	} else {
		pthread_mutex_lock(&f->lock);
		f->freed = f->taken;
		pthread_cond_signal(&f->room);
		while (f->filled == f->taken)
			pthread_cond_wait(&f->ready, &f->lock);
		pthread_mutex_unlock(&f->lock);
	}
	f->taken++;
	return step;
}

int inflater_result(const struct inflater *f, struct err *err)
{
	if (!f->failed)
		return 0;
	*err = f->err;
	return -1;
}

bool inflater_is_gzip(const struct inflater *f)
{
	return f->gunzip != NULL;
}

uint64_t inflater_bound(const struct inflater *f)
{
	uint64_t ratio = f->gunzip ? RATIO_MAX : 1;

	if (!f->size || f->size > UINT64_MAX / ratio)
		return UINT64_MAX;
	return f->size * ratio;
}
