/*
 * tui/reload: a profile whose file changes under the views, and options that
 * it is read with: what stays, what is told, what happens when it fails or is
 * given up.  The profiles are written here, each with numbers of its own for
 * the same functions.
 */
#include "config.h"

#include "tui/reload.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/clock.h"
#include "tests/build.h"
#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/app.h"
#include "tui/app_paint.h"

static struct app app;
static struct options options;
static struct mem mem;
static struct grid grid;
static char root[] = "/tmp/pprowl-reload-XXXXXX";

static const char before[] =
	"type cpu ns\n"
	"type calls count\n"
	"func 1 main main.go 1\n"
	"func 2 serve serve.go 1\n"
	"func 3 read read.go 1\n"
	"func 4 parse parse.go 1\n"
	"func 5 idle idle.go 1\n"
	"map 1 4096 8192 0 /bin/tool -\n"
	"loc 1 1 4100 1:2\n"
	"loc 2 1 4200 2:2\n"
	"loc 3 1 4300 3:2\n"
	"loc 4 1 4400 4:3\n"
	"loc 5 1 4500 5:1\n"
	"row 3,2,1 500000000,2 who=amy size#64bytes\n"
	"row 4,2,1 300000000,9 who=bob size#64bytes\n"
	"row 5,1 200000000,1 who=amy\n";

/* Others come first, and the sample types have changed places. */
static const char after[] =
	"type calls count\n"
	"type cpu ns\n"
	"func 1 fresh fresh.go 1\n"
	"func 2 parse parse.go 1\n"
	"func 3 read read.go 1\n"
	"func 4 main main.go 1\n"
	"func 5 serve serve.go 1\n"
	"map 1 4096 8192 0 /bin/fresh -\n"
	"map 2 14096 18192 0 /bin/tool -\n"
	"loc 1 1 4100 1:2\n"
	"loc 2 2 14200 2:3\n"
	"loc 3 2 14300 3:2\n"
	"loc 4 2 14400 4:2\n"
	"loc 5 2 14500 5:2\n"
	"row 1,4 1,100000000 who=cat area=x\n"
	"row 2,5,4 3,900000000 who=amy size#64bytes\n"
	"row 3,5,4 4,700000000 who=bob\n"
	"row 3,5,4 4,100000000 who=cat\n";

/* As before, and more of it. */
static const char longer[] =
	"type cpu ns\n"
	"type calls count\n"
	"func 1 main main.go 1\n"
	"func 2 idle idle.go 1\n"
	"loc 1 0 4100 1:2\n"
	"loc 2 0 4500 2:1\n"
	"row 2,1 1500000000,7\n"
	"row 1 500000000,1\n";

static const char other_types[] =
	"type space bytes\n"
	"func 1 main main.go 1\n"
	"loc 1 0 4100 1:2\n"
	"row 1 4096\n";

/* Files. */

static void put(const char *name, const char *bytes, size_t n)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n || close(fd))
		printf("# cannot write %s\n", name);
}

static void put_profile(const char *name, const char *text)
{
	struct buf bytes = BUF_INIT;

	build_profile(&bytes, text);
	put(name, bytes.s, bytes.n);
	buf_release(&bytes);
}

/* The app. */

static const struct hands hands = { &app, &grid };

static void press(const char *names)
{
	hands_press(&hands, names);
}

#define shows(text, ...) \
	tap_ok(hands_see(&hands, text), __FILE__, __LINE__, __VA_ARGS__)

static void run(const char *line)
{
	app_settle(&app);
	app_command(&app, line);
}

static void begin_with(const char *const *sources, size_t n)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	options_init(&options);
	options.keys = "";
	options.sources = calloc(n, sizeof(*options.sources));
	options.has_failed = calloc(n, sizeof(*options.has_failed));
	for (size_t i = 0; i < n; i++)
		options.sources[i] = sources[i];
	options.n_sources = n;
	options.sample_index = "cpu";
	if (app_init(&app, &options, &limits, TEXT_UTF8, &err))
		ok(false, "the app starts: %s", err.text);
	app_settle(&app);
	app_resize(&app, 24, 80);
	grid_init(&grid, 24, 80, TEXT_UTF8);
}

