#include "config.h"

#include "tui/report_job.h"

#include <string.h>

#include "model/cancel.h"
#include "model/sides.h"
#include "tui/embedded.h"
#include "tui/graphviz.h"

enum { VIEW_ROWS = 10 };	/* of -top, when no number is given */

/* Whoever cancels is heard with each piece of text, too. */
static int write_page(void *data, const char *s, size_t n)
{
	struct report_job *r = data;

	if (cancel_is_set(&r->job.is_cancelled))
		return -1;
	return page_add(&r->page, s, n) ? 0 : -1;
}

static int write_file(void *data, const char *s, size_t n)
{
	struct report_job *r = data;

	if (cancel_is_set(&r->job.is_cancelled))
		return -1;
	return outfile_write(&r->file, s, n);
}

static void warn(void *data, const char *text)
{
	struct report_job *r = data;

	if (r->n_warnings++)
		buf_adds(&r->warnings, "; ");
	buf_adds(&r->warnings, text);
}

void joined_release(struct joined *joined)
{
	if (joined->is_made)
		profile_release(&joined->profile);
	joined->is_made = false;
}

/* Whether the report is of the profile as it is. */
static bool takes_profile(const struct report_job *r)
{
	return r->profile->n_sides < 2 ||
	       (compare_is_of_both(r->compare) &&
		report_takes_sides(r->command.report, &r->options));
}

const char *report_job_side(const struct report_job *r)
{
	const struct report_kind *kind = r->command.report;

	if (r->profile->n_sides < 2)
		return "";
	if (takes_profile(r) && (kind->side_by_side || kind->print_table))
		return "base and current";
	if (r->compare == COMPARE_BASE)
		return "base";
	return r->compare == COMPARE_CURRENT ? "current" : "difference";
}

/* The profile to print; NULL when it was cancelled. */
static const struct profile *find_profile(struct report_job *r)
{
	struct joined *joined = r->joined;

	if (takes_profile(r))
		return r->profile;
	if (joined->is_made && joined->of == r->profile &&
	    joined->compare == r->compare)
		return &joined->profile;
	joined_release(joined);
	profile_init(&joined->profile, r->profile->mem);
	joined->of = r->profile;
	joined->compare = r->compare;
	joined->is_made = sides_join(&joined->profile, r->profile, r->compare,
				     r->view.is_diff_base,
				     &r->job.is_cancelled);
	if (!joined->is_made)
		profile_release(&joined->profile);
	return joined->is_made ? &joined->profile : NULL;
}

static int print(struct report_job *r, const struct profile *profile,
		 struct err *err)
{
	struct report report = {
		.profile = profile, .view = &r->view, .options = &r->options,
		.out = &r->out, .warn = warn, .data = r,
		.cancel = &r->job.is_cancelled,
		.knows_units = r->knows_units,
	};

	if (r->command.report->format)
		return graphviz_report(r->command.report, &report,
				       &(struct graphviz_sink){
			.write = write_file, .data = r, .instead = "dot >FILE",
		}, err);
	return report_run(r->command.report, &report, err);
}

/* A page that is full is a report that is not finished, and no failure. */
static int print_page(struct report_job *r, const struct profile *profile)
{
	struct buf note = BUF_INIT;
	int result = print(r, profile, &r->job.err);

	page_end(&r->page);
	if (r->page.is_full) {
		buf_addf(&note, "%s the first %zu lines; :%s >FILE writes "
			 "all of them", text_mark(r->page.charset),
			 page_lines(&r->page), buf_str(&r->command.line));
		page_note(&r->page, buf_str(&note));
		buf_release(&note);
		return 0;
	}
	return result;
}

/* A report that fails leaves what was there before. */
static int print_file(struct report_job *r, const struct profile *profile)
{
	struct err *err = &r->job.err;

	if (outfile_open(&r->file, buf_str(&r->command.file), err))
		return -1;
	if (print(r, profile, err) && !r->file.error) {
		outfile_discard(&r->file);
		return -1;
	}
	if (outfile_close(&r->file, err))
		return -1;
	r->job.has_effect = true;
	return 0;
}

static void report_job_run(struct job *job)
{
	struct report_job *r = (struct report_job *)job;
	const struct profile *profile = find_profile(r);

	if (!profile)
		return;
	job->has_failed = r->command.file.n ? print_file(r, profile) :
					      print_page(r, profile);
}

