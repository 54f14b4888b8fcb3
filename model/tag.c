#include "config.h"

#include "model/tag.h"

#include "model/hash.h"
#include "model/index.h"

/* What index_same is told: where to look, and for what. */
struct wanted {
	const struct tags *tags;
	struct tag tag;
};

static bool same_tag(const void *wanted, uint32_t number)
{
	const struct wanted *w = wanted;
	const struct tag *a = &w->tag, *b = &w->tags->at.at[number];

	return a->key.i == b->key.i && a->str.i == b->str.i &&
	       a->num == b->num && a->is_num == b->is_num;
}

static uint64_t tag_hash(uint64_t seed, const struct tag *tag)
{
	uint64_t hash = hash_mix(seed, tag->key.i);

	return hash_mix(hash + tag->is_num,
			tag->is_num ? (uint64_t)tag->num : tag->str.i);
}

static uint32_t intern_tag(struct tags *tags, struct index *index,
			   uint64_t seed, const struct label *label)
{
	struct wanted wanted = { tags, { .key = label->key } };
	uint32_t number;
	uint64_t hash;

	wanted.tag.is_num = label->is_num;
	if (label->is_num)
		wanted.tag.num = label->num;
	else
		wanted.tag.str = label->str;
	hash = tag_hash(seed, &wanted.tag);
	number = index_find(index, hash, same_tag, &wanted);
	if (number != INDEX_NONE)
		return number;
	number = (uint32_t)tags->at.n;
	*vec_push(tags->profile->mem, &tags->at) = wanted.tag;
	index_add(index, hash, number);
	return number;
}

void tags_init(struct tags *tags, const struct profile *p)
{
	uint64_t seed = hash_seed();
	struct index index;

	*tags = (struct tags){ .profile = p };
	tags->of = mem_alloc(p->mem, p->labels.n * sizeof(*tags->of));
	index_init(&index, p->mem);
	for (size_t i = 0; i < p->labels.n; i++)
		tags->of[i] = intern_tag(tags, &index, seed,
					 &p->labels.at[i]);
	index_release(&index);
}

void tags_release(struct tags *tags)
{
	struct mem *mem = tags->profile->mem;

	vec_release(mem, &tags->at);
	mem_free(mem, tags->of, tags->profile->labels.n * sizeof(*tags->of));
}
