/*
 * tui/complete: what each word of a line may become.
 */
#include "config.h"

#include "tui/complete.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/pattern.h"
#include "tests/build.h"
#include "tests/tap.h"
#include "tui/option.h"

static struct mem mem;
static struct profile profile;

static void add_files(struct completion *c)
{
	struct filenames_job *job = filenames_job_new(c->files, (struct str){
		buf_str(&c->text), c->text.n,
	}, 0);

	job->job.ops->run(&job->job);
	complete_files(c, &job->found);
	job->job.ops->free(&job->job);
}

/* "LINE (N: NAMES)", "LINE (-)" where nothing is ever completed */
static const char *completed(const char *line)
{
	static struct buf out;
	struct completion c = { .from = 0 };

	buf_clear(&out);
	complete_line(&c, line, strlen(line), &profile);
	if (c.files)
		add_files(&c);
	buf_add(&out, line, c.from);
	buf_adds(&out, buf_str(&c.text));
	buf_addf(&out, c.is_known ? " (%zu: " : " (-", c.candidates.n);
	candidates_list(&c.candidates, 0, 4000, &out);
	buf_addc(&out, ')');
	complete_release(&c);
	return buf_str(&out);
}

static void test_commands(void)
{
	struct completion c = { .from = 0 };

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
	ok(c.candidates.n > 100 && !c.text.n,
	   "nothing is the start of everything");
	complete_release(&c);
}

/* What can only be set at the start is not offered. */
static void test_settable(void)
{
	const struct option *option;

	for (size_t i = 0; (option = option_at(i)); i++) {
		struct completion c = { .from = 0 };
		struct buf names = BUF_INIT;
		size_t n = option->help ? strlen(option->name) : 0;

		if (!n || option_is_live(option) ||
		    option->kind == KIND_REPORT ||
		    option->kind == KIND_REPORT_OF ||
		    !strcmp(option->name, "help"))
			continue;
		complete_line(&c, option->name, n, NULL);
		candidates_list(&c.candidates, 0, 4000, &names);
		ok(!strstr(buf_str(&names), "="), "%s is not offered",
		   option->name);
		buf_release(&names);
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
	is(completed("unit=m"), "unit=m (5: minimum ms microgcu milligcu "
	   "megagcu)", "units");
	is(completed("format=sp"), "format=speedscope (1: speedscope)",
	   "formats");
	is(completed("divide_by=1"), "divide_by=1 (-)", "none of a number");
	is(completed("nothing=1"), "nothing=1 (-)", "nor of no option");
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
	is(completed("nothing burn"), "nothing burn (-)", "no report");
}

static void test_filters(void)
{
	static const char *const names[] = {
		"focus", "ignore", "hide", "show", "show_from", "prune_from",
		"peek", "list", "disasm",
	};
	char line[80], want[80];

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		snprintf(line, sizeof(line), "%s=burn", names[i]);
		snprintf(want, sizeof(want), "%s=main.burn (1: main.burn)",
			 names[i]);
		is(completed(line), want, "functions behind %s=", names[i]);
	}
	is(completed("focus=nothing"), "focus=nothing (0: )", "none");
	is(completed("focus="), "focus= (6: main.burn main.main "
	   "main.(*T).Run main.odd name twice grow[int])", "all");
}

static void test_labels(void)
{
	static const char *const names[] = { "tagfocus", "tagignore" };
	static const char *const lists[] = { "tagroot", "tagleaf" };
	char line[80], want[80];

	for (size_t i = 0; i < 2; i++) {
		snprintf(line, sizeof(line), "%s=ki", names[i]);
		snprintf(want, sizeof(want), "%s=kind= (1: kind=)", names[i]);
		is(completed(line), want, "a key behind %s=", names[i]);
		snprintf(line, sizeof(line), "%s=kin,ke", lists[i]);
		snprintf(want, sizeof(want), "%s=kin,key (1: key)", lists[i]);
		is(completed(line), want, "the last key behind %s=", lists[i]);
	}
	is(completed("tagshow=ki"), "tagshow=kind (1: kind)", "a key alone");
	is(completed("taghide="), "taghide= (3: key kind bytes)", "all");
	is(completed("tagfocus=kind=f"), "tagfocus=kind=f (2: fast few)",
	   "texts of a key");
	is(completed("tagfocus=kind=fa"), "tagfocus=kind=^fast$ (1: fast)",
	   "one of them, and nothing like it");
	is(completed("tagfocus=kind=^fa"), "tagfocus=kind=^fast$ (1: fast)",
	   "also where its start is meant");
	is(completed("tagfocus=kind=fast,fe"), "tagfocus=kind=fast,^few$ "
	   "(1: few)", "another one");
	is(completed("tagfocus=key=f"), "tagfocus=key=f (0: )",
	   "not those of another");
	is(completed("tagfocus=key=a"), "tagfocus=key=^a\\x2cb$ (1: a,b)",
	   "a comma would end it");
	is(completed("tagfocus=bytes="), "tagfocus=bytes=5bytes (1: 5bytes)",
	   "a number");
	is(completed("tagfocus=bytes=1,"), "tagfocus=bytes=1, (0: )",
	   "of which there is no list");
}

