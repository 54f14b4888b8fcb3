/*
 * tui/keyfile: what of a key file counts, what is said of its mistakes, and
 * which files are not read.
 */
#include "config.h"

#include "tui/keyfile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/tap.h"

static char dir[] = "/tmp/pprowl-keyfile.XXXXXX";
static char path[64];
static struct keymap km;
static struct err err;
static struct buf all;

static void write_file(const void *text, size_t n)
{
	FILE *file;

	unlink(path);
	file = fopen(path, "w");
	if (!file || fwrite(text, 1, n, file) != n || fclose(file))
		ok(false, "cannot write %s", path);
}

/* The defaults and then the text. */
static enum keyfile_result load(const char *text, size_t n)
{
	struct keymap_err bad;

	keymap_release(&km);
	err.text[0] = '\0';
	buf_clear(&all);
	if (!keymap_load_defaults(&km, &bad))
		ok(false, "%s", bad.text);
	write_file(text, n);
	return keyfile_load(&km, path, &all, &err);
}

static const char *action_of(const char *name)
{
	struct key key;
	enum action action;

	if (!key_parse(name, strlen(name), &key))
		return "no such key";
	keymap_find(&km, MAP_GENERAL, &key, 1, &action);
	return action_name(action);
}

static void check_bound(const char *text, const char *name, const char *key,
			const char *action)
{
	is_int(load(text, strlen(text)), KEYFILE_DONE, "%s", name);
	is(action_of(key), action, "... binds");
}

static void test_lines(void)
{
	check_bound("general W down\n", "a line", "W", "down");
	check_bound("general W down", "one without an end", "W", "down");
	check_bound("general W down\r\ngeneral P up\r\n", "ends of DOS", "P",
		    "up");
	check_bound("# mine\n\n  \ngeneral\tW  down\n", "comments and blanks",
		    "W", "down");
	check_bound("general j none\n", "a key taken away", "j", "none");
	check_bound("", "an empty file", "j", "down");
	check_bound("general j up\ngeneral j last\n", "the last one counts",
		    "j", "last");
}

static void check_wrong(const char *text, size_t n, const char *why)
{
	is_int(load(text, n), KEYFILE_WRONG, "a mistake");
	ok(!strncmp(err.text, path, strlen(path)) &&
	   !strcmp(err.text + strlen(path), why), "is told: %s", err.text);
	is(action_of("j"), "down", "the default stays");
	is(action_of("W"), "up", "other lines count");
}

static void test_mistakes(void)
{
	static const char nul[] = "general j\0 up\ngeneral W up\n";

#define CHECK(text, why) check_wrong(text, sizeof(text) - 1, why)
	CHECK("general W up\ngeneral j nothing\n",
	      ": line 2: nothing: no action has this name");
	CHECK("general j,nokey up\ngeneral W up\n",
	      ": line 1: j,nokey: no key has this name");
	CHECK("nomap j up\n\n\ngeneral W up\n",
	      ": line 1: nomap: no map has this name");
	CHECK("\n# x\ngeneral\ngeneral W up\ngeneral j\nx y z\n",
	      ": line 3: a line is MAP KEY... ACTION; 2 more mistakes, "
	      ":help keys lists them");
#undef CHECK
	is(buf_str(&all), "line 3: a line is MAP KEY... ACTION\n"
	   "line 5: a line is MAP KEY... ACTION\n"
	   "line 6: x: no map has this name\n", "all of them are listed");
	check_wrong(nul, sizeof(nul) - 1, ": line 1: a byte that is no text");
}

static void test_many_mistakes(void)
{
	struct buf text = BUF_INIT;
	size_t n = 0;

	for (int i = 0; i < 2 * KEYFILE_MISTAKES_MAX; i++)
		buf_adds(&text, "nonsense\n");
	load(buf_str(&text), text.n);
	ok(strstr(err.text, "; 399 more mistakes, "), "all are counted");
	for (size_t i = 0; i < all.n; i++)
		n += all.s[i] == '\n';
	is_int(n, KEYFILE_MISTAKES_MAX + 1, "not all are listed");
	ok(strstr(buf_str(&all), "\nand more\n"), "which is said");
	buf_release(&text);
}

static void test_defaults(void)
{
	struct buf text = BUF_INIT;
	char with[256], without[256];
	const char *line;

	for (size_t i = 0; (line = keymap_default(i)); i++)
		buf_addf(&text, "%s\n", line);
	is_int(load("", 0), KEYFILE_DONE, "the defaults alone");
	keymap_keys_of(&km, MAP_GENERAL, ACTION_DOWN, without,
		       sizeof(without));
	is_int(load(buf_str(&text), text.n), KEYFILE_DONE,
	       "the defaults, written to a file, are accepted: %s", err.text);
	keymap_keys_of(&km, MAP_GENERAL, ACTION_DOWN, with, sizeof(with));
	is(with, without, "and change nothing");
	buf_release(&text);
}

