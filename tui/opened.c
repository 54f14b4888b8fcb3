#include "config.h"

#include "tui/opened.h"

#include "model/crash.h"
#include "model/url.h"
#include "tui/open.h"

static void say_merged(struct app *app)
{
	const char *const *sources = app->options->sources;
	struct buf shown = BUF_INIT;

	url_mask(&shown, sources[0]);
	buf_addc(&shown, ' ');
	url_mask(&shown, sources[1]);
	app_say(app, STYLE_STATUS, "merged; to compare: pprowl -base %s",
		buf_str(&shown));
	buf_release(&shown);
}

static void add_str(struct buf *out, struct str s)
{
	buf_add(out, s.s, s.n);
}

/* Why a program ended is what one opens its last words for. */
static bool say_crash(struct app *app)
{
	const struct profile *p = app->profile;
	const struct fact *fact = p->facts.at;
	struct buf text = BUF_INIT;

	while (fact < p->facts.at + p->facts.n &&
	       !str_is(profile_str(p, fact->group), CRASH_GROUP))
		fact++;
	if (fact == p->facts.at + p->facts.n)
		return false;
	add_str(&text, profile_str(p, fact->name));
	buf_adds(&text, ": ");
	add_str(&text, profile_str(p, fact->text));
	buf_adds(&text, "  (");
	app_add_key(app, MAP_GENERAL, ACTION_VIEW_INFO, &text);
	buf_adds(&text, " info)");
	app_say(app, STYLE_STATUS, "%s", buf_str(&text));
	buf_release(&text);
	return true;
}

void opened_say(struct app *app, const struct loader *loader)
{
	const struct options *o = app->options;

	if (*loader->note.text)
		app_say(app, STYLE_ERROR, "%s", loader->note.text);
	else if (*o->save || *o->save_dir)
		app_say(app, STYLE_STATUS, "%s", loader->said.text);
	else if (o->binary && !loader->needs_names)
		app_say(app, STYLE_STATUS, "%s is taken for the binary; names "
			"come from the profile alone", o->binary);
	else if (!say_crash(app) && open_count(o) > 1)
		say_merged(app);
	if (*app->keys_err.text)
		app_say(app, STYLE_ERROR, "%s%s%s", app->keys_err.text,
			*loader->note.text ? "; " : "", loader->note.text);
}
