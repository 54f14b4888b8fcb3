#include "config.h"

#include "tui/view_report.h"

#include <stdio.h>
#include <string.h>

#include "tui/act.h"
#include "tui/app.h"
#include "tui/page.h"
#include "tui/pager.h"
#include "tui/report_job.h"
#include "tui/report_line.h"
#include "tui/shell.h"

/*
 * A report as text to scroll through and search.  It follows the view like
 * any other panel: when that changes, the same command is asked again.  A
 * report comes up when it is made, over what is looked at by then.
 */

struct view_report {
	struct page page;
	struct pager pager;
	struct command command;		/* what the page is of */
	struct buf about;		/* its metric, side and filters */
	struct command asked;		/* what is being made */
	struct command waiting[2];	/* a slot each: for a new profile */
	struct buf said;		/* of what waits, last */
	unsigned asked_at;		/* app->n_changes by then */
	bool is_again;			/* of what is shown already */
	struct joined joined;
	const struct profile *told;	/* whose units of labels were told of */
};

static struct view_report *state_of(struct app *app)
{
	return app->panels[PANEL_REPORT];
}

static void *view_report_new(struct app *app)
{
	return mem_alloc(app->limits.mem, sizeof(struct view_report));
}

static void view_report_free(struct app *app, void *state)
{
	struct view_report *v = state;

	page_release(&v->page);
	command_release(&v->command);
	command_release(&v->asked);
	for (size_t i = 0; i < ARRAY_SIZE(v->waiting); i++)
		command_release(&v->waiting[i]);
	buf_release(&v->about);
	buf_release(&v->said);
	joined_release(&v->joined);
	mem_free(app->limits.mem, v, sizeof(*v));
}

static void view_report_leave(struct app *app, void *state)
{
	struct view_report *v = state;

	if (v->joined.of != app->profile)
		joined_release(&v->joined);
	if (v->told != app->profile)
		v->told = NULL;
}

static int slot_of(const struct command *command)
{
	return command->file.n ? SLOT_WRITE : SLOT_REPORT;
}

/* NULL, with the reason said, when the report cannot be. */
static struct report_job *make_job(struct app *app, struct view_report *v,
				   const struct command *command)
{
	struct report_ask ask = {
		.profile = app->profile, .joined = &v->joined,
		.view = &app->view, .options = app->options,
		.command = command, .charset = app->charset,
		.cols = app->cols, .knows_units = v->told == app->profile,
	};
	struct err err;
	struct report_job *job = report_job_new(&ask, slot_of(command),
						PANEL_REPORT, &err);

	if (!job)
		app_say(app, STYLE_ERROR, "%s", err.text);
	return job;
}

static bool ask(struct app *app, struct view_report *v,
		const struct command *command, bool is_again)
{
	struct report_job *job = make_job(app, v, command);

	if (!job)
		return false;
	if (job->job.slot == SLOT_REPORT) {
		command_release(&v->asked);
		command_copy(&v->asked, command);
		v->is_again = is_again;
	}
	worker_submit(&app->printer, &job->job);
	return true;
}

bool view_report_is_writing(struct app *app)
{
	const struct view_report *v = state_of(app);
	char key[32];

	if (!worker_is_busy(&app->printer, SLOT_WRITE) &&
	    !v->waiting[SLOT_WRITE].kind)
		return false;
	keymap_key_of(&app->keymap, app_panel(app_focus(app))->map,
		      ACTION_BACK, key, sizeof(key));
	app_say(app, STYLE_ERROR, "a file is being written; %s gives it up",
		*key ? key : "back");
	return true;
}

/* "top5 waits for the profile that is being read; Esc gives both up" */
static void say_waiting(struct app *app, struct view_report *v,
			const struct command *command,
			const struct command *before)
{
	const char *line = buf_str(&command->line);
	const char *other = before->kind ? buf_str(&before->line) : line;

	buf_clear(&v->said);
	buf_addf(&v->said, "%.200s waits for the profile that is being read; ",
		 line);
	app_add_key(app, app_panel(app_focus(app))->map, ACTION_BACK,
		    &v->said);
	buf_adds(&v->said, " gives both up");
	if (strcmp(line, other))
		buf_addf(&v->said, "; nothing comes of %.200s", other);
	app_say(app, STYLE_STATUS, "%s", buf_str(&v->said));
}

/* What no longer waits is not said to. */
static void unsay_waiting(struct app *app, struct view_report *v)
{
	if (v->said.n && !strcmp(buf_str(&v->said), buf_str(&app->message)))
		buf_clear(&app->message);
	buf_clear(&v->said);
}

