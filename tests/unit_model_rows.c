/*
 * Rows that readers make: each stack once by its labels and kind, and the two
 * ways in which walking too many frames ends.
 */
#include "config.h"

#include "model/rows.h"
#include "tests/tap.h"

enum { DEPTH = 1 << 20 };	/* of the deep stack */

static struct mem mem;

static void test_numbers(struct rows *rows)
{
	static const struct loc_id frames[] = { { 1 }, { 2 }, { 1 }, { 2 } };
	static const struct rows_key keys[] = {
		{ frames, 2, { 0 }, 0 }, { frames, 1, { 0 }, 0 },
		{ frames, 2, { 1 }, 0 }, { frames, 2, { 0 }, 1 },
		{ NULL, 0, { 0 }, 0 }, { frames + 2, 2, { 0 }, 0 },
	};
	static const uint32_t wanted[ARRAY_SIZE(keys)] = { 0, 1, 2, 3, 4, 0 };
	struct err err;
	uint32_t row;

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		ok(!rows_number(rows, &keys[i], &row, &err) &&
		   row == wanted[i], "key %zu is row %u", i, wanted[i]);
	}
	is_int(rows->walked, 9, "frames are counted");
}

/* A row that is there costs no memory, and ends all the same. */
static void test_ends(struct rows *rows, struct loc_id *deep,
		      _Atomic bool *cancel)
{
	struct rows_key key = { .frames = deep, .n = DEPTH };
	size_t used;
	struct err err;
	uint32_t row;

	ok(!rows_number(rows, &key, &row, &err), "a deep stack");
	used = mem.used;
	ok(!rows_number(rows, &key, &row, &err) && mem.used == used,
	   "the same takes no memory");
	*cancel = true;
	ok(rows_number(rows, &key, &row, &err), "it can be cancelled");
	is(err.text, "cancelled", "which is the reason");
	*cancel = false;
	rows->walked = ROWS_WALKED_MAX - DEPTH;
	ok(!rows_number(rows, &key, &row, &err), "the last one");
	ok(rows_number(rows, &key, &row, &err), "and one too many");
	is(err.text, "more than 4294967296 frames in all stacks together",
	   "which is the reason");
}

int main(void)
{
	struct loc_id *deep = mem_alloc(&mem, DEPTH * sizeof(*deep));
	_Atomic bool cancel = false;
	struct profile profile;
	struct tables tables;
	struct rows rows;

	profile_init(&profile, &mem);
	tables_init(&tables, &profile);
	rows_init(&rows, &tables, &cancel);
	test_numbers(&rows);
	test_ends(&rows, deep, &cancel);
	rows_release(&rows);
	tables_release(&tables);
	profile_release(&profile);
	mem_free(&mem, deep, DEPTH * sizeof(*deep));
	is_int(mem.used, 0, "all is given back");
	return tap_done();
}
