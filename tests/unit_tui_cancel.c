/*
 * tui/act: what Esc takes back.  Of what is under way nothing may come later,
 * and the title, the options and what is shown must agree.  Jobs that keep the
 * workers busy make sure of what is under way.
 */
#include "config.h"

#include "tui/app.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/build.h"
#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/option.h"
#include "tui/shell_text.h"

static struct app app;
static struct options options;
static struct mem mem;
static struct grid grid;
static const struct hands hands = { &app, &grid };
static char root[] = "/tmp/pprowl-cancel-XXXXXX";

static const char profile[] =
	"type calls count\n"
	"type cpu ns\n"
	"func 1 main main.go 1\n"
	"func 2 serve serve.go 1\n"
	"func 3 read read.go 1\n"
	"func 4 parse parse.go 1\n"
	"loc 1 0 4100 1:2\n"
	"loc 2 0 4200 2:2\n"
	"loc 3 0 4300 3:2\n"
	"loc 4 0 4400 4:3\n"
	"row 3,2,1 2,500000000 who=amy size#64bytes\n"
	"row 4,2,1 9,300000000 who=bob size#64bytes\n";

#define shows(text, ...) \
	tap_ok(hands_see(&hands, text), __FILE__, __LINE__, __VA_ARGS__)

static void put_profile(const char *name)
{
	struct buf bytes = BUF_INIT;
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	build_profile(&bytes, profile);
	if (fd < 0 || write(fd, bytes.s, bytes.n) != (ssize_t)bytes.n ||
	    close(fd))
		abort();
	buf_release(&bytes);
}

static void start(void)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	options_init(&options);
	options.keys = "";
	options.sources = malloc(sizeof(*options.sources));
	options.has_failed = calloc(1, sizeof(*options.has_failed));
	options.sources[0] = "p.pb";
	options.n_sources = 1;
	if (app_init(&app, &options, &limits, TEXT_UTF8, &err))
		ok(false, "the app starts: %s", err.text);
	grid_init(&grid, 24, 80, TEXT_UTF8);
}

static void begin(void)
{
	start();
	app_settle(&app);
	app_resize(&app, 24, 80);
}

static void end(void)
{
	app_release(&app);
	options_release(&options);
	grid_release(&grid);
	is_int(mem.used, 0, "all memory is given back");
}

static void run(const char *line)
{
	app_command(&app, line);
	app_settle(&app);
}

/* Esc, and all comes in that was not given up. */
static void give_up(void)
{
	hands_give_up(&hands);
	is(buf_str(&app.message), "cancelled", "Esc gives it up");
	app_settle(&app);
}

static bool agrees(void)
{
	return view_equal(&app.view, &app.eval->view) &&
	       !strcmp(options.print.unit, app.eval->want_unit);
}

/* A filter set while a profile that was read again is evaluated. */
static void test_evaluation(void)
{
	app_key(&app, key_of_char('R'));
	worker_wait(&app.reader);
	hands_hold(&app.worker, SLOT_LINES);
	app_take(&app);
	app_command(&app, "focus=parse");
	give_up();
	is_int(app.view.filters.n, 0, "the filter goes");
	ok(agrees(), "and nothing is evaluated with it");
	shows("500ms 62.50%", "what it would leave out stays");
	app_command(&app, "focus=parse");
	worker_wait(&app.worker);
	hands_hold(&app.worker, SLOT_LINES);
	give_up();
	is_int(app.view.filters.n, 0, "also of what has just been evaluated");
	ok(agrees(), "nothing comes");
	app_command(&app, "focus=parse");
	worker_wait(&app.worker);
	give_up();
	ok(agrees() && !app.view.filters.n, "nor when it is all there was");
}

/* What `o` says of all options, until the next call but one. */
static const char *listed(void)
{
	static struct buf texts[2];
	static int at;

	at = !at;
	buf_clear(&texts[at]);
	shell_add_options(&texts[at], &options, &app.view, app.profile);
	return buf_str(&texts[at]);
}

/* A line of the prompt that is given up, and another that is not. */
static void check_option(const char *line)
{
	const char *before = listed();

	hands_hold(&app.reader, SLOT_FILE);
	hands_hold(&app.worker, SLOT_LINES);
	app_command(&app, line);
	is(buf_str(&app.message), "", "%s", line);
	give_up();
	is(listed(), before, "the option is what it was");
	ok(agrees(), "and so is what is shown");
	run("divide_by=1");
	is(listed(), before, "it does not come back");
	ok(agrees(), "nor does the view");
}

static const char *const lines[] = {
	"granularity=lines", "granularity=addresses", "lines", "mean=1",
	"divide_by=2", "noinlines", "showcolumns", "relative_percentages=1",
	"drop_negative", "trim_path=/a", "source_path=/b", "unit=hours",
	"sample_index=calls", "calls", "mean_calls", "focus=parse", "hide=read",
	"tagfocus=amy", "all_frames=1", "base=p.pb", "tagroot=who",
	"tagleaf=size", "add_comment=x", "format=proto",
	"symbolize=none", "buildid=abc",
};

