#include "config.h"

#include "model/jsonwalk.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BATCH = 64 * 1024 };	/* bytes of elements that become one tree */

/* How far into a value a scan is. */
struct extent {
	size_t depth;
	bool in_string, is_escaped;
};

/* Passes over a byte order mark, which must be that of UTF-8. */
static int skip_mark(struct input *input, struct err *err)
{
	static const char mark[] = "\xef\xbb\xbf";
	const uint8_t *at;
	size_t n = input_peek(input, sizeof(mark) - 1, &at, err);

	if (n == (size_t)-1)
		return -1;
	if (n >= 2 && (!memcmp(at, "\xff\xfe", 2) ||
		       !memcmp(at, "\xfe\xff", 2)))
		return err_fail(err, "UTF-16, which JSON is not; turn it: "
				"iconv -f UTF-16 -t UTF-8 FILE | pprowl -");
	if (n == sizeof(mark) - 1 && !memcmp(at, mark, n))
		input_skip(input, n);
	return 0;
}

int jsonwalk_open(struct jsonwalk *walk, struct input *input, struct mem *mem,
		  struct err *err)
{
	*walk = (struct jsonwalk){ .input = input };
	return jsontree_open(&walk->tree, mem, err) || skip_mark(input, err) ?
	       -1 : 0;
}

void jsonwalk_release(struct jsonwalk *walk)
{
	jsontree_release(&walk->tree);
	buf_release(&walk->piece);
}

void jsonwalk_set(const struct jsonwalk *walk, struct err *err,
		  const char *fmt, ...)
{
	char text[sizeof(err->text) / 2];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	err_set(err, "byte %" PRIu64 ": %s", input_offset(walk->input), text);
}

