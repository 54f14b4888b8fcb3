#include "config.h"

#include "render/text.h"

#include <string.h>

#include "model/mem.h"

/* What is looked at of a longer name: as many bytes of its ends. */
#define NAME_END 8192

/* Columns of a name that is worth showing before its file. */
#define NAME_WITH_FILE 8

/* Separators of a name that are kept in mind; the first go for the last. */
#define CUTS 64

/*
 * Where a name may be cut off on its left: at[0..dirs) are its slashes, and
 * at[dirs..n) the starts of the parts after the last of them.
 */
struct cuts {
	size_t at[CUTS];
	size_t n, dirs;
};

/* A name that is too long for its place. */
struct elision {
	struct buf *out;
	int columns;
	enum text_charset charset;
};

static bool is_inside_char(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* The name as printable text, without the middle when it is very long. */
static void name_escape(struct buf *out, const char *name, size_t n,
			enum text_charset charset)
{
	size_t head = NAME_END, tail = n - NAME_END;

	if (n <= 2 * NAME_END) {
		text_escape(out, name, n, charset);
		return;
	}
	for (int i = 0; i < 3 && is_inside_char(name[head]); i++)
		head--;
	for (int i = 0; i < 3 && is_inside_char(name[tail]); i++)
		tail++;
	text_escape(out, name, head, charset);
	buf_adds(out, text_mark(charset));
	text_escape(out, name + tail, n - tail, charset);
}

/* Adds text if all of it fits. */
static bool add_whole(const struct elision *to, const char *s, size_t n)
{
	if (text_cut(s, n, to->columns) < n)
		return false;
	buf_add(to->out, s, n);
	return true;
}

/* Where the rest of text that is too long must start to fit after a mark. */
static size_t fitting_tail(const struct elision *to, const char *s, size_t n)
{
	size_t width = text_width(s, n);

	return text_skip(s, n, (int)width - (to->columns - 1));
}

static void add_tail(const struct elision *to, const char *s, size_t n,
		     size_t at)
{
	buf_adds(to->out, text_mark(to->charset));
	buf_add(to->out, s + at, n - at);
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '$' ||
	       (unsigned char)c >= 0x80;
}

/*
 * Whether what is at s[i] is the rest of a C++ name such as operator<, of which
 * none has more than three signs.
 */
static bool is_operator(const char *s, size_t i)
{
	static const char word[] = "operator";
	size_t n = sizeof(word) - 1, least = i > 2 ? i - 2 : 0;

	while (i > least && strchr("<>-=/", s[i - 1]))
		i--;
	return i >= n && !memcmp(s + i - n, word, n);
}

static bool is_arrow(const char *s, size_t i)
{
	return i && (s[i - 1] == '-' || s[i - 1] == '=');
}

/* Whether a bracket at s[i] opens the arguments of what stands before it. */
static bool opens_arguments(const char *s, size_t i)
{
	if (!i)
		return false;
	if (is_operator(s, i))
		return s[i] == '(';
	return is_word(s[i - 1]) ||
	       (s[i] == '(' && (s[i - 1] == '>' || s[i - 1] == ')'));
}

/* The place of what closes the bracket at s[i], or n. */
static size_t closing(const char *s, size_t n, size_t i, char close)
{
	char open = s[i];
	size_t depth = 0;

	for (; i < n; i++) {
		if (s[i] == open)
			depth++;
		else if (s[i] == close && !is_arrow(s, i) && !--depth)
			return i;
	}
	return n;
}

/*
 * Adds the name with arguments in one kind of brackets as three dots.  The
 * first bracket that nothing closes ends it, so that the time is linear.
 */
static void collapse(struct buf *out, const char *s, size_t n,
		     const char *brackets)
{
	size_t done = 0;

	for (size_t i = 0; i < n; i++) {
		size_t end;

		if (s[i] != brackets[0] || !opens_arguments(s, i))
			continue;
		end = closing(s, n, i, brackets[1]);
		if (end == n)
			break;
		if (end - i > strlen("(...)") - 1) {
			buf_add(out, s + done, i + 1 - done);
			buf_adds(out, "...");
			done = end;
		}
		i = end;
	}
	buf_add(out, s + done, n - done);
}

/* Replaces the name by itself with such arguments collapsed. */
static void name_collapse(struct buf *name, const char *brackets)
{
	struct buf shorter = BUF_INIT;

	collapse(&shorter, name->s, name->n, brackets);
	buf_release(name);
	*name = shorter;
}

static void cuts_add(struct cuts *cuts, size_t at)
{
	if (cuts->n == CUTS) {
		memmove(cuts->at, cuts->at + 1,
			(CUTS - 1) * sizeof(cuts->at[0]));
		cuts->n--;
		cuts->dirs -= cuts->dirs > 0;
	}
	cuts->at[cuts->n++] = at;
}

static void cuts_add_dir(struct cuts *cuts, size_t at)
{
	cuts->n = cuts->dirs;
	cuts_add(cuts, at);
	cuts->dirs = cuts->n;
}

/* Follows the depth of brackets of any kind over the byte s[i]. */
static size_t next_depth(const char *s, size_t i, size_t depth)
{
	if (s[i] == '(' || s[i] == '[' || s[i] == '{')
		return depth + 1;
	if (s[i] == '<')
		return depth + !is_operator(s, i);
	if (s[i] == ')' || s[i] == ']' || s[i] == '}' ||
	    (s[i] == '>' && !is_arrow(s, i) && !is_operator(s, i)))
		return depth - (depth > 0);
	return depth;
}

/*
 * Finds the separators outside of brackets.  A file after the name ("f
 * /src/f.c:12", as when functions are told apart by line) ends it.
 */
static void cuts_find(struct cuts *cuts, const char *s, size_t n)
{
	size_t depth = 0;

	for (size_t i = 0; i < n; i++) {
		depth = next_depth(s, i, depth);
		if (depth)
			continue;
		if (s[i] == ' ' && i + 1 < n && s[i + 1] == '/')
			break;
		if (s[i] == '/' && !is_operator(s, i))
			cuts_add_dir(cuts, i);
		else if (s[i] == '.' && i + 1 < n)
			cuts_add(cuts, i + 1);
		else if (i + 2 < n && s[i] == ':' && s[i + 1] == ':')
			cuts_add(cuts, i++ + 2);
	}
}

bool text_is_inner_name(const char *s, size_t n)
{
	static const char *const prefix[] = { "func", "gowrap", "deferwrap" };

	if (n && (*s == '{' || (*s >= '0' && *s <= '9')))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(prefix); i++) {
		size_t len = strlen(prefix[i]);

		if (n > len && !memcmp(s, prefix[i], len) &&
		    s[len] >= '0' && s[len] <= '9')
			return true;
	}
	return false;
}

