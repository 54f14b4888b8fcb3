#include "config.h"

#include "model/sourcefile.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "model/arena.h"

enum {
	SIZE_LIMIT = 64 << 20,
	LINES_LIMIT = 16 << 20,		/* makes an index of 64 MiB */
	BINARY_PREFIX = 8192,
	READ_CHUNK = 256 << 10,
	DIRS_MAX = 32,			/* of each kind */
	ENDS_MAX = 32,			/* of a name, looked for below . */
	SECONDS = 2,
};

struct dirs {
	const char *at[DIRS_MAX];
	size_t n;
};

/* One source_load under way. */
struct hunt {
	const struct source_search *search;
	struct source_found *found;
	struct mem *mem;
	struct arena arena;		/* of the strings here */
	const char *name;
	const char *cwd;		/* "" when it is gone */
	struct dirs sources, go_sources, modules;
	struct timespec end;
};

void source_search_init(struct source_search *search)
{
	*search = (struct source_search){
		.goroot = getenv("GOROOT"),
		.gopath = getenv("GOPATH"),
		.gomodcache = getenv("GOMODCACHE"),
		.home = getenv("HOME"),
	};
}

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

void source_found_release(struct source_found *found)
{
	if (found->file.mem)
		source_file_release(&found->file);
	buf_release(&found->path);
	buf_release(&found->tried);
	*found = (struct source_found){ .status = SOURCE_NOT_FOUND };
}

struct source_file source_found_take(struct source_found *found)
{
	struct source_file file = found->file;

	found->file = (struct source_file){ .mem = file.mem };
	return file;
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

/* Sets what a hunt has come to; true, for those who end it. */
static bool found_set(struct hunt *h, enum source_status status,
		      const char *path)
{
	h->found->status = status;
	buf_clear(&h->found->path);
	buf_adds(&h->found->path, path);
	return true;
}

/* Whether the user or the clock ended the hunt; says so in err. */
static bool hunt_is_over(const struct hunt *h, struct err *err)
{
	struct timespec now;

	if (h->search->cancel && atomic_load(h->search->cancel)) {
		err_set(err, "cancelled");
		return true;
	}
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (now.tv_sec < h->end.tv_sec || (now.tv_sec == h->end.tv_sec &&
					   now.tv_nsec < h->end.tv_nsec))
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

/* Whether a resolved path lies below a directory and not in a hidden one. */
static bool is_below(const char *path, const char *dir)
{
	char real[PATH_MAX];
	size_t n;

	if (!*dir || !realpath(dir, real))
		return false;
	n = strlen(real);
	if (real[n - 1] == '/')
		n--;
	return !strncmp(path, real, n) && path[n] == '/' &&
	       !strstr(path + n, "/.");
}

static bool is_below_any(const char *path, const struct dirs *dirs)
{
	for (size_t i = 0; i < dirs->n; i++)
		if (is_below(path, dirs->at[i]))
			return true;
	return false;
}

static bool opens_unasked(const struct hunt *h, int fd)
{
	char link[32], path[PATH_MAX];
	ssize_t n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path));
	if (n <= 0 || (size_t)n == sizeof(path))
		return false;
	path[n] = '\0';
	return has_source_name(path) ||
	       (h->search->source_path && *h->search->source_path &&
		is_below_any(path, &h->sources)) ||
	       (strcmp(h->cwd, "/") && is_below(path, h->cwd)) ||
	       is_below_any(path, &h->go_sources) ||
	       is_below_any(path, &h->modules);
}

