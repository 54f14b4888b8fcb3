/*
 * Profiles written and read again: nothing is lost without filters, what they
 * leave is what is written, and of what they drop nothing is.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "model/top.h"
#include "model/write.h"
#include "tests/build.h"
#include "tests/gen.h"
#include "tests/tap.h"

enum { SEEDS = 200, PIECE_MAX = 64 << 10 };

static struct mem mem;
static uint64_t state;

static unsigned int below(unsigned int n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned int)(state >> 33) % n;
}

/* What was written, and how many pieces are taken before it fails. */
struct sink {
	struct buf bytes;
	int n_pieces, room;
	size_t largest;
};

static int put(void *data, const char *s, size_t n)
{
	struct sink *sink = data;

	sink->n_pieces++;
	sink->largest = n > sink->largest ? n : sink->largest;
	buf_add(&sink->bytes, s, n);
	return sink->n_pieces > sink->room ? -1 : 0;
}

static int write_view(struct sink *sink, const struct profile *p,
		      const struct view *view, double ratio, struct err *err)
{
	struct remains remains;
	int result = remains_init(&remains, p, view, NULL, err);

	if (!result)
		result = write_profile(&remains, ratio, put, sink, err);
	remains_release(&remains);
	return result;
}

/* Writes what the view leaves of p and reads it into out. */
static void pass_on(struct profile *out, const struct profile *p,
		    const struct view *view, double ratio)
{
	struct sink sink = { .room = INT32_MAX };
	struct err err;

	if (write_view(&sink, p, view, ratio, &err) ||
	    *build_load(out, &mem, &sink.bytes, &err))
		die("%s", err.text);
	buf_release(&sink.bytes);
}

static void check(const char *name, const char *text, const struct view *view,
		  double ratio, const char *want)
{
	struct profile p, again;
	struct buf got = BUF_INIT;

	build_from(&p, &mem, text);
	pass_on(&again, &p, view, ratio);
	build_dump(&got, &again);
	is(buf_str(&got), want, "%s", name);
	buf_release(&got);
	profile_release(&again);
	profile_release(&p);
}

#define WHOLE \
	"type samples count\ntype cpu nanoseconds\n" \
	"map 7 0x1000 0x2000 0x30 /bin/server c0ffee 13\n" \
	"map 9 0xfffffffffffff000 0xffffffffffffffff 0x0 [vdso] -\n" \
	"func 1 main.main main.go 1\nfunc 2 inner inner.go 7 _Zinner\n" \
	"func 3 - - 0\n" \
	"loc 5 7 0x1001 2:8:3 1:2 folded\nloc 6 9 0xfffffffffffff001\n" \
	"loc 18446744073709551615 0 0x0 3\n" \
	"row 5,6,5 1,-9223372036854775808 k=a k=b n#-3bytes n#4 z#1\n" \
	"row - 9223372036854775807,0\nrow 6 0,0\n" \
	"comment one\ncomment #two\ncomment one\n" \
	"drop .*none\nkeep no.*\ndefault samples\ndoc https://example.com\n" \
	"time 1714564800123456789\nduration 8000000000\n" \
	"period 10 cpu nanoseconds\n"

static void test_whole(void)
{
	struct view all = { .granularity = BY_ADDRESS };

	check("all that a profile can say", WHOLE, &all, 1, WHOLE);
	check("a profile of nothing", "", &all, 1, "");
	check("types without a name", "type - -\ntype - -\nrow - 1,2\n", &all,
	      1, "type - -\ntype - -\nrow - 1,2\n");
}

#define SMALL \
	"type samples count\nmap 1 0x0 0x0 0x0 /bin/a - 15\n" \
	"func 1 main a.go 1\nfunc 2 work b.go 2\nfunc 3 inner c.go 3\n" \
	"loc 1 1 0x1 1:5\nloc 2 1 0x2 3:9:4 2:6:1\nloc 3 1 0x3 3:7\n" \

