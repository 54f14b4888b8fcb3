#include "config.h"

#include "model/rune.h"

size_t rune_decode(const char *s, size_t n, uint32_t *rune)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char c = (unsigned char)s[0];
	size_t len = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 :
		     c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
	uint32_t r = len == 1 ? c : c & (0x7fu >> len);

	if (!len || len > n)
		return 0;
	for (size_t i = 1; i < len; i++) {
		c = (unsigned char)s[i];
		if ((c & 0xc0) != 0x80)
			return 0;
		r = r << 6 | (c & 0x3f);
	}
	if (r < least[len] || r > RUNE_MAX || (r >= 0xd800 && r < 0xe000))
		return 0;
	*rune = r;
	return len;
}

size_t rune_count(const char *s, size_t n)
{
	size_t count = 0, len;
	uint32_t rune;

	for (size_t at = 0; at < n; count++) {
		len = rune_decode(s + at, n - at, &rune);
		at += len ? len : 1;
	}
	return count;
}

void rune_encode(struct buf *out, uint32_t r)
{
	if (r < 0x80) {
		buf_addc(out, (char)r);
		return;
	}
	if (r < 0x800) {
		buf_addc(out, (char)(0xc0 | r >> 6));
	} else {
		if (r < 0x10000) {
			buf_addc(out, (char)(0xe0 | r >> 12));
		} else {
			buf_addc(out, (char)(0xf0 | r >> 18));
			buf_addc(out, (char)(0x80 | (r >> 12 & 0x3f)));
		}
		buf_addc(out, (char)(0x80 | (r >> 6 & 0x3f)));
	}
	buf_addc(out, (char)(0x80 | (r & 0x3f)));
}
