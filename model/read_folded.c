/*
 * Folded stacks, as stackcollapse-*.pl of FlameGraph, inferno, py-spy,
 * async-profiler and others write them: a line a stack, frames from the root
 * on with ";" between, and behind the last blank a count.
 *
 *	main;parse;read_line 12
 *
 * A frame is a name as it is: "_[k]", "_[i]" or "_[j]" at its end (kernel,
 * inlined, compiled at run time) and "module`" in front stay, so that a name
 * is found as other programs print it and -folded writes the same lines again.
 * Only a linker's name is made readable, as everywhere, and "NAME (FILE:LINE)",
 * which is py-spy's and can mean nothing else, is taken apart.  A frame without
 * a name is "[empty]".  There are no addresses and no mappings; a name is one
 * location.  Equal stacks are one row.
 *
 * A count is a decimal number, with a sign and a fraction or without.  A
 * fraction is rounded, away from zero at the half, and that is said.  A line
 * that ends in anything else (1e9, 0x10, nan, nothing) or in more than 64
 * bits, or that has no stack, is counted among the bad ones.
 *
 * When every line at the start of the file ends in two counts, the file is a
 * difference as difffolded.pl writes it, the base's count first.  The profile
 * then has two sides, so that the views open it as a comparison, which is what
 * a differential flame graph is, and reports subtract the base.
 */
#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "model/format.h"
#include "model/rows.h"
#include "model/rune.h"
#include "model/scanline.h"
#include "model/textlines.h"

/* A line taken apart. */
struct entry {
	struct str stack;
	int64_t counts[SIDES];		/* by side */
	bool is_rounded;
};

/* A frame of the line before, root first. */
struct frame {
	size_t end;			/* in the text of its stack */
	struct loc_id loc;
};

/*
 * What a frame called when it was last seen: mostly it calls that again, which
 * saves the search for the name: a fifth of the instructions, and a tenth to a
 * fifth of the time, for a million stacks that are not sorted.
 */
struct guess {
	struct str text;
	struct loc_id loc;
};

struct folded {
	struct profile *profile;
	struct textlines lines;
	struct tables tables;
	struct rows rows;
	bool has_base;
	VEC(uint32_t) locs;		/* by the number of a name, plus one */
	VEC(struct guess) guesses;	/* by the number of the caller's
					 * location; the first is of roots */
	VEC(char) last;			/* the stack of the line before */
	VEC(struct frame) frames;	/* of it */
	VEC(struct loc_id) stack;	/* the same, leaf first */
	uint64_t n_rounded, first_rounded;	/* lines */
};

/* Takes the digits behind the point, and rounds the value by them. */
static void take_fraction(struct str *text, bool is_negative, int64_t *value,
			  bool *is_rounded)
{
	if (text->n && *text->s >= '5' && *text->s <= '9')
		*value = rows_sum(*value, is_negative ? -1 : 1);
	for (; text->n && rune_is_digit(*text->s); text->s++, text->n--)
		*is_rounded = *is_rounded || *text->s != '0';
}

/* Returns why the word is no count, or NULL. */
static const char *parse_count(struct str word, int64_t *value,
			       bool *is_rounded)
{
	bool is_negative = scanline_char(&word, '-');
	struct str digits;

	if (!is_negative)
		scanline_char(&word, '+');
	if (!scanline_digits(&word, &digits))
		return "it does not end in a count";
	digits.s -= is_negative;
	digits.n += is_negative;
	if (!scanline_int(digits, value))
		return "the count does not fit in 64 bits";
	if (scanline_char(&word, '.'))
		take_fraction(&word, is_negative, value, is_rounded);
	return word.n ? "it does not end in a count" : NULL;
}

/* Takes the last word, and the blanks around it. */
static struct str take_last(struct str *text)
{
	struct str word;
	size_t at;

	*text = scanline_trim(*text);
	for (at = text->n; at; at--) {
		if (text->s[at - 1] == ' ' || text->s[at - 1] == '\t')
			break;
	}
	word = (struct str){ text->s + at, text->n - at };
	text->n = at;
	*text = scanline_trim(*text);
	return word;
}

/* Returns why the line is no stack with one count, or two, or NULL. */
static const char *parse_line(struct str line, bool has_base,
			      struct entry *entry)
{
	const char *why;

	*entry = (struct entry){ .stack = line };
	why = parse_count(take_last(&entry->stack),
			  &entry->counts[SIDE_CURRENT], &entry->is_rounded);
	if (why)
		return why;
	if (has_base && parse_count(take_last(&entry->stack),
				    &entry->counts[SIDE_BASE],
				    &entry->is_rounded))
		return "it does not end in two counts";
	return entry->stack.n ? NULL : "there is no stack";
}

/* What lines are like. */
struct survey {
	size_t n, n_good, n_pairs;
	bool has_chain;			/* a stack of two frames or more */
};

