#include "config.h"

#include "model/fetch.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "model/cancel.h"
#include "model/clock.h"
#include "model/header_file.h"
#include "model/helper.h"
#include "model/program.h"
#include "model/threads.h"

enum {
	AHEAD_MAX = 1 << 20,	/* bytes kept for a reader */
	AHEAD_LEAST = 64 << 10,
	POLL_MS = 25,		/* between two looks at cancel */
	CONNECT_MS = 10 * 1000,
	STALL_MS = 30 * 1000,
	USUAL_SECONDS = 60,
	GRACE_SECONDS = 5,
	SECONDS_MAX = INT32_MAX,
	LINE_MAX = 4 << 10,	/* of what the program says */
	STACK = 256 << 10,
};

struct fetch {
	struct url url;
	const struct fetch_options *options;
	const struct fetch_means *means;
	struct input_limits limits;
	pthread_t thread;
	bool has_thread;
	_Atomic bool stop;		/* the program is to go */

	/* The thread's, and when it has ended the reader's. */
	struct buf line;		/* what the program says, in part */
	struct buf complaint;		/* a line of it that is none of ours */
	void *file;			/* the saver's; NULL: none */
	bool is_waiting;		/* counted in the progress */

	/* Under the lock. */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	uint8_t *ahead;			/* [at, end): not read yet */
	size_t at, end, cap;
	bool is_read, is_dropped;	/* somebody reads, or nobody will */
	bool has_ended, has_failed;
	struct err err;
};

/* Fetches that the server has not answered are shown as waiting. */

static void start_waiting(struct fetch *f)
{
	struct input_progress *p = f->limits.progress;
	int64_t none = 0;

	f->is_waiting = p != NULL;
	if (!p)
		return;
	if (f->url.expected > atomic_load(&p->expected))
		atomic_store(&p->expected, f->url.expected);
	atomic_compare_exchange_strong(&p->asked_ms, &none, clock_ms());
	atomic_fetch_add(&p->waiting, 1);
}

static void stop_waiting(struct fetch *f)
{
	if (f->is_waiting)
		atomic_fetch_sub(&f->limits.progress->waiting, 1);
	f->is_waiting = false;
}

/* What is asked of the program. */

static int64_t total_ms(const struct fetch *f)
{
	int64_t timeout = f->options->timeout, seconds = f->url.seconds;

	if (timeout > SECONDS_MAX)
		timeout = SECONDS_MAX;
	if (seconds > SECONDS_MAX)
		seconds = SECONDS_MAX;
	if (timeout > 0)
		return (timeout + GRACE_SECONDS) * 1000;
	if (seconds > 0)
		return seconds * 1500 + CONNECT_MS;
	return (USUAL_SECONDS + GRACE_SECONDS) * 1000;
}

static void add_line(struct buf *request, const char *word, const char *value)
{
	if (value && *value)
		buf_addf(request, "%s %s\n", word, value);
}

static void add_headers(struct buf *request, const struct buf *headers)
{
	const char *line = buf_str(headers), *end;

	for (; (end = strchr(line, '\n')); line = end + 1)
		buf_addf(request, "header %.*s\n", (int)(end - line), line);
}

static void make_request(const struct fetch *f, struct buf *request)
{
	const struct fetch_options *o = f->options;

	add_line(request, "url", buf_str(&f->url.text));
	add_line(request, "socket", buf_str(&f->url.socket));
	add_line(request, "insecure", o->is_insecure ? "1" : NULL);
	add_line(request, "cert", o->tls_cert);
	add_line(request, "key", o->tls_key);
	add_line(request, "ca", o->tls_ca);
	add_line(request, "agent", o->agent);
	add_headers(request, &f->means->headers);
	buf_addf(request, "limit %" PRIu64 "\nconnect %d\ntotal %" PRId64 "\n"
		 "stall %d\n", f->limits.max_input, CONNECT_MS, total_ms(f),
		 STALL_MS);
}

/* The thread: what comes from the program. */

static size_t most(const struct fetch *f)
{
	return f->is_read ? AHEAD_MAX : f->means->waiting_max;
}

static size_t room(const struct fetch *f)
{
	size_t have = f->end - f->at, max = most(f);

	return have < max ? max - have : 0;
}

/* Makes room behind the end for n bytes, which there may be. */
static void make_room(struct fetch *f, size_t n)
{
	size_t have = f->end - f->at, cap = f->cap;

	if (f->cap - f->end >= n)
		return;
	if (f->at)
		memmove(f->ahead, f->ahead + f->at, have);
	f->at = 0;
	f->end = have;
	while (cap - have < n) {
		cap = cap ? cap * 2 : AHEAD_LEAST;
		if (cap > most(f))
			cap = most(f);
	}
	f->ahead = mem_resize(f->limits.mem, f->ahead, f->cap, cap);
	f->cap = cap;
}

