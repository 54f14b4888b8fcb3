/*
 * Files of speedscope: sampled and evented profiles, units, several profiles,
 * members in any order, what is said of files that do not hold together, what
 * is taken for the format, and that the one kind says what the other does.
 */
#include "config.h"

#include <stdlib.h>

#include "tests/reading.h"
#include "tests/tap.h"

#ifdef HAVE_JANSSON

#define SHARED "\"shared\":{\"frames\":[{\"name\":\"main\"},{\"name\":\"f\"}," \
	"{\"name\":\"g\"}]}"
#define SAMPLED(unit, rest) "{\"type\":\"sampled\",\"name\":\"one\"," \
	"\"unit\":\"" unit "\",\"startValue\":0,\"endValue\":9," rest "}"
#define EVENTED(unit, rest) "{\"type\":\"evented\",\"name\":\"two\"," \
	"\"unit\":\"" unit "\",\"startValue\":0,\"endValue\":9," \
	"\"events\":[" rest "]}"
#define FILE_OF(profiles) "{" SHARED ",\"profiles\":[" profiles "]}"
#define OPEN(frame, at) "{\"type\":\"O\",\"frame\":" frame ",\"at\":" at "}"
#define CLOSE(frame, at) "{\"type\":\"C\",\"frame\":" frame ",\"at\":" at "}"

static void test_sampled(void)
{
	static const struct reading_case cases[] = {
		{ "stacks, root first",
		  STR(FILE_OF(SAMPLED("none",
		      "\"samples\":[[0,1],[0,2],[0,1],[]],"
				  "\"weights\":[1,2,3,4]"))),
		  "types samples/count\nmain;f 4\nmain;g 2\n 4\n" },
		{ "weights first",
		  STR(FILE_OF(SAMPLED("bytes", "\"weights\":[1,2],"
				  "\"samples\":[[0,1],[0]]"))),
		  "types space/bytes\nmain;f 1\nmain 2\n" },
		{ "profiles before frames, the unit last",
		  STR("{\"$schema\":\"x\",\"profiles\":[{\"weights\":[0.5],"
		  "\"samples\":[[2]],\"type\":\"sampled\","
		  "\"unit\":\"milliseconds\"}]," SHARED "}"),
		  "types time/nanoseconds\ng 500000\n" },
		{ "what does not come out even is rounded",
		  STR(FILE_OF(SAMPLED("nanoseconds",
		      "\"samples\":[[0],[1],[2]],"
				  "\"weights\":[0.5,1.25,-2.5]"))),
		  "types time/nanoseconds\nmain 1\nf 1\ng -3\n" },
		{ "integers are exact",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[0]],"
				  "\"weights\":[9007199254740993]"))),
		  "types samples/count\nmain 9007199254740993\n" },
		{ "no samples", STR(FILE_OF(SAMPLED("none", "\"samples\":[],"
						"\"weights\":[]"))),
		  "types samples/count\n" },
	};

	reading_check(&format_speedscope, cases, ARRAY_SIZE(cases));
}

static void test_evented(void)
{
	static const struct reading_case cases[] = {
		{ "time falls on what is open",
		  STR(FILE_OF(EVENTED("microseconds",
				  OPEN("0", "1") "," OPEN("1", "2") ","
				  CLOSE("1", "4") "," OPEN("2", "4") ","
				  CLOSE("2", "4.5") "," CLOSE("0", "8")))),
		  "types time/nanoseconds\n"
		  "main 4500\nmain;f 2000\nmain;g 500\n" },
		{ "what is open at the end is open until then",
		  STR(FILE_OF(EVENTED("nanoseconds", OPEN("0", "1") ","
				  OPEN("1", "4")))),
		  "types time/nanoseconds\nmain 3\nmain;f 5\n" },
		{ "time between two roots is nobody's",
		  STR(FILE_OF(EVENTED("nanoseconds",
				  OPEN("0", "1") "," CLOSE("0", "2") ","
				  OPEN("1", "5") "," CLOSE("1", "9")))),
		  "types time/nanoseconds\nmain 1\nf 4\n" },
		{ "times since the epoch",
		  STR(FILE_OF(EVENTED("nanoseconds",
				  OPEN("0", "1600000000000000001") ","
				  CLOSE("0", "1600000000000000004")))),
		  "types time/nanoseconds\nmain 3\n" },
		{ "no events", STR(FILE_OF(EVENTED("seconds", ""))),
		  "types time/nanoseconds\n" },
	};

	reading_check(&format_speedscope, cases, ARRAY_SIZE(cases));
}

