#include "config.h"

#include "tui/script.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/app.h"
#include "tui/app_paint.h"

struct script {
	struct app app;
	struct grid grid;
	size_t line;			/* of the file, from 1 */
};

static int parse_size(const char *text, int *rows, int *cols, struct err *err)
{
	char *end;
	long c = strtol(text, &end, 10), r = 0;

	if (*end == 'x')
		r = strtol(end + 1, &end, 10);
	if (*end || c < 1 || c > GRID_COLS_MAX || r < 1 || r > GRID_ROWS_MAX)
		return err_fail(err, "size %.40s: must be COLSxROWS, such as "
				"80x24", text);
	*rows = (int)r;
	*cols = (int)c;
	return 0;
}

static void dump(struct script *s, bool with_style)
{
	struct buf out = BUF_INIT;

	app_settle(&s->app);
	app_paint(&s->app, &s->grid);
	grid_dump(&out, &s->grid);
	if (with_style)
		grid_dump_style(&out, &s->grid);
	fwrite(out.s, 1, out.n, stdout);
	fflush(stdout);
	buf_release(&out);
}

static int set_size(struct script *s, const char *text, struct err *err)
{
	int rows, cols;

	if (parse_size(text, &rows, &cols, err))
		return -1;
	grid_resize(&s->grid, rows, cols);
	app_resize(&s->app, rows, cols);
	return 0;
}

static int run_command(struct script *s, const char *line, struct err *err)
{
	if (!strcmp(line, "dump"))
		dump(s, false);
	else if (!strcmp(line, "dump style"))
		dump(s, true);
	else if (!strncmp(line, "size ", 5))
		return set_size(s, line + 5, err);
	else
		app_command(&s->app, line);
	return 0;
}

/*
 * Each key finds the screen as it was painted last, as a person would: views
 * learn their height from painting.
 */
static void press(struct script *s, struct key key)
{
	app_settle(&s->app);
	app_paint(&s->app, &s->grid);
	app_key(&s->app, key);
}

static void type_text(struct script *s, const char *text)
{
	uint32_t c;
	size_t n = strlen(text), used;

	while (n) {
		used = key_decode(text, n, &c);
		if (!used)
			return;
		press(s, key_of_char(c));
		text += used;
		n -= used;
	}
}

static int press_keys(struct script *s, char *line, struct err *err)
{
	char *rest, *word = strtok_r(line, " \t", &rest);
	struct key key;

	for (; word; word = strtok_r(NULL, " \t", &rest)) {
		if (!key_parse(word, strlen(word), &key))
			return err_fail(err, "%.40s: no such key", word);
		press(s, key);
	}
	return 0;
}

static int run_line(struct script *s, char *line, struct err *err)
{
	line[strcspn(line, "\r\n")] = '\0';
	switch (*line) {
	case ':':
		return run_command(s, line + 1, err);
	case '"':
		type_text(s, line + 1);
		return 0;
	case '#':
		return 0;
	}
	return press_keys(s, line, err);
}

static int run_lines(struct script *s, FILE *file, struct err *err)
{
	char *line = NULL;
	size_t cap = 0;
	int result = 0;

	while (!result && !s->app.is_leaving &&
	       getline(&line, &cap, file) > 0) {
		s->line++;
		result = run_line(s, line, err);
		app_settle(&s->app);
	}
	free(line);
	if (result)
		err_prefix(err, "script line %zu", s->line);
	else if (ferror(file))
		result = err_fail(err, "the script: %s", strerror(errno));
	return result;
}

static int run_file(struct script *s, const char *path, struct err *err)
{
	FILE *file = strcmp(path, "-") ? fopen(path, "re") : stdin;
	int result;

	if (!file)
		return err_fail(err, "%s: %s", path, strerror(errno));
	result = run_lines(s, file, err);
	if (file != stdin)
		fclose(file);
	return result;
}

int script_run(struct options *o, const struct input_limits *limits,
	       enum text_charset charset, struct err *err)
{
	struct script s = { .line = 0 };
	int rows, cols, result;

	if (parse_size(o->size, &rows, &cols, err) ||
	    app_init(&s.app, o, limits, charset, err))
		return -1;
	grid_init(&s.grid, rows, cols, charset);
	app_settle(&s.app);
	if (s.app.has_failed) {
		*err = s.app.load_err;
		result = -1;
	} else {
		app_resize(&s.app, rows, cols);
		result = run_file(&s, o->script, err);
	}
	grid_release(&s.grid);
	app_release(&s.app);
	return result;
}
