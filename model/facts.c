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

void facts_take(struct profile *p, const struct profile *from, int side)
{
	for (size_t i = 0; i < from->facts.n; i++) {
		struct fact fact = from->facts.at[i];

		fact.side = side;
		fact.group = intern(p, profile_str(from, fact.group));
		fact.name = intern(p, profile_str(from, fact.name));
		fact.text = intern(p, profile_str(from, fact.text));
		*vec_push(p->mem, &p->facts) = fact;
	}
}
