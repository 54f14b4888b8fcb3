/*
 * Profiles of V8: trees in each of their forms, what samples and times come
 * to, lines of a function, heaps, what is said of files that do not hold
 * together, and what is taken for the format.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "tests/reading.h"
#include "tests/tap.h"

#ifdef HAVE_JANSSON

#define FRAME(name) "\"callFrame\":{\"functionName\":\"" name "\"}"
#define NODE(id, name, rest) "{\"id\":" id "," FRAME(name) rest "}"
#define TWO "types samples/count wall/microseconds\n"

/* (root) calls main, which calls f and g. */
#define NODES "\"nodes\":[" \
	NODE("1", "(root)", ",\"children\":[2]") "," \
	NODE("2", "main", ",\"children\":[3,4]") "," \
	NODE("3", "f", "") "," NODE("4", "g", "") "]"

static void test_trees(void)
{
	static const struct reading_case cases[] = {
		{ "children by id", STR("{" NODES ",\"samples\":[3,4,3],"
		  "\"timeDeltas\":[1,2,4],\"startTime\":0,\"endTime\":15}"),
		  TWO "main;f 2,10\nmain;g 1,4\n" },
		{ "parents by id, and nodes last",
		  STR("{\"samples\":[3,2],\"timeDeltas\":[0,5],\"endTime\":6,"
		  "\"startTime\":0,\"nodes\":["
		  NODE("3", "f", ",\"parent\":2") ","
		  NODE("2", "main", ",\"parent\":1") ","
		  NODE("1", "(root)", "") "]}"),
		  TWO "main;f 1,5\nmain 1,1\n" },
		{ "nodes in each other, who they are in themselves, and times",
		  STR("{\"head\":{\"functionName\":\"(root)\",\"id\":1,"
		  "\"children\":[{\"children\":[],\"id\":2,\"url\":\"a.js\","
		  "\"functionName\":\"f\",\"lineNumber\":3}]},"
		  "\"startTime\":100.5,\"endTime\":101.5,"
		  "\"samples\":[2,2,1],\"timestamps\":[1000,1300,1700]}"),
		  TWO "(root) 1,0\nf 2,700\n" },
		{ "a tree without a root of that name",
		  STR("{\"nodes\":[" NODE("1", "top", ",\"children\":[2]") ","
		  NODE("2", "", "") "],\"samples\":[2]}"),
		  "types samples/count\ntop;(anonymous) 1\n" },
		{ "ids far apart, below 0 and large",
		  STR("{\"nodes\":["
		      NODE("-1", "(root)", ",\"children\":[7]") ","
		  NODE("7", "f", ",\"children\":[9007199254740993]") ","
		  NODE("9007199254740993", "g", "") "],"
		  "\"samples\":[9007199254740993]}"),
		  "types samples/count\nf;g 1\n" },
		{ "two nodes of equal stacks are one row",
		  STR("{\"nodes\":["
		      NODE("1", "(root)", ",\"children\":[2,3]") ","
		  NODE("2", "f", "") "," NODE("3", "f", "") "],"
		  "\"samples\":[2,3]}"),
		  "types samples/count\nf 2\n" },
	};

	reading_check(&format_v8, cases, ARRAY_SIZE(cases));
}

static void test_times(void)
{
	static const struct reading_case cases[] = {
		{ "time that runs backwards stands still",
		  STR("{" NODES ",\"samples\":[3,4,3,4],"
		  "\"timeDeltas\":[10,-4,2,5],\"startTime\":100,"
		  "\"endTime\":120}"),
		  TWO "main;f 2,3\nmain;g 2,7\n" },
		{ "an end before the last sample",
		  STR("{" NODES ",\"samples\":[3,4],\"timeDeltas\":[10,20],"
		  "\"startTime\":0,\"endTime\":5}"),
		  TWO "main;f 1,20\nmain;g 1,0\n" },
		{ "no end", STR("{" NODES ",\"samples\":[3,4],"
		  "\"timeDeltas\":[10,20]}"),
		  TWO "main;f 1,20\nmain;g 1,0\n" },
		{ "hit counts share the time",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"hitCount\":1") ","
		  NODE("2", "g", ",\"hitCount\":2") ","
		  NODE("3", "h", ",\"hitCount\":0") "],"
		  "\"startTime\":5,\"endTime\":15}"),
		  TWO "f 1,3\ng 2,7\n" },
		{ "hit counts without a time",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"hitCount\":1") "]}"),
		  "types samples/count\nf 1\n" },
		{ "no hits", STR("{\"nodes\":[" NODE("1", "f", "") "]}"),
		  "types samples/count\n" },
		{ "numbers at their limits",
		  STR("{" NODES ",\"samples\":[3,4],\"timeDeltas\":"
		  "[9223372036854775807,9223372036854775807],"
		  "\"startTime\":-9223372036854775808,"
		  "\"endTime\":9223372036854775807}"),
		  TWO "main;f 1,0\nmain;g 1,0\n" },
	};

	reading_check(&format_v8, cases, ARRAY_SIZE(cases));
}

