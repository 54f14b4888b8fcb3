/*
 * tui/command: what a line of the `:` prompt is, word by word.  A command is
 * shown as its kind and all it was given.
 */
#include "config.h"

#include "tui/command.h"

#include <inttypes.h>
#include <stdlib.h>

#include "tests/build.h"
#include "tests/tap.h"
#include "tui/option.h"

#define UNKNOWN ": no such command; Tab completes, help lists them"

static struct mem mem;
static struct profile profile;

static void add_text(struct buf *out, const char *name, const struct buf *text)
{
	if (text->n)
		buf_addf(out, " %s[%s]", name, buf_str(text));
}

static void add_report(struct buf *out, const struct command *c)
{
	static const char *const forms[] = {
		[FORM_ASKED] = "", [FORM_CSV] = "csv ", [FORM_JSON] = "json ",
	};

	buf_addf(out, "%sreport %s", forms[c->form], c->report->name);
	add_text(out, "symbol", &c->symbol);
	if (c->node_count != NODE_COUNT_DEFAULT)
		buf_addf(out, " %" PRId64, c->node_count);
	buf_adds(out, c->by_cum ? " cum" : "");
	add_text(out, "focus", &c->focus);
	add_text(out, "ignore", &c->ignore);
	add_text(out, "file", &c->file);
}

static void add_command(struct buf *out, const struct command *c)
{
	switch (c->kind) {
	case COMMAND_NOTHING:
		buf_adds(out, "nothing");
		break;
	case COMMAND_CLEAR:
		buf_adds(out, "clear");
		break;
	case COMMAND_ACTION:
		buf_addf(out, "action %s", action_name(c->action));
		break;
	case COMMAND_SET:
		buf_addf(out, "set %s", buf_str(&c->name));
		buf_adds(out, c->has_value ? "=" : "");
		buf_adds(out, buf_str(&c->value));
		break;
	case COMMAND_TYPE:
		buf_addf(out, "type %zu %d", c->type, c->mean);
		break;
	case COMMAND_NO_TYPE:
		buf_addf(out, "no type %s", buf_str(&c->name));
		break;
	case COMMAND_REPORT:
		add_report(out, c);
		break;
	case COMMAND_OPTIONS:
		buf_adds(out, "options");
		break;
	case COMMAND_HELP:
		buf_addf(out, "help [%s]", buf_str(&c->name));
		break;
	}
}

static void check(const char *line, const char *want)
{
	struct buf out = BUF_INIT;
	struct command command, copy;
	struct err err;

	if (command_parse(&command, line, &profile, &err))
		buf_addf(&out, "error: %s", err.text);
	else
		add_command(&out, &command);
	is(buf_str(&out), want, "%s", line);
	command_copy(&copy, &command);
	if (strncmp(want, "error", 5)) {
		buf_clear(&out);
		add_command(&out, &copy);
		is(buf_str(&out), want, "and its copy");
	}
	command_release(&copy);
	command_release(&command);
	buf_release(&out);
}

static void test_reports(void)
{
	check("top", "report top");
	check(" top ", "report top");
	check("text", "report text");
	check("top20", "report top 20");
	check("top 20", "report top 20");
	check("top20 5", "report top 5");
	check("top -5", "report top -5");
	check("top -1", "report top");
	check("top +7", "report top 7");
	check("top 99999999999", "report top focus[99999999999]");
	check("top99999999999", "report top focus[99999999999]");
	check("top20 -cum a -b >f", "report top 20 cum focus[a] ignore[b] "
	      "file[f]");
	check("tree --cum a b -c -d", "report tree cum focus[a|b] ignore[c|d]");
	check("traces > out.txt", "report traces file[out.txt]");
	check("traces >a >b", "report traces file[b]");
	check("raw a> >b", "report raw focus[a>] file[b]");
	check("top -", "report top");
	check("top - -a", "report top ignore[a]");
	check("top |wc", "report top focus[|wc]");
	check("top\ta\t-b", "report top focus[a] ignore[b]");
	check(":top", "report top");
	check("top20x", "error: top20x" UNKNOWN);
	check("top >", "error: unexpected end of line after >");
	setenv("HOME", "/home/me", 1);
	check("top >~/x.txt", "report top file[/home/me/x.txt]");
	check("top > ~/x", "report top file[/home/me/x]");
	check("top >~x", "report top file[~x]");
	check("top >a/~/x", "report top file[a/~/x]");
	check("base=~/h0.pb.gz", "set base=/home/me/h0.pb.gz");
	check("diff_base=~/a b", "set diff_base=/home/me/a b");
	check("output=~/o", "set output=/home/me/o");
	check("source_path=~/src", "set source_path=/home/me/src");
	check("focus=~/x", "set focus=~/x");
	unsetenv("HOME");
	check("top >~/x", "report top file[~/x]");
	check("top >> x", "error: >>: nothing is added to a file; >FILE "
	      "writes one");
	check("top | head", "error: |: nothing is piped; >FILE writes a file");
	check("20", "error: 20" UNKNOWN);
}

