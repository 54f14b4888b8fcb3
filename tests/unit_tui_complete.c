/*
 * tui/complete: what each word of a line may become.
 */
#include "config.h"

#include "tui/complete.h"

#include "model/pattern.h"
#include "tests/build.h"
#include "tests/tap.h"
#include "tui/option.h"

static struct mem mem;
static struct profile profile;

/* "LINE (N: NAMES)" */
static const char *completed(const char *line)
{
	static struct buf out;
	struct completion c = { .n = 0 };

	buf_clear(&out);
	complete_line(&c, line, strlen(line), &profile);
	buf_add(&out, line, c.from);
	buf_adds(&out, buf_str(&c.text));
	buf_addf(&out, " (%zu: %s)", c.n, buf_str(&c.names));
	complete_release(&c);
	return buf_str(&out);
}

static void test_commands(void)
{
	struct completion c = { .n = 0 };

	is(completed("next-me"), "next-metric (1: next-metric)", "an action");
	is(completed("tre"), "tree (1: tree)", "a report");
	is(completed("trac"), "traces (1: traces)", "another");
	is(completed("show"),
	   "show (5: show show-from showcolumns show= show_from=)",
	   "actions, options, those with a value");
	is(completed("show-"), "show-from (1: show-from)", "one of them");
	is(completed("metr"), "metric (2: metric-list metric=)",
	   "what they have in common");
	is(completed("gran"), "granularity= (1: granularity=)", "a choice");
	is(completed("spac"), "space (1: space)", "a sample type");
	is(completed(":spac"), ":space (1: space)", "behind a colon");
	is(completed("zz"), "zz (0: )", "none");
	complete_line(&c, "", 0, NULL);
	ok(c.n > 100 && !c.text.n && c.names.n < 1000,
	   "nothing is the start of everything");
	complete_release(&c);
}

/* What can only be set at the start is not offered. */
static void test_settable(void)
{
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		struct completion c = { .n = 0 };
		size_t n = option->help ? strlen(option->name) : 0;

		if (!n || option_is_live(option) ||
		    option->kind == KIND_REPORT ||
		    option->kind == KIND_REPORT_OF ||
		    !strcmp(option->name, "help"))
			continue;
		complete_line(&c, option->name, n, NULL);
		ok(!strstr(buf_str(&c.names), "="), "%s is not offered",
		   option->name);
		complete_release(&c);
	}
}

static void test_values(void)
{
	is(completed("sort="), "sort= (2: flat cum)", "of a choice");
	is(completed("sort=c"), "sort=cum (1: cum)", "one of them");
	is(completed("granularity=file"),
	   "granularity=file (2: filefunctions files)", "two of them");
	is(completed("metric="), "metric= (2: objects space)",
	   "sample types");
	is(completed("sample_index=o"), "sample_index=objects (1: objects)",
	   "of the option, too");
	is(completed("focus=a"), "focus=a (0: )", "none of a pattern");
}

static void test_help(void)
{
	is(completed("help tre"), "help tree (1: tree)", "a report");
	is(completed("help divide"), "help divide_by (1: divide_by)",
	   "an option, which is only named");
	is(completed("help sor"), "help sort (1: sort)", "a choice");
	is(completed("help keys"), "help keys (1: keys)", "the keys");
}

static void test_functions(void)
{
	is(completed("top burn"), "top main.burn (1: main.burn)",
	   "a part of one name");
	is(completed("top main"), "top main (4: main.burn main.main "
	   "main.(*T).Run main.odd name)", "of several, which are listed");
	is(completed("top20 -cum -burn"), "top20 -cum -main.burn "
	   "(1: main.burn)", "the last word; a dash is kept");
	is(completed("peek burn"), "peek main.burn (1: main.burn)",
	   "behind a report of a pattern");
	is(completed("top Run"), "top main\\.\\(\\*T\\)\\.Run "
	   "(1: main.(*T).Run)", "quoted where it would not find itself");
	is(completed("top grow"), "top grow\\[int\\] (1: grow[int])",
	   "also where it would find another");
	is(completed("top odd"), "top main\\.odd\\x20name "
	   "(1: main.odd name)", "a blank would end the word");
	is(completed("top twice"), "top twice (1: twice)",
	   "functions of one name are one");
	is(completed("top nothing"), "top nothing (0: )", "none");
	is(completed("top "), "top  (0: )", "no word");
	is(completed("csv t"), "csv t (4: top text tree tags)",
	   "behind a form: the reports that have it");
	is(completed("json pe"), "json peek (1: peek)", "one of them");
	is(completed("csv "), "csv  (6: top text tree peek tags info)",
	   "all");
	is(completed("csv top5 burn"), "csv top5 main.burn (1: main.burn)",
	   "and what stands behind that");
	is(completed("nothing burn"), "nothing burn (0: )", "no report");
}

/* What is completed must find what it was completed to. */
static void test_quoted(void)
{
	const char *text = completed("top odd") + 4;
	struct buf pattern = BUF_INIT;
	struct pattern *compiled;
	struct err err;

	buf_add(&pattern, text, strcspn(text, " "));
	compiled = pattern_new(buf_str(&pattern), PATTERN_USER, &err, NULL);
	ok(compiled && pattern_match(compiled, "main.odd name", 13) ==
			PATTERN_YES, "what is quoted matches");
	pattern_free(compiled);
	buf_release(&pattern);
}

static void set_name(size_t func, const char *name)
{
	profile.funcs.at[func].name = strings_intern(&profile.strings, name,
						     strlen(name));
}

int main(void)
{
	build_from(&profile, &mem,
		   "type objects count\ntype space bytes\n"
		   "func 1 main.burn a.go 1\nfunc 2 main.main a.go 2\n"
		   "func 3 run a.go 3\nfunc 4 odd a.go 4\n"
		   "func 5 twice a.go 5\nfunc 6 twice b.go 6\n"
		   "func 7 grow[int] a.go 7\n"
		   "loc 1 0 0x1 1 2 3 4 5 6 7\nrow 1 1,1\n");
	set_name(2, "main.(*T).Run");
	set_name(3, "main.odd name");
	test_commands();
	test_settable();
	test_values();
	test_help();
	test_functions();
	test_quoted();
	profile_release(&profile);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
