/*
 * Walking through JSON: that a walk sees what is there, in each of its ways;
 * what it says of JSON that is broken; its limits; and that a tree takes no
 * more than is counted for it.
 */
#include "config.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "model/jsonwalk.h"
#include "tests/reading.h"
#include "tests/tap.h"

static struct mem mem;

#ifdef HAVE_JANSSON

static void add_item(struct buf *out, struct jsonitem item)
{
	long double number;
	struct str text;
	int64_t n;

	if (jsonitem_text(item, &text)) {
		buf_addc(out, '"');
		buf_add(out, text.s, text.n);
		buf_addc(out, '"');
	} else if (jsonitem_int(item, &n)) {
		jsonitem_number(item, &number);
		buf_addf(out, (long double)n == number ? "%.0Lf" : "%.2Lf",
			 number);
	} else if (jsonitem_count(item)) {
		for (size_t i = 0; i < jsonitem_count(item); i++) {
			buf_addc(out, i ? ',' : '[');
			add_item(out, jsonitem_at(item, i));
		}
		buf_addc(out, ']');
	} else {
		buf_addc(out, '?');
	}
}

static int take_item(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	add_item(data, item);
	buf_addc(data, ' ');
	return 0;
}

static int take_member(struct jsonwalk *walk, struct str key, void *data,
		       struct err *err);

static int take_element(struct jsonwalk *walk, void *data, struct err *err)
{
	int byte = jsonwalk_peek(walk, err);

	if (byte < 0)
		return -1;
	if (byte == '{')
		return jsonwalk_object(walk, take_member, data, err);
	if (byte != '[')
		return jsonwalk_value(walk, take_item, data, err);
	return jsonwalk_array(walk, take_element, data, err);
}

/* Keys say how their values are taken. */
static int take_member(struct jsonwalk *walk, struct str key, void *data,
		       struct err *err)
{
	struct buf *out = data;
	int64_t n;

	buf_add(out, key.s, key.n);
	buf_addc(out, '(');
	if (str_is(key, "skip")) {
		if (jsonwalk_skip(walk, err))
			return -1;
	} else if (str_is(key, "int")) {
		if (jsonwalk_int(walk, &n, err))
			return -1;
		buf_addf(out, "%lld", (long long)n);
	} else if (str_is(key, "items")) {
		if (jsonwalk_items(walk, take_item, out, err))
			return -1;
	} else if (take_element(walk, out, err)) {
		return -1;
	}
	buf_addc(out, ')');
	return 0;
}

/* What the walk saw, or "error: REASON". */
static void walk_text(struct buf *out, struct str text)
{
	struct input_limits limits = { .mem = &mem };
	struct jsonwalk walk = { 0 };
	struct input input;
	struct err err;

	buf_clear(out);
	buf_adds(out, "");
	if (input_open_memory(&input, "memory", (const uint8_t *)text.s,
			      text.n, &limits, &err) ||
	    jsonwalk_open(&walk, &input, &mem, &err) ||
	    take_element(&walk, out, &err) || jsonwalk_end(&walk, &err)) {
		buf_clear(out);
		buf_addf(out, "error: %s", err.text);
	}
	jsonwalk_release(&walk);
	input_close(&input);
	if (mem.used)
		buf_addf(out, "lost: %zu bytes", mem.used);
}

struct walk_case {
	const char *name;
	struct str text;
	const char *want;
};

static void check(const struct walk_case *cases, size_t n)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		walk_text(&out, cases[i].text);
		is(buf_str(&out), cases[i].want, "%s", cases[i].name);
	}
	buf_release(&out);
}

static void test_values(void)
{
	static const struct walk_case cases[] = {
		{ "members", STR("{\"a\":1,\"b\" : \"x\" }"),
		  "a(1 )b(\"x\" )" },
		{ "nothing in them", STR(" { } "), "" },
		{ "arrays in arrays", STR("[1,[2,[],[3]],{}]"), "1 2 3 " },
		{ "items", STR("{\"items\":[1, 2.5,[3,4], \"]\", null]}"),
		  "items(1 2.50 [3,4] \"]\" ? )" },
		{ "no items", STR("{\"items\":[ ]}"), "items()" },
		{ "skipped", STR("{\"skip\":{\"a\":[\"}\\\"]\",{}]},\"int\":7}"),
		  "skip()int(7)" },
		{ "a value alone", STR("12"), "12 " },
		{ "a mark", STR("\xef\xbb\xbf[1]"), "1 " },
		{ "escapes", STR("[\"a\\u00e9\\\\\\\"\"]"),
		  "\"a\xc3\xa9\\\"\" " },
		{ "a whole part", STR("{\"int\":-7.9}"), "int(-7)" },
		{ "the largest", STR("{\"int\":9223372036854775807}"),
		  "int(9223372036854775807)" },
		{ "a key twice", STR("{\"a\":1,\"a\":2}"), "a(1 )a(2 )" },
	};

	check(cases, ARRAY_SIZE(cases));
}

