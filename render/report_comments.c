#include "config.h"

#include "render/report.h"

/* All comments of the profile, those that start with # too. */

int report_comments(const struct report *report, struct err *err)
{
	const struct profile *p = report->profile;

	for (size_t i = 0; i < p->comments.n; i++) {
		report_name(report->out, profile_str(p, p->comments.at[i]));
		buf_addc(&report->out->text, '\n');
	}
	return report_flush(report->out, err);
}
