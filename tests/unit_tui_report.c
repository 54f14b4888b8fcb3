/*
 * tui/view_report: reports that come up, that are overtaken or given up, and
 * files that are not lost in silence.  The app is the real one, on the demo's
 * profiles; what it has not taken in is under way.
 */
#include "config.h"

#include "tui/view_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/hands.h"
#include "tests/tap.h"
#include "tui/app.h"
#include "tui/app_paint.h"
#include "tui/option.h"
#include "tui/shell_text.h"

enum { OTHER_SLOT = WORKER_SLOTS - 1 };	/* the printer has no job in it */

static struct app app;
static struct options options;
static struct mem mem;
static const struct hands hands = { .app = &app };
static char dir[] = "/tmp/pprowl-report.XXXXXX";

static void open_app(void)
{
	struct input_limits limits = { .mem = &mem };
	struct err err;

	options_init(&options);
	options.demo = true;
	options.keys = "";
	if (app_init(&app, &options, &limits, TEXT_UTF8, &err))
		ok(false, "the app starts: %s", err.text);
	app_settle(&app);
	app_resize(&app, 24, 80);
}

static void run(const char *line)
{
	app_command(&app, line);
}

static void run_to(const char *command, const char *name)
{
	char line[128];

	snprintf(line, sizeof(line), "%s >%s/%s", command, dir, name);
	run(line);
}

static bool has_file(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return !access(path, F_OK);
}

static void remove_file(const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	unlink(path);
}

/* The row above the report, "" without one. */
static const char *shown(void)
{
	static struct buf text;
	struct grid grid;
	const char *line;

	grid_init(&grid, 24, 80, TEXT_UTF8);
	app_paint(&app, &grid);
	buf_clear(&text);
	grid_dump(&text, &grid);
	grid_release(&grid);
	line = strstr(buf_str(&text), "\n :");
	if (!line)
		return "";
	line += 2;
	text.s[(size_t)(line - text.s) + strcspn(line, "\n")] = '\0';
	return line;
}

static bool says(const char *text)
{
	return strstr(buf_str(&app.message), text);
}

static void test_shown(void)
{
	run("top");
	is_int(app.main, PANEL_TOP, "until it is made the view stays");
	app_settle(&app);
	is_int(app.main, PANEL_REPORT, "then it comes up");
	is(shown(), ":top  inuse_space  difference",
	   "with the command above it, and what it is of");
	run("tree");
	run("text");
	app_settle(&app);
	is(shown(), ":text  inuse_space  difference", "the newest counts");
	run("tree");
	run("help top");
	app_settle(&app);
	is(shown(), ":help top", "a text that is at hand, too");
	run("peek Put");
	run("alloc_space");
	app_settle(&app);
	is(shown(), ":peek Put  alloc_space  difference",
	   "it is of what is looked at by then");
	run("focus=cache");
	app_settle(&app);
	is(shown(), ":peek Put  alloc_space  difference  focus=cache",
	   "and follows that later");
	run("focus=json");
	app_settle(&app);
	ok(says("no matches found"), "or says why not");
	run("focus=");
	run("tags 64kb");
	app_settle(&app);
	ok(says("tagfocus:Interpreted"), "words behind tags are of tags");
	run("inuse_space");
	app_settle(&app);
	app_act(&app, ACTION_QUIT_VIEW);
	is_int(app.main, PANEL_TOP, "leaving it goes back");
	run("cum");
	app_settle(&app);
	is_int(app.main, PANEL_TOP, "from then on nothing comes up");
}

/* As Esc does while something takes its time. */
static void give_up(void)
{
	hands_give_up(&hands);
	ok(says("cancelled"), "work is given up");
	app_settle(&app);
}

static void test_given_up(void)
{
	run("tree");
	app_settle(&app);
	hands_hold(&app.printer, OTHER_SLOT);
	run("text");
	give_up();
	is(shown(), ":tree  inuse_space  difference", "the one before stays");
	run("flat");
	app_settle(&app);
	is(shown(), ":tree  inuse_space  difference", "and is what follows");
	hands_hold(&app.printer, OTHER_SLOT);
	run_to("traces", "given-up");
	give_up();
	ok(!has_file("given-up"), "a file that is given up is not there");
	run_to("top", "late");
	worker_wait(&app.printer);
	hands_hold(&app.printer, OTHER_SLOT);
	give_up();
	ok(has_file("late"), "one that was written stays");
	ok(says("wrote "), "and that is told");
	remove_file("late");
}

static void test_files(void)
{
	run_to("top", "a");
	app_act(&app, ACTION_QUIT);
	ok(!app.is_leaving && says("a file is being written"),
	   "quitting does not lose a file in silence");
	run_to("top", "b");
	ok(says("a file is being written"), "one file at a time");
	run("tree");
	app_settle(&app);
	ok(has_file("a"), "a report does not take its place");
	is(shown(), ":tree  inuse_space  difference", "nor the other way round");
	run_to("top", "b");
	app_settle(&app);
	ok(has_file("b") && says("wrote "), "what was written is said");
	run_to("top", "b");
	app_settle(&app);
	ok(says("replaced "), "and that it was there before");
	run_to("peek nothing_at_all", "b");
	app_settle(&app);
	ok(has_file("b") && says("no matches found"),
	   "a report that fails replaces nothing");
	app_act(&app, ACTION_QUIT);
	ok(app.is_leaving, "then quitting works");
}

