#include "config.h"

#include "model/unit.h"

#include <string.h>

#include "model/mem.h"

enum {
	/* Room for "microsecond" and an "s"; what is longer is no alias. */
	FOLDED_MAX = 16,
};

struct unit {
	const char *name;
	const char *alias[3];	/* folded; the rest NULL */
	double factor;		/* what one of it is in the family's base */
};

struct family {
	const struct unit *units;
	size_t n;
	struct unit normal;	/* when no unit is asked for, or none fits */
};

static const struct unit memory_units[] = {
	{ "B", { "b", "byte" }, 1 },
	{ "kB", { "kb", "kbyte", "kilobyte" }, 1024.0 },
	{ "MB", { "mb", "mbyte", "megabyte" }, 1048576.0 },
	{ "GB", { "gb", "gbyte", "gigabyte" }, 1073741824.0 },
	{ "TB", { "tb", "tbyte", "terabyte" }, 1099511627776.0 },
	{ "PB", { "pb", "pbyte", "petabyte" }, 1125899906842624.0 },
};

static const struct unit time_units[] = {
	{ "ns", { "ns", "nanosecond" }, 1 },
	{ "us", { "\xce\xbcs", "us", "microsecond" }, 1e3 },
	{ "ms", { "ms", "millisecond" }, 1e6 },
	{ "s", { "s", "sec", "second" }, 1e9 },
	{ "hrs", { "hour", "hr" }, 3600e9 },
};

static const struct unit gcu_units[] = {
	{ "n*GCU", { "nanogcu" }, 1e-9 },
	{ "u*GCU", { "microgcu" }, 1e-6 },
	{ "m*GCU", { "milligcu" }, 1e-3 },
	{ "GCU", { "gcu" }, 1 },
	{ "k*GCU", { "kilogcu" }, 1e3 },
	{ "M*GCU", { "megagcu" }, 1e6 },
	{ "G*GCU", { "gigagcu" }, 1e9 },
	{ "T*GCU", { "teragcu" }, 1e12 },
	{ "P*GCU", { "petagcu" }, 1e15 },
};

static const struct family families[] = {
	{ memory_units, ARRAY_SIZE(memory_units), { "B", { 0 }, 1 } },
	{ time_units, ARRAY_SIZE(time_units), { "s", { 0 }, 1e9 } },
	{ gcu_units, ARRAY_SIZE(gcu_units), { "GCU", { 0 }, 1 } },
};

/*
 * The letters outside ASCII whose lower case, to the reference, is a letter of
 * an alias: the Kelvin sign, I with a dot, and the Greek capital Mu.
 */
static const struct {
	const char *upper, *lower;
} foreign[] = {
	{ "\xe2\x84\xaa", "k" },
	{ "\xc4\xb0", "i" },
	{ "\xce\x9c", "\xce\xbc" },
};

/* Takes one letter off *s and returns its lower case, of *n bytes. */
static const char *letter_lower(const char **s, char ascii[1], size_t *n)
{
	size_t i, len;

	for (i = 0; **s < 0 && i < ARRAY_SIZE(foreign); i++) {
		len = strlen(foreign[i].upper);
		if (strncmp(*s, foreign[i].upper, len))
			continue;
		*s += len;
		*n = strlen(foreign[i].lower);
		return foreign[i].lower;
	}
	ascii[0] = *(*s)++;
	if (ascii[0] >= 'A' && ascii[0] <= 'Z')
		ascii[0] = (char)(ascii[0] - 'A' + 'a');
	*n = 1;
	return ascii;
}

/* Writes the form that aliases have; false when it is longer than any. */
static bool unit_fold(char out[FOLDED_MAX], const char *s)
{
	const char *lower;
	char ascii[1];
	size_t n = 0, len;

	while (*s) {
		lower = letter_lower(&s, ascii, &len);
		if (n + len >= FOLDED_MAX)
			return false;
		memcpy(out + n, lower, len);
		n += len;
	}
	if (n > 2 && out[n - 1] == 's')
		n--;
	out[n] = '\0';
	return true;
}