static void begin(const char *source)
{
	begin_with(&source, 1);
}

static void end(void)
{
	app_release(&app);
	options_release(&options);
	grid_release(&grid);
	mem.limit = 0;
	is_int(mem.used, 0, "all memory is given back");
}

static const char *selected(void)
{
	return buf_str(&app.selected);
}

static void select_name(const char *name)
{
	app_select(&app, name, strlen(name));
}

/* Tests. */

static void test_file(void)
{
	put_profile("p.pb", before);
	begin("p.pb");
	press("c");
	select_name("parse");
	run("ignore=idle");
	shows(" 4/4 ", "the row of parse");
	put_profile("p.pb", after);
	press("R");
	shows("read again: 4 samples, cpu 1.80s (+800ms)",
	      "what it is and what has changed is told");
	is(selected(), "parse", "the function stays selected");
	shows("p  cpu  1.80s of 1.80s total",
	      "the sample type is the one of that name");
	is_int(app.view.type, 1, "which has another number");
	press("Esc");
	shows(" 3/5 ", "the row of parse, where it is now, by cum");
	is_int(app.view.filters.n, 1, "filters stay");
	press("R");
	shows("read again: 4 samples, cpu 1.80s, as before",
	      "that nothing has changed is told, too");
	put_profile("p.pb", before);
	app_key(&app, key_of_char('R'));
	worker_wait(&app.reader);
	app_take(&app);
	app_key(&app, key_of_char('m'));
	shows("read again: 3 samples, calls 12", "of what is wanted by now");
	ok(!strstr(hands_screen(&hands), "any more"), "which is there");
	ok(!strstr(hands_screen(&hands), "(+"), "and not of what was before");
	press("m");
	put_profile("p.pb", other_types);
	press("R");
	shows("read again: 1 sample, space 4kB; there is no cpu any more",
	      "of types that are gone, too");
	is(selected(), "main", "the next function takes over");
	end();
}

static void test_flame(void)
{
	put_profile("p.pb", before);
	begin("p.pb");
	press("2");
	select_name("serve");
	press("Enter");
	shows("zoom: main > serve", "a zoom");
	select_name("parse");
	put_profile("p.pb", after);
	press("R");
	shows("zoom: main > serve", "stays, though all numbers differ");
	shows("parse   flat 900ms", "and so does the place in it");
	press("Esc 1 R 2");
	shows("parse   flat 900ms", "also when it is not looked at meanwhile");
	press("o");
	shows("callers of parse", "a graph of callers");
	put_profile("p.pb", before);
	press("R");
	shows("callers of parse", "stays");
	shows("300ms", "with other numbers");
	end();
}

/* Each panel holds on to something of the profile. */
static void test_panels(void)
{
	static const char *const views[] = { "1", "2", "3", "4", "5", "=" };
	static const char *const texts[] = { before, after };

	put_profile("p.pb", before);
	begin("p.pb");
	for (size_t i = 0; i < 2 * ARRAY_SIZE(views); i++) {
		select_name("parse");
		press(views[i / 2]);
		put_profile("p.pb", texts[(i + 1) % 2]);
		press("R");
		shows("read again", "from view %s", views[i / 2]);
		is(selected(), "parse", "with the function");
		press("1 = Esc 5 3 4");
		is_int(app.reload.old.n, 0, "the old one is gone");
	}
	press("3");
	shows("1 caller, 0 callees", "peek is of what there is");
	end();
}

/* Cursors of views that are not on the screen when it is read again. */
static void test_cursors(void)
{
	put_profile("p.pb", before);
	put("read.go", "a\nb\nc\nd\ne\n", 10);
	begin("p.pb");
	select_name("read");
	press("4 g j j j");
	shows("4/5 ", "the fourth line of the source");
	press("5 G");
	shows("5/5 ", "the last label");
	press("1");
	select_name("read");
	put_profile("p.pb", after);
	press("R 4");
	shows("4/5 ", "the line is the same");
	press("5");
	shows(" 7/8 ", "and the label, where it is now");
	put("read.go", "a\nb\nc\nd\ne\nf\n", 12);
	press("R 4");
	shows("4/6 ", "a source file is looked at again, too");
	unlink("read.go");
	end();
}

