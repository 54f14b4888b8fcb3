#include "config.h"

#include "model/v8tree.h"

#include <inttypes.h>
#include <string.h>

#include "model/rune.h"

/* A value that a function gets, and the node that it is of. */
struct place {
	struct v8tree *tree;
	uint32_t node;
};

void v8tree_init(struct v8tree *t, struct tables *tables)
{
	*t = (struct v8tree){
		.tables = tables, .mem = tables->profile->mem
	};
	idmap_init(&t->ids, t->mem);
}

void v8tree_release(struct v8tree *t)
{
	idmap_release(&t->ids);
	vec_release(t->mem, &t->nodes);
	vec_release(t->mem, &t->nodes_of);
	vec_release(t->mem, &t->links);
	vec_release(t->mem, &t->ticks);
	vec_release(t->mem, &t->stack);
}

uint32_t v8tree_number(struct v8tree *t, int64_t id)
{
	uint32_t number = idmap_number(&t->ids, (uint64_t)id);

	while (t->nodes_of.n <= number)
		*vec_push(t->mem, &t->nodes_of) = V8TREE_NONE;
	return number;
}

static struct v8_node *node_at(const struct place *place)
{
	return &place->tree->nodes.at[place->node];
}

static struct str_id intern(struct v8tree *t, const char *text)
{
	return tables_string(t->tables, str_of(text));
}

/* "file:///a%20b.js" as "/a b.js"; other URLs stay what they are. */
static struct str_id intern_url(struct v8tree *t, struct str url)
{
	static const char scheme[] = "file:///";
	struct buf path = BUF_INIT;
	struct str_id id;
	size_t i = sizeof(scheme) - 2;

	if (url.n <= i || memcmp(url.s, scheme, i + 1))
		return tables_string(t->tables, url);
	for (; i < url.n; i++) {
		int high = i + 2 < url.n ? rune_hex(url.s[i + 1]) : -1;
		int low = i + 2 < url.n ? rune_hex(url.s[i + 2]) : -1;

		if (url.s[i] != '%' || high < 0 || low < 0) {
			buf_addc(&path, url.s[i]);
			continue;
		}
		buf_addc(&path, (char)(high << 4 | low));
		i += 2;
	}
	id = tables_string(t->tables, (struct str){ path.s, path.n });
	buf_release(&path);
	return id;
}

static int take_name(struct jsonitem item, void *data, struct err *err)
{
	const struct place *place = data;
	struct str text;

	(void)err;
	if (jsonitem_text(item, &text))
		node_at(place)->name = tables_string(place->tree->tables,
						     text);
	return 0;
}

static int take_url(struct jsonitem item, void *data, struct err *err)
{
	const struct place *place = data;
	struct str text;

	(void)err;
	if (jsonitem_text(item, &text))
		node_at(place)->url = intern_url(place->tree, text);
	return 0;
}

static int take_line(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	jsonitem_int(item, &node_at(data)->line);
	return 0;
}

static int take_column(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	jsonitem_int(item, &node_at(data)->column);
	return 0;
}

static int take_hits(struct jsonitem item, void *data, struct err *err)
{
	struct v8_node *node = node_at(data);

	jsonitem_int(item, &node->hits);
	return node->hits >= 0 ? 0 :
	       err_fail(err, "node %" PRIu32 ": a hitCount below 0",
			((const struct place *)data)->node);
}

static int take_size(struct jsonitem item, void *data, struct err *err)
{
	(void)err;
	jsonitem_int(item, &node_at(data)->size);
	((const struct place *)data)->tree->has_sizes = true;
	return 0;
}

static int take_frame(struct jsonitem item, void *data, struct err *err)
{
	take_name(jsonitem_get(item, "functionName"), data, err);
	take_url(jsonitem_get(item, "url"), data, err);
	take_line(jsonitem_get(item, "lineNumber"), data, err);
	return take_column(jsonitem_get(item, "columnNumber"), data, err);
}

static int take_tick(struct jsonitem item, void *data, struct err *err)
{
	const struct place *place = data;
	struct v8_tick tick;

	if (!jsonitem_int(jsonitem_get(item, "line"), &tick.line) ||
	    !jsonitem_int(jsonitem_get(item, "ticks"), &tick.n) || tick.n < 0)
		return err_fail(err, "node %" PRIu32 ": positionTicks without "
				"a line and ticks", place->node);
	*vec_push(place->tree->mem, &place->tree->ticks) = tick;
	return 0;
}

static int read_ticks(struct jsonwalk *walk, void *data, struct err *err)
{
	struct place *place = data;
	size_t first = place->tree->ticks.n;

	if (jsonwalk_items(walk, take_tick, place, err))
		return -1;
	node_at(place)->first_tick = (uint32_t)first;
	node_at(place)->n_ticks = (uint32_t)(place->tree->ticks.n - first);
	return 0;
}

static int read_id(struct jsonwalk *walk, void *data, struct err *err)
{
	const struct place *place = data;
	struct v8tree *t = place->tree;
	uint32_t number;
	int64_t id;

	if (jsonwalk_int(walk, &id, err))
		return -1;
	number = v8tree_number(t, id);
	if (t->nodes_of.at[number] != V8TREE_NONE)
		return jsonwalk_fail(walk, err, "two nodes have the id %"
				     PRId64, id);
	t->nodes_of.at[number] = place->node;
	return 0;
}

static int add_link(struct jsonwalk *walk, struct place *place,
		    bool is_parent, struct err *err)
{
	struct v8tree *t = place->tree;
	struct v8_link link = { .from = place->node, .is_parent = is_parent };
	int64_t id;

	if (jsonwalk_int(walk, &id, err))
		return -1;
	link.id = v8tree_number(t, id);
	*vec_push(t->mem, &t->links) = link;
	return 0;
}

