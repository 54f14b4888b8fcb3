/*
 * Heap profiles as text: heads, records, what samples stand for, Go's names
 * and facts, jemalloc's own format, and random heaps written and read again.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/format.h"
#include "model/unsample.h"
#include "tests/reading.h"
#include "tests/tap.h"

#define TWO "types objects/count space/bytes\n"
#define FOUR "types alloc_objects/count alloc_space/bytes " \
	"inuse_objects/count inuse_space/bytes\n"
#define ERROR "error: heap text: "
#define NO_HEAD ERROR "line 1: not the head of a heap profile that is known\n"
#define PLAIN "heap profile: 1: 2 [1: 2] @ heapprofile\n"

/* Each with one record of 2 objects and 64 bytes in use, 4 and 128 in all. */
static void test_heads(void)
{
	static const struct {
		const char *head, *want;
	} cases[] = {
		{ "heap profile: 1: 2 [3: 4] @ heap/64",
		  FOUR "0x1 6,202,3,101 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heap_v2/64",
		  TWO "0x1 5,162 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heapz_v2/32",
		  TWO "0x1 3,101 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heapprofile",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [0: 0] @ heapprofile",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 3] @ heapprofile",
		  FOUR "0x1 4,128,2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [2: 0] @ heapprofile",
		  FOUR "0x1 4,128,2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [01: 2] @ heapprofile",
		  FOUR "0x1 4,128,2,64 bytes#32\n" },
		{ "heap profile:1:2[1:2]@heap/64",
		  TWO "0x1 3,101 bytes#32\n" },
		{ "heap profile:   1:   2 [  1:  2  ]  @  heap/64 or so",
		  TWO "0x1 3,101 bytes#32\n" },
		{ "I0102 heap profile: 1: 2 [1: 2] @ heap/64",
		  TWO "0x1 3,101 bytes#32\n" },
		{ "heap profile: heap profile: 1: 2 [1: 2] @ heap/64",
		  TWO "0x1 3,101 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heap",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heap/2",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 9] @ growth",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ growthz",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ fragmentationz",
		  TWO "0x1 2,64 bytes#32\n" },
		{ "heap profile: 1: 2 [1: 2] @ heapz", NO_HEAD },
		{ "heap profile: 1: 2 [1: 2] @ heap_v3/64", NO_HEAD },
		{ "heap profile: 1: 2 [1: 2] @ heap64", NO_HEAD },
		{ "heap profile: 1: 2 [1: 2] @ heap_v2/9223372036854775808",
		  NO_HEAD },
		{ "heap profile: 1: 2 [1: 2] @  growth", NO_HEAD },
		{ "heap profile: 1: 2 [1: 2]", NO_HEAD },
		{ "heap profile: -1: 2 [1: 2] @ heap/64", NO_HEAD },
		{ "heap profile: 1: 2 1: 2 @ heap/64", NO_HEAD },
		{ "heap profile: total 7", NO_HEAD },
		{ "", NO_HEAD },
	};
	struct buf text = BUF_INIT, out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&text);
		buf_adds(&text, cases[i].head);
		buf_adds(&text, "\n2: 64 [4: 128] @ 0x2\n");
		reading_stacks(&out, &format_heap,
			       (struct str){ text.s, text.n });
		is(buf_str(&out), cases[i].want, "\"%s\"", cases[i].head);
	}
	buf_release(&text);
	buf_release(&out);
}

static void test_period(void)
{
	struct buf out = BUF_INIT;

	reading_bare(&out, &format_heap,
		     STR("heap profile: 1: 2 [3: 4] @ heap/65537\n"));
	ok(strstr(buf_str(&out), "period 32768 space bytes\n"),
	   "Go's rate is half of what stands there");
	ok(strstr(buf_str(&out), "drop calloc|") &&
	   strstr(buf_str(&out), "keep runtime\\.panic|"),
	   "frames of the allocator are dropped");
	buf_release(&out);
}

