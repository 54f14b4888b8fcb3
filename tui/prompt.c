#include "config.h"

#include "tui/prompt.h"

#include <string.h>

#include "model/url.h"
#include "tui/app.h"
#include "tui/prompt_tab.h"

/* What each kind is called in front of its text, and the filter it edits. */
struct kind {
	const char *label;
	int filter;		/* an enum filter_kind or -1 */
};

static const struct kind kinds[PROMPT_KINDS] = {
	[PROMPT_NONE] = { "", -1 },
	[PROMPT_COMMAND] = { ":", -1 },
	[PROMPT_SEARCH] = { "/", -1 },
	[PROMPT_FOCUS] = { "focus: ", FILTER_FOCUS },
	[PROMPT_IGNORE] = { "ignore: ", FILTER_IGNORE },
	[PROMPT_HIDE] = { "hide: ", FILTER_HIDE },
	[PROMPT_SHOW] = { "show: ", FILTER_SHOW },
	[PROMPT_SHOW_FROM] = { "show from: ", FILTER_SHOW_FROM },
};

static bool is_filter(const struct prompt *p)
{
	return kinds[p->kind].filter >= 0;
}

bool prompt_is_open(const struct prompt *p)
{
	return p->kind != PROMPT_NONE;
}

void prompt_open(struct app *app, enum prompt_kind kind)
{
	struct prompt *p = &app->prompt;

	if (tab_waits(p))
		tab_give_up(app);
	prompt_close(app, false);
	p->kind = kind;
	p->is_bad = false;
	buf_clear(&p->note);
	tab_forget(p);
	edit_clear(&p->edit, &p->histories[kind]);
	filters_clear(&p->filters);
	filters_copy(&p->filters, &app->view.filters);
	buf_copy(&p->selected, &app->selected);
	buf_copy(&p->searched, &app->search.text);
	app->n_keys = 0;
}

void prompt_release(struct prompt *p)
{
	for (int i = 0; i < PROMPT_KINDS; i++)
		history_release(&p->histories[i]);
	filters_clear(&p->filters);
	tab_forget(p);
	buf_release(&p->note);
	buf_release(&p->selected);
	buf_release(&p->searched);
	p->kind = PROMPT_NONE;
}

/* Offering the selected function. */

/* Files and objects have no name; their paths may have been cut in front. */
static void quote_node(const struct eval *eval, uint32_t node, struct buf *out)
{
	const struct nodes *nodes = &eval->lens->nodes;
	const struct node_info *info = &nodes->at.at[node].info;
	struct str name = profile_str(eval->profile, info->name);
	struct str file = strings_at(&nodes->files, info->file);

	if (!name.n && !file.n)
		file = profile_str(eval->profile, info->object);
	if (name.n)
		buf_addc(out, '^');
	else
		name = file;
	pattern_quote(out, name.s, name.n);
	buf_addc(out, '$');
}

bool prompt_quote_selected(const struct app *app, struct buf *out)
{
	const struct buf *selected = &app->selected;
	uint32_t node = NODE_NONE;

	if (!selected->n)
		return false;
	if (app->eval)
		node = eval_find(app->eval, selected->s, selected->n);
	if (node != NODE_NONE) {
		quote_node(app->eval, node, out);
		return true;
	}
	buf_addc(out, '^');
	pattern_quote(out, selected->s, selected->n);
	buf_addc(out, '$');
	return true;
}

static void take_offer(struct app *app)
{
	struct prompt *p = &app->prompt;
	struct buf text = BUF_INIT;
	char key[32];

	if (prompt_quote_selected(app, &text) &&
	    !edit_set(&p->edit, buf_str(&text))) {
		edit_set(&p->edit, "");
		buf_adds(&p->note, "this name cannot be typed");
		if (keymap_key_of(&app->keymap, app_panel(app_focus(app))->map,
				  ACTION_FOCUS_SELECTED, key, sizeof(key)))
			buf_addf(&p->note, "; %s focuses on it", key);
	}
	buf_release(&text);
}

/* Following what is typed. */

static bool is_regexp(struct prompt *p, const char *text)
{
	struct pattern *pattern = pattern_new(text, PATTERN_USER, &p->err,
					      &p->bad_at);

	pattern_free(pattern);
	return pattern;
}

/* Replaces the view's filters, which become the app's. */
static void set_filters(struct app *app, struct filters *filters)
{
	bool is_same = filters_equal(filters, &app->view.filters);

	filters_clear(&app->view.filters);
	app->view.filters = *filters;
	if (!is_same)
		app_changed(app);
}

static void follow_filter(struct app *app)
{
	struct prompt *p = &app->prompt;
	const char *text = edit_text(&p->edit);
	struct filters filters;

	p->is_bad = *text && !is_regexp(p, text);
	if (p->is_bad)
		return;
	filters_copy(&filters, &p->filters);
	if (*text && !filters_add(&filters,
				  (enum filter_kind)kinds[p->kind].filter,
				  text)) {
		err_set(&p->err, "no more than %d filters", FILTERS_MAX);
		p->bad_at = p->edit.n;
		p->is_bad = true;
	}
	set_filters(app, &filters);
}

