#include "config.h"

#include "tui/source_names.h"

#include <string.h>

#include "model/url.h"
#include "tui/app.h"
#include "tui/open.h"

/* "localhost:6060 heap": of Go's endpoints what tells them apart. */
static void add_url(const struct app *app, const struct url *url, int columns,
		    struct buf *out)
{
	static const char go[] = "/debug/pprof/";
	const char *path = buf_str(&url->path);
	struct buf text = BUF_INIT;

	buf_adds(&text, buf_str(&url->host));
	if (!strncmp(path, go, sizeof(go) - 1) && path[sizeof(go) - 1])
		buf_addf(&text, " %s", path + sizeof(go) - 1);
	else
		buf_adds(&text, path);
	text_elide_path(out, text.s, text.n, columns, app->charset);
	buf_release(&text);
}

/*
 * What is shown of a path: its last parts, without what every profile ends in.
 * "dir/heap" of /tmp/dir/heap.pb.gz; name is where "heap" is.
 */
struct tail {
	const char *path, *at, *name, *end;
};

static struct tail tail_of(const char *path)
{
	static const char *const endings[] = { ".gz", ".pb", ".pprof" };
	const char *slash = strrchr(path, '/');
	const char *name = slash && slash[1] ? slash + 1 : path;
	size_t n = strlen(name), end;

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
		end = strlen(endings[i]);
		if (n > end && !memcmp(name + n - end, endings[i], end))
			n -= end;
	}
	return (struct tail){ path, name, name, name + n };
}

/* Makes it one folder longer, if there is one. */
static void tail_grow(struct tail *tail)
{
	while (tail->at > tail->path && tail->at[-1] == '/')
		tail->at--;
	while (tail->at > tail->path && tail->at[-1] != '/')
		tail->at--;
}

static bool tail_is_same(const struct tail *a, const struct tail *b)
{
	size_t n = (size_t)(a->end - a->at);

	return n == (size_t)(b->end - b->at) && !memcmp(a->at, b->at, n);
}

/*
 * Takes as many folders as tell two files of one name apart.  Where none does,
 * it is how they end, or they are the same file.
 */
static void tell_apart(struct tail *a, struct tail *b)
{
	struct tail x = *a, y = *b;

	while (tail_is_same(&x, &y) && (x.at > x.path || y.at > y.path)) {
		tail_grow(&x);
		tail_grow(&y);
	}
	if (!tail_is_same(&x, &y)) {
		*a = x;
		*b = y;
	} else if (strcmp(a->path, b->path)) {
		a->end += strlen(a->end);
		b->end += strlen(b->end);
	}
}

/* The first folder tells them apart: "prof…monday/…/heap". */
static void add_cut(const struct app *app, const struct tail *tail,
		    int columns, struct buf *out)
{
	const char *slash = strchr(tail->at, '/');
	struct buf rest = BUF_INIT;

	buf_addc(&rest, '/');
	if (slash + 1 < tail->name)
		buf_addf(&rest, "%s/", text_mark(app->charset));
	text_elide_path(&rest, tail->name, (size_t)(tail->end - tail->name),
			columns / 2, app->charset);
	text_elide_name(out, tail->at, (size_t)(slash - tail->at),
			columns - (int)text_width(rest.s, rest.n),
			app->charset);
	buf_add(out, rest.s, rest.n);
	buf_release(&rest);
}

/* In so many columns: what the numbers are must not be pushed off the row. */
static void add_tail(const struct app *app, const struct tail *tail,
		     int columns, struct buf *out)
{
	size_t n = (size_t)(tail->end - tail->at);
	struct buf whole = BUF_INIT;

	text_escape(&whole, tail->at, n, app->charset);
	if (tail->at < tail->name && *tail->at != '/' &&
	    text_width(buf_str(&whole), whole.n) > (size_t)columns)
		add_cut(app, tail, columns, out);
	else
		text_elide_path(out, tail->at, n, columns, app->charset);
	buf_release(&whole);
}

static void add_name(const struct app *app, const struct tail *tail,
		     int columns, struct buf *out)
{
	struct url url;
	struct err err;

	if (url_parse(&url, tail->path, 0, &err) != URL_GOOD) {
		add_tail(app, tail, columns, out);
		return;
	}
	add_url(app, &url, columns, out);
	url_release(&url);
}

void source_names_add(const struct app *app, struct buf *out)
{
	const struct options *o = &app->reload.with;
	const char *base = open_base(o);
	int columns = app->cols / (base ? 5 : 3);
	struct tail current = tail_of(open_current(o)), other;
	size_t n = open_count(o);

	if (base) {
		other = tail_of(base);
		tell_apart(&other, &current);
		add_name(app, &other, columns, out);
		buf_adds(out, " | ");
	}
	add_name(app, &current, columns, out);
	if (n < o->n_sources)
		buf_addf(out, ", %zu of %zu sources", n, o->n_sources);
	else if (n > 1)
		buf_addf(out, " +%zu merged", n - 1);
}