/*
 * How many parts there are, without those at the end that are of no use alone:
 * the last that counts is the function.
 */
static size_t cuts_parts(const struct cuts *cuts, const char *s, size_t n)
{
	size_t i = cuts->n;

	while (i > cuts->dirs && text_is_inner_name(s + cuts->at[i - 1],
						    n - cuts->at[i - 1]))
		i--;
	return i;
}

/* Adds both ends; the last part, from `last` on, whole if that is possible. */
static void add_middle(const struct elision *to, const char *s, size_t n,
		       size_t last)
{
	size_t room = (size_t)to->columns - 1, tail = room - room / 3;
	size_t width = text_width(s, n), want = text_width(s + last, n - last);
	size_t skip;

	if (want > tail && want <= room)
		tail = want;
	buf_add(to->out, s, text_cut(s, n, (int)(room - tail)));
	buf_adds(to->out, text_mark(to->charset));
	skip = text_skip(s, n, (int)(width - tail));
	buf_add(to->out, s + skip, n - skip);
}

/*
 * Cuts on the left, sparing the function and what it belongs to, or in the
 * middle.
 */
static void add_cut(const struct elision *to, const char *s, size_t n)
{
	struct cuts cuts = { .n = 0 };
	size_t fits = fitting_tail(to, s, n), parts, base = 0;

	cuts_find(&cuts, s, n);
	parts = cuts_parts(&cuts, s, n);
	for (size_t i = 0; i < cuts.dirs || i + 1 < parts; i++) {
		if (cuts.at[i] >= fits) {
			add_tail(to, s, n, cuts.at[i]);
			return;
		}
	}
	if (cuts.dirs)
		base = cuts.at[cuts.dirs - 1] + 1;
	add_middle(to, s + base, n - base,
		   parts > cuts.dirs ? cuts.at[parts - 1] - base : 0);
}

