#include "config.h"

#include "model/write.h"

#include "model/cancel.h"
#include "model/lanes.h"
#include "model/pprof.pb-c.h"

struct writer {
	struct remains *remains;
	const struct profile *profile;
	struct mem *mem;
	struct deflater *out;
	double ratio;
	uint32_t *numbers;		/* a string each; 0: not met yet */
	VEC(struct str_id) strings;	/* those met, by number */
	VEC(uint8_t) record;

	/* Of the sample or location at hand. */
	VEC(uint64_t) ids;
	VEC(int64_t) values;
	VEC(Pprof__Label) labels;
	VEC(Pprof__Label *) label_list;
	VEC(Pprof__Line) lines;
	VEC(Pprof__Line *) line_list;
};

/* The place of a string in the table that is written. */
static int64_t number_of(struct writer *w, struct str_id id)
{
	if (!id.i)
		return 0;
	if (!w->numbers[id.i]) {
		w->numbers[id.i] = (uint32_t)w->strings.n;
		*vec_push(w->mem, &w->strings) = id;
	}
	return w->numbers[id.i];
}

/* A record is a profile that has nothing else. */
static void put_record(struct writer *w, const Pprof__Profile *record)
{
	size_t n = protobuf_c_message_get_packed_size(&record->base);

	w->record.n = 0;
	vec_reserve(w->mem, &w->record, n);
	if (n)
		protobuf_c_message_pack(&record->base, w->record.at);
	deflater_add(w->out, w->record.at, n);
}

static Pprof__ValueType type_of(struct writer *w, const struct value_type *t)
{
	Pprof__ValueType m = PPROF__VALUE_TYPE__INIT;

	m.type = number_of(w, t->type);
	m.unit = number_of(w, t->unit);
	return m;
}

static void put_types(struct writer *w)
{
	for (size_t i = 0; i < w->profile->types.n; i++) {
		Pprof__Profile record = PPROF__PROFILE__INIT;
		Pprof__ValueType m = type_of(w, &w->profile->types.at[i]);

		record.n_sample_type = 1;
		record.sample_type = (Pprof__ValueType *[]){ &m };
		put_record(w, &record);
	}
}

static void take_ids(struct writer *w, Pprof__Sample *m,
		     const struct loc_id *frames, struct lens_span span)
{
	const struct profile *p = w->profile;

	w->ids.n = 0;
	vec_reserve(w->mem, &w->ids, span.hi - span.lo);
	for (uint32_t i = span.lo; i < span.hi; i++) {
		if (w->remains->lens->locs[frames[i].i].n)
			w->ids.at[w->ids.n++] = p->locations.at[frames[i].i].id;
	}
	m->n_location_id = w->ids.n;
	m->location_id = w->ids.at;
}

static void take_values(struct writer *w, Pprof__Sample *m, size_t row)
{
	const struct profile *p = w->profile;
	bool is_scaled = w->ratio > 0 && w->ratio != 1;

	w->values.n = 0;
	vec_reserve(w->mem, &w->values, p->types.n);
	for (size_t i = 0; i < p->types.n; i++) {
		int64_t v = profile_value(p, SIDE_CURRENT, row, i);

		w->values.at[w->values.n++] =
			is_scaled ? lanes_cut((double)v * w->ratio) : v;
	}
	m->n_value = w->values.n;
	m->value = w->values.at;
}

static void take_labels(struct writer *w, Pprof__Sample *m,
			struct label_set set)
{
	w->labels.n = w->label_list.n = 0;
	vec_reserve(w->mem, &w->labels, set.n);
	vec_reserve(w->mem, &w->label_list, set.n);
	for (uint32_t i = 0; i < set.n; i++) {
		const struct label *label =
			&w->profile->labels.at[set.first + i];
		Pprof__Label *out = &w->labels.at[w->labels.n];

		if (!tag_marks_show(&w->remains->lens->tags, label->key))
			continue;
		w->labels.n++;
		pprof__label__init(out);
		out->key = number_of(w, label->key);
		if (label->is_num) {
			out->num = label->num;
			out->num_unit = number_of(w, label->unit);
		} else {
			out->str = number_of(w, label->str);
		}
		w->label_list.at[w->label_list.n++] = out;
	}
	m->n_label = w->label_list.n;
	m->label = w->label_list.at;
}

