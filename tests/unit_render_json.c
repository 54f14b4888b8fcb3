/*
 * JSON and CSV: every text comes out as one value that a reader takes back,
 * whatever bytes it is made of; lists, objects, records and what is not known.
 */
#include "config.h"

#include <stdlib.h>

#include "model/mem.h"
#include "render/record.h"
#include "tests/tap.h"

struct text_case {
	const char *s;
	size_t n;
	const char *json, *ascii;	/* ascii NULL: the same */
	const char *csv, *csv_ascii;	/* likewise */
};

#define TEXT(s) s, sizeof(s) - 1

static const struct text_case texts[] = {
	{ TEXT(""), "\"\"", NULL, "", NULL },
	{ TEXT("main.main"), "\"main.main\"", NULL, "main.main", NULL },
	{ TEXT("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"", NULL,
	  "\"a\"\"b\\c/d\"", NULL },
	{ TEXT("a,b"), "\"a,b\"", NULL, "\"a,b\"", NULL },
	{ TEXT(" a"), "\" a\"", NULL, "\" a\"", NULL },
	{ TEXT("a "), "\"a \"", NULL, "\"a \"", NULL },
	{ TEXT("a\nb\r\t"), "\"a\\u000ab\\u000d\\u0009\"", NULL,
	  "a\\nb\\r\\t", NULL },
	{ TEXT("\0\x1f\x7f"), "\"\\u0000\\u001f\\u007f\"", NULL,
	  "\\x00\\x1f\\x7f", NULL },
	{ TEXT("\x1b[31m"), "\"\\u001b[31m\"", NULL, "\\x1b[31m", NULL },
	{ TEXT("\xc2\x9b"), "\"\\u009b\"", NULL, "\\u{9b}", NULL },
	{ TEXT("\xe2\x80\xa8\xe2\x80\xa9"), "\"\\u2028\\u2029\"", NULL,
	  "\xe2\x80\xa8\xe2\x80\xa9", "\\u{2028}\\u{2029}" },
	{ TEXT("caf\xc3\xa9"), "\"caf\xc3\xa9\"", "\"caf\\u00e9\"",
	  "caf\xc3\xa9", "caf\\u{e9}" },
	{ TEXT("\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
	  "\"\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"",
	  "\"\\uffff\\ud800\\udc00\\udbff\\udfff\"",
	  "\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf",
	  "\\u{ffff}\\u{10000}\\u{10ffff}" },
	/* Not UTF-8: a lone byte, an overlong one, a surrogate, cut short. */
	{ TEXT("a\xff" "b"), "\"a\xef\xbf\xbd" "b\"", "\"a\\ufffdb\"",
	  "a\xef\xbf\xbd" "b", "a\\u{fffd}b" },
	{ TEXT("\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\"",
	  "\"\\ufffd\\ufffd\"", "\xef\xbf\xbd\xef\xbf\xbd",
	  "\\u{fffd}\\u{fffd}" },
	{ TEXT("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"",
	  "\"\\ufffd\\ufffd\\ufffd\"",
	  "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
	  "\\u{fffd}\\u{fffd}\\u{fffd}" },
	{ TEXT("\xe6\xbc"), "\"\xef\xbf\xbd\xef\xbf\xbd\"",
	  "\"\\ufffd\\ufffd\"", "\xef\xbf\xbd\xef\xbf\xbd",
	  "\\u{fffd}\\u{fffd}" },
	/* What a spreadsheet would compute. */
	{ TEXT("=cmd|' /C calc'!A0"), "\"=cmd|' /C calc'!A0\"", NULL,
	  "'=cmd|' /C calc'!A0", NULL },
	{ TEXT("+1"), "\"+1\"", NULL, "'+1", NULL },
	{ TEXT("-2+3"), "\"-2+3\"", NULL, "'-2+3", NULL },
	{ TEXT("@SUM(1,2)"), "\"@SUM(1,2)\"", NULL, "\"'@SUM(1,2)\"", NULL },
	{ TEXT("\0="), "\"\\u0000=\"", NULL, "\\x00=", NULL },
	{ TEXT("operator="), "\"operator=\"", NULL, "operator=", NULL },
};

static void test_texts(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		const struct text_case *t = &texts[i];
		struct str s = { t->s, t->n };

		for (int is_ascii = 0; is_ascii < 2; is_ascii++) {
			struct buf out = BUF_INIT;
			struct json json = { &out, is_ascii, 0, { { 0 } } };
			struct csv csv = { &out, is_ascii, false };
			bool other = is_ascii && t->ascii;

			json_text(&json, NULL, s);
			is(buf_str(&out), other ? t->ascii : t->json,
			   "text %zu as JSON%s", i, is_ascii ? ", ASCII" : "");
			buf_clear(&out);
			other = is_ascii && t->csv_ascii;
			csv_text(&csv, s);
			is(buf_str(&out), other ? t->csv_ascii : t->csv,
			   "text %zu as CSV%s", i, is_ascii ? ", ASCII" : "");
			buf_release(&out);
		}
	}
}

static void test_values(void)
{
	struct buf out = BUF_INIT;
	struct json json = { .out = &out };

	json_open(&json, NULL, '{');
	json_int(&json, "least", INT64_MIN);
	json_null(&json, "nothing");
	json_open(&json, "empty", '[');
	json_close(&json);
	json_open(&json, "rows", '[');
	json_open(&json, NULL, '{');
	json_int(&json, "a", 1);
	json_open(&json, "list", '[');
	json_int(&json, NULL, 2);
	json_open(&json, NULL, '{');
	json_close(&json);
	json_close(&json);
	json_int(&json, "b", 3);
	json_close(&json);
	json_open(&json, NULL, '{');
	json_close(&json);
	json_close(&json);
	json_close(&json);
	is(buf_str(&out),
	   "{\n \"least\": -9223372036854775808,\n \"nothing\": null,\n"
	   " \"empty\": [],\n \"rows\": [\n"
	   "  {\"a\": 1, \"list\": [2, {}], \"b\": 3},\n  {}\n ]\n}\n",
	   "objects and lists, a line each down to the rows");
	buf_clear(&out);
	json_open(&json, NULL, '[');
	json_close(&json);
	is(buf_str(&out), "[]\n", "an empty list");
	buf_release(&out);
}

static void test_records(void)
{
	struct record record = { .n = 0 };
	struct buf out = BUF_INIT;
	struct csv csv = { .out = &out };
	struct json json = { .out = &out };

	record_text(&record, "name", (struct str){ "a,b", 3 });
	record_known(&record, "file", (struct str){ "", 0 });
	record_known(&record, "place", (struct str){ "x", 1 });
	record_text(&record, "empty", (struct str){ "", 0 });
	record_none(&record, "cum-base");
	record_number(&record, "flat", -5);
	record_csv_names(&record, &csv);
	record_csv(&record, &csv);
	is(buf_str(&out), "name,file,place,empty,cum_base,flat\r\n"
	   "\"a,b\",,x,,,-5\r\n", "a record as CSV");
	buf_clear(&out);
	json_open(&json, NULL, '{');
	json_open(&json, "r", '{');
	json_open(&json, "r", '{');
	record_json(&record, &json);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	is(buf_str(&out), "{\n \"r\": {\n  \"r\": {\"name\": \"a,b\", "
	   "\"file\": null, \"place\": \"x\", \"empty\": \"\", "
	   "\"cum_base\": null, \"flat\": -5}\n }\n}\n",
	   "a record as JSON");
	buf_release(&out);
}

int main(void)
{
	test_texts();
	test_values();
	test_records();
	return tap_done();
}