static void test_symbols(void)
{
	check("peek a", "report peek symbol[a]");
	check("peek 5 6", "report peek symbol[5] 6");
	check("peek -a -b", "report peek symbol[-a] ignore[b]");
	check("peek >f", "report peek symbol[>f]");
	check("peek a=b", "report peek symbol[a=b]");
	check("peek=a b c", "report peek symbol[a b c]");
	check("peek", "error: command peek requires an argument");
	check("peek=", "error: peek=" UNKNOWN);
	check("peek =", "report peek symbol[=]");
	check("top=5", "error: top=5" UNKNOWN);
}

static void test_forms(void)
{
	check("csv top", "csv report top");
	check("json top20 -cum a -b >f", "json report top 20 cum focus[a] "
	      "ignore[b] file[f]");
	check(" csv  peek a", "csv report peek symbol[a]");
	check("json list a", "json report list symbol[a]");
	check("csv peek", "error: command peek requires an argument");
	check("csv", "set csv");
	check("csv=false", "set csv=false");
	check("csv csv top", "error: did you mean: csv=csv");
	check("csv nonsense", "error: did you mean: csv=nonsense");
	check("top csv", "report top focus[csv]");
}

static void test_options(void)
{
	check("focus=a b", "set focus=a b");
	check(" focus = a ", "set focus=a");
	check("focus=", "set focus=");
	check("focus=a=b", "set focus=a=b");
	check("focus=a //: all of a", "set focus=a");
	check("focus=http://x //: y //: z", "set focus=http://x //: y");
	check("sort=cum", "set sort=cum");
	check("granularity=lines", "set granularity=lines");
	check("metric=delay", "set sample_index=delay");
	check("noinlines", "set noinlines");
	check("cum", "set cum");
	check("base=x", "set base=x");
	check("demo", "set demo");
	check("unit", "error: please specify a value, e.g. unit=<val>");
	check("sort", "error: please specify a value, e.g. sort=<val>");
	check("save foo", "error: save: can only be set when pprowl starts; "
	      "proto >FILE writes the profile");
	check("save", "error: save: can only be set when pprowl starts; "
	      "proto >FILE writes the profile");
	check("save=foo", "set save=foo");
	check("unit ms", "error: did you mean: unit=ms");
	check("focus a", "error: did you mean: focus=a");
	check("tpo", "error: tpo: no such command; did you mean top?  Tab "
	      "completes, help lists them");
	check("focsu=a", "error: focsu=a: no such command; did you mean "
	      "focus?  Tab completes, help lists them");
	check("next-metrik", "error: next-metrik: no such command; did you "
	      "mean next-metric?  Tab completes, help lists them");
	check("nonsense=a", "error: nonsense=a" UNKNOWN);
	check("nonsense", "error: nonsense" UNKNOWN);
}

static void test_words(void)
{
	check("", "nothing");
	check("  ", "nothing");
	check(":", "clear");
	check(" : ", "clear");
	check("o", "options");
	check("options", "options");
	check("help", "help []");
	check("help top", "help [top]");
	check("help  sort  by", "help [sort  by]");
	check("q", "action quit-view");
	check("quit", "action quit");
	check("exit", "action quit");
	check("q!", "action quit");
	check("view-flame", "action view-flame");
	check("focus", "action focus");
	check("hide", "action hide");
	check("none", "error: none" UNKNOWN);
}

/* What is told of the reference's reports that there are not is typed here. */
static void test_elsewhere(void)
{
	const struct option *option;
	size_t n = 0;

	for (size_t i = 0; (option = option_at(i)); i++) {
		struct command command;
		struct err err;

		if (!option->help || (option->kind != KIND_ELSEWHERE &&
				      option->kind != KIND_ELSEWHERE_OF))
			continue;
		n++;
		ok(command_parse(&command, option->name, &profile, &err) &&
		   strstr(err.text, "is opened; ") &&
		   !strstr(err.text, " -") && !strstr(err.text, "pprowl"),
		   "%s: %s", option->name, err.text);
		command_release(&command);
	}
	is_int(n, 6, "all of them were asked for");
}

static void test_types(void)
{
	check("delay", "type 1 -1");
	check("total_delay", "type 1 0");
	check("mean_delay", "type 1 1");
	check("contentions", "type 0 -1");
	check("two words", "type 3 -1");
	check("inuse_space", "no type inuse_space");
	check("inuse_space=1", "set inuse_space=1");
	check("quit", "action quit");
	check("mean_nothing", "error: mean_nothing" UNKNOWN);
}

/* What the profile names cannot take a command away. */
static void build_types(void)
{
	struct buf name = BUF_INIT;

	build_from(&profile, &mem, "type contentions count\n"
		   "type delay nanoseconds\ntype quit count\n"
		   "type two_words count\n");
	buf_adds(&name, "two words");
	profile.types.at[3].type = strings_intern(&profile.strings, name.s,
						  name.n);
	buf_release(&name);
}

int main(void)
{
	build_types();
	test_reports();
	test_symbols();
	test_forms();
	test_options();
	test_words();
	test_types();
	test_elsewhere();
	profile_release(&profile);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