#define SHORT "warning: 5 of the 6 sampled objects of its first line " \
	"are there: cut short?\n"

/* Of Go's alone: the sums of others may be rounded. */
static void test_short(void)
{
	static const struct reading_case cases[] = {
		{ "all are there",
		  STR("heap profile: 1: 8 [5: 40] @ heap/2\n"
		      "0: 0 [2: 16] @ 0x2\n1: 8 [3: 24] @ 0x2\n"),
		  FOUR "0x1 2,16,0,0 bytes#8\n0x1 3,24,1,8 bytes#8\n" },
		{ "one is not",
		  STR("heap profile: 1: 8 [6: 48] @ heap/2\n"
		      "0: 0 [2: 16] @ 0x2\n1: 8 [3: 24] @ 0x2\n"),
		  SHORT FOUR "0x1 2,16,0,0 bytes#8\n0x1 3,24,1,8 bytes#8\n" },
		{ "of gperftools", STR("heap profile: 2: 8 [2: 8] @ "
				       "heapprofile\n1: 4 [1: 4] @ 0x2\n"),
		  TWO "0x1 1,4 bytes#4\n" },
	};
	struct buf out = BUF_INIT;

	reading_check(&format_heap, cases, ARRAY_SIZE(cases));
	reading_bare(&out, &format_heap,
		     STR("heap profile: 1: 8 [6: 48] @ heap/2\n"));
	ok(!strstr(buf_str(&out), "warning"), "the reference says nothing");
	buf_release(&out);
}

#define RECORD ERROR "line 2: not OBJECTS: BYTES [OBJECTS: BYTES] @ " \
	"ADDRESSES\n"
#define LARGE ERROR "line 2: a number of more than 63 bits\n"

static void test_records(void)
{
	static const struct reading_case cases[] = {
		{ "blanks", STR(PLAIN "  1:   32 [  1:   32  ] @ 0x2 0x3 \n"),
		  TWO "0x2;0x1 1,32 bytes#32\n" },
		{ "no blanks", STR(PLAIN "1:32[1:32] @\n"),
		  TWO " 1,32 bytes#32\n" },
		{ "the size is rounded", STR(PLAIN "3: 32 [0: 0] @\n"),
		  TWO " 3,32 bytes#10\n" },
		{ "negative", STR(PLAIN "-3: -32 [0: 0] @ 0x2\n"),
		  TWO "0x1 -3,-32 bytes#10\n" },
		{ "less than nothing of the least",
		  STR(PLAIN "-1: -9223372036854775808 [0: 0] @\n"),
		  TWO " -1,-9223372036854775808 bytes#-9223372036854775808\n" },
		{ "nothing", STR(PLAIN "0: 0 [0: 0] @ 0x2\n"),
		  TWO "0x1 0,0 bytes#0\n" },
		{ "text around it",
		  STR(PLAIN "5-x 7: 7: 1: 2 [3: 4] @ 0x2 0x3z 0x4\n"),
		  TWO "0x2;0x1 1,2 bytes#2\n" },
		{ "other text between addresses",
		  STR(PLAIN "1: 2 [3: 4] @x0x20x3 00x5 0x\n"),
		  TWO "0x4;0x1f 1,2 bytes#2\n" },
		{ "comments and empty lines",
		  STR(PLAIN "\n # 5: 5 [5: 5] @ 0x5\n1: 2 [3: 4] @ 0x2\n\n"),
		  TWO "0x1 1,2 bytes#2\n" },
		{ "bytes of nothing", STR(PLAIN "0: 1 [0: 0] @ 0x2\n"),
		  ERROR "line 2: bytes of no objects\n" },
		{ "allocated are not looked at",
		  STR(PLAIN "1: 1 [0: 1] @ 0x2\n"),
		  TWO "0x1 1,1 bytes#1\n" },
		{ "bytes of nothing allocated",
		  STR("heap profile: 1: 2 [3: 4] @ heap/4\n"
		      "1: 1 [0: 1] @ 0x2\n"),
		  ERROR "line 2: bytes of no objects\n" },
		{ "no @", STR(PLAIN "1: 2 [3: 4] 0x2\n"), RECORD },
		{ "two blanks before @", STR(PLAIN "1: 2 [3: 4]  @ 0x2\n"),
		  RECORD },
		{ "one sum", STR(PLAIN "1: 2 @ 0x2\n"), RECORD },
		{ "negative allocated", STR(PLAIN "1: 2 [-3: 4] @ 0x2\n"),
		  RECORD },
		{ "no bytes", STR(PLAIN "1: [3: 4] @ 0x2\n"), RECORD },
		{ "text", STR(PLAIN "--- something\n"), RECORD },
		{ "many objects",
		  STR(PLAIN "9223372036854775808: 2 [3: 4] @\n"), LARGE },
		{ "many bytes allocated",
		  STR(PLAIN "1: 2 [3: 99999999999999999999] @\n"), LARGE },
		{ "a long address",
		  STR(PLAIN "1: 2 [3: 4] @ 0x12345678123456781\n"),
		  ERROR "line 2: an address of more than 64 bits\n" },
	};

	reading_check(&format_heap, cases, ARRAY_SIZE(cases));
}

