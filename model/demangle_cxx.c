#include "config.h"

#include "model/demangle_cxx.h"

#ifdef HAVE_LIBIBERTY

#include <ctype.h>
#include <libiberty/demangle.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	DEPTH_MAX = 1024,	/* that libiberty prints */
	SCOPES_MAX = 8,		/* of template arguments in one another */
	REREADS_MAX = 8,	/* that libiberty may double at */
};

/* What of a component of libiberty's tree is below it. */
enum below {
	UNKNOWN,		/* a kind that this was not written for */
	NOTHING,
	BOTH,			/* left and right, where they are */
	NAMED,			/* s_name: bytes */
	CTOR, DTOR, EXTENDED, FIXED, NUMBERED,
};

#define ROW(kind, below) [DEMANGLE_COMPONENT_##kind] = below

static const unsigned char belows[] = {
	ROW(NAME, NAMED), ROW(QUAL_NAME, BOTH), ROW(LOCAL_NAME, BOTH),
	ROW(TYPED_NAME, BOTH), ROW(TEMPLATE, BOTH),
	ROW(TEMPLATE_PARAM, NOTHING), ROW(FUNCTION_PARAM, NOTHING),
	ROW(CTOR, CTOR), ROW(DTOR, DTOR), ROW(VTABLE, BOTH), ROW(VTT, BOTH),
	ROW(CONSTRUCTION_VTABLE, BOTH), ROW(TYPEINFO, BOTH),
	ROW(TYPEINFO_NAME, BOTH), ROW(TYPEINFO_FN, BOTH), ROW(THUNK, BOTH),
	ROW(VIRTUAL_THUNK, BOTH), ROW(COVARIANT_THUNK, BOTH),
	ROW(JAVA_CLASS, BOTH), ROW(GUARD, BOTH), ROW(TLS_INIT, BOTH),
	ROW(TLS_WRAPPER, BOTH), ROW(REFTEMP, BOTH), ROW(HIDDEN_ALIAS, BOTH),
	ROW(SUB_STD, NOTHING), ROW(RESTRICT, BOTH), ROW(VOLATILE, BOTH),
	ROW(CONST, BOTH), ROW(RESTRICT_THIS, BOTH), ROW(VOLATILE_THIS, BOTH),
	ROW(CONST_THIS, BOTH), ROW(REFERENCE_THIS, BOTH),
	ROW(RVALUE_REFERENCE_THIS, BOTH), ROW(VENDOR_TYPE_QUAL, BOTH),
	ROW(POINTER, BOTH), ROW(REFERENCE, BOTH),
	ROW(RVALUE_REFERENCE, BOTH), ROW(COMPLEX, BOTH),
	ROW(IMAGINARY, BOTH), ROW(BUILTIN_TYPE, NOTHING),
	ROW(VENDOR_TYPE, BOTH), ROW(FUNCTION_TYPE, BOTH),
	ROW(ARRAY_TYPE, BOTH), ROW(PTRMEM_TYPE, BOTH),
	ROW(FIXED_TYPE, FIXED), ROW(VECTOR_TYPE, BOTH), ROW(ARGLIST, BOTH),
	ROW(TEMPLATE_ARGLIST, BOTH), ROW(TPARM_OBJ, BOTH),
	ROW(INITIALIZER_LIST, BOTH), ROW(OPERATOR, NOTHING),
	ROW(EXTENDED_OPERATOR, EXTENDED), ROW(CAST, BOTH),
	ROW(CONVERSION, BOTH), ROW(NULLARY, BOTH), ROW(UNARY, BOTH),
	ROW(BINARY, BOTH), ROW(BINARY_ARGS, BOTH), ROW(TRINARY, BOTH),
	ROW(TRINARY_ARG1, BOTH), ROW(TRINARY_ARG2, BOTH), ROW(LITERAL, BOTH),
	ROW(LITERAL_NEG, BOTH), ROW(VENDOR_EXPR, BOTH),
	ROW(JAVA_RESOURCE, BOTH), ROW(COMPOUND_NAME, BOTH),
	ROW(CHARACTER, NOTHING), ROW(NUMBER, NOTHING), ROW(DECLTYPE, BOTH),
	ROW(GLOBAL_CONSTRUCTORS, BOTH), ROW(GLOBAL_DESTRUCTORS, BOTH),
	ROW(LAMBDA, NUMBERED), ROW(DEFAULT_ARG, NUMBERED),
	ROW(UNNAMED_TYPE, NOTHING), ROW(TRANSACTION_CLONE, BOTH),
	ROW(NONTRANSACTION_CLONE, BOTH), ROW(PACK_EXPANSION, BOTH),
	ROW(TAGGED_NAME, BOTH), ROW(TRANSACTION_SAFE, BOTH),
	ROW(CLONE, BOTH), ROW(NOEXCEPT, BOTH), ROW(THROW_SPEC, BOTH),
	ROW(STRUCTURED_BINDING, BOTH), ROW(MODULE_NAME, BOTH),
	ROW(MODULE_PARTITION, BOTH), ROW(MODULE_ENTITY, BOTH),
	ROW(MODULE_INIT, BOTH), ROW(TEMPLATE_HEAD, BOTH),
	ROW(TEMPLATE_TYPE_PARM, BOTH), ROW(TEMPLATE_NON_TYPE_PARM, BOTH),
	ROW(TEMPLATE_TEMPLATE_PARM, BOTH), ROW(TEMPLATE_PACK_PARM, BOTH),
	ROW(EXTENDED_BUILTIN_TYPE, NOTHING),
};

