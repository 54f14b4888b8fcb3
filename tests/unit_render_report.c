/*
 * Reports, byte for byte: what stands above them, columns and their widths,
 * trimming, signs, units, labels, escapes, and where they are written.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "render/report.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* One report and how it is wanted; zeroes are what a plain -top has. */
struct order {
	report_print *print;
	const char *unit;		/* NULL: "minimum" */
	enum granularity granularity;
	int64_t node_count;
	double node_fraction;
	const char *symbol, *source_path;
	bool by_cum, compact, escapes, is_ascii, no_inlines, drops_negative;
	_Atomic bool is_cancelled;
	struct {
		enum filter_kind kind;
		const char *text;
	} filters[4];
};

static struct buf warnings;

static void warn(void *data, const char *text)
{
	(void)data;
	buf_adds(&warnings, text);
	buf_addc(&warnings, '\n');
}

/* What was written, and how much more may be before it fails. */
struct sink {
	struct buf text;
	size_t room;
	int n_writes;
};

static int write_sink(void *data, const char *s, size_t n)
{
	struct sink *sink = data;

	sink->n_writes++;
	if (n > sink->room)
		return -1;
	sink->room -= n;
	buf_add(&sink->text, s, n);
	return 0;
}

/* Prints a report of a profile; returns "" or the reason. */
static const char *print(struct sink *sink, const struct profile *p,
			 const struct order *o)
{
	static struct err err;
	struct view view = {
		.granularity = o->granularity, .no_inlines = o->no_inlines,
		.type = p->types.n ? p->types.n - 1 : 0,
		.source_path = o->source_path,
		.drops_negative = o->drops_negative,
	};
	struct report_options options = {
		.node_count = o->node_count,
		.node_fraction = o->node_fraction, .by_cum = o->by_cum,
		.compact_labels = o->compact, .symbol = o->symbol,
		.unit = o->unit ? o->unit : "minimum",
	};
	struct report_out out = {
		.write = write_sink, .data = sink, .escapes = o->escapes,
		.charset = o->is_ascii ? TEXT_ASCII : TEXT_UTF8,
	};
	struct report report = {
		p, &view, &options, &out, .warn = warn,
		.cancel = &o->is_cancelled,
	};

	for (size_t i = 0; i < 4 && o->filters[i].text; i++)
		filters_add(&view.filters, o->filters[i].kind,
			    o->filters[i].text);
	err.text[0] = '\0';
	buf_clear(&warnings);
	if (!o->print(&report, &err) && *err.text)
		err_set(&err, "a reason without a failure");
	buf_release(&out.text);
	view_release(&view);
	return err.text;
}

static void check(const char *name, const char *text, struct order o,
		  const char *want)
{
	struct sink sink = { .room = SIZE_MAX };
	struct profile p;

	build_from(&p, &mem, text);
	if (!o.print)
		o.print = report_top;
	is(print(&sink, &p, &o), "", "%s", name);
	buf_adds(&sink.text, "");
	is(buf_str(&sink.text), want, "... to the byte");
	buf_release(&sink.text);
	profile_release(&p);
}

#define NAMES \
	"func 1 main.main main.go 1\nfunc 2 main.work work.go 5\n" \
	"func 3 inner inner.go 7\nfunc 4 main.small small.go 9\n" \
	"loc 1 0 0x1 1:3\nloc 2 0 0x2 2:6\nloc 3 0 0x3 3:8 2:7\n" \
	"loc 4 0 0x4 4:9\n"