static void follow_text(struct app *app)
{
	struct prompt *p = &app->prompt;

	if (is_filter(p))
		follow_filter(app);
	else if (p->kind == PROMPT_SEARCH)
		p->is_bad = search_set(&app->search, edit_text(&p->edit),
				       &p->err, &p->bad_at) != 0;
}

/* Closing. */

static void restore(struct app *app)
{
	struct prompt *p = &app->prompt;
	struct filters filters;
	struct err err;

	if (p->kind == PROMPT_SEARCH) {
		search_set(&app->search, buf_str(&p->searched), &err, NULL);
	} else if (is_filter(p)) {
		filters_copy(&filters, &p->filters);
		set_filters(app, &filters);
		app_select(app, buf_str(&p->selected), p->selected.n);
	}
}

/* Nothing typed is the search before, as in less and vim. */
static void run_search(struct app *app, const char *text)
{
	struct err err;

	if (!*text)
		search_set(&app->search, buf_str(&app->prompt.searched), &err,
			   NULL);
	search_step(app, true);
}

/* Whether "NAME=URL" has a password in it, which is not to be remembered. */
static bool has_secret(const char *text)
{
	const char *value = strchr(text, '=');
	struct buf shown = BUF_INIT;
	bool result;

	if (!value)
		return false;
	url_mask(&shown, value + 1);
	result = strcmp(buf_str(&shown), value + 1) != 0;
	buf_release(&shown);
	return result;
}

void prompt_close(struct app *app, bool keep)
{
	struct prompt *p = &app->prompt;
	enum prompt_kind kind = p->kind;
	struct buf text = BUF_INIT;

	if (kind == PROMPT_NONE || (keep && p->is_bad))
		return;
	app->n_keys = 0;
	p->edit.pasting = false;
	if (!keep)
		restore(app);
	/* A command may open the next prompt, which takes the line over. */
	p->kind = PROMPT_NONE;
	if (!keep)
		return;
	buf_adds(&text, edit_text(&p->edit));
	if (!has_secret(buf_str(&text)))
		history_add(&p->histories[kind], buf_str(&text));
	if (kind == PROMPT_COMMAND)
		app_command(app, buf_str(&text));
	else if (kind == PROMPT_SEARCH)
		run_search(app, buf_str(&text));
	else
		app_say_unmatched(app, &p->filters);
	buf_release(&text);
}

/* Keys. */

/* Runs what the key is bound to; false when it is the line's. */
static bool run_binding(struct app *app, struct key key)
{
	enum keymap_found found;
	enum action action;
	size_t n;

	if (app->n_keys == KEYMAP_SEQUENCE_MAX)
		app->n_keys = 0;
	app->keys[app->n_keys++] = key;
	n = app->n_keys;
	found = keymap_find(&app->keymap, MAP_PROMPT, app->keys, n, &action);
	if (found == KEYMAP_PREFIX)
		return true;
	app->n_keys = 0;
	if (action == ACTION_ENTER)
		prompt_close(app, true);
	else if (action == ACTION_BACK || action == ACTION_CANCEL)
		prompt_close(app, false);
	else if (action)
		app_act(app, action);
	return found == KEYMAP_FOUND || n > 1;
}

/* Esc that is followed at once by a key arrives as one, see app_key. */
static bool is_hasty_esc(struct key key)
{
	return (key.code & KEYCODE_META) && !key_is_event(key);
}

static void leave_hastily(struct app *app, struct key key)
{
	prompt_close(app, false);
	app_key(app, (struct key){ key.code & ~(uint32_t)KEYCODE_META });
}

static void type_key(struct app *app, struct key key)
{
	struct prompt *p = &app->prompt;
	bool is_empty = !p->edit.n;

	if (edit_key(&p->edit, key))
		return;
	if (tab_key(app, key))
		return;
	if ((key.code == KEYCODE_DOWN || key.code == KEYCODE_TAB) &&
		 is_empty && is_filter(p))
		take_offer(app);
	else if (key.code == KEYCODE_BACKSPACE && is_empty)
		prompt_close(app, false);
	else if (is_hasty_esc(key))
		leave_hastily(app, key);
}

void prompt_key(struct app *app, struct key key)
{
	struct prompt *p = &app->prompt;
	unsigned changes = p->edit.changes;

	if (tab_waits(p)) {
		tab_hold(app, key);
		return;
	}
	buf_clear(&app->message);
	buf_clear(&p->note);
	if (key.code != KEYCODE_TAB && key.code != KEYCODE_BACKTAB)
		tab_forget(p);
	if (p->edit.pasting)
		edit_key(&p->edit, key);
	else if (!run_binding(app, key))
		type_key(app, key);
	if (prompt_is_open(p) && changes != p->edit.changes)
		follow_text(app);
}