static void test_maps(void)
{
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_heap, STR(
		PLAIN "1: 2 [1: 2] @ 0x1801 0x7001\n"
		"MAPPED_LIBRARIES:\n"
		"1000-2000 r-xp 00000000 08:01 7 /bin/a\n"
		"7000-8000 r-xp 00000000 08:01 8 /lib/b.so\n"));
	ok(strstr(buf_str(&out), "map 1 0x1000 0x2000 0x0 /bin/a -\n"
		  "map 2 0x7000 0x8000 0x0 /lib/b.so -\n"
		  "loc 1 1 0x1800\nloc 2 2 0x7000\n"),
	   "a map behind the records");
	buf_release(&out);
}

/* Go's comments are names, and make the profile one that Go has written. */
static void test_go(void)
{
	static const char text[] =
		"heap profile: 1: 2 [2: 4] @ heap/2\n"
		"1: 8 [2: 16] @ 0x905 0x115 0x111 0x205 0x99\n"
		"#\t0x114\tm.g+0x14\tm.go:1\n"
		"#\t0x110\tm.f+0x10\tm.go:2\n"
		"#\t0x204\truntime.main+0x4\tproc.go:3\n"
		"\n"
		"0: 0 [0: 0] @ 0x905 0x99\n"
		"#\t0x904\truntime.new+0x4\tnew.go:4\n"
		"\n";
	struct buf out = BUF_INIT;

	reading_dump(&out, &format_heap, STR(text));
	is(buf_str(&out),
	   "type alloc_objects count\ntype alloc_space bytes\n"
	   "type inuse_objects count\ntype inuse_space bytes\n"
	   "map 1 0x0 0xffffffffffffffff 0x0 - - 15\n"
	   "func 1 m.g m.go 0\nfunc 2 m.f m.go 0\n"
	   "func 3 runtime.main proc.go 0\nfunc 4 runtime.new new.go 0\n"
	   "loc 1 1 0x114 1:1 2:2\nloc 2 1 0x204 3:3\nloc 3 1 0x904 4:4\n"
	   "row 1,2 2,16,1,8 bytes#8\n"
	   "row 3 0,0,0,0\n"
	   "period 1 space bytes\n", "with names");
	reading_bare(&out, &format_heap, STR(text));
	ok(strstr(buf_str(&out),
		  "map 1 0x0 0xffffffffffffffff 0x0 - -\n"
		  "loc 1 1 0x904\nloc 2 1 0x114\nloc 3 1 0x110\n"
		  "loc 4 1 0x204\nloc 5 1 0x98\n"
		  "row 1,2,3,4,5 2,16,1,8 bytes#8\n"
		  "row 1,5 0,0,0,0 bytes#0\n"
		  "drop calloc|"), "without names");
	buf_release(&out);
}

