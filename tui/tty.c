#include "config.h"

#include "tui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "model/mem.h"
#include "render/grid.h"

#if defined(__SANITIZE_ADDRESS__)
#define TTY_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TTY_SANITIZED 1
#endif
#endif
#ifdef TTY_SANITIZED
#include <sanitizer/common_interface_defs.h>
#endif

#ifndef PACKAGE_STRING
#define PACKAGE_STRING "pprowl"
#endif

/* Bytes of the stack for handlers: a crash may be that of the other one. */
#define SIGNAL_STACK 65536

/* Bytes that are printed of what was written to standard error. */
#define CAPTURE_MAX 65536

/* Milliseconds to wait for a terminal that takes no bytes, when dying. */
#define DYING_WAIT 200

enum signal_use {
	USE_LOOP,		/* the loop does something */
	USE_END,		/* the loop ends the program */
	USE_KILL,		/* ends it at once */
	USE_CRASH		/* the same, and it is our mistake */
};

static const struct {
	int sig;
	enum signal_use use;
	const char *name;
} uses[] = {
	{ SIGWINCH, USE_LOOP, NULL },	   { SIGCONT, USE_LOOP, NULL },
	{ SIGTSTP, USE_LOOP, NULL },	   { SIGINT, USE_END, NULL },
	{ SIGTERM, USE_END, NULL },	   { SIGHUP, USE_END, NULL },
	{ SIGQUIT, USE_KILL, NULL },	   { SIGPIPE, USE_KILL, NULL },
	{ SIGALRM, USE_KILL, NULL },	   { SIGUSR1, USE_KILL, NULL },
	{ SIGUSR2, USE_KILL, NULL },	   { SIGXCPU, USE_KILL, NULL },
	{ SIGXFSZ, USE_KILL, NULL },	   { SIGVTALRM, USE_KILL, NULL },
	{ SIGPROF, USE_KILL, NULL },	   { SIGSEGV, USE_CRASH, "SIGSEGV" },
	{ SIGBUS, USE_CRASH, "SIGBUS" },   { SIGFPE, USE_CRASH, "SIGFPE" },
	{ SIGILL, USE_CRASH, "SIGILL" },   { SIGABRT, USE_CRASH, "SIGABRT" },
	{ SIGTRAP, USE_CRASH, "SIGTRAP" }, { SIGSYS, USE_CRASH, "SIGSYS" },
};

/* What handlers need.  Handlers act on it while up. */
static struct {
	struct tty tty;
	int signal_in;			/* the end that handlers write */
	struct termios modes;
	int flags_in, flags_out;	/* of the descriptions, before tty_up */
	char reset[TTY_RESET_MAX];
	volatile sig_atomic_t reset_n;
	atomic_int up;
	volatile sig_atomic_t ending;	/* the signal that asked to end, or 0 */
	int err_fd, err_memory;		/* standard error, what it goes to */
	struct sigaction old[ARRAY_SIZE(uses)];
} term;

static _Thread_local unsigned char signal_stack[SIGNAL_STACK];