static void test_lines(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_v8, str_of(
		"{\"nodes\":[{\"id\":1,\"callFrame\":{\"functionName\":\"run\","
		"\"url\":\"file:///a%20b/c%2.js\",\"lineNumber\":9,"
		"\"columnNumber\":0},\"children\":[2]},"
		"{\"id\":2,\"callFrame\":{\"functionName\":\"f\","
		"\"url\":\"node:fs\",\"lineNumber\":-1,\"columnNumber\":-1},"
		"\"positionTicks\":[{\"line\":12,\"ticks\":1},"
		"{\"line\":14,\"ticks\":2}]}],"
		"\"samples\":[2,1,2,2],\"timeDeltas\":[0,10,10,10],"
		"\"startTime\":0,\"endTime\":41}"));
	is(buf_str(&out),
	   "type samples count\n"
	   "type wall microseconds\n"
	   "func 1 run /a b/c%2.js 10 -\n"
	   "func 2 f node:fs 0 -\n"
	   "loc 1 0 0x0 1:10:1\n"
	   "loc 2 0 0x0 2\n"
	   "loc 3 0 0x0 2:12\n"
	   "loc 4 0 0x0 2:14\n"
	   "row 1 1,10\n"
	   "row 3,1 1,10\n"
	   "row 4,1 2,21\n"
	   "duration 41000\n", "lines of a function, and where it is");
	reading_dump(&out, &format_v8, str_of(
		"{\"head\":{\"functionName\":\"f\",\"url\":\"a.js\","
		"\"lineNumber\":9,\"columnNumber\":4,\"hitCount\":1,"
		"\"children\":[{\"functionName\":\"g\",\"lineNumber\":0,"
		"\"hitCount\":2}]}}"));
	is(buf_str(&out),
	   "type samples count\n"
	   "func 1 g - 0 -\n"
	   "func 2 f a.js 9 -\n"
	   "loc 1 0 0x0 1\n"
	   "loc 2 0 0x0 2:9:4\n"
	   "row 2 1\n"
	   "row 1,2 2\n", "those that count from 1");
	buf_release(&out);
}

#define HEAP "types samples/count space/bytes\n"

static void test_heaps(void)
{
	static const struct reading_case cases[] = {
		{ "a tree and samples",
		  STR("{\"head\":{" FRAME("(root)") ",\"selfSize\":7,\"id\":1,"
		  "\"children\":[{" FRAME("f") ",\"selfSize\":100,\"id\":2,"
		  "\"children\":[{" FRAME("") ",\"selfSize\":50,\"id\":3,"
		  "\"children\":[]}]}]},\"samples\":["
		  "{\"size\":60,\"nodeId\":2,\"ordinal\":1},"
		  "{\"size\":40,\"nodeId\":2,\"ordinal\":2},"
		  "{\"size\":50,\"nodeId\":3,\"ordinal\":3}]}"),
		  HEAP "(root) 0,7\nf 2,100\nf;(anonymous) 1,50\n" },
		{ "no samples", STR("{\"head\":{" FRAME("f") ",\"selfSize\":7,"
		  "\"id\":1}}"), "types space/bytes\nf 7\n" },
	};

	reading_check(&format_v8, cases, ARRAY_SIZE(cases));
}

