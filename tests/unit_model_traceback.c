/*
 * Lines of Go's tracebacks taken apart: every shape of a header, a call and a
 * place that versions of the runtime print, and what is like them but is not;
 * and what logs put in front of lines.
 */
#include "config.h"

#include <inttypes.h>

#include "model/log_prefix.h"
#include "model/traceback.h"
#include "tests/tap.h"

static void add_labels(struct buf *out, struct str labels)
{
	struct buf key = BUF_INIT, value = BUF_INIT;
	int more;

	while ((more = traceback_label(&labels, &key, &value)) > 0)
		buf_addf(out, " {%s}={%s}", buf_str(&key), buf_str(&value));
	if (more < 0)
		buf_adds(out, " bad labels");
	buf_release(&key);
	buf_release(&value);
}

/* "START: ID STATE MINUTES [locked] [bubble N] LABELS", or what is wrong. */
static void describe_header(struct buf *out, const char *text)
{
	struct str line = str_of(text);
	struct traceback_header header;
	size_t start;

	buf_clear(out);
	if (!traceback_find(line, &start)) {
		buf_adds(out, "none");
		return;
	}
	buf_addf(out, "%zu: ", start);
	line.s += start;
	line.n -= start;
	if (!traceback_header(line, &header)) {
		buf_adds(out, "bad");
		return;
	}
	buf_addf(out, "%" PRId64 " ", header.id);
	traceback_state(out, header.state);
	buf_addf(out, " %" PRId64, header.minutes);
	buf_adds(out, header.is_locked ? " locked" : "");
	if (header.bubble.n)
		buf_addf(out, " bubble %.*s", (int)header.bubble.n,
			 header.bubble.s);
	add_labels(out, header.labels);
}

static void test_headers(void)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "goroutine 1 [running]:", "0: 1 running 0" },
		{ "goroutine 18 [chan receive, 5 minutes, locked to thread]:",
		  "0: 18 chan receive 5 locked" },
		{ "goroutine 0 [idle]:", "0: 0 idle 0" },
		{ "goroutine 1 [running, locked to thread]:",
		  "0: 1 running 0 locked" },
		{ "goroutine 7 gp=0xc000002380 m=0 mp=0x5a1e60 [syscall]:",
		  "0: 7 syscall 0" },
		{ "goroutine 7 gp=0xc000002380 m=nil [select (no cases)]:",
		  "0: 7 select (no cases) 0" },
		{ "goroutine 5 [semacquire, 12 minutes]:",
		  "0: 5 semacquire 12" },
		{ "goroutine 5 [chan receive (nil chan) (scan), 1 minutes]:",
		  "0: 5 chan receive (nil chan) 1" },
		{ "goroutine 5 [chan receive (leaked) (scan)]:",
		  "0: 5 chan receive (leaked) 0" },
		{ "goroutine 37 [chan receive (durable), synctest bubble 1]:",
		  "0: 37 chan receive (durable) 0 bubble 1" },
		{ "goroutine 37 [sleep, synctest group 34]:",
		  "0: 37 sleep 0 bubble 34" },
		{ "goroutine 4 [sync.Mutex.Lock labels:{\"job\": \"x\"}]:",
		  "0: 4 sync.Mutex.Lock 0 {job}={x}" },
		{ "goroutine 4 [IO wait, 3 minutes, locked to thread, "
		  "synctest bubble 9 labels:{\"a\": \"1\", \"b\": \"2\"}]:",
		  "0: 4 IO wait 3 locked bubble 9 {a}={1} {b}={2}" },
		{ "goroutine 4 [running labels:{\"]:\": \", \\\"\\\\\\n\\t\\r"
		  "\\x01\\u00e9\\U0001f600\"}]:",
		  "0: 4 running 0 {]:}={, \"\\\n\t\r\x01\xc3\xa9"
		  "\xf0\x9f\x98\x80}" },
		{ "goroutine 4 [running labels:{}]:", "0: 4 running 0" },
		{ "goroutine 4 [running, of a kind yet to come, 2 minutes]:",
		  "0: 4 running 2" },
		{ "goroutine 1 [???]:", "0: 1 ??? 0" },
		{ "goroutine 1 [running]:  ", "0: 1 running 0" },
		{ "web-1  | goroutine 1 [running]:", "9: 1 running 0" },
		{ "    goroutine 1 [running]:", "4: 1 running 0" },
		{ "stack: goroutine 1 [running]:", "7: 1 running 0" },
		{ "goroutine 2 of goroutine 3 [running]:", "15: 3 running 0" },
		/* What begins like one. */
		{ "goroutine 12 [chan rec", "0: bad" },
		{ "goroutine 1 [one] and goroutine 2 [chan rec", "22: bad" },
		{ "goroutine 12 [", "0: bad" },
		{ "goroutine 12 []:", "0: bad" },
		{ "goroutine 12 [running, x minutes]:", "0: bad" },
		{ "goroutine 12 [sleep, 9223372036854775808 minutes]:",
		  "0: bad" },
		{ "goroutine 12 [sleep, 9223372036854775807 minutes]:",
		  "0: 12 sleep 9223372036854775807" },
		{ "goroutine 1 [running labels:{\"a\"}]:",
		  "0: 1 running 0 bad labels" },
		{ "goroutine 1 [running labels:{\"a\": \"\\q\"}]:",
		  "0: 1 running 0 bad labels" },
		{ "goroutine 1 [running labels:{\"a\": \"\\u00g0\"}]:",
		  "0: 1 running 0 bad labels" },
		{ "goroutine 1 [running labels:{\"a\": \"\\U00110000\"}]:",
		  "0: 1 running 0 bad labels" },
		{ "goroutine 1 [running labels:{\"a\": \"b\" \"c\": \"d\"}]:",
		  "0: 1 running 0 bad labels" },
		{ "goroutine 1 [running labels:{\"a\": \"b]:", "0: bad" },
		/* What is none. */
		{ "goroutine 18446744073709551616 [running]:", "none" },
		{ "goroutine 1 [running] was slow", "none" },
		{ "goroutine 1 running", "none" },
		{ "goroutine [running]:", "none" },
		{ "goroutine x [running]:", "none" },
		{ "mygoroutine 1 [running]:", "none" },
		{ "[originating from goroutine 1]:", "none" },
		{ "created by main.main in goroutine 1", "none" },
		{ "goroutine profile: total 7", "none" },
		{ "goroutine ", "none" },
		{ "", "none" },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		describe_header(&out, cases[i].line);
		is(buf_str(&out), cases[i].want, "%s", cases[i].line);
	}
	buf_release(&out);
}