static bool unit_is(const struct unit *unit, const char *folded)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(unit->alias) && unit->alias[i]; i++)
		if (unit->alias[i][0] == folded[0] &&
		    !strcmp(unit->alias[i], folded))
			return true;
	return false;
}

static const struct unit *family_unit(const struct family *family,
				      const char *folded)
{
	size_t i;

	for (i = 0; i < family->n; i++)
		if (unit_is(&family->units[i], folded))
			return &family->units[i];
	return NULL;
}

static const struct unit *family_find(const struct family *family,
				      const char *name)
{
	char folded[FOLDED_MAX];

	return unit_fold(folded, name) ? family_unit(family, folded) : NULL;
}

/* Returns the unit and, unless it is of none, its family. */
static const struct unit *unit_find(const char *name,
				    const struct family **family)
{
	char folded[FOLDED_MAX];
	const struct unit *unit;
	size_t i;

	if (!unit_fold(folded, name))
		return NULL;
	for (i = 0; i < ARRAY_SIZE(families); i++) {
		unit = family_unit(&families[i], folded);
		if (!unit)
			continue;
		*family = &families[i];
		return unit;
	}
	return NULL;
}

static bool is_auto(const char *to)
{
	return !strcmp(to, "auto") || !strcmp(to, "minimum");
}

/* The largest unit of which v, in the base, is at least one. */
static const struct unit *family_fit(const struct family *family, double v)
{
	size_t i = family->n;

	while (i--)
		if (v / family->units[i].factor >= 1)
			return &family->units[i];
	return NULL;
}

/* The value as it is: its unit is its own kind. */
static double scale_none(int64_t value, const char *to, const char **unit)
{
	static const char *const dull[] = { "count", "sample", "unit" };
	size_t i;

	*unit = is_auto(to) ? "" : to;
	for (i = 0; i < ARRAY_SIZE(dull); i++)
		if (!strcmp(to, dull[i]))
			*unit = "";
	return (double)value;
}

double unit_scale(int64_t value, const char *from, const char *to,
		  const char **unit)
{
	const struct family *family;
	const struct unit *source, *target;
	double v;

	/* INT64_MIN has no opposite and, as in the reference, fits no unit. */
	if (value < 0 && value != INT64_MIN)
		return -unit_scale(-value, from, to, unit);
	source = unit_find(from, &family);
	if (!source)
		return scale_none(value, to, unit);
	v = (double)value * source->factor;
	target = is_auto(to) ? family_fit(family, v) : family_find(family, to);
	if (!target)
		target = &family->normal;
	*unit = target->name;
	return v / target->factor;
}

bool unit_has(const char *from, const char *to)
{
	const struct family *family, *other;

	if (is_auto(to))
		return true;
	if (!unit_find(from, &family))
		return !strcmp(from, to) || unit_find(to, &other);
	return family_find(family, to);
}

/* What a unit can be asked for by: not all that are printed can be. */
static const char *unit_word(const struct unit *unit)
{
	char folded[FOLDED_MAX];

	return unit_fold(folded, unit->name) && unit_is(unit, folded) ?
	       unit->name : unit->alias[0];
}

const char *unit_at(const char *from, size_t i)
{
	const struct family *family, *end = families + ARRAY_SIZE(families);

	if (unit_find(from, &family))
		return i < family->n ? unit_word(&family->units[i]) : NULL;
	for (family = families; family < end && i >= family->n; family++)
		i -= family->n;
	return family < end ? unit_word(&family->units[i]) : NULL;
}

static size_t stem_len(const char *type)
{
	size_t n = strlen(type);

	return n && type[n - 1] == 's' ? n - 1 : n;
}

static bool stem_equal(const char *a, const char *b)
{
	size_t n = stem_len(a);

	return n == stem_len(b) && !memcmp(a, b, n);
}

bool unit_compatible(const char *type_a, const char *unit_a,
		     const char *type_b, const char *unit_b)
{
	const struct family *a, *b;

	if (!stem_equal(type_a, type_b))
		return false;
	if (!strcmp(unit_a, unit_b))
		return true;
	return unit_find(unit_a, &a) && unit_find(unit_b, &b) && a == b;
}