static bool has_line(const struct buf *text, const char *name)
{
	struct buf start = BUF_INIT;
	bool result;

	buf_addf(&start, "  %-25s = ", name);
	result = strstr(buf_str(text), buf_str(&start));
	buf_release(&start);
	return result;
}

/* All that can be set is listed, once, and can be asked about. */
/* Reports for other programs, and where reports go. */
static void test_forms(void)
{
	char line[128];

	run("csv");
	ok(options.print.csv, "csv is an option");
	ok(says("csv is for reports"), "of reports, which is said");
	run("top");
	app_settle(&app);
	run("json");
	ok(options.print.json && !options.print.csv,
	   "of two forms the last counts");
	run("list Put");
	ok(says("there is no json of list; json=false prints text"),
	   "a report that is for people says so");
	run("json=false");
	run("csv list Put");
	ok(says("there is no csv of list"), "also when it is for once");
	run_to("csv top3", "f");
	app_settle(&app);
	run_to("json top3", "g");
	app_settle(&app);
	ok(says("wrote"), "a form for once");
	ok(has_file("f") && has_file("g"), "in a file");
	ok(!options.print.csv && !options.print.json, "and no option");
	remove_file("f");
	remove_file("g");
	snprintf(line, sizeof(line), "output=%s/f", dir);
	run(line);
	ok(says("the next report goes to "), "output= is said");
	run_to("top", "g");
	app_settle(&app);
	ok(has_file("g") && !has_file("f"), "another file comes first");
	run("top");
	app_settle(&app);
	ok(says("wrote"), "then the report goes there");
	ok(has_file("f"), "to the file of that name");
	remove_file("f");
	run("top");
	app_settle(&app);
	ok(!has_file("f"), "and the one after it does not");
	remove_file("g");
	app_act(&app, ACTION_VIEW_TOP);
}

/* A report that cannot be has not taken the file. */
static void test_output(void)
{
	char line[128];

	snprintf(line, sizeof(line), "output=%s/f", dir);
	run(line);
	run("json dot");
	ok(says("there is no json of dot"), "a form that there is not");
	run("add_comment=x");
	run("json dot");
	ok(says("there is no json of dot"), "is told before the profile is "
	   "there");
	app_settle(&app);
	run_to("traces", "g");
	run("top");
	ok(says("a file is being written"), "and so is another file");
	app_settle(&app);
	run("top");
	app_settle(&app);
	ok(has_file("f"), "what comes next is in the file");
	remove_file("f");
	remove_file("g");
	run("add_comment=");
	app_settle(&app);
}

/* Of what has a view of its own, only the text on the screen is that view. */
static void test_info(void)
{
	static const char *const lines[] = { "csv info", "json info" };
	char line[128];

	run("info");
	is_int(app.main, PANEL_INFO, "info is a view");
	app_act(&app, ACTION_VIEW_TOP);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		run(lines[i]);
		app_settle(&app);
		is_int(app.main, PANEL_REPORT, "%s is a report", lines[i]);
		snprintf(line, sizeof(line),
			 ":%s  inuse_space  base and current", lines[i]);
		is(shown(), line, "under its name");
		app_act(&app, ACTION_VIEW_TOP);
	}
	run("csv");
	run("info");
	app_settle(&app);
	is_int(app.main, PANEL_REPORT, "the option says so as well");
	run("csv=false");
	app_act(&app, ACTION_VIEW_TOP);
	snprintf(line, sizeof(line), "output=%s/f", dir);
	run(line);
	run("info");
	app_settle(&app);
	ok(has_file("f") && says("wrote"), "and it goes to a file");
	is_int(app.main, PANEL_TOP, "which is no view");
	remove_file("f");
}

/* What is seen nowhere is said, and nothing else. */
static void test_reports_only(void)
{
	run("nodecount=5");
	ok(says("nodecount is for reports, such as :top"), "nodecount");
	run("trim=false");
	ok(says("trim is for reports"), "trim");
	run("nodecount=-1");
	run("trim");
	run("noinlines");
	is(buf_str(&app.message), "", "what views follow is not said");
	run("noinlines=false");
	run("output=");
	is(buf_str(&app.message), "", "nor what is as ever");
}

static void test_texts(void)
{
	struct buf list = BUF_INIT;
	const struct option *option;
	struct err err;

	shell_add_options(&list, &options, &app.view, app.profile);
	for (size_t i = 0; (option = option_at(i)); i++) {
		struct buf text = BUF_INIT;
		bool is_listed = option_is_live(option) &&
				 option->kind != KIND_GRAIN &&
				 option->kind != KIND_SORT;

		if (!option->help)
			continue;
		ok(has_line(&list, option->name) == is_listed,
		   "whether o lists %s", option->name);
		ok(!shell_add_help(&text, option->name, &err) &&
		   strstr(buf_str(&text), option->help), "help says what");
		buf_release(&text);
	}
	ok(has_line(&list, "sort") && has_line(&list, "granularity"),
	   "o lists choices");
	ok(shell_add_help(&list, "nonsense", &err) &&
	   strstr(err.text, "Unknown command"), "help of nothing");
	buf_release(&list);
}

int main(void)
{
	if (!mkdtemp(dir))
		ok(false, "no folder to write to");
	open_app();
	test_forms();
	test_output();
	test_info();
	test_reports_only();
	test_texts();
	test_shown();
	test_given_up();
	test_files();
	app_release(&app);
	options_release(&options);
	is_int(mem.used, 0, "all memory is given back");
	remove_file("a");
	remove_file("b");
	is_int(rmdir(dir), 0, "and nothing else was left in the folder");
	return tap_done();
}
