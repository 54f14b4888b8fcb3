#include "config.h"

#include "model/clock.h"
#include "tui/screen.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "model/mem.h"
#include "tui/decode.h"
#include "tui/terminfo.h"

/* Reads of a flood of bytes that are no keys before the loop has its turn. */
#define READS_MAX 16

/* Ends of input in a row after which nobody is there, hang-up or not. */
#define ENDS_MAX 8

/* Bytes of the longest $TERM that is looked up. */
#define TERM_MAX 64

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct curses {
	struct screen screen;		/* first: one is cast to the other */
	struct tty *tty;
	SCREEN *sp;
	FILE *in, *out;
	enum theme_depth depth;
	short pairs;			/* that colours were given to */
	int escdelay;
	bool has_paste;			/* the terminal knows bracketed paste */
	bool is_paste;
	bool is_owed;			/* keys may have cut painting short */
	int ends;			/* of input, in a row */
	int64_t fed_ms;			/* when the last byte came */
	struct decode decode;
	cchar_t line[GRID_COLS_MAX + 1];
};

/* What the description of a terminal calls a key. */
static const struct {
	const char *name;
	uint32_t code;
} terminfo_keys[] = {
	{ "kcuu1", KEYCODE_UP },     { "kcud1", KEYCODE_DOWN },
	{ "kcub1", KEYCODE_LEFT },   { "kcuf1", KEYCODE_RIGHT },
	{ "khome", KEYCODE_HOME },   { "kend", KEYCODE_END },
	{ "kpp", KEYCODE_PGUP },     { "knp", KEYCODE_PGDN },
	{ "kich1", KEYCODE_INS },    { "kdch1", KEYCODE_DEL },
	{ "kcbt", KEYCODE_BACKTAB }, { "kent", KEYCODE_ENTER },
	{ "kbs", KEYCODE_BACKSPACE },
	{ "kf1", KEYCODE_F1 },	     { "kf2", KEYCODE_F2 },
	{ "kf3", KEYCODE_F3 },	     { "kf4", KEYCODE_F4 },
	{ "kf5", KEYCODE_F5 },	     { "kf6", KEYCODE_F6 },
	{ "kf7", KEYCODE_F7 },	     { "kf8", KEYCODE_F8 },
	{ "kf9", KEYCODE_F9 },	     { "kf10", KEYCODE_F10 },
	{ "kf11", KEYCODE_F11 },     { "kf12", KEYCODE_F12 },
};

static struct curses *curses_of(struct screen *screen)
{
	return (struct curses *)screen;
}

/* A string of the description, or NULL. */
static const char *terminfo_string(const char *name)
{
	const char *s = tigetstr(name);

	return s == (const char *)-1 ? NULL : s;
}

static bool terminfo_flag(const char *name)
{
	return tigetflag(name) > 0;
}

/* Whether curses knows the terminal and can place the cursor on it. */
static bool term_is_usable(const char *term, int fd)
{
	int error;
	bool usable;

	if (!term || !*term || strlen(term) > TERM_MAX || strchr(term, '/'))
		return false;
	if (setupterm(term, fd, &error) != OK)
		return false;
	usable = terminfo_string("cup") && !terminfo_flag("hc") &&
		 !terminfo_flag("gn");
	del_curterm(cur_term);
	return usable;
}

/* The name to give to curses, or NULL. */
static const char *term_find(const char *term, int fd)
{
	const char *instead = term_stand_in(term);

	if (term_is_usable(term, fd))
		return term;
	return term_is_usable(instead, fd) ? instead : NULL;
}

static int term_fail(const char *term, struct err *err)
{
	struct buf name = BUF_INIT;

	if (!term || !*term) {
		err_set(err, "TERM is not set; "
			"set it to what the terminal is");
		return -1;
	}
	text_escape(&name, term, strnlen(term, TERM_MAX), TEXT_ASCII);
	err_set(err, "TERM=%s cannot be used; try TERM=xterm-256color",
		buf_str(&name));
	buf_release(&name);
	return -1;
}