static void test_calls(void)
{
	static const struct {
		const char *line, *want;
		bool has_no_arguments;
	} cases[] = {
		{ "main.main()", "main.main", false },
		{ "net/http.(*Server).Serve(0xc000, {0x4f, 0x5?})",
		  "net/http.(*Server).Serve", false },
		{ "net/http.ListenAndServe(...)", "net/http.ListenAndServe",
		  true },
		{ "main.f(0x1, ...)", "main.f", false },
		{ "main.(*T[...]).wait(0x1)", "main.(*T[...]).wait", false },
		{ "main.glob..func5(0x14e5940)", "main.glob..func5", false },
		{ "gopkg.in/yaml%2ev3.(*T).Run-fm()",
		  "gopkg.in/yaml%2ev3.(*T).Run-fm", false },
		{ "panic({0x6c0ce0?, 0x747f60?})", "runtime.gopanic", false },
		{ "panic(0x49ab60, 0xc42000e1e0)", "runtime.gopanic", false },
		{ "runtime.goexit({})", "runtime.goexit", false },
		{ "\tmain.main() ", "main.main", false },
		{ "served foo(bar)", NULL, false },
		{ "main.main", NULL, false },
		{ "(0x1)", NULL, false },
		{ "main.main() +0x1", NULL, false },
		{ ")", NULL, false },
		{ "", NULL, false },
	};
	struct traceback_call call;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *want = cases[i].want;
		bool is_call = traceback_call(str_of(cases[i].line), &call);

		ok(is_call == (want != NULL) &&
		   (!is_call || (str_is(call.name, want) &&
				 call.has_no_arguments ==
				 cases[i].has_no_arguments)),
		   "the call %s", cases[i].line);
	}
}

/* "FILE|LINE|PC", with "+" for an offset and "C" for what is foreign. */
static void describe_place(struct buf *out, const char *text)
{
	struct traceback_place place;

	buf_clear(out);
	if (!traceback_place(str_of(text), &place)) {
		buf_adds(out, "none");
		return;
	}
	buf_add(out, place.file.s, place.file.n);
	buf_addf(out, "|%" PRId64 "|%" PRIx64 "%s%s", place.line, place.pc,
		 place.has_offset ? "+" : "", place.is_foreign ? "C" : "");
}