static int read_parent(struct jsonwalk *walk, void *data, struct err *err)
{
	return add_link(walk, data, true, err);
}

static int read_node(struct jsonwalk *walk, struct v8tree *t, uint32_t parent,
		     struct err *err);

static int read_child(struct jsonwalk *walk, void *data, struct err *err)
{
	struct place *place = data;
	int byte = jsonwalk_peek(walk, err);

	if (byte < 0)
		return -1;
	return byte == '{' ? read_node(walk, place->tree, place->node, err) :
			     add_link(walk, place, false, err);
}

static int read_children(struct jsonwalk *walk, void *data, struct err *err)
{
	return jsonwalk_array(walk, read_child, data, err);
}

/* Where a node has no frame it counts from 1, as V8 did before 2016. */
static int take_old_line(struct jsonitem item, void *data, struct err *err)
{
	struct v8_node *node = node_at(data);

	take_line(item, data, err);
	node->line = node->line > 0 ? node->line - 1 : -1;
	return 0;
}

static int take_old_column(struct jsonitem item, void *data, struct err *err)
{
	struct v8_node *node = node_at(data);

	take_column(item, data, err);
	node->column = node->column > 0 ? node->column - 1 : -1;
	return 0;
}

static const struct jsonwalk_member members[] = {
	{ "id", .read = read_id },
	{ "callFrame", .take = take_frame },
	{ "functionName", .take = take_name },
	{ "url", .take = take_url },
	{ "lineNumber", .take = take_old_line },
	{ "columnNumber", .take = take_old_column },
	{ "hitCount", .take = take_hits },
	{ "selfSize", .take = take_size },
	{ "children", .read = read_children },
	{ "parent", .read = read_parent },
	{ "positionTicks", .read = read_ticks },
	{ .key = NULL },
};

/* Lines and columns count from 1 in the model, 0 is none. */
static int64_t from_one(int64_t number)
{
	return number < 0 || number == INT64_MAX ? 0 : number + 1;
}

static struct loc_id locate(struct v8tree *t, const struct v8_node *node,
			    struct line line)
{
	struct func func = {
		.name = node->name, .filename = node->url,
		.start_line = from_one(node->line),
	};
	struct location loc = { .mapping = { MAPPING_NONE }, .n_lines = 1 };

	/* No system name: no linker has seen it. */
	line.func = tables_func(t->tables, &func);
	return tables_location(t->tables, loc, &line);
}

struct loc_id v8tree_at_line(struct v8tree *t, const struct v8_node *node,
			     int64_t line)
{
	return locate(t, node, (struct line){ .line = line });
}

static int read_node(struct jsonwalk *walk, struct v8tree *t, uint32_t parent,
		     struct err *err)
{
	struct place place = { t, (uint32_t)t->nodes.n };
	struct v8_node *node;

	if (t->nodes.n == V8TREE_NONE)
		return jsonwalk_fail(walk, err, "more than %u nodes",
				     (unsigned)V8TREE_NONE);
	*vec_push(t->mem, &t->nodes) = (struct v8_node){
		.parent = parent, .line = -1, .column = -1
	};
	if (jsonwalk_members(walk, members, &place, err))
		return -1;
	node = node_at(&place);
	if (!node->name.i)
		node->name = intern(t, "(anonymous)");
	node->loc = locate(t, node, (struct line){
		.line = from_one(node->line), .column = from_one(node->column)
	});
	return 0;
}

static int read_listed(struct jsonwalk *walk, void *data, struct err *err)
{
	return read_node(walk, data, V8TREE_NONE, err);
}

int v8tree_read_list(struct v8tree *t, struct jsonwalk *walk, struct err *err)
{
	return jsonwalk_array(walk, read_listed, t, err);
}

int v8tree_read_head(struct v8tree *t, struct jsonwalk *walk, struct err *err)
{
	return read_node(walk, t, V8TREE_NONE, err);
}

int v8tree_find(const struct v8tree *t, uint32_t number, uint32_t *node,
		struct err *err)
{
	*node = t->nodes_of.at[number];
	if (*node != V8TREE_NONE)
		return 0;
	return err_fail(err, "there is no node with the id %" PRId64,
			(int64_t)t->ids.ids.at[number]);
}

static int join(struct v8tree *t, const struct v8_link *link, struct err *err)
{
	uint32_t child = link->from, parent;

	if (v8tree_find(t, link->id, &parent, err))
		return err_within(err, "a %s", link->is_parent ? "parent" :
								 "child");
	if (!link->is_parent) {
		child = parent;
		parent = link->from;
	}
	if (t->nodes.at[child].parent != V8TREE_NONE &&
	    t->nodes.at[child].parent != parent)
		return err_fail(err, "node %" PRIu32 " has two parents",
				child);
	t->nodes.at[child].parent = parent;
	return 0;
}

int v8tree_join(struct v8tree *t, struct err *err)
{
	for (size_t i = 0; i < t->links.n; i++) {
		if (join(t, &t->links.at[i], err))
			return -1;
	}
	return 0;
}

int v8tree_climb(struct v8tree *t, uint32_t node, struct err *err)
{
	struct str_id root = intern(t, "(root)");

	t->stack.n = 0;
	*vec_push(t->mem, &t->stack) = t->nodes.at[node].loc;
	while ((node = t->nodes.at[node].parent) != V8TREE_NONE) {
		const struct v8_node *caller = &t->nodes.at[node];

		if (caller->parent == V8TREE_NONE && caller->name.i == root.i)
			break;
		if (t->stack.n > t->nodes.n)
			return err_fail(err, "node %" PRIu32 " is its own "
					"ancestor", node);
		*vec_push(t->mem, &t->stack) = caller->loc;
	}
	return 0;
}