static void add_ring(struct buf *text, int n, int first)
{
	for (int i = 0; i < n; i++)
		buf_addf(text, "%s%d", i ? " " : "[", first + i);
	buf_adds(text, "]\n");
}

static void test_facts(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, PLAIN "# Alloc = 7\n1: 2 [1: 2] @ 0x2\n\n"
		 "# runtime.MemStats\n"
		 "# Alloc = 123456\n"
		 "# Mallocs = 9\n"
		 "# Stack = 360448 / 393216\n"
		 "# MSpan = 5\n"
		 "# NextGC = 18446744073709551615\n"
		 "# LastGC = 1795958671458851129\n"
		 "# PauseNs = ");
	add_ring(&text, 256, 1000);
	buf_adds(&text, "# PauseEnd = ");
	add_ring(&text, 256, 1);
	buf_adds(&text, "# NumGC = 258\n"
		 "# GCCPUFraction = 0.0096\n"
		 "# DebugGC = false\n"
		 "# New = of another Go\n"
		 "# no value\n#\n"
		 "# MaxRSS = 3825664\n");
	reading_facts(&out, &format_heap, (struct str){ text.s, text.n });
	is(buf_str(&out),
	   "runtime.MemStats/Alloc bytes 123456\n"
	   "runtime.MemStats/Mallocs count 9\n"
	   "runtime.MemStats/StackInuse bytes 360448\n"
	   "runtime.MemStats/StackSys bytes 393216\n"
	   "runtime.MemStats/MSpan text 5\n"
	   "runtime.MemStats/NextGC text 18446744073709551615\n"
	   "runtime.MemStats/LastGC time 1795958671458851129\n"
	   "runtime.MemStats/PauseNs, last nanoseconds 1001\n"
	   "runtime.MemStats/PauseNs, longest nanoseconds 1255\n"
	   "runtime.MemStats/NumGC count 258\n"
	   "runtime.MemStats/GCCPUFraction text 0.0096\n"
	   "runtime.MemStats/DebugGC text false\n"
	   "runtime.MemStats/New text of another Go\n"
	   "runtime.MemStats/MaxRSS bytes 3825664\n", "facts");
	reading_facts(&out, &format_heap, STR(
		PLAIN "# runtime.MemStats\n# LastGC = 0\n"
		"# PauseNs = [1 2 x 4]\n# NumGC = 0\n"));
	is(buf_str(&out), "runtime.MemStats/NumGC count 0\n",
	   "no collection yet");
	buf_clear(&text);
	buf_adds(&text, PLAIN "# runtime.MemStats\n");
	for (int i = 0; i < 1000; i++)
		buf_addf(&text, "# F%d = x\n", i);
	reading_facts(&out, &format_heap, (struct str){ text.s, text.n });
	ok(strstr(buf_str(&out), "/F63 text x\n") &&
	   !strstr(buf_str(&out), "/F64 "), "no more than there may be");
	buf_release(&text);
	buf_release(&out);
}

#define V2 "heap_v2/524288\n"

