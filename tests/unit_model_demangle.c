/*
 * Names of linkers made readable.  What they come to is what the reference
 * prints (ianlancetaylor/demangle at f615e6bd, with the options of
 * google/pprof); where it differs, the row says why.
 */
#include "config.h"

#include <sched.h>
#include <stdint.h>
#include <stdlib.h>

#include "model/cancel.h"
#include "model/demangle.h"
#include "model/punycode.h"
#include "model/threads.h"
#include "tests/build.h"
#include "tests/death.h"
#include "tests/tap.h"

#ifdef HAVE_LIBIBERTY
#define HAS_CXX true
#else
#define HAS_CXX false
#endif

struct sample_name {
	const char *linker_name;
	const char *names[3];		/* a mode each */
};

static void check_row(const struct sample_name *row)
{
	static const char *const modes[] = { "default", "templates", "full" };
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < 3; i++) {
		buf_clear(&got);
		demangle_name(&got, str_of(row->linker_name),
			      (enum demangle_mode)i);
		is(buf_str(&got), row->names[i], "%s, %s", row->linker_name,
		   modes[i]);
	}
	buf_release(&got);
}

static const struct sample_name cxx[] = {
	{ "_ZNSt6vectorIiSaIiEE9push_backERKi", {
		"std::vector::push_back",
		"std::vector<int, std::allocator<int> >::push_back",
		"std::vector<int, std::allocator<int> >::push_back("
		"int const&)" } },
	{ "_ZNK3FoolsIiEEbRKT_", {
		"Foo::operator<<", "Foo::operator<< <int>",
		"bool Foo::operator<< <int>(int const&) const" } },
	{ "_ZNK3FooltIiEEbRKT_", {
		"Foo::operator<", "Foo::operator< <int>",
		"bool Foo::operator< <int>(int const&) const" } },
	{ "_ZN3FooptIiEEbv", {
		"Foo::operator->", "Foo::operator-><int>",
		"bool Foo::operator-><int>()" } },
	{ "_ZZN3Foo3barEiENKUlvE_clEv", {
		"Foo::bar()::{lambda()#1}::operator()",
		"Foo::bar()::{lambda()#1}::operator()",
		"Foo::bar(int)::{lambda()#1}::operator()() const" } },
	{ "_ZN12_GLOBAL__N_13runEv", {
		"(anonymous namespace)::run", "(anonymous namespace)::run",
		"(anonymous namespace)::run()" } },
	{ "_ZN3FoocvPT_IiEEv", {
		"Foo::operator int*", "Foo::operator int*<int>",
		"Foo::operator int*<int>()" } },
	{ "_Z3addi.isra.0", { "add", "add", "add(int)" } },
	{ "_ZTI3FooIiE", {
		"typeinfo for Foo", "typeinfo for Foo<int>",
		"typeinfo for Foo<int>" } },
	{ "__Z3addi", { "add", "add", "add(int)" } },
	{ "____Z3addi_block_invoke_2", {
		"invocation function for block in add",
		"invocation function for block in add",
		"invocation function for block in add(int)" } },
	{ "___Z3addi_block_invoke", {
		"invocation function for block in add",
		"invocation function for block in add",
		"invocation function for block in add(int)" } },
	{ "_GLOBAL__I_main", {
		"global constructors keyed to main",
		"global constructors keyed to main",
		"global constructors keyed to main" } },
	{ "_GLOBAL__I__Z1fi", {
		"global constructors keyed to f",
		"global constructors keyed to f",
		"global constructors keyed to f(int)" } },
	{ "_Z", { "_Z", "_Z", "_Z" } },
};

