#include "config.h"

#include "model/objdump.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/program.h"
#include "model/rune.h"
#include "model/scanline.h"

enum {
	VERSION_MAX = 64 << 10,		/* bytes of what --version prints */
	VERSION_MS = 10 * 1000,
	LLVM_OLDEST = 8,		/* that knows these options */
};

/* Whether the version is one of LLVM's, and new enough. */
static bool is_llvm(const char *version)
{
	static const char words[] = "LLVM version ";
	const char *at = strstr(version, words);

	if (!at)
		return false;
	at += strlen(words);
	return strtol(at, NULL, 10) >= LLVM_OLDEST ||
	       memmem(at, strcspn(at, "\n"), "trunk", 5);
}

static bool try_program(struct objdump *o, const char *name)
{
	struct buf version = BUF_INIT;
	bool is_usable = false;
	struct err err;

	buf_clear(&o->path);
	if (!program_find(&o->path, name))
		return false;
	if (!program_run(&(struct program){
		.args = { buf_str(&o->path), "--version" },
		.limit = VERSION_MAX, .milliseconds = VERSION_MS,
	    }, &version, &err)) {
		o->is_llvm = is_llvm(buf_str(&version));
		is_usable = o->is_llvm || strstr(buf_str(&version),
						 "GNU objdump");
	}
	buf_release(&version);
	return is_usable;
}

int objdump_init(struct objdump *o, struct mem *mem, struct err *err)
{
	*o = (struct objdump){ .mem = mem };
	if (try_program(o, "llvm-objdump") || try_program(o, "objdump"))
		return 0;
	return err_fail(err, "cannot disasm: no objdump tool available; "
			"install binutils or llvm");
}

void objdump_release(struct objdump *o)
{
	if (!o->mem)
		return;
	buf_release(&o->path);
	buf_release(&o->text);
	vec_release(o->mem, &o->code);
	o->mem = NULL;
}

/* What the lines above an instruction have said. */
struct place {
	struct str function, file;
	int64_t line;
};

/* "401126:  push %rbp" */
static bool take_instruction(struct objdump *o, struct str line,
			     const struct place *place)
{
	struct instruction in = { .address = 0 };

	if (!scanline_hex(&line, &in.address) || !scanline_char(&line, ':') ||
	    !scanline_blank(&line))
		return false;
	in.text = line;
	in.function = place->function;
	in.file = place->file;
	in.line = place->line;
	*vec_push(o->mem, &o->code) = in;
	return true;
}

/* LLVM puts a ; in front of what is not code. */
static struct str skip_mark(struct str line)
{
	struct str rest;

	scanline_char(&line, ';');
	rest = line;
	if (line.n && scanline_blank(&rest)) {
		line.s++;
		line.n--;
	}
	return line;
}

/* "main.c:12", or with more behind it. */
static bool take_line(struct str line, struct place *place)
{
	size_t at = line.n;
	uint64_t number = 0;

	while (at > 1 && !(line.s[at - 2] == ':' && rune_is_digit(line.s[at - 1])))
		at--;
	if (at <= 1)
		return false;
	for (size_t i = at - 1; i < line.n && rune_is_digit(line.s[i]); i++) {
		if (number <= UINT32_MAX)
			number = number * 10 + (uint64_t)(line.s[i] - '0');
	}
	if (number <= UINT32_MAX) {
		place->file = (struct str){ line.s, at - 2 };
		place->line = (int64_t)number;
	}
	return true;
}

/* Where the last of these is in a line, or NULL. */
static const char *last_of(struct str line, const char *text)
{
	size_t n = strlen(text);

	for (size_t i = line.n; i >= n; i--) {
		if (!memcmp(line.s + i - n, text, n))
			return line.s + i - n;
	}
	return NULL;
}

/* "main():", or of LLVM "0000000000401126 <main>:" */
static bool take_function(struct str marked, struct str line,
			  struct place *place)
{
	const char *end = last_of(marked, "():");
	struct str rest = line;
	uint64_t address;

	if (end && end > marked.s) {
		place->function = (struct str){
			marked.s, (size_t)(end - marked.s)
		};
		return true;
	}
	end = last_of(line, ":");
	if (!end)
		return false;
	scanline_hex(&rest, &address);
	if (rest.n && (*rest.s == ' ' || *rest.s == '\t')) {
		rest.s++;
		rest.n--;
	}
	place->function = (struct str){ rest.s, (size_t)(end - rest.s) };
	return true;
}

/*
 * A line is an instruction, a place or a function, whichever it looks like
 * first; any other ends what was known (google/pprof, internal/binutils:
 * disassemble).
 */
void objdump_parse(struct objdump *o)
{
	struct str text = { buf_str(&o->text), o->text.n }, line, marked;
	struct place place = { .line = 0 };

	o->code.n = 0;
	while (scanline_next(&text, &line)) {
		line = scanline_trim(line);
		if (take_instruction(o, line, &place))
			continue;
		marked = skip_mark(line);
		if (!take_line(marked, &place) &&
		    !take_function(marked, line, &place))
			place = (struct place){ .line = 0 };
	}
}

static void add_syntax(const struct objdump *o, const char **args)
{
	if (o->is_llvm) {
		args[0] = "--x86-asm-syntax=intel";
	} else {
		args[0] = "-M";
		args[1] = "intel";
	}
}

int objdump_run(struct objdump *o, const struct objdump_query *query,
		struct err *err)
{
	char start[40], end[40];
	struct program run = {
		.args = { buf_str(&o->path), "--disassemble", "--demangle",
			  "--no-show-raw-insn", "--line-numbers", start, end },
		.cancel = query->cancel,
	};
	size_t n = 7;

	snprintf(start, sizeof(start), "--start-address=%#" PRIx64,
		 query->start);
	snprintf(end, sizeof(end), "--stop-address=%#" PRIx64, query->end);
	if (query->is_intel) {
		add_syntax(o, run.args + n);
		n += o->is_llvm ? 1 : 2;
	}
	run.args[n] = query->path;
	buf_clear(&o->text);
	if (program_run(&run, &o->text, err))
		return -1;
	objdump_parse(o);
	return 0;
}
