/*
 * Memory with a budget: what is counted, what ends the program and how, and
 * the arenas, vectors and scratch memory that stand on it.
 */
#include "config.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#include "model/arena.h"
#include "model/mem.h"
#include "model/scratch.h"
#include "tests/death.h"
#include "tests/tap.h"

static struct mem mem;

static bool is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i])
			return false;
	}
	return true;
}

static void test_counting(void)
{
	char *p = mem_alloc(&mem, 1000);

	ok(is_zero(p, 1000), "memory is zeroed");
	is_int(mem.used, 1000, "an allocation is counted");
	memset(p, 'x', 1000);
	p = mem_resize(&mem, p, 1000, 5000);
	ok(p[0] == 'x' && p[999] == 'x', "growing keeps what was there");
	is_int(mem.used, 5000, "growing is counted");
	p = mem_resize(&mem, p, 5000, 10);
	ok(p[0] == 'x' && p[9] == 'x', "so does shrinking");
	is_int(mem.used, 10, "shrinking is counted");
	p = mem_resize(&mem, p, 10, 0);
	ok(!p, "nothing is left of no bytes");
	is_int(mem.used, 0, "and all is given back");
	ok(!mem_alloc(&mem, 0), "no bytes are no memory");
	mem_free(&mem, NULL, 0);
	is_int(mem.used, 0, "which may be given back");
	p = mem_resize(&mem, NULL, 0, 3);
	is_int(mem.used, 3, "resizing starts from nothing");
	mem_free(&mem, p, 3);
}

static void say_hook(void)
{
	fputs("hook;", stderr);
}

/* The text of a name need not live longer than the call. */
static void take_named(void *data)
{
	struct mem small = { .limit = 1 };
	char name[] = "one";

	(void)data;
	mem_name(&small, name);
	memset(name, 0, sizeof(name));
	mem_alloc(&small, 2);
}

static void take_too_much(void *data)
{
	struct mem small = { .limit = 2 << 20 };
	void *p = mem_alloc(&small, 1 << 20);

	mem_name(&small, data);
	p = mem_resize(&small, p, 1 << 20, 2 << 20);
	fputs("in the limit;", stderr);
	mem_resize(&small, p, 2 << 20, (2 << 20) + 1);
	fputs("survived", stderr);
}

static void take_the_world(void *data)
{
	struct mem endless = { 0 };

	mem_name(&endless, data);
	mem_alloc(&endless, SIZE_MAX / 4);
}

static void test_death(void)
{
	char name[] = "heap.pb.gz", long_name[300];
	struct death death = death_of(take_too_much, name);

	is_int(death.status, 2, "going over the limit ends with 2");
	is(death.text, "in the limit;pprowl: heap.pb.gz: needs more than "
	   "-max_memory=2MB; raise it with -max_memory=SIZE\n",
	   "and says which limit");
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	death = death_of(take_too_much, long_name);
	long_name[255] = '\0';
	ok(strstr(death.text, long_name) &&
	   strstr(death.text, "x: needs more than "), "a name is cut");
	die_hook = say_hook;
	death = death_of(take_too_much, NULL);
	is(death.text, "in the limit;hook;pprowl: out of memory: needs more "
	   "than -max_memory=2MB; raise it with -max_memory=SIZE\n",
	   "the hook runs before the message");
	die_hook = NULL;
	death = death_of(take_named, NULL);
	is(death.text, "pprowl: one: needs more than -max_memory=0MB; raise "
	   "it with -max_memory=SIZE\n", "the name is a copy");
}

/* Without a sanitizer, which ends the program its own way. */
static void test_system_death(void)
{
	char name[] = "x";
	struct death death;

	setenv("ASAN_OPTIONS", "allocator_may_return_null=1", 1);
	death = death_of(take_the_world, name);
	if (strstr(death.text, "AddressSanitizer")) {
		ok(true, "# SKIP the sanitizer has limits of its own");
		return;
	}
	is_int(death.status, 2, "more than the system has ends with 2");
	ok(strstr(death.text, "pprowl: x: the system has no"), "and says so");
}

static void grow_without_end(void *data)
{
	VEC(uint64_t) vec = { NULL, 0, 0 };

	(void)data;
	vec_reserve(&mem, &vec, SIZE_MAX / 8);
}

