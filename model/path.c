#include "config.h"

#include "model/path.h"

#include <stdbool.h>
#include <string.h>

#include "model/mem.h"

/* Takes the last element off; false when there is none to take. */
static bool pop_element(struct buf *out, size_t root)
{
	if (out->n <= root)
		return false;
	while (out->n > root && out->s[out->n - 1] != '/')
		out->n--;
	if (out->n > root)
		out->n--;
	out->s[out->n] = '\0';
	return true;
}

static bool ends_in_dotdot(const struct buf *out, size_t root)
{
	return out->n >= root + 2 && !memcmp(out->s + out->n - 2, "..", 2) &&
	       (out->n == root + 2 || out->s[out->n - 3] == '/');
}

static void push_element(struct buf *out, size_t root, struct str element)
{
	if (element.n == 1 && element.s[0] == '.')
		return;
	if (element.n == 2 && !memcmp(element.s, "..", 2)) {
		if (!ends_in_dotdot(out, root) && pop_element(out, root))
			return;
		if (root)
			return;
	}
	if (out->n > root)
		buf_addc(out, '/');
	buf_add(out, element.s, element.n);
}

void path_clean(struct buf *out, struct str path)
{
	struct buf clean = BUF_INIT;
	size_t root = path.n && path.s[0] == '/', at = 0, end;

	if (root)
		buf_addc(&clean, '/');
	for (; at < path.n; at = end + 1) {
		for (end = at; end < path.n && path.s[end] != '/'; end++)
			;
		if (end > at)
			push_element(&clean, root, (struct str){
				path.s + at, end - at
			});
	}
	if (!clean.n)
		buf_addc(&clean, '.');
	buf_add(out, clean.s, clean.n);
	buf_release(&clean);
}

static bool cut_prefix(struct str *path, const char *prefix, size_t n)
{
	bool needs_slash = !n || prefix[n - 1] != '/';

	if (path->n < n + needs_slash || memcmp(path->s, prefix, n) ||
	    (needs_slash && path->s[n] != '/'))
		return false;
	path->s += n + needs_slash;
	path->n -= n + needs_slash;
	return true;
}

static bool cut_at_base(struct str *path, const char *dir, size_t n)
{
	struct str base = str_base((struct str){ dir, n });
	struct buf want = BUF_INIT;
	const char *at;

	buf_addc(&want, '/');
	buf_add(&want, base.s, base.n);
	buf_addc(&want, '/');
	at = memmem(path->s, path->n, want.s, want.n);
	if (at) {
		at += want.n;
		path->n -= (size_t)(at - path->s);
		path->s = at;
	}
	buf_release(&want);
	return at;
}

static bool cut_at_search(struct str *path, const char *search)
{
	bool is_more = search && *search;
	size_t n;

	for (; is_more; search += n + is_more) {
		n = strcspn(search, ":");
		if (cut_at_base(path, search, n))
			return true;
		is_more = search[n] == ':';
	}
	return false;
}

struct str path_trim(struct str path, const char *trim, const char *search)
{
	static const char *const always[] = {
		"/proc/self/cwd/./", "/proc/self/cwd/"
	};
	bool is_more = trim && *trim;
	size_t n;

	if (!is_more && cut_at_search(&path, search))
		return path;
	for (; is_more; trim += n + is_more) {
		n = strcspn(trim, ":");
		if (cut_prefix(&path, trim, n))
			return path;
		is_more = trim[n] == ':';
	}
	for (size_t i = 0; i < ARRAY_SIZE(always); i++) {
		if (cut_prefix(&path, always[i], strlen(always[i])))
			return path;
	}
	return path;
}