static struct survey survey_lines(struct str text)
{
	struct survey survey = { 0 };
	struct entry entry;
	struct str line;

	while (scanline_next(&text, &line)) {
		if (!scanline_trim(line).n)
			continue;
		survey.n++;
		if (parse_line(line, false, &entry))
			continue;
		survey.n_good++;
		if (memchr(entry.stack.s, ';', entry.stack.n))
			survey.has_chain = true;
		survey.n_pairs += !parse_line(line, true, &entry);
	}
	return survey;
}

/*
 * Many texts end lines in a number, so that more than nine of ten have to, and
 * there must be a stack of several frames.
 */
static enum likeness match_folded(const struct head *head)
{
	struct survey survey = survey_lines(head->text);

	return survey.has_chain && survey.n_good * 10 > survey.n * 9 ?
	       LIKENESS_MAYBE : LIKENESS_NONE;
}

/* Looks at the start of the input without moving. */
static int find_base(struct folded *f, struct input *input, struct err *err)
{
	struct buf text = BUF_INIT;
	const uint8_t *at;
	size_t n = input_peek(input, HEAD_MAX, &at, err);
	struct survey survey;

	if (n == (size_t)-1)
		return -1;
	textlines_head(&text, (struct str){ (const char *)at, n },
		       n < HEAD_MAX);
	survey = survey_lines((struct str){ text.s, text.n });
	f->has_base = survey.n_good && survey.n_pairs == survey.n_good;
	buf_release(&text);
	return 0;
}

/* Takes "NAME (FILE:LINE)" apart; false when the name is not like that. */
static bool split_place(struct str text, struct str *name, struct str *file,
			int64_t *line)
{
	struct str number;
	size_t at = text.n, open;

	if (!at || text.s[--at] != ')')
		return false;
	while (at && rune_is_digit(text.s[at - 1]))
		at--;
	number = (struct str){ text.s + at, text.n - 1 - at };
	if (!number.n || !at || text.s[--at] != ':' ||
	    !scanline_int(number, line))
		return false;
	for (open = at; open > 1; open--) {
		if (text.s[open - 1] == '(' && text.s[open - 2] == ' ')
			break;
	}
	if (open < 3 || open == at)
		return false;
	*name = (struct str){ text.s, open - 2 };
	*file = (struct str){ text.s + open, at - open };
	return true;
}

static struct loc_id add_frame(struct folded *f, struct str_id text)
{
	struct tables *t = &f->tables;
	struct func func = { .name = text };
	struct location loc = { .mapping = { MAPPING_NONE }, .n_lines = 1 };
	struct line line = { .line = 0 };
	struct str name, file;
	int64_t number;

	if (split_place(profile_str(f->profile, text), &name, &file,
			&number)) {
		line.line = number;
		func.name = tables_string(t, name);
		func.filename = tables_string(t, file);
	}
	func.system_name = tables_system_name(t, func.name);
	line.func = tables_func(t, &func);
	return tables_location(t, loc, &line);
}

static struct loc_id frame_of(struct folded *f, struct str_id text)
{
	while (f->locs.n <= text.i)
		*vec_push(f->profile->mem, &f->locs) = 0;
	if (!f->locs.at[text.i])
		f->locs.at[text.i] = add_frame(f, text).i + 1;
	return (struct loc_id){ f->locs.at[text.i] - 1 };
}

/* How many bytes two texts have in common at their start. */
static size_t common_start(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, i = 0;
	uint64_t x, y;

	for (; i + sizeof(x) <= n; i += sizeof(x)) {
		memcpy(&x, a.s + i, sizeof(x));
		memcpy(&y, b.s + i, sizeof(y));
		if (x != y)
			break;
	}
	while (i < n && a.s[i] == b.s[i])
		i++;
	return i;
}

/* Whether a frame can end there. */
static bool is_end(struct str stack, size_t at)
{
	return at == stack.n || (at < stack.n && stack.s[at] == ';');
}

static struct guess *guess_at(struct folded *f)
{
	size_t i = f->frames.n ? f->frames.at[f->frames.n - 1].loc.i + 1 : 0;

	while (f->guesses.n <= i)
		*vec_push(f->profile->mem, &f->guesses) = (struct guess){
			.text = { NULL, SIZE_MAX }
		};
	return &f->guesses.at[i];
}

static bool is_right(const struct guess *guess, struct str rest)
{
	return guess->text.n <= rest.n && is_end(rest, guess->text.n) &&
	       !memcmp(rest.s, guess->text.s, guess->text.n);
}