static void test_several(void)
{
	static const struct reading_case cases[] = {
		{ "each is a label",
		  STR(FILE_OF(SAMPLED("seconds", "\"samples\":[[0],[0]],"
				  "\"weights\":[1,2]") ","
			  EVENTED("milliseconds", OPEN("0", "1") ","
				  CLOSE("0", "2")))),
		  "types time/nanoseconds\n"
		  "main 3000000000 profile=one\nmain 1000000 profile=two\n" },
		{ "units are sample types",
		  STR(FILE_OF(SAMPLED("bytes", "\"samples\":[[0]],"
				  "\"weights\":[1]") ","
			  SAMPLED("none", "\"samples\":[[0]],"
				  "\"weights\":[2]"))),
		  "types space/bytes samples/count\n"
		  "main 1,0 profile=one\nmain 0,2 profile=one\n" },
	};

	reading_check(&format_speedscope, cases, ARRAY_SIZE(cases));
}

static void test_frames(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_speedscope, str_of(
		"{\"shared\":{\"frames\":[{\"name\":\"f\",\"file\":\"a.js\","
		"\"line\":3,\"col\":7},{\"name\":\"\",\"file\":null},"
		"{\"name\":\"f\",\"file\":\"a.js\",\"line\":3,\"col\":7}]},"
		"\"profiles\":[" SAMPLED("none", "\"samples\":[[0,1,2]],"
					 "\"weights\":[1]") "]}"));
	is(buf_str(&out),
	   "type samples count\n"
	   "func 1 f a.js 0 -\n"
	   "func 2 (anonymous) - 0 -\n"
	   "loc 1 0 0x0 1:3:7\n"
	   "loc 2 0 0x0 2\n"
	   "row 1,2,1 1\n", "files, lines and columns");
	buf_release(&out);
}

#define ERROR "error: speedscope file: "

static void test_bad(void)
{
	static const struct reading_case cases[] = {
		{ "no profiles", STR("{" SHARED "}"),
		  ERROR "there are no profiles\n" },
		{ "a frame that is not there",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[3]],"
				  "\"weights\":[1]"))),
		  ERROR "there is no frame 3, only 3\n" },
		{ "a frame below 0",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[-1]],"
				  "\"weights\":[1]"))),
		  ERROR "profile 0: there is no frame -1\n" },
		{ "more samples than weights",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[0],[0]],"
				  "\"weights\":[1]"))),
		  ERROR "profile 0 has 2 samples and 1 weights\n" },
		{ "a frame without a name",
		  STR("{\"shared\":{\"frames\":[{}]},\"profiles\":[]}"),
		  ERROR "frame 0 has no name\n" },
		{ "an unknown type", STR(FILE_OF("{\"type\":\"x\"}")),
		  ERROR "profile 0 is neither sampled nor evented\n" },
		{ "an unknown unit", STR(FILE_OF("{\"unit\":\"weeks\"}")),
		  ERROR "profile 0 has an unknown unit, \"weeks\"\n" },
		{ "no unit", STR(FILE_OF("{\"type\":\"sampled\"}")),
		  ERROR "profile 0 has no unit\n" },
		{ "no type", STR(FILE_OF("{\"unit\":\"none\"}")),
		  ERROR "profile 0 has no type\n" },
		{ "another frame is left",
		  STR(FILE_OF(EVENTED("seconds", OPEN("0", "1") ","
				  CLOSE("1", "2")))),
		  ERROR "profile 0: frame 1 is left at 2, and another is "
		  "open\n" },
		{ "nothing is open", STR(FILE_OF(EVENTED("seconds",
						     CLOSE("1", "2")))),
		  ERROR "profile 0: frame 1 is left at 2, and another is "
		  "open\n" },
		{ "time runs backwards",
		  STR(FILE_OF(EVENTED("seconds", OPEN("0", "1") ","
				  OPEN("0", "0.5")))),
		  ERROR "profile 0: time runs backwards, to 0.5\n" },
		{ "an event of no type",
		  STR(FILE_OF(EVENTED("seconds", "{\"frame\":0,\"at\":1}"))),
		  ERROR "profile 0, event 0: no type, frame and time\n" },
		{ "a weight that is too large",
		  STR(FILE_OF(SAMPLED("seconds", "\"samples\":[[0]],"
				  "\"weights\":[1e300]"))),
		  ERROR "profile 0: 1e+300 seconds do not fit in 64 bits\n" },
		{ "a weight that is no number",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[0]],"
				  "\"weights\":[\"1\"]"))),
		  ERROR "profile 0: weight 0 is no number\n" },
		{ "a stack of something else",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[\"0\"]],"
				  "\"weights\":[1]"))),
		  ERROR "profile 0, sample 0: no number of a frame\n" },
	};

	reading_check(&format_speedscope, cases, ARRAY_SIZE(cases));
}

static void test_match(void)
{
	static const struct reading_case cases[] = {
		{ "the schema is enough",
		  STR("{\"$schema\":\"https://www.speedscope.app/"
		  "file-format-schema.json\"," SHARED ",\"profiles\":["
		  SAMPLED("none", "\"samples\":[[0]],\"weights\":[1]") "]}"),
		  "types samples/count\nmain 1\n" },
		{ "so are profiles of a kind",
		  STR(FILE_OF(SAMPLED("none", "\"samples\":[[0]],"
				  "\"weights\":[1]"))),
		  "types samples/count\nmain 1\n" },
		{ "other JSON is not", STR("{\"profiles\":[]}"),
		  "error: not a profile: this is JSON, but no profile of "
		  "speedscope or V8; export pprof's format\n" },
	};

	reading_check(NULL, cases, ARRAY_SIZE(cases));
}