static void put_sample(struct writer *w, size_t number)
{
	const struct profile *p = w->profile;
	const struct row *row = &p->rows.at[number];
	Pprof__Profile record = PPROF__PROFILE__INIT;
	Pprof__Sample m = PPROF__SAMPLE__INIT;
	struct lens_span span;

	if (!lens_row(w->remains->lens, row, &span))
		return;
	take_ids(w, &m, p->frames.at + row->first, span);
	take_values(w, &m, number);
	take_labels(w, &m, p->label_sets.at[row->labels.i]);
	record.n_sample = 1;
	record.sample = (Pprof__Sample *[]){ &m };
	put_record(w, &record);
}

static int put_samples(struct writer *w, struct err *err)
{
	for (size_t i = 0; i < w->profile->rows.n; i++) {
		if (cancel_at_row(w->remains->cancel, i))
			return err_fail(err, "cancelled");
		put_sample(w, i);
	}
	return 0;
}

static void put_mappings(struct writer *w)
{
	for (size_t i = 0; i < w->profile->mappings.n; i++) {
		const struct mapping *mapping = &w->profile->mappings.at[i];
		unsigned has = remains_has(w->remains, mapping);
		Pprof__Profile record = PPROF__PROFILE__INIT;
		Pprof__Mapping m = PPROF__MAPPING__INIT;

		m.id = mapping->id;
		m.memory_start = mapping->start;
		m.memory_limit = mapping->limit;
		m.file_offset = mapping->offset;
		m.filename = number_of(w, mapping->file);
		m.build_id = number_of(w, mapping->build_id);
		m.has_functions = !!(has & HAS_FUNCTIONS);
		m.has_filenames = !!(has & HAS_FILENAMES);
		m.has_line_numbers = !!(has & HAS_LINE_NUMBERS);
		m.has_inline_frames = !!(has & HAS_INLINE_FRAMES);
		record.n_mapping = 1;
		record.mapping = (Pprof__Mapping *[]){ &m };
		put_record(w, &record);
	}
}

/* Functions have no id of their own in a profile: it is their place. */
static uint64_t func_id_of(struct func_id id)
{
	return (uint64_t)id.i + 1;
}

static void take_lines(struct writer *w, Pprof__Location *m, struct loc_id id)
{
	size_t n;
	const struct line *lines = remains_lines(w->remains, id, &n);

	w->lines.n = w->line_list.n = 0;
	vec_reserve(w->mem, &w->lines, n);
	vec_reserve(w->mem, &w->line_list, n);
	for (size_t i = 0; i < n; i++) {
		Pprof__Line *out = &w->lines.at[w->lines.n++];

		pprof__line__init(out);
		out->function_id = func_id_of(lines[i].func);
		out->line = lines[i].line;
		out->column = lines[i].column;
		w->line_list.at[w->line_list.n++] = out;
	}
	m->n_line = w->line_list.n;
	m->line = w->line_list.at;
}

static void put_locations(struct writer *w)
{
	const struct profile *p = w->profile;

	for (size_t i = 0; i < p->locations.n; i++) {
		const struct location *loc = &p->locations.at[i];
		Pprof__Profile record = PPROF__PROFILE__INIT;
		Pprof__Location m = PPROF__LOCATION__INIT;

		m.id = loc->id;
		if (loc->mapping.i != MAPPING_NONE)
			m.mapping_id = p->mappings.at[loc->mapping.i].id;
		m.address = loc->address;
		m.is_folded = loc->is_folded;
		take_lines(w, &m, (struct loc_id){ (uint32_t)i });
		record.n_location = 1;
		record.location = (Pprof__Location *[]){ &m };
		put_record(w, &record);
	}
}

