/*
 * The default keys, as lines of a key file and in the order in which the keys
 * of an action are shown: the first is the one that footers name.
 *
 * Left free on purpose, for what comes later: e v y Y w P B ' p and the
 * digits that are no view yet.  C-s and C-q may be the terminal's own.
 */
#include "config.h"

#include "keymap/keymap.h"

static const char *const defaults[] = {
	"general  j Down C-n               down",
	"general  k Up C-p                 up",
	"general  Space PgDn C-f           page-down",
	"general  b PgUp C-b               page-up",
	"general  C-d                      half-page-down",
	"general  C-u                      half-page-up",
	"general  g Home                   first",
	"general  G End                    last",
	"general  h Left                   left",
	"general  l Right                  right",
	"general  [                        previous-hottest",
	"general  ]                        next-hottest",
	"general  J                        next-function",
	"general  K                        previous-function",

	"general  1                        view-top",
	"general  2                        view-flame",
	"general  3                        view-peek",
	"general  4 a                      view-source",
	"general  5                        view-tags",
	"general  0                        view-info",
	"general  Tab                      next-pane",
	"general  S-Tab                    previous-pane",
	"general  z                        zoom-pane",

	"general  Enter                    enter",
	"general  Esc Backspace            back",
	"general  q F10                    quit-view",
	"general  Q Z,Z                    quit",
	"general  C-c                      cancel",

	"general  m                        next-metric",
	"general  M                        previous-metric",
	"general  =                        metric-list",
	"general  c                        toggle-cum",
	"general  s                        next-sort",
	"general  I                        reverse-order",
	"general  d                        next-compare",
	"general  D                        previous-compare",
	"general  %                        next-share",

	"general  f & F4                   focus",
	"general  i                        ignore",
	"general  H                        hide",
	"general  S                        show",
	"general  F                        show-from",
	"general  *                        focus-selected",
	"general  x                        remove-filter",
	"general  X                        remove-all-filters",
	"general  r                        hide-runtime",

	"general  o                        callers-flame",
	"general  / F3                     search",
	"general  n                        next-match",
	"general  N                        previous-match",
	"general  :                        command",
	"general  R                        reload",
	"general  ? F1                     help",
	"general  C-l                      redraw",
	"general  C-z                      suspend",

	/* All other keys of a prompt are its text's, see tui/edit.h. */
	"prompt   Enter                    enter",
	"prompt   Esc C-g                  back",
	"prompt   C-c                      cancel",
	"prompt   C-l                      redraw",
	"prompt   C-z                      suspend",
};

const char *keymap_default(size_t i)
{
	return i < sizeof(defaults) / sizeof(defaults[0]) ? defaults[i] :
							    NULL;
}

bool keymap_load_defaults(struct keymap *km, struct keymap_err *err)
{
	for (size_t i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++)
		if (!keymap_load_line(km, defaults[i], err))
			return false;
	return true;
}