/* A random walk of calls, as events and as a sample for each step of time. */
static void add_walk(struct buf *events, struct buf *samples,
		     struct buf *weights)
{
	int stack[8], depth = 0, now = 0;

	for (int i = 0; i < 200; i++) {
		int is_open = depth < 8 && (!depth || rand() % 2);
		int step = rand() % 4;

		if (is_open)
			stack[depth++] = rand() % 3;
		else
			depth--;
		buf_addf(events, "%s{\"type\":\"%s\",\"frame\":%d,\"at\":%d}",
			 i ? "," : "", is_open ? "O" : "C",
			 stack[is_open ? depth - 1 : depth], now);
		now += step;
		if (!depth || !step)
			continue;
		buf_adds(samples, samples->n ? ",[" : "[");
		for (int k = 0; k < depth; k++)
			buf_addf(samples, "%s%d", k ? "," : "", stack[k]);
		buf_adds(samples, "]");
		buf_addf(weights, "%s%d", weights->n ? "," : "", step);
	}
	buf_addf(events, "],\"endValue\":%d", now);
}

static void test_random(void)
{
	struct buf events = BUF_INIT, samples = BUF_INIT, weights = BUF_INIT;
	struct buf text = BUF_INIT, evented = BUF_INIT, sampled = BUF_INIT;
	int n_wrong = 0;

	srand(8);
	for (int round = 0; round < 20; round++) {
		buf_clear(&events);
		buf_clear(&samples);
		buf_clear(&weights);
		add_walk(&events, &samples, &weights);
		buf_clear(&text);
		buf_addf(&text, "{" SHARED ",\"profiles\":[{\"type\":"
			 "\"evented\",\"unit\":\"bytes\",\"events\":[%s}]}",
			 buf_str(&events));
		reading_stacks(&evented, NULL,
			       (struct str){ text.s, text.n });
		buf_clear(&text);
		buf_addf(&text, "{" SHARED ",\"profiles\":[{\"type\":"
			 "\"sampled\",\"unit\":\"bytes\",\"samples\":[%s],"
			 "\"weights\":[%s]}]}", buf_str(&samples),
			 buf_str(&weights));
		reading_stacks(&sampled, NULL,
			       (struct str){ text.s, text.n });
		n_wrong += !buf_same(&evented, &sampled) ||
			   !strncmp(buf_str(&evented), "error", 5);
	}
	is_int(n_wrong, 0, "20 random walks, as events and as samples");
	buf_release(&events);
	buf_release(&samples);
	buf_release(&weights);
	buf_release(&text);
	buf_release(&evented);
	buf_release(&sampled);
}

/* A frame that is entered and left above many: few bytes, many frames. */
static void test_cancelled(void)
{
	enum { DEPTH = 1100 };		/* a million frames, in all rows */
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, "{" SHARED ",\"profiles\":[{\"type\":\"evented\","
		 "\"unit\":\"none\",\"events\":[");
	for (int i = 0; i < DEPTH; i++)
		buf_adds(&text, "{\"type\":\"O\",\"frame\":0,\"at\":0},");
	for (int i = 0; i < DEPTH; i++)
		buf_addf(&text, "{\"type\":\"O\",\"frame\":0,\"at\":%d},"
			 "{\"type\":\"C\",\"frame\":0,\"at\":%d},", i, i + 1);
	for (int i = DEPTH; i--;)
		buf_addf(&text, "{\"type\":\"C\",\"frame\":0,\"at\":%d}%s",
			 DEPTH, i ? "," : "");
	buf_adds(&text, "]}]}");
	reading_stacks(&out, &format_speedscope,
		       (struct str){ text.s, text.n });
	ok(!strncmp(buf_str(&out), "types", 5),
	   "many frames in few bytes");
	reading_cancelled(&out, &format_speedscope,
			  (struct str){ text.s, text.n });
	is(buf_str(&out), "error: speedscope file: cancelled\n",
	   "which can be cancelled");
	buf_release(&text);
	buf_release(&out);
}

int main(void)
{
	test_cancelled();
	test_sampled();
	test_evented();
	test_several();
	test_frames();
	test_bad();
	test_match();
	test_random();
	return tap_done();
}

#else

int main(void)
{
	struct buf out = BUF_INIT;

	reading_stacks(&out, &format_speedscope, STR("{}"));
	is(buf_str(&out), "error: speedscope file: reading JSON needs jansson, "
	   "and this pprowl was built without it\n", "no jansson");
	buf_release(&out);
	return tap_done();
}

#endif
