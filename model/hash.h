/*
 * Hashing with a secret.  Each table draws a seed, so that a file cannot be
 * made whose names all collide.  The mixer multiplies two 64-bit words and
 * folds the 128-bit product (the "mum" step of wyhash).
 */
#ifndef MODEL_HASH_H
#define MODEL_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Draws a seed from the system. */
uint64_t hash_seed(void);

/*
 * Mixes a word from anywhere into a state, which must be a seed or come from
 * one.  The state blinds the word: a word that made its factor 0 would make
 * all words before it forgotten, and a file must not be able to name it.
 */
static inline uint64_t hash_mix(uint64_t state, uint64_t word)
{
	uint64_t blind = 0xd6e8feb86659fd93 ^ (state << 32 | state >> 32);
	unsigned __int128 product =
		(unsigned __int128)(state ^ 0x9e3779b97f4a7c15) *
		(word ^ blind);

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* p may be NULL when n is 0. */
uint64_t hash_bytes(uint64_t seed, const void *p, size_t n);

#endif