static void test_broken(void)
{
	static const struct walk_case cases[] = {
		{ "cut in an object", STR("{\"a\":1"),
		  "error: byte 6: the file ends where a value is due" },
		{ "cut in a string", STR("[\"abc"),
		  "error: byte 5: the file ends in a value" },
		{ "cut in a skipped value", STR("{\"skip\":[1,"),
		  "error: byte 11: the file ends in a value" },
		{ "cut behind a key", STR("{\"a\""),
		  "error: byte 4: the file ends where a value is due" },
		{ "no comma", STR("[1 2]"),
		  "error: byte 3: there is no ',' where one is due" },
		{ "no colon", STR("{\"a\" 1}"),
		  "error: byte 5: there is no ':' where one is due" },
		{ "no key", STR("{a:1}"),
		  "error: byte 1: there is no key where one is due" },
		{ "a comma too many", STR("[1,]"),
		  "error: byte 3: a value is missing" },
		{ "more behind the end", STR("{} x"),
		  "error: byte 3: something follows the end" },
		{ "a word that is none", STR("[nil]"), "error: byte 4: what is "
		  "in front of this is no JSON: invalid token near 'nil'" },
		{ "brackets that do not fit", STR("{\"items\":[[}]}"),
		  "error: byte 13: what is in front of this is no JSON: "
		  "unexpected token near '}'" },
		{ "no UTF-8", STR("[\"\xff\"]"), "error: byte 4: what is in "
		  "front of this is no JSON: unable to decode byte 0xff "
		  "near '\"'" },
		{ "a number that is too large", STR("{\"int\":1e300}"),
		  "error: byte 12: what is in front of this is no number of 64 "
		  "bits" },
		{ "an integer that is too large",
		  STR("[99999999999999999999]"), "error: byte 21: what is in "
		  "front of this is no JSON: too big integer near "
		  "'99999999999999999999'" },
		{ "text where a number is due", STR("{\"int\":\"1\"}"),
		  "error: byte 10: what is in front of this is no number of 64 "
		  "bits" },
		{ "an object where items are due", STR("{\"items\":{}}"),
		  "error: byte 9: there is no '[' where one is due" },
		{ "a zero byte", STR("[\0]"), "error: byte 2: what is in front "
		  "of this is no JSON: invalid token near end of file" },
	};

	check(cases, ARRAY_SIZE(cases));
}

static void test_limits(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	for (int i = 0; i < JSONWALK_DEPTH_MAX; i++)
		buf_addc(&text, '[');
	for (int i = 0; i < JSONWALK_DEPTH_MAX; i++)
		buf_addc(&text, ']');
	walk_text(&out, (struct str){ text.s, text.n });
	is(buf_str(&out), "", "arrays as deep as they may be");
	buf_clear(&text);
	buf_pad(&text, '[', JSONWALK_DEPTH_MAX + 1);
	walk_text(&out, (struct str){ text.s, text.n });
	is(buf_str(&out), "error: byte 2049: more than 2048 objects and arrays "
	   "in each other", "one deeper");
	buf_clear(&text);
	buf_adds(&text, "{\"skip\":");
	buf_pad(&text, '[', 3000000);
	buf_pad(&text, ']', 3000000);
	buf_adds(&text, "}");
	walk_text(&out, (struct str){ text.s, text.n });
	is(buf_str(&out), "skip()", "what is skipped may be of any size");
	buf_clear(&text);
	buf_adds(&text, "{\"items\":[1,\"");
	buf_pad(&text, 'x', JSONWALK_PIECE_MAX - 2);
	buf_adds(&text, "\"]}");
	walk_text(&out, (struct str){ text.s, text.n });
	is_int(out.n, strlen("items(1 ") + JSONWALK_PIECE_MAX + strlen(" )"),
	       "a value as large as it may be");
	buf_clear(&text);
	buf_adds(&text, "{\"items\":[1,\"");
	buf_pad(&text, 'x', JSONWALK_PIECE_MAX - 1);
	buf_adds(&text, "\"]}");
	walk_text(&out, (struct str){ text.s, text.n });
	ok(strstr(buf_str(&out), "a value of more than 1 MiB"),
	   "one byte more");
	buf_release(&text);
	buf_release(&out);
}