static void test_options(void)
{
	put_profile("p.pb", before);
	put_profile("old.pb", longer);
	begin("p.pb");
	select_name("parse");
	run("tagroot=who");
	shows("amy", "frames of labels, from now on");
	is(selected(), "parse", "the selection stays");
	press("2");
	shows("│ bob", "above all others");
	run("tagroot=");
	ok(!strstr(hands_screen(&hands), "│ bob"), "and no more");
	run("tagroot=nobody");
	shows("TagRoot expression matched no samples", "what is wrong is said");
	run("tagroot=");
	run("tagleaf=size");
	press("1");
	shows("64B", "numbers are in the unit that is asked for");
	run("unit=kB");
	shows("0.06kB", "and are made again for another");
	run("tagleaf=");
	run("unit=minimum");
	run("normalize=1");
	shows("must have base profile to normalize by", "checked at once");
	ok(!options.normalize, "and put back");
	press("d");
	shows(":base=FILE names an older profile", "what d is for, and how");
	run("base=old.pb");
	shows("old | p  cpu  -1s difference", "something to compare with");
	is_int(app.view.compare, COMPARE_DIFFERENCE, "which is what is shown");
	press("d");
	run("normalize=1");
	shows("2s | 2s side by side, normalized", "scaled to it");
	is_int(app.view.compare, COMPARE_BOTH, "the comparison stays");
	run("base=");
	shows("must have base profile to normalize by", "and keeps it");
	run("normalize=0");
	run("top");
	shows("flat  flat%", "a report of one side");
	press("q");
	run("diff_base=old.pb");
	shows("cannot both be specified", "one base at a time");
	is(options.diff_base ? options.diff_base : "", "", "and no more");
	run("base=");
	shows("p  cpu  1s total", "and nothing to compare with again");
	is_int(app.view.compare, COMPARE_CURRENT, "so nothing is compared");
	run("add_comment=hello");
	run("comments");
	shows("hello", "a comment");
	press("q");
	run("symbolize=bogus");
	shows("ignoring unrecognized symbolization option: bogus",
	      "a mode that there is not");
	run("symbolize=remote");
	shows("-symbolize=remote: servers are not asked", "or is not done");
	press("R");
	ok(!strstr(hands_screen(&hands), "servers"), "is told once");
	run("symbolize=none");
	ok(!strstr(hands_screen(&hands), "symbol"), "nothing else is");
	end();
}

/* What is asked for while it is read is of what is read. */
static void test_reports(void)
{
	put_profile("p.pb", before);
	begin("p.pb");
	app_command(&app, "add_comment=hello");
	app_command(&app, "comments");
	is(buf_str(&app.message), "comments waits for the profile that is "
	   "being read; Esc gives both up", "which is said");
	app_command(&app, "top5");
	ok(strstr(buf_str(&app.message), "top5 waits") &&
	   strstr(buf_str(&app.message), "up; nothing comes of comments"),
	   "another takes its place, which is said, too");
	app_command(&app, "top5");
	ok(!strstr(buf_str(&app.message), "nothing"), "not of the same");
	app_command(&app, "comments");
	app_settle(&app);
	is(buf_str(&app.message), "", "and no more when it has come");
	press("q");
	app_command(&app, "add_comment=");
	app_command(&app, "add_comment=hello");
	app_command(&app, "comments");
	app_command(&app, "comments >out");
	app_command(&app, "top >other");
	ok(strstr(buf_str(&app.message), "a file is being written"),
	   "of files one waits");
	app_settle(&app);
	is_int(app.main, PANEL_REPORT, "a report waits for the profile");
	shows("hello", "and is of it");
	ok(!access("out", F_OK) && access("other", F_OK),
	   "so does a file");
	press("q");
	unlink("out");
	app_command(&app, "base=missing");
	app_command(&app, "comments >out");
	shows("not read again: missing", "one that cannot be read");
	ok(strstr(buf_str(&app.message), "waited for it is given up"),
	   "which is said of what waits");
	ok(access("out", F_OK), "brings none");
	app_command(&app, "comments >out");
	app_settle(&app);
	ok(!unlink("out"), "until it is asked for again");
	end();
}