static void test_bad(void)
{
	static const struct reading_case cases[] = {
		{ "no nodes", STR("{\"samples\":[]}"),
		  "error: profile of V8: there are no nodes\n" },
		{ "an empty list of them", STR("{\"nodes\":[]}"),
		  "error: profile of V8: there are no nodes\n" },
		{ "a child that is not there",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"children\":[2]") "]}"),
		  "error: profile of V8: a child: there is no node with the id "
		  "2\n" },
		{ "a parent that is not there",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"parent\":2") "]}"),
		  "error: profile of V8: a parent: there is no node with the "
		  "id 2\n" },
		{ "a sample of a node that is not there",
		  STR("{\"nodes\":["
		      NODE("1", "f", "") "],\"samples\":[1,2,3]}"),
		  "warning: 2 of 3 samples are left out: there is no node with "
		  "the id 2\ntypes samples/count\nf 1\n" },
		{ "no sample of one that is",
		  STR("{\"nodes\":[" NODE("1", "f", "") "],\"samples\":[2]}"),
		  "error: profile of V8: samples: there is no node with the id "
		  "2\n" },
		{ "a node twice",
		  STR("{\"nodes\":[" NODE("1", "f", "") "," NODE("1", "g", "")
		  "]}"),
		  "error: profile of V8: byte 59: two nodes have the id 1\n" },
		{ "two parents",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"children\":[3]") ","
		  NODE("2", "g", ",\"children\":[3]") "," NODE("3", "h", "")
		  "]}"), "error: profile of V8: node 2 has two parents\n" },
		{ "a circle",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"children\":[2]") ","
		  NODE("2", "g", ",\"children\":[1]") "],\"samples\":[1]}"),
		  "error: profile of V8: node 1 is its own ancestor\n" },
		{ "its own child",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"children\":[1]") "],"
		  "\"samples\":[1]}"),
		  "error: profile of V8: node 0 is its own ancestor\n" },
		{ "more samples than times",
		  STR("{" NODES ",\"samples\":[3,4],\"timeDeltas\":[1]}"),
		  "error: profile of V8: there are 2 samples and 1 times\n" },
		{ "hits below 0",
		  STR("{\"nodes\":[" NODE("1", "f", ",\"hitCount\":-1") "]}"),
		  "error: profile of V8: node 0: a hitCount below 0\n" },
		{ "ticks without a line",
		  STR("{\"nodes\":[" NODE("1", "f",
				      ",\"positionTicks\":[{\"ticks\":1}]")
		  "]}"), "error: profile of V8: node 0: positionTicks without a "
		  "line and ticks\n" },
		{ "a sample that is no id",
		  STR("{" NODES ",\"samples\":[\"3\"]}"),
		  "error: profile of V8: sample 0 has no id of a node\n" },
		{ "a time that is no number",
		  STR("{" NODES ",\"samples\":[3],\"timeDeltas\":[null]}"),
		  "error: profile of V8: time 0 is no number of 64 bits\n" },
		{ "cut off", STR("{" NODES),
		  "error: profile of V8: byte 218: the file ends where a value "
		  "is due\n" },
	};

	reading_check(&format_v8, cases, ARRAY_SIZE(cases));
}

static void test_match(void)
{
	static const struct reading_case cases[] = {
		{ "a profile", STR("\n{" NODES ",\"samples\":[3]}"),
		  "types samples/count\nmain;f 1\n" },
		{ "a heap", STR("{\"head\":{" FRAME("f") ",\"selfSize\":7}}"),
		  "types space/bytes\nf 7\n" },
		{ "a trace is none", STR("{\"traceEvents\":[{" NODES "}]}"),
		  "error: not a profile: this is JSON, but no profile of "
		  "speedscope or V8; export pprof's format\n" },
		{ "an array is none", STR("[{" NODES "}]"),
		  "error: not a profile: this is JSON, but no profile of "
		  "speedscope or V8; export pprof's format\n" },
		{ "other JSON is none", STR("{\"nodes\":[1,2]}"),
		  "error: not a profile: this is JSON, but no profile of "
		  "speedscope or V8; export pprof's format\n" },
	};

	reading_check(NULL, cases, ARRAY_SIZE(cases));
}

