/*
 * CPU profiles of gperftools, and of what writes the same: words of 32 or 64
 * bits in the byte order of the machine,
 *
 *	0  3  KIND  PERIOD  0		the head; the period in microseconds
 *	COUNT  DEPTH  ADDRESS...	a sample, the leaf first, and so on
 *	0  1  0				the end, which may be missing
 *
 * and then text: the memory map of the process, or, when the kind is Java and
 * not native, what the addresses stand for.  Read as google/pprof does
 * (profile/legacy_profile.go, parseCPU), but for samples that are cut short,
 * which are refused and not filled up with zeroes.
 */
#include "config.h"

#include <inttypes.h>

#include "model/format.h"
#include "model/handler_frames.h"
#include "model/idmap.h"
#include "model/java_symbols.h"
#include "model/legacy.h"
#include "model/procmaps.h"
#include "model/tables.h"
#include "model/textlines.h"

struct layout {
	size_t size;		/* bytes of a word */
	bool is_big;		/* the first byte is the most significant */
};

enum { HEAD_WORDS = 5, WORD_MAX = 8, KIND_NATIVE = 0, KIND_JAVA = 1 };

struct cpu_head {
	struct layout layout;
	uint64_t kind, period;
};

struct cpu {
	const struct reading *reading;	/* borrowed */
	struct profile *profile;	/* its two, borrowed */
	struct input *input;
	struct tables tables;
	struct idmap addresses;		/* numbered as the locations are */
	struct cpu_head head;
	VEC(struct loc_id) stack;	/* of the sample at hand */
};

static uint64_t word_at(const uint8_t *at, struct layout layout)
{
	uint64_t word = 0;

	for (size_t i = 0; i < layout.size; i++)
		word = word << 8 | at[layout.is_big ? i : layout.size - 1 - i];
	return word;
}

static bool take_head(const uint8_t *at, size_t n, struct layout layout,
		      struct cpu_head *head)
{
	uint64_t words[HEAD_WORDS];

	if (n < HEAD_WORDS * layout.size)
		return false;
	for (size_t i = 0; i < HEAD_WORDS; i++)
		words[i] = word_at(at + i * layout.size, layout);
	*head = (struct cpu_head){ layout, words[2], words[3] };
	return words[0] == 0 && words[1] == 3 && words[2] <= KIND_JAVA &&
	       words[3] > 0 && words[4] == 0;
}

/* At most one layout makes a head of the bytes. */
static bool find_head(const uint8_t *at, size_t n, struct cpu_head *head)
{
	static const struct layout layouts[] = {
		{ 4, false }, { 4, true }, { 8, false }, { 8, true },
	};

	for (size_t i = 0; i < ARRAY_SIZE(layouts); i++) {
		if (take_head(at, n, layouts[i], head))
			return true;
	}
	return false;
}

static int read_head(struct cpu *cpu, struct err *err)
{
	const uint8_t *at;
	size_t n = input_peek(cpu->input, HEAD_WORDS * WORD_MAX, &at, err);

	if (n == (size_t)-1)
		return -1;
	if (!find_head(at, n, &cpu->head))
		return err_fail(err, "does not start with the words 0, 3, "
				"0 or 1, a period, 0");
	input_skip(cpu->input, HEAD_WORDS * cpu->head.layout.size);
	return 0;
}

/* Numbers are the file's: products wrap around, as in the reference. */
static int64_t multiply(uint64_t a, uint64_t b)
{
	return (int64_t)(a * b);
}

static void set_types(struct cpu *cpu)
{
	struct profile *p = cpu->profile;
	size_t time;

	tables_add_type(&cpu->tables, str_of("samples"), "count");
	time = tables_add_type(&cpu->tables, str_of("cpu"), "nanoseconds");
	p->period_type = p->types.at[time];
	p->period = multiply(cpu->head.period, 1000);
}

/*
 * The location of an address.  Nothing else is known of one, so that this need
 * not compare whole locations as tables_location does: half the time.
 */
static struct loc_id find_location(struct cpu *cpu, uint64_t address)
{
	struct profile *p = cpu->profile;
	uint32_t number = idmap_number(&cpu->addresses, address);

	if (number == p->locations.n)
		*vec_push(p->mem, &p->locations) = (struct location){
			.id = number + 1, .address = address,
			.mapping = { MAPPING_NONE },
		};
	return (struct loc_id){ number };
}

