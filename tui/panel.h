/*
 * A panel is one of the views of the screen (top, flame, peek, source, ...):
 * its state, how it is painted and what an action does to it.  There is one of
 * each for the life of the app.  Each panel is one file that ends in its table
 * of operations.
 *
 * What a panel shows is an answer it asked the worker for; the last answer
 * stays on the screen until the next one is there.  The app calls:
 *
 *	update	after each key and each answer, when the panel is on the
 *		screen: compare what is shown with what should be (app->view,
 *		app->eval, the selected function) and submit a job when they
 *		differ and none is under way for that
 *	revive	before an action that gives nothing up, on the screen or not: what
 *		was asked and then cancelled is to be asked again by the next
 *		update
 *	done	with a finished job whose owner is the panel, to keep or free
 *	forget	before app->eval is replaced: jobs that borrow from it have
 *		been stopped already; drop what else borrows from it
 *	leave	after app->profile was replaced, when nothing is under way: the
 *		old one goes; drop what is of it
 *	paint	whenever the screen is made; changes nothing but scrolling
 *	act	with an action; returns false when it is none of the panel's
 */
#ifndef TUI_PANEL_H
#define TUI_PANEL_H

#include <stdbool.h>
#include <stddef.h>

#include "keymap/action.h"
#include "keymap/keymap.h"
#include "model/buf.h"
#include "render/grid.h"
#include "tui/worker.h"

struct app;

enum panel_id {
	PANEL_TOP,
	PANEL_FLAME,
	PANEL_PEEK,
	PANEL_SOURCE,
	PANEL_TAGS,
	PANEL_INFO,
	PANEL_HELP,
	PANEL_METRICS,
	PANEL_REPORT,
	PANELS,
	PANEL_NONE = -1,
};

enum { PANEL_FOOTER_MAX = 10 };

/* What the last row offers: the action, and how it is called in a word. */
struct panel_key {
	enum action action;
	const char *label;
};

struct panel_lines {
	size_t n, cursor;
};

struct panel_ops {
	const char *name;		/* "top", as the title says it */
	enum map map;
	struct panel_key footer[PANEL_FOOTER_MAX];	/* to ACTION_NONE */
	bool sums_only;			/* what it shows adds up: no means */

	void *(*new)(struct app *app);
	void (*free)(struct app *app, void *state);

	/* Any of these may be NULL. */
	void (*update)(struct app *app, void *state);
	void (*revive)(struct app *app, void *state);
	void (*done)(struct app *app, void *state, struct job *job);
	void (*forget)(struct app *app, void *state);
	void (*leave)(struct app *app, void *state);
	/*
	 * Whether it holds a place in what it shows of a profile that was
	 * replaced, which an update would bring to the new one.
	 */
	bool (*is_behind)(struct app *app, void *state);
	bool (*act)(struct app *app, void *state, enum action action);
	/* Appends what the title row says for this panel: "main.go". */
	void (*title)(struct app *app, void *state, struct buf *out);
	/* Appends what the last row says in front: "1/47". */
	void (*status)(struct app *app, void *state, struct buf *out);

	/*
	 * Whether what it is for has been looked for and is not there, so
	 * that beside top another panel serves better.
	 */
	bool (*is_wanting)(struct app *app, void *state);

	void (*paint)(struct app *app, void *state,
		      const struct canvas *canvas, bool has_focus);

	/* For searching: its lines, the text of each (bytes, not escaped),
	 * and how the cursor gets to one. */
	struct panel_lines (*lines)(struct app *app, void *state);
	void (*line)(struct app *app, void *state, size_t i, struct buf *out);
	void (*seek)(struct app *app, void *state, size_t i);
};

extern const struct panel_ops panel_top_ops, panel_flame_ops, panel_peek_ops,
			      panel_source_ops, panel_tags_ops, panel_info_ops,
			      panel_help_ops, panel_metrics_ops,
			      panel_report_ops;

#endif