static void make(const char *name, bool is_folder)
{
	int fd = is_folder ? mkdir(name, 0700) :
			     open(name, O_CREAT | O_WRONLY, 0600);

	ok(fd >= 0, "made %s", name);
	if (fd > 0)
		close(fd);
}

static void test_files(void)
{
	char folder[] = "/tmp/unit_tui_complete.XXXXXX", here[4096];
	static const char *const files[] = {
		"sub/old.pb.gz", "new.pb.gz", "new one", ".hidden",
		"ber\303\244", "ber\303\266",
	};

	if (!mkdtemp(folder) || !getcwd(here, sizeof(here)) || chdir(folder))
		ok(false, "a folder to be in");
	setenv("HOME", folder, 1);
	make("sub", true);
	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		make(files[i], false);
	make("a:b", true);
	is(completed("base="), "base= (6: a:b/ ber\303\244 ber\303\266 "
	   "new one new.pb.gz sub/)", "files, sorted");
	is(completed("base=b"), "base=ber (2: ber\303\244 ber\303\266)",
	   "no character is cut in halves");
	is(completed("base=n"), "base=new (2: new one new.pb.gz)",
	   "what they have in common");
	is(completed("base=."), "base=.hidden (1: .hidden)", "hidden ones");
	is(completed("diff_base=su"), "diff_base=sub/ (1: sub/)", "a folder");
	is(completed("base=sub/"), "base=sub/old.pb.gz (1: old.pb.gz)",
	   "what is in it");
	is(completed("base=~/sub/o"), "base=~/sub/old.pb.gz (1: old.pb.gz)",
	   "from the home");
	is(completed("base=nowhere/"), "base=nowhere/ (0: )", "no folder");
	is(completed("source_path=/x:s"), "source_path=/x:sub/ (1: sub/)",
	   "the last of a list");
	is(completed("source_path="), "source_path=sub/ (1: sub/)",
	   "folders, which a colon would end");
	is(completed("top >n"), "top >new.pb.gz (1: new.pb.gz)",
	   "behind >, where a blank would end the name");
	is(completed("top 5 > su"), "top 5 > sub/ (1: sub/)", "apart from it");
	is(completed("csv top >su"), "csv top >sub/ (1: sub/)",
	   "as a table, too");
	for (size_t i = 0; i < ARRAY_SIZE(files); i++)
		unlink(files[i]);
	ok(!rmdir("sub") && !rmdir("a:b") && !chdir(here) && !rmdir(folder), "removed");
}

/* More than are kept are counted, and nobody waits for their patterns. */
static void test_many(void)
{
	struct candidates c = { .n = 0 };
	struct buf out = BUF_INIT;
	char name[32];

	for (size_t i = 0; i < 100000; i++) {
		snprintf(name, sizeof(name), "name%zu", i);
		candidates_add(&c, (struct str){ name, strlen(name) },
			       (struct str){ name, strlen(name) });
	}
	candidates_add(&c, (struct str){ "a\0b", 3 }, (struct str){ "", 0 });
	is_int(c.n, 100000, "all are counted but what has a NUL");
	ok(c.n_kept > 1000 && c.names.n + c.texts.n < CANDIDATES_MAX + 100,
	   "some are kept");
	snprintf(name, sizeof(name), "name%zu", c.n_kept - 1);
	is(candidates_text(&c, c.n_kept - 1), name, "the last of them");
	candidates_list(&c, c.n_kept - 1, 14, &out);
	ok(strstr(buf_str(&out), " name0 ") || strstr(buf_str(&out), " name0"),
	   "behind it comes the first");
	buf_release(&out);
	candidates_release(&c);
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
		   "loc 1 0 0x1 1 2 3 4 5 6 7\n"
		   "row 1 1,1 key=main kind=fast\n"
		   "row 1 1,1 key=a,b kind=few bytes#5bytes\n");
	set_name(2, "main.(*T).Run");
	set_name(3, "main.odd name");
	test_commands();
	test_settable();
	test_values();
	test_help();
	test_functions();
	test_quoted();
	test_filters();
	test_labels();
	test_files();
	test_many();
	profile_release(&profile);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
