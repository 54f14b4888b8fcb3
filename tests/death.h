/*
 * Tests of code that ends the program: it runs in a child, of which the exit
 * status and what it said on stderr are kept.  Header only, like tap.h.
 */
#ifndef TESTS_DEATH_H
#define TESTS_DEATH_H

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct death {
	int status;		/* of exit, -1 after a signal */
	char text[1024];	/* the start of stderr */
};

/*
 * Runs a function in a child, which exits with 0 when the function returns.
 */
static inline struct death death_of(void (*run)(void *data), void *data)
{
	struct death death = { .status = -1 };
	size_t n = 0;
	ssize_t got;
	int fds[2], status;
	pid_t pid;

	fflush(NULL);
	if (pipe(fds))
		return death;
	pid = fork();
	if (!pid) {
		dup2(fds[1], STDERR_FILENO);
		run(data);
		_exit(0);
	}
	close(fds[1]);
	while ((got = read(fds[0], death.text + n,
			   sizeof(death.text) - 1 - n)) > 0)
		n += (size_t)got;
	close(fds[0]);
	if (waitpid(pid, &status, 0) == pid && WIFEXITED(status))
		death.status = WEXITSTATUS(status);
	return death;
}

#endif