static void test_header(void)
{
	check("all that a profile says of itself",
	      "type samples count\ntype cpu nanoseconds\n"
	      "map 7 0x1000 0x2000 0x0 /usr/bin/server c0ffee\n" NAMES
	      "row 2,1 1,1500000000\nrow 3,1 1,500000000\n"
	      "comment shown\ncomment #hidden\ncomment last\n"
	      "doc https://example.com\ntime 1714564800123456789\n"
	      "duration 8000000000\n",
	      (struct order){ 0 },
	      "File: server\nBuild ID: c0ffee\nshown\nlast\nType: cpu\n"
	      "Doc: https://example.com\nTime: 2024-05-01 12:00:00 UTC\n"
	      "Duration: 8s, Total samples = 2000ms (25.00%)\n"
	      "Showing nodes accounting for 2000ms, 100% of 2000ms total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "    1500ms 75.00% 75.00%     2000ms   100%  main.work\n"
	      "     500ms 25.00%   100%      500ms 25.00%  inner (inline)\n"
	      "         0     0%   100%     2000ms   100%  main.main\n");
	check("a share of the duration is for times only",
	      "type space bytes\n" NAMES "row 1 2048\nduration 60000000000\n",
	      (struct order){ 0 },
	      "Type: space\nDuration: 60s, Total samples = 2kB \n"
	      "Showing nodes accounting for 2kB, 100% of 2kB total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "       2kB   100%   100%        2kB   100%  main.main\n");
	check("labels can be left out",
	      "type space bytes\n" NAMES "row 1 2048\nduration 60000000000\n",
	      (struct order){ .compact = true },
	      "Showing nodes accounting for 2kB, 100% of 2kB total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "       2kB   100%   100%        2kB   100%  main.main\n");
	check("a type without a name", "type - count\nrow - 3\n",
	      (struct order){ 0 },
	      "Showing nodes accounting for 0, 0% of 3 total\n"
	      "      flat  flat%   sum%        cum   cum%\n");
	check("the longest time in the largest unit",
	      "type cpu hours\n" NAMES "row 1 9223372036854775806\n"
	      "duration 1\n", (struct order){ .node_fraction = 1e300 },
	      "Type: cpu\nDuration: 1ns, Total samples = "
	      "9223372036854775808hrs (922337203685477580800.00%)\n"
	      "Showing nodes accounting for 0, 0% of "
	      "9223372036854775808hrs total\n"
	      "Dropped 1 node (cum <= 9223372036854775808hrs)\n"
	      "      flat  flat%   sum%        cum   cum%\n");
}

static void test_trimming(void)
{
	static const char text[] =
		"type space bytes\n" NAMES
		"row 2,1 1000000\nrow 3,1 200000\nrow 4,1 100\n";

	check("small nodes are dropped, and said so", text,
	      (struct order){ .compact = true, .node_fraction = 0.005 },
	      "Showing nodes accounting for 1171.88kB, 100% of 1171.97kB "
	      "total\nDropped 1 node (cum <= 5.86kB)\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "  976.56kB 83.33% 83.33%  1171.88kB   100%  main.work\n"
	      "  195.31kB 16.67%   100%   195.31kB 16.67%  inner (inline)\n"
	      "         0     0%   100%  1171.97kB   100%  main.main\n");
	check("only some are shown", text,
	      (struct order){ .compact = true, .node_count = 2,
			      .by_cum = true },
	      "Showing nodes accounting for 976.56kB, 83.33% of 1171.97kB "
	      "total\nShowing top 2 nodes out of 4\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "         0     0%     0%  1171.97kB   100%  main.main\n"
	      "  976.56kB 83.33% 83.33%  1171.88kB   100%  main.work\n");
	check("nothing is trimmed", text,
	      (struct order){ .compact = true },
	      "Showing nodes accounting for 1171.97kB, 100% of 1171.97kB "
	      "total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "  976.56kB 83.33% 83.33%  1171.88kB   100%  main.work\n"
	      "  195.31kB 16.67%   100%   195.31kB 16.67%  inner (inline)\n"
	      "    0.10kB 0.0083%   100%     0.10kB 0.0083%  main.small\n"
	      "         0     0%   100%  1171.97kB   100%  main.main\n");
}

static void test_signs(void)
{
	check("negative numbers have a sign, their shares have none",
	      "type cpu ns\n" NAMES "row 2,1 -30000000\nrow 3,1 10000000\n"
	      "row 1 40000000 pprof::base=true\n", (struct order){ 0 },
	      "Type: cpu\n"
	      "Showing nodes accounting for 20ms, 50.00% of 40ms total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "      40ms   100%   100%       20ms 50.00%  main.main\n"
	      "     -30ms 75.00% 25.00%      -20ms 50.00%  main.work\n"
	      "      10ms 25.00% 50.00%       10ms 25.00%  inner (inline)\n");
	check("a total of nothing has no shares",
	      "type cpu ns\n" NAMES "row 1 0\n",
	      (struct order){ .node_fraction = 0.005 },
	      "Type: cpu\nShowing nodes accounting for 0, 0% of 0 total\n"
	      "      flat  flat%   sum%        cum   cum%\n");
	check("sometimes inlined",
	      "type n count\n" NAMES "row 3,1 3\nloc 5 0 0x5 3:1\n"
	      "row 5,1 1\n", (struct order){ 0 },
	      "Type: n\nShowing nodes accounting for 4, 100% of 4 total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "         4   100%   100%          4   100%  "
	      "inner (partial-inline)\n"
	      "         0     0%   100%          4   100%  main.main\n"
	      "         0     0%   100%          3 75.00%  main.work\n");
}

static void test_units(void)
{
	check("a unit nobody knows is printed as it is",
	      "type t widgets\n" NAMES "row 1 1234567\n",
	      (struct order){ .compact = true },
	      "Showing nodes accounting for 1234567widgets, 100% of "
	      "1234567widgets total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "1234567widgets   100%   100% 1234567widgets   100%  "
	      "main.main\n");
	check("columns are wide in characters, not bytes",
	      "type t \xc2\xb5j\xff\n" NAMES "row 1 12\n",
	      (struct order){ .compact = true },
	      "Showing nodes accounting for 12\xc2\xb5j\xff, 100% of "
	      "12\xc2\xb5j\xff total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "     12\xc2\xb5j\xff   100%   100%      12\xc2\xb5j\xff   100%"
	      "  main.main\n");
	check("a unit that was asked for",
	      "type t bytes\n" NAMES "row 1 1536\n",
	      (struct order){ .compact = true, .unit = "B" },
	      "Showing nodes accounting for 1536B, 100% of 1536B total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "     1536B   100%   100%      1536B   100%  main.main\n");
	check("each number in its own",
	      "type t bytes\n" NAMES "row 1 15\nrow 2 2048\n",
	      (struct order){ .compact = true, .unit = "auto" },
	      "Showing nodes accounting for 2.01kB, 100% of 2.01kB total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "       2kB 99.27% 99.27%        2kB 99.27%  main.work\n"
	      "       15B  0.73%   100%        15B  0.73%  main.main\n");
}

static void test_filters(void)
{
	static const char long_text[] =
		"0123456789012345678901234567890123456789"
		"0123456789012345678901234567890123456789|main";

	check("filters are named, in the order they are applied in",
	      "type n count\n" NAMES "row 2,1 4\nrow 4,1 1\n",
	      (struct order){ .filters = {
		{ FILTER_HIDE, "nothing" }, { FILTER_FOCUS, "work" },
		{ FILTER_PRUNE_FROM, "nothing" } } },
	      "Type: n\nActive filters:\n   focus=work\n   hide=nothing\n"
	      "Showing nodes accounting for 4, 80.00% of 5 total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "         4 80.00% 80.00%          4 80.00%  main.work\n"
	      "         0     0% 80.00%          4 80.00%  main.main\n");
	is(buf_str(&warnings), "Hide expression matched no samples\n",
	   "and warned of where they match nothing");
	check("long ones are cut",
	      "type n count\n" NAMES "row 1 4\n",
	      (struct order){ .filters = { { FILTER_FOCUS, long_text } } },
	      "Type: n\nActive filters:\n   focus="
	      "0123456789012345678901234567890123456789"
	      "0123456789012345678901234567890123\xe2\x80\xa6\n"
	      "Showing nodes accounting for 4, 100% of 4 total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "         4   100%   100%          4   100%  main.main\n");
}

static void test_traces(void)
{
	check("every sample with its labels and its stack",
	      "type n count\ntype cpu ns\n" NAMES
	      "row 3,1 1,1500 key=two key=one a=b bytes#2048 request#10 x#3s\n"
	      "row - 1,7\nrow 2 2,2000000 \xc2\xb5=m bytes#5\n",
	      (struct order){ .print = report_traces },
	      "Type: cpu\n"
	      "-----------+-----------------------------------------------"
	      "--------\n"
	      "         a:  b\n       key:  two one\n"
	      "         x:  3s\n     bytes:  2kB\n   request:  10B\n"
	      "    1.50us   inner (inline)\n"
	      "             main.work\n"
	      "             main.main\n"
	      "-----------+-----------------------------------------------"
	      "--------\n"
	      "         \xc2\xb5:  m\n     bytes:  5B\n"
	      "       2ms   main.work\n"
	      "-----------+-----------------------------------------------"
	      "--------\n");
	check("of nothing", "type n count\nrow - 1\n",
	      (struct order){ .print = report_traces },
	      "Type: n\n"
	      "-----------+-----------------------------------------------"
	      "--------\n");
}

static void test_raw(void)
{
	check("the tables as they are",
	      "type n count\ntype cpu ns\ndefault cpu\n"
	      "map 3 0x1000 0x2000 0x10 /bin/app c0ffee 15\n"
	      "func 1 main main.go 1\nfunc 2 f f.go 5 _f\n"
	      "loc 9 3 0x1010 1:3:4 2:6\nloc 7 0 0x0 folded\n"
	      "row 9,7 1,-5 k=a k=b n#5 m#6kb m#7\nrow - 2,12345678901\n"
	      "comment c\ndoc url\ntime 1714564800123456789\n"
	      "duration 1003240000\nperiod 100 cpu ns\n",
	      (struct order){ .print = report_raw,
			      .granularity = BY_ADDRESS },
	      "Comment: c\nDoc: url\nPeriodType: cpu ns\nPeriod: 100\n"
	      "Time: 2024-05-01 12:00:00.123456789 +0000 UTC\n"
	      "Duration: 1.00\nSamples:\nn/count cpu/ns[dflt]\n"
	      "          1         -5: 9 7 \n"
	      "                k:[a b]\n"
	      "                m:[6 kb 7 ] n:[5]\n"
	      "          2 12345678901: \n"
	      "Locations\n"
	      "     9: 0x1010 M=3 main main.go:3:4 s=1\n"
	      "             f f.go:6:0 s=5(_f)\n"
	      "     7: 0x0 [F] \n"
	      "Mappings\n"
	      "3: 0x1000/0x2000/0x10 /bin/app c0ffee [FN][FL][LN][IN]\n");
}

static const char hostile[] =
	"type t\x1b[2J \x1bu\n"
	"map 1 0x1 0x2 0 /bin/a\x1b]0;x\x07 b\x9b\n"
	"func 1 f\x1b[31m x\x1b.go 1 s\x1b\nloc 1 1 0x1 1:5\n"
	"row 1 5 k\x1b=v\x1b n\x1b#5u\x1b\n"
	"comment c\x1b\ndoc d\x1b\nperiod 1 p\x1b q\x1b\n";

static void check_escapes(const char *name, struct order o)
{
	struct sink sink = { .room = SIZE_MAX };
	struct profile p;
	bool has_escape, has_control = false;

	build_from(&p, &mem, hostile);
	is(print(&sink, &p, &o), "", "%s", name);
	has_escape = memchr(sink.text.s, '\x1b', sink.text.n) != NULL;
	for (size_t i = 0; i < sink.text.n; i++) {
		unsigned char c = (unsigned char)sink.text.s[i];

		has_control = has_control || (c < ' ' && c != '\n') ||
			      (o.is_ascii && c > '~');
	}
	ok(has_escape == !o.escapes, "... has escapes %s",
	   o.escapes ? "made visible" : "as they are");
	ok(!o.escapes || !has_control, "and nothing else that moves");
	buf_release(&sink.text);
	profile_release(&p);
}

/* Writes lines into a file of a new folder, whose name that returns. */
static const char *write_lines(int n)
{
	static char dir[] = "/tmp/pprowl-report.XXXXXX";
	FILE *file;

	if (!mkdtemp(dir) || chdir(dir))
		die("%s: cannot be made", dir);
	file = fopen("f.go", "w");
	for (int i = 1; file && i <= n; i++)
		fprintf(file, "line\n");
	if (!file || fclose(file))
		die("%s/f.go: cannot be written", dir);
	return dir;
}

/* Where a function starts is not known. */
static void test_list(void)
{
	static const char text[] =
		"type n count\nfunc 1 f f.go 0\nfunc 2 g g.go 0\n"
		"loc 1 0 0x1 1:8\nloc 2 0 0x2 1:10\nloc 3 0 0x3 2:1\n"
		"row 1 5\nrow 3,2 -4\n";
	struct order o = {
		.print = report_list, .granularity = BY_LINE, .symbol = "^f$",
		.source_path = write_lines(11),
	};

	check("from above the first value, to the end of the file", text, o,
	      "Total: 9\nROUTINE ======================== f in f.go\n"
	      "         5          1 (flat, cum) 11.11% of Total\n"
	      "         .          .      3:line\n"
	      "         .          .      4:line\n"
	      "         .          .      5:line\n"
	      "         .          .      6:line\n"
	      "         .          .      7:line\n"
	      "         5          5      8:line\n"
	      "         .          .      9:line\n"
	      "         .         -4     10:line\n"
	      "         .          .     11:line\n");
	o.drops_negative = true;
	check("without a line that calls for less than nothing", text, o,
	      "Total: 9\nROUTINE ======================== f in f.go\n"
	      "         5          5 (flat, cum) 55.56% of Total\n"
	      "         .          .      3:line\n"
	      "         .          .      4:line\n"
	      "         .          .      5:line\n"
	      "         .          .      6:line\n"
	      "         .          .      7:line\n"
	      "         5          5      8:line\n"
	      "         .          .      9:line\n"
	      "         .          .     10:line\n"
	      "         .          .     11:line\n");
	unlink("f.go");
	if (chdir("/") == 0)
		rmdir(o.source_path);
}

static void test_escapes(void)
{
	static report_print *const prints[] = {
		report_top, report_raw, report_traces
	};
	static const char *const names[] = { "top", "raw", "traces" };

	for (size_t i = 0; i < ARRAY_SIZE(prints); i++) {
		struct order o = {
			.print = prints[i], .granularity = BY_LINE,
			.filters = { { FILTER_FOCUS, "\x1b|5" } },
		};

		check_escapes(names[i], o);
		o.escapes = true;
		check_escapes(names[i], o);
		o.is_ascii = true;
		check_escapes(names[i], o);
	}
	check("escaped names",
	      "type n count\nfunc 1 a\x1b\xff\xe2\x80\xae - 1\n"
	      "loc 1 0 0x1 1\nrow 1 1\n",
	      (struct order){ .escapes = true, .compact = true },
	      "Showing nodes accounting for 1, 100% of 1 total\n"
	      "      flat  flat%   sum%        cum   cum%\n"
	      "         1   100%   100%          1   100%  "
	      "a\\x1b\\xff\\u{202e}\n");
}

static void check_pad(const char *text, size_t n, size_t width,
		      const char *want)
{
	struct buf out = BUF_INIT;

	report_pad(&out, (struct str){ text, n }, width);
	is(buf_str(&out), want, "padded to %zu", width);
	buf_release(&out);
}

static void test_padding(void)
{
	check_pad("", 0, 0, "");
	check_pad("", 0, 3, "   ");
	check_pad("abc", 3, 2, "abc");
	check_pad("abc", 3, 3, "abc");
	check_pad("abc", 3, 5, "  abc");
	check_pad("\xc3\xa9", 2, 3, "  \xc3\xa9");
	check_pad("\xe6\xbc\xa2", 3, 3, "  \xe6\xbc\xa2");
	check_pad("\xf0\x9f\x98\x80", 4, 3, "  \xf0\x9f\x98\x80");
	check_pad("\xff", 1, 3, "  \xff");
	check_pad("\xc3", 1, 3, "  \xc3");
	check_pad("\xe6\xbc", 2, 3, " \xe6\xbc");
	check_pad("\xe0\x80\x80", 3, 4, " \xe0\x80\x80");
	check_pad("\xed\xa0\x80", 3, 4, " \xed\xa0\x80");
	check_pad("\xf4\x90\x80\x80", 4, 5, " \xf4\x90\x80\x80");
	check_pad("\xc0\x80", 2, 3, " \xc0\x80");
}

static void test_failures(void)
{
	struct sink sink = { .room = SIZE_MAX };
	struct order o = { .print = report_top };
	struct profile p;

	build_from(&p, &mem, "type n count\n" NAMES "row 1 1\n");
	o.filters[0].kind = FILTER_SHOW;
	o.filters[0].text = "(";
	ok(strstr(print(&sink, &p, &o), "show regexp"), "a bad pattern");
	is_int(sink.n_writes, 0, "prints nothing");
	o.filters[0].text = NULL;
	sink.room = 10;
	ok(strstr(print(&sink, &p, &o), "could not be written"),
	   "a write that fails is told");
	profile_release(&p);
	buf_release(&sink.text);
}

static void test_cancelled(void)
{
	static report_print *const prints[] = {
		report_top, report_tree, report_raw, report_traces
	};
	struct profile p;

	build_from(&p, &mem, "type n count\n" NAMES "row 1 1\n");
	for (size_t i = 0; i < ARRAY_SIZE(prints); i++) {
		struct sink sink = { .room = SIZE_MAX };
		struct order o = { .print = prints[i], .is_cancelled = true };

		print(&sink, &p, &o);
		is_int(sink.n_writes, 0, "what is cancelled prints nothing");
		buf_release(&sink.text);
	}
	profile_release(&p);
}

/* Once nothing is taken any more, nothing more need be made. */
static void test_step(void)
{
	struct sink sink = { .room = 0 };
	struct report_out out = { .write = write_sink, .data = &sink };

	ok(report_step(&out), "goes on before the first write");
	buf_pad(&out.text, ' ', 1 << 20);
	ok(!report_step(&out), "and not after one that failed");
	buf_release(&out.text);
}

/* Long reports are written in pieces; after one that fails there are none. */
static void test_pieces(void)
{
	struct buf text = BUF_INIT;
	struct sink whole = { .room = SIZE_MAX }, part = { .room = 200000 };
	struct order o = { .print = report_traces };
	struct profile p;

	buf_adds(&text, "type n count\n" NAMES);
	for (int i = 0; i < 5000; i++)
		buf_adds(&text, "row 2,1 1\n");
	build_from(&p, &mem, buf_str(&text));
	is(print(&whole, &p, &o), "", "a long report");
	ok(whole.text.n > 500000 && whole.n_writes > 5 &&
	   whole.n_writes < 20, "comes in pieces");
	ok(*print(&part, &p, &o), "one fails");
	ok(part.n_writes < 6 && !memcmp(part.text.s, whole.text.s,
					part.text.n), "and is the last one");
	profile_release(&p);
	buf_release(&text);
	buf_release(&whole.text);
	buf_release(&part.text);
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	tzset();
	test_header();
	test_trimming();
	test_signs();
	test_units();
	test_filters();
	test_traces();
	test_raw();
	test_list();
	test_escapes();
	test_padding();
	test_failures();
	test_cancelled();
	test_step();
	test_pieces();
	buf_release(&warnings);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
