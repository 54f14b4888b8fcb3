#include "config.h"

#include "helpers/proxy.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "helpers/address.h"

/* The first of two variables that says something. */
static const char *find_env(const char *name, const char *other)
{
	const char *value = getenv(name);

	if (!value || !*value)
		value = getenv(other);
	return value && *value ? value : NULL;
}

/* Whether the host is the domain, or in it; a dot in front asks for "in". */
static bool is_within(const char *host, const char *domain, size_t n)
{
	size_t have = strlen(host);

	if (*domain == '*' && n > 1) {
		domain++;
		n--;
	}
	if (n > have || strncasecmp(host + have - n, domain, n))
		return false;
	return *domain == '.' || n == have || host[have - n - 1] == '.';
}

/* The length of an entry without its :PORT; (size_t)-1 when it is another. */
static size_t cut_port(const char *entry, size_t n, const char *port)
{
	size_t end = n;

	while (end && entry[end - 1] >= '0' && entry[end - 1] <= '9')
		end--;
	if (end < 2 || end == n || entry[end - 1] != ':' ||
	    (entry[end - 2] != ']' && memchr(entry, ':', end - 1)))
		return n;
	if (strlen(port) != n - end || memcmp(port, entry + end, n - end))
		return (size_t)-1;
	return end - 1;
}

/* One entry of no_proxy: "*", DOMAIN, ADDRESS, those with :PORT, or a net. */
static bool is_excepted(const char *entry, size_t n, const char *host,
			const char *port)
{
	if (n == 1 && *entry == '*')
		return true;
	if (memchr(entry, '/', n))
		return address_host_is_in(host, entry, n);
	n = cut_port(entry, n, port);
	return n && n != (size_t)-1 &&
	       (address_host_is_in(host, entry, n) ||
		is_within(host, entry, n));
}

static bool has_exception(const char *list, const char *host, const char *port)
{
	while (*list) {
		size_t n = strcspn(list, ", ");

		if (n && is_excepted(list, n, host, port))
			return true;
		list += n + (list[n] != '\0');
	}
	return false;
}

const char *proxy_find(const char *scheme, const char *host, const char *port)
{
	bool is_https = !strcmp(scheme, "https");
	const char *proxy = is_https ? find_env("HTTPS_PROXY", "https_proxy") :
				       find_env("HTTP_PROXY", "http_proxy");
	const char *list = find_env("NO_PROXY", "no_proxy");

	if (!proxy || address_host_is_loopback(host))
		return NULL;
	return list && has_exception(list, host, port) ? NULL : proxy;
}
