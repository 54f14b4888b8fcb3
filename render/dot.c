#include "config.h"

#include "render/dot.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "model/mem.h"
#include "render/shorten.h"

void dot_escape(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if (c == '\n')
			buf_adds(out, "\\l");
		else if (c == '"' || c == '\\')
			buf_add(out, (char[]){ '\\', c }, 2);
		else
			buf_addc(out, c);
	}
}

void dot_quote(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '"') {
			buf_adds(out, "\\\"");
		} else if (text.s[i] != '\\') {
			buf_addc(out, text.s[i]);
		} else if (i + 1 < text.n) {
			buf_add(out, text.s + i, 2);
			i++;
		} else {
			buf_adds(out, "\\\\");
		}
	}
}

void dot_print_text(const struct report *report, const char *name,
		    struct buf *text)
{
	struct buf quoted = BUF_INIT;

	dot_quote(&quoted, (struct str){ buf_str(text), text->n });
	buf_adds(&report->out->text, name);
	buf_addc(&report->out->text, '"');
	report_name(report->out, (struct str){ buf_str(&quoted), quoted.n });
	buf_addc(&report->out->text, '"');
	buf_release(&quoted);
	buf_clear(text);
}

/* How Go prints the type parameters that it leaves out stays in one piece. */
static void break_lines(struct buf *out, struct str name)
{
	static const struct {
		const char *from, *to;
	} rules[] = {
		{ "[...]", "[\xe2\x80\xa6]" },
		{ "::", "\\n" },
		{ ".", "\\n" },
	};
	size_t i = 0;

	while (i < name.n) {
		size_t k = 0, n = 0;

		for (; k < ARRAY_SIZE(rules); k++) {
			n = strlen(rules[k].from);
			if (name.n - i >= n &&
			    !memcmp(name.s + i, rules[k].from, n))
				break;
		}
		if (k < ARRAY_SIZE(rules)) {
			buf_adds(out, rules[k].to);
			i += n;
		} else {
			buf_addc(out, name.s[i++]);
		}
	}
}

static void add_function(struct buf *out, struct str name)
{
	struct buf brief = BUF_INIT, escaped = BUF_INIT;

	shorten_name(&brief, name);
	dot_escape(&escaped, (struct str){ buf_str(&brief), brief.n });
	break_lines(out, (struct str){ buf_str(&escaped), escaped.n });
	buf_release(&brief);
	buf_release(&escaped);
}

static void add_line(struct buf *out, size_t before)
{
	if (out->n > before)
		buf_adds(out, "\\n");
}

void dot_node_name(struct buf *out, const struct nodes *nodes, uint32_t node)
{
	const struct node_info *info = &nodes->at.at[node].info;
	struct str name = profile_str(nodes->profile, info->name);
	struct str file = strings_at(&nodes->files, info->file);
	struct buf place = BUF_INIT;
	size_t before = out->n;

	if (info->address)
		buf_addf(out, "%016" PRIx64, info->address);
	if (name.n) {
		add_line(out, before);
		add_function(out, name);
	}
	nodes_add_place(nodes, info, file.n ? str_base(file) : file, &place);
	if (place.n)
		add_line(out, before);
	buf_add(out, buf_str(&place), place.n);
	add_line(out, before);
	buf_release(&place);
}

/* Go's conversion on amd64, for what is between 0 and 255 or no number. */
static unsigned cut_byte(double v)
{
	return v >= 0 && v < 256 ? (unsigned)v : 0;
}

/*
 * Hue goes with the sign, saturation with the size: shares move away from 0,
 * where they would look alike, and below a fifth lose their colour, so that
 * nothing turns yellow.
 */
void dot_color(struct buf *out, double share, bool is_background)
{
	double saturation = is_background ? 0.1 : 1;
	double value = is_background ? 0.93 : 0.7;
	double red = value, green = value, size;

	if (share > 1)
		share = 1;
	if (share < -1)
		share = -1;
	size = fabs(share);
	if (size < 0.2)
		saturation *= size / 0.2;
	size = pow(size, 0.3);
	if (share < 0)
		red = value * (1 + saturation * -size);
	else
		green = value * (1 - saturation * size);
	buf_addf(out, "#%02x%02x%02x", cut_byte(red * 255),
		 cut_byte(green * 255),
		 cut_byte(value * (1 - saturation) * 255));
}
