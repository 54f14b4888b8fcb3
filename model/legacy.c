#include "config.h"

#include "model/legacy.h"

#include <string.h>

/*
 * As the reference spells them: they are written into profiles, and a report
 * of several sources takes those of the first.
 */
static const char allocators[] =
	"calloc|cfree|malloc|free|memalign|do_memalign|(__)?posix_memalign|"
	"pvalloc|valloc|realloc|"
	"tcmalloc::.*|tc_calloc|tc_cfree|tc_malloc|tc_free|tc_memalign|"
	"tc_posix_memalign|tc_pvalloc|tc_valloc|tc_realloc|tc_new|tc_delete|"
	"tc_newarray|tc_deletearray|tc_new_nothrow|tc_newarray_nothrow|"
	"malloc_zone_malloc|malloc_zone_calloc|malloc_zone_valloc|"
	"malloc_zone_realloc|malloc_zone_memalign|malloc_zone_free|"
	"runtime\\..*|"
	"BaseArena::.*|(::)?do_malloc_no_errno|(::)?do_malloc_pages|"
	"(::)?do_malloc|DoSampledAllocation|"
	"MallocedMemBlock::MallocedMemBlock|_M_allocate|"
	"__builtin_(vec_)?delete|__builtin_(vec_)?new|"
	"__gnu_cxx::new_allocator::allocate|__libc_malloc|"
	"__malloc_alloc_template::allocate|allocate|cpp_alloc|"
	"operator new(\\[\\])?|simple_alloc::allocate";

/* Frames of Go's runtime that stand in the middle of a stack. */
static const char callers[] =
	"runtime\\.panic|runtime\\.reflectcall|runtime\\.call[0-9]*";

static const char locks[] =
	"RecordLockProfileData|(base::)?RecordLockProfileData.*|"
	"(base::)?SubmitMutexProfileData.*|"
	"(base::)?SubmitSpinLockProfileData.*|"
	"(base::Mutex::)?AwaitCommon.*|(base::Mutex::)?Unlock.*|"
	"(base::Mutex::)?UnlockSlow.*|(base::Mutex::)?ReaderUnlock.*|"
	"(base::MutexLock::)?~MutexLock.*|"
	"(Mutex::)?AwaitCommon.*|(Mutex::)?Unlock.*|(Mutex::)?UnlockSlow.*|"
	"(Mutex::)?ReaderUnlock.*|(MutexLock::)?~MutexLock.*|"
	"(SpinLock::)?Unlock.*|(SpinLock::)?SlowUnlock.*|"
	"(SpinLockHolder::)?~SpinLockHolder.*";

static const char profilers[] =
	"ProfileData::Add|ProfileData::prof_handler|"
	"CpuProfiler::prof_handler|__pthread_sighandler|__restore";

enum { TYPES_MAX = 4 };

/* The first whose types are those of the profile, in that order. */
static const struct {
	const char *types[TYPES_MAX];
	const char *drop, *keep;
} kinds[] = {
	{ { "allocations", "size" }, allocators, callers },
	{ { "objects", "space" }, allocators, callers },
	{ { "inuse_objects", "inuse_space" }, allocators, callers },
	{ { "alloc_objects", "alloc_space" }, allocators, callers },
	{ { "alloc_objects", "alloc_space", "inuse_objects", "inuse_space" },
	  allocators, callers },
	{ { "contentions", "delay" }, locks, "" },
};

static bool has_types(const struct profile *p, const char *const *types)
{
	size_t n = 0;

	for (; n < TYPES_MAX && types[n]; n++) {
		if (n >= p->types.n ||
		    !str_is(profile_str(p, p->types.at[n].type), types[n]))
			return false;
	}
	return n == p->types.n;
}

static struct str_id intern(struct profile *p, const char *s)
{
	return strings_intern(&p->strings, s, strlen(s));
}

void legacy_set_frames(struct profile *p)
{
	const char *drop = profilers, *keep = "";

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (!has_types(p, kinds[i].types))
			continue;
		drop = kinds[i].drop;
		keep = kinds[i].keep;
		break;
	}
	p->drop_frames = intern(p, drop);
	p->keep_frames = intern(p, keep);
}
