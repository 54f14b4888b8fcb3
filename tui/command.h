/*
 * A line of the `:` prompt taken apart; nothing here has an effect.  The
 * language is that of pprof's shell (google/pprof, internal/driver:
 * interactive.go) beside the names of our own actions.  What a line is, the
 * first of these that fits:
 *
 *	NAME=VALUE	an option is set; text after //: says nothing
 *	REPORT ...	top20 -cum RE -RE >FILE, see below
 *	csv REPORT ...	the same for programs; json REPORT
 *	o, options	all options and their values
 *	help [NAME]	what there is, or what one is
 *	ACTION		an action by its name; q leaves a view, quit the program
 *	NAME		an option that needs no value becomes true
 *	TYPE		a sample type of the profile; total_TYPE, mean_TYPE; or
 *			one that the command line knows and the profile has not
 *	:		focus, ignore, hide and the tag filters are cleared
 *
 * Behind a report stand, apart by blanks: a number, which may also be glued to
 * its name, of rows; -cum; patterns to focus on and, with a dash in front, to
 * ignore, which are joined by | and replace for this report what is set;
 * >FILE or > FILE, where it goes.  A report of a pattern takes its first word
 * for that.  Where a word would have blanks, REPORT=PATTERN does.  In front of
 * a file, also of one that is an option's value, ~/ is $HOME.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

#include "keymap/action.h"
#include "model/buf.h"
#include "model/err.h"
#include "model/profile.h"
#include "render/reports.h"

enum command_kind {
	COMMAND_NOTHING,		/* an empty line */
	COMMAND_CLEAR,
	COMMAND_ACTION,
	COMMAND_SET,
	COMMAND_TYPE,
	COMMAND_NO_TYPE,		/* one that the profile has not */
	COMMAND_REPORT,
	COMMAND_OPTIONS,
	COMMAND_HELP,
};

/* What a report is printed as. */
enum command_form {
	FORM_ASKED,		/* as the options say */
	FORM_CSV,
	FORM_JSON,
};

/* What counts depends on the kind; texts of it that were not given are "". */
struct command {
	enum command_kind kind;
	struct buf line;		/* as typed, without blanks around */
	enum action action;
	struct buf name, value;		/* of SET, NO_TYPE and HELP */
	bool has_value;
	size_t type;			/* of TYPE */
	int mean;			/* 0 or 1; -1: as it is */

	const struct report_kind *report;
	enum command_form form;
	struct buf symbol, focus, ignore, file;
	int64_t node_count;		/* NODE_COUNT_DEFAULT: not given */
	bool by_cum;
};

/*
 * Fills in *command, to be released in any case.  Returns -1 with the reason
 * when the line is no command.  Sample types are those of the profile, which
 * may be NULL.
 */
int command_parse(struct command *command, const char *line,
		  const struct profile *profile, struct err *err);

void command_release(struct command *command);

/* dst is overwritten, not released. */
void command_copy(struct command *dst, const struct command *src);

/* The form that the first n bytes of text name; FORM_ASKED: none. */
enum command_form command_form(const char *text, size_t n);

/*
 * The report that the first n bytes of text name, with or without digits
 * glued to it; *digits is where those start, n without.  NULL: none.
 */
const struct report_kind *command_report(const char *text, size_t n,
					 size_t *digits);

/*
 * The words that are commands and neither reports nor actions, by number, and
 * what each does.
 */
const char *command_word(size_t i);
const char *command_word_help(size_t i);

/*
 * What the prompt has instead of a report of the reference that opens a
 * browser or a viewer; NULL when the word is none of those.
 */
const char *command_elsewhere(struct str word);

#endif