/* Adds the name of a file, or as many of its last parts as fit. */
static void add_path(const struct elision *to, const char *s, size_t n)
{
	const char *slash;
	size_t at;

	if (add_whole(to, s, n))
		return;
	at = fitting_tail(to, s, n);
	slash = memchr(s + at, '/', n - at);
	add_tail(to, s, n, slash ? (size_t)(slash - s) : at);
}

/*
 * Where a file begins that stands behind a name, as when functions are told
 * apart by file or line; n when none does.
 */
static size_t file_find(const char *s, size_t n)
{
	bool has_slash = false;
	size_t at = n;

	for (; at && s[at - 1] != ' '; at--) {
		if (strchr("()<>[]{}", s[at - 1]))
			return n;
		has_slash |= s[at - 1] == '/';
	}
	return at && has_slash ? at : n;
}

/*
 * Adds a name and the file behind it, which gives way to the name down to its
 * last part.  Returns false when that leaves too little of the name.
 */
static bool add_with_file(const struct elision *to, const char *s, size_t n)
{
	size_t file = file_find(s, n), base = n;
	struct elision part = *to;

	if (file == n)
		return false;
	while (s[base - 1] != '/')
		base--;
	part.columns -= (int)(text_width(s + base, n - base) + strlen(" ./"));
	if (part.columns < NAME_WITH_FILE &&
	    part.columns < (int)text_width(s, file - 1))
		return false;
	if (add_whole(&part, s, file - 1))
		part.columns = (int)text_width(s, file - 1);
	else
		add_cut(&part, s, file - 1);
	buf_addc(to->out, ' ');
	part.columns = to->columns - part.columns - 1;
	add_path(&part, s + file, n - file);
	return true;
}

/* Puts quotes around a name that would not be seen. */
static void name_quote(struct buf *text)
{
	size_t blank = 0;

	while (blank < text->n && text->s[blank] == ' ')
		blank++;
	if (blank < text->n)
		return;
	buf_clear(text);
	buf_addc(text, '"');
	buf_pad(text, ' ', blank);
	buf_addc(text, '"');
}

void text_elide_name(struct buf *out, const char *name, size_t n, int columns,
		     enum text_charset charset)
{
	static const char *const brackets[] = { "[]", "<>", "()" };
	struct elision to = { out, columns, charset };
	struct buf text = BUF_INIT;
	bool done;

	if (columns <= 0)
		return;
	name_escape(&text, name, n, charset);
	name_quote(&text);
	done = add_whole(&to, text.s, text.n);
	for (size_t i = 0; i < ARRAY_SIZE(brackets) && !done; i++) {
		name_collapse(&text, brackets[i]);
		done = add_whole(&to, text.s, text.n);
	}
	if (!done && !add_with_file(&to, text.s, text.n))
		add_cut(&to, text.s, text.n);
	buf_release(&text);
}

void text_elide_path(struct buf *out, const char *path, size_t n, int columns,
		     enum text_charset charset)
{
	struct elision to = { out, columns, charset };
	struct buf text = BUF_INIT;

	if (columns <= 0)
		return;
	name_escape(&text, path, n, charset);
	add_path(&to, buf_str(&text), text.n);
	buf_release(&text);
}
