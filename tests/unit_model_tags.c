/*
 * Labels: their units, which sets a tag filter matches, what the tag filters
 * of a view leave and hide.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/lens.h"
#include "model/tag_filter.h"
#include "model/tag_frames.h"
#include "model/tag_text.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* Each row has its own label set; the third has none. */
static const char text[] =
	"type n count\n"
	"func 1 main - 0\n"
	"func 2 work - 0\n"
	"loc 1 0 0x1 1\n"
	"loc 2 0 0x2 2\n"
	"row 1 1 method=GET tenant=blue tenant=green\n"
	"row 1 2 method=POST tenant=a,b size#2048bytes size#1kilobytes\n"
	"row 1 4\n"
	"row 2 8 size#-5bytes latency#3 latency#1500microseconds\n"
	"row 2 16 latency#2milliseconds id#7 id#9parsecs\n"
	"row 2,1 32 id#2147483648 request#4096 tenant=green=blue\n";

/* Bit i is set for row i. */
static unsigned int matched(const struct profile *p, const char *filter_text)
{
	struct tag_query query = { NULL, NULL, NULL };
	struct label_units units;
	struct tag_filter *filter;
	struct tags tags;
	struct err err;
	bool *sets = mem_alloc(&mem, p->label_sets.n);
	unsigned int bits = 0;

	filter = tag_filter_new(filter_text, &err);
	if (!filter)
		die("%s", err.text);
	tags_init(&tags, p);
	label_units_init(&units, p);
	query.tags = &tags;
	query.units = &units;
	tag_filter_match(filter, &query, sets);
	for (size_t i = 0; i < p->rows.n; i++)
		bits |= sets[p->rows.at[i].labels.i] ? 1u << i : 0;
	label_units_release(&units);
	tags_release(&tags);
	tag_filter_free(filter);
	mem_free(&mem, sets, p->label_sets.n);
	return bits;
}