#undef ROW

typedef struct demangle_component *node;

/*
 * How much there is to print of a tree, as if nothing in it were shared: a
 * step for each component and each byte.  A template parameter is printed as
 * what an enclosing template was given, which may have parameters of its own
 * in turn, and a pack as often as it has members; both are taken as the worst
 * that the tree has.
 */
struct measure {
	uint64_t steps;			/* all, but for parameters and packs */
	uint64_t arguments;		/* the longest list, in steps */
	uint64_t members;		/* the longest list, in arguments */
	uint64_t place;			/* in the list that we come from */
	uint64_t params, inner_params;	/* all, and those in arguments */
	unsigned int packs;		/* expansions in one another */
	unsigned int scopes;		/* that give parameters a meaning */
	unsigned int depth, pack_depth, list_depth;
	bool is_too_much;
};

static void measure_node(struct measure *m, node n);

/* Of a list the left is a member, and the right the rest of it. */
static void measure_list(struct measure *m, node n)
{
	uint64_t steps = m->steps, place = m->place + 1;

	m->list_depth++;
	m->place = 0;
	measure_node(m, n->u.s_binary.left);
	m->place = place;
	measure_node(m, n->u.s_binary.right);
	m->place = 0;
	m->list_depth--;
	if (place > m->members)
		m->members = place;
	if (m->steps - steps > m->arguments)
		m->arguments = m->steps - steps;
}

static void measure_pack(struct measure *m, node n)
{
	m->pack_depth++;
	if (m->pack_depth > m->packs)
		m->packs = m->pack_depth;
	measure_node(m, n->u.s_binary.left);
	m->pack_depth--;
}

static void measure_below(struct measure *m, node n, enum below below)
{
	switch (below) {
	case UNKNOWN:
		m->is_too_much = true;
		break;
	case NOTHING:
		m->steps += 8;		/* "operator", "unsigned" */
		break;
	case BOTH:
		measure_node(m, n->u.s_binary.left);
		measure_node(m, n->u.s_binary.right);
		break;
	case NAMED:
		m->steps += n->u.s_name.len > 0 ?
			    (uint64_t)n->u.s_name.len : 0;
		break;
	case CTOR:
		measure_node(m, n->u.s_ctor.name);
		break;
	case DTOR:
		measure_node(m, n->u.s_dtor.name);
		break;
	case EXTENDED:
		measure_node(m, n->u.s_extended_operator.name);
		break;
	case FIXED:
		measure_node(m, n->u.s_fixed.length);
		break;
	case NUMBERED:
		measure_node(m, n->u.s_unary_num.sub);
		break;
	}
}

