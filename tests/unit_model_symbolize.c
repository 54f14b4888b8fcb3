/*
 * model/symbolize: what is said of binaries that are not looked at.  (How they
 * are is in symbolize.test.)
 */
#include "config.h"

#include "model/symbolize.h"

#include "tests/build.h"
#include "tests/tap.h"

static void warn(void *data, const char *text)
{
	buf_addf(data, "%s\n", text);
}

/* What is said when it has so much time. */
static const char *said(int milliseconds, const _Atomic bool *cancel)
{
	static struct buf text;
	const struct symbolize symbolize = {
		.mode = { .is_local = true }, .milliseconds = milliseconds,
		.warn = warn, .data = &text, .cancel = cancel,
	};
	struct mem mem = { 0 };
	struct profile p;

	build_from(&p, &mem, "type cpu ns\n"
		   "map 1 4096 8192 0 /no/such/one -\n"
		   "map 2 8192 12288 0 /no/such/two -\n"
		   "map 3 12288 16384 0 /no/such/three -\n"
		   "loc 1 1 4097\nloc 2 1 4098\nloc 3 3 12289\n"
		   "row 1,2,3 1\n");
	buf_clear(&text);
	ok(!symbolize_is_useful(&p, &symbolize), "nothing can be looked up");
	profile_release(&p);
	return buf_str(&text);
}

int main(void)
{
	static const _Atomic bool is_cancelled = true;

	ok(strstr(said(0, NULL), "failed for one: ") &&
	   strstr(said(0, NULL), "failed for three: "),
	   "it is said which could not be opened");
	ok(!strstr(said(0, NULL), "two"), "but of those that are wanted only");
	is(said(-1, NULL), "Local symbolization failed for 2 mappings: there "
	   "was no time left for them\n", "and how many there was no time for");
	is(said(0, &is_cancelled), "", "nothing is said when it is cancelled");
	return tap_done();
}