static void put_functions(struct writer *w)
{
	for (size_t i = 0; i < w->profile->funcs.n; i++) {
		const struct func *func = &w->profile->funcs.at[i];
		Pprof__Profile record = PPROF__PROFILE__INIT;
		Pprof__Function m = PPROF__FUNCTION__INIT;

		m.id = func_id_of((struct func_id){ (uint32_t)i });
		m.name = number_of(w, func->name);
		m.system_name = number_of(w, func->system_name);
		m.filename = number_of(w, func->filename);
		m.start_line = func->start_line;
		record.n_function = 1;
		record.function = (Pprof__Function *[]){ &m };
		put_record(w, &record);
	}
}

static void put_strings(struct writer *w)
{
	for (size_t i = 0; i < w->strings.n; i++) {
		struct str s = profile_str(w->profile, w->strings.at[i]);
		Pprof__Profile record = PPROF__PROFILE__INIT;
		ProtobufCBinaryData m = { s.n, (uint8_t *)(uintptr_t)s.s };

		record.n_string_table = 1;
		record.string_table = &m;
		put_record(w, &record);
	}
}

/* All that there is once; the strings it names go before it. */
static void put_header(struct writer *w)
{
	const struct profile *p = w->profile;
	Pprof__Profile record = PPROF__PROFILE__INIT;
	Pprof__ValueType period_type;

	record.drop_frames = number_of(w, p->drop_frames);
	record.keep_frames = number_of(w, p->keep_frames);
	record.time_nanos = p->time_nanos;
	record.duration_nanos = p->duration_nanos;
	period_type = type_of(w, &p->period_type);
	if (period_type.type || period_type.unit)
		record.period_type = &period_type;
	record.period = p->period;
	w->values.n = 0;
	vec_reserve(w->mem, &w->values, p->comments.n);
	for (size_t i = 0; i < p->comments.n; i++)
		w->values.at[w->values.n++] = number_of(w, p->comments.at[i]);
	record.n_comment = w->values.n;
	record.comment = w->values.at;
	record.default_sample_type = number_of(w, p->default_type);
	record.doc_url = number_of(w, p->doc_url);
	put_strings(w);
	put_record(w, &record);
}

static void writer_release(struct writer *w)
{
	deflater_free(w->out);
	mem_free(w->mem, w->numbers,
		 w->profile->strings.at.n * sizeof(*w->numbers));
	vec_release(w->mem, &w->strings);
	vec_release(w->mem, &w->record);
	vec_release(w->mem, &w->ids);
	vec_release(w->mem, &w->values);
	vec_release(w->mem, &w->labels);
	vec_release(w->mem, &w->label_list);
	vec_release(w->mem, &w->lines);
	vec_release(w->mem, &w->line_list);
}

static int put_all(struct writer *w, struct err *err)
{
	put_types(w);
	if (put_samples(w, err))
		return -1;
	put_mappings(w);
	put_locations(w);
	put_functions(w);
	put_header(w);
	return deflater_end(w->out) ?
	       err_fail(err, "the output could not be written") : 0;
}

int write_profile(struct remains *remains, double ratio, deflater_put *put,
		  void *data, struct err *err)
{
	const struct profile *p = remains->profile;
	struct writer w = {
		.remains = remains, .profile = p, .mem = p->mem,
		.ratio = ratio, .out = deflater_new(p->mem, put, data),
	};
	int result;

	w.numbers = mem_alloc(p->mem, p->strings.at.n * sizeof(*w.numbers));
	*vec_push(p->mem, &w.strings) = (struct str_id){ 0 };
	result = put_all(&w, err);
	writer_release(&w);
	return result;
}
