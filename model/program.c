#include "config.h"

#include "model/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/cancel.h"
#include "model/clock.h"

enum {
	OUTPUT_LIMIT = 64 << 20,
	MILLISECONDS = 30 * 1000,
	MEMORY_LIMIT_MIB = 2048,
	TICK = 50,		/* ms between looks at the clock and cancel */
	CHUNK = 16 << 10,
	CANNOT_RUN = 127,
};

bool program_is_there(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISREG(st.st_mode) && !access(path, X_OK);
}

bool program_find(struct buf *path, const char *name)
{
	const char *dirs = getenv("PATH");
	size_t start = path->n, n;

	for (; dirs && *dirs; dirs += n + (dirs[n] == ':')) {
		n = strcspn(dirs, ":");
		if (*dirs != '/')
			continue;
		buf_add(path, dirs, n);
		buf_addc(path, '/');
		buf_adds(path, name);
		if (program_is_there(path->s + start))
			return true;
		path->n = start;
		path->s[start] = '\0';
	}
	return false;
}

/* A program under way. */
struct run {
	const struct program *program;
	const struct program_ends *ends;
	bool is_limited;
	int in;				/* what it reads; -1: nothing */
	pid_t pid;
	bool is_reaped;			/* pid may be another's by now */
	int out, complaints;		/* ours; -1: closed, not wanted */
	int64_t end_ms;			/* 0: as long as it needs */
};

static struct rlimit no_more_than(rlim_t most)
{
	return (struct rlimit){ most, most };
}

static int milliseconds(const struct program *program)
{
	return program->milliseconds ? program->milliseconds : MILLISECONDS;
}

/*
 * In the child: only what is safe to call while other threads are gone.  It
 * has a group of its own, to be stopped with all that it starts, so it is told
 * to go when we are gone.
 */
static _Noreturn void become(const struct run *run, int out, int complaints)
{
	const struct rlimit nothing = no_more_than(0);
	const struct rlimit seconds = no_more_than(
		(rlim_t)(milliseconds(run->program) + 999) / 1000);
	const struct rlimit memory =
		no_more_than((rlim_t)MEMORY_LIMIT_MIB << 20);
	int null = open("/dev/null", O_RDWR | O_NOCTTY);
	int in = run->in >= 0 ? run->in : null;
	sigset_t none;

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	setrlimit(RLIMIT_CORE, &nothing);
	if (run->is_limited && !run->program->limits_itself) {
		setrlimit(RLIMIT_FSIZE, &nothing);
		setrlimit(RLIMIT_CPU, &seconds);
		setrlimit(RLIMIT_AS, &memory);
	}
	if (null >= 0 && dup2(in, STDIN_FILENO) >= 0 &&
	    dup2(out, STDOUT_FILENO) >= 0 &&
	    dup2(complaints >= 0 ? complaints : null, STDERR_FILENO) >= 0)
		execv(run->program->args[0],
		      (char *const *)(uintptr_t)run->program->args);
	_exit(CANNOT_RUN);
}

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void run_fork(struct run *run, int out[2], int complaints[2])
{
	run->pid = fork();
	if (!run->pid)
		become(run, out[1], complaints[1]);
	if (run->pid > 0)
		setpgid(run->pid, run->pid);
}

static int run_start(struct run *run, struct err *err)
{
	int out[2] = { -1, -1 }, complaints[2] = { -1, -1 }, error;

	run->pid = -1;
	if (!pipe2(out, O_CLOEXEC) &&
	    (!run->ends->complain || !pipe2(complaints, O_CLOEXEC)))
		run_fork(run, out, complaints);
	error = errno;
	close_end(&out[1]);
	close_end(&complaints[1]);
	run->out = out[0];
	run->complaints = complaints[0];
	return run->pid > 0 ? 0 : err_fail(err, "cannot be run: %s",
					   strerror(error));
}

/* Whether it has to be stopped; says why. */
static bool is_over(const struct run *run, struct err *err)
{
	if (cancel_is_set(run->program->cancel) ||
	    cancel_is_set(run->program->stop)) {
		err_set(err, "cancelled");
		return true;
	}
	if (!run->end_ms || clock_ms() < run->end_ms)
		return false;
	err_set(err, "took too long");
	return true;
}

/* Hands on what there is; closes the end where there will be no more. */
static int take(const struct run *run, int *fd, program_put *put,
		struct err *err)
{
	char piece[CHUNK];
	ssize_t n = read(*fd, piece, sizeof(piece));