static void keep(struct fetch *f, const char *s, size_t n)
{
	pthread_mutex_lock(&f->lock);
	while (n && !f->is_dropped && !atomic_load(&f->stop)) {
		size_t some = room(f);

		if (!some) {
			pthread_cond_wait(&f->changed, &f->lock);
			continue;
		}
		if (some > n)
			some = n;
		make_room(f, some);
		memcpy(f->ahead + f->end, s, some);
		f->end += some;
		s += some;
		n -= some;
		pthread_cond_broadcast(&f->changed);
	}
	pthread_mutex_unlock(&f->lock);
}

static int put_body(void *data, const char *s, size_t n, struct err *err)
{
	struct fetch *f = data;

	(void)err;
	stop_waiting(f);
	if (f->file)
		f->options->saver->put(f->file, s, n);
	keep(f, s, n);
	return 0;
}

/* A line, without its end. */
static void take_line(struct fetch *f, const char *line)
{
	uint64_t size;

	if (sscanf(line, "size %" SCNu64, &size) == 1) {
		if (f->limits.progress)
			atomic_fetch_add(&f->limits.progress->total, size);
	} else if (!strcmp(line, "over")) {
		input_fail_over(&f->limits, "", &f->err);
	} else if (!strncmp(line, "fail ", 5)) {
		err_set(&f->err, "%s", line + 5);
	} else if (*line) {
		buf_clear(&f->complaint);
		buf_adds(&f->complaint, line);
	}
}

/* What it says, in lines of which only so much is kept. */
static int put_status(void *data, const char *s, size_t n, struct err *err)
{
	struct fetch *f = data;

	(void)err;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\n') {
			take_line(f, buf_str(&f->line));
			buf_clear(&f->line);
		} else if (s[i] && f->line.n < LINE_MAX) {
			buf_addc(&f->line, s[i]);
		}
	}
	return 0;
}

static int run_program(struct fetch *f, const struct buf *request,
		       struct err *err)
{
	const char *path = buf_str(&f->means->program);

	return program_feed(&(struct program){
		.args = { path }, .name = "pprowl-fetch",
		.cancel = f->limits.cancel, .stop = &f->stop,
	}, &(struct program_ends){
		.question = request, .put = put_body, .complain = put_status,
		.data = f,
	}, err);
}

/* The reason that it gave comes before how it ended. */
static int explain(struct fetch *f, struct err *err)
{
	take_line(f, buf_str(&f->line));
	if (*f->err.text)
		*err = f->err;
	else if (f->complaint.n)
		err_set(err, "pprowl-fetch: %.400s", buf_str(&f->complaint));
	return -1;
}

static int fetch(struct fetch *f, struct err *err)
{
	struct buf request = BUF_INIT;
	int result;

	make_request(f, &request);
	result = run_program(f, &request, err);
	buf_release(&request);
	return result ? explain(f, err) : 0;
}

static int save_and_fetch(struct fetch *f, struct err *err)
{
	const struct fetch_saver *saver = f->options->saver;
	int result;

	if (saver) {
		f->file = saver->open(saver->data, &f->url, err);
		if (!f->file)
			return -1;
	}
	result = fetch(f, err);
	if (saver)
		saver->close(f->file, !result);
	return result;
}

static void *run(void *data)
{
	struct fetch *f = data;
	struct err err;
	int result = save_and_fetch(f, &err);

	stop_waiting(f);
	pthread_mutex_lock(&f->lock);
	f->has_failed = result != 0;
	if (result)
		f->err = err;
	f->has_ended = true;
	pthread_cond_broadcast(&f->changed);
	pthread_mutex_unlock(&f->lock);
	return NULL;
}

/* Before the first. */

/* The program is asked in lines, which such a name must not add to. */
static int check_name(const char *option, const char *name, struct err *err)
{
	for (const char *c = name; *c; c++) {
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return err_fail(err, "-%s: a control character in the "
					"name of the file", option);
	}
	return 0;
}

static int check_options(const struct fetch_options *o, struct err *err)
{
	if (*o->tls_key && !*o->tls_cert)
		return err_fail(err, "-tls_key is specified, so -tls_cert "
				"must also be specified");
	if (*o->tls_cert && !*o->tls_key)
		return err_fail(err, "-tls_cert is specified, so -tls_key "
				"must also be specified");
	if (check_name("tls_cert", o->tls_cert, err) ||
	    check_name("tls_key", o->tls_key, err))
		return -1;
	return check_name("tls_ca", o->tls_ca, err);
}