/*
 * Native addresses but the leaf's are those behind a call; a byte before, they
 * are in it.
 */
static void take_stack(struct cpu *cpu, const uint8_t *at, size_t n)
{
	struct layout layout = cpu->head.layout;

	cpu->stack.n = 0;
	vec_reserve(cpu->profile->mem, &cpu->stack, n);
	for (size_t i = 0; i < n; i++) {
		uint64_t address = word_at(at + i * layout.size, layout);

		if (i && cpu->head.kind == KIND_NATIVE)
			address--;
		cpu->stack.at[cpu->stack.n++] = find_location(cpu, address);
	}
}

/* Makes the addresses of a sample available. */
static const uint8_t *need_stack(struct cpu *cpu, uint64_t depth,
				 struct err *err)
{
	size_t size = cpu->head.layout.size;

	if (depth < UINT32_MAX)
		return input_need(cpu->input, depth * size, err);
	err_set(err, "a stack of %" PRIu64 " frames", depth);
	return NULL;
}

/* Returns 1, 0 for the mark at the end, or -1 with the reason. */
static int read_sample(struct cpu *cpu, struct err *err)
{
	struct layout layout = cpu->head.layout;
	const uint8_t *at = input_need(cpu->input, 2 * layout.size, err);
	uint64_t count, depth;
	int64_t values[2];

	if (!at)
		return -1;
	count = word_at(at, layout);
	depth = word_at(at + layout.size, layout);
	input_skip(cpu->input, 2 * layout.size);
	at = need_stack(cpu, depth, err);
	if (!at)
		return -1;
	if (!count && depth == 1 && !word_at(at, layout)) {
		input_skip(cpu->input, layout.size);
		return 0;
	}
	take_stack(cpu, at, depth);
	input_skip(cpu->input, depth * layout.size);
	values[0] = (int64_t)count;
	values[1] = multiply(count, (uint64_t)cpu->profile->period);
	tables_row(&cpu->tables, cpu->stack.at, depth,
		   (struct labels_id){ 0 }, values);
	return 1;
}

static int read_samples(struct cpu *cpu, struct err *err)
{
	const uint8_t *at;
	uint64_t offset;
	size_t n;
	int more = 1;

	while (more > 0) {
		n = input_peek(cpu->input, 1, &at, err);
		if (n == (size_t)-1)
			return -1;
		if (!n)
			return 0;
		offset = input_offset(cpu->input);
		more = read_sample(cpu, err);
		if (more < 0)
			err_prefix(err, "sample %zu at byte %" PRIu64,
				   cpu->profile->rows.n + 1, offset);
	}
	return more;
}

static int read_text(struct cpu *cpu, struct err *err)
{
	bool is_java = cpu->head.kind == KIND_JAVA;
	struct textlines lines;
	int result;

	textlines_init(&lines, cpu->input);
	if (!is_java)
		handler_frames_drop_shared(cpu->profile);
	result = is_java ? java_symbols_read(&lines, cpu->profile, err) :
			   procmaps_read(&lines, cpu->profile, err);
	if (!is_java && !result)
		handler_frames_drop_twins(cpu->profile);
	if (!result)
		reading_tell(cpu->reading, &lines);
	textlines_release(&lines);
	return result ? err_within(err, "the text behind the samples") : 0;
}

static int read_cpu(struct reading *reading, struct err *err)
{
	struct cpu cpu = {
		.reading = reading, .profile = reading->profile,
		.input = reading->input,
	};
	int result;

	if (read_head(&cpu, err))
		return -1;
	tables_init(&cpu.tables, cpu.profile);
	idmap_init(&cpu.addresses, cpu.profile->mem);
	set_types(&cpu);
	result = read_samples(&cpu, err);
	tables_release(&cpu.tables);
	idmap_release(&cpu.addresses);
	vec_release(cpu.profile->mem, &cpu.stack);
	if (!result)
		result = read_text(&cpu, err);
	legacy_set_frames(cpu.profile);
	return result;
}

static enum likeness match(const struct head *head)
{
	struct cpu_head found;

	return find_head((const uint8_t *)head->bytes.s, head->bytes.n,
			 &found) ? LIKENESS_SURE : LIKENESS_NONE;
}

const struct format format_cpu = {
	.name = "cpu", .title = "gperftools CPU profile",
	.match = match, .read = read_cpu,
};
