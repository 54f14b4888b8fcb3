/*
 * What is known of a profile as lines of text, the same on the screen and in
 * -info:
 *
 *	profile
 *	  file         heap.pb.gz
 *	  samples      812
 *
 *	runtime.MemStats           base         current          change
 *	  HeapAlloc             12.00MB        401.30MB       +389.30MB
 *	  Version      base     go1.25
 *	               current  go1.26
 *
 * How lines are set depends on no width: on a narrow screen they are scrolled.
 */
#ifndef RENDER_INFO_LINES_H
#define RENDER_INFO_LINES_H

#include "render/info.h"
#include "render/text.h"

struct info_line {
	size_t end;		/* in the text */
	int name_cols;		/* of a row: columns of indent and name */
	bool is_heading;
};

struct info_lines {
	struct mem *mem;
	VEC(char) text;
	VEC(struct info_line) at;
	size_t longest;		/* bytes */
};

/* The info may go afterwards.  Names are made printable where it escapes. */
void info_lines_init(struct info_lines *lines, const struct info *info,
		     bool escapes, enum text_charset charset);
void info_lines_release(struct info_lines *lines);

/* The text of a line, without its end; borrowed. */
struct str info_lines_at(const struct info_lines *lines, size_t i);

#endif