static void test_filters(const struct profile *p)
{
	static const struct {
		const char *text;
		unsigned int rows;
		bool is_range;
	} cases[] = {
		{ "GET", 1, false },
		{ "method", 1 | 2, false },
		{ "^method:GET$", 1, false },
		{ "^GET$", 0, false },
		{ "GET,blue", 1, false },
		{ "GET,POST", 0, false },
		{ "GET,", 1, false },
		{ ",", 1 | 2 | 32, false },
		{ "size", 0, false },
		{ "method=", 1 | 2, false },
		{ "method=ET,POS", 1 | 2, false },
		{ "method=^(GET|POST)$", 1 | 2, false },
		{ "metho=", 0, false },
		{ "tenant=a\\x2cb", 2, false },
		{ "tenant=^a,b$", 2, false },
		{ "tenant=green", 1 | 32, false },
		{ "tenant=^green=blue$", 32, false },
		{ "green=blue", 0, false },
		{ "=GET", 1, false },
		{ "=GET,blue", 1, false },
		{ "=7", 16, true },
		{ "id=7", 16, true },
		{ "7", 16, true },
		{ "8:9", 16, true },
		{ "+8:", 16 | 32, true },
		{ ":-4", 0, true },
		{ ":-4b", 8, true },
		{ "size=:1", 0, true },
		{ "2kb", 2, true },
		{ "2kilobytes:", 2 | 16 | 32, true },
		{ "1kb:2kb", 2, true },
		{ "1kb:2047b", 0, true },
		{ "0b:1", 2, true },
		{ "request=4kb", 32, true },
		{ "request=4096", 0, true },
		{ "1ms:", 8 | 16 | 32, true },
		{ "1500us", 8, true },
		{ "3us", 8, true },
		{ "latency=0ms:1ms", 8 | 16, true },
		{ "9parsecs", 16, true },
		{ "7apples", 16, true },
		{ "7count", 16, true },
		{ "1kb:2ms", 0, false },
		{ "1kb:2kb:3kb", 0, false },
		{ "7:x", 0, false },
		{ "1-2", 0, false },
		{ "7 ", 0, false },
		{ "id=99999999999999999999", 0, false },
		{ "", 1 | 2 | 32, false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *range = tag_filter_range(cases[i].text);

		is_int(matched(p, cases[i].text), cases[i].rows, "'%s'",
		       cases[i].text);
		ok(cases[i].is_range == (range != NULL), "'%s' is a %s",
		   cases[i].text, cases[i].is_range ? "range" : "regexp");
	}
	is(tag_filter_range("size=4mb:"), "4mb:", "a range is without its key");
}

static void test_errors(void)
{
	struct err err;

	ok(!tag_filter_new("key=a,(", &err), "no regexp, no filter");
	ok(filter_check(FILTER_TAGFOCUS, "a,(", &err) == -1 &&
	   filter_check(FILTER_TAGIGNORE, "[1,2]", &err) == -1,
	   "a comma parts regexps even in brackets");
	ok(filter_check(FILTER_TAGSHOW, "[1,2]", &err) == 0 &&
	   filter_check(FILTER_FOCUS, "[1,2]", &err) == 0,
	   "but for keys and names");
}

static void test_units(const struct profile *p)
{
	struct label_units units;
	struct buf out = BUF_INIT;

	label_units_init(&units, p);
	for (size_t i = 0; i < p->strings.at.n; i++) {
		struct str_id id = { (uint32_t)i };

		if (!strcmp(profile_str(p, id).s, "size") ||
		    !strcmp(profile_str(p, id).s, "latency") ||
		    !strcmp(profile_str(p, id).s, "request") ||
		    !strcmp(profile_str(p, id).s, "method"))
			buf_addf(&out, "%s in %s\n", profile_str(p, id).s,
				 label_units_of(&units, id));
	}
	for (size_t i = 0; i < units.clashes.n; i++)
		buf_addf(&out, "%s not in %s\n",
			 profile_str(p, units.clashes.at[i].key).s,
			 profile_str(p, units.clashes.at[i].unit).s);
	is(buf_str(&out),
	   "method in method\nsize in bytes\nlatency in microseconds\n"
	   "request in bytes\n"
	   "latency not in milliseconds\nsize not in kilobytes\n",
	   "the first unit counts, or what the key stands for");
	buf_release(&out);
	label_units_release(&units);
}

/* In whatever order they are met. */
static void test_clashes(void)
{
	struct label_units units;
	struct buf out = BUF_INIT;
	struct profile p;

	build_from(&p, &mem,
		   "type n count\nrow - 1 b#1s a#1kb\nrow - 1 b#1ms\n"
		   "row - 1 a#2mb\nrow - 1 b#2ms\nrow - 1 b#1us\n");
	label_units_init(&units, &p);
	for (size_t i = 0; i < units.clashes.n; i++)
		buf_addf(&out, "%s %s\n",
			 profile_str(&p, units.clashes.at[i].key).s,
			 profile_str(&p, units.clashes.at[i].unit).s);
	is(buf_str(&out), "a mb\nb ms\nb us\n", "each other unit once");
	buf_release(&out);
	label_units_release(&units);
	profile_release(&p);
}

static struct lens *lens_of(const struct profile *p, const struct view *view)
{
	struct err err;
	struct lens *lens = lens_new(p, view, NULL, &err);

	if (!lens)
		die("%s", err.text);
	return lens;
}

static unsigned int kept(const struct lens *lens)
{
	const struct profile *p = lens->profile;
	struct lens_span span;
	unsigned int bits = 0;

	for (size_t i = 0; i < p->rows.n; i++)
		bits |= lens_row(lens, &p->rows.at[i], &span) ? 1u << i : 0;
	return bits;
}

struct marks_case {
	const char *name;
	struct {
		enum filter_kind kind;
		const char *text;
	} filters[3];
	unsigned int rows;
	uint32_t met;
};

static void test_rows(const struct profile *p)
{
	static const struct marks_case cases[] = {
		{ "tagfocus", { { FILTER_TAGFOCUS, "method" } }, 1 | 2, 1 },
		{ "tagignore", { { FILTER_TAGIGNORE, "tenant=blue" } },
		  2 | 4 | 8 | 16, 1 },
		{ "both", { { FILTER_TAGFOCUS, "tenant" },
			    { FILTER_TAGIGNORE, "POST" } }, 1 | 32, 3 },
		{ "of several each must match",
		  { { FILTER_TAGFOCUS, "id=" }, { FILTER_TAGFOCUS, "id=7" } },
		  0, 2 },
		{ "any suffices to drop",
		  { { FILTER_TAGIGNORE, "GET" }, { FILTER_TAGIGNORE, "7" } },
		  2 | 4 | 8 | 32, 3 },
		{ "what others dropped is not met",
		  { { FILTER_IGNORE, "work" }, { FILTER_TAGFOCUS, "7" },
		    { FILTER_TAGIGNORE, "GET" } }, 0, 4 },
		{ "nor what show_from cut away",
		  { { FILTER_SHOW_FROM, "work" }, { FILTER_TAGIGNORE, "GET" },
		    { FILTER_PRUNE_FROM, "main" } }, 8 | 16 | 32, 0 },
		{ "tagshow drops nothing", { { FILTER_TAGSHOW, "size" } },
		  63, 1 },
		{ "and meets what tagfocus leaves",
		  { { FILTER_TAGSHOW, "size" }, { FILTER_TAGHIDE, "method" },
		    { FILTER_TAGFOCUS, "GET" } }, 1, 2 | 4 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct view view = { .type = 0 };
		struct lens *lens;

		for (size_t k = 0; k < 3 && cases[i].filters[k].text; k++)
			filters_add(&view.filters, cases[i].filters[k].kind,
				    cases[i].filters[k].text);
		lens = lens_of(p, &view);
		is_int(kept(lens), cases[i].rows, "%s", cases[i].name);
		is_int(lens_tags_met(lens), cases[i].met, "%s: what is met",
		       cases[i].name);
		lens_free(lens);
		view_release(&view);
	}
}

static void test_keys(const struct profile *p)
{
	struct view view = { .type = 0 };
	struct buf out = BUF_INIT;
	struct lens *lens;

	filters_add(&view.filters, FILTER_TAGSHOW, "t");
	filters_add(&view.filters, FILTER_TAGSHOW, "en");
	filters_add(&view.filters, FILTER_TAGHIDE, "^late");
	lens = lens_of(p, &view);
	for (size_t i = 0; i < p->labels.n; i++) {
		struct str_id key = p->labels.at[i].key;

		if (tag_marks_show(&lens->tags, key))
			buf_addf(&out, "%s ", profile_str(p, key).s);
	}
	is(buf_str(&out), "tenant tenant tenant tenant ",
	   "a key must match each tagshow and no taghide");
	lens_free(lens);
	view_release(&view);
	lens = lens_of(p, &(struct view){ .type = 0 });
	ok(tag_marks_show(&lens->tags, p->labels.at[0].key) &&
	   kept(lens) == 63, "without filters all is shown");
	lens_free(lens);
	buf_release(&out);
}

static void test_bad(const struct profile *p)
{
	struct view view = { .type = 0 };
	struct err err;

	filters_add(&view.filters, FILTER_TAGHIDE, "(");
	ok(!lens_new(p, &view, NULL, &err), "no lens without a regexp");
	is(err.text, "parsing taghide regexp: error parsing regexp: missing "
	   "closing ), at byte 1",
	   "which says whose");
	view_release(&view);
}

static void check_value(const char *key, const char *value, const char *want)
{
	struct buf out = BUF_INIT;

	tag_text_value(&out, (struct str){ key, strlen(key) },
		       (struct str){ value, strlen(value) });
	is(buf_str(&out), want, "a filter for %s=%s", key, value);
	buf_release(&out);
}

static void check_range(int64_t low, int64_t high, const char *unit,
			const char *want)
{
	struct buf out = BUF_INIT;
	bool has = tag_text_range(&out, (struct str){ "k", 1 }, low, high,
				  unit);

	is(has ? buf_str(&out) : "none", want, "a filter for numbers in %s",
	   unit);
	buf_release(&out);
}

static void test_texts(void)
{
	struct buf out = BUF_INIT;

	check_value("k", "a.b", "k=^a\\.b$");
	check_value("k", "7", "k=^7$");
	check_value("k", "a,b=c", "k=^a\\x2cb\\x3dc$");
	check_value("k=1", "v", "^k\\x3d1:v$");
	check_value("", "v", "^:v$");
	check_range(1, 1, "bytes", "k=1bytes");
	check_range(-1, 2, "bytes", "k=-1bytes:2bytes");
	check_range(1, 1, "count", "k=1");
	check_range(1, 1, "thread_id", "k=1");
	check_range(1, 1, "nanogcu", "k=1nanogcu");
	check_range(1, 1, "\xe2\x84\xaa" "B", "k=1kB");
	ok(!tag_text_range(&out, (struct str){ "a=b", 3 }, 1, 1, "") &&
	   !tag_text_range(&out, (struct str){ "", 0 }, 1, 1, "") && !out.n,
	   "none for keys that cannot be written");
	buf_release(&out);
}

/* The filter made for a tag matches the sets that have it. */
static void test_own_texts(const struct profile *p)
{
	struct label_units units;
	struct buf out = BUF_INIT;
	unsigned int n_bad = 0, n = 0;

	label_units_init(&units, p);
	for (size_t i = 0; i < p->rows.n; i++) {
		struct label_set set = p->label_sets.at[p->rows.at[i].labels.i];

		for (uint32_t k = 0; k < set.n; k++, n++) {
			const struct label *l = &p->labels.at[set.first + k];
			struct str key = profile_str(p, l->key);

			buf_clear(&out);
			if (l->is_num)
				tag_text_range(&out, key, l->num, l->num,
					       label_units_of(&units, l->key));
			else
				tag_text_value(&out, key,
					       profile_str(p, l->str));
			n_bad += !(matched(p, buf_str(&out)) >> i & 1);
		}
	}
	is_int(n_bad, 0, "%u labels match their own filters", n);
	is_int(matched(p, "tenant=^a\\x2cb$"), 2, "and no others");
	label_units_release(&units);
	buf_release(&out);
}

static void plain(struct buf *out, int64_t value, const char *from,
		  const char *to)
{
	buf_addf(out, "%" PRId64 "%s>%s", value, from, to);
}

/* Each stack from the root, FILE=NAME where a frame has a file. */
static void add_stacks(const struct profile *p, struct buf *out)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct row *row = &p->rows.at[i];

		for (uint32_t k = row->depth; k--; ) {
			const struct location *loc = &p->locations.at[
				p->frames.at[row->first + k].i];
			const struct func *func = &p->funcs.at[
				profile_lines(p, loc)->func.i];

			buf_adds(out, profile_str(p, func->filename).s);
			buf_adds(out, func->filename.i ? "=" : "");
			buf_adds(out, profile_str(p, func->name).s);
			buf_adds(out, k ? "|" : "\n");
		}
	}
}

