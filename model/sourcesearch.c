#include "config.h"

#include "model/sourcesearch.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/arena.h"
#include "model/buf.h"
#include "model/path.h"

enum {
	DIRS_MAX = 32,		/* of each kind */
	ENDS_MAX = 32,		/* of a name, looked for below . */
};

struct dirs {
	const char *at[DIRS_MAX];
	size_t n;
};

struct source_hunt {
	const struct source_search *search;
	source_try *try;
	void *arg;			/* of try */
	struct arena arena;		/* of the strings here */
	const char *name;
	const char *cwd;		/* "" when it is gone */
	struct dirs sources, go_sources, modules;
};

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

/* Whether the search ends with a path. */
static bool hunt_try(struct source_hunt *h, const char *path)
{
	return h->try(h->arg, h, path);
}

/* What "..", too, stands for by its name, as in the reference. */
static void clean_up(struct buf *path)
{
	struct buf clean = BUF_INIT;

	path_clean(&clean, (struct str){ buf_str(path), path->n });
	buf_release(path);
	*path = clean;
}

/* Tries dir/sub/tail; a relative dir is one of the current directory. */
static bool hunt_join(struct source_hunt *h, const char *dir, const char *sub,
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
	if (h->search->strict)
		clean_up(&path);
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
static bool hunt_upwards(struct source_hunt *h, const char *dir,
			 const char *sub, const char *tail)
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

/* Splits a list at its colons and puts what follows behind each part. */
static void dirs_split(struct source_hunt *h, struct dirs *dirs,
		       const char *list, const char *tail)
{
	while (list && *list && dirs->n < DIRS_MAX) {
		size_t n = strcspn(list, ":"), size = n + strlen(tail) + 1;
		char *dir = arena_alloc(&h->arena, size);

		snprintf(dir, size, "%.*s%s", (int)n, list, tail);
		dirs->at[dirs->n++] = dir;
		list += n + (list[n] == ':');
	}
}

static const char *name_trimmed(const struct source_hunt *h)
{
	struct str name = { h->name, strlen(h->name) };
	const char *path = h->search->source_path;

	return path_trim(name, h->search->trim_path,
			 path && *path ? path : h->cwd).s;
}

static bool hunt_sources(struct source_hunt *h)
{
	const char *tail = name_trimmed(h);

	if (*tail == '/')
		return hunt_try(h, tail);
	for (size_t i = 0; i < h->sources.n; i++)
		if (hunt_upwards(h, h->sources.at[i], "", tail))
			return true;
	return false;
}

static bool hunt_itself(struct source_hunt *h)
{
	return *h->name == '/' ? hunt_try(h, h->name) :
	       hunt_join(h, ".", "", h->name);
}

static bool hunt_each(struct source_hunt *h, const struct dirs *dirs,
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
static bool hunt_go(struct source_hunt *h)
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
static bool hunt_modules(struct source_hunt *h)
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
static char *vendor_tail(struct source_hunt *h)
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

static bool hunt_vendor(struct source_hunt *h)
{
	const char *tail = vendor_tail(h);

	return tail && *h->cwd && hunt_upwards(h, h->cwd, "vendor/", tail);
}

/*
 * foo/bar/baz.go, bar/baz.go, baz.go below the current directory; of a name
 * with a .. (/build/csu/../x/y.c) only what follows that.
 */
static bool hunt_below(struct source_hunt *h)
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
static void dirs_add_versions(struct source_hunt *h, struct dirs *dirs)
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

static bool is_here(const char *dir)
{
	struct stat a, b;

	return dir && *dir == '/' && !stat(dir, &a) && !stat(".", &b) &&
	       a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static void add_cwd(struct buf *out)
{
	char cwd[PATH_MAX];

	/* An unreachable one does not start with a slash. */
	if (getcwd(cwd, sizeof(cwd)) && *cwd == '/')
		buf_adds(out, cwd);
}

void source_search_here(struct buf *out)
{
	const char *pwd = getenv("PWD");

	if (is_here(pwd))
		buf_adds(out, pwd);
	else
		add_cwd(out);
}

static void hunt_start(struct source_hunt *h, struct str name, struct mem *mem)
{
	const struct source_search *search = h->search;
	struct buf cwd = BUF_INIT;

	arena_init(&h->arena, mem);
	h->name = arena_copy(&h->arena, name.s, name.n);
	if (search->strict)
		source_search_here(&cwd);
	else
		add_cwd(&cwd);
	h->cwd = arena_copy(&h->arena, buf_str(&cwd), cwd.n);
	buf_release(&cwd);
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

static void hunt_run(struct source_hunt *h)
{
	static const struct {
		bool (*look)(struct source_hunt *);
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

	if (h->search->strict) {
		hunt_sources(h);
		return;
	}
	for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
		if ((!climb || steps[i].may_climb) && steps[i].look(h))
			return;
}

/* Whether an embedded file's name is the end of the name asked for. */
static bool is_embedded(const struct source_embedded *e, struct str name)
{
	size_t n = strlen(e->name);

	return n && n <= name.n &&
	       !memcmp(name.s + name.n - n, e->name, n) &&
	       (n == name.n || name.s[name.n - n - 1] == '/');
}

void source_search_init(struct source_search *search)
{
	*search = (struct source_search){
		.goroot = getenv("GOROOT"),
		.gopath = getenv("GOPATH"),
		.gomodcache = getenv("GOMODCACHE"),
		.home = getenv("HOME"),
	};
}

const struct source_embedded *
source_search_embedded(const struct source_search *search, struct str name)
{
	for (size_t i = 0; i < search->n_embedded; i++)
		if (is_embedded(&search->embedded[i], name))
			return &search->embedded[i];
	return NULL;
}

void source_search_run(const struct source_search *search, struct str name,
		       struct mem *mem, source_try *try, void *arg)
{
	struct source_hunt h = { .search = search, .try = try, .arg = arg };

	hunt_start(&h, name, mem);
	hunt_run(&h);
	arena_release(&h.arena);
}

bool source_hunt_covers(const struct source_hunt *h, const char *path)
{
	return (h->search->source_path && *h->search->source_path &&
		is_below_any(path, &h->sources)) ||
	       (strcmp(h->cwd, "/") && is_below(path, h->cwd)) ||
	       is_below_any(path, &h->go_sources) ||
	       is_below_any(path, &h->modules);
}