/* Prepares what handlers write, which may not ask curses. */
static void reset_build(const struct curses *curses)
{
	const char *leave = terminfo_string("rmcup");
	const char *place = terminfo_string("cup");
	struct buf reset = BUF_INIT;

	if (curses->has_paste)
		term_add_reset(&reset, PASTE_OFF);
	term_add_reset(&reset, terminfo_string("rmacs"));
	term_add_reset(&reset, terminfo_string("op"));
	term_add_reset(&reset, terminfo_string("sgr0"));
	term_add_reset(&reset, terminfo_string("cnorm"));
	term_add_reset(&reset, terminfo_string("rmkx"));
	if (!leave && place) {
		term_add_reset(&reset, tiparm(place, LINES - 1, 0));
		buf_adds(&reset, "\r\n");
	}
	term_add_reset(&reset, leave);
	tty_set_reset(buf_str(&reset), reset.n);
	buf_release(&reset);
}

static chtype look_attrs(struct look look)
{
	static const struct {
		unsigned look;
		chtype attr;
	} bits[] = {
		{ LOOK_BOLD, A_BOLD },
		{ LOOK_DIM, A_DIM },
		{ LOOK_UNDERLINE, A_UNDERLINE },
		{ LOOK_REVERSE, A_REVERSE },
	};
	chtype attrs = A_NORMAL;

	for (size_t i = 0; i < ARRAY_SIZE(bits); i++)
		if (look.attr & bits[i].look)
			attrs |= bits[i].attr;
	return attrs;
}

/* Gives role r the pair of colours r + 1, as far as there are pairs. */
static void colors_init(struct curses *curses, enum theme_color color)
{
	const char *no_color = getenv("NO_COLOR");
	bool has_default;

	curses->depth = THEME_MONO;
	if (!has_colors() ||
	    theme_depth(color, no_color, tigetnum("colors")) == THEME_MONO)
		return;
	/* From here on curses sends colours, if only white on black. */
	if (start_color() == ERR)
		return;
	curses->depth = theme_depth(color, no_color, COLORS);
	has_default = use_default_colors() == OK;
	for (short i = 0; i < STYLE_N && i + 1 < COLOR_PAIRS; i++) {
		struct look look = theme_look(curses->depth, (uint8_t)i);

		if (!has_default && look.fg < 0)
			look.fg = COLOR_WHITE;
		if (!has_default && look.bg < 0)
			look.bg = COLOR_BLACK;
		init_pair((short)(i + 1), look.fg, look.bg);
		curses->pairs = (short)(i + 1);
	}
}

/* Whether the C library, whose widths curses uses, agrees with ours. */
static bool glyph_is_agreed(const struct curses *curses,
			    const struct cell *cell)
{
	if (cell->ch[0] >= 0x20 && cell->ch[0] < 0x7f && !cell->ch[1])
		return true;
	return curses->screen.charset == TEXT_UTF8 &&
	       wcwidth((wchar_t)cell->ch[0]) == cell->width;
}

/* What curses is handed: never a control, never a width it does not expect. */
static void cell_convert(const struct curses *curses, const struct cell *cell,
			 cchar_t *to)
{
	struct look look = theme_look(curses->depth, cell->style);
	short pair = (short)(STYLE_ROLE(cell->style) + 1);
	wchar_t ch[2 + TEXT_MARKS] = L"?";
	int n = 1;

	if (glyph_is_agreed(curses, cell))
		ch[0] = (wchar_t)cell->ch[0];
	for (int i = 1; i <= TEXT_MARKS && cell->ch[i] && ch[0] != L'?'; i++)
		if (wcwidth((wchar_t)cell->ch[i]) == 0)
			ch[n++] = (wchar_t)cell->ch[i];
	ch[n] = L'\0';
	if (pair > curses->pairs)
		pair = 0;
	setcchar(to, ch, look_attrs(look), pair, NULL);
}

static void show_row(struct curses *curses, const struct grid *grid, int row,
		     int cols)
{
	const struct cell *cells = grid_at(grid, row, 0);
	int n = 0;

	for (int col = 0; col < cols; col++) {
		struct cell cell = cells[col];
		bool is_wide = cell.width == 2;

		/* Half of a character, where the terminal is narrower. */
		if (!cell.width || (is_wide && col + 1 == cols))
			cell = (struct cell){ { ' ' }, 1, cell.style };
		cell_convert(curses, &cell, &curses->line[n++]);
		if (cell.width == 2 && glyph_is_agreed(curses, &cell))
			col++;
	}
	mvwadd_wchnstr(stdscr, row, 0, curses->line, n);
}

