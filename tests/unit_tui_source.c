/*
 * The source view in the app: on the demo, and on a written profile whose
 * sources lie in a directory of the test's own.
 */
#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/build.h"
#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/app.h"

static struct app app;
static struct options options;
static struct mem mem;
static struct grid grid;
static char root[] = "/tmp/pprowl-view-XXXXXX";

static const char written[] =
	"type cpu ns\n"
	"type calls count\n"
	"func 1 work work.go 2\n"
	"func 2 main work.go 8\n"
	"func 3 init a.go 0\n"
	"func 4 init b.go 0\n"
	"func 5 secret %s/notes 0\n"
	"func 6 short short.go 1\n"
	"func 7 late late.go 1\n"
	"func 8 lost lost.go 1\n"
	"func 9 idle work.go 20\n"
	"func 10 built /build/x/built.go 1\n"
	"map 1 4096 8192 0 /bin/tool -\n"
	"loc 1 1 4100 1:4\n"
	"loc 2 1 4200 1:5\n"
	"loc 3 1 4300 2:10\n"
	"loc 4 1 4400 3:1\n"
	"loc 5 1 4500 4:1\n"
	"loc 6 1 4600 5:1\n"
	"loc 7 1 4700 6:900\n"
	"loc 8 1 4800 7:1\n"
	"loc 9 1 4900 8:33\n"
	"loc 10 1 5000\n"
	"loc 11 1 5100 9:21\n"
	"loc 12 1 5200 10:1\n"
	"row 1,3 700,1\n"
	"row 2,3 200,1\n"
	"row 4 50,1\n"
	"row 5 40,1\n"
	"row 6 30,1\n"
	"row 7 20,1\n"
	"row 8 10,1\n"
	"row 9 9,1\n"
	"row 10 8,1\n"
	"row 11 0,1\n"
	"row 12 2,1\n"
	"time 1000000000000000000\n";

static const struct hands hands = { &app, &grid };

static void press(const char *names)
{
	hands_press(&hands, names);
}

#define shows(text, ...) \
	tap_ok(hands_see(&hands, text), __FILE__, __LINE__, __VA_ARGS__)

static void go(const char *name)
{
	app_select(&app, name, strlen(name));
	press("4");
}

static void start(void)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	if (app_init(&app, &options, &limits, TEXT_UTF8, &err))
		ok(false, "the app starts: %s", err.text);
	app_settle(&app);
	app_resize(&app, 24, 80);
	grid_init(&grid, 24, 80, TEXT_UTF8);
}

static void stop(void)
{
	app_release(&app);
	options_release(&options);
	grid_release(&grid);
	is_int(mem.used, 0, "all memory is given back");
}

static void test_demo(void)
{
	options_init(&options);
	options.keys = "";
	options.demo = true;
	start();
	press("Enter");
	shows("+270.32MB ▌   46 │         kept := make([]byte, len(value))",
	      "from the pair to the line that leaks in one key");
	shows("46/74  hottest 1/3", "the cursor is on it");
	shows("cache.(*Store).Put  flat +273.37MB  cum +273.37MB, 94.30% of",
	      "the function has its sums and share");
	press("] ] ]");
	shows("past the last: the hottest line", "past the last is the first");
	press("[");
	shows("past the hottest: the last", "and the other way round");
	shows("53 │", "which is there");
	press("] d");
	shows("38.45MB  308.77MB +270.32MB 8.03x ▌   46", "side by side");
	press("%");
	shows("share", "with changes of the share");
	press("c");
	shows("cum base", "or by cum");
	press("c d d");
	shows("308.77MB  308.77MB ▌   46", "the current side alone");
	press("d J");
	shows("metrics.(*Registry).Counter  flat +11.36MB",
	      "J shows the next function");
	press("K l l");
	shows("…ake([]byte, len(value))", "the text scrolls");
	press("h h Enter");
	is_int(app.main, PANEL_PEEK, "Enter goes to peek");
	press("Esc m");
	is_int(app.main, PANEL_SOURCE, "and back");
	shows("hottest 1/", "another sample type keeps the line");
	shows("kept := make", "in sight");
	app_resize(&app, 40, 160);
	grid_resize(&grid, 40, 160);
	press("1");
	shows("func (s *Store) Put(key string, value []byte)",
	      "it stands beside the list, too");
	press("J J J");
	ok(!strstr(hands_screen(&hands), "func (s *Store) Put"), "and follows it");
	stop();
}

static void put(const char *name, const char *text)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, text, strlen(text)) < 0 || close(fd))
		printf("# cannot write %s\n", name);
}

static void put_old(const char *name, const char *text)
{
	const struct timespec times[2] = { { 1000000, 0 }, { 1000000, 0 } };

	put(name, text);
	utimensat(AT_FDCWD, name, times, 0);
}

