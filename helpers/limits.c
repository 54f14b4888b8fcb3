#include "config.h"

#include "helpers/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

enum { FILES_MAX = 64 };

static void limit(int resource, rlim_t most)
{
	struct rlimit both = { most, most };

	setrlimit((__rlimit_resource_t)resource, &both);
}

void limits_set(const struct limits *limits)
{
	limit(RLIMIT_CORE, 0);
#ifndef COUNTS_LINES
	limit(RLIMIT_FSIZE, 0);
#endif
	limit(RLIMIT_NOFILE, FILES_MAX);
	limit(RLIMIT_CPU, limits->seconds);
	if (!IS_SANITIZED) {
		limit(RLIMIT_AS, (rlim_t)limits->mib << 20);
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	}
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