/* Adds the frame that starts there, and returns where it ends. */
static size_t read_frame(struct folded *f, struct str stack, size_t at)
{
	struct str text = { stack.s + at, stack.n - at };
	struct guess *guess = guess_at(f);
	const char *end;
	struct str_id id;

	if (!is_right(guess, text)) {
		end = memchr(text.s, ';', text.n);
		text.n = end ? (size_t)(end - text.s) : text.n;
		id = tables_string(&f->tables, text.n ? text :
				   str_of("[empty]"));
		guess->loc = frame_of(f, id);
		guess->text = (struct str){ profile_str(f->profile, id).s,
					    text.n };
	}
	at += guess->text.n;
	*vec_push(f->profile->mem, &f->frames) = (struct frame){
		at, guess->loc
	};
	return at;
}

/*
 * Makes the frames those of the stack.  Lines are sorted more often than not,
 * so that most of a stack is what the line before had; that part is kept.
 */
static void read_frames(struct folded *f, struct str stack)
{
	struct str last = { f->last.at, f->last.n };
	size_t common = common_start(last, stack), n = f->frames.n, at;

	while (n && (f->frames.at[n - 1].end > common ||
		     !is_end(stack, f->frames.at[n - 1].end)))
		n--;
	f->last.n = common;
	vec_reserve(f->profile->mem, &f->last, stack.n - common);
	memcpy(f->last.at + common, stack.s + common, stack.n - common);
	f->last.n = stack.n;
	f->frames.n = n;
	for (at = n ? f->frames.at[n - 1].end + 1 : 0; at <= stack.n; at++)
		at = read_frame(f, stack, at);
}

static void add_counts(struct folded *f, uint32_t row,
		       const int64_t counts[SIDES])
{
	struct profile *p = f->profile;

	for (int side = 0; side < p->n_sides; side++) {
		if (row == p->values[side].n)
			*vec_push(p->mem, &p->values[side]) = 0;
		p->values[side].at[row] = rows_sum(p->values[side].at[row],
						   counts[side]);
	}
}

static int add_stack(struct folded *f, const struct entry *entry,
		     struct err *err)
{
	struct mem *mem = f->profile->mem;
	struct rows_key key;
	uint32_t row;

	read_frames(f, entry->stack);
	f->stack.n = 0;
	for (size_t i = f->frames.n; i--;)
		*vec_push(mem, &f->stack) = f->frames.at[i].loc;
	key = (struct rows_key){ f->stack.at, f->stack.n, { 0 }, 0 };
	if (rows_number(&f->rows, &key, &row, err))
		return -1;
	add_counts(f, row, entry->counts);
	if (entry->is_rounded && !f->n_rounded++)
		f->first_rounded = f->lines.number;
	return 0;
}

static int read_lines(struct folded *f, struct err *err)
{
	struct entry entry;
	struct str line;
	const char *why;
	int more;

	while ((more = textlines_next(&f->lines, &line, err)) > 0) {
		if (!scanline_trim(line).n)
			continue;
		why = parse_line(line, f->has_base, &entry);
		if (why)
			textlines_refuse(&f->lines, why);
		else if (add_stack(f, &entry, err))
			return -1;
	}
	return more;
}

static void warn_all(const struct folded *f, const struct reading *reading)
{
	struct err note;

	reading_tell(reading, &f->lines);
	if (!f->n_rounded)
		return;
	err_set(&note, "counts with a fraction are rounded, in %" PRIu64
		" line%s; the first is line %" PRIu64, f->n_rounded,
		f->n_rounded == 1 ? "" : "s", f->first_rounded);
	reading->warn(reading->data, note.text);
}

static int read_all(struct folded *f, const struct reading *reading,
		    struct err *err)
{
	if (find_base(f, reading->input, err))
		return -1;
	f->profile->n_sides = f->has_base ? SIDES : 1;
	if (read_lines(f, err))
		return -1;
	if (!f->profile->rows.n)
		return err_fail(err, "no line is a stack with a count%s%s",
				f->lines.n_bad ? "; " : "",
				f->lines.first_bad.text);
	tables_add_type(&f->tables, str_of("samples"), "count");
	warn_all(f, reading);
	return 0;
}

static int read_folded(struct reading *reading, struct err *err)
{
	struct folded f = { .profile = reading->profile };
	struct mem *mem = reading->profile->mem;
	int result;

	textlines_init(&f.lines, reading->input);
	tables_init(&f.tables, reading->profile);
	rows_init(&f.rows, &f.tables, reading->input->limits.cancel);
	result = read_all(&f, reading, err);
	rows_release(&f.rows);
	tables_release(&f.tables);
	textlines_release(&f.lines);
	vec_release(mem, &f.locs);
	vec_release(mem, &f.guesses);
	vec_release(mem, &f.frames);
	vec_release(mem, &f.stack);
	vec_release(mem, &f.last);
	return result;
}

const struct format format_folded = {
	.name = "folded",
	.title = "folded stacks",
	.match = match_folded,
	.read = read_folded,
};