static void test_places(void)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "\t/src/main.go:29 +0x2c", "/src/main.go|29|0+" },
		{ "\t/src/main.go:29", "/src/main.go|29|0" },
		{ "\tC:/src/my app/main.go:29 +0x2c",
		  "C:/src/my app/main.go|29|0+" },
		{ "\t/src/main.go:29 +0x2c fp=0xc1 sp=0xc2 pc=0x48b121",
		  "/src/main.go|29|48b121+" },
		{ "\t/src/main.go:1 fp=0xc1 sp=0xc2 pc=0x48b121",
		  "/src/main.go|1|48b121" },
		{ "\t/src/asm_amd64.s:1721 +0x1 fp=0xc820 sp=0xc822",
		  "/src/asm_amd64.s|1721|0+" },
		{ "\t<autogenerated>:1 +0x1b", "<autogenerated>|1|0+" },
		{ "\t_cgo_gotypes.go:56 +0x3a", "_cgo_gotypes.go|56|0+" },
		{ "\t/src/main.go:-2 +0x1", "/src/main.go|-2|0+" },
		{ "\t?:0 +0x1", "?|0|0+" },
		{ "\t/src/work.c:12 pc=0x4e66a0", "/src/work.c|12|4e66a0C" },
		{ "\tpc=0x4e66a0", "|0|4e66a0C" },
		{ "    /src/main.go:29 +0x2c", "/src/main.go|29|0+" },
		{ "/src/main.go:29 +0x2c", "/src/main.go|29|0+" },
		{ "\t/src/main.go:9223372036854775807",
		  "/src/main.go|9223372036854775807|0" },
		{ "\t/src/main.go:9223372036854775808", "none" },
		{ "\t/src/main.go:29 +0x2c more", "none" },
		{ "\t/src/main.go:", "none" },
		{ "\t/src/main.go:- +0x1", "none" },
		{ "\t:12", "none" },
		{ "\t/src/main.go", "none" },
		{ "\t+0x1", "none" },
		{ "", "none" },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		describe_place(&out, cases[i].line);
		is(buf_str(&out), cases[i].want, "the place %s",
		   cases[i].line);
	}
	buf_release(&out);
}

static void test_others(void)
{
	struct str name = { "", 0 };
	uint64_t pc = 0;

	ok(traceback_creator(str_of("created by net/http.(*Server).Serve"),
			     &name) &&
	   str_is(name, "net/http.(*Server).Serve"), "a creator");
	ok(traceback_creator(str_of("created by main.f in goroutine 1"),
			     &name) && str_is(name, "main.f"),
	   "a creator with its goroutine");
	ok(!traceback_creator(str_of("created by "), &name), "no creator");
	ok(traceback_foreign(str_of("non-Go function at pc=0x7f01"), &pc) &&
	   pc == 0x7f01, "a foreign frame");
	ok(!traceback_foreign(str_of("non-Go function at pc=0x7f01 x"), &pc),
	   "no foreign frame");
	ok(traceback_is_elided(str_of("...51 frames elided...")) &&
	   traceback_is_elided(str_of("...additional frames elided...")),
	   "frames that are elided");
	ok(!traceback_is_elided(str_of("...and so on...")), "words are not");
	ok(traceback_is_unavailable(str_of("\tgoroutine running on other "
					   "thread; stack unavailable")),
	   "no stack");
	ok(traceback_is_ancestor(str_of("[originating from goroutine 1]:")),
	   "an ancestor");
	ok(traceback_is_note(str_of("runtime: unexpected return pc for f")) &&
	   traceback_is_note(str_of("stack: frame={sp:0xc1, fp:0xc2}")) &&
	   traceback_is_note(str_of("0x000000c00004e6b0:  0x00000000000000")),
	   "notes of the runtime");
	ok(!traceback_is_note(str_of("0x12 apples")), "an address alone is "
	   "none");
}

static void test_prefixes(void)
{
	static const struct {
		const char *prefix, *line, *want;
	} cases[] = {
		{ "", "x", "x" },
		{ "web-1  | ", "web-1  | \tx", "\tx" },
		{ "web-1  | ", "web-1  |", "" },
		{ "web-1  | ", "web-1  | ", "" },
		{ "web-1  | ", "web-2  | x", "x" },
		{ "web-1  | ", "db-1   | x", NULL },
		{ "2024-01-02T15:04:05.25Z ", "2024-01-02T15:04:05.1234Z \tx",
		  "\tx" },
		{ "Jan  2 15:04:05 host app[77]: ",
		  "Jan 12 15:04:06 host app[8]: x", "x" },
		{ "I0102 15:04:05.123456       1 run.go:12] ",
		  "I0102 15:04:05.2      77 run.go:345] x", "x" },
		{ "    ", "    \tx", "\tx" },
		{ "    ", "  x", NULL },
		{ "a1", "a", NULL },
		{ "a b", "ab", NULL },
		{ "abc", "ab", NULL },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const char *want = cases[i].want;
		struct str line = str_of(cases[i].line);
		bool is_cut = log_prefix_cut(str_of(cases[i].prefix), &line);

		ok(is_cut == (want != NULL) &&
		   str_is(line, want ? want : cases[i].line),
		   "\"%s\" in front of \"%s\"", cases[i].prefix,
		   cases[i].line);
	}
}

int main(void)
{
	test_headers();
	test_calls();
	test_places();
	test_others();
	test_prefixes();
	return tap_done();
}