static void test_failure(void)
{
	put_profile("p.pb", before);
	put("bad.pb", "this is no profile\n", 19);
	begin("p.pb");
	run("base=bad.pb");
	shows("not read again: bad.pb: not a profile", "why it was not read");
	ok(!options.base || !*options.base, "the option goes back");
	press("Esc");
	shows("p  cpu  1s total", "what is shown stays");
	unlink("p.pb");
	press("R");
	shows("not read again: p.pb: No such file", "also without the file");
	press("2 3 4 5 1");
	shows("500ms", "and all of it is still there");
	put_profile("p.pb", before);
	press("R");
	shows("as before", "until it is back");
	mem.limit = mem.used + 10;
	app.reload.n_bytes = 1000;
	app_key(&app, key_of_char('R'));
	ok(strstr(buf_str(&app.message), "-max_memory"),
	   "without memory for two it is not begun");
	mem.limit = 0;
	run("tagroot=who");
	app_command(&app, "add_comment=one");
	mem.limit = (size_t)1 << 30;
	app.reload.n_bytes = mem.limit;
	app_command(&app, "add_comment=two");
	app_command(&app, "unit=kB");
	mem.limit = 0;
	is(options.add_comment, "one", "which leaves what was begun before");
	is(options.print.unit, "minimum", "and the unit");
	app_settle(&app);
	is(options.add_comment, "one", "that is what is read");
	is_int(app.profile->comments.n, 1, "and what is there");
	end();
}

/* Of what came through a pipe and was no profile nothing is kept. */
static void test_failed_pipe(void)
{
	size_t used;
	int fd, n_left;

	put_profile("p.pb", before);
	begin("p.pb");
	run("add_comment=x");
	app_settle(&app);
	used = mem.used;
	mkfifo("fifo", 0600);
	fd = open("fifo", O_RDWR);
	ok(write(fd, "this is no profile\n", 19) == 19, "a pipe");
	app_command(&app, "base=fifo");
	while (!ioctl(fd, FIONREAD, &n_left) && n_left)
		usleep(100);
	close(fd);
	shows("not read again", "with nothing to read");
	is_int(mem.used, used, "of which nothing is kept");
	unlink("fifo");
	end();
}

/* Where no sample has a stack it is labels that are left to look at. */
static void test_no_stacks(void)
{
	static const char *const views[] = { "1", "2", "3" };

	put_profile("p.pb", "type cpu ns\nrow - 5 kind=a\n");
	begin("p.pb");
	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		press(views[i]);
		shows("No sample has a stack: 5 shows their labels.",
		      "which view %s says", views[i]);
	}
	press("5");
	shows("kind", "as it does");
	end();
}

/* Something that never comes, given up. */
static void test_cancel(void)
{
	put_profile("p.pb", before);
	mkfifo("fifo", 0600);
	begin("p.pb");
	app_command(&app, "base=fifo");
	app_key(&app, key_of_char('j'));
	app_key(&app, key_of_char('m'));
	worker_wait(&app.worker);
	app_take(&app);
	is_int(app.eval->view.type, 1, "keys work while it is read");
	is(options.base, "fifo", "the option is set meanwhile");
	app.busy_since = clock_ms() - 1000;
	app_paint(&app, &grid);
	{
		struct buf text = BUF_INIT;

		grid_dump(&text, &grid);
		ok(strstr(buf_str(&text), " reading\n"), "the title says so");
		ok(strstr(buf_str(&text), " p  calls  12"), "of the old one");
		buf_release(&text);
	}
	app_act(&app, ACTION_BACK);
	is(buf_str(&app.message), "cancelled", "Esc gives it up");
	ok(!options.base, "and the option goes back");
	shows("p  calls  12", "nothing has changed");
	is_int(app.is_leaving, false, "nor ended");
	app_command(&app, "base=fifo");
	app_command(&app, "top5");
	ok(strstr(buf_str(&app.message), "Esc gives both up"), "a report waits");
	app.busy_since = clock_ms() - 1000;
	app_act(&app, ACTION_BACK);
	is(buf_str(&app.message), "cancelled", "Esc gives it up");
	app_settle(&app);
	is_int(app.main, PANEL_TOP, "and nothing comes of it");
	ok(!options.base, "nor of the profile");
	app_key(&app, key_of_char('R'));
	worker_wait(&app.reader);
	app.busy_since = clock_ms() - 1000;
	app_act(&app, ACTION_BACK);
	is(buf_str(&app.message), "cancelled", "what has just come as well");
	put_profile("p.pb", after);
	app_key(&app, key_of_char('R'));
	app_key(&app, key_of_char('R'));
	worker_wait(&app.reader);
	app_take(&app);
	app_key(&app, key_of_char('R'));
	worker_wait(&app.reader);
	app_take(&app);
	app.busy_since = clock_ms() - 1000;
	app_act(&app, ACTION_BACK);
	app_settle(&app);
	press("R");
	shows("read again: 4 samples, calls 12", "many a one, the last counts");
	unlink("fifo");
	end();
}