static const struct sample_name rust[] = {
	{ "_RNvNtCselooBRvAVYV_20rustc_builtin_macros4util5check", {
		"rustc_builtin_macros::util::check",
		"rustc_builtin_macros::util::check",
		"rustc_builtin_macros::util::check" } },
	{ "_RINvNtCs1_4core3ptr13drop_in_placeNtNtCs2_5alloc6string6StringE"
	  "Cs3_4main", {
		"core::ptr::drop_in_place::<>",
		"core::ptr::drop_in_place::<alloc::string::String>",
		"core::ptr::drop_in_place::<alloc::string::String>" } },
	{ "_RNvXs_NtC1a1bINtB4_3VecReENtNtC4core3fmt5Debug3fmt", {
		"<a::b::Vec<> as core::fmt::Debug>::fmt",
		"<a::b::Vec<&str> as core::fmt::Debug>::fmt",
		"<a::b::Vec<&str> as core::fmt::Debug>::fmt" } },
	/* The reference reads the two lengths of 0 as one. */
	{ "_RNCNCNvC1a1f00B5_.cold", {
		"a::f::{closure#0}::{closure#0}",
		"a::f::{closure#0}::{closure#0}",
		"a::f::{closure#0}::{closure#0}" } },
	{ "_RINvC1a1fRL_eQhAjj10_TmEFUKCiEuDNtC1b1Tp4ItemxEL_Kj10_Kb1_Kc41_E",
	  {
		"a::f::<>",
		"a::f::<&str, &mut u8, [usize; 16], (u32,), "
		"unsafe extern \"C\" fn(isize), dyn b::T<Item = i64>, "
		"16, true, 'A'>",
		"a::f::<&str, &mut u8, [usize; 16], (u32,), "
		"unsafe extern \"C\" fn(isize), dyn b::T<Item = i64>, "
		"16, true, 'A'>" } },
	{ "_RNvC1au8gdel_5qa", { "a::g\xc3\xb6" "del", "a::g\xc3\xb6" "del",
				 "a::g\xc3\xb6" "del" } },
	{ "_RNvC1a", { "_RNvC1a", "_RNvC1a", "_RNvC1a" } },
	{ "_ZN4core3fmt9Formatter9write_str17h0123456789abcdefE", {
		"core::fmt::Formatter::write_str",
		"core::fmt::Formatter::write_str",
		"core::fmt::Formatter::write_str" } },
	{ "_ZN52_$LT$alloc..vec..Vec$LT$T$GT$$u20$as$u20$core..X$GT$4drop"
	  "17h0123456789abcdefE.llvm.123", {
		"<alloc::vec::Vec<T> as core::X>::drop",
		"<alloc::vec::Vec<T> as core::X>::drop",
		"<alloc::vec::Vec<T> as core::X>::drop" } },
};

static const struct sample_name readable[] = {
	{ "main.(*T).Run", { "main.(*T).Run", "main.(*T).Run",
			     "main.(*T).Run" } },
	{ "main.(*T[...]).Run", { "main.(*T[...]).Run", "main.(*T[...]).Run",
				  "main.(*T[...]).Run" } },
	{ "java.util.List.<init>(int)", {
		"java.util.List.<init>(int)", "java.util.List.<init>(int)",
		"java.util.List.<init>(int)" } },
	{ "std::vector<int>::at(int) const", {
		"std::vector::at const", "std::vector<int>::at const",
		"std::vector<int>::at(int) const" } },
	{ "a::b(c(d)e)f)g(h)", { "a::bf)g(h)", "a::bf)g(h)",
				 "a::b(c(d)e)f)g(h)" } },
	{ "a::b(c", { "a::b(c", "a::b(c", "a::b(c" } },
	{ "", { "", "", "" } },
};

static void test_rows(const struct sample_name *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_row(&rows[i]);
}

/* A number as C++ names refer back by it. */
static void add_seq(struct buf *out, unsigned int i)
{
	buf_addc(out, 'S');
	if (i > 36)
		buf_addc(out, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      [(i - 1) / 36]);
	if (i)
		buf_addc(out, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      [(i - 1) % 36]);
	buf_addc(out, '_');
}

/*
 * Each level holds the one before twice: 2^levels in the end.  `first` is the
 * place of the first class among what can be referred back to.
 */