static void measure_node(struct measure *m, node n)
{
	if (!n || m->is_too_much)
		return;
	if (++m->steps > DEMANGLE_STEPS || m->depth == DEPTH_MAX) {
		m->is_too_much = true;
		return;
	}
	m->depth++;
	m->scopes += n->type == DEMANGLE_COMPONENT_TYPED_NAME ||
		     n->type == DEMANGLE_COMPONENT_CONVERSION;
	if (n->type == DEMANGLE_COMPONENT_TEMPLATE_PARAM) {
		m->params++;
		m->inner_params += m->list_depth > 0;
	}
	if (n->type == DEMANGLE_COMPONENT_TEMPLATE_ARGLIST)
		measure_list(m, n);
	else if (n->type == DEMANGLE_COMPONENT_PACK_EXPANSION)
		measure_pack(m, n);
	else
		measure_below(m, n, (size_t)n->type < ARRAY_SIZE(belows) ?
				    belows[n->type] : UNKNOWN);
	m->depth--;
}

static uint64_t at_most(uint64_t steps)
{
	return steps < DEMANGLE_STEPS ? steps : DEMANGLE_STEPS + 1;
}

/* With what parameters and packs add, or more than DEMANGLE_STEPS. */
static uint64_t measure_total(const struct measure *m)
{
	uint64_t argument = at_most(m->arguments), total;

	if (m->is_too_much || m->scopes > SCOPES_MAX)
		return DEMANGLE_STEPS + 1;
	for (unsigned int i = 1; i < m->scopes && m->inner_params; i++)
		argument = at_most(m->arguments + m->inner_params * argument);
	total = at_most(m->steps + m->params * argument);
	for (unsigned int i = 0; i < m->packs; i++)
		total = at_most(total * (m->members + 1));
	return total;
}

/*
 * Takes the parameters off the functions that the name is local to.  For trees
 * that were measured: it walks no more of one.
 */
static void drop_enclosing(node n)
{
	node function;

	if (!n)
		return;
	if (n->type == DEMANGLE_COMPONENT_LOCAL_NAME) {
		function = n->u.s_binary.left;
		if (function->type == DEMANGLE_COMPONENT_TYPED_NAME)
			function = function->u.s_binary.right;
		while (function &&
		       function->type >= DEMANGLE_COMPONENT_RESTRICT_THIS &&
		       function->type <=
				DEMANGLE_COMPONENT_RVALUE_REFERENCE_THIS)
			function = function->u.s_binary.left;
		if (function &&
		    function->type == DEMANGLE_COMPONENT_FUNCTION_TYPE)
			function->u.s_binary.right = NULL;
	}
	if (belows[n->type] == BOTH) {
		drop_enclosing(n->u.s_binary.left);
		drop_enclosing(n->u.s_binary.right);
	}
}

/* The length of the operator after the word; 0: it is a type. */
static size_t operator_length(const char *s)
{
	static const char *const operators[] = {
		"<=>", "<<=", ">>=", "->*", "<<", ">>", "<=", ">=", "->",
		"()", "<", ">",
	};

	for (size_t i = 0; i < ARRAY_SIZE(operators); i++) {
		size_t n = strlen(operators[i]);

		if (!strncmp(s, operators[i], n))
			return n;
	}
	return 0;
}

/*
 * The length of "<...>"; 0 when nothing closes it, which adds the steps of
 * finding that out.  (What was found is passed over, and so looked at once.)
 */
static size_t arguments_length(const char *s, size_t *steps)
{
	size_t depth = 0, parens = 0, i;

	for (i = 0; s[i]; i++) {
		if (s[i] == '(')
			parens++;
		else if (s[i] == ')' && parens)
			parens--;
		else if (s[i] == '<' && !parens)
			depth++;
		else if (s[i] == '>' && !parens && s[i - 1] != '-' &&
			 !--depth)
			return i + 1;
	}
	*steps += i;
	return 0;
}

