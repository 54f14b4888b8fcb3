#include "config.h"

#include "helpers/address.h"

#include <netdb.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct net4 {
	uint8_t bytes[4];
	int bits;
};

struct net6 {
	uint8_t bytes[16];
	int bits;
	int inner;		/* where an IPv4 address is in it; 0: none */
};

static const struct net4 nets4[] = {
	{ { 0 }, 8 },
	{ { 10 }, 8 },
	{ { 100, 64 }, 10 },		/* of providers */
	{ { 127 }, 8 },
	{ { 169, 254 }, 16 },		/* link-local; metadata of clouds */
	{ { 172, 16 }, 12 },
	{ { 192, 0, 0 }, 24 },
	{ { 192, 168 }, 16 },
	{ { 198, 18 }, 15 },
	{ { 224 }, 3 },			/* multicast and above */
};

static const struct net6 nets6[] = {
	{ { [10] = 0xff, 0xff }, 96, 12 },
	{ { 0 }, 96, 0 },		/* ::1, and IPv4 in an old way */
	{ { 0, 0x64, 0xff, 0x9b }, 96, 12 },
	{ { 0, 0x64, 0xff, 0x9b, 0, 1 }, 48, 0 },
	{ { 0x20, 0x01 }, 32, 0 },	/* Teredo */
	{ { 0x20, 0x02 }, 16, 2 },	/* 6to4 */
	{ { 0xfc }, 7, 0 },
	{ { 0xfe, 0x80 }, 9, 0 },	/* link-local, and site-local */
	{ { 0xff }, 8, 0 },
};

static bool starts_with(const uint8_t *bytes, const uint8_t *net, int bits)
{
	size_t whole = (size_t)bits / 8;
	int rest = bits % 8;

	if (memcmp(bytes, net, whole))
		return false;
	return !rest || !((bytes[whole] ^ net[whole]) >> (8 - rest));
}

static bool is_private4(const uint8_t *bytes)
{
	for (size_t i = 0; i < sizeof(nets4) / sizeof(nets4[0]); i++) {
		if (starts_with(bytes, nets4[i].bytes, nets4[i].bits))
			return true;
	}
	return false;
}

static bool is_private6(const uint8_t *bytes)
{
	for (size_t i = 0; i < sizeof(nets6) / sizeof(nets6[0]); i++) {
		const struct net6 *net = &nets6[i];

		if (starts_with(bytes, net->bytes, net->bits))
			return !net->inner || is_private4(bytes + net->inner);
	}
	return false;
}

/* The bytes that say where it is, NULL of a family that has none. */
static const uint8_t *bytes_of(const struct sockaddr *address)
{
	const struct sockaddr_in *in4 = (const void *)address;
	const struct sockaddr_in6 *in6 = (const void *)address;

	switch (address->sa_family) {
	case AF_INET:
		return (const uint8_t *)&in4->sin_addr;
	case AF_INET6:
		return in6->sin6_addr.s6_addr;
	}
	return NULL;
}

bool address_is_private(const struct sockaddr *address)
{
	const uint8_t *bytes = bytes_of(address);

	if (!bytes)
		return true;
	return address->sa_family == AF_INET ? is_private4(bytes) :
					       is_private6(bytes);
}

static bool is_localhost(const char *host)
{
	static const char name[] = "localhost";
	size_t n = strlen(host), end = sizeof(name) - 1;

	n -= n && host[n - 1] == '.';
	if (n < end || strncasecmp(host + n - end, name, end))
		return false;
	return n == end || host[n - end - 1] == '.';
}

/* An address that a host is written as. */
union number {
	struct sockaddr any;
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;
};

/* Reads a number, in brackets or not; false when it is a name. */
static bool read_number(const char *host, union number *number)
{
	const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST };
	struct addrinfo *found;
	char bare[64];
	size_t n = strlen(host);

	if (*host == '[' && n > 2 && n < sizeof(bare)) {
		memcpy(bare, host + 1, n - 2);
		bare[n - 2] = '\0';
		host = bare;
	}
	if (getaddrinfo(host, NULL, &hints, &found))
		return false;
	memcpy(number, found->ai_addr, found->ai_addrlen);
	freeaddrinfo(found);
	return true;
}

bool address_host_is_private(const char *host)
{
	union number number;

	if (is_localhost(host))
		return true;
	return read_number(host, &number) && address_is_private(&number.any);
}

bool address_host_is_loopback(const char *host)
{
	static const uint8_t loopback6[16] = { [15] = 1 };
	union number number;

	if (is_localhost(host))
		return true;
	if (!read_number(host, &number))
		return false;
	return number.any.sa_family == AF_INET ?
	       *bytes_of(&number.any) == 127 :
	       !memcmp(bytes_of(&number.any), loopback6, sizeof(loopback6));
}

bool address_host_is_in(const char *host, const char *net, size_t n)
{
	union number number, start;
	const char *slash = memchr(net, '/', n);
	size_t n_start = slash ? (size_t)(slash - net) : n;
	char text[64];
	int most, bits;

	if (n_start >= sizeof(text))
		return false;
	memcpy(text, net, n_start);
	text[n_start] = '\0';
	if (!read_number(host, &number) || !read_number(text, &start) ||
	    number.any.sa_family != start.any.sa_family)
		return false;
	most = start.any.sa_family == AF_INET ? 32 : 128;
	bits = slash ? atoi(slash + 1) : most;
	return bits >= 0 && bits <= most &&
	       starts_with(bytes_of(&number.any), bytes_of(&start.any), bits);
}
