/*
 * The app without a terminal: keys and commands from a file, screens to
 * stdout.  A line is one of
 *
 *	:dump			prints the screen, all work done
 *	:dump style		prints the letters of its styles too
 *	:size COLSxROWS		changes the size of the screen
 *	:anything else		is run as in the `:` prompt
 *	"text			types the rest of the line
 *	# ...			says nothing
 *	j j Down C-d		presses keys, by their names
 */
#ifndef TUI_SCRIPT_H
#define TUI_SCRIPT_H

#include "model/err.h"
#include "model/input.h"
#include "render/text.h"
#include "tui/options.h"

/* Runs options->script ("-" is standard input) on a screen of options->size. */
int script_run(struct options *options, const struct input_limits *limits,
	       enum text_charset charset, struct err *err);

#endif