static int read_whole(const struct hunt *h, int fd, struct source_file *file,
		      struct err *err)
{
	while (file->n < file->cap) {
		size_t more = file->cap - file->n;
		ssize_t n;

		if (hunt_is_over(h, err))
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
static int file_read(const struct hunt *h, int fd, const struct stat *st,
		     struct err *err)
{
	struct source_file *file = &h->found->file;
	char link[32];
	int result = -1;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	fd = open(link, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return err_fail(err, "cannot be opened: %m");
	if (file_start(file, (size_t)st->st_size, err) ||
	    read_whole(h, fd, file, err))
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
 * not end the hunt, but is what is told when nothing better turns up.
 */
static bool refuse(struct hunt *h, const char *path, const struct err *why)
{
	if (h->found->status != SOURCE_REFUSED) {
		found_set(h, SOURCE_REFUSED, path);
		h->found->why = *why;
	}
	return false;
}

/* Tries an open path; true when the hunt ends with it. */
static bool hunt_open(struct hunt *h, int fd, const char *path)
{
	struct source_found *found = h->found;
	struct stat st;
	struct err why;

	if (file_check(fd, &st, &why))
		return refuse(h, path, &why);
	if (!h->search->consent && !opens_unasked(h, fd)) {
		err_set(&found->why, "the file has no source file's name and "
			"lies outside the source directories");
		return found_set(h, SOURCE_NEEDS_CONSENT, path);
	}
	if (!file_read(h, fd, &st, &found->why))
		return found_set(h, SOURCE_OPENED, path);
	source_file_release(&found->file);
	return found_set(h, SOURCE_REFUSED, path);
}

/* Tries a path; true when the hunt ends with it. */
static bool hunt_try(struct hunt *h, const char *path)
{
	struct err why;
	bool done;
	int fd;

	if (strlen(path) >= PATH_MAX || !tried_add(h->found, path))
		return false;
	if (hunt_is_over(h, &h->found->why))
		return found_set(h, SOURCE_REFUSED, path);
	fd = open(path, O_PATH | O_CLOEXEC);
	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return false;
		err_set(&why, "cannot be opened: %m");
		return refuse(h, path, &why);
	}
	done = hunt_open(h, fd, path);
	close(fd);
	return done;
}

/* Tries dir/sub/tail; a relative dir is one of the current directory. */
static bool hunt_join(struct hunt *h, const char *dir, const char *sub,
		      const char *tail)
{
	struct buf path = BUF_INIT;
	bool done;

	while (!strncmp(tail, "./", 2))
		tail += 2;
	while (!strncmp(dir, "./", 2))
		dir += 2;
	if (!*tail || (*dir != '/' && !*h->cwd))
		return false;
	if (*dir != '/')
		buf_adds(&path, h->cwd);
	if (strcmp(dir, ".") && *dir) {
		if (path.n && path.s[path.n - 1] != '/')
			buf_addc(&path, '/');
		buf_adds(&path, dir);
	}
	if (path.s[path.n - 1] != '/' && *tail != '/')
		buf_addc(&path, '/');
	buf_adds(&path, sub);
	buf_adds(&path, tail);
	done = hunt_try(h, buf_str(&path));
	buf_release(&path);
	return done;
}

/* Makes dir its own parent, as filepath.Dir; false at the top. */
static bool dir_up(char *dir)
{
	char *slash = strrchr(dir, '/'), *end;

	if (!strcmp(dir, "/") || !strcmp(dir, ".") || !*dir)
		return false;
	if (!slash) {
		strcpy(dir, ".");
		return true;
	}
	for (end = slash; end > dir + 1 && end[-1] == '/'; end--)
		;
	end[end == dir] = '\0';
	return true;
}

/* Tries DIR/SUB/TAIL for dir and all its parents. */
static bool hunt_upwards(struct hunt *h, const char *dir, const char *sub,
			 const char *tail)
{
	char *at = arena_copy(&h->arena, dir, strlen(dir));

	do
		if (hunt_join(h, at, sub, tail))
			return true;
	while (dir_up(at));
	return false;
}

/* The part of a name after a prefix of whole components, or NULL. */
static const char *name_after(const char *name, const char *prefix)
{
	size_t n = strlen(prefix);

	if (n && prefix[n - 1] == '/')
		n--;
	return !strncmp(name, prefix, n) && name[n] == '/' ? name + n + 1 :
	       NULL;
}

/*
 * Without a trim_path: what follows the base name of a source directory, so
 * that /build/app/x.go is found in /home/me/app.
 */
static const char *name_after_base(struct hunt *h)
{
	for (size_t i = 0; i < h->sources.n; i++) {
		const char *dir = h->sources.at[i], *base = dir, *at;
		size_t n = strlen(dir);
		char *want;

		while (n > 1 && dir[n - 1] == '/')
			n--;
		for (size_t k = 0; k + 1 < n; k++)
			if (dir[k] == '/')
				base = dir + k + 1;
		n -= (size_t)(base - dir);
		want = arena_alloc(&h->arena, n + 4);
		snprintf(want, n + 4, "/%.*s/", n ? (int)n : 1, n ? base : ".");
		at = strstr(h->name, want);
		if (at)
			return at + strlen(want);
	}
	return NULL;
}

/* Splits a list at its colons and puts what follows behind each part. */
static void dirs_split(struct hunt *h, struct dirs *dirs, const char *list,
		       const char *tail)
{
	while (list && *list && dirs->n < DIRS_MAX) {
		size_t n = strcspn(list, ":"), size = n + strlen(tail) + 1;
		char *dir = arena_alloc(&h->arena, size);

		snprintf(dir, size, "%.*s%s", (int)n, list, tail);
		dirs->at[dirs->n++] = dir;
		list += n + (list[n] == ':');
	}
}

static const char *name_trimmed(struct hunt *h)
{
	const char *trim = h->search->trim_path, *tail;
	struct dirs prefixes = { .n = 0 };

	if (!trim || !*trim) {
		tail = name_after_base(h);
		if (tail)
			return tail;
	}
	dirs_split(h, &prefixes, trim, "");
	for (size_t i = 0; i < prefixes.n; i++) {
		tail = name_after(h->name, prefixes.at[i]);
		if (tail)
			return tail;
	}
	tail = name_after(h->name, "/proc/self/cwd");
	return tail ? tail : h->name;
}

static bool hunt_sources(struct hunt *h)
{
	const char *tail = name_trimmed(h);

	if (*tail == '/')
		return hunt_try(h, tail);
	for (size_t i = 0; i < h->sources.n; i++)
		if (hunt_upwards(h, h->sources.at[i], "", tail))
			return true;
	return false;
}

static bool hunt_itself(struct hunt *h)
{
	return *h->name == '/' ? hunt_try(h, h->name) :
	       hunt_join(h, ".", "", h->name);
}

static bool hunt_each(struct hunt *h, const struct dirs *dirs,
		      const char *tail)
{
	for (size_t i = 0; i < dirs->n; i++)
		if (hunt_join(h, dirs->at[i], "", tail))
			return true;
	return false;
}

/* Whether a name has a .. among its components. */
static bool climbs(const char *name)
{
	for (const char *at = name; (at = strstr(at, "..")); at += 2)
		if ((at == name || at[-1] == '/') && (!at[2] || at[2] == '/'))
			return true;
	return false;
}

/* Whether a path is below GOROOT/src: packages elsewhere begin with a host. */
static bool is_standard(const char *tail)
{
	size_t n = strcspn(tail, "/");

	return tail[n] && n && !memchr(tail, '.', n);
}

/* runtime/proc.go, as -trimpath leaves it, or what follows a src. */
static bool hunt_go(struct hunt *h)
{
	const char *at = h->name;

	if (*at != '/' && is_standard(at) &&
	    hunt_each(h, &h->go_sources, at))
		return true;
	while ((at = strstr(at, "/src/"))) {
		at += strlen("/src");
		if (is_standard(at + 1) &&
		    hunt_each(h, &h->go_sources, at + 1))
			return true;
	}
	return false;
}

/* The part of a name that is a path in the module cache, or NULL. */
static const char *module_tail(const char *name)
{
	const char *at = strstr(name, "/pkg/mod/");

	if (at)
		return at + strlen("/pkg/mod/");
	return *name != '/' && strchr(name, '@') ? name : NULL;
}

/*
 * github.com/A/b@v1.2.3/x.go: up to the slash after the @ the cache writes !a
 * for A, so that it works where file names ignore case.
 */
static bool hunt_modules(struct hunt *h)
{
	const char *tail = module_tail(h->name), *version;
	struct buf path = BUF_INIT;
	size_t escaped;
	bool done;

	version = tail ? strchr(tail, '@') : NULL;
	if (!version)
		return false;
	escaped = (size_t)(version - tail) + strcspn(version, "/");
	for (size_t i = 0; i < escaped; i++) {
		bool is_upper = tail[i] >= 'A' && tail[i] <= 'Z';

		if (is_upper)
			buf_addc(&path, '!');
		buf_addc(&path, (char)(tail[i] | (is_upper ? 0x20 : 0)));
	}
	buf_adds(&path, tail + escaped);
	done = hunt_each(h, &h->modules, buf_str(&path));
	buf_release(&path);
	return done;
}

/* What stands below vendor for a name: a module without its version. */
static char *vendor_tail(struct hunt *h)
{
	const char *name = h->name, *tail = NULL, *at;
	char *copy, *version;

	for (at = name; (at = strstr(at, "/vendor/")); at++)
		tail = at + strlen("/vendor/");
	if (!tail)
		tail = name_after(name, "vendor");
	if (!tail)
		tail = module_tail(name);
	if (!tail && *name != '/' && !is_standard(name) && strchr(name, '/'))
		tail = name;
	if (!tail)
		return NULL;
	copy = arena_copy(&h->arena, tail, strlen(tail));
	version = strchr(copy, '@');
	if (version) {
		at = version + strcspn(version, "/");
		memmove(version, at, strlen(at) + 1);
	}
	return copy;
}

static bool hunt_vendor(struct hunt *h)
{
	const char *tail = vendor_tail(h);

	return tail && *h->cwd && hunt_upwards(h, h->cwd, "vendor/", tail);
}

/*
 * foo/bar/baz.go, bar/baz.go, baz.go below the current directory; of a name
 * with a .. (/build/csu/../x/y.c) only what follows that.
 */
static bool hunt_below(struct hunt *h)
{
	const char *starts[ENDS_MAX], *at = h->name + strlen(h->name);
	size_t n = 0;

	while (at > h->name && n < ENDS_MAX) {
		at--;
		if (at > h->name && at[-1] != '/')
			continue;
		if (climbs(at))
			break;
		starts[n++] = at;
	}
	while (n--)
		if (*starts[n] != '/' && hunt_join(h, ".", "", starts[n]))
			return true;
	return false;
}

static int is_go_dir(const struct dirent *entry)
{
	return !strncmp(entry->d_name, "go-", 3);
}

/* /usr/lib/go-1.22 and so on, the newest first. */
static void dirs_add_versions(struct hunt *h, struct dirs *dirs)
{
	struct dirent **entries = NULL;
	int n = scandir("/usr/lib", &entries, is_go_dir, versionsort);

	for (int i = n - 1; i >= 0; i--) {
		char dir[NAME_MAX + 32];

		snprintf(dir, sizeof(dir), "/usr/lib/%s", entries[i]->d_name);
		if (!strchr(dir, ':'))
			dirs_split(h, dirs, dir, "/src");
		free(entries[i]);
	}
	free(entries);
}

static void hunt_start(struct hunt *h, const char *name, size_t n)
{
	const struct source_search *search = h->search;
	char cwd[PATH_MAX];

	arena_init(&h->arena, h->mem);
	h->name = arena_copy(&h->arena, name, n);
	/* An unreachable one does not start with a slash. */
	h->cwd = getcwd(cwd, sizeof(cwd)) && *cwd == '/' ?
		 arena_copy(&h->arena, cwd, strlen(cwd)) : "";
	clock_gettime(CLOCK_MONOTONIC, &h->end);
	h->end.tv_sec += SECONDS;
	dirs_split(h, &h->sources, search->source_path, "");
	if (!h->sources.n && *h->cwd)
		h->sources.at[h->sources.n++] = h->cwd;
	dirs_split(h, &h->go_sources, search->goroot, "/src");
	dirs_split(h, &h->go_sources, "/usr/local/go:/usr/lib/go", "/src");
	dirs_add_versions(h, &h->go_sources);
	dirs_split(h, &h->modules, search->gomodcache, "");
	dirs_split(h, &h->modules, search->gopath, "/pkg/mod");
	dirs_split(h, &h->modules, search->home, "/go/pkg/mod");
}

static void hunt_run(struct hunt *h)
{
	static const struct {
		bool (*look)(struct hunt *);
		bool may_climb;		/* by a .. in the name */
	} steps[] = {
		{ hunt_sources, true },
		{ hunt_itself, true },
		{ hunt_go, false },
		{ hunt_modules, false },
		{ hunt_vendor, false },
		{ hunt_below, true },
	};
	bool climb = climbs(h->name);

	for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
		if ((!climb || steps[i].may_climb) && steps[i].look(h))
			return;
}

/* Whether an embedded file's name is the end of the name asked for. */
static bool is_embedded(const struct source_embedded *e, const char *name,
			size_t n)
{
	size_t len = strlen(e->name);

	return len && len <= n && !memcmp(name + n - len, e->name, len) &&
	       (len == n || name[n - len - 1] == '/');
}

static bool load_embedded(const struct source_search *search, const char *name,
			  size_t n, struct source_found *found)
{
	const struct source_embedded *e = search->embedded;
	size_t i;

	for (i = 0; i < search->n_embedded && !is_embedded(e, name, n); i++)
		e++;
	if (i == search->n_embedded)
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

enum source_status source_load(const struct source_search *search,
			       const char *name, size_t n, struct mem *mem,
			       struct source_found *found)
{
	struct hunt h = { .search = search, .found = found, .mem = mem };

	*found = (struct source_found){ .status = SOURCE_NOT_FOUND,
					.file.mem = mem };
	if (!n || n >= PATH_MAX || memchr(name, '\0', n)) {
		err_set(&found->why, !n ? "the profile names no source file" :
			n >= PATH_MAX ? "the source file's name is too long" :
			"the source file's name holds a NUL byte");
		return found->status;
	}
	if (load_embedded(search, name, n, found))
		return found->status;
	err_set(&found->why, "the source file was not found; try "
		"-source_path=DIR");
	hunt_start(&h, name, n);
	hunt_run(&h);
	arena_release(&h.arena);
	return found->status;
}
