#include "config.h"

#include "model/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void (*die_hook)(void);

void die(const char *fmt, ...)
{
	va_list ap;

	if (die_hook)
		die_hook();
	fputs("pprowl: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	fflush(NULL);
	_exit(2);
}

/* A name as text and as words. */
union name {
	char text[MEM_NAME_WORDS * sizeof(uint64_t)];
	uint64_t words[MEM_NAME_WORDS];
};

void mem_name(struct mem *mem, const char *name)
{
	union name copy = { "" };

	snprintf(copy.text, sizeof(copy.text), "%s", name ? name : "");
	for (size_t i = 0; i < MEM_NAME_WORDS; i++)
		atomic_store_explicit(&mem->name[i], copy.words[i],
				      memory_order_relaxed);
}

static _Noreturn void die_full(const struct mem *mem, size_t n)
{
	union name copy;
	const char *what;

	for (size_t i = 0; i < MEM_NAME_WORDS; i++)
		copy.words[i] = atomic_load_explicit(&mem->name[i],
						     memory_order_relaxed);
	copy.text[sizeof(copy.text) - 1] = '\0';
	what = *copy.text ? copy.text : "out of memory";
	if (mem->limit && mem->used > mem->limit)
		die("%s: needs more than -max_memory=%zuMB; raise it with "
		    "-max_memory=SIZE", what, mem->limit >> 20);
	die("%s: the system has no %zu bytes of memory left", what, n);
}

static void mem_take(struct mem *mem, size_t n)
{
	size_t used = atomic_fetch_add(&mem->used, n) + n;

	if (mem->limit && used > mem->limit)
		die_full(mem, n);
}

void *mem_alloc(struct mem *mem, size_t n)
{
	void *p;

	if (!n)
		return NULL;
	mem_take(mem, n);
	p = calloc(1, n);
	if (!p)
		die_full(mem, n);
	return p;
}

void *mem_resize(struct mem *mem, void *p, size_t old, size_t n)
{
	if (n > old)
		mem_take(mem, n - old);
	else
		atomic_fetch_sub(&mem->used, old - n);
	if (!n) {
		free(p);
		return NULL;
	}
	p = realloc(p, n);
	if (!p)
		die_full(mem, n);
	return p;
}

void mem_free(struct mem *mem, void *p, size_t n)
{
	atomic_fetch_sub(&mem->used, n);
	free(p);
}

void mem_hold(struct mem *mem, size_t n)
{
	mem_take(mem, n);
}

void mem_let(struct mem *mem, size_t n)
{
	atomic_fetch_sub(&mem->used, n);
}

size_t mem_half(const struct mem *mem)
{
	size_t used = mem->used;

	if (!mem->limit)
		return SIZE_MAX;
	return used < mem->limit ? used + (mem->limit - used) / 2 : 0;
}

void *vec_grow_slow(struct mem *mem, void *at, size_t size, size_t n,
		    size_t more, size_t *cap)
{
	size_t want = *cap;

	if (more > SIZE_MAX / 2 / size - n)
		die_full(mem, SIZE_MAX);
	while (want < n + more)
		want = want ? want + want / 2 : 16;
	at = mem_resize(mem, at, *cap * size, want * size);
	*cap = want;
	return at;
}