/* Writes all of it, unless the terminal takes nothing or is gone. */
static void write_all(int fd, const char *s, size_t n, int wait)
{
	struct pollfd poll_out = { .fd = fd, .events = POLLOUT };

	while (n) {
		ssize_t done;

		if (wait && poll(&poll_out, 1, wait) <= 0)
			return;
		done = write(fd, s, n);
		if (done < 0 && errno != EINTR)
			return;
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
}

/*
 * Prints what was written to standard error.  It may hold anything, and a
 * handler cannot call text_escape, so everything but ASCII becomes '?'.
 */
static void print_captured(void)
{
	char s[512];
	off_t at = 0;
	ssize_t n;

	while (at < CAPTURE_MAX &&
	       (n = pread(term.err_memory, s, sizeof(s), at)) > 0) {
		for (ssize_t i = 0; i < n; i++)
			if ((s[i] < ' ' && s[i] != '\n') || s[i] > '~')
				s[i] = '?';
		write_all(STDERR_FILENO, s, (size_t)n, DYING_WAIT);
		at += n;
	}
}

static void capture_start(void)
{
	if (!isatty(STDERR_FILENO))
		return;
	term.err_memory = memfd_create("stderr", MFD_CLOEXEC);
	if (term.err_memory < 0)
		return;
	term.err_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	if (term.err_fd >= 0)
		dup2(term.err_memory, STDERR_FILENO);
}

static void capture_end(void)
{
	if (term.err_fd >= 0) {
		dup2(term.err_fd, STDERR_FILENO);
		print_captured();
		close(term.err_fd);
	}
	if (term.err_memory >= 0)
		close(term.err_memory);
	term.err_fd = term.err_memory = -1;
}

/*
 * The shell's terminal is not ours to set while we are in the background: it
 * has set it, and setting it would stop us.
 */
static bool in_foreground(void)
{
	pid_t group = tcgetpgrp(term.tty.in);

	return group <= 0 || group == getpgrp();
}

/*
 * Puts the terminal right; safe in a handler.  Only the first to come does it,
 * should several threads die.
 */
static void give_back(void)
{
	if (!atomic_exchange(&term.up, 0))
		return;
	write_all(term.tty.out, term.reset, (size_t)term.reset_n, DYING_WAIT);
	if (in_foreground())
		tcsetattr(term.tty.in, TCSANOW, &term.modes);
	fcntl(term.tty.in, F_SETFL, term.flags_in);
	fcntl(term.tty.out, F_SETFL, term.flags_out);
	capture_end();
}

static void print_crash(int sig)
{
	static const char text[] = PACKAGE_STRING ": crashed with ";
	static const char end[] = "; this is a mistake in the program\n";

	for (size_t i = 0; i < ARRAY_SIZE(uses); i++) {
		if (uses[i].sig != sig || uses[i].use != USE_CRASH)
			continue;
		write_all(STDERR_FILENO, text, sizeof(text) - 1, DYING_WAIT);
		write_all(STDERR_FILENO, uses[i].name, strlen(uses[i].name),
			  DYING_WAIT);
		write_all(STDERR_FILENO, end, sizeof(end) - 1, DYING_WAIT);
	}
}

/* The signal stays blocked until the handler returns; then it kills. */
static void kill_self(int sig)
{
	struct sigaction action = { .sa_handler = SIG_DFL };

	sigaction(sig, &action, NULL);
	raise(sig);
}

static void on_kill(int sig)
{
	/* The alarm that on_end has set stands for the signal that it got. */
	if (sig == SIGALRM && term.ending)
		sig = term.ending;
	give_back();
	print_crash(sig);
	kill_self(sig);
}

static void on_loop(int sig)
{
	int error = errno;
	unsigned char byte = (unsigned char)sig;

	/* A full pipe has enough of them. */
	if (write(term.signal_in, &byte, 1) < 0)
		errno = error;
}

static void on_end(int sig)
{
	if (term.ending) {
		on_kill(sig);
		return;
	}
	term.ending = sig;
	alarm(1);
	on_loop(sig);
}

static void use_signal_stack(void)
{
	stack_t stack = { .ss_sp = signal_stack, .ss_size = SIGNAL_STACK };
	stack_t old;

	/* A sanitizer has its own, and frees what it finds at the end. */
	if (!sigaltstack(NULL, &old) && (old.ss_flags & SS_DISABLE))
		sigaltstack(&stack, NULL);
}

/* What is blocked in a handler: all, so that no second one cuts it short. */
static void take_signals(void)
{
	static void (*const handlers[])(int) = {
		[USE_LOOP] = on_loop,
		[USE_END] = on_end,
		[USE_KILL] = on_kill,
		[USE_CRASH] = on_kill,
	};

	use_signal_stack();
	for (size_t i = 0; i < ARRAY_SIZE(uses); i++) {
		struct sigaction action = {
			.sa_handler = handlers[uses[i].use],
			.sa_flags = SA_ONSTACK | SA_RESTART,
		};

		sigfillset(&action.sa_mask);
		if (uses[i].use >= USE_KILL)
			action.sa_flags |= (int)SA_RESETHAND;
		sigaction(uses[i].sig, &action, &term.old[i]);
		/* Who starts us so wants errors, not signals. */
		if (uses[i].sig == SIGPIPE &&
		    term.old[i].sa_handler == SIG_IGN)
			sigaction(SIGPIPE, &term.old[i], NULL);
	}
}

void tty_fill_fds(void)
{
	/* The wrong way round: reading and writing fail, as they should. */
	static const int flags[] = { O_WRONLY, O_RDONLY, O_RDONLY };

	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", flags[fd]) < 0)
			_exit(2);
}

static int open_fds(void)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		term.tty.in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
		term.tty.out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	} else {
		term.tty.in = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
		if (term.tty.in >= 0)
			term.tty.out = fcntl(term.tty.in, F_DUPFD_CLOEXEC, 3);
	}
	if (term.tty.in < 0 || term.tty.out < 0)
		return -1;
	return tcgetattr(term.tty.in, &term.modes);
}