static void check_filter(const char *name, enum filter_kind kind,
			 const char *text, const char *want)
{
	struct view view = { .granularity = BY_FILE };

	filters_add(&view.filters, kind, text);
	check(name, SMALL "row 2,1 5\nrow 3,2,1 6\nrow 1 -7\n", &view, 1,
	      want);
	view_release(&view);
}

#define TABLES(two, three) \
	"type samples count\nmap 1 0x0 0x0 0x0 /bin/a - 15\n" \
	"func 1 main a.go 1\nfunc 2 work b.go 2\nfunc 3 inner c.go 3\n" \
	"loc 1 1 0x1 1:5\nloc 2 1 0x2" two "\nloc 3 1 0x3" three "\n"

static void test_filters(void)
{
	struct view view = { .no_inlines = true };

	check_filter("a row that is out of focus goes", FILTER_FOCUS, "work",
		     TABLES(" 3:9:4 2:6:1", " 3:7")
		     "row 2,1 5\nrow 3,2,1 6\n");
	check_filter("a line goes, and where it was the last a frame",
		     FILTER_HIDE, "inner",
		     TABLES(" 2:6:1", "")
		     "row 2,1 5\nrow 2,1 6\nrow 1 -7\n");
	check_filter("stacks are cut from the root, within a location",
		     FILTER_SHOW_FROM, "inner",
		     TABLES(" 3:9:4", " 3:7")
		     "row 2 5\nrow 3,2 6\n");
	check_filter("stacks are cut from the leaf", FILTER_PRUNE_FROM,
		     "work",
		     TABLES(" 2:6:1", " 3:7")
		     "row 2,1 5\nrow 2,1 6\nrow 1 -7\n");
	check("inlined calls and columns go, and the mapping says so",
	      SMALL "row 2,1 5\n", &view, 1,
	      "type samples count\nmap 1 0x0 0x0 0x0 /bin/a - 7\n"
	      "func 1 main a.go 1\nfunc 2 work b.go 2\n"
	      "func 3 inner c.go 3\nloc 1 1 0x1 1:5\nloc 2 1 0x2 2:6\n"
	      "loc 3 1 0x3 3:7\nrow 2,1 5\n");
	view.show_columns = true;
	check("or columns stay", SMALL "row 2,1 5\n", &view, 1,
	      "type samples count\nmap 1 0x0 0x0 0x0 /bin/a - 7\n"
	      "func 1 main a.go 1\nfunc 2 work b.go 2\n"
	      "func 3 inner c.go 3\nloc 1 1 0x1 1:5\nloc 2 1 0x2 2:6:1\n"
	      "loc 3 1 0x3 3:7\nrow 2,1 5\n");
}

static void test_ratio(void)
{
	static const char text[] =
		"type a b\nrow - 7\nrow - -7\nrow - 2\n"
		"row - 9223372036854775807\nrow - -9223372036854775808\n";
	struct view all = { .granularity = BY_FILE };

	check("values are divided and cut towards 0", text, &all, 1.0 / 3,
	      "type a b\nrow - 2\nrow - -2\nrow - 0\n"
	      "row - 3074457345618258432\nrow - -3074457345618258432\n");
	check("values are multiplied and stay in range", text, &all, 2,
	      "type a b\nrow - 14\nrow - -14\nrow - 4\n"
	      "row - 9223372036854775807\nrow - -9223372036854775808\n");
	check("a ratio of 1 touches none", text, &all, 1, text);
	check("a ratio below 0 neither", text, &all, -2, text);
}

/* A text of the file that was written. */
static bool has_string(const struct profile *p, const char *s, size_t n)
{
	for (size_t i = 0; i < p->strings.at.n; i++) {
		struct str at = p->strings.at.at[i];

		if (at.n == n && !memcmp(at.s, s, n))
			return true;
	}
	return false;
}