/* Painting. */

/* The columns of n bytes of the line behind its first shown. */
static int columns_before(const struct edit *edit, size_t first, size_t at,
			  enum text_charset charset)
{
	struct buf text = BUF_INIT;
	int width;

	if (at <= first)
		return 0;
	text_escape(&text, edit->text + first, at - first, charset);
	width = (int)text_width(buf_str(&text), text.n);
	buf_release(&text);
	return width;
}

static bool is_answered(const struct app *app)
{
	return app->eval && app->eval->lens &&
	       filters_equal(&app->eval->view.filters, &app->view.filters);
}

/* How many functions the filter matches, once that is known. */
static void add_count(const struct app *app, struct buf *out)
{
	const struct prompt *p = &app->prompt;
	const struct sieve_match *match;

	if (!is_answered(app)) {
		buf_adds(out, text_mark(app->charset));
		return;
	}
	match = &app->eval->lens->matches[p->filters.n];
	if (!match->n_funcs && !match->is_matched)
		buf_adds(out, "nothing matches");
	else
		buf_addf(out, "%zu function%s", match->n_funcs,
			 match->n_funcs == 1 ? "" : "s");
	if (match->n_undecided)
		buf_addf(out, ", %zu undecided", match->n_undecided);
}

static void add_wait(const struct app *app, struct buf *out)
{
	buf_adds(out, "reading the folder; ");
	app_add_key(app, MAP_PROMPT, ACTION_BACK, out);
	buf_adds(out, " gives it up");
}

/* What stands on the right; returns its style. */
static uint8_t add_aside(const struct app *app, struct buf *out)
{
	const struct prompt *p = &app->prompt;

	if (p->is_bad) {
		buf_adds(out, p->err.text);
		return STYLE_ERROR;
	}
	if (p->note.n)
		buf_add(out, p->note.s, p->note.n);
	else if (tab_waits(p) && app_is_busy(app))
		add_wait(app, out);
	else if (is_filter(p) && p->edit.n)
		add_count(app, out);
	return STYLE_DIM;
}

/* Paints it, in at most half of the row where the line needs the rest. */
static int paint_aside(const struct app *app, const struct canvas *row,
		       int used)
{
	struct buf text = BUF_INIT;
	uint8_t style = add_aside(app, &text);
	int room = row->cols - used, width;

	if (room < row->cols / 2)
		room = row->cols / 2;
	width = canvas_escape_right(row, (struct span){
		0, row->cols - room + 1, room - 2,
	}, style, buf_str(&text), text.n);
	buf_release(&text);
	return width ? width + 2 : 0;
}

static void paint_offer(const struct app *app, const struct canvas *row,
			int at)
{
	char key[KEY_NAME_MAX];
	struct buf text = BUF_INIT, hint = BUF_INIT;
	int room;

	key_format((struct key){ KEYCODE_DOWN }, key);
	buf_addf(&hint, "  (%s takes it)", key);
	room = row->cols - at - 1 - (int)hint.n;
	if (app->selected.n && room > 0) {
		text_elide_name(&text, app->selected.s, app->selected.n, room,
				row->grid->charset);
		at += canvas_put(row, canvas_rest(row, 0, at), STYLE_DIM,
				 buf_str(&text), text.n);
		canvas_text(row, 0, at, STYLE_DIM, buf_str(&hint));
	}
	buf_release(&text);
	buf_release(&hint);
}

static void paint_line(struct app *app, const struct canvas *row, int at,
		       int cols)
{
	struct prompt *p = &app->prompt;
	enum text_charset charset = row->grid->charset;
	struct buf text = BUF_INIT;
	size_t first;
	int column, bad;

	edit_window(&p->edit, cols, charset, &first, &column);
	text_escape(&text, p->edit.text + first, p->edit.n - first, charset);
	canvas_put(row, (struct span){ 0, at, cols }, STYLE_PLAIN,
		   buf_str(&text), text.n);
	bad = columns_before(&p->edit, first, p->bad_at, charset);
	if (p->is_bad && p->bad_at >= first && bad < cols)
		canvas_style(row, (struct span){ 0, at + bad, 1 },
			     STYLE_ERROR);
	canvas_cursor(row, 0, at + column);
	buf_release(&text);
}

void prompt_paint(struct app *app, const struct canvas *row)
{
	struct prompt *p = &app->prompt;
	int at = canvas_text(row, 0, 0, STYLE_PROMPT, kinds[p->kind].label);
	int used = at + 1 + columns_before(&p->edit, 0, p->edit.n,
					   row->grid->charset);
	int cols = row->cols - at - paint_aside(app, row, used);

	if (is_filter(p) && !p->edit.n && !p->note.n)
		paint_offer(app, row, at);
	paint_line(app, row, at, cols > 1 ? cols : 1);
}