static void test_pipe(void)
{
	struct buf bytes = BUF_INIT;
	int old = dup(STDIN_FILENO), ends[2];

	build_profile(&bytes, before);
	ok(!pipe(ends) && write(ends[1], bytes.s, bytes.n) ==
	   (ssize_t)bytes.n, "a pipe");
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	begin("-");
	run("tagroot=who");
	shows("amy", "what came through a pipe is read again for an option");
	run("tagroot=");
	shows("500ms 50.00%", "as often as one likes");
	press("R");
	shows("nothing to read again: what came through a pipe",
	      "but there is nothing new in it");
	put("bad.pb", "this is no profile\n", 19);
	run("base=bad.pb");
	shows("not read again", "a base that is none");
	press("R");
	shows("nothing to read again", "is nothing to read again either");
	put_profile("old.pb", after);
	run("base=old.pb");
	press("R");
	shows("read again: 7 samples", "a base beside it may be");
	end();
	dup2(old, STDIN_FILENO);
	close(old);
	buf_release(&bytes);
}

static void test_kept(void)
{
	static const uint8_t bytes[100];
	static const bool has_failed[2];
	struct gather_source source;
	struct kept kept;
	struct err err;

	kept_init(&kept, 3, &mem);
	for (size_t i = 0; i < 2; i++)
		kept.at[i].keep.max = 100;
	ok(!kept_source(&kept, 0, "-", &source, &err) && !source.data &&
	   source.keep, "the first time it is kept");
	keep_add(source.keep, bytes, 50);
	ok(!kept_source(&kept, 1, "pipe", &source, &err), "another one");
	keep_add(source.keep, bytes, 50);
	keep_add(source.keep, bytes, 51);
	ok(!kept_source(&kept, 2, NULL, &source, &err), "and none");
	kept_settle(&kept, has_failed);
	is_int(kept_n_files(&kept), 0, "neither is a file");
	ok(!kept_source(&kept, 0, "-", &source, &err) && source.n == 50 &&
	   source.data, "then it is at hand");
	is(source.path, "standard input", "by its name");
	ok(kept_source(&kept, 1, "pipe", &source, &err) &&
	   strstr(err.text, "pipe: cannot be read again"),
	   "what was too much is told");
	ok(!kept_source(&kept, 1, "file", &source, &err) && source.keep,
	   "another path is another source");
	kept_settle(&kept, has_failed);
	is_int(kept_n_files(&kept), 1, "of which nothing was kept");
	kept_release(&kept);
	is_int(mem.used, 0, "all memory is given back");
}

/* What is read of a source that is fetched: "fetch", or how much of it. */
static const char *how(struct kept *kept, size_t i, size_t n_new)
{
	static const uint8_t bytes[100];
	static char text[32];
	static struct err err;
	struct gather_source source;

	if (kept_source(kept, i, i ? "h:1/b" : "h:1/a", &source, &err))
		return err.text;
	if (source.keep)
		keep_add(source.keep, bytes, n_new);
	snprintf(text, sizeof(text), source.keep ? "fetch" : "%zu", source.n);
	return text;
}

