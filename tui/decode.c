#include "config.h"

#include "tui/decode.h"

#include <string.h>

#include "model/mem.h"

#define ESC 0x1b
#define BEL 0x07

/* Milliseconds.  A slow line may stall within what one key sent, or a paste. */
#define PATIENCE_SEQUENCE 500
#define PATIENCE_PASTE 2000

/*
 * The most bytes of a string (OSC, DCS) that are dropped: 4 KiB is more than
 * any terminal answers, and then somebody is typing into it.
 */
#define STRING_MAX 4096

/* What was read: n bytes, 0 for too few; and a key, or KEYCODE_NONE. */
struct token {
	size_t n;
	uint32_t code;
};

/* CSI with a letter, SS3 with a letter, by that letter. */
static const struct {
	char letter;
	uint32_t code;
} by_letter[] = {
	{ 'A', KEYCODE_UP },	{ 'B', KEYCODE_DOWN },
	{ 'C', KEYCODE_RIGHT }, { 'D', KEYCODE_LEFT },
	{ 'E', KEYCODE_NONE },	{ 'F', KEYCODE_END },
	{ 'H', KEYCODE_HOME },	{ 'M', KEYCODE_ENTER },
	{ 'P', KEYCODE_F1 },	{ 'Q', KEYCODE_F2 },
	{ 'R', KEYCODE_F3 },	{ 'S', KEYCODE_F4 },
	{ 'Z', KEYCODE_BACKTAB },
};

/* CSI with a number and a tilde, by that number. */
static const uint32_t by_number[] = {
	[1] = KEYCODE_HOME,  [2] = KEYCODE_INS,	  [3] = KEYCODE_DEL,
	[4] = KEYCODE_END,   [5] = KEYCODE_PGUP,  [6] = KEYCODE_PGDN,
	[7] = KEYCODE_HOME,  [8] = KEYCODE_END,	  [11] = KEYCODE_F1,
	[12] = KEYCODE_F2,   [13] = KEYCODE_F3,	  [14] = KEYCODE_F4,
	[15] = KEYCODE_F5,   [17] = KEYCODE_F6,	  [18] = KEYCODE_F7,
	[19] = KEYCODE_F8,   [20] = KEYCODE_F9,	  [21] = KEYCODE_F10,
	[23] = KEYCODE_F11,  [24] = KEYCODE_F12,
	[200] = KEYCODE_PASTE_BEGIN, [201] = KEYCODE_PASTE_END,
};

void decode_init(struct decode *decode)
{
	memset(decode, 0, sizeof(*decode));
}

void decode_add(struct decode *decode, const char *bytes, uint32_t code)
{
	struct decode_sequence *own = &decode->own[decode->owns];
	size_t n = strlen(bytes);

	if (decode->owns == DECODE_SEQUENCES || n < 2 || n > DECODE_LENGTH ||
	    bytes[0] != ESC)
		return;
	memcpy(own->bytes, bytes, n);
	own->n = n;
	own->code = code;
	decode->owns++;
}

unsigned char *decode_room(struct decode *decode, size_t *n)
{
	decode->n -= decode->at;
	memmove(decode->bytes, decode->bytes + decode->at, decode->n);
	decode->at = 0;
	if (decode->n == DECODE_BUFFER)
		decode->n = 0;
	*n = DECODE_BUFFER - decode->n;
	return decode->bytes + decode->n;
}

void decode_fed(struct decode *decode, size_t n)
{
	decode->n += n;
}

/* The longest sequence of the description; 0 bytes when it needs more. */
static bool read_own(const struct decode *decode, const unsigned char *s,
		     size_t n, struct token *token)
{
	bool is_start = false;

	*token = (struct token){ 0, KEYCODE_NONE };
	for (size_t i = 0; i < decode->owns; i++) {
		const struct decode_sequence *own = &decode->own[i];

		if (own->n > n)
			is_start |= !memcmp(own->bytes, s, n);
		else if (own->n > token->n && !memcmp(own->bytes, s, own->n))
			*token = (struct token){ own->n, own->code };
	}
	return token->n || is_start;
}

