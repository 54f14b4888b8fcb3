/*
 * Which frames profiles of old formats drop: told by the sample types, and
 * tried on stacks of a name that is called by a function of the user.
 */
#include "config.h"

#include "model/legacy.h"
#include "model/prune.h"
#include "tests/build.h"
#include "tests/tap.h"

static struct mem mem;

/* A profile of the types, with those frames and one row of name and "user". */
static void build(struct profile *p, const char *types, const char *name)
{
	struct buf text = BUF_INIT;

	for (; *types; types += strspn(types, " ")) {
		int n = (int)strcspn(types, " ");

		buf_addf(&text, "type %.*s -\n", n, types);
		types += n;
	}
	build_from(p, &mem, buf_str(&text));
	buf_release(&text);
	legacy_set_frames(p);
	vec_reserve(&mem, &p->funcs, 2);
	for (uint32_t i = 0; i < 2; i++) {
		const char *s = i ? "user" : name;

		*vec_push(&mem, &p->funcs) = (struct func){
			.name = strings_intern(&p->strings, s, strlen(s))
		};
		*vec_push(&mem, &p->lines) = (struct line){ .func = { i } };
		*vec_push(&mem, &p->locations) = (struct location){
			.mapping = { MAPPING_NONE }, .first_line = i,
			.n_lines = 1
		};
		*vec_push(&mem, &p->frames) = (struct loc_id){ i };
	}
	*vec_push(&mem, &p->rows) = (struct row){ .depth = 2 };
}

static bool drops(const char *types, const char *name)
{
	struct profile p;
	struct err err;
	bool is_dropped;

	build(&p, types, name);
	if (prune_profile(&p, &err))
		die("%s", err.text);
	is_dropped = p.rows.at[0].depth == 1;
	profile_release(&p);
	return is_dropped;
}

enum { ALLOCATOR = 1, LOCK = 2, PROFILER = 4 };

static const struct {
	const char *name;
	int of;			/* those that drop it */
} names[] = {
	{ "malloc", ALLOCATOR }, { "xmalloc", 0 }, { "mallocs", 0 },
	{ "posix_memalign", ALLOCATOR }, { "__posix_memalign", ALLOCATOR },
	{ "tcmalloc::x::y", ALLOCATOR }, { "tc_newarray", ALLOCATOR },
	{ "malloc_zone_free", ALLOCATOR },
	{ "runtime.mallocgc", ALLOCATOR }, { "runtime", 0 },
	{ "runtimeXmallocgc", 0 }, { "runtime.panic", 0 },
	{ "runtime.gopanic", ALLOCATOR }, { "runtime.call32", 0 },
	{ "runtime.callers", ALLOCATOR }, { "runtime.reflectcall", 0 },
	{ "::do_malloc", ALLOCATOR }, { "do_malloc_pages", ALLOCATOR },
	{ "__builtin_vec_new", ALLOCATOR }, { "operator new", ALLOCATOR },
	{ "operator new[]", ALLOCATOR },
	{ "operator new(unsigned long)", ALLOCATOR },
	{ "operator delete", 0 }, { "simple_alloc::allocate", ALLOCATOR },
	{ "RecordLockProfileDataX", LOCK },
	{ "base::Mutex::Unlock", LOCK }, { "Mutex::UnlockSlow", LOCK },
	{ "base::SpinLock::Unlock", 0 }, { "SpinLock::Unlock", LOCK },
	{ "MutexLock::~MutexLock", LOCK }, { "~SpinLockHolder", LOCK },
	{ "base::Mutex::Lock", 0 },
	{ "ProfileData::Add", PROFILER }, { "__restore", PROFILER },
	{ "__restore_rt", 0 }, { "CpuProfiler::prof_handler", PROFILER },
	{ "main", 0 },
};

static void test_types(void)
{
	static const struct {
		const char *types;
		int kind;
	} cases[] = {
		{ "allocations size", ALLOCATOR },
		{ "objects space", ALLOCATOR },
		{ "inuse_objects inuse_space", ALLOCATOR },
		{ "alloc_objects alloc_space", ALLOCATOR },
		{ "alloc_objects alloc_space inuse_objects inuse_space",
		  ALLOCATOR },
		{ "contentions delay", LOCK },
		{ "delay contentions", PROFILER },
		{ "samples cpu", PROFILER },
		{ "objects", PROFILER },
		{ "objects space more", PROFILER },
		{ "inuse_objects inuse_space alloc_objects alloc_space",
		  PROFILER },
		{ "goroutine", PROFILER },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		size_t wrong = 0;

		for (size_t n = 0; n < ARRAY_SIZE(names); n++) {
			if (drops(cases[i].types, names[n].name) ==
			    !!(names[n].of & cases[i].kind))
				continue;
			printf("# %s\n", names[n].name);
			wrong++;
		}
		is_int(wrong, 0, "frames dropped of %s", cases[i].types);
	}
	is_int(mem.used, 0, "all memory is back");
}

int main(void)
{
	test_types();
	return tap_done();
}
