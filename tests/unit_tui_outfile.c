/*
 * tui/outfile: what is there while a file is written, after it, and after
 * failing; what is not replaced.
 */
#include "config.h"

#include "tui/outfile.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/tap.h"

static char dir[] = "/tmp/pprowl-outfile.XXXXXX";

static const char *path_of(const char *name)
{
	static char path[2][128];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", dir, name);
	return path[turn];
}

static void make_file(const char *name, const char *text)
{
	FILE *file = fopen(path_of(name), "w");

	if (!file || fputs(text, file) < 0 || fclose(file))
		ok(false, "cannot write %s", name);
}

static const char *content(const char *name)
{
	static char text[128];
	FILE *file = fopen(path_of(name), "r");
	size_t n = file ? fread(text, 1, sizeof(text) - 1, file) : 0;

	text[n] = '\0';
	if (file)
		fclose(file);
	return file ? text : "(none)";
}

static int count_files(void)
{
	DIR *d = opendir(dir);
	int n = -2;

	while (d && readdir(d))
		n++;
	closedir(d);
	return n;
}

static void fails(const char *path, const char *why)
{
	struct outfile file;
	struct err err;

	is_int(outfile_open(&file, path, &err), -1, "%s fails", path);
	ok(strstr(err.text, why), "because of: %s (%s)", why, err.text);
}

static void test_new(void)
{
	struct outfile file;
	struct err err;

	is_int(outfile_open(&file, path_of("a"), &err), 0, "a new file");
	is_int(outfile_write(&file, "one\ntw", 6), 0, "takes a piece");
	is(content("a"), "(none)", "it is not there yet");
	is_int(outfile_write(&file, "o\n", 2), 0, "takes the rest");
	is_int(outfile_close(&file, &err), 0, "is closed");
	is(content("a"), "one\ntwo\n", "and there");
	ok(!file.replaces, "nothing was there before");
	is_int(file.n_bytes, 8, "bytes are counted");
	is_int(file.n_lines, 2, "and lines");
	outfile_discard(&file);
	is(content("a"), "one\ntwo\n", "and stays there");
	is_int(count_files(), 1, "alone");
}

static void test_replace(void)
{
	struct outfile file;
	struct stat st;
	struct err err;

	make_file("a", "old");
	chmod(path_of("a"), 0640);
	is_int(symlink("a", path_of("link")), 0, "a link");
	is_int(outfile_open(&file, path_of("link"), &err), 0, "is followed");
	ok(file.replaces, "to a file that is there");
	outfile_write(&file, "new", 3);
	is(content("a"), "old", "which stays as it is until the end");
	is_int(outfile_close(&file, &err), 0, "is closed");
	is(content("a"), "new", "and replaced");
	ok(!lstat(path_of("link"), &st) && S_ISLNK(st.st_mode),
	   "the link is still one");
	ok(!stat(path_of("a"), &st) && (st.st_mode & 0777) == 0640,
	   "the mode is what it was");
	outfile_discard(&file);
	unlink(path_of("link"));
}

/* A link to nothing, by way of another and of a folder. */
static void test_dangling(void)
{
	struct outfile file;
	struct stat st;
	struct err err;

	mkdir(path_of("d"), 0700);
	is_int(symlink("d/link", path_of("link")), 0, "a link to a link");
	is_int(symlink("../new", path_of("d/link")), 0, "to nothing");
	is_int(outfile_open(&file, path_of("link"), &err), 0, "is followed");
	outfile_write(&file, "new", 3);
	is_int(outfile_close(&file, &err), 0, "is closed");
	outfile_discard(&file);
	is(content("new"), "new", "and something");
	ok(!lstat(path_of("link"), &st) && S_ISLNK(st.st_mode) &&
	   !lstat(path_of("d/link"), &st) && S_ISLNK(st.st_mode),
	   "the links are still links");
	unlink(path_of("new"));
	unlink(path_of("d/link"));
	is_int(symlink("nowhere/new", path_of("d/link")), 0, "to no folder");
	fails(path_of("link"), "d/nowhere/new: No such file");
	unlink(path_of("d/link"));
	is_int(symlink("../link", path_of("d/link")), 0, "in a circle");
	fails(path_of("link"), "Too many levels of symbolic links");
	unlink(path_of("d/link"));
	unlink(path_of("link"));
	rmdir(path_of("d"));
	is_int(count_files(), 1, "nothing is left");
}

static void test_discard(void)
{
	struct outfile file;
	struct err err;

	make_file("a", "old");
	is_int(outfile_open(&file, path_of("a"), &err), 0, "begun");
	outfile_write(&file, "new", 3);
	is_int(count_files(), file.temporary.n ? 2 : 1,
	       "written beside it, or without a name");
	outfile_discard(&file);
	is(content("a"), "old", "given up: the old one is there");
	is_int(count_files(), 1, "and nothing else");
}

