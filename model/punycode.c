#include "config.h"

#include "model/punycode.h"

#include <stdint.h>
#include <string.h>

#include "model/rune.h"

struct punycode {
	uint32_t runes[PUNYCODE_MAX];
	size_t n;
	uint32_t rune;		/* the last that was put in */
	uint64_t bias;
};

static int digit_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return c - 'a';
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
}

/* Reads how far the next rune is from the last; false at what is wrong. */
static bool read_delta(const struct punycode *p, const char **s,
			   const char *end, uint64_t *delta)
{
	uint64_t weight = 1, sum = 0, t;

	for (uint64_t k = 36; ; k += 36) {
		int digit = *s < end ? digit_of(*(*s)++) : -1;

		if (digit < 0 || weight > UINT32_MAX || sum > UINT32_MAX)
			return false;
		sum += (uint64_t)digit * weight;
		t = k <= p->bias ? 1 : k >= p->bias + 26 ? 26 : k - p->bias;
		if ((uint64_t)digit < t)
			break;
		weight *= 36 - t;
	}
	*delta = sum;
	return true;
}

static void adapt(struct punycode *p, uint64_t delta, bool is_first)
{
	uint64_t k = 0;

	delta /= is_first ? 700 : 2;
	delta += delta / p->n;
	for (; delta > 35 * 26 / 2; k += 36)
		delta /= 35;
	p->bias = k + 36 * delta / (delta + 38);
}

/* Puts the rune that the sum of all deltas stands for into its place. */
static bool insert(struct punycode *p, uint64_t *place)
{
	uint64_t rune = p->rune + *place / (p->n + 1);

	if (rune > RUNE_MAX || (rune >= 0xd800 && rune < 0xe000))
		return false;
	p->rune = (uint32_t)rune;
	*place %= p->n + 1;
	memmove(p->runes + *place + 1, p->runes + *place,
		(p->n - *place) * sizeof(*p->runes));
	p->runes[*place] = p->rune;
	p->n++;
	return true;
}

static bool decode(struct punycode *p, const char *at, const char *end)
{
	const char *mark = memrchr(at, '_', (size_t)(end - at));
	uint64_t place = 0, delta;

	for (; mark && at < mark; at++)
		p->runes[p->n++] = (unsigned char)*at;
	if (mark)
		at = mark + 1;
	while (at < end) {
		bool is_first = !place;

		if (!read_delta(p, &at, end, &delta))
			return false;
		place += delta;
		if (!insert(p, &place))
			return false;
		adapt(p, delta, is_first);
		place++;
	}
	return true;
}

bool punycode_decode(struct buf *out, const char *s, size_t n)
{
	struct punycode p = { .rune = 128, .bias = 72 };

	if (!n || n > PUNYCODE_MAX || !decode(&p, s, s + n))
		return false;
	for (size_t i = 0; i < p.n; i++)
		rune_encode(out, p.runes[i]);
	return true;
}
