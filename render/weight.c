#include "config.h"

#include "render/weight.h"

#include <string.h>

#include "render/number.h"

bool weight_value(const struct columns *c, int64_t value, struct buf *out)
{
	size_t before = out->n;

	if (!value)
		return false;
	columns_value(c, value, c->unit, out);
	if (strcmp(out->s + before, "0"))
		return false;
	out->n = before;
	columns_value(c, value, "auto", out);
	return true;
}

void weight_amount(const struct columns *c, int64_t value, bool is_change,
		   struct buf *out)
{
	if (is_change)
		number_sign(out, value);
	if (value)
		weight_value(c, value, out);
	else
		buf_addc(out, '0');
}

uint8_t weight_heat(int64_t value, int64_t total, enum weight_scale scale)
{
	static const struct {
		double hot, warm;
	} limits[] = {
		[WEIGHT_OF_PROFILE] = { 0.05, 0.005 },
		[WEIGHT_OF_LISTING] = { 0.2, 0.05 },
	};
	double share = total ? (double)value / (double)total : 0;

	if (share < 0)
		share = -share;
	return share >= limits[scale].hot ? STYLE_HOT :
	       share >= limits[scale].warm ? STYLE_WARM : STYLE_COOL;
}

void weight_mark(const struct canvas *canvas, int y, uint8_t heat,
		 uint8_t style)
{
	bool is_ascii = canvas->grid->charset == TEXT_ASCII;
	uint32_t hot = is_ascii ? '#' : 0x258c, warm = is_ascii ? '|' : 0x258e;

	if (heat != STYLE_COOL)
		canvas_fill(canvas, (struct span){ y, 0, 1 },
			    style ? style : heat,
			    heat == STYLE_HOT ? hot : warm);
}

void weight_bar(const struct canvas *canvas, struct span span, int64_t value,
		int64_t max, bool is_signed, bool is_selected)
{
	static const char *const parts[] = {
		"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"
	};
	uint8_t style = is_signed ? (value < 0 ? STYLE_SHRUNK : STYLE_GROWN) :
				    STYLE_BAR;
	double full = max ? (double)lanes_abs(value) / (double)max : 0;
	int eighths = (int)(full * span.cols * 8 + 0.5);
	bool is_ascii = canvas->grid->charset == TEXT_ASCII;

	if (is_selected)
		style = STYLE_SELECTED;
	if (is_signed || is_ascii) {
		span.cols = eighths && eighths < 8 ? 1 : eighths / 8;
		canvas_fill(canvas, span, style,
			    is_signed ? (value < 0 ? '-' : '+') : '#');
		return;
	}
	if (value && !eighths)
		eighths = 1;
	canvas_fill(canvas, (struct span){ span.row, span.col, eighths / 8 },
		    style, 0x2588);
	canvas_text(canvas, span.row, span.col + eighths / 8, style,
		    parts[eighths % 8]);
}