static void test_strings(void)
{
	static const char odd[] = "a\0b\xff\n";
	struct view view = { .granularity = BY_FILE };
	struct profile p, again;

	build_from(&p, &mem, SMALL "row 1 1 user=alice\nrow 3 2 user=bob\n");
	p.funcs.at[0].name = strings_intern(&p.strings, odd, 5);
	filters_add(&view.filters, FILTER_IGNORE, "inner");
	pass_on(&again, &p, &view, 1);
	ok(has_string(&again, "alice", 5), "a label of a row that is left");
	ok(!has_string(&again, "bob", 3), "none of a row that is dropped");
	ok(has_string(&again, odd, 5), "a name is bytes");
	profile_release(&again);
	profile_release(&p);
	view_release(&view);
}

/* A profile of many rows whose numbers do not compress to nothing. */
static void build_large(struct profile *p)
{
	build_from(p, &mem, SMALL);
	for (uint32_t i = 0; i < 100000; i++) {
		*vec_push(&mem, &p->frames) = (struct loc_id){ below(3) };
		*vec_push(&mem, &p->rows) = (struct row){ .first = i,
							  .depth = 1 };
		*vec_push(&mem, &p->values[0]) = below(1u << 30);
	}
}

static void test_pieces(void)
{
	struct view all = { .granularity = BY_FILE };
	struct sink sink = { .room = INT32_MAX }, twice = { .room = INT32_MAX };
	struct sink full = { .room = 2 };
	struct profile p;
	struct err err = { "" };

	build_large(&p);
	is_int(write_view(&sink, &p, &all, 1, &err), 0, "many rows");
	ok(sink.n_pieces > 3 && sink.largest <= PIECE_MAX,
	   "go out in pieces: %d, %zu bytes at most", sink.n_pieces,
	   sink.largest);
	write_view(&twice, &p, &all, 1, &err);
	ok(twice.bytes.n == sink.bytes.n &&
	   !memcmp(twice.bytes.s, sink.bytes.s, sink.bytes.n),
	   "the same bytes each time");
	is_int(write_view(&full, &p, &all, 1, &err), -1,
	       "where they are not taken it fails");
	is(err.text, "the output could not be written", "... and says so");
	is_int(full.n_pieces, 3, "... and nothing more is offered");
	buf_release(&sink.bytes);
	buf_release(&twice.bytes);
	buf_release(&full.bytes);
	profile_release(&p);
}

/* Bytes of a profile with a stack of so many frames, before compression. */
static uint32_t whole_size(uint32_t n_frames)
{
	struct view all = { .granularity = BY_FILE };
	struct sink sink = { .room = INT32_MAX };
	struct buf text = BUF_INIT;
	struct profile p;
	struct err err;
	uint32_t size = 0;

	buf_adds(&text, SMALL "row 1");
	for (uint32_t i = 1; i < n_frames; i++)
		buf_adds(&text, ",1");
	buf_adds(&text, " 1\n");
	build_from(&p, &mem, buf_str(&text));
	write_view(&sink, &p, &all, 1, &err);
	for (size_t i = 1; i <= 4 && i <= sink.bytes.n; i++)
		size = size << 8 |
		       (unsigned char)sink.bytes.s[sink.bytes.n - i];
	profile_release(&p);
	buf_release(&text);
	buf_release(&sink.bytes);
	return size;
}

static void test_packed(void)
{
	is_int(whole_size(110) - whole_size(10), 100,
	       "a frame takes no more than its number");
}

static void test_cancel(void)
{
	struct view all = { .granularity = BY_FILE };
	_Atomic bool cancel = false;
	struct sink sink = { .room = INT32_MAX };
	struct remains remains;
	struct profile p;
	struct err err = { "" };

	build_large(&p);
	is_int(remains_init(&remains, &p, &all, &cancel, &err), 0, "begun");
	atomic_store(&cancel, true);
	is_int(write_profile(&remains, 1, put, &sink, &err), -1, "cancelled");
	is_int(sink.n_pieces, 0, "... before anything went out");
	remains_release(&remains);
	profile_release(&p);
	buf_release(&sink.bytes);
}