static uint32_t letter_code(unsigned char letter)
{
	for (size_t i = 0; i < ARRAY_SIZE(by_letter); i++)
		if ((unsigned char)by_letter[i].letter == letter)
			return by_letter[i].code;
	return KEYCODE_NONE;
}

/* The next number of parameters such as "1;5"; past their end, 0. */
static unsigned read_number(const unsigned char **s, const unsigned char *end)
{
	unsigned value = 0;

	for (; *s < end && **s >= '0' && **s <= '9'; ++*s)
		if (value < 10000)
			value = value * 10 + (**s - '0');
	*s += *s < end && **s == ';';
	return value;
}

/* What the parameters and the last byte of a CSI mean. */
static uint32_t csi_code(const unsigned char *s, const unsigned char *end)
{
	unsigned number = read_number(&s, end);
	unsigned modifiers = read_number(&s, end);
	uint32_t code = KEYCODE_NONE;

	if (s < end)
		return KEYCODE_NONE;
	if (*end == '~')
		code = number < ARRAY_SIZE(by_number) ? by_number[number] : 0;
	else if (number <= 1 && *end != 'M')
		code = letter_code(*end);
	/* Modifiers are one and a sum, in which Alt is two. */
	if (code && modifiers > 1 && (modifiers - 1) & 2)
		code = KEYCODE_ALT(code);
	return code;
}

/* Reads what starts with ESC [. */
static struct token read_csi(const unsigned char *s, size_t n)
{
	size_t i = 2;

	/* The keys F1 to F5 of the Linux console: one byte more. */
	if (n > 2 && s[2] == '[') {
		uint32_t code = n > 3 && s[3] >= 'A' && s[3] <= 'E' ?
				KEYCODE_F1 + (uint32_t)(s[3] - 'A') :
				(uint32_t)KEYCODE_NONE;

		return (struct token){ n > 3 ? 4 : 0, code };
	}
	/* A report of a mouse in the oldest form: three bytes more. */
	if (n > 2 && s[2] == 'M')
		return (struct token){ n > 5 ? 6 : 0, KEYCODE_NONE };
	while (i < n && s[i] >= 0x20 && s[i] < 0x40)
		i++;
	if (i == n)
		return (struct token){ 0, KEYCODE_NONE };
	if (s[i] < 0x40 || s[i] > 0x7e)		/* broken off */
		return (struct token){ i, KEYCODE_NONE };
	return (struct token){ i + 1, csi_code(s + 2, s + i) };
}

/* Reads what starts with ESC O: the keypad sends its characters 0x40 up. */
static struct token read_ss3(const unsigned char *s, size_t n)
{
	struct token token = { n > 2 ? 3 : 0, KEYCODE_NONE };

	if (n > 2 && s[2] >= 'j' && s[2] <= 'y')
		token.code = s[2] - 0x40U;
	else if (n > 2)
		token.code = letter_code(s[2]);
	return token;
}

/* Reads a character; bytes that are none are dropped one by one. */
static struct token read_text(const unsigned char *s, size_t n)
{
	size_t want = s[0] < 0xc2 ? 1 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	uint32_t c;
	size_t len = key_decode((const char *)s, n, &c);

	if (len)
		return (struct token){ len, key_of_char(c).code };
	for (size_t i = 1; i < n && i < want; i++)
		if ((s[i] & 0xc0) != 0x80)
			return (struct token){ i, KEYCODE_NONE };
	if (n < want && s[0] < 0xf5)
		return (struct token){ 0, KEYCODE_NONE };
	return (struct token){ 1, KEYCODE_NONE };
}

/* Reads ESC and a character: the character with Alt. */
static struct token read_alt(const unsigned char *s, size_t n)
{
	struct token token = read_text(s + 1, n - 1);

	if (!token.n)
		return token;
	if (token.code)
		token.code = KEYCODE_ALT(token.code);
	token.n++;
	return token;
}

