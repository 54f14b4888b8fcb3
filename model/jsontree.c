#include "config.h"

#include "model/jsontree.h"

#include <assert.h>
#include <string.h>

#ifdef HAVE_JANSSON

#include <dlfcn.h>
#include <jansson.h>

/* What is used of it, by name. */
struct jansson {
	json_t *(*json_loadb)(const char *s, size_t n, size_t flags,
			      json_error_t *error);
	void (*json_delete)(json_t *node);
	json_t *(*json_object_get)(const json_t *node, const char *key);
	json_t *(*json_array_get)(const json_t *node, size_t i);
	size_t (*json_array_size)(const json_t *node);
	const char *(*json_string_value)(const json_t *node);
	size_t (*json_string_length)(const json_t *node);
	json_int_t (*json_integer_value)(const json_t *node);
	double (*json_real_value)(const json_t *node);
};

#define SYMBOL(name) { #name, offsetof(struct jansson, name) }

static const struct {
	const char *name;
	size_t at;
} symbols[] = {
	SYMBOL(json_loadb), SYMBOL(json_delete), SYMBOL(json_object_get),
	SYMBOL(json_array_get), SYMBOL(json_array_size),
	SYMBOL(json_string_value), SYMBOL(json_string_length),
	SYMBOL(json_integer_value), SYMBOL(json_real_value),
};

/* Fills the table of functions: dlsym has one type for all of them. */
static int find_symbols(struct jsontree *tree, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(symbols); i++) {
		void *symbol = dlsym(tree->library, symbols[i].name);

		if (!symbol)
			return err_fail(err, "jansson: %s; install another "
					"version", dlerror());
		memcpy((char *)tree->jansson + symbols[i].at, &symbol,
		       sizeof(symbol));
	}
	return 0;
}

/* Once it is there it stays, so that the next file finds it. */
int jsontree_open(struct jsontree *tree, struct mem *mem, struct err *err)
{
	*tree = (struct jsontree){ .mem = mem };
	tree->library = dlopen(JANSSON_SONAME, RTLD_NOW | RTLD_NODELETE);
	if (!tree->library)
		return err_fail(err, "reading JSON needs jansson: %s; "
				"install it", dlerror());
	tree->jansson = mem_alloc(mem, sizeof(*tree->jansson));
	return find_symbols(tree, err);
}

/* Nothing of a tree is held twice, so that it goes with its root. */
static void free_tree(struct jsontree *tree)
{
	if (tree->root)
		tree->jansson->json_delete(tree->root);
	mem_let(tree->mem, tree->held);
	tree->root = NULL;
	tree->held = 0;
}

void jsontree_release(struct jsontree *tree)
{
	if (tree->jansson) {
		free_tree(tree);
		mem_free(tree->mem, tree->jansson, sizeof(*tree->jansson));
	}
	if (tree->library)
		dlclose(tree->library);
	tree->jansson = NULL;
	tree->library = NULL;
}

int jsontree_parse(struct jsontree *tree, struct str text,
		   struct jsonitem *item, struct err *err)
{
	json_error_t error;

	assert(text.n <= JSONTREE_TEXT_MAX);
	free_tree(tree);
	tree->held = text.n * JSONTREE_FACTOR;
	mem_hold(tree->mem, tree->held);
	tree->root = tree->jansson->json_loadb(text.s, text.n,
					       JSON_DECODE_ANY | JSON_ALLOW_NUL,
					       &error);
	if (!tree->root)
		return err_fail(err, "%s", error.text);
	*item = (struct jsonitem){ tree, tree->root };
	return 0;
}

static struct jsonitem within(struct jsonitem item, json_t *node)
{
	return (struct jsonitem){ item.tree, node };
}

static bool is_kind(struct jsonitem item, json_type type)
{
	return item.node && json_typeof((json_t *)item.node) == type;
}

struct jsonitem jsonitem_get(struct jsonitem item, const char *key)
{
	return within(item, is_kind(item, JSON_OBJECT) ?
		      item.tree->jansson->json_object_get(item.node, key) :
		      NULL);
}

struct jsonitem jsonitem_at(struct jsonitem item, size_t i)
{
	return within(item, is_kind(item, JSON_ARRAY) ?
		      item.tree->jansson->json_array_get(item.node, i) : NULL);
}

size_t jsonitem_count(struct jsonitem item)
{
	return is_kind(item, JSON_ARRAY) ?
	       item.tree->jansson->json_array_size(item.node) : 0;
}

bool jsonitem_int(struct jsonitem item, int64_t *value)
{
	double real;

	if (is_kind(item, JSON_INTEGER)) {
		*value = item.tree->jansson->json_integer_value(item.node);
		return true;
	}
	if (!is_kind(item, JSON_REAL))
		return false;
	real = item.tree->jansson->json_real_value(item.node);
	if (!(real > -0x1p63 && real < 0x1p63))
		return false;
	*value = (int64_t)real;
	return true;
}

bool jsonitem_number(struct jsonitem item, long double *value)
{
	const struct jansson *jansson = item.tree->jansson;

	if (is_kind(item, JSON_INTEGER))
		*value = (long double)jansson->json_integer_value(item.node);
	else if (is_kind(item, JSON_REAL))
		*value = jansson->json_real_value(item.node);
	else
		return false;
	return true;
}

bool jsonitem_text(struct jsonitem item, struct str *text)
{
	const struct jansson *jansson = item.tree->jansson;

	if (!is_kind(item, JSON_STRING))
		return false;
	*text = (struct str){ jansson->json_string_value(item.node),
			      jansson->json_string_length(item.node) };
	return true;
}

#else /* Opening says that it is not there, so that the rest is not reached. */

int jsontree_open(struct jsontree *tree, struct mem *mem, struct err *err)
{
	*tree = (struct jsontree){ .mem = mem };
	return err_fail(err, "reading JSON needs jansson, and this pprowl was "
			"built without it");
}

void jsontree_release(struct jsontree *tree)
{
	tree->mem = NULL;
}

int jsontree_parse(struct jsontree *tree, struct str text,
		   struct jsonitem *item, struct err *err)
{
	*item = (struct jsonitem){ tree, NULL };
	return err_fail(err, "%zu bytes of JSON, and no jansson", text.n);
}

struct jsonitem jsonitem_get(struct jsonitem item, const char *key)
{
	return (struct jsonitem){ item.tree, *key ? NULL : item.node };
}

struct jsonitem jsonitem_at(struct jsonitem item, size_t i)
{
	return (struct jsonitem){ item.tree, i ? NULL : item.node };
}

size_t jsonitem_count(struct jsonitem item)
{
	return item.node != NULL;
}

bool jsonitem_int(struct jsonitem item, int64_t *value)
{
	return item.node && *value;
}

bool jsonitem_number(struct jsonitem item, long double *value)
{
	return item.node && *value > 0;
}

bool jsonitem_text(struct jsonitem item, struct str *text)
{
	return item.node && text->n;
}

#endif
