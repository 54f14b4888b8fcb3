/*
 * What a user can ask for.  An action exists once, in ACTION_LIST: from there
 * come the enum, the name that key files, scripts and the `:` prompt use, and
 * the line of the help screens and the manual.  What an action does is the
 * view's business; which key means it is the keymap's.
 *
 * The list is in help order, in the groups of the help screens.  To add an
 * action, add its line here and its keys to keymap/defaults.c.
 */
#ifndef KEYMAP_ACTION_H
#define KEYMAP_ACTION_H

/* Columns a help line may take beside its keys on a screen of 80. */
#define ACTION_HELP_MAX 52

/* X(suffix of the enumerator, name, help line) */
#define ACTION_MOVES(X)							\
	X(DOWN, "down", "Next row; flame: child")			\
	X(UP, "up", "Previous row; flame: parent")			\
	X(PAGE_DOWN, "page-down", "One screen down")			\
	X(PAGE_UP, "page-up", "One screen up")				\
	X(HALF_PAGE_DOWN, "half-page-down", "Half a screen down")	\
	X(HALF_PAGE_UP, "half-page-up", "Half a screen up")		\
	X(FIRST, "first", "First row")					\
	X(LAST, "last", "Last row")					\
	X(LEFT, "left", "Scroll names back; flame: previous sibling")	\
	X(RIGHT, "right", "Scroll names on; flame: next sibling")	\
	X(PREVIOUS_HOTTEST, "previous-hottest", "The next hotter place") \
	X(NEXT_HOTTEST, "next-hottest", "The next less hot place")	\
	X(NEXT_FUNCTION, "next-function",				\
	  "Next function of the list, in this view")			\
	X(PREVIOUS_FUNCTION, "previous-function",			\
	  "Previous function of the list, in this view")

#define ACTION_VIEWS(X)							\
	X(VIEW_TOP, "view-top", "Top: all functions by weight")		\
	X(VIEW_FLAME, "view-flame", "Flame graph")			\
	X(VIEW_PEEK, "view-peek", "Peek: callers and callees")		\
	X(VIEW_SOURCE, "view-source", "Source of the selected function") \
	X(VIEW_TAGS, "view-tags", "Tags: values by label")		\
	X(VIEW_INFO, "view-info", "Info: the profile's files and process") \
	X(NEXT_PANE, "next-pane", "Go to the next pane")		\
	X(PREVIOUS_PANE, "previous-pane", "Go to the previous pane")	\
	X(ZOOM_PANE, "zoom-pane", "One pane on the whole screen, or all again")

#define ACTION_STEPS(X)							\
	X(ENTER, "enter", "Go into the selected row; flame: zoom")	\
	X(BACK, "back", "Close prompt, cancel work, undo zoom, go back") \
	X(QUIT_VIEW, "quit-view", "Leave this view; in the first one, quit") \
	X(QUIT, "quit", "Quit")						\
	X(CANCEL, "cancel", "Cancel work; twice with nothing to cancel, quit")

#define ACTION_MEASURES(X)						\
	X(NEXT_METRIC, "next-metric", "Next sample type")		\
	X(PREVIOUS_METRIC, "previous-metric", "Previous sample type")	\
	X(METRIC_LIST, "metric-list", "Choose a sample type from a list") \
	X(TOGGLE_CUM, "toggle-cum", "Sort by flat or by cum")		\
	X(NEXT_SORT, "next-sort", "Sort by the next column")		\
	X(REVERSE_ORDER, "reverse-order", "Reverse the order")		\
	X(NEXT_COMPARE, "next-compare",					\
	  "Difference, side by side, base, current")			\
	X(PREVIOUS_COMPARE, "previous-compare", "The same, backwards")	\
	X(NEXT_SHARE, "next-share",					\
	  "Share of total, of what is shown, change in share")

#define ACTION_FILTERS(X)						\
	X(FOCUS, "focus", "Only stacks that match a pattern")		\
	X(IGNORE, "ignore", "No stacks that match a pattern")		\
	X(HIDE, "hide", "Leave out frames that match a pattern")	\
	X(SHOW, "show", "Only frames that match a pattern")		\
	X(SHOW_FROM, "show-from", "Stacks from the first matching frame down") \
	X(FOCUS_SELECTED, "focus-selected",				\
	  "Focus on exactly the selected function")			\
	X(REMOVE_FILTER, "remove-filter", "Remove the last filter")	\
	X(REMOVE_ALL_FILTERS, "remove-all-filters", "Remove all filters") \
	X(HIDE_RUNTIME, "hide-runtime", "Hide runtime frames, or no longer")

#define ACTION_OTHERS(X)						\
	X(CALLERS_FLAME, "callers-flame",				\
	  "Flame graph of the function's callers, or back")		\
	X(SEARCH, "search", "Search")					\
	X(NEXT_MATCH, "next-match", "Next match")			\
	X(PREVIOUS_MATCH, "previous-match", "Previous match")		\
	X(COMMAND, "command",						\
	  "A report, an option, any action, by their names")		\
	X(RELOAD, "reload", "Read the profile's files again")		\
	X(HELP, "help", "The keys of this view")			\
	X(REDRAW, "redraw", "Paint the screen again")			\
	X(SUSPEND, "suspend", "Stop, until the shell's fg")

#define ACTION_LIST(X)							\
	ACTION_MOVES(X)							\
	ACTION_VIEWS(X)							\
	ACTION_STEPS(X)							\
	ACTION_MEASURES(X)						\
	ACTION_FILTERS(X)						\
	ACTION_OTHERS(X)

enum action {
	ACTION_NONE,
#define ACTION_ENUMERATOR(suffix, name, help) ACTION_##suffix,
	ACTION_LIST(ACTION_ENUMERATOR)
#undef ACTION_ENUMERATOR
	ACTION_COUNT
};

/* The name: "half-page-down"; of ACTION_NONE "none". */
const char *action_name(enum action action);

/* The action of that name; ACTION_NONE when there is none. */
enum action action_find(const char *name);

/* The help line, at most ACTION_HELP_MAX columns; of ACTION_NONE "". */
const char *action_help(enum action action);

/*
 * The heading of the group that the action is in: "Move".  The actions of a
 * group follow each other, so a list prints a heading where it changes.
 */
const char *action_group(enum action action);

#endif
