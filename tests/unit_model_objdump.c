/*
 * model/objdump and model/symbols: what is made of what objdump and nm print,
 * those of GNU and of LLVM, and of what only looks like it.
 */
#include "config.h"

#include "model/objdump.h"

#include <inttypes.h>

#include "model/symbols.h"
#include "tests/tap.h"

static struct mem mem;

/* Each instruction as a line: address, text, function, file and line. */
static void check_code(const char *name, const char *text, const char *want)
{
	struct objdump o = { .mem = &mem };
	struct buf got = BUF_INIT;

	buf_adds(&o.text, text);
	objdump_parse(&o);
	for (size_t i = 0; i < o.code.n; i++) {
		const struct instruction *in = &o.code.at[i];

		buf_addf(&got, "%" PRIx64 "|%.*s|%.*s|%.*s:%" PRId64 "\n",
			 in->address, (int)in->text.n, in->text.s,
			 (int)in->function.n, in->function.s,
			 (int)in->file.n, in->file.s, in->line);
	}
	is(buf_str(&got), want, "%s", name);
	buf_release(&got);
	objdump_release(&o);
	objdump_release(&o);
}

static void test_gnu(void)
{
	check_code("GNU's objdump",
		   "\nnopie:     file format elf64-x86-64\n\n\n"
		   "Disassembly of section .text:\n\n"
		   "000000000040112e <spin>:\nspin():\n"
		   "/src/prog.c:8\n  40112e:\tpush   %r12\n"
		   "/src/prog.c:12 (discriminator 3)\n"
		   "  401147:\tcall   401126 <square>\n"
		   "app::f(int)():\n  40114c:\tret\n",
		   "40112e|push   %r12|spin|/src/prog.c:8\n"
		   "401147|call   401126 <square>|spin|/src/prog.c:12\n"
		   "40114c|ret|app::f(int)|/src/prog.c:12\n");
	check_code("without debug information", "0000000000001139 <f>:\n"
		   "f():\n    1139:\tnop\n\n    113a:\tret",
		   "1139|nop|f|:0\n113a|ret||:0\n");
}

static void test_llvm(void)
{
	check_code("LLVM's objdump",
		   "\nnopie:\tfile format elf64-x86-64\n\n"
		   "Disassembly of section .text:\n\n"
		   "000000000040112e <spin>:\n; spin():\n; /src/prog.c:8\n"
		   "  40112e:      \tpushq\t%r12\n\n"
		   "0000000000401140 <tail>:\n  401140:      \tretq\n",
		   "40112e|pushq\t%r12|spin|/src/prog.c:8\n"
		   "401140|retq|<tail>|:0\n");
}

static void test_odd(void)
{
	check_code("an empty text", "", "");
	check_code("addresses that are none", "g:\tnop\n12345678901234567:\t"
		   "nop\n:\tnop\n12 :\tnop\n12:nop\n12:\n", "");
	check_code("the largest", "ffffffffffffffff:\tnop\n",
		   "ffffffffffffffff|nop||:0\n");
	check_code("a line number beyond 32 bits is passed over",
		   "a.c:4294967295\n1:\tx\nb.c:4294967296\n2:\tx\n"
		   "c.c:99999999999999999999999\n3:\tx\n",
		   "1|x||a.c:4294967295\n2|x||a.c:4294967295\n"
		   "3|x||a.c:4294967295\n");
	check_code("names with colons", "/a:1/b.c:2:3\n1:\tx\n():\n2:\ty\n",
		   "1|x||/a:1/b.c:2:3\n2|y|()|/a:1/b.c:2:3\n");
	check_code("what is neither ends what was known",
		   "f():\na.c:1\n1:\tx\nwhat\n2:\ty\n", "1|x|f|a.c:1\n2|y||:0\n");
	check_code("a last line without an end", "1:\tx", "1|x||:0\n");
	check_code("a mark and no more", ";\n; \n1:\tx\n", "1|x||:0\n");
}

static const char nm_text[] =
	"                 U printf@GLIBC_2.2.5\n"
	"                 w __gmon_start__\n"
	"0000000000401000 T _init\n"
	"0000000000401126 t square\n"
	"000000000040112e T spin\n"
	"000000000040112e T spin_alias\n"
	"000000000040116a T _ZN3app4workEl\n"
	"0000000000401190 T main.(*T).Name with blanks\n"
	"not a symbol\n"
	"00000000004011a4 T _fini";

static void add_symbol(const struct symbols *symbols,
		       const struct symbol *symbol, struct buf *out)
{
	buf_addf(out, "%" PRIx64 "-%" PRIx64, symbol->start, symbol->end);
	for (size_t i = 0; i < symbol->n; i++) {
		struct str name = symbol_name(symbols, symbol, i);

		buf_addf(out, "|%.*s", (int)name.n, name.s);
	}
	buf_addc(out, '\n');
}

static void check_symbols(struct symbols *symbols, const char *re,
			  uint64_t address, const char *want)
{
	struct err err;
	struct pattern *pattern = pattern_new(re, PATTERN_USER, &err, NULL);
	struct buf got = BUF_INIT;

	symbols_select(symbols, pattern, address);
	for (size_t i = 0; i < symbols->found.n; i++)
		add_symbol(symbols, &symbols->found.at[i], &got);
	is(buf_str(&got), want, "%s or %" PRIx64, re, address);
	buf_release(&got);
	pattern_free(pattern);
}

static void test_symbols(void)
{
	struct symbols s;
	uint64_t address;

	symbols_init(&s, &mem);
	buf_adds(&s.text, nm_text);
	symbols_parse(&s);
	is_int(s.names.n, 7, "names with an address");
	s.names.at[4].plain = (struct str){ "app::work(long)", 15 };
	check_symbols(&s, "^sp", 0, "40112e-401169|spin\n");
	check_symbols(&s, "alias", 0, "40112e-401169|spin_alias\n");
	check_symbols(&s, "nothing", 0x401130,
		      "40112e-401169|spin|spin_alias\n");
	check_symbols(&s, "nothing", 0x401169,
		      "40112e-401169|spin|spin_alias\n");
	check_symbols(&s, "nothing", 0x40116a,
		      "40116a-40118f|_ZN3app4workEl\n");
	check_symbols(&s, "app::", 0, "40116a-40118f|app::work(long)\n");
	check_symbols(&s, "work", 0, "40116a-40118f|_ZN3app4workEl\n");
	check_symbols(&s, "with blanks$", 0,
		      "401190-4011a3|main.(*T).Name with blanks\n");
	check_symbols(&s, "_fini", 0, "4011a4-ffffffffffffffff|_fini\n");
	check_symbols(&s, "nothing", 0x400000, "");
	ok(symbols_find(&s, "spin", &address) && address == 0x40112e,
	   "a symbol by its name");
	ok(!symbols_find(&s, "printf", &address), "one without an address");
	symbols_release(&s);
}

int main(void)
{
	test_gnu();
	test_llvm();
	test_odd();
	test_symbols();
	is_int(mem.used, 0, "all memory was given back");
	return tap_done();
}