static void test_files(void)
{
	struct buf text = BUF_INIT;

	while (text.n < KEYFILE_MAX - 2)
		buf_adds(&text, "#\n");
	buf_pad(&text, '\n', KEYFILE_MAX - text.n);
	is_int(load(buf_str(&text), text.n), KEYFILE_DONE, "a large file");
	buf_adds(&text, "\n");
	is_int(load(buf_str(&text), text.n), KEYFILE_UNREADABLE, "a larger");
	ok(strstr(err.text, ": larger than 65536 bytes"), "is refused");
	buf_release(&text);
	unlink(path);
	is_int(keyfile_load(&km, path, &all, &err), KEYFILE_MISSING, "none");
	is_int(keyfile_load(&km, dir, &all, &err), KEYFILE_UNREADABLE, "a folder");
	ok(strstr(err.text, ": not a regular file"), "is no file");
	is_int(mkfifo(path, 0600), 0, "a pipe");
	is_int(keyfile_load(&km, path, &all, &err), KEYFILE_UNREADABLE,
	       "is not waited for");
	unlink(path);
}

static void check_mode(mode_t mode, enum keyfile_result want)
{
	static const char text[] = "general W up\n";

	load(text, sizeof(text) - 1);
	ok(!chmod(path, mode), "mode %03o", (unsigned)mode);
	keymap_release(&km);
	is_int(keyfile_load(&km, path, &all, &err), want, "is taken or not");
	is(action_of("W"), want == KEYFILE_DONE ? "up" : "none", "... binds");
}

/* What others can write to says what others want. */
static void test_modes(void)
{
	check_mode(0600, KEYFILE_DONE);
	check_mode(0444, KEYFILE_DONE);
	check_mode(0755, KEYFILE_DONE);
	check_mode(0620, KEYFILE_UNREADABLE);
	ok(strstr(err.text, "/keys: others can write to it; chmod go-w it"),
	   "why, and what to do");
	check_mode(0602, KEYFILE_UNREADABLE);
	check_mode(0666, KEYFILE_UNREADABLE);
}

/* Only root can make files of others. */
static void test_owner(void)
{
	if (geteuid())
		return;
	check_mode(0644, KEYFILE_DONE);
	ok(!chmod(dir, 0755) && !seteuid(12), "as another user");
	is_int(keyfile_load(&km, path, &all, &err), KEYFILE_DONE,
	       "root's is taken");
	ok(!seteuid(0) && !chown(path, 13, 13) && !seteuid(12),
	   "one of somebody else");
	is_int(keyfile_load(&km, path, &all, &err), KEYFILE_UNREADABLE,
	       "is not");
	ok(strstr(err.text, "/keys: of user 13, not yours; chown it or copy "
		  "it"), "why, and what to do");
	ok(!seteuid(0), "as root again");
	is_int(keyfile_load(&km, path, &all, &err), KEYFILE_UNREADABLE,
	       "nor by root");
	unlink(path);
}

static void check_path(const char *config, const char *home, const char *want)
{
	struct buf out = BUF_INIT;

	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	if (config)
		setenv("XDG_CONFIG_HOME", config, 1);
	if (home)
		setenv("HOME", home, 1);
	ok(keyfile_path(&out) == (want != NULL), "whether there is a place");
	is(buf_str(&out), want ? want : "", "and which");
	buf_release(&out);
}

static void test_path(void)
{
	check_path("/c", "/h", "/c/pprowl/keys");
	check_path(NULL, "/h", "/h/.config/pprowl/keys");
	check_path("", "/h", "/h/.config/pprowl/keys");
	check_path("c", "/h", "/h/.config/pprowl/keys");
	check_path(NULL, "", NULL);
	check_path(NULL, NULL, NULL);
	setenv("HOME", dir, 1);
	load("x\n", 2);
	is(err.text, "~/keys: line 1: x: no map has this name",
	   "the home is ~");
	setenv("HOME", "/tmp/pprowl-key", 1);
	load("x\n", 2);
	ok(!strncmp(err.text, path, strlen(path)), "a part of it is not");
}

int main(void)
{
	if (!mkdtemp(dir))
		ok(false, "no folder to write to");
	snprintf(path, sizeof(path), "%s/keys", dir);
	unsetenv("HOME");
	umask(022);
	test_lines();
	test_mistakes();
	test_many_mistakes();
	test_defaults();
	test_files();
	test_modes();
	test_owner();
	test_path();
	unlink(path);
	rmdir(dir);
	keymap_release(&km);
	buf_release(&all);
	return tap_done();
}
