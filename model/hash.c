#include "config.h"

#include "model/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

uint64_t hash_seed(void)
{
	uint64_t seed;
	struct timespec now;

	if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) == sizeof(seed))
		return seed;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return hash_mix((uint64_t)now.tv_nsec, (uint64_t)(uintptr_t)&seed);
}

uint64_t hash_bytes(uint64_t seed, const void *p, size_t n)
{
	const unsigned char *at = p;
	uint64_t h = hash_mix(seed, n), word;

	for (; n >= sizeof(word); n -= sizeof(word), at += sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		h = hash_mix(h, word);
	}
	word = 0;
	if (n)
		memcpy(&word, at, n);
	return hash_mix(h, word);
}
