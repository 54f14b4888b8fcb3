/*
 * What a profile has names for, offered for a word: functions, and keys and
 * values of labels.  Names that are there more than once are one.
 */
#ifndef TUI_COMPLETE_NAMES_H
#define TUI_COMPLETE_NAMES_H

#include "model/profile.h"
#include "tui/complete_word.h"

/*
 * Functions with the word in their names, as patterns that find them.  Of
 * several the word stays: what patterns have in common need not be one.
 */
void names_offer_functions(struct search_word *word,
			   const struct profile *profile);

/*
 * KEY=, and behind it the values of that key, or several texts with commas
 * between them: each as the filter that the tags view sets.
 */
void names_offer_tags(struct search_word *word, const struct profile *profile);

/* A key, or the last of several with commas between them. */
void names_offer_key(struct search_word *word, const struct profile *profile);
void names_offer_key_list(struct search_word *word,
			  const struct profile *profile);

#endif
