#include "config.h"

#include "tui/complete_word.h"

#include <string.h>

static bool is_within_character(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Keeps of the text what this candidate starts with, too: whole characters. */
static void narrow(struct buf *text, const char *name)
{
	size_t n = 0;

	while (n < text->n && name[n] == text->s[n])
		n++;
	while (n && n < text->n && (is_within_character(text->s[n]) ||
				    is_within_character(name[n])))
		n--;
	if (n < text->n) {
		text->s[n] = '\0';
		text->n = n;
	}
}

void completion_take(struct completion *c, struct str name, const char *text)
{
	size_t n = c->candidates.n;

	candidates_add(&c->candidates, name,
		       (struct str){ text, strlen(text) });
	if (n == c->candidates.n)
		return;
	if (!n) {
		buf_clear(&c->text);
		buf_adds(&c->text, text);
	} else {
		narrow(&c->text, text);
	}
}

void word_offer(const struct search_word *word, const char *name,
		const char *ending)
{
	struct buf whole = BUF_INIT;

	buf_adds(&whole, name);
	buf_adds(&whole, ending);
	if (!strncmp(buf_str(&whole), word->s, word->n))
		completion_take(word->c, (struct str){ whole.s, whole.n },
				whole.s);
	buf_release(&whole);
}

void word_skip(struct search_word *word, size_t n)
{
	word->c->from += n;
	word->s += n;
	word->n -= n;
}

void word_skip_to(struct search_word *word, char c)
{
	const char *last = memrchr(word->s, c, word->n);

	if (last)
		word_skip(word, (size_t)(last + 1 - word->s));
}