static void report_job_free(struct job *job)
{
	struct report_job *r = (struct report_job *)job;

	page_release(&r->page);
	outfile_discard(&r->file);
	buf_release(&r->out.text);
	buf_release(&r->warnings);
	command_release(&r->command);
	view_release(&r->view);
	mem_free(r->profile->mem, r, sizeof(*r));
}

static int replace_filter(struct filters *filters, const char *name,
			  const struct buf *text, struct err *err)
{
	int kind = filter_find(name);

	if (!text->n)
		return 0;
	if (kind < 0)
		return err_fail(err, "%s: there is no such filter", name);
	filters_remove_kind(filters, (enum filter_kind)kind);
	if (!filters_add(filters, (enum filter_kind)kind, buf_str(text)))
		return err_fail(err, "no more than %d filters", FILTERS_MAX);
	return 0;
}

/* The words of the command, in the place of the filters of the view. */
static int set_filters(struct report_job *r, struct err *err)
{
	const struct command *c = &r->command;
	bool is_tags = !strcmp(c->report->name, "tags");
	struct filters *filters = &r->view.filters;

	return replace_filter(filters, is_tags ? "tagfocus" : "focus",
			      &c->focus, err) ||
	       replace_filter(filters, is_tags ? "tagignore" : "ignore",
			      &c->ignore, err) ? -1 : 0;
}

static void set_form(struct report_options *options, enum command_form form)
{
	if (form == FORM_ASKED)
		return;
	options->csv = form == FORM_CSV;
	options->json = form == FORM_JSON;
}

static void set_options(struct report_job *r, const struct report_ask *ask)
{
	const struct options *o = ask->options;
	const struct command *c = &r->command;
	struct report_options *options = &r->options;

	*options = o->print;
	set_form(options, c->form);
	if (!options->width && !c->file.n)
		options->width = ask->cols;
	options->symbol = buf_str(&c->symbol);
	options->embedded = demo_files;
	options->n_embedded = o->demo ? demo_count : 0;
	options->binary = o->binary;
	options->by_cum = options->by_cum || c->by_cum;
	if (c->node_count != NODE_COUNT_DEFAULT)
		options->node_count = c->node_count;
	if (options->node_count == NODE_COUNT_DEFAULT && c->report->is_short)
		options->node_count = VIEW_ROWS;
	if (!o->trim) {
		options->node_count = 0;
		options->node_fraction = options->edge_fraction = 0;
	}
}

/* Which reports are for people only, and how to get them. */
static int check_form(const struct report_job *r, struct err *err)
{
	const char *form = r->options.csv ? "csv" : "json";
	const char *name = r->command.report->name;

	if ((!r->options.csv && !r->options.json) ||
	    r->command.report->print_table)
		return 0;
	if (r->command.form)
		return err_fail(err, "there is no %s of %s", form, name);
	return err_fail(err, "there is no %s of %s; %s=false prints text",
			form, name, form);
}

static void set_view(struct report_job *r, const struct view *view)
{
	view_copy(&r->view, view);
	r->compare = view->compare;
	r->view.compare = COMPARE_CURRENT;
	r->view.is_diff_base = view->is_diff_base &&
			       compare_is_of_both(view->compare);
}

/* Names are always made printable on a page; in a file, when asked for. */
static void set_out(struct report_job *r, const struct report_ask *ask)
{
	bool is_file = ask->command->file.n;

	r->out = (struct report_out){
		.write = is_file ? write_file : write_page, .data = r,
		.escapes = !is_file ||
			   !strcmp(ask->options->escape, "always"),
		.charset = ask->charset,
		.marks_names = !is_file,
	};
	page_init(&r->page, ask->profile->mem, ask->charset);
	r->page.takes_marks = true;
	r->file.fd = -1;
}

struct report_job *report_job_new(const struct report_ask *ask, int slot,
				  int owner, struct err *err)
{
	static const struct job_ops ops = { report_job_run, report_job_free };
	const struct command *command = ask->command;
	struct report_job *r;

	if (command->report->is_binary && !command->file.n) {
		err_set(err, "%s is no text; %s >FILE writes it",
			command->report->name, buf_str(&command->line));
		return NULL;
	}
	r = mem_alloc(ask->profile->mem, sizeof(*r));
	r->job.ops = &ops;
	r->job.slot = slot;
	r->job.owner = owner;
	r->profile = ask->profile;
	r->joined = ask->joined;
	r->knows_units = ask->knows_units;
	command_copy(&r->command, command);
	set_view(r, ask->view);
	set_options(r, ask);
	set_out(r, ask);
	if (!check_form(r, err) && !set_filters(r, err))
		return r;
	job_free(&r->job);
	return NULL;
}
