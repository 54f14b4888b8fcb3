#include "config.h"

#include "render/text.h"

#include <stdlib.h>

#include "model/input.h"
#include "model/rune.h"
#include "tests/tap.h"

#define LITERAL(s) (s), sizeof(s) - 1

static void check_escape(const char *s, size_t n, const char *want,
			 const char *what)
{
	struct buf out = BUF_INIT, again = BUF_INIT;

	text_escape(&out, s, n, TEXT_UTF8);
	is(buf_str(&out), want, "escape %s", what);
	text_escape(&again, buf_str(&out), out.n, TEXT_UTF8);
	is(buf_str(&again), want, "escape %s twice", what);
	buf_release(&out);
	buf_release(&again);
}

static void check_ascii(const char *s, size_t n, const char *want,
			const char *what)
{
	struct buf out = BUF_INIT;

	text_escape(&out, s, n, TEXT_ASCII);
	is(buf_str(&out), want, "in ASCII %s", what);
	buf_release(&out);
}

static void test_escape_controls(void)
{
	check_escape(LITERAL("main.main"), "main.main", "a plain name");
	check_escape(LITERAL(""), "", "nothing");
	check_escape(LITERAL("a\nb\tc\rd"), "a\\nb\\tc\\rd", "white space");
	check_escape(LITERAL("a\0b"), "a\\0b", "a NUL");
	check_escape(LITERAL("\x1b]52;c;x\a"), "\\x1b]52;c;x\\x07", "OSC 52");
	check_escape(LITERAL("\x1bP$q\x1b\\"), "\\x1bP$q\\x1b\\", "DCS");
	check_escape(LITERAL("\x0e\x0f\x05\x7f\x08"),
		     "\\x0e\\x0f\\x05\\x7f\\x08", "other controls");
	check_escape(LITERAL("\x9b" "31m"), "\\x9b31m", "a raw C1");
	check_escape(LITERAL("\xc2\x9b" "31m\xc2\x85"), "\\u{9b}31m\\u{85}",
		     "C1 as UTF-8");
	check_escape(LITERAL("App\\Http\\Foo"), "App\\Http\\Foo",
		     "backslashes of a name");
	check_escape(LITERAL("100%s%n"), "100%s%n", "a format");
}