static bool input_waits(const struct curses *curses)
{
	struct pollfd poll_in = { .fd = curses->tty->in, .events = POLLIN };

	return poll(&poll_in, 1, 0) > 0;
}

static void place_cursor(const struct grid *grid)
{
	bool shown = grid->cursor_row >= 0 && grid->cursor_row < LINES &&
		     grid->cursor_col >= 0 && grid->cursor_col < COLS;

	if (shown)
		wmove(stdscr, grid->cursor_row, grid->cursor_col);
	else
		wmove(stdscr, 0, 0);
	curs_set(shown);
}

static void curses_show(struct screen *screen, const struct grid *grid)
{
	struct curses *curses = curses_of(screen);
	int rows = grid->rows < LINES ? grid->rows : LINES;
	int cols = grid->cols < COLS ? grid->cols : COLS;

	if (rows < LINES || cols < COLS)
		werase(stdscr);
	for (int row = 0; row < rows; row++)
		show_row(curses, grid, row, cols);
	place_cursor(grid);
	wnoutrefresh(stdscr);
	doupdate();
	curses->is_owed = input_waits(curses);
}

static void curses_size(struct screen *screen, int *rows, int *cols)
{
	const struct curses *curses = curses_of(screen);

	tty_size(curses->tty->out, rows, cols);
	if (*rows != LINES || *cols != COLS) {
		resizeterm(*rows, *cols);
		reset_build(curses);
		/* What terminals do with their lines then differs. */
		clearok(curscr, TRUE);
	}
	*rows = LINES;
	*cols = COLS;
}

static int curses_wait(const struct screen *screen)
{
	const struct curses *curses = (const struct curses *)screen;
	int patience = decode_patience(&curses->decode, curses->escdelay);
	int64_t left;

	if (patience < 0)
		return -1;
	left = patience - (clock_ms() - curses->fed_ms);
	return left > 0 ? (int)left : 0;
}

/* Reads bytes, if there are any; says what came of it as one reads keys. */
static enum screen_read read_bytes(struct curses *curses)
{
	size_t room;
	unsigned char *to = decode_room(&curses->decode, &room);
	ssize_t n;

	if (!input_waits(curses))
		return SCREEN_NOTHING;
	n = read(curses->tty->in, to, room);
	if (n > 0) {
		decode_fed(&curses->decode, (size_t)n);
		curses->fed_ms = clock_ms();
		curses->ends = 0;
		return SCREEN_KEY;
	}
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return SCREEN_NOTHING;
	if (n < 0 || ++curses->ends >= ENDS_MAX)
		return SCREEN_GONE;
	return SCREEN_NOTHING;
}

static enum screen_read curses_read(struct screen *screen, struct key *key)
{
	struct curses *curses = curses_of(screen);
	enum screen_read got = SCREEN_KEY;

	for (int i = 0; i < READS_MAX && got == SCREEN_KEY; i++) {
		if (decode_key(&curses->decode, false, key))
			return SCREEN_KEY;
		got = read_bytes(curses);
	}
	if (got == SCREEN_GONE)
		return got;
	if (decode_key(&curses->decode, !curses_wait(screen), key))
		return SCREEN_KEY;
	/* The bytes that cut it short were no key, so nobody paints again. */
	if (curses->is_owed) {
		doupdate();
		curses->is_owed = input_waits(curses);
	}
	return SCREEN_NOTHING;
}

static void curses_repaint(struct screen *screen)
{
	(void)screen;
	clearok(curscr, TRUE);
}