static int open_pipe(void)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return -1;
	term.tty.signals = ends[0];
	term.signal_in = ends[1];
	return 0;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_fds(void)
{
	close_fd(&term.tty.in);
	close_fd(&term.tty.out);
	close_fd(&term.tty.signals);
	close_fd(&term.signal_in);
}

struct tty *tty_open(struct err *err)
{
	static bool is_known;

	term.tty = (struct tty){ -1, -1, -1 };
	term.signal_in = term.err_fd = term.err_memory = -1;
	if (open_fds() < 0 || open_pipe() < 0) {
		err_set(err, "no terminal: %s", strerror(errno));
		close_fds();
		return NULL;
	}
	take_signals();
	die_hook = give_back;
	if (!is_known)
		atexit(give_back);
	is_known = true;
#ifdef TTY_SANITIZED
	__sanitizer_set_death_callback(give_back);
#endif
	return &term.tty;
}

void tty_close(struct tty *tty)
{
	(void)tty;
	tty_down();
	for (size_t i = 0; i < ARRAY_SIZE(uses); i++)
		sigaction(uses[i].sig, &term.old[i], NULL);
	die_hook = NULL;
	close_fds();
}

void tty_set_reset(const char *bytes, size_t n)
{
	if (n > TTY_RESET_MAX)
		return;
	term.reset_n = 0;
	memcpy(term.reset, bytes, n);
	term.reset_n = (sig_atomic_t)n;
}

void tty_up(void)
{
	if (term.up)
		return;
	term.flags_in = fcntl(term.tty.in, F_GETFL);
	term.flags_out = fcntl(term.tty.out, F_GETFL);
	/* Curses does not wait but tries again when it would block. */
	fcntl(term.tty.in, F_SETFL, term.flags_in & ~O_NONBLOCK);
	fcntl(term.tty.out, F_SETFL, term.flags_out & ~O_NONBLOCK);
	capture_start();
	atomic_store(&term.up, 1);
}

void tty_down(void)
{
	if (!atomic_exchange(&term.up, 0))
		return;
	if (in_foreground())
		tcsetattr(term.tty.in, TCSADRAIN, &term.modes);
	fcntl(term.tty.in, F_SETFL, term.flags_in);
	fcntl(term.tty.out, F_SETFL, term.flags_out);
	capture_end();
}

int tty_signal(struct tty *tty)
{
	unsigned char sig;

	return read(tty->signals, &sig, 1) == 1 ? sig : 0;
}

static int clamp(int value, int most)
{
	return value < 1 ? 1 : value > most ? most : value;
}

void tty_size(int fd, int *rows, int *cols)
{
	struct winsize size = { .ws_row = 0 };

	ioctl(fd, TIOCGWINSZ, &size);
	*rows = clamp(size.ws_row ? size.ws_row : 24, GRID_ROWS_MAX);
	*cols = clamp(size.ws_col ? size.ws_col : 80, GRID_COLS_MAX);
}

void tty_suspend(void)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, old;

	sigaction(SIGTSTP, &stop, &old);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &old, NULL);
}

void tty_die_of(int sig)
{
	sigset_t set;

	give_back();
	sigemptyset(&set);
	sigaddset(&set, sig);
	kill_self(sig);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	_exit(128 + sig);
}

void tty_guard_thread(void)
{
	sigset_t set;

	sigfillset(&set);
	for (size_t i = 0; i < ARRAY_SIZE(uses); i++)
		if (uses[i].use == USE_CRASH)
			sigdelset(&set, uses[i].sig);
	pthread_sigmask(SIG_SETMASK, &set, NULL);
	use_signal_stack();
}
