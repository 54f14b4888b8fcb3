#include "config.h"

#include "tui/keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One that is not absolute is to be ignored, as the XDG specification says. */
static const char *folder(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value == '/' ? value : NULL;
}

bool keyfile_path(struct buf *out)
{
	const char *config = folder("XDG_CONFIG_HOME"), *home = folder("HOME");

	if (!config && !home)
		return false;
	buf_addf(out, "%s%s/pprowl/keys", config ? config : home,
		 config ? "" : "/.config");
	return true;
}

/* Reads until the end, or until there is more than there may be. */
static int read_all(int fd, struct buf *text)
{
	char piece[4096];
	ssize_t n;

	do {
		n = read(fd, piece, sizeof(piece));
		if (n > 0)
			buf_add(text, piece, (size_t)n);
	} while ((n > 0 && text->n <= KEYFILE_MAX) ||
		 (n < 0 && errno == EINTR));
	return n < 0 ? -1 : 0;
}

/* What keys do is the user's to say, or root's, who could say anything. */
static int check_owner(const struct stat *st, struct err *err)
{
	if (st->st_uid && st->st_uid != geteuid())
		return err_fail(err, "of user %u, not yours; chown it or copy "
				"it", (unsigned)st->st_uid);
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return err_fail(err, "others can write to it; chmod go-w it");
	return 0;
}

static int read_regular(int fd, struct buf *text, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st))
		return err_fail(err, "%s", strerror(errno));
	if (!S_ISREG(st.st_mode))
		return err_fail(err, "not a regular file");
	if (check_owner(&st, err))
		return -1;
	if (read_all(fd, text))
		return err_fail(err, "%s", strerror(errno));
	return text->n <= KEYFILE_MAX ? 0 :
	       err_fail(err, "larger than %d bytes", KEYFILE_MAX);
}

static enum keyfile_result read_file(const char *path, struct buf *text,
				     struct err *err)
{
	/* O_NONBLOCK, as a pipe would wait for its other end. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	int result;

	if (fd < 0) {
		err_set(err, "%s", strerror(errno));
		return errno == ENOENT || errno == ENOTDIR ?
		       KEYFILE_MISSING : KEYFILE_UNREADABLE;
	}
	result = read_regular(fd, text, err);
	close(fd);
	return result ? KEYFILE_UNREADABLE : KEYFILE_DONE;
}

/* Binds a line of n bytes. */
static bool bind_line(struct keymap *km, const char *line, size_t n,
		      struct keymap_err *err)
{
	struct buf copy = BUF_INIT;
	bool result;

	if (memchr(line, '\0', n)) {
		strcpy(err->text, "a byte that is no text");
		return false;
	}
	buf_add(&copy, line, n);
	result = keymap_load_line(km, buf_str(&copy), err);
	buf_release(&copy);
	return result;
}

/* Lists a mistake, if they are not too many already. */
static void add_mistake(struct buf *all, size_t n_before, size_t line,
			const char *why)
{
	if (n_before < KEYFILE_MISTAKES_MAX)
		buf_addf(all, "line %zu: %s\n", line, why);
	else if (n_before == KEYFILE_MISTAKES_MAX)
		buf_adds(all, "and more\n");
}

/* Returns how many lines are wrong, and what is wrong with the first. */
static size_t bind_lines(struct keymap *km, const struct buf *text,
			 struct buf *all, struct err *first)
{
	const char *at = buf_str(text), *end = at + text->n;
	size_t n_wrong = 0;

	for (size_t number = 1; at < end; number++) {
		const char *eol = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((eol ? eol : end) - at);
		struct keymap_err why;

		if (!bind_line(km, at, n, &why)) {
			if (!n_wrong)
				err_set(first, "line %zu: %s", number,
					why.text);
			add_mistake(all, n_wrong++, number, why.text);
		}
		at += n + 1;
	}
	return n_wrong;
}

/* In front of the reason, "~" for the home. */
static void add_path(const char *path, struct err *err)
{
	const char *home = folder("HOME");
	size_t n = home ? strlen(home) : 0;

	if (n > 1 && !strncmp(path, home, n) && path[n] == '/')
		err_prefix(err, "~%.400s", path + n);
	else
		err_prefix(err, "%.400s", path);
}

enum keyfile_result keyfile_load(struct keymap *km, const char *path,
				 struct buf *all, struct err *err)
{
	struct buf text = BUF_INIT;
	enum keyfile_result result = read_file(path, &text, err);
	struct err first;
	size_t n = 0;

	if (result == KEYFILE_DONE)
		n = bind_lines(km, &text, all, &first);
	buf_release(&text);
	if (n) {
		result = KEYFILE_WRONG;
		*err = first;
		if (n > 1)
			err_set(err, "%.200s; %zu more mistake%s, :help keys "
				"lists %s", first.text, n - 1,
				n > 2 ? "s" : "", n > 2 ? "them" : "it");
	}
	if (result != KEYFILE_DONE)
		add_path(path, err);
	return result;
}
