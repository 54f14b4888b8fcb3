#include "config.h"

#include "tui/nearest.h"

enum {
	WORD_MIN = 3, WORD_MAX = 40,
	SLIPS_MAX = 2,
};

/* The rows of the table that is filled in: this one and two before it. */
struct rows {
	unsigned at[3][WORD_MAX + 1];
};

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* What the first i letters of a are from the first k of b. */
static unsigned cell(const struct rows *rows, size_t i, size_t k,
		     const char *a, const char *b)
{
	const unsigned *now = rows->at[i % 3];
	const unsigned *before = rows->at[(i + 2) % 3];
	unsigned n = before[k - 1] + (a[i - 1] != b[k - 1]);

	n = least(n, least(before[k], now[k - 1]) + 1);
	if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
		n = least(n, rows->at[(i + 1) % 3][k - 2] + 1);
	return n;
}

static unsigned distance(struct str a, struct str b)
{
	struct rows rows;

	for (size_t k = 0; k <= b.n; k++)
		rows.at[0][k] = (unsigned)k;
	for (size_t i = 1; i <= a.n; i++) {
		rows.at[i % 3][0] = (unsigned)i;
		for (size_t k = 1; k <= b.n; k++)
			rows.at[i % 3][k] = cell(&rows, i, k, a.s, b.s);
	}
	return rows.at[a.n % 3][b.n];
}

struct nearest nearest_of(struct str word)
{
	return (struct nearest){
		.word = word,
		.distance = word.n > WORD_MIN ? SLIPS_MAX + 1 : SLIPS_MAX,
	};
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	struct str other = { name, strlen(name) };
	unsigned n;

	if (nearest->word.n < WORD_MIN || nearest->word.n > WORD_MAX ||
	    other.n < WORD_MIN || other.n > WORD_MAX)
		return;
	n = distance(nearest->word, other);
	if (n && n < nearest->distance) {
		nearest->distance = n;
		nearest->name = name;
	}
}
