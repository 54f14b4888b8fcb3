#include "config.h"

#include "model/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "model/cancel.h"

enum {
	OUTPUT_LIMIT = 64 << 20,
	MILLISECONDS = 30 * 1000,
	MEMORY_LIMIT_MIB = 2048,
	TICK = 50,		/* ms between looks at the clock and cancel */
	CHUNK = 64 << 10,
	CANNOT_RUN = 127,
};

static bool is_program(const char *path)
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
		if (is_program(path->s + start))
			return true;
		path->n = start;
		path->s[start] = '\0';
	}
	return false;
}

/* In the child: only what is safe to call while other threads are gone. */
static _Noreturn void become(const char *const *args, int out)
{
	const rlim_t seconds = MILLISECONDS / 1000;
	const rlim_t memory = (rlim_t)MEMORY_LIMIT_MIB << 20;
	int null = open("/dev/null", O_RDWR | O_NOCTTY);
	sigset_t none;

	setpgid(0, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 0, 0 });
	setrlimit(RLIMIT_CPU, &(struct rlimit){ seconds, seconds });
	setrlimit(RLIMIT_AS, &(struct rlimit){ memory, memory });
	if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 &&
	    dup2(out, STDOUT_FILENO) >= 0 && dup2(null, STDERR_FILENO) >= 0)
		execv(args[0], (char *const *)(uintptr_t)args);
	_exit(CANNOT_RUN);
}

/* One program_run under way. */
struct run {
	const struct program *program;
	pid_t pid;
	bool is_reaped;			/* pid may be another's by now */
	int fd;
	struct timespec end;
};

static int run_start(struct run *run, struct err *err)
{
	int fds[2];

	if (pipe2(fds, O_CLOEXEC))
		return err_fail(err, "cannot be run: %m");
	run->pid = fork();
	if (!run->pid)
		become(run->program->args, fds[1]);
	close(fds[1]);
	run->fd = fds[0];
	if (run->pid < 0) {
		close(run->fd);
		return err_fail(err, "cannot be run: %m");
	}
	setpgid(run->pid, run->pid);
	return 0;
}

/* Whether it has to be stopped; says why. */
static bool is_over(const struct run *run, struct err *err)
{
	const struct program *c = run->program;
	struct timespec now;

	if (cancel_is_set(c->cancel)) {
		err_set(err, "cancelled");
		return true;
	}
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (now.tv_sec < run->end.tv_sec || (now.tv_sec == run->end.tv_sec &&
					     now.tv_nsec < run->end.tv_nsec))
		return false;
	err_set(err, "took too long");
	return true;
}

/* Takes what there is; 0 at the end, 1 when more may come. */
static int read_some(const struct run *run, struct buf *out, size_t limit,
		     struct err *err)
{
	ssize_t n;

	buf_grow(out, CHUNK);
	n = read(run->fd, out->s + out->n, CHUNK);
	if (n < 0)
		return errno == EINTR || errno == EAGAIN ? 1 :
		       err_fail(err, "cannot be read: %m");
	out->n += (size_t)n;
	out->s[out->n] = '\0';
	if (out->n > limit)
		return err_fail(err, "printed more than %zu bytes", limit);
	return n > 0;
}

static int read_all(const struct run *run, struct buf *out, struct err *err)
{
	size_t limit = run->program->limit;
	int more = 1;

	limit = out->n + (limit ? limit : OUTPUT_LIMIT);
	while (more > 0) {
		struct pollfd fd = { .fd = run->fd, .events = POLLIN };

		if (is_over(run, err))
			return -1;
		if (poll(&fd, 1, TICK) > 0)
			more = read_some(run, out, limit, err);
	}
	return more;
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
	if (WIFSIGNALED(status))
		return err_fail(err, "was killed by signal %d",
				WTERMSIG(status));
	if (WEXITSTATUS(status) == CANNOT_RUN)
		return err_fail(err, "cannot be run");
	if (WEXITSTATUS(status))
		return err_fail(err, "failed with status %d",
				WEXITSTATUS(status));
	return 0;
}

static void run_stop(const struct run *run)
{
	kill(-run->pid, SIGKILL);
	kill(run->pid, SIGKILL);
	while (waitpid(run->pid, NULL, 0) < 0 && errno == EINTR)
		;
}

int program_run(const struct program *program, struct buf *out,
		struct err *err)
{
	struct run run = { .program = program };
	int ms = program->milliseconds ? program->milliseconds : MILLISECONDS;
	int result;

	clock_gettime(CLOCK_MONOTONIC, &run.end);
	run.end.tv_sec += ms / 1000;
	run.end.tv_nsec += ms % 1000 * 1000000L;
	if (run.end.tv_nsec >= 1000000000L) {
		run.end.tv_nsec -= 1000000000L;
		run.end.tv_sec++;
	}
	result = run_start(&run, err);
	if (!result) {
		result = read_all(&run, out, err);
		if (!result)
			result = wait_for(&run, err);
		if (!run.is_reaped)
			run_stop(&run);
		close(run.fd);
	}
	return result ? err_within(err, "%s", program->args[0]) : 0;
}
