#include "config.h"

#include "model/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void err_set(struct err *err, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
}

void err_prefix(struct err *err, const char *fmt, ...)
{
	struct err old = *err;
	va_list ap;
	size_t len;

	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	len = strlen(err->text);
	snprintf(err->text + len, sizeof(err->text) - len, ": %s", old.text);
}

void err_set_errno(struct err *err, int number)
{
	err_set(err, "%s", strerror(number));
	if (err->text[0] >= 'A' && err->text[0] <= 'Z')
		err->text[0] = (char)(err->text[0] | 0x20);
}
