#include "config.h"

#include <string.h>

#include "tui/act.h"
#include "tui/app.h"
#include "tui/pager.h"

/*
 * The keys of the view that help was asked for in, from the tables that bind
 * them, and what the signs on the screen mean.  A page to scroll: there is no
 * cursor to be seen.
 */

enum line_kind {
	LINE_TEXT,
	LINE_HEADING,
	LINE_KEY,		/* the keys of an action, and what it does */
	LINE_SIGN,		/* a sign, and what it means */
	LINE_TAIL,		/* the last, of the program itself */
};

struct help_line {
	enum line_kind kind;
	enum map map;			/* of a key */
	enum action action;
	const char *sign, *ascii;	/* of a sign, as the charset has it */
	const char *text;
	uint8_t style;			/* of a sign */
};

enum {
	LINES_MAX = 2 * ACTION_COUNT + 32,
	KEYS_COLS = 24,		/* with a help line, 80 and no more */
	KEYS_MAX = 64,
	WIDE = 78,
};

struct view_help {
	struct help_line lines[LINES_MAX];
	size_t n;
	enum panel_id about;
	struct pager pager;
};

static const struct help_line signs[] = {
	{ .kind = LINE_SIGN, .sign = "████▌", .ascii = "#####",
	  .text = "How heavy a row is, beside the heaviest",
	  .style = STYLE_BAR },
	{ .kind = LINE_SIGN, .sign = "▌", .ascii = "#",
	  .text = "5 % of the total or more", .style = STYLE_HOT },
	{ .kind = LINE_SIGN, .sign = "▎", .ascii = "|",
	  .text = "0.5 % of the total or more", .style = STYLE_WARM },
	{ .kind = LINE_SIGN, .sign = "+++++", .ascii = "+++++",
	  .text = "More than in the base", .style = STYLE_GROWN },
	{ .kind = LINE_SIGN, .sign = "-----", .ascii = "-----",
	  .text = "Less than in the base", .style = STYLE_SHRUNK },
	{ .kind = LINE_SIGN, .sign = "▒3", .ascii = ":3",
	  .text = "Flame: frames too narrow to draw, and how many",
	  .style = STYLE_FLAME_FOLDED },
	{ .kind = LINE_SIGN, .sign = "(inline)", .ascii = "(inline)",
	  .text = "Inlined into its caller; partial-inline: sometimes",
	  .style = STYLE_INLINE },
	{ .kind = LINE_SIGN, .sign = "1.5kB", .ascii = "1.5kB",
	  .text = "Too small for the unit of its column, so in its own",
	  .style = STYLE_DIM },
	{ .kind = LINE_SIGN, .sign = "…", .ascii = "~",
	  .text = "Some of a name is left out here",
	  .style = STYLE_PLAIN },
};