static bool is_blank(uint8_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Makes bytes be at hand; 0 at the end, -1 with the reason. */
static int have_bytes(struct jsonwalk *walk, struct err *err)
{
	const uint8_t *at;
	size_t n = input_peek(walk->input, 1, &at, err);

	return n == (size_t)-1 ? -1 : n > 0;
}

/* The next byte that is no blank, which stays; 0 at the end. */
static int peek_byte(struct jsonwalk *walk, struct err *err)
{
	struct input *input = walk->input;
	int have;

	while ((have = have_bytes(walk, err)) > 0) {
		while (input->at < input->end && is_blank(*input->at))
			input_skip(input, 1);
		if (input->at < input->end)
			return *input->at ? *input->at : 1;
	}
	return have;
}

int jsonwalk_peek(struct jsonwalk *walk, struct err *err)
{
	int byte = peek_byte(walk, err);

	return byte ? byte : jsonwalk_fail(walk, err, "the file ends where a "
					   "value is due");
}

int jsonwalk_end(struct jsonwalk *walk, struct err *err)
{
	int byte = peek_byte(walk, err);

	return byte <= 0 ? byte : jsonwalk_fail(walk, err, "something follows "
						"the end");
}

/* Takes the byte, behind blanks. */
static int take_byte(struct jsonwalk *walk, char wanted, struct err *err)
{
	int byte = jsonwalk_peek(walk, err);

	if (byte < 0)
		return -1;
	if (byte != wanted)
		return jsonwalk_fail(walk, err, "there is no '%c' where one is "
				     "due", wanted);
	input_skip(walk->input, 1);
	return 0;
}

/* Returns true when the byte is the last of the string. */
static bool scan_string(struct extent *e, uint8_t c)
{
	if (e->is_escaped)
		e->is_escaped = false;
	else if (c == '\\')
		e->is_escaped = true;
	else if (c == '"')
		e->in_string = false;
	return !e->in_string && !e->depth;
}

/*
 * Moves over bytes of a value.  Returns how many are of it; *is_done says that
 * it ends there.
 */
static size_t scan(struct extent *e, const uint8_t *at, size_t n,
		   bool *is_done)
{
	*is_done = true;
	for (size_t i = 0; i < n; i++) {
		uint8_t c = at[i];

		if (e->in_string) {
			if (scan_string(e, c))
				return i + 1;
		} else if (c == '"') {
			e->in_string = true;
		} else if (c == '[' || c == '{') {
			e->depth++;
		} else if (c == ']' || c == '}') {
			if (!e->depth)
				return i;
			if (!--e->depth)
				return i + 1;
		} else if (!e->depth && (c == ',' || is_blank(c))) {
			return i;
		}
	}
	*is_done = false;
	return n;
}

/* Takes a value, and appends it to out if that is not NULL. */
static int take_value(struct jsonwalk *walk, struct buf *out, struct err *err)
{
	struct extent extent = { 0 };
	struct input *input = walk->input;
	uint64_t start;
	size_t n;
	bool is_done = false;
	int have = jsonwalk_peek(walk, err);

	if (have < 0)
		return -1;
	start = input_offset(input);
	while (!is_done && (have = have_bytes(walk, err)) > 0) {
		n = scan(&extent, input->at, (size_t)(input->end - input->at),
			 &is_done);
		if (out && input_offset(input) - start + n >
			   JSONWALK_PIECE_MAX)
			return jsonwalk_fail(walk, err, "a value of more than "
					     "1 MiB");
		if (out)
			buf_add(out, (const char *)input->at, n);
		input_skip(input, n);
	}
	if (have < 0)
		return -1;
	if (!is_done && (extent.depth || extent.in_string))
		return jsonwalk_fail(walk, err, "the file ends in a value");
	if (input_offset(input) == start)
		return jsonwalk_fail(walk, err, "a value is missing");
	return 0;
}

int jsonwalk_skip(struct jsonwalk *walk, struct err *err)
{
	return take_value(walk, NULL, err);
}

/*
 * Moves to the next member or element, up to the value.  Returns 1, or 0
 * behind the last one.
 */
static int take_next(struct jsonwalk *walk, char close, bool is_first,
		     struct err *err)
{
	int byte = jsonwalk_peek(walk, err);

	if (byte < 0)
		return -1;
	if (byte == close) {
		input_skip(walk->input, 1);
		return 0;
	}
	if (!is_first && take_byte(walk, ',', err))
		return -1;
	return 1;
}

static int enter(struct jsonwalk *walk, char open, struct err *err)
{
	if (take_byte(walk, open, err))
		return -1;
	if (walk->depth == JSONWALK_DEPTH_MAX)
		return jsonwalk_fail(walk, err, "more than %d objects and "
				     "arrays in each other",
				     JSONWALK_DEPTH_MAX);
	walk->depth++;
	return 0;
}

/* Takes a key with its colon; it stays in the piece. */
static int take_key(struct jsonwalk *walk, struct str *key, struct err *err)
{
	int byte = jsonwalk_peek(walk, err);

	if (byte < 0)
		return -1;
	if (byte != '"')
		return jsonwalk_fail(walk, err, "there is no key where one is "
				     "due");
	buf_clear(&walk->piece);
	if (take_value(walk, &walk->piece, err) || take_byte(walk, ':', err))
		return -1;
	*key = (struct str){ walk->piece.s + 1, walk->piece.n - 2 };
	return 0;
}

int jsonwalk_object(struct jsonwalk *walk, jsonwalk_member_fn *fn, void *data,
		    struct err *err)
{
	bool is_first = true;
	struct str key;
	int more;

	if (enter(walk, '{', err))
		return -1;
	while ((more = take_next(walk, '}', is_first, err)) > 0) {
		is_first = false;
		if (take_key(walk, &key, err) || fn(walk, key, data, err))
			return -1;
	}
	walk->depth--;
	return more;
}

int jsonwalk_array(struct jsonwalk *walk, jsonwalk_element_fn *fn, void *data,
		   struct err *err)
{
	bool is_first = true;
	int more;

	if (enter(walk, '[', err))
		return -1;
	while ((more = take_next(walk, ']', is_first, err)) > 0) {
		is_first = false;
		if (fn(walk, data, err))
			return -1;
	}
	walk->depth--;
	return more;
}

/* Makes a tree of the piece. */
static int parse(struct jsonwalk *walk, struct jsonitem *item,
		 struct err *err)
{
	struct err why;

	if (!jsontree_parse(&walk->tree,
			    (struct str){ walk->piece.s, walk->piece.n },
			    item, &why))
		return 0;
	return jsonwalk_fail(walk, err, "what is in front of this is no JSON: "
			     "%s", why.text);
}

int jsonwalk_value(struct jsonwalk *walk, jsonwalk_item_fn *fn, void *data,
		   struct err *err)
{
	struct jsonitem item;

	buf_clear(&walk->piece);
	if (take_value(walk, &walk->piece, err) || parse(walk, &item, err))
		return -1;
	return fn(item, data, err);
}

static int end_batch(struct jsonwalk *walk, jsonwalk_item_fn *fn, void *data,
		     struct err *err)
{
	struct jsonitem items;
	size_t n;

	buf_addc(&walk->piece, ']');
	if (parse(walk, &items, err))
		return -1;
	n = jsonitem_count(items);
	for (size_t i = 0; i < n; i++) {
		if (fn(jsonitem_at(items, i), data, err))
			return -1;
	}
	buf_clear(&walk->piece);
	buf_addc(&walk->piece, '[');
	return 0;
}

/* Elements of one tree are as many as a batch has room for, at least one. */
int jsonwalk_items(struct jsonwalk *walk, jsonwalk_item_fn *fn, void *data,
		   struct err *err)
{
	bool is_first = true;
	int more;

	if (enter(walk, '[', err))
		return -1;
	buf_clear(&walk->piece);
	buf_addc(&walk->piece, '[');
	while ((more = take_next(walk, ']', is_first, err)) > 0) {
		is_first = false;
		if (walk->piece.n > 1)
			buf_addc(&walk->piece, ',');
		if (take_value(walk, &walk->piece, err))
			return -1;
		if (walk->piece.n >= BATCH && end_batch(walk, fn, data, err))
			return -1;
	}
	if (more < 0 || (walk->piece.n > 1 && end_batch(walk, fn, data, err)))
		return -1;
	walk->depth--;
	return 0;
}

struct number {
	const struct jsonwalk *walk;
	int64_t *value;
};

static int take_int(struct jsonitem item, void *data, struct err *err)
{
	struct number *number = data;

	if (jsonitem_int(item, number->value))
		return 0;
	return jsonwalk_fail(number->walk, err, "what is in front of this is "
			     "no number of 64 bits");
}

int jsonwalk_int(struct jsonwalk *walk, int64_t *value, struct err *err)
{
	struct number number = { walk, value };

	return jsonwalk_value(walk, take_int, &number, err);
}

/* A table of members, and what its functions are given. */
struct table {
	const struct jsonwalk_member *members;
	void *data;
};

static int take_member(struct jsonwalk *walk, struct str key, void *data,
		       struct err *err)
{
	const struct table *table = data;
	const struct jsonwalk_member *m = table->members;

	while (m->key && !str_is(key, m->key))
		m++;
	if (m->read)
		return m->read(walk, table->data, err);
	if (m->take)
		return jsonwalk_value(walk, m->take, table->data, err);
	if (m->take_each)
		return jsonwalk_items(walk, m->take_each, table->data, err);
	return jsonwalk_skip(walk, err);
}

int jsonwalk_members(struct jsonwalk *walk,
		     const struct jsonwalk_member *members, void *data,
		     struct err *err)
{
	struct table table = { members, data };

	return jsonwalk_object(walk, take_member, &table, err);
}