static void add_levels(struct buf *out, unsigned int first,
		       unsigned int levels)
{
	buf_adds(out, "1AIiiE");
	for (unsigned int i = first + 1; i <= first + levels; i++) {
		add_seq(out, first);
		buf_addc(out, 'I');
		add_seq(out, i);
		add_seq(out, i);
		buf_addc(out, 'E');
	}
}

static void add_doubling(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_Z1f");
	add_levels(out, 0, levels);
}

/* The same where all modes read it, and the default one drops it. */
static void add_arguments(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_Z1fI");
	add_levels(out, 1, levels);
	buf_adds(out, "Evv");
}

/* A tuple, and then each of the one before twice. */
static void add_tuples(struct buf *out, unsigned int levels)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz"
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t at = out->n - 2, next;

	buf_adds(out, "TuuE");
	for (unsigned int i = 0; i < levels; i++) {
		next = out->n - 2;
		buf_addc(out, 'T');
		for (int k = 0; k < 2; k++) {
			buf_addc(out, 'B');
			if (at > 62)
				buf_addc(out, digits[(at - 1) / 62]);
			buf_addc(out, digits[(at - 1) % 62]);
			buf_addc(out, '_');
		}
		buf_addc(out, 'E');
		at = next;
	}
}

static void add_rust_doubling(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_RINvC1a1f");
	add_tuples(out, levels);
	buf_addc(out, 'E');
}

/* In a type that every mode shows. */
static void add_rust_types(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_RNvYT");
	add_tuples(out, levels);
	buf_adds(out, "ENtC1a1T1f");
}

/* Functions that bind 1986 lifetimes each, and letters for as many. */
static void add_rust_binders(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_RINvC1a1f");
	for (unsigned int i = 0; i < levels; i++)
		buf_adds(out, "FGw0_Eu");
	buf_pad(out, 'u', 2000);
	buf_addc(out, 'E');
}

/* Names of brackets that nothing closes. */
static void add_brackets(struct buf *out, unsigned int levels)
{
	buf_addf(out, "_Z1fI%u", levels);
	buf_pad(out, '<', levels);
	for (int i = 0; i < 30; i++)
		buf_adds(out, "S0_");
	buf_adds(out, "Evv");
}

static void add_rereads(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_ZN1AcvT_I");
	for (unsigned int i = 0; i < levels; i++)
		buf_adds(out, "ZN1AcvT_I");
	buf_addc(out, 'i');
	for (unsigned int i = 0; i < levels; i++)
		buf_adds(out, "EEvE1x");
	buf_adds(out, "EEvv");
}

static void add_deep(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_Z1f");
	buf_pad(out, 'P', levels);
	buf_addc(out, 'i');
}

static void add_rust_deep(struct buf *out, unsigned int levels)
{
	buf_adds(out, "_RINvC1a1f");
	buf_pad(out, 'R', levels);
	buf_adds(out, "eE");
}

static void add_rust_loop(struct buf *out, unsigned int levels)
{
	buf_adds(out, levels ? "_RINvC1a1fTB7_B7_EE" : "");
}

struct long_name {
	const char *what;
	void (*add)(struct buf *, unsigned int);
	unsigned int levels;
	bool stays[DEMANGLE_NONE];	/* else the mode shows less of it */
};

/* A name that would print as too much stays, after a bounded effort. */
static void check_long(const struct long_name *row, enum demangle_mode mode)
{
	struct buf name = BUF_INIT, got = BUF_INIT;
	size_t steps;

	row->add(&name, row->levels);
	steps = demangle_name(&got, (struct str){ name.s, name.n }, mode);
	if (row->stays[mode])
		ok(buf_same(&name, &got), "%s stays in mode %d", row->what,
		   (int)mode);
	ok(steps <= name.n + 4 * DEMANGLE_STEPS,
	   "%s takes %zu steps in mode %d", row->what, steps, (int)mode);
	buf_release(&name);
	buf_release(&got);
}

