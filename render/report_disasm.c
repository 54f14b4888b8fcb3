#include "config.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/disasm.h"
#include "model/objdump.h"
#include "model/rune.h"
#include "render/number.h"
#include "render/report.h"

/* Instructions with their weights (google/pprof, PrintAssembly). */

enum {
	WIDTH = 10,		/* of a value and of an address */
	TEXT_WIDTH = 40,	/* of an instruction with a place behind it */
	PLACE_INDENT = 74,	/* of one above it */
};

/* A report under way. */
struct assembly {
	const struct report *report;
	struct lens *lens;
	struct lanes lanes;
	struct graph graph;
	struct disasm disasm;
	struct objdump objdump;
};

/* What an instruction is of. */
struct place {
	struct str function, file;	/* of the file its base */
	int64_t line;
};

/* An instruction with what the nodes add. */
struct annotated {
	struct place place;
	struct graph_value flat, cum;
};

static void add_padded(struct buf *out, const char *text)
{
	report_pad(out, (struct str){ text, strlen(text) }, WIDTH);
	buf_addc(out, ' ');
}

static void add_value(const struct assembly *a, int64_t value)
{
	const struct report *r = a->report;
	struct buf text = BUF_INIT;

	report_sum(r, &text, value, r->options->unit);
	add_padded(&r->out->text, buf_str(&text));
	buf_release(&text);
}

/* Of an instruction: a mean where that is asked for, nothing for 0. */
static void add_mean(const struct assembly *a, const struct graph_value *value)
{
	int64_t mean = lanes_mean(&a->lanes, value->v[0], value->v[1]);

	if (mean)
		add_value(a, mean);
	else
		add_padded(&a->report->out->text, ".");
}

static void note_node(const struct assembly *a, uint32_t number,
		      struct annotated *line)
{
	const struct nodes *nodes = &a->lens->nodes;
	const struct node_info *info = &nodes->at.at[number].info;
	struct str file = strings_at(&nodes->files, info->file);
	struct place *place = &line->place;

	graph_value_add(&line->flat, &a->graph.flat[number]);
	graph_value_add(&line->cum, &a->graph.cum[number]);
	if (!place->file.n && file.n)
		place->file = str_base(file);
	if (!place->line)
		place->line = info->line;
	if (!place->function.n)
		place->function = profile_str(nodes->profile, info->name);
}

/*
 * Instruction i, with the nodes in front of the next one: addresses may be in
 * the middle of an instruction.
 */
static struct annotated annotate(const struct assembly *a,
				 const struct disasm_symbol *symbol, size_t i,
				 size_t *at)
{
	const struct disasm_file *file = &a->disasm.files.at[symbol->file];
	const struct instruction *in = &a->objdump.code.at[i];
	uint64_t next = i + 1 < a->objdump.code.n ? in[1].address : UINT64_MAX;
	struct annotated line = { .place = { in->function, in->file,
					     in->line } };

	if (in->file.n)
		line.place.file = str_base(in->file);
	for (; *at < symbol->n; ++*at) {
		const struct disasm_node *node =
			&file->nodes.at[symbol->first + *at];

		if (node->address >= next)
			break;
		note_node(a, node->node, &line);
	}
	return line;
}

static void add_place(struct report_out *out, const struct place *place)
{
	buf_addc(&out->text, ';');
	if (place->function.n) {
		report_name(out, place->function);
		buf_addc(&out->text, ' ');
	}
	report_name(out, place->file);
	if (place->file.n && place->line)
		buf_addf(&out->text, ":%" PRId64, place->line);
}

static bool same_place(const struct place *a, const struct place *b)
{
	return a->line == b->line && !str_cmp(a->function, b->function) &&
	       !str_cmp(a->file, b->file);
}

static void pad_text(struct report_out *out, struct str text)
{
	size_t start = out->text.n, width;

	report_text(out, text);
	width = rune_count(out->text.s + start, out->text.n - start);
	if (width < TEXT_WIDTH)
		buf_pad(&out->text, ' ', TEXT_WIDTH - width);
}

