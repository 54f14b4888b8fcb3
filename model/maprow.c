#include "config.h"

#include "model/maprow.h"

#include "model/rune.h"
#include "model/scanline.h"

/* The words of a row, as they stand in the line; n is 0 when there is none. */
struct words {
	struct str start, limit, perm, offset, file, build_id;
};

static bool is_hex(char c)
{
	return rune_hex(c) >= 0;
}

static bool is_perm(char c)
{
	return c == '-' || c == 'r' || c == 'w' || c == 'x' || c == 'p';
}

static bool is_ink(char c)
{
	struct str one = { &c, 1 };

	return !scanline_blank(&one);
}

/* Takes all characters that are such; false, and none, without any. */
static bool take_run(struct str *at, bool (*is)(char), struct str *run)
{
	size_t n = 0;

	while (n < at->n && is(at->s[n]))
		n++;
	if (!n)
		return false;
	*run = (struct str){ at->s, n };
	at->s += n;
	at->n -= n;
	return true;
}

/* Takes such a run behind blanks. */
static bool take_word(struct str *at, bool (*is)(char), struct str *word)
{
	struct str rest = *at;

	if (!scanline_blank(&rest) || !take_run(&rest, is, word))
		return false;
	*at = rest;
	return true;
}

/* The same for one that is followed by a blank, so that it is all there. */
static bool take_whole_word(struct str *at, bool (*is)(char), struct str *word)
{
	struct str rest = *at, run, blank;

	if (!take_word(&rest, is, &run))
		return false;
	blank = rest;
	if (!scanline_blank(&blank))
		return false;
	*at = rest;
	*word = run;
	return true;
}

static bool take_hex(struct str *at, struct str *digits)
{
	struct str rest = *at;

	if (scanline_char(&rest, '0') && scanline_char(&rest, 'x') &&
	    take_run(&rest, is_hex, digits)) {
		*at = rest;
		return true;
	}
	return take_run(at, is_hex, digits);
}

/* START-LIMIT, or with blanks between. */
static bool take_range(struct str *at, struct words *words)
{
	scanline_blank(at);
	if (!take_hex(at, &words->start))
		return false;
	scanline_char(at, '-');
	scanline_blank(at);
	return take_hex(at, &words->limit);
}

/*
 * To the reference digits are a range, too: when nothing else fits, the last
 * one is the limit.
 */
static bool take_joined(struct str *at, struct words *words)
{
	scanline_blank(at);
	if (!take_hex(at, &words->start) || words->start.n < 2)
		return false;
	words->start.n--;
	at->s--;
	at->n++;
	return take_hex(at, &words->limit);
}

/* [PERM] [OFFSET] MAJOR:MINOR INODE [FILE] */
static bool take_proc(struct str at, struct words *words)
{
	struct str skipped;

	scanline_char(&at, ':');
	take_whole_word(&at, is_perm, &words->perm);
	take_whole_word(&at, is_hex, &words->offset);
	if (!take_word(&at, is_hex, &skipped) || !scanline_char(&at, ':') ||
	    !take_run(&at, is_hex, &skipped) ||
	    !take_word(&at, rune_is_digit, &skipped))
		return false;
	take_word(&at, is_ink, &words->file);
	return true;
}

/* (@OFFSET) */
static void take_offset(struct str *at, struct str *offset)
{
	struct str rest = *at, digits;

	if (scanline_blank(&rest) && scanline_char(&rest, '(') &&
	    scanline_char(&rest, '@') && take_run(&rest, is_hex, &digits) &&
	    scanline_char(&rest, ')')) {
		*at = rest;
		*offset = digits;
	}
}

/* [PERM] [FILE] [(@OFFSET)] [BUILD_ID]: whatever does not fit is left. */
static bool take_brief(struct str at, struct words *words)
{
	scanline_char(&at, ':');
	take_word(&at, is_perm, &words->perm);
	take_word(&at, is_ink, &words->file);
	take_offset(&at, &words->offset);
	take_word(&at, is_hex, &words->build_id);
	return true;
}

static bool take_words(struct str line, struct words *words)
{
	static bool (*const rests[])(struct str, struct words *) = {
		take_proc, take_brief,
	};
	static bool (*const ranges[])(struct str *, struct words *) = {
		take_range, take_joined,
	};

	for (size_t i = 0; i < 4; i++) {
		struct str at = line;

		*words = (struct words){
			.file = { "", 0 }, .build_id = { "", 0 }
		};
		if (ranges[i % 2](&at, words) && rests[i / 2](at, words))
			return true;
	}
	return false;
}

static bool read_hex(struct str word, uint64_t *value)
{
	return !word.n || scanline_hex(&word, value);
}

enum maprow_kind maprow_parse(struct str line, struct maprow *row)
{
	struct words words;

	if (!take_words(line, &words))
		return MAPROW_NONE;
	if (words.perm.n && !memchr(words.perm.s, 'x', words.perm.n))
		return MAPROW_DATA;
	*row = (struct maprow){
		.file = words.file, .build_id = words.build_id
	};
	if (!read_hex(words.start, &row->start) ||
	    !read_hex(words.limit, &row->limit) ||
	    !read_hex(words.offset, &row->offset))
		return MAPROW_NONE;
	return MAPROW_CODE;
}