static void put_profile(void)
{
	struct buf text = BUF_INIT, bytes = BUF_INIT;
	int fd = open("p.pb", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	buf_addf(&text, written, root);
	build_profile(&bytes, buf_str(&text));
	if (fd < 0 || write(fd, bytes.s, bytes.n) < 0 || close(fd))
		printf("# cannot write the profile\n");
	buf_release(&text);
	buf_release(&bytes);
}

/* The program's directory is sub; notes lie outside of it. */
static void build_tree(void)
{
	char sub[64];

	if (!mkdtemp(root) || chdir(root))
		abort();
	put_old("notes", "my secret\n");
	snprintf(sub, sizeof(sub), "%s/sub", root);
	if (mkdir(sub, 0700) || chdir(sub))
		abort();
	put_profile();
	put_old("work.go", "package main\nfunc work() {\n\tfor {\n\t\tx++\n"
			   "\t\ty++\n\t}\n}\nfunc main() {\n\n\twork()\n}\n");
	put_old("a.go", "var a = make()\n");
	put_old("b.go", "var b = make()\n");
	put_old("short.go", "one\ntwo\n");
	put("late.go", "func late() {}\n");
}

static void remove_tree(void)
{
	static const char *const names[] = {
		"p.pb", "work.go", "a.go", "b.go", "short.go", "late.go",
		"../notes",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		unlink(names[i]);
	if (chdir("/tmp") == 0) {
		char sub[64];

		snprintf(sub, sizeof(sub), "%s/sub", root);
		rmdir(sub);
		rmdir(root);
	}
}

static void test_lines(void)
{
	go("work");
	shows("700ns     700ns ▌    4 │                 x++",
	      "a line with its weights");
	shows("hottest 1/2", "the hottest of two");
	press("]");
	shows("5/11  hottest 2/2", "and the other");
	go("main");
	shows("          900ns ▌   10 │         work()",
	      "without flat, cum has the bar");
	press("c");
	ok(!strstr(hands_screen(&hands), "no line has any"), "by cum there is no more");
	press("c");
	shows("no line has any flat of its own", "by flat there is none");
	press("m");
	go("idle");
	shows("idle  flat 1", "a sample type without units");
	shows("Another version: it ends at line 11, the profile has line 21",
	      "but its line is past the end");
	press("M");
}

static void test_files(void)
{
	go("init");
	shows("a.go\n", "a name in two files has both");
	shows("50ns      50ns ▌    1 │ var a = make()", "the heavier first");
	shows("40ns      40ns ▌    1 │ var b = make()", "then the other");
	shows("init  flat 50ns  cum 50ns", "the sums are of one file");
	press("]");
	shows("init  flat 40ns  cum 40ns", "the one of the cursor");
}

static void test_trouble(void)
{
	go("secret");
	shows("Enter opens ", "a file that may be private waits");
	ok(!strstr(hands_screen(&hands), "my secret"), "its text is not shown");
	shows("30ns      30ns ▌    1 │\n", "its weights are");
	press("Enter");
	is_int(app.main, PANEL_SOURCE, "Enter stays");
	shows("30ns      30ns ▌    1 │ my secret", "and opens it");
	press("Enter");
	is_int(app.main, PANEL_PEEK, "then Enter goes on");

	go("short");
	shows("Another version: it ends at line 2, the profile has line 900",
	      "a file that is too short is told of");
	shows("20ns      20ns ▌  900 │\n", "its weight stands below the text");
	go("late");
	shows("Changed after the profile was taken", "and a newer one");
	go("lost");
	shows("No text: the source file was not found", "or none at all");
	shows("33 │\n", "its weights are shown");
	shows("/sub/lost.go", "and where it was looked for");
	put_old("moved.go", "");
	if (mkdir("other", 0700))
		abort();
	put_old("other/lost.go", "found\n");
	app_command(&app, "source_path=other");
	shows("Another version: it ends at line 1", "another path finds it");
	unlink("other/lost.go");
	unlink("moved.go");
	rmdir("other");
	go("[tool]");
	shows("8ns       8ns ▌ 1388 │", "what has no name is an address");
	shows("No names and no lines here", "and that is said");
}

/* Which of two files is meant, and again when that is not said any more. */
static void test_trimming(void)
{
	if (mkdir("x", 0700))
		abort();
	put_old("x/built.go", "by the end of its name\n");
	put_old("built.go", "without a prefix\n");
	go("built");
	shows("1 │ by the end of its name", "what is there by its end");
	app_command(&app, "trim_path=/build/x");
	shows("1 │ without a prefix", "a prefix cut off finds another");
	shows("built  flat 2ns", "of the same function");
	app_command(&app, "trim_path=/elsewhere");
	shows("1 │ by the end of its name", "one that it has not does not");
	app_command(&app, "trim_path=/build");
	shows("1 │ by the end of its name", "nor does a part of it");
	app_command(&app, "trim_path=/elsewhere:/build/x");
	shows("1 │ without a prefix", "one of several does");
	app_command(&app, "trim_path=");
	shows("1 │ by the end of its name", "until there is none again");
	unlink("x/built.go");
	unlink("built.go");
	rmdir("x");
}

static void test_view(void)
{
	go("work");
	app_command(&app, "focus=nobody");
	shows("No line of it is left by the filters: x removes",
	      "filtered out, a key helps");
	shows("x++", "though the text is there");
	press("x");
	shows("700ns", "and brings it back");
	app_command(&app, "granularity=lines");
	press("/ y + + Enter");
	for (int rows = 1; rows < 12; rows++) {
		grid_resize(&grid, rows, 1 + rows * 7);
		app_resize(&app, rows, 1 + rows * 7);
		press("j ] l k [ c h");
	}
	app_resize(&app, 24, 80);
	grid_resize(&grid, 24, 80);
	press("g");
	shows("package main", "it has come through every size");
}

static void test_written(void)
{
	build_tree();
	options_init(&options);
	options.keys = "";
	options.sources = malloc(sizeof(*options.sources));
	options.sources[0] = "p.pb";
	options.n_sources = 1;
	options.sample_index = "cpu";
	start();
	test_lines();
	test_files();
	test_trouble();
	test_trimming();
	test_view();
	stop();
	remove_tree();
}

int main(void)
{
	test_demo();
	test_written();
	return tap_done();
}