/* What is meant by actions that mean something else elsewhere. */
static const char *text_of(enum map map, enum action action)
{
	static const struct {
		enum map map;
		enum action action;
		const char *text;
	} own[] = {
		{ MAP_PROMPT, ACTION_ENTER, "Done: what is typed stays" },
		{ MAP_PROMPT, ACTION_BACK,
		  "Close it: what was there comes back" },
		{ MAP_PROMPT, ACTION_CANCEL, "The same" },
		{ MAP_TOP, ACTION_ENTER, "Source of the function" },
		{ MAP_FLAME, ACTION_ENTER, "Zoom: the box becomes the root" },
		{ MAP_PEEK, ACTION_ENTER, "Go to the caller or callee" },
		{ MAP_SOURCE, ACTION_ENTER, "Callers and callees" },
		{ MAP_TAGS, ACTION_ENTER, "Only samples with this label" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(own); i++) {
		if (own[i].map == map && own[i].action == action)
			return own[i].text;
	}
	return action_help(action);
}

static void *view_help_new(struct app *app)
{
	struct view_help *v = mem_alloc(app->limits.mem, sizeof(*v));

	v->about = PANEL_NONE;
	return v;
}

static void view_help_free(struct app *app, void *state)
{
	mem_free(app->limits.mem, state, sizeof(struct view_help));
}

static void add_line(struct view_help *v, struct help_line line)
{
	if (v->n < LINES_MAX)
		v->lines[v->n++] = line;
}

static void add_heading(struct view_help *v, const char *text)
{
	if (v->n)
		add_line(v, (struct help_line){ .text = "" });
	add_line(v, (struct help_line){ .kind = LINE_HEADING, .text = text });
}

/*
 * All actions that have a key and that a panel has a use for, under a heading
 * of their group or of ours.
 */
static void add_keys(struct view_help *v, const struct keymap *km,
		     enum map map, const char *heading)
{
	enum action action = ACTION_NONE;
	const char *group = "";

	if (heading)
		add_heading(v, heading);
	while ((action = keymap_next(km, map, action))) {
		if (!heading && !act_is_for(v->about, action))
			continue;
		if (!heading && strcmp(group, action_group(action))) {
			group = action_group(action);
			add_heading(v, group);
		}
		add_line(v, (struct help_line){
			.kind = LINE_KEY, .map = map, .action = action,
			.text = text_of(map, action),
		});
	}
}

/* The panel that help is about: the one it was asked for in. */
static enum panel_id asked_about(const struct app *app)
{
	enum panel_id panel = app->main;

	if (panel == PANEL_HELP && app->n_places)
		panel = app->places[app->n_places - 1].panel;
	return panel;
}

static void build(const struct app *app, struct view_help *v)
{
	const struct keymap *km = &app->keymap;

	v->about = asked_about(app);
	v->n = 0;
	add_keys(v, km, app_panel(v->about)->map, NULL);
	add_keys(v, km, MAP_PROMPT, "In a prompt");
	add_line(v, (struct help_line){
		.text = "  All other keys edit the line, as in a shell; Tab "
			"completes, Tab again: next."
	});
	add_heading(v, "Signs");
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		add_line(v, signs[i]);
	add_line(v, (struct help_line){ .text = "" });
	add_line(v, (struct help_line){
		.kind = LINE_TAIL, .text = PACKAGE_STRING
	});
	pager_reset(&v->pager, v->n);
}

static void view_help_update(struct app *app, void *state)
{
	struct view_help *v = state;

	if (v->about != asked_about(app))
		build(app, v);
}

static bool view_help_act(struct app *app, void *state, enum action action)
{
	struct view_help *v = state;

	if (action == ACTION_HELP || action == ACTION_ENTER) {
		app_back(app);
		return true;
	}
	return pager_act(&v->pager, action, ACTION_HELP_MAX);
}

/* "Keys in peek.  Esc goes back." */
static void paint_where(const struct app *app, const struct view_help *v,
			const struct canvas *canvas)
{
	struct buf text = BUF_INIT;
	char key[32];

	buf_addf(&text, " Keys in %s.", app_panel(v->about)->name);
	if (keymap_key_of(&app->keymap, MAP_HELP, ACTION_BACK, key,
			  sizeof(key)))
		buf_addf(&text, "  %s goes back.", key);
	canvas_fill(canvas, (struct span){ 0, 0, canvas->cols }, STYLE_HEADER,
		    ' ');
	canvas_text(canvas, 0, 0, STYLE_HEADER, buf_str(&text));
	buf_release(&text);
}

static int keys_cols(int cols)
{
	return cols >= WIDE ? KEYS_COLS : cols / 3;
}

/* What stands in front of a line's text. */
static const char *line_front(const struct app *app,
			      const struct help_line *line, int cols,
			      char keys[KEYS_MAX])
{
	if (line->kind == LINE_SIGN)
		return app->charset == TEXT_ASCII ? line->ascii : line->sign;
	keymap_keys_of(&app->keymap, line->map, line->action, keys,
		       (size_t)cols + 1);
	return keys;
}

static void paint_text(const struct canvas *canvas, struct span span,
		       uint8_t style, const char *s, int scroll)
{
	struct buf cut = BUF_INIT;

	text_scroll(&cut, s, strlen(s), scroll, span.cols,
		    canvas->grid->charset);
	canvas_put(canvas, span, style, buf_str(&cut), cut.n);
	buf_release(&cut);
}

static void paint_line(const struct app *app, const struct view_help *v,
		       size_t i, const struct canvas *canvas)
{
	static const uint8_t styles[] = {
		[LINE_TEXT] = STYLE_PLAIN, [LINE_HEADING] = STYLE_TITLE,
		[LINE_KEY] = STYLE_PLAIN, [LINE_SIGN] = STYLE_PLAIN,
		[LINE_TAIL] = STYLE_DIM,
	};
	const struct help_line *line = &v->lines[i];
	int y = (int)(i - v->pager.top) + 1;
	bool is_pair = line->kind == LINE_KEY || line->kind == LINE_SIGN;
	int front = keys_cols(canvas->cols), at = 1;
	bool is_hit = search_hits(&app->search, line->text,
				  strlen(line->text));
	char keys[KEYS_MAX];

	if (is_pair) {
		paint_text(canvas, (struct span){ y, at, front },
			   line->kind == LINE_KEY ? STYLE_KEY : line->style,
			   line_front(app, line, front, keys), 0);
		at += front + 1;
	}
	paint_text(canvas, (struct span){ y, at, canvas->cols - at },
		   is_hit ? STYLE_MATCH : styles[line->kind], line->text,
		   is_pair ? v->pager.scroll : 0);
}

static void view_help_paint(struct app *app, void *state,
			    const struct canvas *canvas, bool has_focus)
{
	struct view_help *v = state;
	const struct pager *pager = &v->pager;

	(void)has_focus;
	if (v->about == PANEL_NONE)
		build(app, v);
	pager_show(&v->pager, canvas->rows - 1);
	paint_where(app, v, canvas);
	for (size_t i = pager->top;
	     i < v->n && i < pager->top + (size_t)pager->height; i++)
		paint_line(app, v, i, canvas);
}

static void view_help_status(struct app *app, void *state, struct buf *out)
{
	(void)app;
	pager_status(&((struct view_help *)state)->pager, out);
}

static struct panel_lines view_help_lines(struct app *app, void *state)
{
	const struct view_help *v = state;

	(void)app;
	return (struct panel_lines){ v->n, v->pager.hit };
}

static void view_help_line(struct app *app, void *state, size_t i,
			   struct buf *out)
{
	const struct view_help *v = state;

	(void)app;
	buf_adds(out, v->lines[i].text);
}

static void view_help_seek(struct app *app, void *state, size_t i)
{
	(void)app;
	pager_seek(&((struct view_help *)state)->pager, i);
}

const struct panel_ops panel_help_ops = {
	.name = "help",
	.map = MAP_HELP,
	.footer = {
		{ ACTION_BACK, "back" },
		{ ACTION_PAGE_DOWN, "more" },
		{ ACTION_SEARCH, "search" },
	},
	.new = view_help_new,
	.free = view_help_free,
	.update = view_help_update,
	.act = view_help_act,
	.status = view_help_status,
	.paint = view_help_paint,
	.lines = view_help_lines,
	.line = view_help_line,
	.seek = view_help_seek,
};