static void test_fetched(void)
{
	static const bool none[2], first[2] = { true };
	struct kept kept;

	kept_init(&kept, 3, &mem);
	kept.at[0].keep.max = kept.at[0].next.max = 60;
	is(how(&kept, 0, 10), "fetch", "a URL is fetched");
	is(how(&kept, 1, 20), "fetch", "another, too");
	kept_settle(&kept, none);
	is_int(kept_n_files(&kept), 2, "both can be asked again");
	is(how(&kept, 0, 0), "10", "but need not be");
	atomic_store(&kept.fetches_again, true);
	is(how(&kept, 0, 30), "fetch", "unless that is wished for");
	atomic_store(&kept.fetches_again, false);
	kept_give_up(&kept);
	is_int(kept.at[0].next.cap, 0, "given up: what has come goes");
	is(how(&kept, 0, 0), "10", "and what was there is there");
	atomic_store(&kept.fetches_again, true);
	is(how(&kept, 0, 40), "fetch", "once more");
	kept_settle(&kept, none);
	is(how(&kept, 0, 0), "40", "then that takes its place");
	is(how(&kept, 1, 0), "20", "and not of the other");
	atomic_store(&kept.fetches_again, true);
	is(how(&kept, 0, 5), "fetch", "what fails in part");
	kept_settle(&kept, first);
	is(how(&kept, 0, 61), "fetch", "is fetched anew");
	kept_settle(&kept, none);
	ok(strstr(how(&kept, 0, 0), "cannot be read again"),
	   "but nobody waits again for what was too much to keep");
	atomic_store(&kept.fetches_again, true);
	is(how(&kept, 0, 50), "fetch", "unless that is wished for");
	kept_settle(&kept, none);
	is(how(&kept, 0, 0), "50", "and less may come");
	kept_release(&kept);
	is_int(mem.used, 0, "all memory is given back");
}

/* Of several sources some cannot be read: which, is told of each reading. */
static void test_not_read(void)
{
	static const char *const sources[] = { "p.pb", "old.pb", "bad.pb" };

	put_profile("p.pb", before);
	unlink("old.pb");
	unlink("bad.pb");
	begin_with(sources, 3);
	shows(" p, 1 of 3 sources  cpu  1s total", "two are not there");
	shows("old.pb: No such file or directory; 2 of 3 sources are not read",
	      "which is told");
	press("0");
	shows("old.pb  No such file", "and stays to be seen");
	put_profile("old.pb", longer);
	put("bad.pb", "this is no profile\n", 19);
	press("R");
	shows(" p, 2 of 3 sources  cpu  3s total", "then one is there");
	ok(!strstr(hands_screen(&hands), "old.pb  No such"), "and is read");
	shows("bad.pb  ", "the other is none");
	unlink("p.pb");
	press("R");
	shows(" old, 1 of 3 sources  cpu  2s total", "then another is gone");
	shows("p.pb    No such file", "which is told, too");
	put_profile("p.pb", before);
	put_profile("bad.pb", before);
	press("R Esc");
	shows(" p +2 merged  cpu  4s total", "then all are there");
	ok(!strstr(hands_screen(&hands), "not read"), "and nothing is told");
	end();
	unlink("bad.pb");
	unlink("old.pb");
}

static void test_demo(void)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	options_init(&options);
	options.keys = "";
	options.demo = true;
	app_init(&app, &options, &limits, TEXT_UTF8, &err);
	app_settle(&app);
	grid_init(&grid, 24, 80, TEXT_UTF8);
	press("R");
	shows("nothing to read again", "the demo has no files");
	run("normalize=1");
	shows("normalized", "but can be read anew");
	run("base=x");
	shows("-demo brings its own base", "and keeps its pair");
	end();
}

static void remove_files(void)
{
	unlink("p.pb");
	unlink("old.pb");
	unlink("bad.pb");
	if (!chdir("/"))
		rmdir(root);
}

int main(void)
{
	if (!mkdtemp(root) || chdir(root))
		abort();
	test_kept();
	test_fetched();
	test_file();
	test_flame();
	test_panels();
	test_cursors();
	test_options();
	test_reports();
	test_failure();
	test_failed_pipe();
	test_no_stacks();
	test_cancel();
	test_pipe();
	test_not_read();
	test_demo();
	remove_files();
	return tap_done();
}
