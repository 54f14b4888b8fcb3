#include "config.h"

#include "tui/graphviz.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/buf.h"
#include "model/mem.h"

enum {
	PIECE = 64 << 10,
	COMPLAINT_MAX = 4 << 10,	/* bytes told of what it complains */
	PATIENCE = 100,			/* ms between two looks at cancel */
};

extern char **environ;

/* The text as it is made. */
struct text {
	FILE *file;
	int error;			/* why a write failed, an errno */
};

static int write_text(void *data, const char *s, size_t n)
{
	struct text *text = data;

	if (text->error || fwrite(s, 1, n, text->file) == n)
		return text->error ? -1 : 0;
	text->error = errno ? errno : EIO;
	return -1;
}

/* What is drawn, and for whom. */
struct drawing {
	const char *format;
	const struct report *report;	/* is warned, or cancels */
	struct graphviz_sink *sink;
};

/* The program and the ends of its pipes that are ours; -1 is closed. */
struct child {
	pid_t pid;
	int out, complaints;
	struct buf complaint;		/* a line or more, not told yet */
	size_t n_told;
	const struct drawing *drawing;
};

struct pipes {
	int out[2], complaints[2];
};

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int open_pipes(struct pipes *pipes, struct err *err)
{
	*pipes = (struct pipes){ { -1, -1 }, { -1, -1 } };
	if (pipe2(pipes->out, O_CLOEXEC) ||
	    pipe2(pipes->complaints, O_CLOEXEC)) {
		err_set(err, "a pipe: %s", strerror(errno));
		close_end(&pipes->out[0]);
		close_end(&pipes->out[1]);
		return -1;
	}
	return 0;
}

/* Its signals are as if a shell had started it. */
static void set_signals(posix_spawnattr_t *attributes)
{
	sigset_t none, defaults;

	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGTERM);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &defaults);
	posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK |
					     POSIX_SPAWN_SETSIGDEF);
}

