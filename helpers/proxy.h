/*
 * Which proxy the environment asks for, as Go programs read it: http_proxy,
 * HTTP_PROXY, https_proxy, HTTPS_PROXY, unless no_proxy or NO_PROXY has the
 * host; none for this machine itself.  It is decided here, and libcurl told,
 * so that it is known whether an address is the server's or a proxy's.
 */
#ifndef HELPERS_PROXY_H
#define HELPERS_PROXY_H

/* The proxy's URL, of the environment; NULL: none. */
const char *proxy_find(const char *scheme, const char *host, const char *port);

#endif