/* Any profile comes back as it was. */
static void test_any(void)
{
	struct view all = { .granularity = BY_FILE };
	unsigned int n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT, was = BUF_INIT, now = BUF_INIT;
		struct profile p, again;
		struct err err;

		gen_profile(&bytes, seed, NULL);
		build_load(&p, &mem, &bytes, &err);
		pass_on(&again, &p, &all, 1);
		build_dump(&was, &p);
		build_dump(&now, &again);
		if (strcmp(buf_str(&was), buf_str(&now))) {
			printf("# seed %" PRIu64 " is another\n", seed);
			n_bad++;
		}
		profile_release(&again);
		profile_release(&p);
		buf_release(&bytes);
		buf_release(&was);
		buf_release(&now);
	}
	is_int(n_bad, 0, "%d profiles are read as they were written", SEEDS);
}

/* Each node of a view with its numbers, in order. */
static void dump_top(struct buf *out, const struct profile *p,
		     const struct view *view)
{
	struct trim trim = { .all_edges = true };
	struct lanes lanes;
	struct lens *lens;
	struct top top;
	struct err err;

	lens = lens_new(p, view, NULL, &err);
	if (!lens)
		die("%s", err.text);
	lanes_init(&lanes, p, view);
	top_init(&top, lens, &lanes, &trim, NULL);
	buf_adds(out, "");
	for (size_t i = 0; i < top.order.n; i++) {
		uint32_t node = top.order.at[i];
		struct str name = lens->nodes.at.at[node].name;

		buf_add(out, name.s, name.n);
		buf_addf(out, " %" PRId64 " %" PRId64 " %d\n",
			 top.graph.flat[node].v[0], top.graph.cum[node].v[0],
			 top.inlines[node]);
	}
	top_release(&top);
	lanes_release(&lanes);
	lens_free(lens);
}

static struct view any_view(const struct profile *p, bool has_filters)
{
	static const char *const texts[] = {
		"main", "alloc", "parse", "vector", "go", "server", "a", "e",
		"runtime", "func1", "nothing",
	};
	struct view view = {
		.type = below((unsigned int)p->types.n),
		.granularity = (enum granularity)below(5),
		.no_inlines = !below(4),
	};

	for (unsigned int n = has_filters ? 1 + below(3) : 0; n; n--)
		filters_add(&view.filters,
			    (enum filter_kind)below(FILTER_KINDS),
			    texts[below(ARRAY_SIZE(texts))]);
	return view;
}

/* One filtered view, and the same without filters of what was written. */
static bool check_filtered(const struct profile *p, const struct view *view)
{
	struct buf was = BUF_INIT, now = BUF_INIT;
	struct view bare = *view;
	struct profile again;
	bool is_same;

	bare.filters = (struct filters){ .n = 0 };
	pass_on(&again, p, view, 1);
	dump_top(&was, p, view);
	dump_top(&now, &again, &bare);
	is_same = !strcmp(buf_str(&was), buf_str(&now));
	if (!is_same)
		printf("# %s#\n# %s#\n", buf_str(&was), buf_str(&now));
	profile_release(&again);
	buf_release(&was);
	buf_release(&now);
	return is_same;
}

/* Filters do to a profile in memory what they do to one on its way out. */
static void test_filtered(void)
{
	unsigned int n = 0, n_bad = 0;

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct buf bytes = BUF_INIT;
		struct profile p;
		struct err err;

		state = seed;
		gen_profile(&bytes, seed, NULL);
		build_load(&p, &mem, &bytes, &err);
		for (int i = 0; i < 10 && n_bad < 5; i++, n++) {
			struct view view = any_view(&p, i > 0);

			if (!check_filtered(&p, &view)) {
				n_bad++;
				printf("# seed %" PRIu64 ", view %d\n", seed,
				       i);
			}
			view_release(&view);
		}
		profile_release(&p);
		buf_release(&bytes);
	}
	is_int(n_bad, 0, "%u filtered views are what is written of them", n);
}

int main(void)
{
	test_whole();
	test_filters();
	test_ratio();
	test_strings();
	test_pieces();
	test_packed();
	test_cancel();
	test_any();
	test_filtered();
	is_int(mem.used, 0, "all memory is given back");
	return tap_done();
}
