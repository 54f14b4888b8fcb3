#include "config.h"

#include "model/sourcefile.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "model/cancel.h"
#include "model/clock.h"

enum {
	SIZE_LIMIT = 64 << 20,
	LINES_LIMIT = 16 << 20,		/* makes an index of 64 MiB */
	BINARY_PREFIX = 8192,
	SHORT_LIMIT = 64 << 10,
	READ_CHUNK = 256 << 10,
	SECONDS = 2,
};

/* One source_load under way. */
struct opener {
	const struct source_search *search;
	struct source_found *found;
	int64_t end_ms;
};

void source_file_release(struct source_file *file)
{
	mem_free(file->mem, file->text, file->cap);
	mem_free(file->mem, file->lines,
		 file->lines ? (file->n_lines + 1) * sizeof(uint32_t) : 0);
	*file = (struct source_file){ .mem = file->mem };
}

/* The next line's start, or n + 1 after a last line without a newline. */
static size_t line_next(const struct source_file *file, size_t at)
{
	const char *end = memchr(file->text + at, '\n', file->n - at);

	return end ? (size_t)(end - file->text) + 1 : file->n + 1;
}

static bool mem_has(const struct mem *mem, size_t n)
{
	size_t used = atomic_load(&mem->used);

	return !mem->limit || (used <= mem->limit && n <= mem->limit - used);
}

/* The reference reads lines into 64 KiB, with their newline. */
static uint32_t count_short(const struct source_file *file)
{
	uint32_t i = 0, start = 0;

	for (; i < file->n_lines; start = file->lines[++i]) {
		if (file->lines[i + 1] - start > SHORT_LIMIT)
			break;
	}
	return i;
}

static int file_index(struct source_file *file, struct err *err)
{
	static const char mark[] = "\xef\xbb\xbf";
	bool marked = file->n >= 3 && !memcmp(file->text, mark, 3);
	size_t at, n = 0, size;

	for (at = marked ? 3 : 0; at < file->n; at = line_next(file, at))
		n++;
	size = (n + 1) * sizeof(file->lines[0]);
	if (n > LINES_LIMIT)
		return err_fail(err, "the file has more than %d lines",
				LINES_LIMIT);
	if (!mem_has(file->mem, size))
		return err_fail(err, "the file's %zu lines do not fit into "
				"-max_memory", n);
	file->lines = mem_alloc(file->mem, size);
	for (at = marked ? 3 : 0; at < file->n; at = line_next(file, at))
		file->lines[file->n_lines++] = (uint32_t)at;
	file->lines[file->n_lines] = (uint32_t)at;
	file->n_short = count_short(file);
	return 0;
}

const char *source_line(const struct source_file *file, uint64_t i,
			size_t *len)
{
	const char *line;
	size_t n;

	*len = 0;
	if (!i || i > file->n_lines)
		return NULL;
	line = file->text + file->lines[i - 1];
	n = file->lines[i] - file->lines[i - 1] - 1;
	if (n && line[n - 1] == '\r')
		n--;
	if (n > SOURCE_LINE_MAX) {
		n = SOURCE_LINE_MAX;
		for (int k = 0; k < 3 && (line[n] & 0xc0) == 0x80; k++)
			n--;
	}
	*len = n;
	return line;
}

const char *source_line_raw(const struct source_file *file, uint64_t i,
			    size_t *len)
{
	uint32_t start;

	*len = 0;
	if (!i || i > file->n_lines)
		return NULL;
	start = i == 1 ? 0 : file->lines[i - 1];
	*len = file->lines[i] - start - 1;
	return file->text + start;
}

void source_found_release(struct source_found *found)
{
	if (found->file.mem)
		source_file_release(&found->file);
	buf_release(&found->path);
	buf_release(&found->tried);
	*found = (struct source_found){ .status = SOURCE_NOT_FOUND };
}

const char *source_tried(const struct source_found *found, size_t i)
{
	const char *path = buf_str(&found->tried);

	while (i--)
		path += strlen(path) + 1;
	return path;
}

/* Notes a path; false when it was tried before or nothing more may be. */
static bool tried_add(struct source_found *found, const char *path)
{
	const char *s = buf_str(&found->tried);

	for (size_t i = 0; i < found->n_tried; i++, s += strlen(s) + 1)
		if (!strcmp(s, path))
			return false;
	if (found->n_tried == SOURCE_TRIES_MAX)
		return false;
	buf_add(&found->tried, path, strlen(path) + 1);
	found->n_tried++;
	return true;
}

/* Sets what a search has come to; true, for those who end it. */
static bool found_set(struct opener *o, enum source_status status,
		      const char *path)
{
	o->found->status = status;
	buf_clear(&o->found->path);
	buf_adds(&o->found->path, path);
	return true;
}

