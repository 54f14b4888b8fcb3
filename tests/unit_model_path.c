/*
 * File names cleaned up as Go's filepath.Clean does it, and without prefixes.
 */
#include "config.h"

#include "model/path.h"
#include "tests/tap.h"

static void test_clean(void)
{
	static const char *const cases[][2] = {
		{ "", "." }, { ".", "." }, { "./", "." }, { "/", "/" },
		{ "//", "/" }, { "/.", "/" }, { "a", "a" }, { "a/", "a" },
		{ "a//b", "a/b" }, { "a/./b", "a/b" }, { "./a", "a" },
		{ "a/../b", "b" }, { "a/..", "." }, { "a/b/../..", "." },
		{ "..", ".." }, { "../..", "../.." }, { "../a", "../a" },
		{ "a/../..", ".." }, { "a/../../b", "../b" },
		{ "../a/..", ".." }, { "../../a/../..", "../../.." },
		{ "/..", "/" }, { "/../..", "/" }, { "/../a", "/a" },
		{ "/a/..", "/" }, { "/a/../..", "/" }, { "/a/b/..", "/a" },
		{ "/a/b/../../c", "/c" }, { "...", "..." }, { ".a", ".a" },
		{ "a..", "a.." }, { "a../..", "." }, { "..a/..", "." },
		{ "/usr//lib/./x/../y.c", "/usr/lib/y.c" },
		{ "///a///", "/a" }, { "a/.../..", "a" },
	};
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		buf_clear(&out);
		path_clean(&out, str_of(cases[i][0]));
		is(buf_str(&out), cases[i][1], "\"%s\"", cases[i][0]);
	}
	buf_clear(&out);
	buf_adds(&out, "../");
	path_clean(&out, str_of("../a"));
	is(buf_str(&out), "../../a", "what stands before does not matter");
	buf_clear(&out);
	path_clean(&out, (struct str){ "a\0b/../c\xff", 9 });
	ok(out.n == 2 && !memcmp(out.s, "c\xff", 2), "names are bytes");
	buf_release(&out);
}

static void test_trim(void)
{
	static const char *const cases[][3] = {
		{ "/src/a.c", NULL, "/src/a.c" },
		{ "/src/a.c", "", "/src/a.c" },
		{ "/src/a.c", "/src", "a.c" },
		{ "/src/a.c", "/src/", "a.c" },
		{ "/src/a.c", "/sr", "/src/a.c" },
		{ "/src/a.c", "/src/a.c", "/src/a.c" },
		{ "/src/", "/src", "" },
		{ "/src", "/src", "/src" },
		{ "/src/a.c", "/other:/src", "a.c" },
		{ "/src/x/a.c", "/src:/src/x", "x/a.c" },
		{ "/src/a.c", "/src:", "a.c" },
		{ "/a.c", "/src::/x", "a.c" },
		{ "/a.c", ":/x", "a.c" },
		{ "/a.c", "/x:", "a.c" },
		{ "a.c", "/x:", "a.c" },
		{ "src/a.c", "src", "a.c" },
		{ "//src/a.c", "/src", "//src/a.c" },
		{ "/proc/self/cwd/a.c", NULL, "a.c" },
		{ "/proc/self/cwd/./a.c", NULL, "a.c" },
		{ "/proc/self/cwd/./a.c", "/proc", "self/cwd/./a.c" },
		{ "/proc/self/cwd/", NULL, "" },
		{ "", "/src", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str got = path_trim(str_of(cases[i][0]), cases[i][1],
					   NULL);
		char text[64] = "";

		memcpy(text, got.s, got.n);
		is(text, cases[i][2], "\"%s\" without \"%s\"", cases[i][0],
		   cases[i][1] ? cases[i][1] : "(nothing)");
	}
}

static void test_search(void)
{
	static const char *const cases[][4] = {
		{ "/build/app/x.c", NULL, "/home/app", "x.c" },
		{ "/build/app/x.c", "", "/home/app/", "x.c" },
		{ "/build/app/x.c", "/build", "/home/app", "app/x.c" },
		{ "/build/app/x.c", "/other", "/home/app", "/build/app/x.c" },
		{ "/app/a/app/x.c", NULL, "app", "a/app/x.c" },
		{ "app/x.c", NULL, "/home/app", "app/x.c" },
		{ "a/app/x.c", NULL, "/home/app", "x.c" },
		{ "/build/apps/x.c", NULL, "/home/app", "/build/apps/x.c" },
		{ "/a/b/x.c", NULL, "/home/b:/home/a", "x.c" },
		{ "/a/b/x.c", NULL, "/none:/home/a", "b/x.c" },
		{ "/a/./x.c", NULL, "/none:", "x.c" },
		{ "/a///x.c", NULL, "/", "x.c" },
		{ "/a/app/", NULL, "app", "" },
		{ "/proc/self/cwd/x.c", NULL, "/home/app", "x.c" },
		{ "/proc/self/cwd/app/x.c", NULL, "/home/app", "x.c" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str got = path_trim(str_of(cases[i][0]), cases[i][1],
					   cases[i][2]);
		char text[64] = "";

		memcpy(text, got.s, got.n);
		is(text, cases[i][3], "\"%s\" when \"%s\" is searched",
		   cases[i][0], cases[i][2]);
	}
}

int main(void)
{
	test_clean();
	test_trim();
	test_search();
	return tap_done();
}
