#include "config.h"

#include "model/symbols.h"

#include "model/program.h"
#include "model/scanline.h"

/* Bytes; some binaries have millions of names. */
enum { OUTPUT_LIMIT = 256 << 20 };

void symbols_init(struct symbols *symbols, struct mem *mem)
{
	*symbols = (struct symbols){ .mem = mem };
}

void symbols_release(struct symbols *symbols)
{
	buf_release(&symbols->text);
	buf_release(&symbols->plain_text);
	vec_release(symbols->mem, &symbols->names);
	vec_release(symbols->mem, &symbols->found);
}

/*
 * "0000000000401126 T main": an address, a letter and a name with blanks
 * between them (google/pprof, internal/binutils: nmOutputRE).
 */
static bool parse_name(struct str line, struct symbol_name *name)
{
	struct str rest = scanline_trim(line);

	if (!scanline_hex(&rest, &name->address) || !scanline_blank(&rest) ||
	    !rest.n)
		return false;
	rest.s++;
	rest.n--;
	if (!scanline_blank(&rest))
		return false;
	name->raw = name->plain = rest;
	return true;
}

void symbols_parse(struct symbols *symbols)
{
	struct str text = { buf_str(&symbols->text), symbols->text.n };
	struct symbol_name name;
	struct str line;

	while (scanline_next(&text, &line)) {
		if (parse_name(line, &name))
			*vec_push(symbols->mem, &symbols->names) = name;
	}
}

static bool is_mangled(struct str name)
{
	while (name.n && *name.s == '_') {
		name.s++;
		name.n--;
		if (name.n && (*name.s == 'Z' || *name.s == 'R'))
			return true;
	}
	return false;
}

static bool has_mangled(const struct symbols *symbols)
{
	for (size_t i = 0; i < symbols->names.n; i++) {
		if (is_mangled(symbols->names.at[i].raw))
			return true;
	}
	return false;
}

/* What is behind the name of a part that a compiler split off is not told. */
static struct str cut_clone(struct str name)
{
	const char *at = memmem(name.s, name.n, " [clone ", 8);

	if (at)
		name.n = (size_t)(at - name.s);
	return name;
}

/*
 * Takes plain names from the same list made with names made plain.  Should it
 * not be the same list, names stay as they are.
 */
static void parse_plain(struct symbols *symbols)
{
	struct str text = { buf_str(&symbols->plain_text),
			    symbols->plain_text.n };
	struct symbol_name name;
	struct str line;
	size_t i = 0;

	while (scanline_next(&text, &line)) {
		if (!parse_name(line, &name))
			continue;
		if (i == symbols->names.n ||
		    name.address != symbols->names.at[i].address)
			return;
		if (is_mangled(symbols->names.at[i].raw))
			symbols->names.at[i].plain = cut_clone(name.raw);
		i++;
	}
}

static int run_nm(struct symbols *symbols, struct program *run,
		  struct err *err)
{
	if (program_run(run, &symbols->text, err))
		return -1;
	symbols_parse(symbols);
	if (!has_mangled(symbols))
		return 0;
	run->args[3] = "-C";
	run->args[4] = run->args[2];
	run->args[2] = "-n";
	if (program_run(run, &symbols->plain_text, err))
		return -1;
	parse_plain(symbols);
	return 0;
}

int symbols_load(struct symbols *symbols, const char *path,
		 const _Atomic bool *cancel, struct err *err)
{
	struct program run = {
		.args = { NULL, "-n", path }, .cancel = cancel,
		.limit = OUTPUT_LIMIT,
	};
	struct buf nm = BUF_INIT;
	int result;

	if (program_find(&nm, "llvm-nm") || program_find(&nm, "nm")) {
		run.args[0] = buf_str(&nm);
		result = run_nm(symbols, &run, err);
	} else {
		result = err_fail(err, "cannot disasm: no nm available; "
				  "install binutils or llvm");
	}
	buf_release(&nm);
	return result;
}

bool symbols_find(const struct symbols *symbols, const char *name,
		  uint64_t *address)
{
	struct str wanted = { name, strlen(name) };

	for (size_t i = 0; i < symbols->names.n; i++) {
		if (str_cmp(symbols->names.at[i].raw, wanted))
			continue;
		*address = symbols->names.at[i].address;
		return true;
	}
	return false;
}

static bool matches(struct pattern *pattern, struct str name)
{
	return pattern_match(pattern, name.s, name.n) == PATTERN_YES;
}

/* Whether a symbol is asked for; leaves in it the names that are. */
static bool is_wanted(const struct symbols *symbols, struct symbol *symbol,
		      struct pattern *pattern, uint64_t address)
{
	size_t first = symbol->first, end = first + symbol->n;

	if (address && address >= symbol->start && address <= symbol->end)
		return true;
	for (size_t i = first; i < end; i++) {
		const struct symbol_name *name = &symbols->names.at[i];

		symbol->first = i;
		symbol->n = 1;
		symbol->is_plain = false;
		if (matches(pattern, name->raw))
			return true;
		symbol->is_plain = true;
		if (name->plain.s != name->raw.s &&
		    matches(pattern, name->plain))
			return true;
	}
	return false;
}

void symbols_select(struct symbols *symbols, struct pattern *pattern,
		    uint64_t address)
{
	const struct symbol_name *names = symbols->names.at;
	size_t n = symbols->names.n, end;

	symbols->found.n = 0;
	for (size_t i = 0; i < n; i = end) {
		struct symbol symbol = { .start = names[i].address };

		for (end = i + 1; end < n && names[end].address ==
					     symbol.start; )
			end++;
		symbol.first = i;
		symbol.n = end - i;
		symbol.end = (end < n ? names[end].address : 0) - 1;
		if (is_wanted(symbols, &symbol, pattern, address))
			*vec_push(symbols->mem, &symbols->found) = symbol;
	}
}

struct str symbol_name(const struct symbols *symbols,
		       const struct symbol *symbol, size_t i)
{
	const struct symbol_name *name = &symbols->names.at[symbol->first + i];

	return symbol->is_plain ? name->plain : name->raw;
}
