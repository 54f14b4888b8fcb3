/*
 * What else bytes may be that are no profile, for the message that says so.
 * Which format a profile has is for model/format.h to find out.
 */
#ifndef MODEL_SNIFF_H
#define MODEL_SNIFF_H

#include <stddef.h>
#include <stdint.h>

/*
 * Names the format of bytes from how they start, with what to do about it:
 * "zstd; inflate it: zstd -dc FILE | pprowl -".  Returns a static text, NULL
 * when it is nothing known.  Needs up to 512 bytes, of some texts a few lines.
 */
const char *sniff_other(const uint8_t *at, size_t n);

#endif