static void test_too_much(void)
{
	static const struct long_name rows[] = {
		{ "C++ that doubles", add_doubling, 40, { 0, 0, 1 } },
		{ "C++ with arguments that double", add_arguments, 40,
		  { 1, 1, 1 } },
		{ "C++ with open brackets", add_brackets, 2000, { 1, 0, 0 } },
		{ "C++ that is read again", add_rereads, 40, { 1, 1, 1 } },
		{ "C++ that is deep", add_deep, 4000, { 0, 0, 1 } },
		{ "C++ that is long", add_deep, 100000, { 1, 1, 1 } },
		{ "Rust that doubles", add_rust_doubling, 60, { 0, 1, 1 } },
		{ "Rust with types that double", add_rust_types, 60,
		  { 1, 1, 1 } },
		{ "Rust that holds itself", add_rust_loop, 1, { 0, 1, 1 } },
		{ "Rust that binds", add_rust_binders, 100, { 1, 1, 1 } },
		{ "Rust that is deep", add_rust_deep, 4000, { 1, 1, 1 } },
		{ "Rust that is long", add_rust_deep, 100000, { 1, 1, 1 } },
	};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		for (int mode = 0; mode < DEMANGLE_NONE; mode++)
			check_long(&rows[i], (enum demangle_mode)mode);
	}
}

/* Names near to real ones; the sanitizers look on. */
static void test_random(void)
{
	static const char letters[] = "NSETIZLKRPOXDJTcvptdlsrfp0123_aAbBwCMF";
	struct buf got = BUF_INIT;
	size_t steps, most = 0;
	char name[512];

	srandom(7);
	for (int i = 0; i < 30000; i++) {
		const struct sample_name *row = (i % 2 ? cxx : rust) +
						random() % 8;
		size_t n = strlen(row->linker_name);

		memcpy(name, row->linker_name, n);
		for (long k = random() % 8; k; k--) {
			size_t at = 2 + (size_t)random() % (n - 2);
			size_t take = (size_t)random() % (n - at);

			if (random() % 2 && n + take <= sizeof(name)) {
				memmove(name + at + take, name + at, n - at);
				n += take;
			} else {
				name[at] = letters[(size_t)random() %
						   (sizeof(letters) - 1)];
			}
		}
		buf_clear(&got);
		steps = demangle_name(&got, (struct str){ name, n },
				      (enum demangle_mode)(i % 3));
		most = steps > most ? steps : most;
	}
	ok(most <= sizeof(name) + 4 * DEMANGLE_STEPS,
	   "no random name takes more than %zu steps", most);
	buf_release(&got);
}

static void test_profile(void)
{
	static const char text[] =
		"type cpu ns\n"
		"func 1 - a.c 1 _Z1fi\n"
		"func 2 _Z1gi b.c 2 _Z1gi\n"
		"func 3 mine c.c 3 _Z1hi\n"
		"func 4 main.(*T).run d.go 4 main.(*T).run\n"
		"loc 1 0 1 1\nloc 2 0 2 2\nloc 3 0 3 3\nloc 4 0 4 4\n"
		"row 1,2,3,4 1\n";
	static const struct {
		struct demangle demangle;
		const char *names;
	} cases[] = {
		{ { .mode = DEMANGLE_DEFAULT }, "f g mine main.(*T).run " },
		{ { .mode = DEMANGLE_NONE }, " _Z1gi mine main.(*T).run " },
		{ { .mode = DEMANGLE_FULL, .is_forced = true },
		  "f(int) g(int) h(int) main.(*T).run " },
		{ { .mode = DEMANGLE_NONE, .is_forced = true },
		  " _Z1gi _Z1hi main.(*T).run " },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct buf names = BUF_INIT;
		struct mem mem = { 0 };
		struct profile p;

		build_from(&p, &mem, text);
		is_int(demangle_profile(&p, &cases[i].demangle), 0,
		       "no name is left out");
		for (size_t k = 0; k < p.funcs.n; k++)
			buf_addf(&names, "%s ",
				 profile_str(&p, p.funcs.at[k].name).s);
		is(buf_str(&names), cases[i].names, "of a profile, %zu", i);
		buf_release(&names);
		profile_release(&p);
	}
}