static void test_escape_invalid(void)
{
	check_escape(LITERAL("\xff\xfe"), "\\xff\\xfe", "bytes never in UTF-8");
	check_escape(LITERAL("a\x80z"), "a\\x80z", "a lone continuation");
	check_escape(LITERAL("\xc0\x80"), "\\xc0\\x80", "an overlong NUL");
	check_escape(LITERAL("\xe0\x80\xaf"), "\\xe0\\x80\\xaf",
		     "an overlong slash");
	check_escape(LITERAL("\xed\xa0\x80"), "\\xed\\xa0\\x80",
		     "a surrogate");
	check_escape(LITERAL("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80",
		     "a character past the last");
	check_escape(LITERAL("x\xe4\xb8"), "x\\xe4\\xb8", "a cut character");
	check_escape(LITERAL("\xe4\xb8" "a"), "\\xe4\\xb8a",
		     "a broken character");
}

static void test_escape_unseen(void)
{
	check_escape(LITERAL("a\u202eb\u2066\u061c\u200f"),
		     "a\\u{202e}b\\u{2066}\\u{61c}\\u{200f}", "bidi");
	check_escape(LITERAL("a\u200bb\ufeff\u00ad\u2060\u200d"),
		     "a\\u{200b}b\\u{feff}\\u{ad}\\u{2060}\\u{200d}",
		     "zero width");
	check_escape(LITERAL("\U000e0041\ufe0f\U000e0100"),
		     "\\u{e0041}\\u{fe0f}\\u{e0100}",
		     "tags and variation selectors");
	check_escape(LITERAL("\u2028\u2029"), "\\u{2028}\\u{2029}",
		     "line separators");
	check_escape(LITERAL("\ufffe\uffff\ufdd0\U0001ffff"),
		     "\\u{fffe}\\u{ffff}\\u{fdd0}\\u{1ffff}", "noncharacters");
	check_escape(LITERAL("\ue000\U000f0000\u0378"),
		     "\\u{e000}\\u{f0000}\\u{378}",
		     "private and not assigned");
	check_escape(LITERAL("a\u00a0b\u3000"), "a\\u{a0}b\\u{3000}",
		     "blanks that are no space");
	check_escape(LITERAL("\u3164\u1160\u115f"),
		     "\\u{3164}\\u{1160}\\u{115f}", "fillers");
	check_escape(LITERAL("\U0001f1e9\U0001f1ea"),
		     "\\u{1f1e9}\\u{1f1ea}", "a flag");
	check_escape(LITERAL("\U0001f469\U0001f3fd"),
		     "\U0001f469\\u{1f3fd}", "a skin colour");
}

static void test_escape_marks(void)
{
	check_escape(LITERAL("e\u0301"), "e\u0301", "a mark on its letter");
	check_escape(LITERAL("\u0301x"), "\u25cc\u0301x", "a leading mark");
	check_escape(LITERAL("\x1b\u0301"), "\\x1b\u25cc\u0301",
		     "a mark after a control");
	check_escape(LITERAL("a\u0301\u0302\u0303\u0304\u0305\u0306" "b"),
		     "a\u0301\u0302\u0303\u0304\\u{305}\\u{306}b",
		     "more than four marks");
	check_escape(LITERAL("\u1112\u1161\u11ab"), "\u1112\u1161\u11ab",
		     "a syllable in parts");
	check_escape(LITERAL("\u4e2d\u6587 \u00e9 \u0438"),
		     "\u4e2d\u6587 \u00e9 \u0438", "letters");
}

static void test_escape_ascii(void)
{
	check_ascii(LITERAL("\u4e2d.f"), "\\u{4e2d}.f", "a letter");
	check_ascii(LITERAL("\u0301"), "\\u{301}", "a mark");
	check_ascii(LITERAL("\xff\n"), "\\xff\\n", "the rest is the same");
	check_ascii(LITERAL("\U0001f600"), "\\u{1f600}", "an emoji");
}

/* Whatever comes in, what comes out is printable and stays as it is. */
static void test_escape_random(void)
{
	struct buf out = BUF_INIT, again = BUF_INIT;
	unsigned seed = 1;
	bool printable = true, same = true, ascii = true;

	for (int i = 0; i < 20000; i++) {
		char s[12];
		struct glyph glyph;

		for (size_t k = 0; k < sizeof(s); k++) {
			seed = seed * 1103515245 + 12345;
			s[k] = (char)(seed >> 16);
		}
		buf_clear(&out);
		buf_clear(&again);
		text_escape(&out, s, sizeof(s), TEXT_UTF8);
		for (size_t at = 0; at < out.n;) {
			at += text_glyph(out.s + at, out.n - at, &glyph);
			printable &= glyph.ch[0] >= ' ' && glyph.ch[0] != 0x7f;
			printable &= glyph.width == 1 || glyph.width == 2;
		}
		text_escape(&again, out.s, out.n, TEXT_UTF8);
		same &= !strcmp(out.s, again.s);
		buf_clear(&again);
		text_escape(&again, out.s, out.n, TEXT_ASCII);
		for (size_t k = 0; k < again.n; k++)
			ascii &= again.s[k] >= ' ' && again.s[k] < 0x7f;
	}
	ok(printable, "random bytes come out printable");
	ok(same, "random bytes come out for good");
	ok(ascii, "random bytes come out as ASCII when asked");
	buf_release(&out);
	buf_release(&again);
}

static void test_width(void)
{
	struct glyph glyph;

	is_int(text_width(LITERAL("abc")), 3, "width of ASCII");
	is_int(text_width(LITERAL("")), 0, "width of nothing");
	is_int(text_width(LITERAL("\u4e2d\u6587")), 4, "width of Chinese");
	is_int(text_width(LITERAL("e\u0301\u00e9")), 2, "width with marks");
	is_int(text_width(LITERAL("\uff21\uac00\U0001f600\u1112\u1161")), 8,
	       "full width, Hangul, an emoji, a syllable in parts");
	is_int(text_width(LITERAL("\u2026\u2588\u00a7\u03b1")), 4,
	       "ambiguous characters are narrow");
	is_int(text_width(LITERAL("\x1b\xff")), 2, "not printable: 1 a byte");
	is_int(text_glyph(LITERAL("\x1b[m"), &glyph), 1, "a control is a byte");
	is_int(glyph.ch[0], '?', "and is seen as a question mark");
	is_int(text_glyph("", 0, &glyph), 0, "the end has no bytes");
	is_int(glyph.n, 0, "and no character");
	is_int(text_glyph(LITERAL("a\u0301\u0302\u0303\u0304\u0305"), &glyph),
	       9, "a character takes four marks along");
	is_int(glyph.n, 5, "and no fifth");
}

static void test_cut(void)
{
	is_int(text_cut(LITERAL("abc"), 2), 2, "cut ASCII");
	is_int(text_cut(LITERAL("abc"), 9), 3, "cut nothing");
	is_int(text_cut(LITERAL("abc"), 0), 0, "cut all");
	is_int(text_cut(LITERAL("abc"), -1), 0, "cut to less than nothing");
	is_int(text_row(LITERAL("ab cd ef"), 6), 5, "a row ends at a blank");
	is_int(text_row(LITERAL("ab cd ef"), 5), 5, "or in front of one");
	is_int(text_row(LITERAL("ab cd ef"), 8), 8, "all that is left");
	is_int(text_row(LITERAL("abcdef gh"), 4), 4, "a word that is too long");
	is_int(text_cut(LITERAL("a\u4e2d\u6587"), 2), 1,
	       "no half of a wide character");
	is_int(text_cut(LITERAL("a\u4e2d\u6587"), 3), 4,
	       "all of a wide character");
	is_int(text_cut(LITERAL("e\u0301x"), 1), 3, "marks stay with it");
	is_int(text_skip(LITERAL("a\u4e2d\u6587"), 2), 4,
	       "skip takes all of a wide character");
	is_int(text_skip(LITERAL("e\u0301x"), 1), 3, "skip takes the marks");
	is_int(text_skip(LITERAL("ab"), 5), 2, "skip ends at the end");
	is_int(text_skip(LITERAL("ab"), -1), 0, "skip nothing");
}

static void check_elide(const char *s, int columns, enum text_charset charset,
			const char *want)
{
	struct buf out = BUF_INIT;

	text_elide(&out, s, strlen(s), columns, charset);
	is(buf_str(&out), want, "elide \"%s\" to %d", s, columns);
	buf_release(&out);
}

static void test_elide(void)
{
	check_elide("abcdef", 6, TEXT_UTF8, "abcdef");
	check_elide("abcdef", 5, TEXT_UTF8, "abcd\u2026");
	check_elide("abcdef", 5, TEXT_ASCII, "abcd~");
	check_elide("abcdef", 1, TEXT_UTF8, "\u2026");
	check_elide("abcdef", 0, TEXT_UTF8, "");
	check_elide("", 3, TEXT_UTF8, "");
	check_elide("\u4e2d\u6587", 3, TEXT_UTF8, "\u4e2d\u2026");
	check_elide("\u4e2d\u6587", 2, TEXT_UTF8, "\u2026");
}

static void check_scroll(const char *s, int from, int columns,
			 const char *want)
{
	struct buf out = BUF_INIT;

	text_scroll(&out, s, strlen(s), from, columns, TEXT_UTF8);
	is(buf_str(&out), want, "scroll \"%s\" by %d to %d", s, from, columns);
	buf_release(&out);
}

static void test_scroll(void)
{
	check_scroll("abcdef", 0, 6, "abcdef");
	check_scroll("abcdef", -3, 6, "abcdef");
	check_scroll("abcdef", 0, 4, "abc\u2026");
	check_scroll("abcdef", 2, 4, "\u2026def");
	check_scroll("abcdef", 1, 4, "\u2026cd\u2026");
	check_scroll("abcdef", 2, 9, "\u2026def");
	check_scroll("abcdef", 6, 4, "\u2026");
	check_scroll("abcdef", 600, 4, "\u2026");
	check_scroll("abcdef", 3, 1, "\u2026");
	check_scroll("abcdef", 3, 0, "");
	check_scroll("", 3, 4, "");
	check_scroll("a\u4e2d\u6587z", 1, 5, "\u2026 \u6587z");
	check_scroll("a\u4e2d\u6587z", 0, 5, "a\u4e2d\u2026");
}

static void check_name(const char *s, int columns, const char *want)
{
	struct buf out = BUF_INIT;

	text_elide_name(&out, s, strlen(s), columns, TEXT_UTF8);
	is(buf_str(&out), want, "\"%s\" in %d", s, columns);
	buf_release(&out);
}

static void test_name_go(void)
{
	static const char method[] = "github.com/org/repo/pkg.(*T).Method";
	static const char generic[] =
		"github.com/o/r/pkg.Map[go.shape.int,go.shape.string].Get";

	check_name(method, 35, "github.com/org/repo/pkg.(*T).Method");
	check_name(method, 34, "\u2026/org/repo/pkg.(*T).Method");
	check_name(method, 25, "\u2026/repo/pkg.(*T).Method");
	check_name(method, 17, "\u2026/pkg.(*T).Method");
	check_name(method, 16, "\u2026(*T).Method");
	check_name(method, 12, "\u2026(*T).Method");
	check_name(method, 11, "pkg\u2026.Method");
	check_name(method, 7, "\u2026Method");
	check_name(method, 6, "p\u2026thod");
	check_name(method, 1, "\u2026");
	check_name(method, 0, "");
	check_name(method, -4, "");
	check_name(generic, 40, "github.com/o/r/pkg.Map[...].Get");
	check_name(generic, 20, "\u2026/r/pkg.Map[...].Get");
	check_name(generic, 19, "\u2026/pkg.Map[...].Get");
	check_name(generic, 14, "\u2026Map[...].Get");
	check_name("net/http.(*conn).serve.func1", 20,
		   "\u2026(*conn).serve.func1");
	check_name("net/http.(*conn).serve.func1", 18,
		   "http.\u2026.serve.func1");
}

static void test_name_others(void)
{
	check_name("std::map<int, std::string>::find(int const&)", 24,
		   "std::map<...>::find(...)");
	check_name("std::map<int, std::string>::find(int const&)", 20,
		   "\u2026map<...>::find(...)");
	check_name("call(void (*)(int), long)", 10, "call(...)");
	check_name("a::operator<(std::pair<int, int> const&)", 20,
		   "a::operator<(...)");
	check_name("com.example.deep.Thing.run", 14, "\u2026Thing.run");
	check_name("com.example.deep.Thing.run", 20, "\u2026deep.Thing.run");
	check_name("<alloc::vec::Vec<T> as core::Drop>::drop", 20,
		   "<alloc\u2026::Drop>::drop");
	check_name("f<g<h", 4, "f\u2026<h");
	check_name("[kernel.kallsyms]", 9, "[k\u2026lsyms]");
	check_name("main.main.func1", 14, "mai\u2026main.func1");
	check_name("main.f /home/me/src/go/main.go:12", 16,
		   "main.\u2026main.go:12");
	check_name("main.f /home/me/src/go/main.go:12", 19,
		   "main.f \u2026/main.go:12");
	check_name("main.f /home/me/src/go/main.go:12", 26,
		   "main.f \u2026/src/go/main.go:12");
	check_name("cmp.Compare[go.shape.int] cmp/cmp.go:52", 28,
		   "cmp.Compare[...] \u2026/cmp.go:52");
	check_name("strings.(*Reader).ReadByte strings/reader.go:68", 36,
		   "\u2026(*Reader).ReadByte \u2026/reader.go:68");
	check_name("00400123 main.f go/main.go:12", 28,
		   "00400123 main.f \u2026/main.go:12");
	check_name("f a/b", 4, "\u2026/b");
	check_name("operator new(a/b)", 10, "ope\u2026w(a/b)");
	check_name("\u4e2d\u6587\u4e2d\u6587", 6, "\u2026\u4e2d\u6587");
	check_name("\u4e2d\u6587\u4e2d\u6587", 7,
		   "\u4e2d\u2026\u4e2d\u6587");
	check_name("", 10, "\"\"");
	check_name("   ", 10, "\"   \"");
	check_name("a\x1b[2J", 20, "a\\x1b[2J");
}

/* Never wider than asked for, for names that are cut everywhere. */
static void test_name_widths(void)
{
	static const char *const names[] = {
		"github.com/org/repo/pkg.(*T[go.shape.int]).Method.func1.2",
		"a/b.\u4e2d\u6587(\u4e2d).\u6587\u4e2d\u6587\u4e2d",
		"std::__1::vector<std::pair<a::b, c::d>, e>::push_back(f<g>&&)",
		"((((((((((((", "<<<<<<<<<<", ".........", "::::::::", "/////////",
		"operator<<", "\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
	};
	struct buf out = BUF_INIT;
	bool fits = true;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		for (int columns = 0; columns < 70; columns++) {
			buf_clear(&out);
			text_elide_name(&out, names[i], strlen(names[i]),
					columns, TEXT_UTF8);
			fits &= text_width(buf_str(&out), out.n) <=
				(size_t)columns;
			buf_clear(&out);
			text_elide_path(&out, names[i], strlen(names[i]),
					columns, TEXT_ASCII);
			fits &= out.n <= (size_t)columns;
		}
	}
	ok(fits, "names and paths are never wider than their column");
	buf_release(&out);
}