/* The place stands behind a short instruction or above a long one. */
static void print_instruction(const struct assembly *a,
			      const struct instruction *in,
			      const struct annotated *line, bool has_place)
{
	struct report_out *out = a->report->out;
	bool is_short = in->text.n < TEXT_WIDTH;

	if (has_place && !is_short) {
		buf_pad(&out->text, ' ', PLACE_INDENT);
		add_place(out, &line->place);
		buf_addc(&out->text, '\n');
	}
	add_mean(a, &line->flat);
	add_mean(a, &line->cum);
	buf_addf(&out->text, "%*" PRIx64 ": ", WIDTH, in->address);
	if (has_place && is_short) {
		pad_text(out, in->text);
		add_place(out, &line->place);
	} else {
		report_text(out, in->text);
	}
	buf_addc(&out->text, '\n');
}

static void print_code(const struct assembly *a,
		       const struct disasm_symbol *symbol)
{
	struct place last = { { "", 0 }, { "", 0 }, 0 };
	size_t at = 0;

	for (size_t i = 0; i < a->objdump.code.n; i++) {
		struct annotated line = annotate(a, symbol, i, &at);
		bool has_place = !same_place(&line.place, &last) &&
				 (line.place.function.n || line.place.file.n);

		last = line.place;
		print_instruction(a, &a->objdump.code.at[i], &line, has_place);
		if (!report_step(a->report->out))
			return;
	}
}

static void print_heading(const struct assembly *a,
			  const struct disasm_symbol *symbol)
{
	const struct disasm_file *file = &a->disasm.files.at[symbol->file];
	struct report_out *out = a->report->out;
	struct graph_value flat = { { 0, 0 } }, cum = { { 0, 0 } };

	for (size_t i = 0; i < symbol->symbol.n; i++) {
		buf_adds(&out->text, i ? "    AKA" : "ROUTINE");
		buf_adds(&out->text, " ======================== ");
		report_name(out, symbol_name(&file->symbols, &symbol->symbol,
					     i));
		buf_addc(&out->text, '\n');
	}
	for (size_t i = symbol->first; i < symbol->first + symbol->n; i++) {
		graph_value_add(&flat, &a->graph.flat[file->nodes.at[i].node]);
		graph_value_add(&cum, &a->graph.cum[file->nodes.at[i].node]);
	}
	add_value(a, flat.v[0]);
	add_value(a, cum.v[0]);
	buf_adds(&out->text, "(flat, cum) ");
	number_percent(&out->text, cum.v[0], a->lanes.totals[0]);
	buf_adds(&out->text, " of Total\n");
}

static int print_symbol(struct assembly *a,
			const struct disasm_symbol *symbol, struct err *err)
{
	const struct disasm_file *file = &a->disasm.files.at[symbol->file];

	if (objdump_run(&a->objdump, &(struct objdump_query){
		.path = buf_str(&file->binary.path),
		.start = symbol->symbol.start, .end = symbol->symbol.end,
		.is_intel = a->report->options->is_intel,
		.cancel = a->report->cancel,
	    }, err))
		return -1;
	print_heading(a, symbol);
	print_code(a, symbol);
	return 0;
}

static int print_symbols(struct assembly *a, struct err *err)
{
	const struct report *r = a->report;

	if (objdump_init(&a->objdump, r->profile->mem, err))
		return -1;
	buf_adds(&r->out->text, "Total: ");
	report_sum(r, &r->out->text, a->lanes.totals[0], r->options->unit);
	buf_addc(&r->out->text, '\n');
	for (size_t i = 0; i < a->disasm.symbols.n; i++) {
		if (print_symbol(a, &a->disasm.symbols.at[i], err))
			return -1;
	}
	return 0;
}

