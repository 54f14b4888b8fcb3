/*
 * The app: what is looked at, which panels show it, and what a key does.  It
 * knows no terminal: keys come in through app_key, app_paint fills a grid.
 *
 * One view (app->view), in one unit (app->unit), is what everything on the
 * screen is asked through; one evaluation of it (app->eval) is the newest
 * answer, which may be to an older question while the next is being computed.
 * One function is selected (app->selected), by its printed name, whatever the
 * panel; it survives changes of metric, filters, order and panel.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "keymap/key.h"
#include "keymap/keymap.h"
#include "model/buf.h"
#include "model/input.h"
#include "model/profile.h"
#include "model/view.h"
#include "render/grid.h"
#include "tui/eval.h"
#include "tui/options.h"
#include "tui/panel.h"
#include "tui/prompt.h"
#include "tui/reload.h"
#include "tui/search.h"
#include "tui/worker.h"

/*
 * Slots of app->worker, of app->reader (which waits for disks), of
 * app->printer (which takes long) and of app->lister (which waits for disks,
 * and nobody for it).
 */
enum {
	SLOT_EVAL,
	SLOT_LINES,	/* the source panel's weights by line */
	SLOT_PEEK,
	SLOT_FLAME,
	SLOT_TOTALS,	/* of each sample type, for their list */
	SLOT_MARKS,	/* of inlined functions, for the top panel */
	SLOT_TAGS,
	SLOT_INFO,
};
enum {
	SLOT_LOAD,
	SLOT_FILE,
};
enum {
	SLOT_REPORT,	/* to be shown */
	SLOT_WRITE,	/* to a file */
};
enum {
	SLOT_NAMES,	/* of files, for the prompt */
};

/* What percentages are shares of. */
enum share {
	SHARE_TOTAL,
	SHARE_SHOWN,	/* what the filters leave */
	SHARE_CHANGE,	/* current share minus base share, in points */
	SHARES,
};

/* A place to come back to. */
struct place {
	enum panel_id panel;
	struct buf selected;
};

enum {
	PLACES_MAX = 64,
	APP_SIDE_COLS = 120,	/* from here on top has a pane beside it */
	APP_WORKERS = 4,
};

struct app {
	struct options *options;		/* borrowed */
	struct input_limits limits;		/* borrowed inside */
	struct keymap keymap;
	struct worker worker, reader, printer, lister;

	struct input_progress progress;		/* of loading */
	struct profile *profile;		/* NULL while it loads */
	struct reload reload;
	struct view view;
	const char *unit;			/* of its values; borrowed */
	unsigned n_changes;			/* of view and options */
	struct eval *eval;			/* NULL before the first */
	struct buf selected;			/* printed name, bytes */
	enum share share;

	void *panels[PANELS];
	enum panel_id main, side;		/* side: PANEL_NONE if none */
	bool is_side_focused, is_zoomed;
	struct place places[PLACES_MAX];
	size_t n_places;

	struct prompt prompt;
	struct search search;
	struct buf message;			/* until the next key */
	uint8_t message_style;
	struct err keys_err;			/* of the key file; "" */
	struct buf keys_mistakes;		/* all of them, a line each */
	struct key keys[KEYMAP_SEQUENCE_MAX];
	size_t n_keys;
	size_t n_pressed;			/* keys, since the start */
	size_t warned_at;			/* of them the C-c, or 0 */

	int rows, cols;
	enum text_charset charset;
	int64_t busy_since;			/* ms; 0: nothing runs */
	bool is_leaving;			/* the loop should end */
	bool wants_repaint, wants_suspend;	/* for the loop; it clears */
	struct err load_err;			/* why loading failed */
	bool has_failed;
};

/* Starts loading what the options name.  The options outlive the app. */
int app_init(struct app *app, struct options *options,
	     const struct input_limits *limits, enum text_charset charset,
	     struct err *err);
void app_release(struct app *app);

/*
 * Gives up all that is under way, before app_release.  Returns whether it has
 * ended within a second; what has not borrows from the app until it has.
 */
bool app_end_work(struct app *app);

/* Each of the threads, for who waits for them or takes what they made. */
struct worker *app_worker(struct app *app, int i);

void app_resize(struct app *app, int rows, int cols);
void app_key(struct app *app, struct key key);
void app_act(struct app *app, enum action action);

/* Runs a line of the `:` prompt, see tui/command.h. */
void app_command(struct app *app, const char *line);

/* Takes finished jobs in; true when the screen may have changed. */
bool app_take(struct app *app);

/* Waits until everything that is under way is done and taken in. */
void app_settle(struct app *app);

/* True while something runs that the screen should say. */
bool app_is_busy(const struct app *app);

/* For panels. */

/* Selects a function by its printed name; the panels follow. */
void app_select(struct app *app, const char *name, size_t n);

/* Goes to a panel, remembering where it came from; back again. */
void app_show(struct app *app, enum panel_id panel);
bool app_back(struct app *app);

/* Says something in the last row until the next key; escaped there. */
void app_say(struct app *app, uint8_t style, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Appends the key of a map that does it, the action's name where none does. */
void app_add_key(const struct app *app, enum map map, enum action action,
		 struct buf *out);

/* The view was changed: asks for a new evaluation. */
void app_changed(struct app *app);

/*
 * Says which filters of the view matched no sample, of those that are not
 * among `before`; of a view that is still being evaluated, or of a filter that
 * is still being typed, nothing.
 */
void app_say_unmatched(struct app *app, const struct filters *before);

/*
 * Whether percentages can be of that in this comparison; what they are of goes
 * back to the total when not.
 */
bool app_has_share(const struct app *app, enum share share);
void app_fit_share(struct app *app);

/* Something was begun that may take long. */
void app_begin_work(struct app *app);

/* Whether any worker has something to do, or an answer to be taken. */
bool app_has_work(struct app *app);

/* Lets a panel ask for what it lacks. */
void app_update_panel(struct app *app, enum panel_id panel);

/* The panel that gets keys. */
enum panel_id app_focus(const struct app *app);

const struct panel_ops *app_panel(enum panel_id panel);

/* Whether the panel can show what the view asks for. */
bool app_can_show(const struct app *app, enum panel_id panel);

/* Narrows or widens what is looked at, and says when that cannot be. */
void app_add_filter(struct app *app, enum filter_kind kind, const char *text);

#endif