int fetch_prepare(struct fetch_means *means,
		  const struct fetch_options *o, struct err *err)
{
	if (!helper_find(&means->program, "pprowl-fetch"))
		return err_fail(err, "the program pprowl-fetch, which fetches, "
				"is not installed; curl -s URL | pprowl -");
	if (check_options(o, err))
		return -1;
	return *o->header_file ? header_file_read(&means->headers,
						  o->header_file, err) : 0;
}

void fetch_means_release(struct fetch_means *means)
{
	buf_release(&means->program);
	buf_release(&means->headers);
}

/* Starting, reading, ending. */

/* Seconds as Go writes a duration: 30s, 1m30s, 1h0m0s. */
static void add_duration(struct buf *out, int64_t seconds)
{
	if (seconds >= 3600)
		buf_addf(out, "%" PRId64 "h", seconds / 3600);
	if (seconds >= 60)
		buf_addf(out, "%" PRId64 "m", seconds / 60 % 60);
	buf_addf(out, "%" PRId64 "s", seconds % 60);
}

/* In the words of the reference, which waits for -seconds only. */
static void say_start(const struct fetch *f)
{
	const struct fetch_options *o = f->options;
	struct buf text = BUF_INIT;

	if (!o->say)
		return;
	buf_addf(&text, "Fetching profile over HTTP from %s",
		 buf_str(&f->url.shown));
	o->say(o->data, buf_str(&text));
	if (o->is_insecure)
		o->say(o->data, "-insecure: certificates are not checked");
	buf_clear(&text);
	buf_adds(&text, "Please wait... (");
	add_duration(&text, o->seconds);
	buf_addc(&text, ')');
	if (o->seconds > 0)
		o->say(o->data, buf_str(&text));
	buf_release(&text);
}

static void init_lock(struct fetch *f)
{
	pthread_condattr_t attr;

	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_mutex_init(&f->lock, NULL);
	pthread_cond_init(&f->changed, &attr);
	pthread_condattr_destroy(&attr);
}

struct fetch *fetch_start(struct url *url, const struct fetch_options *options,
			  const struct fetch_means *means,
			  const struct input_limits *limits)
{
	struct fetch *f = mem_alloc(limits->mem, sizeof(*f));

	f->url = *url;
	*url = (struct url){ .seconds = 0 };
	f->options = options;
	f->means = means;
	f->limits = *limits;
	init_lock(f);
	say_start(f);
	start_waiting(f);
	f->has_thread = !threads_start(&f->thread, run, f, STACK);
	if (!f->has_thread) {
		stop_waiting(f);
		f->has_ended = f->has_failed = true;
		err_set(&f->err, "no thread can be started");
	}
	return f;
}

/* Waits under the lock until something has changed, for 25 ms at most. */
static void wait_a_little(struct fetch *f)
{
	struct timespec until;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += POLL_MS * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_cond_timedwait(&f->changed, &f->lock, &until);
}

static ssize_t take(struct fetch *f, uint8_t *to, size_t n, struct err *err)
{
	size_t have = f->end - f->at;

	if (!have && f->has_failed)
		return err_fail(err, "%s", f->err.text);
	if (n > have)
		n = have;
	if (n)
		memcpy(to, f->ahead + f->at, n);
	f->at += n;
	if (f->at == f->end)
		f->at = f->end = 0;
	pthread_cond_broadcast(&f->changed);
	return (ssize_t)n;
}

ssize_t fetch_read(void *fetch, uint8_t *to, size_t n, struct err *err)
{
	struct fetch *f = fetch;
	ssize_t result;

	pthread_mutex_lock(&f->lock);
	f->is_read = true;
	pthread_cond_broadcast(&f->changed);
	if (f->at == f->end && !f->has_ended)
		wait_a_little(f);
	result = f->at == f->end && !f->has_ended ? INPUT_NOT_YET :
						    take(f, to, n, err);
	pthread_mutex_unlock(&f->lock);
	return result;
}

static void end_thread(struct fetch *f)
{
	pthread_mutex_lock(&f->lock);
	f->is_dropped = true;
	pthread_cond_broadcast(&f->changed);
	while (f->options->saver && !f->has_ended &&
	       !input_is_cancelled(&f->limits))
		wait_a_little(f);
	atomic_store(&f->stop, true);
	pthread_mutex_unlock(&f->lock);
	pthread_join(f->thread, NULL);
}

void fetch_free(struct fetch *f)
{
	struct mem *mem;

	if (!f)
		return;
	mem = f->limits.mem;
	if (f->has_thread)
		end_thread(f);
	pthread_cond_destroy(&f->changed);
	pthread_mutex_destroy(&f->lock);
	mem_free(mem, f->ahead, f->cap);
	buf_release(&f->line);
	buf_release(&f->complaint);
	url_release(&f->url);
	mem_free(mem, f, sizeof(*f));
}