/* Somebody who does not want names any more once they are being made. */
struct canceller {
	struct mem *mem;
	size_t used;			/* before it begins */
	_Atomic bool cancel;
};

static void *cancel_soon(void *data)
{
	struct canceller *c = data;

	while (atomic_load(&c->mem->used) == c->used)
		sched_yield();
	atomic_store(&c->cancel, true);
	return NULL;
}

/* A profile of functions with long names, of so many levels. */
static void build_long(struct profile *p, struct mem *mem, unsigned int levels)
{
	struct buf name = BUF_INIT;
	size_t n;

	build_from(p, mem, "type cpu ns\n");
	add_rust_types(&name, levels);
	n = name.n - 2;			/* the function itself */
	for (int i = 1; i < CANCEL_ROWS; i++) {
		name.n = n;
		buf_addf(&name, "5f%04d", i);
		*vec_push(mem, &p->funcs) = (struct func){
			.system_name = strings_intern(&p->strings, name.s,
						      name.n),
		};
	}
	buf_release(&name);
}

static void test_cancel(void)
{
	struct mem mem = { 0 };
	struct canceller c = { .mem = &mem };
	struct demangle demangle = { .cancel = &c.cancel };
	struct profile p;
	pthread_t thread;

	build_long(&p, &mem, 60);	/* a second, until it is said to stay */
	c.used = mem.used;
	if (threads_start(&thread, cancel_soon, &c, 0))
		die("no thread can be started");
	demangle_profile(&p, &demangle);
	mem_hold(&mem, 1);		/* ends one that comes late */
	pthread_join(thread, NULL);
	mem_let(&mem, 1);
	ok(!p.funcs.at[p.funcs.n - 1].name.i,
	   "naming is cancelled between two names");
	profile_release(&p);
}

static void name_within(void *data)
{
	struct mem *mem = data;
	struct demangle demangle = { 0 };
	struct profile p;
	size_t n_left;

	build_long(&p, mem, 11);	/* each 16 kB */
	mem->limit = mem->used + (16 << 20);
	n_left = demangle_profile(&p, &demangle);
	fprintf(stderr, "%s are left, %s than half the memory is used",
		n_left && n_left < p.funcs.n ? "some" : "none or all",
		mem->used < mem->limit - (8 << 20) ? "less" : "more");
}

/* Names stay, too, when what they say is more than there is memory. */
static void test_memory(void)
{
	struct mem mem = { 0 };
	struct death death = death_of(name_within, &mem);

	is_int(death.status, 0, "long names are no reason to die");
	is(death.text, "some are left, less than half the memory is used",
	   "but stay");
}

static void test_punycode(void)
{
	static const char *const pairs[][2] = {
		{ "gdel_5qa", "g\xc3\xb6" "del" },
		{ "mxa", "\xce\xb1" }, { "a_", "a" }, { "_", "" },
		{ "gdel_99999999", NULL }, { "gdel_5q", NULL },
		{ "a_-", NULL }, { "", NULL },
	};
	struct buf got = BUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++) {
		const char *s = pairs[i][0];

		buf_clear(&got);
		if (punycode_decode(&got, s, strlen(s)))
			is(buf_str(&got), pairs[i][1] ? pairs[i][1] : "none",
			   "punycode %s", s);
		else
			ok(!pairs[i][1], "punycode %s is none", s);
	}
	buf_release(&got);
}

int main(void)
{
	if (HAS_CXX) {
		test_rows(cxx, ARRAY_SIZE(cxx));
		test_profile();
	}
	test_rows(rust, ARRAY_SIZE(rust));
	test_rows(readable, ARRAY_SIZE(readable));
	test_too_much();
	test_random();
	test_cancel();
	test_memory();
	test_punycode();
	return tap_done();
}
