#include "config.h"

#include "tui/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "render/grid.h"
#include "tui/embedded.h"
#include "tui/graphviz.h"
#include "tui/open.h"
#include "tui/output.h"
#include "tui/sgr.h"
#include "tui/stream.h"
#include "tui/terminfo.h"

static void print_line(const char *prefix, const char *text)
{
	struct buf line = BUF_INIT;

	buf_adds(&line, prefix);
	text_escape(&line, text, strlen(text), term_charset());
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

/* -escape: what is no such word has been refused. */
static bool find_escapes(const struct options *o, int fd)
{
	return !strcmp(o->escape, "always") ||
	       (!strcmp(o->escape, "auto") && isatty(fd));
}

/* Of the terminal, 0 where there is none. */
static int columns_of(int fd)
{
	struct winsize size;

	if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) || !size.ws_col)
		return 0;
	if (size.ws_col < REPORT_WIDTH_MIN)
		return REPORT_WIDTH_MIN;
	return size.ws_col < GRID_COLS_MAX ? size.ws_col : GRID_COLS_MAX;
}

/* What a report is to know of where it goes. */
static void find_looks(struct report_out *out, struct report_options *print,
		       const struct options *o, int fd)
{
	enum theme_color color = THEME_AUTO;

	theme_color_parse(o->color, &color);
	out->escapes = find_escapes(o, fd);
	out->style = sgr_choose(color, isatty(fd), getenv("TERM"),
				getenv("COLORTERM"), getenv("NO_COLOR"));
	if (!print->width)
		print->width = columns_of(fd);
}

static const struct report_kind *kind_of(const struct options *o)
{
	return o->report ? o->report : report_find("top");
}

/* The reason of the report, if it has one, is what is said. */
static int end_output(struct stream *stream, const struct report_out *out,
		      const char *name, int result, struct err *err)
{
	int error = stream_close(stream);

	if (error && (!result || out->has_failed))
		return err_fail(err, "%.400s: %s", name, strerror(error));
	return result;
}

static int draw_report(const struct report *report,
		       const struct report_kind *kind, struct stream *stream,
		       struct err *err)
{
	struct graphviz_sink sink = {
		.write = stream_write, .data = stream, .instead = "-dot",
	};
	int result = graphviz_report(kind, report, &sink, err);

	report->out->has_failed = sink.has_failed;
	return result;
}

/* Writes one report to where the options say, all of it or nothing. */
static int write_report(const struct report *report,
			struct report_options *print, const struct options *o,
			struct err *err)
{
	struct report_out *out = report->out;
	const struct report_kind *kind = kind_of(o);
	struct stream *stream;
	struct output output;
	struct buf note = BUF_INIT;
	int result;

	if (output_open(&output, o->output, kind->extension, err))
		return -1;
	stream = stream_new(output.fd);
	find_looks(out, print, o, output.fd);
	out->data = stream;
	result = kind->format ? draw_report(report, kind, stream, err) :
				report_run(kind, report, err);
	result = end_output(stream, out, output.name, result, err);
	buf_release(&out->text);
	buf_addf(&note, "Generating report in %s", output.name);
	if (!result && (*o->output || output_is_elsewhere(&output)))
		warn(NULL, buf_str(&note));
	buf_release(&note);
	if (output_close(&output, !result, err))
		return -1;
	return result;
}

static int print_report(const struct profile *profile,
			const struct options *o, struct err *err)
{
	struct report_options options = o->print;
	struct report_out out = {
		.write = stream_write,
		.charset = term_charset(),
	};
	struct view view;
	struct report report = {
		profile, &view, &options, &out, .warn = warn
	};
	int result;

	if (open_view(&view, profile, o, err))
		return -1;
	options.embedded = demo_files;
	options.binary = o->binary;
	options.n_embedded = o->demo ? demo_count : 0;
	if (!o->trim) {
		options.node_count = 0;
		options.node_fraction = options.edge_fraction = 0;
	}
	result = write_report(&report, &options, o, err);
	view_release(&view);
	return result;
}

int batch_run(const struct options *o, const struct input_limits *limits,
	      struct err *err)
{
	struct gather gather = {
		.limits = *limits, .warn = warn, .say = warn,
		.two_sides = report_takes_sides(kind_of(o), &o->print),
	};
	struct profile profile;
	int result;

	if (open_profile(&profile, o, &gather, NULL, NULL, err))
		return -1;
	result = print_report(&profile, o, err);
	profile_release(&profile);
	return result;
}
