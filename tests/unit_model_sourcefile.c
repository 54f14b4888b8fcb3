/*
 * model/sourcefile: where a file is looked for, what is opened unasked, asked
 * or never, and its lines.  Everything happens in a directory of its own.
 */
#include "config.h"

#include "model/sourcecache.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/tap.h"

/* The tree: CWD is proj, everything else lies beside it. */
static char root[] = "/tmp/pprowl-source-XXXXXX";

/* The text with its first %s replaced by the root. */
static const char *at_root(const char *path, char out[4200])
{
	const char *at = strstr(path, "%s");

	if (at)
		snprintf(out, 4200, "%.*s%s%s", (int)(at - path), path, root,
			 at + 2);
	else
		snprintf(out, 4200, "%s", path);
	return out;
}

static void make_parents(const char *path)
{
	char dir[4200];

	snprintf(dir, sizeof(dir), "%s", path);
	for (char *at = dir + strlen(root) + 1; (at = strchr(at, '/')); at++) {
		*at = '\0';
		mkdir(dir, 0700);
		*at = '/';
	}
}

/* Writes a file below the root, with its directories. */
static void put(const char *name, const char *text, size_t n)
{
	char path[4200];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", root, name);
	make_parents(path);
	file = fopen(path, "w");
	if (!file || fwrite(text, 1, n, file) != n || fclose(file))
		printf("# cannot write %s\n", path);
}

/* A file that says its own name, so that one is not taken for another. */
static void put_named(const char *name)
{
	put(name, name, strlen(name));
}

static void put_link(const char *name, const char *target)
{
	char path[4200], to[4200];

	snprintf(path, sizeof(path), "%s/%s", root, name);
	make_parents(path);
	if (symlink(at_root(target, to), path))
		printf("# cannot link %s\n", path);
}

