#include "config.h"

#include "tui/graphviz.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "model/buf.h"
#include "model/program.h"

enum { COMPLAINT_MAX = 4 << 10 };	/* bytes told of what it complains */

/* The text as it is made. */
struct text {
	FILE *file;
	int error;			/* why a write failed, an errno */
};

static int write_text(void *data, const char *s, size_t n)
{
	struct text *text = data;

	if (text->error || fwrite(s, 1, n, text->file) == n)
		return text->error ? -1 : 0;
	text->error = errno ? errno : EIO;
	return -1;
}

/* What is drawn, and for whom. */
struct drawing {
	const char *format;
	const struct report *report;	/* is warned, or cancels */
	struct graphviz_sink *sink;
	struct buf complaint;		/* a line or more, not told yet */
	size_t n_told;
};

/* Tells whole lines; at the end the rest, too. */
static void tell(struct drawing *drawing, bool is_end)
{
	const struct report *report = drawing->report;
	const char *line = buf_str(&drawing->complaint), *end;
	struct buf text = BUF_INIT;

	while ((end = strchr(line, '\n')) || (is_end && *line)) {
		size_t n = end ? (size_t)(end - line) : strlen(line);

		buf_clear(&text);
		buf_adds(&text, "dot: ");
		buf_add(&text, line, n);
		if (drawing->n_told < COMPLAINT_MAX)
			report->warn(report->data, buf_str(&text));
		drawing->n_told += n + 1;
		line += n + (end != NULL);
	}
	buf_clear(&text);
	buf_adds(&text, line);
	buf_copy(&drawing->complaint, &text);
	buf_release(&text);
}

static int put_picture(void *data, const char *s, size_t n, struct err *err)
{
	struct graphviz_sink *sink = ((struct drawing *)data)->sink;

	sink->has_failed = sink->write(sink->data, s, n) != 0;
	return sink->has_failed ? err_fail(err, "could not be written") : 0;
}

/* A NUL ends what is told of a piece. */
static int put_complaint(void *data, const char *s, size_t n, struct err *err)
{
	struct drawing *drawing = data;

	(void)err;
	if (drawing->n_told >= COMPLAINT_MAX)
		return 0;
	buf_add(&drawing->complaint, s, strnlen(s, n));
	if (drawing->complaint.n > COMPLAINT_MAX)
		buf_addc(&drawing->complaint, '\n');
	tell(drawing, false);
	return 0;
}

static int fail_missing(const struct drawing *drawing, struct err *err)
{
	return err_fail(err, "%s is drawn by Graphviz, whose program \"dot\" "
			"is not in PATH; install graphviz, or write the graph "
			"with %s and draw it where there is one",
			drawing->format, drawing->sink->instead);
}

static int run_dot(struct drawing *drawing, const char *path, FILE *text,
		   struct err *err)
{
	char type[16];

	snprintf(type, sizeof(type), "-T%s", drawing->format);
	return program_feed(&(struct program){
		.args = { path, type }, .name = "dot",
		.cancel = drawing->report->cancel,
	}, &(struct program_ends){
		.in = fileno(text), .put = put_picture,
		.complain = put_complaint, .data = drawing,
	}, err);
}

static int draw(struct drawing *drawing, FILE *text, struct err *err)
{
	struct buf path = BUF_INIT;
	int result;

	if (program_find(&path, "dot")) {
		rewind(text);
		result = run_dot(drawing, buf_str(&path), text, err);
	} else {
		result = fail_missing(drawing, err);
	}
	tell(drawing, true);
	if (drawing->sink->has_failed)
		err_set(err, "the picture could not be written");
	buf_release(&drawing->complaint);
	buf_release(&path);
	return result;
}

/* A report that could not be written down is not to blame for it. */
static int make_text(const struct report_kind *kind,
		     const struct report *report, struct text *text,
		     struct err *err)
{
	struct report_out *out = report->out;
	int result;

	out->write = write_text;
	out->data = text;
	out->escapes = true;
	out->charset = TEXT_UTF8;
	result = report_run(kind, report, err);
	if (fflush(text->file) && !text->error)
		text->error = errno;
	if (text->error)
		return err_fail(err, "a temporary file: %s",
				strerror(text->error));
	return result;
}

int graphviz_report(const struct report_kind *kind,
		    const struct report *report, struct graphviz_sink *sink,
		    struct err *err)
{
	struct text text = { .file = tmpfile() };
	int result;

	if (!text.file)
		return err_fail(err, "a temporary file: %s", strerror(errno));
	fcntl(fileno(text.file), F_SETFD, FD_CLOEXEC);
	result = make_text(kind, report, &text, err);
	if (!result)
		result = draw(&(struct drawing){
			.format = kind->format, .report = report, .sink = sink,
		}, text.file, err);
	fclose(text.file);
	return result;
}