/* Frames of random trees add up to what was sampled, by either form. */
static void test_random(void)
{
	enum { NODES_MAX = 40, SAMPLES = 200 };
	struct buf list = BUF_INIT, tail = BUF_INIT, text = BUF_INIT;
	struct buf by_child = BUF_INIT, by_parent = BUF_INIT;
	int parents[NODES_MAX], n_wrong = 0;

	srand(7);
	for (int round = 0; round < 20; round++) {
		buf_clear(&tail);
		buf_adds(&tail, "],\"samples\":[");
		for (int i = 0; i < SAMPLES; i++)
			buf_addf(&tail, "%s%d", i ? "," : "",
				 rand() % NODES_MAX * 3);
		buf_adds(&tail, "]}");
		for (int i = 1; i < NODES_MAX; i++)
			parents[i] = rand() % i;
		for (int form = 0; form < 2; form++) {
			buf_clear(&list);
			for (int i = 0; i < NODES_MAX; i++) {
				buf_addf(&list, "%s{\"id\":%d,\"callFrame\":{"
					 "\"functionName\":\"f%d\"}",
					 i ? "," : "", i * 3, i % 7);
				if (form && i)
					buf_addf(&list, ",\"parent\":%d",
						 parents[i] * 3);
				buf_adds(&list, ",\"children\":[");
				for (int k = 1, n = 0; k < NODES_MAX && !form;
				     k++) {
					if (parents[k] == i)
						buf_addf(&list, "%s%d",
							 n++ ? "," : "", k * 3);
				}
				buf_adds(&list, "]}");
			}
			buf_clear(&text);
			buf_addf(&text, "{\"nodes\":[%s%s", buf_str(&list),
				 buf_str(&tail));
			reading_stacks(form ? &by_parent : &by_child,
				       &format_v8,
				       (struct str){ text.s, text.n });
		}
		n_wrong += !buf_same(&by_child, &by_parent) ||
			   !strncmp(buf_str(&by_child), "error", 5);
	}
	is_int(n_wrong, 0, "20 random trees, by children and by parents");
	buf_release(&list);
	buf_release(&tail);
	buf_release(&text);
	buf_release(&by_child);
	buf_release(&by_parent);
}

/* Ticks of one line at the end of a long chain: few bytes, many frames. */
static void test_cancelled(void)
{
	enum { DEPTH = 1100 };		/* a million frames, in all rows */
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, "{\"nodes\":[");
	for (int i = 0; i < DEPTH; i++)
		buf_addf(&text, "{\"id\":%d,\"parent\":%d,\"callFrame\":"
			 "{\"functionName\":\"f\"}},", i + 1, i);
	buf_addf(&text, "{\"id\":0,\"callFrame\":{\"functionName\":\"f\"}},"
		 "{\"id\":%d,\"parent\":%d,\"callFrame\":"
		 "{\"functionName\":\"f\"},\"hitCount\":1000000,"
		 "\"positionTicks\":[", DEPTH + 1, DEPTH);
	for (int i = 0; i < DEPTH; i++)
		buf_addf(&text, "%s{\"line\":1,\"ticks\":1}", i ? "," : "");
	buf_adds(&text, "]}]}");
	reading_stacks(&out, &format_v8, (struct str){ text.s, text.n });
	ok(!strncmp(buf_str(&out), "types", 5) &&
	   strstr(buf_str(&out), ";f 1000000\n"), "many frames in few bytes");
	reading_cancelled(&out, &format_v8, (struct str){ text.s, text.n });
	is(buf_str(&out), "error: profile of V8: cancelled\n",
	   "which can be cancelled");
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	test_cancelled();
	test_trees();
	test_times();
	test_lines();
	test_heaps();
	test_bad();
	test_match();
	test_random();
	return tap_done();
}

#else

int main(void)
{
	struct buf out = BUF_INIT;

	reading_stacks(&out, &format_v8, STR("{}"));
	is(buf_str(&out), "error: profile of V8: reading JSON needs jansson, "
	   "and this pprowl was built without it\n", "no jansson");
	buf_release(&out);
	return tap_done();
}

#endif
