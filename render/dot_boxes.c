#include "config.h"

#include "render/dot_boxes.h"

#include <math.h>
#include <stdlib.h>

#include "model/unit.h"
#include "render/dot.h"
#include "render/number.h"

enum { BOXES_MAX = 4 };

/* A text, a number or a range of numbers. */
struct box {
	struct str name;		/* what a nodelet is called */
	struct buf range;		/* what a range is called, instead */
	struct str_id text;
	int64_t low, high;		/* the numbers in it */
	struct graph_value flat, cum;
};

/* Boxes that hang from one. */
struct boxes {
	struct box *at;
	size_t n, n_alloc;
};

static uint64_t size_of(int64_t v)
{
	return v < 0 ? -(uint64_t)v : (uint64_t)v;
}

static struct str box_name(const struct box *box)
{
	return box->range.s ? (struct str){ box->range.s, box->range.n } :
			      box->name;
}

static int compare_sizes(int64_t a, int64_t b)
{
	uint64_t x = size_of(a), y = size_of(b);

	return (x < y) - (x > y);
}

static int flat_order(const void *pa, const void *pb)
{
	const struct box *a = pa, *b = pb;
	int order = compare_sizes(a->flat.v[0], b->flat.v[0]);

	return order ? order : str_cmp(box_name(a), box_name(b));
}

static int cum_order(const void *pa, const void *pb)
{
	const struct box *a = pa, *b = pb;
	int order = compare_sizes(a->cum.v[0], b->cum.v[0]);

	return order ? order : flat_order(pa, pb);
}

static void boxes_sort(struct boxes *boxes, bool is_flat)
{
	if (boxes->n > 1)
		qsort(boxes->at, boxes->n, sizeof(*boxes->at),
		      is_flat ? flat_order : cum_order);
}

static void boxes_init(struct boxes *boxes, struct mem *mem, size_t n)
{
	*boxes = (struct boxes){ mem_alloc(mem, n * sizeof(*boxes->at)), 0, n };
}

static void boxes_release(struct boxes *boxes, struct mem *mem)
{
	for (size_t i = 0; i < boxes->n; i++)
		buf_release(&boxes->at[i].range);
	mem_free(mem, boxes->at, boxes->n_alloc * sizeof(*boxes->at));
}

static void boxes_add(struct boxes *boxes, const struct dot_boxes *b,
		    const struct nodelet *nodelet)
{
	const struct nodelets *nodelets = &b->picture->nodelets;

	boxes->at[boxes->n++] = (struct box){
		.name = nodelets_str(nodelets, nodelet->name.i ?
					       nodelet->name : nodelet->text),
		.text = nodelet->text,
		.low = nodelet->number, .high = nodelet->number,
		.flat = nodelet->flat, .cum = nodelet->cum,
	};
}

/* The distance of a number from the first one of a range. */
static double distance(const struct dot_boxes *b, int64_t number,
		       int64_t first)
{
	const char *unit = b->picture->nodelets.from, *spelling;

	return fabs(unit_scale(first, unit, unit, &spelling) -
		    (double)number);
}

static void add_sum(struct graph_value *to, const struct graph_value *value)
{
	for (int i = 0; i < 2; i++)
		to->v[i] = lanes_add(to->v[i], value->v[i]);
}

static void range_add(struct box *range, const struct box *box)
{
	if (box->low < range->low)
		range->low = box->low;
	if (box->high > range->high)
		range->high = box->high;
	add_sum(&range->flat, &box->flat);
	add_sum(&range->cum, &box->cum);
}

/* A range shows and sorts by means, where those are shown. */
static void range_end(const struct dot_boxes *b, struct box *range,
		      bool is_many)
{
	const struct lanes *lanes = b->picture->top.lanes;
	const char *unit = b->picture->nodelets.from;

	number_value(&range->range, range->low, unit, "auto");
	if (is_many) {
		buf_adds(&range->range, "..");
		number_value(&range->range, range->high, unit, "auto");
	}
	range->flat = (struct graph_value){ {
		lanes_mean(lanes, range->flat.v[0], range->flat.v[1]), 0
	} };
	range->cum = (struct graph_value){ {
		lanes_mean(lanes, range->cum.v[0], range->cum.v[1]), 0
	} };
}

/*
 * Puts the numbers into ranges around the heaviest, each into the one whose
 * heaviest is next to it.
 */
static void boxes_collapse(struct boxes *boxes, const struct dot_boxes *b)
{
	int64_t firsts[BOXES_MAX];
	bool is_many[BOXES_MAX] = { false };

	if (boxes->n <= BOXES_MAX)
		return;
	for (size_t i = 0; i < BOXES_MAX; i++)
		firsts[i] = boxes->at[i].low;
	for (size_t i = BOXES_MAX; i < boxes->n; i++) {
		size_t best = 0;
		double least = distance(b, boxes->at[i].low, firsts[0]);

		for (size_t k = 1; k < BOXES_MAX; k++) {
			double d = distance(b, boxes->at[i].low, firsts[k]);

			if (d < least) {
				best = k;
				least = d;
			}
		}
		range_add(&boxes->at[best], &boxes->at[i]);
		is_many[best] = true;
	}
	boxes->n = BOXES_MAX;
	for (size_t i = 0; i < BOXES_MAX; i++)
		range_end(b, &boxes->at[i], is_many[i]);
	boxes_sort(boxes, b->is_flat);
}