/* What could be asked now can be when the profile is there. */
static bool wait_for_profile(struct app *app, struct view_report *v,
			     const struct command *command)
{
	struct report_job *job = make_job(app, v, command);
	int slot = slot_of(command);

	if (!job)
		return false;
	job_free(&job->job);
	say_waiting(app, v, command, &v->waiting[slot]);
	command_release(&v->waiting[slot]);
	command_copy(&v->waiting[slot], command);
	return true;
}

/* Asks, or has it wait for the profile; returns whether there will be one. */
static bool ask_in_time(struct app *app, const struct command *command)
{
	struct view_report *v = state_of(app);
	int slot = slot_of(command);

	if (slot == SLOT_WRITE && view_report_is_writing(app))
		return false;
	if (reload_is_under_way(app))
		return wait_for_profile(app, v, command);
	if (slot == SLOT_REPORT)
		v->asked_at = app->n_changes;
	return ask(app, v, command, false);
}

/* What output= names is for the next report that can be, and no other. */
void view_report_ask(struct app *app, const struct command *command)
{
	const char **output = &app->options->output;
	struct command to_file;

	if (command->file.n || !**output) {
		ask_in_time(app, command);
		return;
	}
	command_copy(&to_file, command);
	buf_adds(&to_file.file, *output);
	if (ask_in_time(app, &to_file))
		*output = "";
	command_release(&to_file);
}

bool view_report_waits(struct app *app)
{
	const struct view_report *v = state_of(app);

	return v->waiting[SLOT_REPORT].kind || v->waiting[SLOT_WRITE].kind;
}

void view_report_go_on(struct app *app, bool has_come)
{
	struct view_report *v = state_of(app);

	unsay_waiting(app, v);
	for (size_t i = 0; i < ARRAY_SIZE(v->waiting); i++) {
		struct command command = v->waiting[i];

		v->waiting[i] = (struct command){ .kind = COMMAND_NOTHING };
		if (has_come && command.kind)
			ask_in_time(app, &command);
		command_release(&command);
	}
}

/* What is under way is asked again; what was cancelled meanwhile is not. */
static void view_report_update(struct app *app, void *state)
{
	struct view_report *v = state;
	struct command command;

	if (v->asked_at == app->n_changes)
		return;
	v->asked_at = app->n_changes;
	if (worker_is_busy(&app->printer, SLOT_REPORT)) {
		command_copy(&command, &v->asked);
		ask(app, v, &command, v->is_again);
	} else {
		command_copy(&command, &v->command);
		if (command.kind == COMMAND_REPORT)
			ask(app, v, &command, true);
		else
			shell_show(app, &command);
	}
	command_release(&command);
}

/* "alloc_space  difference  focus=a  ignore=b" */
static void set_about(struct view_report *v, const struct report_job *r)
{
	const struct profile *p = r->profile;
	const struct view *view = &r->view;
	struct str type = profile_str(p, p->types.at[view->type].type);
	const char *side = report_job_side(r);

	buf_clear(&v->about);
	buf_adds(&v->about, view->is_mean ? "mean_" : "");
	buf_add(&v->about, type.s, type.n);
	if (*side)
		buf_addf(&v->about, "  %s", side);
	for (size_t i = 0; i < view->filters.n; i++)
		buf_addf(&v->about, "  %s=%s",
			 filter_name(view->filters.at[i].kind),
			 view->filters.at[i].text);
}

/* What is made again because the view changed is looked at where it was. */
static void take_page(struct view_report *v, struct page *page,
		      const struct command *command, bool is_again)
{
	page_release(&v->page);
	v->page = *page;
	*page = (struct page){ 0 };
	command_release(&v->command);
	command_copy(&v->command, command);
	if (is_again)
		pager_resize(&v->pager, page_lines(&v->page));
	else
		pager_reset(&v->pager, page_lines(&v->page));
}

void view_report_text(struct app *app, const struct command *command,
		      const struct buf *text)
{
	struct view_report *v = state_of(app);
	struct page page;

	worker_drop(&app->printer, SLOT_REPORT);
	page_init(&page, app->limits.mem, app->charset);
	page_add(&page, buf_str(text), text->n);
	page_end(&page);
	take_page(v, &page, command, v->page.mem &&
		  !strcmp(buf_str(&v->command.line), buf_str(&command->line)));
	buf_clear(&v->about);
	v->asked_at = app->n_changes;
	act_show(app, PANEL_REPORT);
}