static void build_tree(void)
{
	static const char *const names[] = {
		"proj/main.go", "proj/secret", "proj/sub/deep.c",
		"proj/.ssh/id_rsa", "proj/.hidden/x.go", "top.go", "notes",
		"proj/only.go", "proj/a/b/c.go", "proj/b/c.go", "away/plain",
		"away/far.go", "src1/lib/x.c", "src1/lib/Makefile",
		"src2/lib/x.c", "src2/lib/y.c", "src1/same.go", "away/same.go",
		"goroot/src/runtime/zproc.go", "goroot/src/VERSION/a",
		"goroot/secret/zproc.go", "goroot/src/vendor/golang.org/z.go",
		"mod/github.com/!burnt!sushi/toml@v1.2.3/Decode.go",
		"gopath/pkg/mod/example.com/m@v0.1.0/LICENSE",
		"home/go/pkg/mod/example.com/h@v0.1.0/h.go",
		"vendor/github.com/up/er/up.go",
		"proj/vendor/github.com/v/v/v.go", "proj/vendor/plain/p.go",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		put_named(names[i]);
	put("proj/empty.go", "", 0);
	put("proj/binary.go", "abc\0def", 7);
	put_link("proj/inside.go", "%s/away/far.go");
	put_link("proj/outside", "%s/away/plain");
	put_link("proj/disguised.go", "%s/away/plain");
	put_link("proj/zero.go", "/dev/zero");
	put_link("proj/environ.go", "/proc/self/environ");
	put_link("proj/loop.go", "%s/proj/loop.go");
	put_link("linked", "%s/proj");
}

static char search_paths[8][4200];

static struct source_search search_new(void)
{
	struct source_search s = { .goroot = search_paths[0] };

	at_root("%s/goroot", search_paths[0]);
	at_root("%s/mod", search_paths[1]);
	at_root("%s/gopath", search_paths[2]);
	at_root("%s/home", search_paths[3]);
	s.gomodcache = search_paths[1];
	s.gopath = search_paths[2];
	s.home = search_paths[3];
	return s;
}

/* Loads and says what came of it: the status, the path and the first line. */
static void expect(const struct source_search *search, const char *name,
		   enum source_status status, const char *path,
		   const char *text)
{
	struct mem mem = { 0 };
	struct source_found found;
	char real_name[4200], real_path[4200];
	const char *line;
	size_t len;

	at_root(name, real_name);
	at_root(path, real_path);
	is_int(source_load(search, real_name, strlen(real_name), &mem, &found),
	       status, "status of %s", name);
	is(buf_str(&found.path), real_path, "path of %s", name);
	line = source_line(&found.file, 1, &len);
	if (status == SOURCE_OPENED)
		ok(line && len == strlen(text) && !memcmp(line, text, len),
		   "text of %s", name);
	else
		ok(!line && strstr(found.why.text, text), "reason for %s: %s",
		   name, found.why.text);
	source_found_release(&found);
	is_int(mem.used, 0, "memory given back");
}

static void opens(const struct source_search *search, const char *name,
		  const char *file)
{
	char path[4200];

	snprintf(path, sizeof(path), "%%s/%s", file);
	expect(search, name, SOURCE_OPENED, path, file);
}

static void misses(const struct source_search *search, const char *name)
{
	expect(search, name, SOURCE_NOT_FOUND, "", "source_path=DIR");
}

static void asks(const struct source_search *search, const char *name,
		 const char *path)
{
	expect(search, name, SOURCE_NEEDS_CONSENT, path, "lies outside");
}

static void test_reference(void)
{
	struct source_search s = search_new();
	char dirs[9000], one[4200], two[4200];

	opens(&s, "main.go", "proj/main.go");
	opens(&s, "./main.go", "proj/main.go");
	opens(&s, "top.go", "top.go");
	opens(&s, "%s/away/far.go", "away/far.go");
	opens(&s, "/proc/self/cwd/sub/deep.c", "proj/sub/deep.c");
	opens(&s, "/proc/self/cwd/./sub/deep.c", "proj/sub/deep.c");
	opens(&s, "/elsewhere/proj/sub/deep.c", "proj/sub/deep.c");
	opens(&s, "/elsewhere/proj/top.go", "top.go");

	snprintf(dirs, sizeof(dirs), "%s:%s", at_root("%s/src1", one),
		 at_root("%s/src2/", two));
	s.source_path = dirs;
	opens(&s, "lib/x.c", "src1/lib/x.c");
	expect(&s, "lib/y.c", SOURCE_OPENED, "%s/src2/lib/y.c",
	       "src2/lib/y.c");
	opens(&s, "/build/src2/lib/x.c", "src1/lib/x.c");
	opens(&s, "/build/src1/lib/x.c", "src1/lib/x.c");
	opens(&s, "top.go", "top.go");
	opens(&s, "main.go", "proj/main.go");
	opens(&s, "lib/Makefile", "src1/lib/Makefile");
	opens(&s, "%s/away/same.go", "away/same.go");

	s.trim_path = "/build/one:/build/two/";
	opens(&s, "/build/one/lib/x.c", "src1/lib/x.c");
	opens(&s, "/build/two/lib/x.c", "src1/lib/x.c");
	misses(&s, "/build/twolib/nox.c");
	/* Trimmed it is found first, though the name itself exists too. */
	s.trim_path = at_root("%s/away", two);
	opens(&s, "%s/away/same.go", "src1/same.go");

	/* A relative directory ends at ".", as in the reference. */
	s.trim_path = NULL;
	s.source_path = "sub";
	opens(&s, "deep.c", "proj/sub/deep.c");
	opens(&s, "main.go", "proj/main.go");
	misses(&s, "top.go");
	s.source_path = "../src2";
	expect(&s, "lib/y.c", SOURCE_OPENED, "%s/proj/../src2/lib/y.c",
	       "src2/lib/y.c");
}

/* Loads strictly and says what came of it: path and first line, or why. */
static void strict(struct source_search *search, const char *name,
		   const char *want)
{
	struct mem mem = { 0 };
	struct source_found found;
	struct buf got = BUF_INIT;
	char real_name[4200], real_want[4200];
	const char *line;
	size_t len;

	at_root(name, real_name);
	at_root(want, real_want);
	search->strict = true;
	source_load(search, real_name, strlen(real_name), &mem, &found);
	if (found.path.n)
		buf_addf(&got, "%s: ", found.path.s);
	line = source_line(&found.file, 1, &len);
	if (found.status == SOURCE_OPENED)
		buf_add(&got, line ? line : "-", line ? len : 1);
	else
		buf_adds(&got, found.why.text);
	is(buf_str(&got), real_want, "%s as the reference has it", name);
	source_found_release(&found);
	is_int(mem.used, 0, "memory given back");
	buf_release(&got);
}

/* Whatever else a view would look for, or refuse. */
static void test_strict(void)
{
	static const char nothing[] = "no such file or directory";
	struct source_search s = search_new();

	strict(&s, "main.go", "%s/proj/main.go: proj/main.go");
	strict(&s, "top.go", "%s/top.go: top.go");
	strict(&s, "/elsewhere/proj/sub/deep.c",
	       "%s/proj/sub/deep.c: proj/sub/deep.c");
	strict(&s, "../away/plain", "%s/away/plain: away/plain");
	strict(&s, "%s/away/plain", "%s/away/plain: away/plain");
	strict(&s, "%s/proj/.ssh/id_rsa",
	       "%s/proj/.ssh/id_rsa: proj/.ssh/id_rsa");
	strict(&s, "runtime/zproc.go", nothing);
	strict(&s, "github.com/v/v/v.go", nothing);
	strict(&s, "/build/x/only.go", nothing);
	strict(&s, "%s/top.go/x.go", "not a directory");
	strict(&s, "%s/away/none.go", nothing);
	strict(&s, "empty.go", "%s/proj/empty.go: -");
	strict(&s, "sub", "%s/proj/sub: -");
	strict(&s, "zero.go", "%s/proj/zero.go: it is a device, not a regular "
	       "file");
	strict(&s, "environ.go", "%s/proj/environ.go: it is made by the "
	       "kernel, not a file on a disk");
	strict(&s, "binary.go", "%s/proj/binary.go: the file is binary");
	strict(&s, "", "invalid argument");
	s.source_path = "sub/../away:sub";
	strict(&s, "deep.c", "%s/proj/sub/deep.c: proj/sub/deep.c");
	strict(&s, "%s/proj/loop.go", "too many levels of symbolic links");
}

static void test_here(void)
{
	char linked[4200], proj[4200];
	struct buf here = BUF_INIT;

	at_root("%s/linked", linked);
	at_root("%s/proj", proj);
	setenv("PWD", linked, 1);
	source_search_here(&here);
	is(buf_str(&here), linked, "the directory as the shell has it");
	buf_clear(&here);
	setenv("PWD", "/tmp", 1);
	source_search_here(&here);
	is(buf_str(&here), proj, "unless that is another one");
	buf_release(&here);
}

static void test_cache(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_cache cache;
	const struct source_found *found;
	char name[32];

	source_cache_init(&cache, &mem, &s);
	found = source_cache_get(&cache, (struct str){ "main.go", 7 });
	is_int(found->status, SOURCE_OPENED, "a file is found");
	ok(found == source_cache_get(&cache, (struct str){ "main.go", 7 }),
	   "and kept");
	for (int i = 0; i < 2 * SOURCE_CACHE_FILES; i++) {
		snprintf(name, sizeof(name), "none%d.go", i);
		found = source_cache_get(&cache, (struct str){ name,
							       strlen(name) });
	}
	is_int(found->status, SOURCE_NOT_FOUND, "others are not found");
	found = source_cache_get(&cache, (struct str){ "main.go", 7 });
	is_int(found->status, SOURCE_OPENED, "what was dropped comes again");
	source_cache_release(&cache);
	is_int(mem.used, 0, "memory given back");
}

static void test_go(void)
{
	struct source_search s = search_new();

	opens(&s, "runtime/zproc.go", "goroot/src/runtime/zproc.go");
	opens(&s, "/usr/lib/go-9/src/runtime/zproc.go",
	      "goroot/src/runtime/zproc.go");
	opens(&s, "/src/x.y/src/runtime/zproc.go",
	      "goroot/src/runtime/zproc.go");
	opens(&s, "vendor/golang.org/z.go",
	      "goroot/src/vendor/golang.org/z.go");
	opens(&s, "VERSION/a", "goroot/src/VERSION/a");
	misses(&s, "/usr/lib/go-9/src/x.y/zproc.go");
	misses(&s, "../secret/zproc.go");
	misses(&s, "runtime/../../secret/zproc.go");

	opens(&s, "github.com/BurntSushi/toml@v1.2.3/Decode.go",
	      "mod/github.com/!burnt!sushi/toml@v1.2.3/Decode.go");
	opens(&s, "/x/pkg/mod/github.com/!burnt!sushi/toml@v1.2.3/Decode.go",
	      "mod/github.com/!burnt!sushi/toml@v1.2.3/Decode.go");
	misses(&s, "github.com/BurntSushi/toml@v1.2.4/Decode.go");
	misses(&s, "/github.com/BurntSushi/toml@v1.2.3/Decode.go");
	opens(&s, "example.com/m@v0.1.0/LICENSE",
	      "gopath/pkg/mod/example.com/m@v0.1.0/LICENSE");
	opens(&s, "example.com/h@v0.1.0/h.go",
	      "home/go/pkg/mod/example.com/h@v0.1.0/h.go");

	opens(&s, "github.com/v/v@v1.0.0/v.go",
	      "proj/vendor/github.com/v/v/v.go");
	opens(&s, "github.com/v/v/v.go", "proj/vendor/github.com/v/v/v.go");
	opens(&s, "/build/vendor/github.com/v/v/v.go",
	      "proj/vendor/github.com/v/v/v.go");
	opens(&s, "vendor/plain/p.go", "proj/vendor/plain/p.go");
	opens(&s, "github.com/up/er@v2.0.0+incompatible/up.go",
	      "vendor/github.com/up/er/up.go");
}

static void test_below(void)
{
	struct source_search s = search_new();

	opens(&s, "/build/x/a/b/c.go", "proj/a/b/c.go");
	opens(&s, "/build/x/b/c.go", "proj/b/c.go");
	opens(&s, "/build/x/only.go", "proj/only.go");
	opens(&s, "example.com/team/proj/sub/deep.c", "proj/sub/deep.c");
	opens(&s, "/build/csu/../sub/deep.c", "proj/sub/deep.c");
	opens(&s, "../../build/sub/deep.c", "proj/sub/deep.c");
	misses(&s, "/build/sub/..");
	misses(&s, "/build/x/nothing.go");
}

static void test_consent(void)
{
	struct source_search s = search_new();
	char path[4200];

	/* Below the current directory, so it needs no source file's name. */
	opens(&s, "%s/proj/secret", "proj/secret");
	asks(&s, "%s/away/plain", "%s/away/plain");
	asks(&s, "../away/plain", "%s/proj/../away/plain");
	asks(&s, "notes", "%s/notes");
	asks(&s, "%s/proj/../away/plain", "%s/proj/../away/plain");
	asks(&s, "%s/proj/outside", "%s/proj/outside");
	asks(&s, "%s/proj/disguised.go", "%s/proj/disguised.go");
	asks(&s, "%s/proj/.ssh/id_rsa", "%s/proj/.ssh/id_rsa");
	opens(&s, "%s/proj/.hidden/x.go", "proj/.hidden/x.go");
	expect(&s, "inside.go", SOURCE_OPENED, "%s/proj/inside.go",
	       "away/far.go");
	asks(&s, "%s/goroot/secret/../../away/plain",
	     "%s/goroot/secret/../../away/plain");
	asks(&s, "/etc/passwd", "/etc/passwd");
	asks(&s, "/proc/self/root/etc/passwd", "/proc/self/root/etc/passwd");
	asks(&s, "../../../../../../../etc/passwd",
	     at_root("%s/proj/../../../../../../../etc/passwd", path));

	s.source_path = at_root("%s/away", search_paths[4]);
	opens(&s, "plain", "away/plain");
	s.source_path = at_root("%s/linked", search_paths[4]);
	expect(&s, "secret", SOURCE_OPENED, "%s/linked/secret", "proj/secret");
	asks(&s, "notes", "%s/notes");
	s.consent = true;
	opens(&s, "notes", "notes");
	opens(&s, "%s/proj/.ssh/id_rsa", "proj/.ssh/id_rsa");
}

static void test_root_cwd(void)
{
	struct source_search s = search_new();

	if (chdir("/"))
		return;
	asks(&s, "%s/away/plain", "%s/away/plain");
	asks(&s, "etc/passwd", "/etc/passwd");
	s.source_path = "/";
	opens(&s, "%s/away/plain", "away/plain");
	ok(!chdir(search_paths[5]), "back");
}

static void refuses(const struct source_search *search, const char *name,
		    const char *path, const char *why)
{
	expect(search, name, SOURCE_REFUSED, path, why);
}

/* What is refused even when the user asked for it. */
static void test_refused(void)
{
	struct source_search s = search_new();
	char path[4200];

	mkfifo(at_root("%s/proj/fifo.go", path), 0600);
	at_root("%s/proj/large.go", path);
	put_named("proj/large.go");
	ok(!truncate(path, (64 << 20) + 1), "a large file");
	for (int consent = 0; consent < 2; consent++) {
		s.consent = consent;
		refuses(&s, "fifo.go", "%s/proj/fifo.go", "it is a pipe");
		refuses(&s, "/dev/zero", "/dev/zero", "it is a device");
		refuses(&s, "zero.go", "%s/proj/zero.go", "it is a device");
		refuses(&s, "/proc/self/environ", "/proc/self/environ",
			"made by the kernel");
		refuses(&s, "environ.go", "%s/proj/environ.go",
			"made by the kernel");
		refuses(&s, "%s/proj/sub", "%s/proj/sub", "it is a directory");
		refuses(&s, "loop.go", "%s/proj/loop.go", "cannot be opened");
		refuses(&s, "empty.go", "%s/proj/empty.go", "is empty");
		refuses(&s, "binary.go", "%s/proj/binary.go", "is binary");
		refuses(&s, "large.go", "%s/proj/large.go", "more than 64 MiB");
	}
	/* What is no file does not hide one further on. */
	s.consent = false;
	mkdir(at_root("%s/proj/sub/only.go", path), 0700);
	s.source_path = "sub";
	opens(&s, "only.go", "proj/only.go");
	put("proj/sub/empty.go", "", 0);
	refuses(&s, "empty.go", "%s/proj/sub/empty.go", "is empty");
	put("proj/sub/main.go", "", 0);
	opens(&s, "main.go", "proj/main.go");
	unlink(at_root("%s/proj/sub/main.go", path));
}

static void test_names(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_found found;
	char longest[5000];

	memset(longest, 'a', sizeof(longest));
	is_int(source_load(&s, "", 0, &mem, &found), SOURCE_NOT_FOUND,
	       "no name");
	source_found_release(&found);
	is_int(source_load(&s, "main.go\0x", 9, &mem, &found),
	       SOURCE_NOT_FOUND, "a NUL in the name");
	ok(strstr(found.why.text, "NUL") && !found.n_tried, "says so");
	source_found_release(&found);
	is_int(source_load(&s, "main.goX", 7, &mem, &found), SOURCE_OPENED,
	       "a name ends where it ends");
	source_found_release(&found);
	is_int(source_load(&s, longest, sizeof(longest), &mem, &found),
	       SOURCE_NOT_FOUND, "5000 bytes");
	source_found_release(&found);
	longest[4000] = '\0';
	source_load(&s, longest, 4000, &mem, &found);
	ok(found.status == SOURCE_REFUSED || found.status == SOURCE_NOT_FOUND,
	   "4000 bytes");
	source_found_release(&found);
	misses(&s, "C:\\x\\main.go");
	misses(&s, "http://x/nothing.go");
	misses(&s, "~user/nothing.go");
	misses(&s, "<autogenerated>");
	is_int(mem.used, 0, "memory given back");
}

static bool was_tried(const struct source_found *found, const char *path)
{
	char real[4200];

	at_root(path, real);
	for (size_t i = 0; i < found->n_tried; i++)
		if (!strcmp(source_tried(found, i), real))
			return true;
	return false;
}

static void test_tried(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_found found;
	static const char *const paths[] = {
		"%s/proj/github.com/o/p@v1/q/r.go",
		"%s/github.com/o/p@v1/q/r.go",
		"/github.com/o/p@v1/q/r.go",
		"%s/mod/github.com/o/p@v1/q/r.go",
		"%s/gopath/pkg/mod/github.com/o/p@v1/q/r.go",
		"%s/home/go/pkg/mod/github.com/o/p@v1/q/r.go",
		"%s/proj/vendor/github.com/o/p/q/r.go",
		"%s/vendor/github.com/o/p/q/r.go",
		"%s/proj/q/r.go", "%s/proj/r.go",
	};
	const char *name = "github.com/o/p@v1/q/r.go";
	struct buf many = BUF_INIT;
	size_t same = 0;

	source_load(&s, name, strlen(name), &mem, &found);
	for (size_t i = 0; i < ARRAY_SIZE(paths); i++)
		ok(was_tried(&found, paths[i]), "tried %s", paths[i]);
	for (size_t i = 0; i < found.n_tried; i++)
		for (size_t k = 0; k < i; k++)
			same += !strcmp(source_tried(&found, i),
					source_tried(&found, k));
	is_int(same, 0, "nothing twice");
	source_found_release(&found);

	name = "runtime/no.go";
	source_load(&s, name, strlen(name), &mem, &found);
	ok(was_tried(&found, "/usr/local/go/src/runtime/no.go") &&
	   was_tried(&found, "/usr/lib/go/src/runtime/no.go"),
	   "the usual places of Go");
	source_found_release(&found);

	for (int i = 0; i < 500; i++)
		buf_adds(&many, "src/a/");
	buf_adds(&many, "none.go");
	source_load(&s, many.s, many.n, &mem, &found);
	is_int(found.n_tried, SOURCE_TRIES_MAX, "tries are bounded");
	is_int(found.status, SOURCE_NOT_FOUND, "and nothing found");
	source_found_release(&found);
	buf_release(&many);
	is_int(mem.used, 0, "memory given back");
}

static void test_embedded(void)
{
	static const struct source_embedded files[] = {
		{ "demo/main.go", "one\ntwo", 7 },
		{ "main.go", "other", 5 },
		{ "none.go", "", 0 },
		{ "bom.go", "\xef\xbb\xbf" "first\n", 9 },
	};
	struct source_search s = search_new();

	s.embedded = files;
	s.n_embedded = ARRAY_SIZE(files);
	expect(&s, "demo/main.go", SOURCE_OPENED, "demo/main.go", "one");
	expect(&s, "/x/demo/main.go", SOURCE_OPENED, "demo/main.go", "one");
	expect(&s, "main.go", SOURCE_OPENED, "main.go", "other");
	misses(&s, "xmain.go");
	expect(&s, "none.go", SOURCE_REFUSED, "none.go", "empty");
	expect(&s, "bom.go", SOURCE_OPENED, "bom.go", "first");
	s.n_embedded = 0;
	opens(&s, "main.go", "proj/main.go");
}

static void test_cancel(void)
{
	struct source_search s = search_new();
	_Atomic bool cancel = false;

	s.cancel = &cancel;
	opens(&s, "main.go", "proj/main.go");
	cancel = true;
	refuses(&s, "main.go", "%s/proj/main.go", "cancelled");
}

static void test_memory(void)
{
	struct source_search s = search_new();
	struct mem mem = { .limit = 1 << 20 };
	struct source_found found;
	char *text = malloc(1 << 20);

	memset(text, '\n', 1 << 20);
	put("proj/lines.go", text, 600 << 10);
	put("proj/bytes.go", text, 1 << 20);
	free(text);
	is_int(source_load(&s, "lines.go", 8, &mem, &found), SOURCE_REFUSED,
	       "lines that do not fit");
	ok(strstr(found.why.text, "614400 lines") != NULL, "%s",
	   found.why.text);
	source_found_release(&found);
	is_int(source_load(&s, "bytes.go", 8, &mem, &found), SOURCE_REFUSED,
	       "bytes that do not fit");
	ok(strstr(found.why.text, "1048576 bytes") != NULL, "%s",
	   found.why.text);
	source_found_release(&found);
	is_int(mem.used, 0, "memory given back");
	mem.limit = 0;
	is_int(source_load(&s, "lines.go", 8, &mem, &found), SOURCE_OPENED,
	       "without a limit");
	is_int(found.file.n_lines, 600 << 10, "all empty lines");
	source_found_release(&found);
}

static void is_line(const struct source_file *file, uint64_t i,
		    const char *want, size_t n)
{
	size_t len = 99;
	const char *line = source_line(file, i, &len);

	ok(line && len == n && !memcmp(line, want, n), "line %d", (int)i);
}

static void test_lines(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_found found;
	struct source_file file;
	struct buf text = BUF_INIT;
	char *as = malloc(9000);
	size_t len;

	memset(as, 'a', 9000);
	buf_add(&text, "one\r\n\ntwo\rx\r\n\r\n", 15);
	buf_add(&text, as, 4096);
	buf_addc(&text, '\n');
	buf_add(&text, as, 4097);
	buf_addc(&text, '\n');
	buf_add(&text, as, 4095);
	buf_adds(&text, "\xc3\xa9\n\ttab\nlast");
	put("proj/lines.c", text.s, text.n);
	is_int(source_load(&s, "lines.c", 7, &mem, &found), SOURCE_OPENED,
	       "lines.c");
	file = found.file;
	found.file = (struct source_file){ .mem = &mem };
	source_found_release(&found);
	is_int(file.n_lines, 9, "9 lines");
	ok(file.n == text.n && !memcmp(file.text, text.s, file.n),
	   "the text is the file's");
	ok(file.modified > 1500000000, "it has a date");
	is_line(&file, 1, "one", 3);
	is_line(&file, 2, "", 0);
	is_line(&file, 3, "two\rx", 5);
	is_line(&file, 4, "", 0);
	is_line(&file, 5, as, 4096);
	is_line(&file, 6, as, 4096);
	is_line(&file, 7, as, 4095);
	is_line(&file, 8, "\ttab", 4);
	is_line(&file, 9, "last", 4);
	ok(!source_line(&file, 0, &len) && !len, "no line 0");
	ok(!source_line(&file, 10, &len) && !len, "no line 10");
	ok(!source_line(&file, UINT64_MAX, &len) && !len, "no line 2^64-1");
	source_file_release(&file);
	is_int(mem.used, 0, "memory given back");

	put("proj/lines.c", "a\nb\n", 4);
	source_load(&s, "lines.c", 7, &mem, &found);
	is_int(found.file.n_lines, 2, "a newline at the end starts no line");
	is_line(&found.file, 2, "b", 1);
	source_found_release(&found);
	put("proj/lines.c", "\xef\xbb\xbf", 3);
	source_load(&s, "lines.c", 7, &mem, &found);
	is_int(found.file.n_lines, 0, "only a byte order mark: no line");
	source_found_release(&found);
	put("proj/lines.c", as, 9000);
	source_load(&s, "lines.c", 7, &mem, &found);
	is_int(found.file.n_lines, 1, "no newline at all");
	is_line(&found.file, 1, as, 4096);
	source_found_release(&found);
	buf_release(&text);
	free(as);
}

static void test_raw_lines(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_found found;
	struct buf text = BUF_INIT;
	const char *line;
	size_t len;

	buf_adds(&text, "\xef\xbb\xbfone\r\n\n");
	buf_pad(&text, 'a', 65535);
	buf_adds(&text, "\n");
	buf_pad(&text, 'b', 65536);
	buf_adds(&text, "\nlast");
	put("proj/raw.c", text.s, text.n);
	source_load(&s, "raw.c", 5, &mem, &found);
	line = source_line_raw(&found.file, 1, &len);
	ok(line && len == 7 && !memcmp(line, "\xef\xbb\xbfone\r", 7),
	   "every byte of a line but its newline");
	line = source_line_raw(&found.file, 2, &len);
	ok(line && !len, "of an empty one, none");
	line = source_line_raw(&found.file, 4, &len);
	ok(line && len == 65536, "of a long one, all");
	ok(!source_line_raw(&found.file, 0, &len) &&
	   !source_line_raw(&found.file, 6, &len), "of none, nothing");
	is_int(found.file.n_short, 3, "64 KiB with the newline are short");
	source_found_release(&found);
	buf_release(&text);
}

static void test_nul_later(void)
{
	struct source_search s = search_new();
	struct mem mem = { 0 };
	struct source_found found;
	char text[8200];

	memset(text, 'x', sizeof(text));
	text[8192] = '\0';
	put("proj/late.c", text, sizeof(text));
	is_int(source_load(&s, "late.c", 6, &mem, &found), SOURCE_OPENED,
	       "a NUL after 8 KiB");
	source_found_release(&found);
	text[8191] = '\0';
	put("proj/late.c", text, sizeof(text));
	is_int(source_load(&s, "late.c", 6, &mem, &found), SOURCE_REFUSED,
	       "a NUL as the last of 8 KiB");
	source_found_release(&found);
}

static void test_init(void)
{
	struct source_search s;

	setenv("GOROOT", "/g", 1);
	setenv("GOPATH", "/p", 1);
	setenv("GOMODCACHE", "/m", 1);
	setenv("HOME", "/h", 1);
	source_search_init(&s);
	is(s.goroot, "/g", "GOROOT");
	is(s.gopath, "/p", "GOPATH");
	is(s.gomodcache, "/m", "GOMODCACHE");
	is(s.home, "/h", "HOME");
	ok(!s.consent && !s.cancel && !s.source_path && !s.n_embedded,
	   "the rest is empty");
}

int main(void)
{
	struct source_found none = { .status = SOURCE_NOT_FOUND };
	char command[100];

	if (!mkdtemp(root)) {
		printf("Bail out! no directory in /tmp\n");
		return 1;
	}
	build_tree();
	if (chdir(at_root("%s/proj", search_paths[5])))
		printf("# no %s\n", search_paths[5]);
	test_reference();
	test_strict();
	test_here();
	test_cache();
	test_go();
	test_below();
	test_consent();
	test_root_cwd();
	test_refused();
	test_names();
	test_tried();
	test_embedded();
	test_cancel();
	test_memory();
	test_lines();
	test_raw_lines();
	test_nul_later();
	test_init();
	source_found_release(&none);
	snprintf(command, sizeof(command), "rm -rf '%s'", root);
	ok(!chdir("/") && !system(command), "cleaned up");
	return tap_done();
}
