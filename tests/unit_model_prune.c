/*
 * What drop_frames and keep_frames take from stacks.
 */
#include "config.h"

#include "model/prune.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

static void test_simplify(void)
{
	static const char *const cases[][2] = {
		{ "", "" }, { ".", "" }, { "..a", ".a" }, { ".main", "main" },
		{ "f(int)", "f" }, { "(f)", "" }, { "f()", "f" },
		{ "operator()", "operator()" },
		{ "A::operator()(int)", "A::operator()" },
		{ "(anonymous namespace)::f(int)",
		  "(anonymous namespace)::f" },
		{ "a::(anonymous namespace)::operator()(x)::(b)",
		  "a::(anonymous namespace)::operator()" },
		{ "(anonymous namespac)::f", "" },
		{ "operator(", "operator" },
		{ "encoding/json.(*Decoder).Decode", "encoding/json." },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str got = prune_simplify((struct str){
			cases[i][0], strlen(cases[i][0])
		});
		char text[64] = "";

		memcpy(text, got.s, got.n);
		is(text, cases[i][1], "\"%s\"", cases[i][0]);
	}
}

/*
 * Functions u1 and u2 are of the user, d1 and d2 are dropped, k matches drop
 * and keep.  Locations 1 to 5 are one of each, 6 and 7 have d1 inlined into u1
 * and the other way round, 8 has no symbol, 9 has a name that is empty.
 */
static const char tables[] =
	"type n count\n"
	"func 1 u1 - 0\nfunc 2 u2 - 0\nfunc 3 d1(int) - 0\nfunc 4 .d2 - 0\n"
	"func 5 dk - 0\nfunc 6 - - 0\n"
	"loc 1 0 0x1 1\nloc 2 0 0x2 2\nloc 3 0 0x3 3\nloc 4 0 0x4 4\n"
	"loc 5 0 0x5 5\nloc 6 0 0x6 3 1\nloc 7 0 0x7 1 3\nloc 8 0 0x8\n"
	"loc 9 0 0x9 6\nloc 10 0 0xa 2 3 1 4 1\n";

/* The rows that are left of rows, one a line, without their values. */
static const char *prune(const char *patterns, const char *rows,
			 struct buf *out)
{
	static struct err err;
	struct buf text = BUF_INIT, dump = BUF_INIT;
	struct profile p;
	const char *at;

	buf_adds(&text, tables);
	buf_adds(&text, rows);
	buf_adds(&text, patterns);
	build_from(&p, &mem, buf_str(&text));
	err.text[0] = '\0';
	if (!prune_profile(&p, &err) && *err.text)
		err_set(&err, "a reason without a failure");
	build_dump(&dump, &p);
	buf_clear(out);
	for (at = buf_str(&dump); (at = strstr(at, "row ")); at += 4) {
		buf_add(out, at + 4, strcspn(at + 4, " "));
		buf_addc(out, ';');
	}
	buf_adds(out, "");
	if ((at = strstr(buf_str(&dump), "loc 10 ")))
		buf_add(out, at + 7, strcspn(at + 7, "\n"));
	buf_release(&text);
	buf_release(&dump);
	profile_release(&p);
	return err.text;
}

static void check(const char *patterns, const char *rows, const char *want,
		  const char *name)
{
	struct buf out = BUF_INIT;

	is(prune(patterns, rows, &out), "", "%s", name);
	is(buf_str(&out), want, "... leaves %s", want);
	buf_release(&out);
}

static void test_rows(void)
{
	check("", "row 3,1 1\n", "3,1;0 0xa 2 3 1 4 1", "no pattern");
	check("keep .*\n", "row 3,1 1\n", "3,1;0 0xa 2 3 1 4 1",
	      "no drop_frames");
	check("drop d.\n",
	      "row 3,1 1\nrow 2,3,1 1\nrow 1,3,2,4,1 1\n",
	      "1;1;1;0 0xa 1", "frames below the first match go");
	check("drop d.\n", "row 1,3 1\nrow 3 1\nrow 3,4 1\nrow - 1\n",
	      "1,3;3;3,4;-;0 0xa 1", "not before a frame of the user");
	check("drop d.\n", "row 3,1,4 1\nrow 2,3,1,4 1\n",
	      "1,4;1,4;0 0xa 1", "frames above the first one stay");
	check("drop d.\n", "row 2,6,1 1\nrow 6 1\n", "6,1;6;0 0xa 1",
	      "a match that was inlined takes what is below its location");
	check("drop d.\n", "row 2,7,1 1\n", "1;0 0xa 1",
	      "a match on the outside takes the location");
	check("drop d.\n", "row 3,8 1\nrow 3,9 1\n", "8;9;0 0xa 1",
	      "a frame without a name is of the user");
	check("drop .*\n", "row 9,1,2 1\nrow 2,8,1 1\n",
	      "9,1,2;8,1;0 0xa 2 3 1 4 1", "no name is never dropped");
	check("drop d\n", "row 3,1 1\n", "3,1;0 0xa 2 3 1 4 1",
	      "half a name is no match");
	check("drop 1\n", "row 3,2 1\n", "3,2;0 0xa 2 3 1 4 1",
	      "nor is its other half");
	check("drop u.|d1\n", "row 3,4 1\nrow 1,4 1\n", "4;4;0 0xa 2 3 1 4 1",
	      "each of the alternatives is a whole name");
	check("drop d.\nkeep dk\n", "row 5,1 1\nrow 3,5,1 1\n",
	      "5,1;5,1;0 0xa 1", "what is kept is not dropped");
}

static void test_failures(void)
{
	struct buf out = BUF_INIT;

	ok(strstr(prune("drop (\n", "row 3,1 1\n", &out),
		  "the profile's drop_frames are not applied: "),
	   "a pattern that is none is said");
	is(buf_str(&out), "3,1;0 0xa 2 3 1 4 1", "and nothing is dropped");
	ok(strstr(prune("drop d.\nkeep [\n", "row 3,1 1\n", &out),
		  "the profile's keep_frames are not applied: "),
	   "so with the other");
	is(buf_str(&out), "3,1;0 0xa 2 3 1 4 1", "for which nothing is, too");
	ok(strstr(prune("drop (?=d).*\n", "row 3,1 1\n", &out), "not applied"),
	   "what the reference does not know is not known here");
	buf_release(&out);
}

int main(void)
{
	test_simplify();
	test_rows();
	test_failures();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
