#include "config.h"

#include "helpers/limits.h"

#include <stdbool.h>
#include <stddef.h>
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

static const struct {
	int resource;
	rlim_t most;
	bool also_sanitized;
} limits[] = {
	{ RLIMIT_CORE, 0, true },
	{ RLIMIT_FSIZE, 0, true },
	{ RLIMIT_NOFILE, 64, true },
	{ RLIMIT_CPU, 120, true },
	{ RLIMIT_AS, (rlim_t)1 << 30, false },
};

void limits_set(void)
{
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		struct rlimit both = { limits[i].most, limits[i].most };

		if (!IS_SANITIZED || limits[i].also_sanitized)
			setrlimit((__rlimit_resource_t)limits[i].resource,
				  &both);
	}
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (!IS_SANITIZED)
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
