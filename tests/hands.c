#include "config.h"

#include "tests/hands.h"

#include <string.h>

#include "tests/tap.h"

const char *hands_screen(const struct hands *hands)
{
	static struct buf text;

	app_settle(hands->app);
	app_paint(hands->app, hands->grid);
	buf_clear(&text);
	grid_dump(&text, hands->grid);
	return buf_str(&text);
}

bool hands_see(const struct hands *hands, const char *text)
{
	const char *at = hands_screen(hands);

	if (strstr(at, text))
		return true;
	printf("# not shown: %s\n", text);
	for (; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] != 0))
		printf("# %.*s\n", (int)strcspn(at, "\n"), at);
	return false;
}

void hands_press(const struct hands *hands, const char *names)
{
	while (*names) {
		size_t n = strcspn(names, " ");
		struct key key;

		hands_screen(hands);
		if (key_parse(names, n, &key))
			app_key(hands->app, key);
		else
			ok(false, "no such key: %s", names);
		names += n + (names[n] == ' ');
	}
}