static void add_value(const struct dot_boxes *b, struct buf *to, int64_t value)
{
	report_sum(b->report, to, value, b->columns->unit);
}

static void print_text(const struct dot_boxes *b, const char *name,
		       struct buf *text)
{
	dot_print_text(b->report, name, text);
}

static void print_value(const struct dot_boxes *b, const char *name,
			int64_t value)
{
	struct buf text = BUF_INIT;

	add_value(b, &text, value);
	print_text(b, name, &text);
	buf_release(&text);
}

/* A box called `id`, and the edge from what it hangs from. */
static void print_box(const struct dot_boxes *b, const struct box *box,
		      const char *from, const char *id, int64_t weight,
		      bool is_dotted)
{
	struct buf *out = &b->report->out->text, text = BUF_INIT;
	struct str name = box_name(box);

	buf_adds(out, id);
	buf_add(&text, name.s, name.n);
	print_text(b, " [label = ", &text);
	buf_addf(out, " id=\"%s\" fontsize=8 shape=box3d", id);
	print_value(b, " tooltip=", weight);
	buf_addf(out, "]\n%s -> %s", from, id);
	buf_addc(&text, ' ');
	add_value(b, &text, weight);
	print_text(b, " [label=", &text);
	print_value(b, " weight=100 tooltip=", weight);
	print_value(b, " labeltooltip=", weight);
	buf_adds(out, is_dotted ? " style=\"dotted\"]\n" : "]\n");
	buf_release(&text);
}

static int64_t mean_of(const struct dot_boxes *b,
		       const struct graph_value *value)
{
	return lanes_mean(b->picture->top.lanes, value->v[0], value->v[1]);
}

/* A weight that is partly of callees is dotted. */
static bool print_numbers(const struct dot_boxes *b, struct boxes *boxes,
			  const char *from)
{
	bool has_any = false;

	boxes_sort(boxes, b->is_flat);
	boxes_collapse(boxes, b);
	for (size_t i = 0; i < boxes->n; i++) {
		int64_t flat = mean_of(b, &boxes->at[i].flat);
		int64_t cum = mean_of(b, &boxes->at[i].cum);
		struct buf id = BUF_INIT;

		buf_addf(&id, "N%s_%zu", from, i);
		if (b->is_flat)
			cum = flat;
		if (cum)
			print_box(b, &boxes->at[i], from, buf_str(&id), cum,
				  flat != cum);
		has_any = has_any || cum;
		buf_release(&id);
	}
	return has_any;
}

/* The numbers of one text, or those of none. */
static bool print_numbers_of(const struct dot_boxes *b,
			     struct nodelet_span span, struct str_id text,
			     const char *from)
{
	const struct nodelets *nodelets = &b->picture->nodelets;
	struct boxes boxes;
	bool has_any;

	boxes_init(&boxes, nodelets->mem, span.end - span.numbers);
	for (size_t i = span.numbers; i < span.end; i++) {
		if (nodelets->at.at[i].text.i == text.i)
			boxes_add(&boxes, b, &nodelets->at.at[i]);
	}
	has_any = print_numbers(b, &boxes, from);
	boxes_release(&boxes, nodelets->mem);
	return has_any;
}

static bool print_texts(const struct dot_boxes *b, struct nodelet_span span,
			const char *from)
{
	const struct nodelets *nodelets = &b->picture->nodelets;
	bool has_any = false;
	struct boxes boxes;

	boxes_init(&boxes, nodelets->mem, span.numbers - span.first);
	for (size_t i = span.first; i < span.numbers; i++)
		boxes_add(&boxes, b, &nodelets->at.at[i]);
	boxes_sort(&boxes, b->is_flat);
	for (size_t i = 0; i < boxes.n && i < BOXES_MAX; i++) {
		const struct box *box = &boxes.at[i];
		int64_t weight = mean_of(b, b->is_flat ? &box->flat :
							 &box->cum);
		struct buf id = BUF_INIT;

		if (!weight)
			continue;
		has_any = true;
		buf_addf(&id, "%s_%zu", from, i);
		print_box(b, box, from, buf_str(&id), weight, false);
		print_numbers_of(b, span, box->text, buf_str(&id));
		buf_release(&id);
	}
	boxes_release(&boxes, nodelets->mem);
	return has_any;
}

bool dot_boxes_print(const struct dot_boxes *b)
{
	struct nodelet_span span = nodelets_of(&b->picture->nodelets, b->node);
	struct buf id = BUF_INIT;
	bool has_texts, has_numbers;

	buf_addf(&id, "N%u", b->id);
	has_texts = print_texts(b, span, buf_str(&id));
	has_numbers = print_numbers_of(b, span, (struct str_id){ 0 },
				       buf_str(&id));
	buf_release(&id);
	return has_texts || has_numbers;
}