static void test_jemalloc(void)
{
	static const struct reading_case cases[] = {
		{ "in use", STR(V2
				"  t*: 2: 1048576 [0: 0]\n"
				"  t0: 2: 1048576 [0: 0] name of it\n"
				"@ 0x1001 0x1002\n"
				"  t*: 1: 524288 [0: 0]\n"
				"  t0: 1: 524288 [0: 0]\n"
				"@ 0x1001\n"
				"  t*: 1: 524288 [0: 0]\n\n"
				"MAPPED_LIBRARIES:\n"
				"1000-2000 r-xp 00000000 08:01 7 /bin/a\n"),
		  TWO "0x1001;0x1000 1,829411 bytes#524288\n"
		  "0x1000 1,829411 bytes#524288\n" },
		{ "allocated", STR(V2
				   "  t*: 0: 0 [1: 524288]\n"
				   "@ 0x2\n  t*: 0: 0 [1: 524288]\n"),
		  FOUR "0x1 1,829411,0,0 bytes#524288\n" },
		{ "no sums of the process", STR(V2 "@ 0x2\n"
						"  t*: 1: 524288 [0: 0]\n"),
		  TWO "0x1 1,829411 bytes#524288\n" },
		{ "nothing else", STR(V2), TWO },
		{ "a stack without sums", STR(V2 "@ 0x2\n  t0: 1: 2 [0: 0]\n"
					      "@ 0x3\n  t*: 1: 2 [0: 0]\n"),
		  ERROR "line 4: the stack before has no t*\n" },
		{ "the last stack without sums", STR(V2 "@ 0x2\n"),
		  ERROR "line 2: the stack before has no t*\n" },
		{ "two sums", STR(V2 "@ 0x2\n  t*: 1: 2 [0: 0]\n"
				  "  t*: 1: 2 [0: 0]\n"),
		  ERROR "line 4: a second t* for one stack\n" },
		{ "bad sums", STR(V2 "  t*: 1: 2 [0 0]\n"),
		  ERROR "line 2: not t*: OBJECTS: BYTES [OBJECTS: BYTES]\n" },
		{ "large sums", STR(V2 "  t*: 9223372036854775808: 2 [0: 0]\n"),
		  ERROR "line 2: not t*: OBJECTS: BYTES [OBJECTS: BYTES]\n" },
		{ "bytes of nothing", STR(V2 "@ 0x2\n  t*: 0: 2 [0: 0]\n"),
		  ERROR "line 3: bytes of no objects\n" },
		{ "something else", STR(V2 "what\n"),
		  ERROR "line 2: neither @ ADDRESSES nor sums of a thread\n" },
		{ "no rate", STR("heap_v2/\n"), NO_HEAD },
		{ "a large rate", STR("heap_v2/9223372036854775808\n"),
		  NO_HEAD },
	};

	reading_check(&format_heap, cases, ARRAY_SIZE(cases));
}

static void test_hostile(void)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	buf_adds(&text, PLAIN);
	buf_pad(&text, '7', 17u << 20);
	reading_stacks(&out, &format_heap, (struct str){ text.s, text.n });
	is(buf_str(&out), ERROR "line 2: longer than 16 MiB\n",
	   "a line without an end");
	text.s[strlen(PLAIN) + (15u << 20)] = '\n';
	reading_stacks(&out, &format_heap, (struct str){ text.s, text.n });
	is(buf_str(&out), RECORD, "a number of 15 million digits");
	for (size_t i = strlen(PLAIN); i < text.n; i++)
		text.s[i] = "1:2 [3:4] "[i % 10];
	text.s[strlen(PLAIN) + (15u << 20)] = '\n';
	reading_stacks(&out, &format_heap, (struct str){ text.s, text.n });
	is(buf_str(&out), RECORD, "a million records that do not end");
	reading_stacks(&out, &format_heap,
		       STR(PLAIN "1: 2 [3: 4] @ 0x2\0 0x3\n"));
	is(buf_str(&out), TWO "0x1 1,2 bytes#2\n", "a NUL");
	buf_release(&text);
	buf_release(&out);
}

static void test_match(void)
{
	static const struct {
		const char *name, *text;
		bool is_heap;
	} cases[] = {
		{ "Go", "heap profile: 1: 2 [3: 4] @ heap/5\n", true },
		{ "growth", "heap profile: 1: 2 [3: 4] @ growth\n", true },
		{ "jemalloc", "heap_v2/524288\n  t*: 1: 2 [3: 4]\n", true },
		{ "not in the first line",
		  "\nheap profile: 1: 2 [3: 4] @ heap/5\n", false },
		{ "an unknown kind", "heap profile: 1: 2 [3: 4] @ heap_v9/5\n",
		  false },
		{ "a count", "heap profile: total 7\n", false },
		{ "no text", "", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct head head = {
			.bytes = str_of(cases[i].text), .is_whole = true,
			.text = str_of(cases[i].text)
		};

		ok((format_detect(&head) == &format_heap) == cases[i].is_heap,
		   "match: %s", cases[i].name);
	}
}

/* Random records, written with room for mistakes, against what they say. */
static uint64_t state;

static uint64_t random_number(void)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return state >> 33;
}

