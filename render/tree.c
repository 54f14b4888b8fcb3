#include "config.h"

#include "render/tree.h"

#include "model/pattern.h"

static int find_shown(struct tree *tree, const char *symbol, struct err *err)
{
	const struct top *top = tree->top;
	const struct nodes *nodes = &top->lens->nodes;
	struct pattern *pattern = NULL;

	if (symbol) {
		pattern = pattern_new(symbol, PATTERN_USER, err, NULL);
		if (!pattern)
			return err_within(err, "parsing argument regexp %s: "
					  "error parsing regexp", symbol);
	}
	for (size_t i = 0; i < top->order.n; i++) {
		struct str name = nodes->at.at[top->order.at[i]].name;

		if (!pattern || pattern_match(pattern, name.s, name.n) ==
				PATTERN_YES)
			*vec_push(top->mem, &tree->shown) = i;
	}
	pattern_free(pattern);
	if (symbol && !tree->shown.n)
		return err_fail(err, "no matches found for regexp: %s",
				symbol);
	return 0;
}

int tree_init(struct tree *tree, const struct top *top, const char *symbol,
	      struct err *err)
{
	*tree = (struct tree){ .top = top };
	ends_init(&tree->callers, top, ENDS_BY_CALLEE);
	ends_init(&tree->callees, top, ENDS_BY_CALLER);
	return find_shown(tree, symbol, err);
}

void tree_release(struct tree *tree)
{
	vec_release(tree->top->mem, &tree->shown);
	ends_release(&tree->callers);
	ends_release(&tree->callees);
}
