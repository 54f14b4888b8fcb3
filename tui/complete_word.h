/*
 * The word that a line ends in, while it is completed (tui/complete.h): what
 * offers candidates for it calls these.
 */
#ifndef TUI_COMPLETE_WORD_H
#define TUI_COMPLETE_WORD_H

#include "model/strings.h"
#include "tui/complete.h"

/* All borrowed. */
struct search_word {
	struct completion *c;
	const char *s;
	size_t n;
};

/*
 * Adds a candidate; what all have in common becomes the completion's text, in
 * whole characters.
 */
void completion_take(struct completion *completion, struct str name,
		     const char *text);

/* Adds name and ending if the word is their start. */
void word_offer(const struct search_word *word, const char *name,
		const char *ending);

/* Goes on with what is behind the n bytes that the word starts with. */
void word_skip(struct search_word *word, size_t n);

/* Keeps what is behind the last c, all where there is none. */
void word_skip_to(struct search_word *word, char c);

#endif