/* Whether the user or the clock ended the search; says so in err. */
static bool is_over(const struct opener *o, struct err *err)
{
	if (cancel_is_set(o->search->cancel)) {
		err_set(err, "cancelled");
		return true;
	}
	if (clock_ms() < o->end_ms)
		return false;
	err_set(err, "looking and reading took more than %d s", SECONDS);
	return true;
}

static bool is_kernel_made(int fd)
{
	static const unsigned long kinds[] = {
		PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC, TRACEFS_MAGIC,
		CGROUP_SUPER_MAGIC, CGROUP2_SUPER_MAGIC,
	};
	struct statfs fs;

	if (fstatfs(fd, &fs))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if ((unsigned long)fs.f_type == kinds[i])
			return true;
	return false;
}

static const char *kind_name(mode_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFDIR:
		return "a directory";
	case S_IFIFO:
		return "a pipe";
	case S_IFSOCK:
		return "a socket";
	default:
		return "a device";
	}
}

/* Whether what fd, opened for its path only, stands for may be read at all. */
static int file_check(int fd, struct stat *st, struct err *err)
{
	if (fstat(fd, st))
		return err_fail(err, "cannot be looked at: %m");
	if (!S_ISREG(st->st_mode))
		return err_fail(err, "it is %s, not a regular file",
				kind_name(st->st_mode));
	if (is_kernel_made(fd))
		return err_fail(err, "it is made by the kernel, not a file on "
				"a disk");
	if (!st->st_size)
		return err_fail(err, "the file is empty");
	if (st->st_size > SIZE_LIMIT)
		return err_fail(err, "the file has more than %d MiB",
				SIZE_LIMIT >> 20);
	return 0;
}

static bool has_source_name(const char *path)
{
	static const char *const ends[] = {
		"c", "h", "cc", "cp", "cpp", "cxx", "c++", "C", "hh", "hpp",
		"hxx", "h++", "H", "inl", "ipp", "tcc", "txx", "cu", "cuh",
		"go", "s", "S", "asm", "rs", "zig", "d", "nim", "swift", "m",
		"mm", "java", "kt", "kts", "scala", "groovy", "clj", "cs",
		"fs", "vb", "py", "pyx", "pxd", "rb", "php", "pl", "pm", "lua",
		"js", "mjs", "cjs", "jsx", "ts", "mts", "tsx", "ml", "mli",
		"hs", "erl", "hrl", "ex", "exs", "el", "lisp", "scm", "jl",
		"r", "R", "f", "F", "f90", "F90", "f95", "for", "pas", "adb",
		"ads", "v", "sv", "y", "l", "proto", "dart", "cr", "tcl",
	};
	const char *base = strrchr(path, '/');
	const char *dot = base ? strrchr(base, '.') : NULL;

	for (size_t i = 0; dot && i < ARRAY_SIZE(ends); i++)
		if (!strcmp(dot + 1, ends[i]))
			return true;
	return false;
}

static bool opens_unasked(const struct source_hunt *hunt, int fd)
{
	char link[32], path[PATH_MAX];
	ssize_t n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path));
	if (n <= 0 || (size_t)n == sizeof(path))
		return false;
	path[n] = '\0';
	return has_source_name(path) || source_hunt_covers(hunt, path);
}

static int read_whole(const struct opener *o, int fd, struct source_file *file,
		      struct err *err)
{
	while (file->n < file->cap) {
		size_t more = file->cap - file->n;
		ssize_t n;

		if (is_over(o, err))
			return -1;
		n = read(fd, file->text + file->n,
			 more < READ_CHUNK ? more : READ_CHUNK);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_fail(err, "cannot be read: %m");
		if (!n)
			break;
		file->n += (size_t)n;
	}
	return file->n ? 0 : err_fail(err, "the file is empty");
}

/* Makes room for a text that is about to be read or copied. */
static int file_start(struct source_file *file, size_t size, struct err *err)
{
	if (!mem_has(file->mem, size))
		return err_fail(err, "the file's %zu bytes do not fit into "
				"-max_memory", size);
	file->text = mem_alloc(file->mem, size);
	file->cap = size;
	return 0;
}

