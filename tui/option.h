/*
 * The table behind tui/options.h, a row an option: what kind it is, where it
 * may be set, and what -help says.
 */
#ifndef TUI_OPTION_H
#define TUI_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "model/err.h"

enum { OPTIONS_MAX = 160 };

enum option_kind {
	KIND_BOOL,	/* a bool that becomes what is said */

	/* What is chosen by these shows when all is said. */
	KIND_REPORT,	/* the report of that name; one at the most */
	KIND_GRAIN,	/* the granularity is `number`; one at the most */
	KIND_SORT,	/* print.by_cum becomes `number`; one at the most */
	KIND_TYPE,	/* the sample type is `text` */
	KIND_ELSEWHERE,	/* no report; `text` says what to use */

	/* From here on there is a value. */
	KIND_REPORT_OF,	/* the report of what matches the regexp given */
	KIND_ELSEWHERE_OF,	/* the same, there is not */
	KIND_INT,
	KIND_FLOAT,
	KIND_STRING,
	KIND_WHEN,	/* a string: auto, always or never */
	KIND_SIZE,
	KIND_FILTER,	/* of kind `number` */
};

enum option_where {
	AT_START = 1,	/* on the command line only */
	ANYWHERE,
	IN_REPORTS,	/* likewise; views do not follow it, reports do */
	BY_READING,	/* likewise; the profile is read anew for it */
};

struct option {
	const char *name;
	enum option_kind kind;
	enum option_where where;
	size_t offset;		/* of its field in struct options */
	int number;
	const char *text;	/* of a field: said when it is set */
	const char *argument;	/* as -help names it */
	const char *help;	/* NULL starts a group: name is its title */
};

/* By its place; NULL behind the last.  Rows without help are titles. */
const struct option *option_at(size_t i);

/* By name, of n bytes; NULL when there is none. */
const struct option *option_find(const char *name, size_t n);

/* Whether it is a report that there is, and so a command of the prompt. */
bool option_is_report(const struct option *option);

static inline bool option_has_value(const struct option *option)
{
	return option->kind >= KIND_REPORT_OF;
}

/* Whether its value is the path of a file, or starts with one. */
static inline bool option_is_path(const struct option *option)
{
	const char *argument = option->argument ? option->argument : "";

	return !strcmp(argument, "FILE") || !strcmp(argument, "DIRS") ||
	       !strcmp(argument, "PROFILE");
}

/* Whether it can be set while the views run. */
static inline bool option_is_live(const struct option *option)
{
	return option->where != AT_START;
}

/*
 * Says of one that cannot be set while the views run that it cannot, and what
 * does the same; evaluates to -1.
 */
int option_fail_live(const struct option *option, struct err *err);

/*
 * What the prompt calls several options of which only one can be true: sort
 * is flat or cum.
 */
struct option_choice {
	const char *name;
	enum option_kind kind;		/* of the options */
};

/* By their place, by name; NULL when there is none. */
const struct option_choice *option_choice_at(size_t i);
const struct option_choice *option_choice_find(const char *name, size_t n);

/* The options to choose from, by number; NULL behind the last. */
const struct option *option_choice_value(const struct option_choice *choice,
					 size_t i);

#endif
