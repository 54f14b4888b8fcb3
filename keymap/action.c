#include "config.h"

#include "keymap/action.h"

#include <assert.h>
#include <string.h>

struct action_text {
	const char *name, *help, *group;
};

/* The X of the lists takes no group, hence one short macro for each. */
#define TEXT(suffix, name, help, group) \
	[ACTION_##suffix] = { name, help, group },
#define MOVE(suffix, name, help) TEXT(suffix, name, help, "Move")
#define VIEW(suffix, name, help) TEXT(suffix, name, help, "Views")
#define STEP(suffix, name, help) TEXT(suffix, name, help, "In and out")
#define MEASURE(suffix, name, help) TEXT(suffix, name, help, "Measure")
#define FILTER(suffix, name, help) TEXT(suffix, name, help, "Filter")
#define OTHER(suffix, name, help) TEXT(suffix, name, help, "Other")

static const struct action_text action_texts[ACTION_COUNT] = {
	[ACTION_NONE] = { "none", "", "" },
	ACTION_MOVES(MOVE)
	ACTION_VIEWS(VIEW)
	ACTION_STEPS(STEP)
	ACTION_MEASURES(MEASURE)
	ACTION_FILTERS(FILTER)
	ACTION_OTHERS(OTHER)
};

static const struct action_text *action_text(enum action action)
{
	assert((unsigned)action < ACTION_COUNT);
	return &action_texts[action];
}

const char *action_name(enum action action)
{
	return action_text(action)->name;
}

const char *action_help(enum action action)
{
	return action_text(action)->help;
}

const char *action_group(enum action action)
{
	return action_text(action)->group;
}

enum action action_find(const char *name)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
		if (!strcmp(name, action_texts[i].name))
			return (enum action)i;
	return ACTION_NONE;
}
