/*
 * Hashing with a secret.  The seed is drawn once a process, so that a file
 * cannot be made whose names all collide.  The mixer multiplies two 64-bit
 * words and folds the 128-bit product (the "mum" step of wyhash).
 */
#ifndef MODEL_HASH_H
#define MODEL_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Draws a seed from the system. */
uint64_t hash_seed(void);

static inline uint64_t hash_mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)(a ^ 0x9e3779b97f4a7c15) *
				    (b ^ 0xd6e8feb86659fd93);

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t hash_bytes(uint64_t seed, const void *p, size_t n);

#endif