/* Items of all lengths, so that batches and steps of the input end anywhere. */
static void test_batches(void)
{
	struct buf text = BUF_INIT, want = BUF_INIT, out = BUF_INIT;

	srand(6);
	buf_adds(&text, "{\"items\":[");
	buf_adds(&want, "items(");
	for (int i = 0; i < 20000; i++) {
		size_t n = (size_t)rand() % 60;

		buf_adds(&text, i ? ", \"" : "\"");
		buf_addc(&want, '"');
		for (size_t k = 0; k < n; k++) {
			char c = (char)(' ' + rand() % 94);

			if (c == '"' || c == '\\')
				buf_addc(&text, '\\');
			buf_addc(&text, c);
			buf_addc(&want, c);
		}
		buf_adds(&text, "\"");
		buf_adds(&want, "\" ");
	}
	buf_adds(&text, "]}");
	buf_adds(&want, ")");
	walk_text(&out, (struct str){ text.s, text.n });
	ok(buf_same(&out, &want), "20000 random texts, of %zu bytes", text.n);
	buf_release(&text);
	buf_release(&want);
	buf_release(&out);
}

/* What jansson has at hand, and the most that it had. */
static size_t held, most;

/* With what malloc adds. */
static void *count_malloc(size_t n)
{
	size_t *p = malloc(sizeof(size_t[2]) + n);

	if (!p)
		abort();
	*p = n / 16 * 16 + 32;
	held += *p;
	most = held > most ? held : most;
	return p + 2;
}

static void count_free(void *p)
{
	size_t *start = (size_t *)p - 2;

	if (!p)
		return;
	held -= *start;
	free(start);
}

/* Pieces of half a megabyte of what takes most of a byte. */
static void test_factor(void)
{
	static const char *const units[] = {
		"{}", "[]", "0", "0.5", "\"\"", "{\"\":0}", "[0]", "[[]]",
		"[{}]", "{\"\":{}}", "null", "\"a\"", "{\"a\":0,\"b\":0}",
		"{\"a\":[],\"b\":{}}", "[{},{},{}]",
		"{\"0\":0,\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0}",
	};
	void *library = dlopen(JANSSON_SONAME, RTLD_NOW);
	void (*set_alloc)(void *(*)(size_t), void (*)(void *));
	void *symbol = dlsym(library, "json_set_alloc_funcs");
	struct buf text = BUF_INIT;
	struct jsontree tree;
	struct jsonitem item;
	struct err err;

	memcpy(&set_alloc, &symbol, sizeof(symbol));
	set_alloc(count_malloc, count_free);
	if (jsontree_open(&tree, &mem, &err))
		die("%s", err.text);
	for (size_t i = 0; i < ARRAY_SIZE(units); i++) {
		buf_clear(&text);
		buf_addf(&text, "[%s", units[i]);
		while (text.n < 500000)
			buf_addf(&text, ",%s", units[i]);
		buf_addc(&text, ']');
		most = 0;
		if (jsontree_parse(&tree, (struct str){ text.s, text.n },
				   &item, &err))
			die("%s", err.text);
		ok(most <= text.n * JSONTREE_FACTOR,
		   "%s: %zu times its text", units[i], most / text.n);
	}
	jsontree_release(&tree);
	dlclose(library);
	buf_release(&text);
}

int main(void)
{
	test_values();
	test_broken();
	test_limits();
	test_batches();
	test_factor();
	return tap_done();
}

#else

int main(void)
{
	struct jsontree tree;
	struct err err;

	is_int(jsontree_open(&tree, &mem, &err), -1, "there is no jansson");
	is(err.text, "reading JSON needs jansson, and this pprowl was built "
	   "without it", "and that is said");
	return tap_done();
}

#endif