static bool is_operator(const char *start, const char *s)
{
	return !strncmp(s, "operator", 8) && (s == start ||
	       !(isalnum((unsigned char)s[-1]) || s[-1] == '_'));
}

/* Appends the text without template arguments; false: it takes too long. */
static bool add_without_arguments(struct buf *out, const char *text,
				  size_t *steps)
{
	const char *s = text;
	size_t most = *steps + DEMANGLE_STEPS, n;

	while (*s && *steps <= most) {
		if (is_operator(text, s)) {
			n = 8 + operator_length(s + 8);
			buf_add(out, s, n);
			s += n;
			if (s[-1] == '<' && !strncmp(s, " <", 2))
				s++;
		} else if (*s == '<' && (n = arguments_length(s, steps))) {
			s += n;
		} else {
			buf_addc(out, *s++);
		}
	}
	return !*s;
}

/*
 * Whether libiberty would read arguments of template parameters so often
 * again that it shows.  Only the names of conversion operators make it.
 */
static bool is_reread(const char *s)
{
	unsigned int n = 0;

	if (!strstr(s, "cv"))
		return false;
	for (s = strchr(s, 'T'); s; s = strchr(s, 'T')) {
		s++;
		s += strspn(s, "0123456789");
		n += s[0] == '_' && s[1] == 'I';
	}
	return n > REREADS_MAX;
}

static void append(const char *s, size_t n, void *data)
{
	buf_add(data, s, n);
}

/*
 * Whether a tree can be walked as if nothing in it were shared, and printed.
 * Adds the steps.
 */
static bool is_short(node tree, size_t *steps)
{
	struct measure m = { 0 };
	uint64_t total;

	measure_node(&m, tree);
	total = measure_total(&m);
	*steps += total <= DEMANGLE_STEPS ? total : m.steps;
	return total <= DEMANGLE_STEPS;
}

/* What is after a dot or "@" says what compilers and linkers did with it. */
static void add_linkage(struct buf *out, struct str name,
			enum demangle_mode mode)
{
	size_t n = name.n;

	for (size_t i = 0; i < n && mode == DEMANGLE_FULL; i++) {
		if (name.s[i] == '.' || name.s[i] == '@')
			n = i;
	}
	buf_add(out, name.s, n);
}

static bool demangle(struct buf *out, const char *name,
		     enum demangle_mode mode, size_t *steps)
{
	int options = mode == DEMANGLE_FULL ? DMGL_PARAMS | DMGL_ANSI :
					      DMGL_ANSI;
	struct buf text = BUF_INIT;
	void *memory = NULL;
	bool result;
	node tree;

	if (is_reread(name))
		return false;
	tree = cplus_demangle_v3_components(name, options, &memory);
	result = tree && is_short(tree, steps);
	if (result && mode != DEMANGLE_FULL)
		drop_enclosing(tree);
	result = result && cplus_demangle_print_callback(options, tree, append,
							 &text);
	if (result && mode == DEMANGLE_DEFAULT)
		result = add_without_arguments(out, buf_str(&text), steps);
	else
		buf_add(out, text.s, text.n);
	buf_release(&text);
	free(memory);
	return result;
}

bool demangle_cxx(struct buf *out, struct str name, enum demangle_mode mode,
		  size_t *steps)
{
	struct buf linkage = BUF_INIT;
	bool result;

	if (name.n < 3 || name.n > DEMANGLE_NAME_MAX ||
	    memchr(name.s, '\0', name.n) || memcmp(name.s, "_Z", 2))
		return false;
	add_linkage(&linkage, name, mode);
	result = demangle(out, buf_str(&linkage), mode, steps);
	buf_release(&linkage);
	return result;
}

#else

bool demangle_cxx(struct buf *out, struct str name, enum demangle_mode mode,
		  size_t *steps)
{
	(void)out, (void)name, (void)mode, (void)steps;
	return false;
}

#endif