/* Many sizes: one to many digits. */
static int64_t random_size(void)
{
	return (int64_t)(random_number() >> random_number() % 31);
}

struct random_record {
	struct heap_sum in_use, allocated;
	uint64_t addresses[6];
	int n;
};

static struct random_record random_record(void)
{
	struct random_record r = { .n = (int)(random_number() % 6) };

	r.allocated.objects = 1 + random_size();
	r.allocated.bytes = random_size() * r.allocated.objects % 1000003;
	r.in_use.objects = (int64_t)(random_number() % 3) *
			   r.allocated.objects / 2;
	r.in_use.bytes = r.in_use.objects ? r.allocated.bytes / 2 : 0;
	for (int i = 0; i < r.n; i++)
		r.addresses[i] = 1 + (uint64_t)random_size();
	return r;
}

static void print_record(struct buf *text, const struct random_record *r)
{
	buf_addf(text, "%*" PRId64 ": %*" PRId64 " [%*" PRId64 ": %" PRId64
		 "] @", (int)(random_number() % 8), r->in_use.objects,
		 (int)(random_number() % 8), r->in_use.bytes,
		 (int)(random_number() % 8), r->allocated.objects,
		 r->allocated.bytes);
	for (int i = 0; i < r->n; i++)
		buf_addf(text, " 0x%0*" PRIx64, (int)(random_number() % 17),
			 r->addresses[i]);
	buf_addc(text, '\n');
	if (random_number() % 3 == 0)
		buf_adds(text, "\n#\n");
}

static void want_record(struct buf *want, const struct random_record *r,
			int64_t rate)
{
	struct heap_sum allocated = unsample(r->allocated, rate);
	struct heap_sum in_use = unsample(r->in_use, rate);
	int64_t size = r->allocated.bytes / r->allocated.objects;

	if (r->in_use.objects)
		size = r->in_use.bytes / r->in_use.objects;
	for (int i = r->n; i--; )
		buf_addf(want, "0x%" PRIx64 "%s", r->addresses[i] - 1,
			 i ? ";" : "");
	buf_addf(want, " %" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64,
		 allocated.objects, allocated.bytes, in_use.objects,
		 in_use.bytes);
	buf_addf(want, " bytes#%" PRId64 "\n", size);
}

static bool same_random(uint64_t seed)
{
	struct buf text = BUF_INIT, want = BUF_INIT, got = BUF_INIT;
	int64_t rate;
	bool same;

	state = seed;
	rate = random_size();
	buf_addf(&text, "heap profile: 1: 2 [3: 4] @ heap_v2/%" PRId64 "\n",
		 rate);
	buf_adds(&want, FOUR);
	for (int i = 0; i < 50; i++) {
		struct random_record r = random_record();

		print_record(&text, &r);
		want_record(&want, &r, rate);
	}
	reading_stacks(&got, &format_heap, (struct str){ text.s, text.n });
	same = buf_same(&got, &want);
	if (!same)
		printf("# seed %" PRIu64 "\n%s\n got:\n%s\nwant:\n%s", seed,
		       buf_str(&text), buf_str(&got), buf_str(&want));
	buf_release(&text);
	buf_release(&want);
	buf_release(&got);
	return same;
}

static void test_random(void)
{
	uint64_t seed = 1;

	while (seed <= 200 && same_random(seed))
		seed++;
	is_int(seed, 201, "random heaps, written and read again");
}

int main(void)
{
	test_heads();
	test_period();
	test_short();
	test_records();
	test_maps();
	test_go();
	test_facts();
	test_jemalloc();
	test_hostile();
	test_match();
	test_random();
	return tap_done();
}
