#include "config.h"

#include "render/report_graph.h"

static int print_top(const struct report *report, const struct top *top,
		     const struct columns *c, struct err *err)
{
	struct report_out *out = report->out;
	struct buf numbers = BUF_INIT;
	int64_t running = 0;

	(void)err;
	report_header(report, top, c);
	columns_print_titles(&out->text);
	for (size_t i = 0; i < top->order.n && report_step(out); i++) {
		struct column_row row = column_row(top, i, &running);

		buf_clear(&numbers);
		columns_print_row(c, &row, &numbers);
		report_name(out, (struct str){ numbers.s, numbers.n });
		report_marked(out, row.name);
		buf_adds(&out->text, column_inline_mark(row.mark));
		buf_addc(&out->text, '\n');
	}
	buf_release(&numbers);
	return 0;
}

int report_top(const struct report *report, struct err *err)
{
	return report_graph(report, false, print_top, err);
}
