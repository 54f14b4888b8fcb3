/*
 * A reason the user is told: one line without "pprowl: " in front and without
 * a newline, in the form "WHAT: WHY; TRY".  The function that meets the
 * trouble writes the reason; each caller that knows more puts "what: " in
 * front.  An err is a plain value, nothing to release.
 */
#ifndef MODEL_ERR_H
#define MODEL_ERR_H

struct err {
	char text[1024];
};

/* Writes the reason, cut to fit, and evaluates to -1, for `return`. */
#define err_fail(...) (err_set(__VA_ARGS__), -1)

void err_set(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Puts "what: " in front of the reason and evaluates to -1. */
#define err_within(...) (err_prefix(__VA_ARGS__), -1)

void err_prefix(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* What an errno means, spelt as Go spells it: in lower case. */
void err_set_errno(struct err *err, int number);

#endif
