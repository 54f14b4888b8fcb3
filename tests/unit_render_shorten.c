/*
 * Short names: each rule, where it ends, and what no rule is for.  The long
 * names are put together so that each tells one thing.
 */
#include "config.h"

#include <string.h>

#include "render/shorten.h"
#include "tests/tap.h"

static const struct {
	const char *name, *want;
} pairs[] = {
	/* Go: folders go, the package stays. */
	{ "main.run", "main.run" },
	{ "net/http.(*conn).serve", "http.(*conn).serve" },
	{ "example.org/wi-de/deep_er.(*Tree).Walk", "deep_er.(*Tree).Walk" },
	{ "example.org/a/b.init.0.func1", "b.init.0.func1" },
	{ "example.org/a/b.Map[go.shape.int]", "b.Map[go.shape.int]" },
	{ "folder/name", "folder/name" },
	{ "example.org/name", "example.org/name" },
	{ "x/example.org/name", "example.org/name" },
	{ "a/b.c/.d", "b.c/.d" },
	{ "z/q/.c/.d", "q/.c/.d" },
	{ "a/b.", "a/b." },
	{ "a//b.c", "/b.c" },
	{ "/a/b.c", "/a/b.c" },
	{ "a b/c.d", "a b/c.d" },
	{ "a/b.c\nd", "b.c" },
	{ "a/b.\nd", "a/b.\nd" },
	{ "a/b\nc.d", "b\nc.d" },

	/* The major version of a module, from 2 on. */
	{ "example.org/foo/v2.Do", "foo.Do" },
	{ "example.org/foo/v17/bar.Do", "bar.Do" },
	{ "example.org/v3/v4/bar.Do", "bar.Do" },
	{ "example.org/foo/v1.Do", "v1.Do" },
	{ "example.org/foo/v0.Do", "v0.Do" },
	{ "example.org/foo/v02.Do", "v02.Do" },
	{ "example.org/foo/v2x.Do", "v2x.Do" },
	{ "a/v2/v3", "a/v3" },
	{ "a/v2", "a/v2" },
	{ "a/v2/b\nc", "a/v2/b\nc" },

	/* Java: packages in lower case and arguments go. */
	{ "org.example.app.Main.start", "Main.start" },
	{ "org.example.Main.start(java.lang.Object)", "Main.start" },
	{ "org.example.Main$Inner.call$1(int)", "Main$Inner.call$1" },
	{ "Main.<init>", "Main.<init>" },
	{ "a.b.Main.<init>(a.b.C)", "Main.<init>" },
	{ "a.b.Main.<clinit>(a.b.C)", "a.b.Main.<clinit>(a.b.C)" },
	{ "a.b.Main.Call", "a.b.Main.Call" },
	{ "a.b.Main.call extra", "a.b.Main.call extra" },
	{ "a.b.c", "a.b.c" },
	{ "a.b.Main", "a.b.Main" },

	/* C++: namespaces and arguments go, template arguments stay. */
	{ "lib::part::Box::open(int, char)", "Box::open" },
	{ "lib::Box::~Box()", "Box::~Box" },
	{ "lib::Box::open<a::b<int>>(c<d>)", "Box::open<a::b<int>>(c<d>" },
	{ "lib::Box::open<int(x)", "Box::open" },
	{ "lib::_Box::_M_open", "_Box::_M_open" },
	{ "lib::Box::Lid::open()", "Lid::open" },
	{ "lib::Box::part::turn", "Box::part" },
	{ "lib::Box::{lambda()#1}::operator()",
	  "lib::Box::{lambda()#1}::operator()" },
	{ "lib::Box::open()::{lambda()#1}::operator()", "Box::open" },
	{ "lib::box::open()", "lib::box::open()" },
	{ "Box::open()", "Box::open()" },
	{ "(anonymous namespace)::go", "go" },
	{ "(anonymous namespace)::lib::Box::open()", "Box::open" },
	{ "lib::(anonymous namespace)::Box::open()",
	  "lib::(anonymous namespace)::Box::open()" },

	{ "", "" },
	{ "\xff\xfe", "\xff\xfe" },
};

static void test_pairs(void)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct buf out = BUF_INIT;

		shorten_name(&out, (struct str){ pairs[i].name,
						 strlen(pairs[i].name) });
		is(buf_str(&out), pairs[i].want, "pair %zu", i);
		buf_release(&out);
	}
}

/* Names that a careless rule would look through again and again. */
static void test_long(void)
{
	static const char *const parts[] = {
		"a/", "/v2", "a::", "a.", "_", "A::b<", "/v", ".",
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct buf name = BUF_INIT, out = BUF_INIT;

		while (name.n < 1 << 20)
			buf_adds(&name, parts[i]);
		shorten_name(&out, (struct str){ name.s, name.n });
		ok(out.n <= name.n, "a long name of %s", parts[i]);
		buf_release(&name);
		buf_release(&out);
	}
}

int main(void)
{
	test_pairs();
	test_long();
	return tap_done();
}