static void test_name_long(void)
{
	size_t n = 4 << 20;
	char *name = malloc(n);
	struct buf out = BUF_INIT;

	memset(name, 'x', n);
	memcpy(name, "pkg.", 4);
	memcpy(name + n - 4, ".End", 4);
	for (int i = 0; i < 100; i++) {
		buf_clear(&out);
		text_elide_name(&out, name, n, 13, TEXT_ASCII);
	}
	is(buf_str(&out), "pkg.~xxxx.End", "4 MiB of a name, 100 times");
	memset(name, '<', n);
	memset(name, 'x', n / 2);
	buf_clear(&out);
	text_elide_name(&out, name, n, 7, TEXT_ASCII);
	is(buf_str(&out), "xx~<<<<", "4 MiB of brackets that nothing closes");
	free(name);
	buf_release(&out);
}

static void check_path(const char *s, int columns, const char *want)
{
	struct buf out = BUF_INIT;

	text_elide_path(&out, s, strlen(s), columns, TEXT_UTF8);
	is(buf_str(&out), want, "path \"%s\" in %d", s, columns);
	buf_release(&out);
}

static void test_path(void)
{
	check_path("/usr/src/a/file.go", 18, "/usr/src/a/file.go");
	check_path("/usr/src/a/file.go", 17, "\u2026/src/a/file.go");
	check_path("/usr/src/a/file.go", 12, "\u2026/a/file.go");
	check_path("/usr/src/a/file.go", 9, "\u2026/file.go");
	check_path("/usr/src/a/file.go", 8, "\u2026file.go");
	check_path("/usr/src/a/file.go", 7, "\u2026ile.go");
	check_path("/usr/src/a/file.go", 1, "\u2026");
	check_path("", 5, "");
	check_path("\x1b/a", 6, "\\x1b/a");
}