static bool is_among(const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		if (!strncmp(lines[i], name, n) &&
		    (!lines[i][n] || lines[i][n] == '='))
			return true;
	}
	return false;
}

/* From what each option has by itself, and from something else. */
static void test_options(void)
{
	static const char *const others[] = {
		"granularity=files", "trim_path=/c", "source_path=/d",
		"divide_by=1", "relative_percentages=1", "unit=ms",
		"tagroot=size",
	};
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		if (option->help && (option->kind == KIND_STRING ||
				     option->kind == KIND_BOOL ||
				     option->kind == KIND_FLOAT) &&
		    (option->where == ANYWHERE ||
		     option->where == BY_READING) &&
		    strcmp(option->name, "normalize") &&
		    strcmp(option->name, "diff_base"))
			ok(is_among(option->name), "%s is tried",
			   option->name);
	}
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		check_option(lines[i]);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		run(others[i]);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		check_option(lines[i]);
	run("tagroot=");
	run("granularity=functions");
}

/* Frames of labels are in the unit as well, so it waits for the profile. */
static void test_unit(void)
{
	run("tagroot=size");
	run("unit=minimum");
	hands_hold(&app.reader, SLOT_FILE);
	app_command(&app, "unit=kB");
	app_key(&app, key_of_char('m'));
	worker_wait(&app.worker);
	app_take(&app);
	is(app.eval->want_unit, "minimum", "meanwhile all is in the old one");
	give_up();
	ok(agrees(), "and stays so");
	unlink("p.pb");
	run("unit=kB");
	ok(agrees(), "a profile that cannot be read is in none");
	put_profile("p.pb");
	app_command(&app, "unit=kB");
	worker_wait(&app.reader);
	hands_hold(&app.worker, SLOT_LINES);
	app_take(&app);
	unlink("p.pb");
	app_command(&app, "add_comment=x");
	worker_drop(&app.worker, SLOT_LINES);
	app_settle(&app);
	is(options.print.unit, "minimum", "nor one that is overtaken");
	ok(agrees(), "by one that cannot be read");
	put_profile("p.pb");
	app_command(&app, "add_comment=x");
	app_command(&app, "unit=kB");
	app_command(&app, "tagroot=");
	app_settle(&app);
	is(app.eval->want_unit, "kB", "one that can be is in the newest");
	ok(agrees(), "with frames of labels or without");
	run("unit=minimum");
}

/* What a view was to show, given up before there was any of it. */
static void test_views(void)
{
	static const char *const views[][2] = {
		{ "0", "p.pb" }, { "=", "11  calls" }, { "5", "amy" },
		{ "3", "1 caller, 0 callees" }, { "2", "serve" },
	};

	begin();
	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		struct key key;

		key_parse(views[i][0], 1, &key);
		hands_press(&hands, "1");
		app_settle(&app);
		hands_hold(&app.worker, SLOT_LINES);
		app_key(&app, key);
		give_up();
		ok(!strstr(hands_screen(&hands), views[i][1]),
		   "view %s stays empty", views[i][0]);
		is_int(app_has_work(&app), false, "and nothing is done");
		hands_press(&hands, "1");
		hands_press(&hands, views[i][0]);
		shows(views[i][1], "until it is asked for again");
	}
	end();
}

static void test_first(void)
{
	start();
	hands_hold(&app.worker, SLOT_LINES);
	worker_wait(&app.reader);
	app_take(&app);
	app_resize(&app, 24, 80);
	hands_give_up(&hands);
	is(buf_str(&app.message), "cancelled", "the first evaluation, too");
	ok(!strstr(hands_screen(&hands), "500ms"), "leaves nothing");
	hands_press(&hands, "j");
	shows("500ms", "until the next key");
	end();
}

/* Nobody leaves by one C-c too many. */
static void test_nothing(void)
{
	begin();
	hands_press(&hands, "C-c");
	is(buf_str(&app.message), "nothing to cancel; Q quits, and so does "
	   "C-c again", "C-c with nothing to cancel");
	ok(!app.is_leaving, "does not quit");
	hands_press(&hands, "j C-c");
	ok(!app.is_leaving, "nor after another key");
	hands_press(&hands, "C-c");
	ok(app.is_leaving, "but twice it does");
	end();
}

int main(void)
{
	if (!mkdtemp(root) || chdir(root))
		abort();
	put_profile("p.pb");
	begin();
	test_evaluation();
	test_options();
	test_unit();
	end();
	test_views();
	test_first();
	test_nothing();
	unlink("p.pb");
	if (!chdir("/"))
		rmdir(root);
	return tap_done();
}