	if (n > 0)
		return put(run->ends->data, piece, (size_t)n, err);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return 0;
	if (n < 0)
		return err_fail(err, "cannot be read: %m");
	close_end(fd);
	return 0;
}

static int take_all(struct run *run, struct err *err)
{
	while (run->out >= 0 || run->complaints >= 0) {
		struct pollfd fds[2] = {
			{ .fd = run->out, .events = POLLIN },
			{ .fd = run->complaints, .events = POLLIN },
		};

		if (is_over(run, err))
			return -1;
		if (poll(fds, 2, TICK) <= 0)
			continue;
		if (fds[0].revents &&
		    take(run, &run->out, run->ends->put, err))
			return -1;
		if (fds[1].revents &&
		    take(run, &run->complaints, run->ends->complain, err))
			return -1;
	}
	return 0;
}

static int check_status(int status, struct err *err)
{
	if (WIFSIGNALED(status))
		return err_fail(err, "killed by signal %d", WTERMSIG(status));
	if (WEXITSTATUS(status) == CANNOT_RUN)
		return err_fail(err, "cannot be run");
	if (WEXITSTATUS(status))
		return err_fail(err, "failed with status %d",
				WEXITSTATUS(status));
	return 0;
}

/* Waits for its end, which need not come with that of its output. */
static int wait_for(struct run *run, struct err *err)
{
	int status = 0;
	pid_t pid;

	while (!(pid = waitpid(run->pid, &status, WNOHANG)) ||
	       (pid < 0 && errno == EINTR)) {
		if (is_over(run, err))
			return -1;
		poll(NULL, 0, 1);
	}
	run->is_reaped = true;
	if (pid < 0)
		return err_fail(err, "cannot be waited for: %m");
	return check_status(status, err);
}

static void run_stop(const struct run *run)
{
	kill(-run->pid, SIGKILL);
	kill(run->pid, SIGKILL);
	while (waitpid(run->pid, NULL, 0) < 0 && errno == EINTR)
		;
}

static int run_through(struct run *run, struct err *err)
{
	int result = run_start(run, err);

	if (!result) {
		result = take_all(run, err);
		if (!result)
			result = wait_for(run, err);
		if (!run->is_reaped)
			run_stop(run);
	}
	close_end(&run->out);
	close_end(&run->complaints);
	return result;
}

/* A file in memory, at its start; -1 with errno. */
static int memory_file(const struct buf *text)
{
	int fd = memfd_create("question", MFD_CLOEXEC);
	size_t at = 0;

	while (fd >= 0 && at < text->n) {
		ssize_t n = pwrite(fd, text->s + at, text->n - at, (off_t)at);

		if (n < 0 && errno != EINTR)
			close_end(&fd);
		at += n > 0 ? (size_t)n : 0;
	}
	return fd;
}

static int run_asked(struct run *run, struct err *err)
{
	int result;

	run->in = memory_file(run->ends->question);
	result = run->in < 0 ? err_fail(err, "cannot be asked: %m") :
			       run_through(run, err);
	close_end(&run->in);
	return result;
}

static int run_program(struct run *run, struct err *err)
{
	const struct program *program = run->program;
	int result;

	run->in = run->ends->in;
	result = run->ends->question ? run_asked(run, err) :
				       run_through(run, err);
	return result ? err_within(err, "%s", program->name ? program->name :
					      program->args[0]) : 0;
}

int program_feed(const struct program *program,
		 const struct program_ends *ends, struct err *err)
{
	struct run run = { .program = program, .ends = ends };

	return run_program(&run, err);
}

int program_ask(const struct program *program,
		const struct program_ends *ends, struct err *err)
{
	struct run run = {
		.program = program, .is_limited = true, .ends = ends,
		.end_ms = clock_ms() + milliseconds(program),
	};

	return run_program(&run, err);
}

/* What is printed, as far as it goes. */
struct collected {
	struct buf *out;
	size_t n, limit;
};

static int collect(void *data, const char *s, size_t n, struct err *err)
{
	struct collected *c = data;

	c->n += n;
	if (c->n > c->limit)
		return err_fail(err, "printed more than %zu bytes", c->limit);
	buf_add(c->out, s, n);
	return 0;
}

int program_run(const struct program *program, struct buf *out,
		struct err *err)
{
	struct collected c = {
		out, 0, program->limit ? program->limit : OUTPUT_LIMIT,
	};
	struct run run = {
		.program = program, .is_limited = true,
		.ends = &(struct program_ends){
			.in = -1, .put = collect, .data = &c,
		},
		.end_ms = clock_ms() + milliseconds(program),
	};

	return run_program(&run, err);
}
