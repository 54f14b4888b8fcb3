/*
 * helpers/address, helpers/proxy: which addresses are our own nets', and which
 * servers are asked by way of a proxy.
 */
#include "config.h"

#include "helpers/address.h"

#include <stdlib.h>

#include "helpers/proxy.h"
#include "tests/tap.h"

static void test_private(void)
{
	static const char *const ours[] = {
		"0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1",
		"100.127.255.255", "127.0.0.1", "127.9.9.9", "169.254.169.254",
		"172.16.0.1", "172.31.255.255", "192.168.0.1", "192.0.0.8",
		"198.19.0.1", "224.0.0.1", "255.255.255.255",
		"::", "::1", "[::1]", "::ffff:127.0.0.1", "::ffff:10.1.2.3",
		"64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:a00:1::1",
		"2001::1", "fc00::1", "fdff::1", "fe80::1", "[fe80::1%lo]",
		"fec0::1", "ff02::1", "::10.0.0.1",
		"0x7f.1", "2130706433", "127.1", "017700000001", "localhost",
		"LOCALHOST", "localhost.", "app.localhost",
	};
	static const char *const others[] = {
		"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255",
		"100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.0.1",
		"172.15.255.255", "172.32.0.0", "192.167.0.1", "192.169.0.0",
		"192.0.2.1", "203.0.113.1", "223.255.255.255",
		"2606:4700::1", "[2606:4700::1]", "::ffff:1.1.1.1",
		"64:ff9b::1.1.1.1", "2002:101:101::1", "fbff::1",
		"example.com", "mylocalhost", "localhost.example.com", "",
	};

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		ok(address_host_is_private(ours[i]), "\"%s\" is ours",
		   ours[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		ok(!address_host_is_private(others[i]), "\"%s\" is not",
		   others[i]);
	ok(address_is_private(&(struct sockaddr){ .sa_family = AF_UNIX }),
	   "a socket of the file system is ours");
}

static void test_loopback(void)
{
	ok(address_host_is_loopback("127.1.2.3") &&
	   address_host_is_loopback("[::1]") &&
	   address_host_is_loopback("localhost"), "loopback");
	ok(!address_host_is_loopback("10.0.0.1") &&
	   !address_host_is_loopback("[::2]") &&
	   !address_host_is_loopback("example.com"), "not loopback");
}

static const char *proxy(const char *scheme, const char *host)
{
	const char *found = proxy_find(scheme, host, "80");

	return found ? found : "none";
}

static void test_proxy(void)
{
	static const char *const names[] = {
		"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
		"no_proxy", "NO_PROXY", "all_proxy",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unsetenv(names[i]);
	is(proxy("http", "a.com"), "none", "nothing is set");
	setenv("http_proxy", "p:1", 1);
	setenv("HTTPS_PROXY", "q:2", 1);
	is(proxy("http", "a.com"), "p:1", "one for http");
	is(proxy("https", "a.com"), "q:2", "and one for https");
	is(proxy("http", "localhost"), "none", "not for this machine");
	is(proxy("http", "127.0.0.1"), "none", "by whatever name");
	is(proxy("http", "10.1.1.1"), "p:1", "but for those around it");
	setenv("HTTP_PROXY", "r:3", 1);
	setenv("https_proxy", "s:4", 1);
	is(proxy("http", "a.com"), "r:3", "of two that in capitals");
	is(proxy("https", "a.com"), "q:2", "for https, too");
	setenv("no_proxy", "a.com", 1);
	is(proxy("http", "a.com"), "none", "but for a host");
	setenv("NO_PROXY", "b.com", 1);
	is(proxy("http", "a.com"), "r:3", "of two lists that in capitals");
	unsetenv("NO_PROXY");
	unsetenv("no_proxy");
	setenv("HTTP_PROXY", "", 1);
	is(proxy("http", "a.com"), "p:1", "an empty one is none");
	setenv("http_proxy", "", 1);
	is(proxy("http", "a.com"), "none", "nor are two");
	setenv("http_proxy", "p:1", 1);
}

static void test_no_proxy(void)
{
	static const struct {
		const char *list, *host;
		bool has_proxy;
	} cases[] = {
		{ "a.com", "a.com", false }, { "a.com", "A.COM", false },
		{ "a.com", "x.a.com", false }, { "a.com", "xa.com", true },
		{ "a.com", "com", true }, { ".a.com", "x.a.com", false },
		{ ".a.com", "a.com", true }, { "*.a.com", "x.a.com", false },
		{ "*", "b.com", false }, { "b.com,a.com", "a.com", false },
		{ "b.com, a.com", "a.com", false }, { ",,", "a.com", true },
		{ "a.com:80", "a.com", false }, { "a.com:81", "a.com", true },
		{ "10.0.0.0/8", "10.9.9.9", false },
		{ "10.0.0.0/8", "11.0.0.1", true },
		{ "10.0.0.0/8,x", "10.0.0.1", false },
		{ "10.1.0.0/33", "10.1.0.0", true },
		{ "fd00::/8", "[fd01::1]", false },
		{ "10.1.1.1", "10.1.1.1", false },
		{ "[fd01::1]:80", "[fd01::1]", false },
		{ "[fd01::1]", "[fd01::1]", false },
		{ "fd01::1", "[fd01::1]", false },
		{ "x, fd01:0::1", "[fd01::1]", false },
		{ "fd01::1", "[fd01::2]", true }, { "fd01::", "[fd01::1]", true },
		{ "[fd01::1]:81", "[fd01::1]", true },
		{ "10.1.1.1:80", "10.1.1.1", false },
		{ "10.1.1.1:81", "10.1.1.1", true }, { ":80", "a.com", true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		setenv("no_proxy", cases[i].list, 1);
		ok((proxy_find("http", cases[i].host, "80") != NULL) ==
		   cases[i].has_proxy, "no_proxy=\"%s\" for %s",
		   cases[i].list, cases[i].host);
	}
}

int main(void)
{
	test_private();
	test_loopback();
	test_proxy();
	test_no_proxy();
	return tap_done();
}