/* After a failure the file is still the caller's to release. */
static int file_read(const struct opener *o, int fd, const struct stat *st,
		     struct err *err)
{
	struct source_file *file = &o->found->file;
	char link[32];
	int result = -1;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	fd = open(link, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return err_fail(err, "cannot be opened: %m");
	if (file_start(file, (size_t)st->st_size, err) ||
	    read_whole(o, fd, file, err))
		goto done;
	if (memchr(file->text, '\0', file->n < BINARY_PREFIX ? file->n :
		   BINARY_PREFIX)) {
		err_set(err, "the file is binary");
		goto done;
	}
	file->modified = st->st_mtime;
	result = file_index(file, err);
done:
	close(fd);
	return result;
}

/*
 * Remembers the first thing that was there but could not be used.  It does
 * not end the search, but is what is told when nothing better turns up.
 */
static bool refuse(struct opener *o, const char *path, const struct err *why)
{
	if (o->found->status != SOURCE_REFUSED) {
		found_set(o, SOURCE_REFUSED, path);
		o->found->why = *why;
	}
	return false;
}

/* Tries an open path; true when the search ends with it. */
static bool try_open(struct opener *o, const struct source_hunt *hunt, int fd,
		     const char *path)
{
	struct source_found *found = o->found;
	struct stat st;
	struct err why;

	if (file_check(fd, &st, &why))
		return refuse(o, path, &why);
	if (!o->search->consent && !opens_unasked(hunt, fd)) {
		err_set(&found->why, "the file has no source file's name and "
			"lies outside the source directories");
		return found_set(o, SOURCE_NEEDS_CONSENT, path);
	}
	if (!file_read(o, fd, &st, &found->why))
		return found_set(o, SOURCE_OPENED, path);
	source_file_release(&found->file);
	return found_set(o, SOURCE_REFUSED, path);
}

static bool try_path(void *arg, const struct source_hunt *hunt,
		     const char *path)
{
	struct opener *o = arg;
	struct err why;
	bool done;
	int fd;

	if (strlen(path) >= PATH_MAX || !tried_add(o->found, path))
		return false;
	if (is_over(o, &o->found->why))
		return found_set(o, SOURCE_REFUSED, path);
	fd = open(path, O_PATH | O_CLOEXEC);
	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return false;
		err_set(&why, "cannot be opened: %m");
		return refuse(o, path, &why);
	}
	done = try_open(o, hunt, fd, path);
	close(fd);
	return done;
}

/* Whether what fd stands for may be read, by its mode; else errno says why. */
static bool is_readable(int fd)
{
	char link[32];

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	return !faccessat(AT_FDCWD, link, R_OK, AT_EACCESS);
}

/* A file that reads as nothing, as a directory does for the reference. */
static bool is_empty(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && !is_kernel_made(fd) &&
	       (S_ISDIR(st.st_mode) || (S_ISREG(st.st_mode) && !st.st_size));
}

static enum source_status read_strict(struct opener *o, int fd)
{
	struct source_found *found = o->found;
	struct stat st;

	if (is_empty(fd))
		return SOURCE_OPENED;
	if (!file_check(fd, &st, &found->why) &&
	    !file_read(o, fd, &st, &found->why))
		return SOURCE_OPENED;
	source_file_release(&found->file);
	return SOURCE_REFUSED;
}

/* The path of a strict search: the first one that can be read is taken. */
static bool try_strict(void *arg, const struct source_hunt *hunt,
		       const char *path)
{
	struct opener *o = arg;
	bool done = true;
	int fd;

	(void)hunt;
	if (is_over(o, &o->found->why))
		return found_set(o, SOURCE_REFUSED, path);
	fd = open(path, O_PATH | O_CLOEXEC);
	if (fd >= 0 && is_readable(fd)) {
		found_set(o, read_strict(o, fd), path);
	} else {
		err_set_errno(&o->found->why, errno);
		done = false;
	}
	if (fd >= 0)
		close(fd);
	return done;
}

static bool load_embedded(const struct source_search *search, struct str name,
			  struct source_found *found)
{
	const struct source_embedded *e = source_search_embedded(search, name);

	if (!e)
		return false;
	buf_adds(&found->path, e->name);
	found->status = SOURCE_REFUSED;
	if (!e->size) {
		err_set(&found->why, "the file is empty");
		return true;
	}
	if (file_start(&found->file, e->size, &found->why))
		return true;
	memcpy(found->file.text, e->data, e->size);
	found->file.n = e->size;
	if (file_index(&found->file, &found->why))
		source_file_release(&found->file);
	else
		found->status = SOURCE_OPENED;
	return true;
}

/* Whether a name can be that of a file at all. */
static bool check_name(const struct source_search *search, struct str name,
		       struct err *why)
{
	bool is_long = name.n >= PATH_MAX;

	if (name.n && !is_long && !memchr(name.s, '\0', name.n))
		return true;
	if (search->strict)
		err_set_errno(why, is_long ? ENAMETOOLONG : EINVAL);
	else
		err_set(why, !name.n ? "the profile names no source file" :
			is_long ? "the source file's name is too long" :
			"the source file's name holds a NUL byte");
	return false;
}

enum source_status source_load(const struct source_search *search,
			       const char *name, size_t n, struct mem *mem,
			       struct source_found *found)
{
	struct opener o = { .search = search, .found = found };
	struct str text = { name, n };

	*found = (struct source_found){ .status = SOURCE_NOT_FOUND,
					.file.mem = mem };
	if (!check_name(search, text, &found->why))
		return found->status;
	if (load_embedded(search, text, found))
		return found->status;
	err_set(&found->why, "the source file was not found; "
		"source_path=DIR says where to look");
	o.end_ms = clock_ms() + SECONDS * 1000;
	source_search_run(search, text, mem,
			  search->strict ? try_strict : try_path, &o);
	return found->status;
}