/* Begins what is dropped up to its end. */
static struct token read_string(struct decode *decode, size_t n)
{
	decode->in_string = n > 2;
	decode->dropping = 0;
	return (struct token){ n > 2 ? 2 : 0, KEYCODE_NONE };
}

/* Reads what starts with ESC. */
static struct token read_escape(struct decode *decode, const unsigned char *s,
				size_t n)
{
	struct token token = { 0, KEYCODE_NONE };

	if (n < 2 || read_own(decode, s, n, &token))
		return token;
	switch (s[1]) {
	case ESC:
		return (struct token){ 1, KEYCODE_ESC };
	case '[':
		return read_csi(s, n);
	case 'O':
		return read_ss3(s, n);
	case ']':	/* OSC */
	case 'P':	/* DCS */
	case '_':	/* APC */
	case '^':	/* PM */
	case 'X':	/* SOS */
		return read_string(decode, n);
	default:
		return read_alt(s, n);
	}
}

/* What has begun is all that comes: Esc, or Alt and a bracket, or nothing. */
static struct token read_last(const unsigned char *s, size_t n)
{
	if (s[0] == ESC && n == 1)
		return (struct token){ 1, KEYCODE_ESC };
	if (s[0] == ESC && n == 2 && s[1] > 0x20 && s[1] < 0x7f)
		return (struct token){ 2, KEYCODE_ALT(s[1]) };
	return (struct token){ n, KEYCODE_NONE };
}

/*
 * Drops bytes of a string up to its end: BEL, ESC \, or anything else that no
 * string holds.  True when the end was found.
 */
static bool drop_string(struct decode *decode)
{
	const unsigned char *s = decode->bytes;

	for (; decode->at < decode->n; decode->at++) {
		size_t at = decode->at;

		if (s[at] == ESC && at + 1 == decode->n)
			return false;
		if (s[at] < 0x20 || ++decode->dropping > STRING_MAX) {
			if (s[at] == BEL)
				decode->at++;
			else if (s[at] == ESC && s[at + 1] == '\\')
				decode->at += 2;
			decode->in_string = false;
			return true;
		}
	}
	return false;
}

/* Whether a key is to be handed out; keeps track of pastes. */
static bool take(struct decode *decode, uint32_t code)
{
	bool was_in_paste = decode->in_paste;

	if (code == KEYCODE_PASTE_BEGIN)
		decode->in_paste = true;
	else if (code == KEYCODE_PASTE_END)
		decode->in_paste = false;
	else if (was_in_paste && code >= KEYCODE_SPECIAL &&
		 code != KEYCODE_ENTER && code != KEYCODE_TAB)
		return false;
	else
		return code != KEYCODE_NONE;
	return was_in_paste != decode->in_paste;
}

/* Nothing more comes: ends the string and the paste that nothing ended. */
static bool end_all(struct decode *decode, struct key *key)
{
	decode->at = decode->n;
	decode->in_string = false;
	key->code = KEYCODE_PASTE_END;
	return take(decode, KEYCODE_PASTE_END);
}

bool decode_key(struct decode *decode, bool last, struct key *key)
{
	while (decode->at < decode->n) {
		const unsigned char *s = decode->bytes + decode->at;
		size_t n = decode->n - decode->at;
		struct token token;

		if (decode->in_string) {
			if (!drop_string(decode))
				break;
			continue;
		}
		token = s[0] == ESC ? read_escape(decode, s, n) :
				      read_text(s, n);
		if (!token.n && !last)
			return false;
		if (!token.n)
			token = read_last(s, n);
		decode->at += token.n;
		key->code = token.code;
		if (take(decode, token.code))
			return true;
	}
	return last && end_all(decode, key);
}

int decode_patience(const struct decode *decode, int escdelay)
{
	size_t n = decode->n - decode->at;

	if (decode->in_paste)
		return PATIENCE_PASTE;
	if (decode->in_string)
		return PATIENCE_SEQUENCE;
	if (n == 1 && decode->bytes[decode->at] == ESC)
		return escdelay;
	return n ? PATIENCE_SEQUENCE : -1;
}
