#include "config.h"

#include "tui/batch.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tui/embedded.h"
#include "tui/open.h"
#include "tui/stream.h"

static enum text_charset charset(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") ? TEXT_ASCII : TEXT_UTF8;
}

static void print_line(const char *prefix, const char *text)
{
	struct buf line = BUF_INIT;

	buf_adds(&line, prefix);
	text_escape(&line, text, strlen(text), charset());
	buf_addc(&line, '\n');
	fputs(buf_str(&line), stderr);
	buf_release(&line);
}

void batch_complain(const char *text)
{
	print_line("pprowl: ", text);
}

static void warn(void *data, const char *text)
{
	(void)data;
	print_line("", text);
}

static int find_escapes(const struct options *o, bool *escapes,
			struct err *err)
{
	if (!strcmp(o->escape, "auto"))
		*escapes = isatty(STDOUT_FILENO);
	else if (!strcmp(o->escape, "always"))
		*escapes = true;
	else if (!strcmp(o->escape, "never"))
		*escapes = false;
	else
		return err_fail(err, "-escape=%.80s: must be auto, always or "
				"never", o->escape);
	return 0;
}

static const struct report_kind *kind_of(const struct options *o)
{
	return o->report ? o->report : report_find("top");
}

/* The reason of the report, if it has one, is what is said. */
static int end_output(struct report_out *out, int result, struct err *err)
{
	int error = stream_close(out->data);

	buf_release(&out->text);
	if (error && (!result || out->has_failed))
		return err_fail(err, "standard output: %s", strerror(error));
	return result;
}

static int print_report(const struct profile *profile,
			const struct options *o, struct err *err)
{
	struct report_options options = o->print;
	struct report_out out = {
		.write = stream_write,
		.charset = charset(),
	};
	struct view view;
	struct report report = {
		profile, &view, &options, &out, .warn = warn
	};
	int result;

	if (find_escapes(o, &out.escapes, err) ||
	    open_view(&view, profile, o, err))
		return -1;
	options.embedded = demo_files;
	options.n_embedded = o->demo ? demo_count : 0;
	if (!o->trim) {
		options.node_count = 0;
		options.node_fraction = options.edge_fraction = 0;
	}
	out.data = stream_new(STDOUT_FILENO);
	result = end_output(&out, report_run(kind_of(o), &report, err), err);
	view_release(&view);
	return result;
}

int batch_run(const struct options *o, const struct input_limits *limits,
	      struct err *err)
{
	struct gather gather = {
		.limits = *limits, .warn = warn,
		.two_sides = report_takes_sides(kind_of(o), &o->print),
	};
	struct profile profile;
	int result;

	if (open_profile(&profile, o, &gather, err))
		return -1;
	result = print_report(&profile, o, err);
	profile_release(&profile);
	return result;
}