static void send_paste(const struct curses *curses, bool on)
{
	const char *s = on ? PASTE_ON : PASTE_OFF;
	size_t n = strlen(s);

	while (curses->has_paste && n) {
		ssize_t done = write(curses->tty->out, s, n);

		if (done < 0 && errno != EINTR)
			return;
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
}

static void curses_paste(struct screen *screen, bool on)
{
	struct curses *curses = curses_of(screen);

	if (curses->is_paste != on)
		send_paste(curses, on);
	curses->is_paste = on;
}

/* The row that the shell's prompt comes to, where there is no other screen. */
static void clear_last_row(void)
{
	if (terminfo_string("rmcup"))
		return;
	move(LINES - 1, 0);
	clrtoeol();
	refresh();
}

static void curses_suspend(struct screen *screen)
{
	struct curses *curses = curses_of(screen);

	if (curses->is_paste)
		send_paste(curses, false);
	clear_last_row();
	endwin();
	tty_down();
}

static void curses_resume(struct screen *screen)
{
	struct curses *curses = curses_of(screen);

	/* After SIGSTOP, the terminal is not as curses believes. */
	if (!isendwin())
		curses_suspend(screen);
	tty_up();
	reset_prog_mode();
	clearok(curscr, TRUE);
	if (curses->is_paste)
		send_paste(curses, true);
}

static void curses_free(struct curses *curses)
{
	if (curses->sp)
		delscreen(curses->sp);
	if (curses->in)
		fclose(curses->in);
	if (curses->out)
		fclose(curses->out);
	free(curses);
}

static void curses_close(struct screen *screen)
{
	if (!isendwin())
		curses_suspend(screen);
	curses_free(curses_of(screen));
}

static const struct screen_ops curses_ops = {
	.size = curses_size,
	.show = curses_show,
	.read = curses_read,
	.wait = curses_wait,
	.repaint = curses_repaint,
	.paste = curses_paste,
	.suspend = curses_suspend,
	.resume = curses_resume,
	.close = curses_close,
};

/* A stream of our own on a descriptor, as curses wants it. */
static FILE *stream_open(int fd, const char *mode)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	FILE *stream = copy < 0 ? NULL : fdopen(copy, mode);

	if (copy >= 0 && !stream)
		close(copy);
	return stream;
}

static void modes_init(struct curses *curses, const char *term)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	typeahead(curses->tty->in);
	curses->has_paste = terminfo_string("BE") || term_stand_in(term);
	for (size_t i = 0; i < ARRAY_SIZE(terminfo_keys); i++) {
		const char *s = terminfo_string(terminfo_keys[i].name);

		if (s)
			decode_add(&curses->decode, s, terminfo_keys[i].code);
	}
}

static struct curses *curses_new(struct tty *tty)
{
	struct curses *curses = calloc(1, sizeof(*curses));

	if (!curses)
		die("out of memory: a screen");
	decode_init(&curses->decode);
	curses->tty = tty;
	curses->escdelay = term_escdelay(getenv("ESCDELAY"));
	curses->screen.ops = &curses_ops;
	curses->screen.fd = tty->in;
	curses->screen.charset = term_charset();
	curses->in = stream_open(tty->in, "r");
	curses->out = stream_open(tty->out, "w");
	return curses;
}

/* Sets a variable of the environment, or takes it away; returns the old one. */
static char *env_swap(const char *name, const char *value)
{
	const char *old = getenv(name);
	char *copy = old ? strdup(old) : NULL;

	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
	return copy;
}

/*
 * Starts curses in our idea of the size.  Its own may be 32767 rows, of which
 * it does not come back; and the environment is the only way to tell it that
 * works for terminals of no certain size.
 */
static SCREEN *start(const struct curses *curses, const char *term)
{
	char value[2][16], *old[2];
	int rows, cols;
	SCREEN *sp;

	tty_size(curses->tty->out, &rows, &cols);
	snprintf(value[0], sizeof(value[0]), "%d", rows);
	snprintf(value[1], sizeof(value[1]), "%d", cols);
	old[0] = env_swap("LINES", value[0]);
	old[1] = env_swap("COLUMNS", value[1]);
	use_tioctl(FALSE);
	sp = newterm(term, curses->out, curses->in);
	free(env_swap("LINES", old[0]));
	free(env_swap("COLUMNS", old[1]));
	free(old[0]);
	free(old[1]);
	return sp;
}

struct screen *screen_curses_open(struct tty *tty, enum theme_color color,
				  struct err *err)
{
	const char *term = term_find(getenv("TERM"), tty->out);
	struct curses *curses;
	int rows, cols;

	if (!term) {
		term_fail(getenv("TERM"), err);
		return NULL;
	}
	curses = curses_new(tty);
	tty_set_reset("", 0);
	tty_up();
	if (curses->in && curses->out)
		curses->sp = start(curses, term);
	if (!curses->sp) {
		tty_down();
		term_fail(term, err);
		curses_free(curses);
		return NULL;
	}
	modes_init(curses, term);
	colors_init(curses, color);
	curses_size(&curses->screen, &rows, &cols);
	reset_build(curses);
	return &curses->screen;
}
