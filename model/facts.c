#include "config.h"

#include "model/facts.h"

static struct str_id intern(struct profile *p, struct str s)
{
	return strings_intern(&p->strings, s.s, s.n);
}

static struct fact *add(struct profile *p, struct fact_place place)
{
	struct fact *fact = vec_push(p->mem, &p->facts);

	*fact = (struct fact){
		.group = intern(p, str_of(place.group)),
		.name = intern(p, str_of(place.name)),
	};
	return fact;
}

void facts_add_text(struct profile *p, struct fact_place place,
		    struct str text)
{
	add(p, place)->text = intern(p, text);
}

void facts_add_number(struct profile *p, struct fact_place place,
		      enum fact_kind kind, int64_t number)
{
	struct fact *fact = add(p, place);

	fact->kind = kind;
	fact->number = number;
}

void facts_add_not_read(struct profile *p, const char *name,
			const char *reason)
{
	struct fact *fact = add(p, (struct fact_place){ NOT_READ_GROUP, name });

	fact->source = FACT_NO_SOURCE;
	fact->text = intern(p, str_of(reason));
}

/* How many sources have facts. */
static uint32_t count_sources(const struct profile *p)
{
	uint32_t n = 0;

	for (size_t i = 0; i < p->facts.n; i++) {
		const struct fact *fact = &p->facts.at[i];

		if (fact->source != FACT_NO_SOURCE && fact->source >= n)
			n = fact->source + 1;
	}
	return n;
}

void facts_take(struct profile *p, const struct profile *from, int side)
{
	uint32_t n_sources = count_sources(p);

	for (size_t i = 0; i < from->facts.n; i++) {
		struct fact fact = from->facts.at[i];

		fact.side = side;
		if (fact.source != FACT_NO_SOURCE)
			fact.source += n_sources;
		fact.group = intern(p, profile_str(from, fact.group));
		fact.name = intern(p, profile_str(from, fact.name));
		fact.text = intern(p, profile_str(from, fact.text));
		*vec_push(p->mem, &p->facts) = fact;
	}
}