static void test_vec(void)
{
	VEC(uint64_t) vec = { NULL, 0, 0 };
	bool is_same = true;

	vec_reserve(&mem, &vec, 0);
	ok(!vec.at && !vec.cap, "room for nothing is nothing");
	for (uint64_t i = 0; i < 100000; i++)
		*vec_push(&mem, &vec) = i;
	for (uint64_t i = 0; i < vec.n; i++)
		is_same = is_same && vec.at[i] == i;
	ok(is_same && vec.n == 100000, "a vector keeps its elements");
	is_int(mem.used, vec.cap * sizeof(*vec.at), "its room is counted");
	ok(vec.cap < 2 * vec.n, "which is not wasted");
	vec_reserve(&mem, &vec, 1000000);
	ok(vec.cap >= 1100000 && vec.n == 100000 && vec.at[99999] == 99999,
	   "room is made in one go");
	vec_release(&mem, &vec);
	ok(!vec.at && !vec.n && !vec.cap, "a released vector is empty");
	is_int(mem.used, 0, "and has given its memory back");
	is_int(death_of(grow_without_end, NULL).status, 2,
	       "a size that overflows ends with 2");
}

static void test_arena(void)
{
	static const size_t sizes[] = { 1, 15, 16, 17, 4000, 5000, 3 << 20 };
	struct arena arena;
	bool is_good = true;
	char *p;

	arena_init(&arena, &mem);
	for (size_t round = 0; round < 300; round++) {
		size_t n = sizes[round % (ARRAY_SIZE(sizes) - (round > 6))];

		p = arena_alloc(&arena, n);
		is_good = is_good && is_zero(p, n) &&
			  !((uintptr_t)p % alignof(max_align_t));
		memset(p, 0xa5, n);
	}
	ok(is_good, "pieces are zeroed, aligned and apart");
	ok(mem.used < (size_t)8 << 20, "blocks are not much larger than they");
	is(arena_copy(&arena, "text!", 4), "text", "a copy ends in a NUL");
	is(arena_copy(&arena, NULL, 0), "", "nothing can be copied");
	arena_reset(&arena, 65536);
	is_int(mem.used, 0, "many blocks go when it is emptied");
	p = arena_alloc(&arena, 100);
	memset(p, 0xa5, 100);
	arena_reset(&arena, 65536);
	ok(mem.used > 0 && arena_alloc(&arena, 100) == p && is_zero(p, 100),
	   "one block is used again, zeroed");
	arena_release(&arena);
	arena_release(&arena);
	is_int(mem.used, 0, "all of it is given back, once");
}

static void calloc_too_much(void *data)
{
	struct arena arena;

	(void)data;
	arena_init(&arena, &mem);
	arena_calloc(&arena, SIZE_MAX / 4, 16);
}

static void test_scratch(void)
{
	struct scratch s;
	void *p;

	scratch_init(&s, &mem, 1000);
	p = s.allocator.alloc(s.allocator.allocator_data, 600);
	ok(p && !s.is_full, "scratch memory within its limit");
	s.allocator.free(s.allocator.allocator_data, p);
	ok(!s.allocator.alloc(s.allocator.allocator_data, 401) && s.is_full,
	   "more than the limit is refused, whatever was given back");
	ok(s.allocator.alloc(s.allocator.allocator_data, 400),
	   "the rest is there");
	ok(!s.allocator.alloc(s.allocator.allocator_data, SIZE_MAX),
	   "no size overflows the count");
	scratch_clear(&s);
	ok(s.allocator.alloc(s.allocator.allocator_data, 1000) && !s.is_full,
	   "emptying starts over");
	ok(s.allocator.alloc(s.allocator.allocator_data, 0),
	   "no bytes are an address, which protobuf-c wants");
	scratch_release(&s);
	is_int(mem.used, 0, "scratch memory is given back");
}

int main(void)
{
	test_counting();
	test_death();
	test_system_death();
	test_vec();
	test_arena();
	is_int(death_of(calloc_too_much, NULL).status, 2,
	       "an array that overflows ends with 2");
	test_scratch();
	return tap_done();
}
