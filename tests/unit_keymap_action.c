#include "config.h"

#include "keymap/action.h"

#include <ctype.h>

#include "tests/tap.h"

/* A name is the enumerator's suffix in small letters with dashes. */
static bool name_fits(const char *suffix, const char *name)
{
	for (; *suffix && *name; suffix++, name++) {
		int small = tolower((unsigned char)*suffix);

		if (*name != (small == '_' ? '-' : small))
			return false;
	}
	return *suffix == *name;
}

static void test_texts(void)
{
#define CHECK(suffix, text, line)					\
	ok(name_fits(#suffix, text), "%s is as its enumerator", text);	\
	is_int(action_find(text), ACTION_##suffix, "%s is found", text); \
	is(action_name(ACTION_##suffix), text, "%s has its name", text); \
	is(action_help(ACTION_##suffix), line, "%s has its help", text);
	ACTION_LIST(CHECK)
#undef CHECK
}

static void test_help_lines(void)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *name = action_name((enum action)i);
		const char *help = action_help((enum action)i);
		size_t n = strlen(help);

		ok(n > 0 && n <= ACTION_HELP_MAX, "help of %s fits", name);
		ok(isupper((unsigned char)help[0]) && help[n - 1] != '.',
		   "help of %s is a heading, not a sentence", name);
		for (int j = i + 1; j < ACTION_COUNT; j++)
			if (!strcmp(help, action_help((enum action)j)))
				ok(false, "help of %s is its own", name);
	}
}

static void test_groups(void)
{
	int groups = 0;
	const char *last = action_group(ACTION_NONE);

	is(last, "", "no action, no group");
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *group = action_group((enum action)i);

		groups += strcmp(last, group) != 0;
		last = group;
	}
	is_int(groups, 6, "the actions of a group follow each other");
	is(action_group(ACTION_DOWN), "Move", "group of the first action");
	is(action_group(ACTION_ENTER), "In and out", "group of enter");
	is(action_group(ACTION_SUSPEND), "Other", "group of the last action");
}

static void test_find(void)
{
	is(action_name(ACTION_NONE), "none", "name of no action");
	is(action_help(ACTION_NONE), "", "help of no action");
	is_int(action_find("none"), ACTION_NONE, "none is no action");
	is_int(action_find(""), ACTION_NONE, "the empty name");
	is_int(action_find("dow"), ACTION_NONE, "the start of a name");
	is_int(action_find("downs"), ACTION_NONE, "more than a name");
	is_int(action_find("Down"), ACTION_NONE, "a name in other letters");
	is_int(action_find("half_page_down"), ACTION_NONE, "underscores");
}

int main(void)
{
	test_texts();
	test_help_lines();
	test_groups();
	test_find();
	return tap_done();
}