static void say_written(struct app *app, const struct report_job *r)
{
	const struct outfile *file = &r->file;

	char lines[32] = "";

	if (!r->command.report->is_binary)
		snprintf(lines, sizeof(lines), ", %llu lines",
			 (unsigned long long)file->n_lines);
	app_say(app, STYLE_STATUS, "%s %.400s: %llu bytes%s%s%.400s",
		file->replaces ? "replaced" : "wrote", buf_str(&file->path),
		(unsigned long long)file->n_bytes, lines,
		r->n_warnings ? "; " : "", buf_str(&r->warnings));
}

static void show_report(struct app *app, struct view_report *v,
			struct report_job *r)
{
	if (r->n_warnings)
		app_say(app, STYLE_ERROR, "%.800s", buf_str(&r->warnings));
	else if (!page_lines(&r->page))
		app_say(app, STYLE_STATUS, "%s: nothing to print",
			r->command.report->name);
	set_about(v, r);
	take_page(v, &r->page, &r->command, v->is_again);
	if (!v->is_again && page_lines(&v->page))
		act_show(app, PANEL_REPORT);
}

static void view_report_done(struct app *app, void *state, struct job *job)
{
	struct view_report *v = state;
	struct report_job *r = (struct report_job *)job;

	if (!job->has_failed)
		v->told = r->profile;
	if (job->has_failed)
		app_say(app, STYLE_ERROR, "%s", job->err.text);
	else if (r->command.file.n)
		say_written(app, r);
	else
		show_report(app, v, r);
	job_free(job);
}

static bool view_report_act(struct app *app, void *state, enum action action)
{
	struct view_report *v = state;

	return pager_act(&v->pager, action,
			 report_line_most(&v->page, app->cols));
}

static void paint_header(const struct view_report *v,
			 const struct canvas *canvas)
{
	struct span all = canvas_rest(canvas, 0, 0);
	struct buf text = BUF_INIT;

	buf_addf(&text, " :%s  %s", buf_str(&v->command.line),
		 buf_str(&v->about));
	canvas_fill(canvas, all, STYLE_HEADER, ' ');
	canvas_escape(canvas, all, STYLE_HEADER, text.s, text.n);
	buf_release(&text);
}

static void view_report_paint(struct app *app, void *state,
			      const struct canvas *canvas, bool has_focus)
{
	struct view_report *v = state;

	(void)has_focus;
	pager_show(&v->pager, canvas->rows - 1);
	paint_header(v, canvas);
	for (int y = 0; y < v->pager.height; y++) {
		size_t i = v->pager.top + (size_t)y;
		struct canvas row = canvas_part(canvas, y + 1, 0, 1,
						canvas->cols);

		if (i < v->pager.n)
			report_line_paint(&v->page, i, v->pager.scroll,
					  &app->search, &row);
	}
}

static void view_report_status(struct app *app, void *state, struct buf *out)
{
	(void)app;
	pager_status(&((struct view_report *)state)->pager, out);
}

static struct panel_lines view_report_lines(struct app *app, void *state)
{
	const struct view_report *v = state;

	(void)app;
	return (struct panel_lines){ v->pager.n, v->pager.hit };
}

static void view_report_line(struct app *app, void *state, size_t i,
			     struct buf *out)
{
	struct str line = page_line(&((struct view_report *)state)->page, i);

	(void)app;
	if (line.n)
		buf_add(out, line.s, line.n);
}

/* What was found in the line is seen, too. */
static void view_report_seek(struct app *app, void *state, size_t i)
{
	struct view_report *v = state;
	struct str line = page_line(&v->page, i);
	size_t from, to;

	pager_seek(&v->pager, i);
	if (line.n && search_find(&app->search, line.s, line.n, &from, &to))
		report_line_reveal(&v->page, i, from, to, app->cols,
				   &v->pager.scroll);
}

const struct panel_ops panel_report_ops = {
	.name = "report",
	.map = MAP_REPORT,
	.footer = {
		{ ACTION_QUIT_VIEW, "leave it" },
		{ ACTION_PAGE_DOWN, "more" },
		{ ACTION_SEARCH, "search" },
		{ ACTION_COMMAND, "command" },
		{ ACTION_NEXT_METRIC, "metric" },
		{ ACTION_FOCUS, "focus" },
		{ ACTION_HELP, "help" },
	},
	.new = view_report_new,
	.free = view_report_free,
	.update = view_report_update,
	.done = view_report_done,
	.leave = view_report_leave,
	.act = view_report_act,
	.status = view_report_status,
	.paint = view_report_paint,
	.lines = view_report_lines,
	.line = view_report_line,
	.seek = view_report_seek,
};