static int fail_empty(const struct assembly *a, uint64_t address,
		      struct err *err)
{
	if (!address)
		return err_fail(err, "no matches found for regexp %s",
				a->report->options->symbol);
	if (!a->disasm.n_found)
		return err_fail(err, "no matches found for address %#" PRIx64,
				address);
	return err_fail(err, "address %#" PRIx64 " found in binary, but the "
			"corresponding symbols do not have samples in the "
			"profile", address);
}

/*
 * An address as Go's ParseUint has it for base 0: 0x, 0b, 0o or 0 in front,
 * or decimal; 0 for what is none.
 */
static uint64_t parse_address(const char *text)
{
	static const struct {
		char prefix[3];
		int base;
	} forms[] = {
		{ "0x", 16 }, { "0X", 16 }, { "0b", 2 }, { "0B", 2 },
		{ "0o", 8 }, { "0O", 8 }, { "0", 8 }, { "", 10 },
	};
	size_t i = 0;
	char *end;
	uint64_t value;

	while (strncmp(text, forms[i].prefix, strlen(forms[i].prefix)))
		i++;
	text += strlen(forms[i].prefix);
	if (strspn(text, "0123456789abcdefABCDEF") != strlen(text) || !*text)
		return 0;
	errno = 0;
	value = strtoull(text, &end, forms[i].base);
	return errno || *end ? 0 : value;
}

/* As the reference has it, why a binary is not looked at is in the report. */
static void complain(void *data, const char *text)
{
	const struct report *report = data;

	report_name(report->out, (struct str){ text, strlen(text) });
	buf_addc(&report->out->text, '\n');
}

static void warn(void *data, const char *text)
{
	const struct report *report = data;

	report->warn(report->data, text);
}

static int print_assembly(struct assembly *a, struct pattern *symbol,
			  struct err *err)
{
	const struct report *r = a->report;
	uint64_t address = parse_address(r->options->symbol);
	struct disasm_query query = {
		.lens = a->lens, .graph = &a->graph, .pattern = symbol,
		.address = address, .binary = r->options->binary,
		.drops_negative = r->view->drops_negative,
		.warn = warn, .complain = complain, .data = (void *)r,
		.cancel = r->cancel,
	};
	struct err ignored;
	int result = 0;

	if (!disasm_init(&a->disasm, &query))
		result = err_fail(err, "cancelled");
	report_flush(r->out, &ignored);
	if (!result && !a->disasm.symbols.n)
		result = fail_empty(a, address, err);
	if (!result)
		result = print_symbols(a, err);
	objdump_release(&a->objdump);
	disasm_release(&a->disasm);
	return result;
}

static int print_view(struct assembly *a, struct pattern *symbol,
		      struct err *err)
{
	const struct report *r = a->report;
	int result = -1;

	a->lens = lens_new(r->profile, r->view, r->cancel, err);
	if (!a->lens)
		return -1;
	report_warn(r, a->lens);
	lanes_init(&a->lanes, r->profile, r->view);
	lanes_narrow(&a->lanes, a->lens, r->view);
	if (graph_init(&a->graph, &(struct graph_query){
		.lens = a->lens, .lanes = &a->lanes, .cancel = r->cancel,
	    }))
		result = print_assembly(a, symbol, err);
	else
		err_set(err, "cancelled");
	graph_release(&a->graph);
	lanes_release(&a->lanes);
	lens_free(a->lens);
	if (!result)
		return report_flush(r->out, err);
	buf_clear(&r->out->text);
	return -1;
}

int report_disasm(const struct report *report, struct err *err)
{
	const char *text = report->options->symbol;
	struct pattern *symbol = pattern_new(text, PATTERN_USER, err, NULL);
	struct report run = *report;
	struct view view = *report->view;
	struct assembly a = { .report = &run };
	int result;

	if (!symbol)
		return err_within(err, "parsing argument regexp %s", text);
	view.object_names = true;
	view.no_inlines = true;
	run.view = &view;
	result = print_view(&a, symbol, err);
	pattern_free(symbol);
	return result;
}
