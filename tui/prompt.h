/*
 * The prompt in the last row: a command, a search or a filter being typed.
 *
 * The view follows a filter while it is typed: each text that compiles stands
 * as the last filter of app->view, and the app is told.  One that does not
 * compile changes nothing and is shown with its reason.  Enter keeps what is
 * there, Esc brings back what was there when the prompt was opened.
 *
 * An empty filter prompt offers the selected function; Down takes it.  Tab
 * completes a command, or the function of a filter (tui/prompt_tab.h).  The
 * keys of MAP_PROMPT come first, all others belong to the line (tui/edit.h).
 *
 * Zeroes are a closed prompt with no history.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "keymap/key.h"
#include "model/buf.h"
#include "model/err.h"
#include "model/filters.h"
#include "render/grid.h"
#include "tui/complete.h"
#include "tui/edit.h"

struct app;

enum prompt_kind {
	PROMPT_NONE,
	PROMPT_COMMAND,
	PROMPT_SEARCH,
	PROMPT_FOCUS,
	PROMPT_IGNORE,
	PROMPT_HIDE,
	PROMPT_SHOW,
	PROMPT_SHOW_FROM,
	PROMPT_KINDS,
};

enum { PROMPT_HELD = 256 };

struct prompt {
	enum prompt_kind kind;
	struct edit edit;
	struct history histories[PROMPT_KINDS];

	bool is_bad;			/* the text is no regexp: */
	struct err err;			/* why not, */
	size_t bad_at;			/* and at which byte */
	struct buf note;		/* candidates, until the next key */
	struct completion tried;	/* what Tab goes on with, */
	size_t tried_at;		/* and the candidate; SIZE_MAX: none */
	struct key held[PROMPT_HELD];	/* keys until names of files come */
	size_t n_held;

	/* What Esc brings back. */
	struct filters filters;
	struct buf selected, searched;
};

/* Opens an empty prompt; one that is open is closed as by Esc first. */
void prompt_open(struct app *app, enum prompt_kind kind);

bool prompt_is_open(const struct prompt *prompt);

/* Reacts to a key of an open prompt; may close it and may run a command. */
void prompt_key(struct app *app, struct key key);

/* Closes it as Enter does, or as Esc does; a closed one stays as it is. */
void prompt_close(struct app *app, bool keep);

/* Paints an open prompt and the cursor into a canvas of one row. */
void prompt_paint(struct app *app, const struct canvas *row);

void prompt_release(struct prompt *prompt);

/*
 * Appends the pattern that matches exactly the selected function, or the
 * selected file where the view is by file.  Returns false when nothing is
 * selected.
 */
bool prompt_quote_selected(const struct app *app, struct buf *out);

#endif