/* Returns 0 or an errno. */
static int spawn(struct child *child, const struct pipes *pipes, int text)
{
	char type[16], *argv[] = { (char *)"dot", type, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int error;

	snprintf(type, sizeof(type), "-T%s", child->drawing->format);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	set_signals(&attributes);
	posix_spawn_file_actions_adddup2(&actions, text, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, pipes->out[1],
					 STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, pipes->complaints[1],
					 STDERR_FILENO);
	error = posix_spawnp(&child->pid, "dot", &actions, &attributes, argv,
			     environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return error;
}

static int start(struct child *child, int text, struct err *err)
{
	struct pipes pipes;
	int error;

	if (open_pipes(&pipes, err))
		return -1;
	error = spawn(child, &pipes, text);
	close_end(&pipes.out[1]);
	close_end(&pipes.complaints[1]);
	child->out = pipes.out[0];
	child->complaints = pipes.complaints[0];
	if (!error)
		return 0;
	close_end(&child->out);
	close_end(&child->complaints);
	if (error == ENOENT)
		return err_fail(err, "-%s is drawn by Graphviz, whose program "
				"\"dot\" is not in PATH; install graphviz, or "
				"write the graph with -dot and draw it where "
				"there is one", child->drawing->format);
	return err_fail(err, "dot: %s", strerror(error));
}

/* Tells whole lines; at the end the rest, too. */
static void tell(struct child *child, bool is_end)
{
	const struct report *report = child->drawing->report;
	const char *line = buf_str(&child->complaint), *end;
	struct buf text = BUF_INIT;

	while ((end = strchr(line, '\n')) || (is_end && *line)) {
		size_t n = end ? (size_t)(end - line) : strlen(line);

		buf_clear(&text);
		buf_adds(&text, "dot: ");
		buf_add(&text, line, n);
		if (child->n_told < COMPLAINT_MAX)
			report->warn(report->data, buf_str(&text));
		child->n_told += n + 1;
		line += n + (end != NULL);
	}
	buf_clear(&text);
	buf_adds(&text, line);
	buf_clear(&child->complaint);
	buf_add(&child->complaint, buf_str(&text), text.n);
	buf_release(&text);
}

/* Reads what there is, and closes the end where there will be no more. */
static size_t read_end(int *fd, char *piece)
{
	ssize_t n = read(*fd, piece, PIECE);

	if (n > 0)
		return (size_t)n;
	if (!n || errno != EINTR)
		close_end(fd);
	return 0;
}

static void read_picture(struct child *child, char *piece)
{
	struct graphviz_sink *sink = child->drawing->sink;
	size_t n = read_end(&child->out, piece);

	if (n && sink->write(sink->data, piece, n)) {
		sink->has_failed = true;
		close_end(&child->out);
	}
}

/* A NUL ends what is told of a piece. */
static void read_complaint(struct child *child, char *piece)
{
	size_t n = read_end(&child->complaints, piece);

	if (child->n_told >= COMPLAINT_MAX)
		return;
	buf_add(&child->complaint, piece, strnlen(piece, n));
	if (child->complaint.n > COMPLAINT_MAX)
		buf_addc(&child->complaint, '\n');
	tell(child, false);
}

static bool is_cancelled(const struct child *child)
{
	const _Atomic bool *cancel = child->drawing->report->cancel;

	return cancel && atomic_load_explicit(cancel, memory_order_relaxed);
}

/* Reads both ends until both are closed. */
static void follow(struct child *child)
{
	char *piece = malloc(PIECE);

	if (!piece)
		die("out of memory: a picture");
	while (child->out >= 0 || child->complaints >= 0) {
		struct pollfd fds[2] = {
			{ .fd = child->out, .events = POLLIN },
			{ .fd = child->complaints, .events = POLLIN },
		};

		if (poll(fds, 2, PATIENCE) < 0 && errno != EINTR)
			break;
		if (is_cancelled(child)) {
			kill(child->pid, SIGKILL);
			break;
		}
		if (fds[0].revents)
			read_picture(child, piece);
		if (fds[1].revents)
			read_complaint(child, piece);
	}
	tell(child, true);
	free(piece);
}

static int end(struct child *child, struct err *err)
{
	int status = 0;

	close_end(&child->out);
	close_end(&child->complaints);
	buf_release(&child->complaint);
	while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
		;
	if (child->drawing->sink->has_failed)
		return err_fail(err, "the picture could not be written");
	if (WIFSIGNALED(status))
		return err_fail(err, "dot: killed by signal %d",
				WTERMSIG(status));
	if (WEXITSTATUS(status))
		return err_fail(err, "dot: failed with status %d",
				WEXITSTATUS(status));
	return 0;
}

static int draw(const struct drawing *drawing, FILE *text, struct err *err)
{
	struct child child = { .drawing = drawing };

	rewind(text);
	if (start(&child, fileno(text), err))
		return -1;
	follow(&child);
	return end(&child, err);
}

/* A report that could not be written down is not to blame for it. */
static int make_text(const struct report_kind *kind,
		     const struct report *report, struct text *text,
		     struct err *err)
{
	struct report_out *out = report->out;
	int result;

	out->write = write_text;
	out->data = text;
	out->escapes = true;
	out->charset = TEXT_UTF8;
	result = report_run(kind, report, err);
	if (fflush(text->file) && !text->error)
		text->error = errno;
	if (text->error)
		return err_fail(err, "a temporary file: %s",
				strerror(text->error));
	return result;
}

int graphviz_report(const struct report_kind *kind,
		    const struct report *report, struct graphviz_sink *sink,
		    struct err *err)
{
	struct text text = { .file = tmpfile() };
	int result;

	if (!text.file)
		return err_fail(err, "a temporary file: %s", strerror(errno));
	fcntl(fileno(text.file), F_SETFD, FD_CLOEXEC);
	result = make_text(kind, report, &text, err);
	if (!result)
		result = draw(&(struct drawing){ kind->format, report, sink },
			      text.file, err);
	fclose(text.file);
	return result;
}
