/*
 * Pieces of dot: what may stand within quotes, colours, names over lines.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "render/dot.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct str text_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

static void test_quotes(void)
{
	static const struct {
		const char *text, *escaped, *quoted;
	} pairs[] = {
		{ "", "", "" },
		{ "a::b(c)", "a::b(c)", "a::b(c)" },
		{ "a\nb", "a\\lb", "a\nb" },
		{ "a\\nb", "a\\\\nb", "a\\nb" },
		{ "a\"b", "a\\\"b", "a\\\"b" },
		{ "a\\\"b", "a\\\\\\\"b", "a\\\"b" },
		{ "a\\\\\"b", "a\\\\\\\\\\\"b", "a\\\\\\\"b" },
		{ "a\\", "a\\\\", "a\\\\" },
		{ "a\\\\", "a\\\\\\\\", "a\\\\" },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct buf out = BUF_INIT;

		dot_escape(&out, text_of(pairs[i].text));
		is(buf_str(&out), pairs[i].escaped, "%zu: as it is", i);
		buf_clear(&out);
		dot_quote(&out, text_of(pairs[i].text));
		is(buf_str(&out), pairs[i].quoted, "%zu: within quotes", i);
		buf_release(&out);
	}
}

static void test_colors(void)
{
	static const struct {
		double share;
		const char *front, *back;
	} colors[] = {
		{ 1, "#b20000", "#edd5d5" },
		{ 7, "#b20000", "#edd5d5" },
		{ 0.5, "#b22100", "#edd9d5" },
		{ 0.1, "#b28559", "#ede7e1" },
		{ 0, "#b2b2b2", "#ededed" },
		{ -0.1, "#85b259", "#e7ede1" },
		{ -1, "#00b200", "#d5edd5" },
		{ -INFINITY, "#00b200", "#d5edd5" },
	};

	for (size_t i = 0; i < sizeof(colors) / sizeof(colors[0]); i++) {
		struct buf out = BUF_INIT;

		dot_color(&out, colors[i].share, false);
		is(buf_str(&out), colors[i].front, "%g", colors[i].share);
		buf_clear(&out);
		dot_color(&out, colors[i].share, true);
		is(buf_str(&out), colors[i].back, "%g, behind text",
		   colors[i].share);
		buf_release(&out);
	}
}

static void check_name(const char *name, const char *tables,
		       enum granularity granularity, const char *want)
{
	struct mem mem = { 0 };
	struct view view = { .granularity = granularity };
	struct buf out = BUF_INIT;
	struct lens *lens;
	struct profile p;
	struct err err;

	build_from(&p, &mem, tables);
	lens = lens_new(&p, &view, NULL, &err);
	dot_node_name(&out, &lens->nodes, 0);
	is(buf_str(&out), want, "%s", name);
	buf_release(&out);
	lens_free(lens);
	profile_release(&p);
}

static void test_names(void)
{
	check_name("a short name over lines",
		   "type n c\nfunc 1 x/y/pkg.(*T).Do f.go 1\nloc 1 0 0x1 1\n"
		   "row 1 1\n", BY_FUNCTION, "pkg\\n(*T)\\nDo\\n");
	check_name("namespaces too",
		   "type n c\nfunc 1 one::two::three f.cc 1\nloc 1 0 0x1 1\n"
		   "row 1 1\n", BY_FUNCTION, "one\\ntwo\\nthree\\n");
	check_name("what is left out of a Go name is one piece",
		   "type n c\nfunc 1 m.F[...].g f.go 1\nloc 1 0 0x1 1\n"
		   "row 1 1\n", BY_FUNCTION,
		   "m\\nF[\xe2\x80\xa6]\\ng\\n");
	check_name("quotes are escaped first",
		   "type n c\nfunc 1 a\"b.c\\d f.go 1\nloc 1 0 0x1 1\n"
		   "row 1 1\n", BY_FUNCTION, "a\\\"b\\nc\\\\d\\n");
	check_name("the last part of a file's name, not broken",
		   "type n c\nfunc 1 f /x/y/f.go 1\nloc 1 0 0x1 1:7\n"
		   "row 1 1\n", BY_LINE, "f\\nf.go:7\\n");
	check_name("an address",
		   "type n c\nfunc 1 f /x/y/f.go 1\nloc 1 0 0x1f 1:7\n"
		   "row 1 1\n", BY_ADDRESS,
		   "000000000000001f\\nf\\nf.go:7\\n");
	check_name("no name but that of the object",
		   "type n c\nmap 1 0x1 0x2 0 /x/lib.so -\nloc 1 1 0x1f\n"
		   "row 1 1\n", BY_FUNCTION, "[lib.so]\\n");
	check_name("nothing at all", "type n c\nloc 1 0 0\nrow 1 1\n",
		   BY_FUNCTION, "<unknown>\\n");
}

int main(void)
{
	test_quotes();
	test_colors();
	test_names();
	return tap_done();
}