/* Whoever is killed leaves nothing, where files without a name can be. */
static void test_killed(void)
{
	struct outfile file;
	struct err err;
	bool is_nameless;
	pid_t child;

	make_file("a", "old");
	is_int(outfile_create(&file, path_of("b"), &err), 0, "one tells");
	is_nameless = !file.temporary.n;
	outfile_discard(&file);
	child = fork();
	if (!child) {
		if (outfile_open(&file, path_of("a"), &err) ||
		    outfile_write(&file, "new", 3))
			_exit(1);
		raise(SIGKILL);
	}
	waitpid(child, NULL, 0);
	is(content("a"), "old", "killed: the old one is there");
	ok(!is_nameless || count_files() == 1, "and nothing else: %d",
	   count_files());
}

/* A name beside the place that is taken is not taken away. */
static void test_taken(void)
{
	struct outfile file;
	struct err err;
	char taken[64];

	snprintf(taken, sizeof(taken), ".a.%ld-0", (long)getpid());
	make_file(taken, "other");
	is_int(outfile_open(&file, path_of("a"), &err), 0, "begun");
	outfile_write(&file, "new", 3);
	is_int(outfile_close(&file, &err), 0, "is closed");
	outfile_discard(&file);
	is(content("a"), "new", "and there");
	is(content(taken), "other", "beside another");
	unlink(path_of(taken));
	is_int(count_files(), 1, "and nothing else");
}

static void test_mask(void)
{
	struct outfile file;
	struct stat st;
	struct err err;
	mode_t mask = umask(027);

	is_int(outfile_open(&file, path_of("c"), &err), 0, "a new file");
	umask(mask);
	is_int(outfile_close(&file, &err), 0, "is closed");
	outfile_discard(&file);
	ok(!stat(path_of("c"), &st) && (st.st_mode & 0777) == 0640,
	   "it is for whom all new files are");
	unlink(path_of("c"));
}

static void test_private(void)
{
	struct outfile file;
	struct stat st;
	struct err err;
	mode_t mask = umask(0);

	is_int(outfile_create(&file, path_of("b"), &err), 0, "a private file");
	umask(mask);
	is_int(outfile_write(&file, "one", 3), 0, "takes a piece");
	is(content("b"), "(none)", "it is not there yet");
	is_int(outfile_close(&file, &err), 0, "is closed");
	outfile_discard(&file);
	is(content("b"), "one", "and there");
	ok(!stat(path_of("b"), &st) && (st.st_mode & 0777) == 0600,
	   "for its owner only");
	is_int(count_files(), 2, "and nothing beside it");
	is_int(outfile_create(&file, path_of("b"), &err), -1,
	       "once it is there");
	ok(strstr(err.text, "is kept"), "it is kept: %s", err.text);
	unlink(path_of("b"));
	is_int(outfile_create(&file, path_of("b"), &err), 0, "begun");
	outfile_write(&file, "two", 3);
	make_file("b", "other");
	is_int(outfile_close(&file, &err), -1, "another came meanwhile");
	outfile_discard(&file);
	is(content("b"), "other", "which is kept, too");
	unlink(path_of("b"));
	is_int(outfile_create(&file, path_of("b"), &err), 0, "begun");
	outfile_discard(&file);
	is_int(count_files(), 1, "given up: nothing is left");
	is_int(symlink("a", path_of("link")), 0, "a link");
	is_int(outfile_create(&file, path_of("link"), &err), -1,
	       "is something, too");
	is_int(outfile_create(&file, path_of("no/such"), &err), -1,
	       "no folder");
	ok(strstr(err.text, "No such file"), "%s", err.text);
	unlink(path_of("link"));
}

/* What cannot take its place is not left beside it. */
static void test_blocked(void)
{
	struct outfile file;
	struct err err;

	is_int(outfile_open(&file, path_of("d"), &err), 0, "begun");
	outfile_write(&file, "new", 3);
	mkdir(path_of("d"), 0700);
	is_int(outfile_close(&file, &err), -1, "a folder is in its place");
	outfile_discard(&file);
	rmdir(path_of("d"));
	is_int(count_files(), 1, "nothing is left of it");
}

static void test_failures(void)
{
	fails(dir, "not a regular file");
	fails("/dev/null", "not a regular file");
	fails(path_of("no/such"), "No such file or directory");
	fails(path_of("a/b"), "Not a directory");
	is_int(count_files(), 1, "nothing is left");
}

int main(void)
{
	if (!mkdtemp(dir))
		ok(false, "no folder to write to");
	test_new();
	test_replace();
	test_dangling();
	test_discard();
	test_killed();
	test_taken();
	test_mask();
	test_private();
	test_blocked();
	test_failures();
	unlink(path_of("a"));
	rmdir(dir);
	return tap_done();
}