static void check_frames(const char *root, const char *leaf, const char *want,
			 const char *name)
{
	struct tag_frames frames = { root, leaf, "kb", plain };
	bool has_root, has_leaf;
	struct buf out = BUF_INIT;
	struct profile p;
	struct err err;

	build_from(&p, &mem, text);
	if (tag_frames_add(&p, &frames, &has_root, &has_leaf, &err))
		die("%s", err.text);
	add_stacks(&p, &out);
	buf_addf(&out, "%d %d %zu", has_root, has_leaf, p.locations.n);
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
	profile_release(&p);
}

static void test_frames(void)
{
	check_frames("", ",", "main\nmain\nmain\nwork\nwork\nmain|work\n"
		     "0 0 2", "no keys, no frames");
	check_frames("tenant", "",
		     "tenant=blue,green|main\ntenant=a,b|main\n"
		     "tenant=|main\ntenant=|work\ntenant=|work\n"
		     "tenant=green=blue|main|work\n1 0 6",
		     "what has no such label gets a frame, too");
	check_frames("method,nothing", "size,,method",
		     "method=GET|nothing=|main|size=|method=GET\n"
		     "method=POST|nothing=|main|"
		     "size=2048bytes>kb,1kilobytes>kb|method=POST\n"
		     "method=|nothing=|main|size=|method=\n"
		     "method=|nothing=|work|size=-5bytes>kb|method=\n"
		     "method=|nothing=|work|size=|method=\n"
		     "method=|nothing=|main|work|size=|method=\n1 1 9",
		     "the first key is next to the root, the last to the "
		     "leaf");
	check_frames("", "latency,id",
		     "main|latency=|id=\nmain|latency=|id=\n"
		     "main|latency=|id=\n"
		     "work|latency=3>kb,1500microseconds>kb|id=\n"
		     "work|latency=2milliseconds>kb|id=7>kb,9parsecs>kb\n"
		     "main|work|latency=|id=2147483648>\n0 1 8",
		     "where a row has no unit for a key none is asked for");
}

int main(void)
{
	struct profile p;

	build_from(&p, &mem, text);
	test_filters(&p);
	test_errors();
	test_units(&p);
	test_clashes();
	test_rows(&p);
	test_keys(&p);
	test_bad(&p);
	test_frames();
	test_texts();
	test_own_texts(&p);
	profile_release(&p);
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