static void check_expand(const char *s, const char *want, size_t columns)
{
	size_t n = strlen(s);
	struct buf out = BUF_INIT;

	is_int(text_expand(&out, s, n, 0, TEXT_UTF8), (int)columns,
	       "columns of \"%s\"", want);
	is(buf_str(&out), want, "expanded to \"%s\"", want);
	for (size_t i = 0; i <= n; i++) {
		size_t column;

		/* Not within a character. */
		if (i < n && ((unsigned char)s[i] & 0xc0) == 0x80)
			continue;
		buf_clear(&out);
		column = text_expand(&out, s, i, 0, TEXT_UTF8);
		column = text_expand(&out, s + i, n - i, column, TEXT_UTF8);
		ok(column == columns && !strcmp(buf_str(&out), want),
		   "the same in pieces of %zu and %zu", i, n - i);
	}
	buf_release(&out);
}

static void test_expand(void)
{
	check_expand("", "", 0);
	check_expand("a\tb", "a       b", 9);
	check_expand("\t1234567\t8", "        1234567 8", 17);
	check_expand("12345678\t|", "12345678        |", 17);
	check_expand("\u4e2d\u00e9\t\x1b\t|", "\u4e2d\u00e9     \\x1b    |",
		     17);
}

/* Each tab costs its own columns, not those of the whole line. */
static void test_expand_long(void)
{
	enum { TABS = 1000000 };
	char *tabs = malloc(TABS);
	struct buf out = BUF_INIT;

	memset(tabs, '\t', TABS);
	is_int(text_expand(&out, tabs, TABS, 0, TEXT_UTF8), 8 * TABS,
	       "a million tabs in a line");
	free(tabs);
	buf_release(&out);
}

/* What is escaped for messages is printable as it is. */
static void test_messages(void)
{
	struct buf path = BUF_INIT, shown = BUF_INIT;
	char message[32];
	int n_wrong = 0;

	for (uint32_t c = 1; c <= RUNE_MAX; c++) {
		buf_clear(&path);
		buf_clear(&shown);
		buf_addc(&path, 'a');
		rune_encode(&path, c);
		input_escape(message, sizeof(message), buf_str(&path));
		text_escape(&shown, message, strlen(message), TEXT_UTF8);
		n_wrong += strcmp(buf_str(&shown), message) != 0;
	}
	is_int(n_wrong, 0, "paths in messages are printable text");
	buf_release(&path);
	buf_release(&shown);
}

int main(void)
{
	test_expand();
	test_expand_long();
	test_messages();
	test_escape_controls();
	test_escape_invalid();
	test_escape_unseen();
	test_escape_marks();
	test_escape_ascii();
	test_escape_random();
	test_width();
	test_cut();
	test_elide();
	test_scroll();
	test_name_go();
	test_name_others();
	test_name_widths();
	test_name_long();
	test_path();
	return tap_done();
}
